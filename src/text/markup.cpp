#include "text/markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace unfeigned {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";      // two bytes, ignorable
constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";  // three bytes, ignorable
// How far the other end of a tag may lie, in bytes: it keeps hostile input linear.
constexpr std::size_t kMaxConstruct = 4096;

void blank(std::string& out, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (out[i] != '\n' && out[i] != '\r') out[i] = ' ';
  }
}

// `content`, then ignorable characters up to the given size; a single spare byte must be a space.
std::string padded(std::string content, std::size_t size) {
  while (content.size() < size) {
    std::size_t spare = size - content.size();
    if (spare == 1) {
      content += ' ';
    } else {
      content += spare == 3 ? kWordJoiner : kSoftHyphen;
    }
  }
  return content;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_name_char(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

struct NamedReference {
  std::string_view name;
  char32_t value;
};
// The references that copy really contains; others stay as they are written.
constexpr std::array kReferences = {
    NamedReference{"amp", '&'},       NamedReference{"lt", '<'},
    NamedReference{"gt", '>'},        NamedReference{"quot", '"'},
    NamedReference{"apos", '\''},     NamedReference{"nbsp", 0xA0},
    NamedReference{"rsquo", 0x2019},  NamedReference{"lsquo", 0x2018},
    NamedReference{"rdquo", 0x201D},  NamedReference{"ldquo", 0x201C},
    NamedReference{"laquo", 0xAB},    NamedReference{"raquo", 0xBB},
    NamedReference{"ndash", 0x2013},  NamedReference{"mdash", 0x2014},
    NamedReference{"hellip", 0x2026}, NamedReference{"eacute", 0xE9},
    NamedReference{"egrave", 0xE8},   NamedReference{"ecirc", 0xEA},
    NamedReference{"agrave", 0xE0},   NamedReference{"acirc", 0xE2},
    NamedReference{"ccedil", 0xE7},   NamedReference{"ocirc", 0xF4},
    NamedReference{"ucirc", 0xFB},    NamedReference{"ugrave", 0xF9},
    NamedReference{"icirc", 0xEE},    NamedReference{"euml", 0xEB},
    NamedReference{"iuml", 0xEF},     NamedReference{"oelig", 0x153},
    NamedReference{"Eacute", 0xC9},   NamedReference{"Agrave", 0xC0},
    NamedReference{"Ccedil", 0xC7},   NamedReference{"oacute", 0xF3},
    NamedReference{"euro", 0x20AC},   NamedReference{"pound", 0xA3},
    NamedReference{"shy", 0xAD},
};

std::optional<char32_t> numeric_reference(std::string_view digits) {
  bool is_hex = !digits.empty() && lower(digits[0]) == 'x';
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : digits) {
    char d = lower(c);
    bool is_decimal = d >= '0' && d <= '9';
    if (!is_decimal && !(is_hex && d >= 'a' && d <= 'f')) return std::nullopt;
    auto digit = static_cast<std::uint32_t>(is_decimal ? d - '0' : d - 'a' + 10);
    value = value * (is_hex ? 16U : 10U) + digit;
  }
  bool is_scalar = value >= 0x20 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
  return is_scalar ? std::optional<char32_t>(value) : std::nullopt;
}

std::optional<char32_t> reference(std::string_view name) {
  if (!name.empty() && name[0] == '#') return numeric_reference(name.substr(1));
  for (const NamedReference& row : kReferences) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

void decode_references(std::string& out) {
  for (std::size_t at = out.find('&'); at != std::string::npos; at = out.find('&', at + 1)) {
    std::size_t end = out.find(';', at);
    if (end == std::string::npos) return;
    if (end - at > 10) continue;
    std::optional<char32_t> value = reference(std::string_view(out).substr(at + 1, end - at - 1));
    if (!value) continue;
    std::string text;
    append_utf8(text, *value);
    std::size_t size = end + 1 - at;
    if (text.size() <= size) out.replace(at, size, padded(std::move(text), size));
  }
}

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What stands in the place of a tag: block elements end a paragraph, inline ones vanish.
class HtmlBlanker {
 public:
  explicit HtmlBlanker(std::string& out) : out_(out) {}

  void run() {
    std::size_t at = 0;
    while ((at = out_.find('<', at)) != std::string::npos) at = skip(at);
    decode_references(out_);
  }

 private:
  // Handles what begins at a '<' and returns where to go on.
  std::size_t skip(std::size_t at) {
    if (out_.compare(at, 4, "<!--") == 0) return blank_until(at, "-->");
    std::size_t name_at = at + 1;
    bool is_end = name_at < out_.size() && out_[name_at] == '/';
    if (is_end) ++name_at;
    std::string name;
    while (name_at < out_.size() && is_name_char(out_[name_at])) name += lower(out_[name_at++]);
    bool is_declaration = name_at < out_.size() && (out_[name_at] == '!' || out_[name_at] == '?');
    if (name.empty() && !is_declaration) return at + 1;
    std::size_t close = end_of_tag(name_at);
    if (close == std::string::npos) return at + 1;
    if (!is_end && is_any_of(name, {"script", "style", "head", "template"})) {
      return blank_until(at, "</" + name);
    }
    replace_tag(at, close + 1, name, is_end);
    return close + 1;
  }

  // The '>' of a tag, quoted attribute values skipped.
  std::size_t end_of_tag(std::size_t at) const {
    char quote = 0;
    std::size_t limit = std::min(out_.size(), at + kMaxConstruct);
    for (; at < limit; ++at) {
      char c = out_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at;
      } else if (c == '<') {
        return std::string::npos;
      }
    }
    return std::string::npos;
  }

  std::size_t blank_until(std::size_t at, const std::string& end) {
    std::size_t found = out_.find(end, at + 1);
    std::size_t close = found == std::string::npos ? out_.size() : out_.find('>', found);
    close = close == std::string::npos ? out_.size() : std::min(close + 1, out_.size());
    std::fill(out_.begin() + static_cast<std::ptrdiff_t>(at),
              out_.begin() + static_cast<std::ptrdiff_t>(close), ' ');
    return close;
  }

  void replace_tag(std::size_t begin, std::size_t end, std::string_view name, bool is_end) {
    std::size_t size = end - begin;
    if (name == "blockquote") quote_depth_ += is_end ? -1 : 1;
    std::string content;
    if (name == "br") {
      content = "\n";
    } else if (is_any_of(name, {"code", "kbd", "samp"})) {
      content = "`";
    } else if (is_block(name)) {
      content = "\n\n";
      if (quote_depth_ > 0) {
        content += '>';
      } else if (name == "li" && !is_end) {
        content += "- ";
      } else if (name.size() == 2 && name[0] == 'h' && name[1] != 'r' && !is_end) {
        content += "# ";
      }
    }
    if (content.empty()) {
      content = padded("", size);
    } else {
      content.resize(size, ' ');
    }
    out_.replace(begin, size, content);
  }

  static bool is_block(std::string_view name) {
    return is_any_of(
        name,
        {"p",  "div",  "li",         "ul",      "ol",      "h1",     "h2",     "h3",         "h4",
         "h5", "h6",   "blockquote", "section", "article", "header", "footer", "table",      "tr",
         "td", "th",   "pre",        "hr",      "body",    "html",   "title",  "figcaption", "dd",
         "dt", "main", "aside",      "nav",     "form",    "button", "option", "label"});
  }

  std::string& out_;
  int quote_depth_ = 0;
};

// "[text](target)" and "![text](target)": everything but the text goes. One pass: what lies ahead
// and the last open bracket are remembered.
void blank_links(std::string& out) {
  std::size_t close = 0;
  std::size_t line_end = 0;
  std::size_t open = std::string::npos;
  for (std::size_t at = 0; at + 1 < out.size(); ++at) {
    if (out[at] == '[') open = at;
    if (out[at] == '\n') open = std::string::npos;
    if (out[at] != ']' || out[at + 1] != '(') continue;
    if (close <= at) close = std::min(out.find(')', at), out.size());
    if (line_end <= at) line_end = std::min(out.find('\n', at), out.size());
    if (open == std::string::npos || close >= line_end) continue;
    bool is_image = open > 0 && out[open - 1] == '!';
    blank(out, is_image ? open - 1 : open, open + 1);
    blank(out, at, close + 1);
    open = std::string::npos;
  }
}

void blank_markdown(std::string& out) {
  // Front matter between two lines of three dashes at the very top.
  if (out.compare(0, 4, "---\n") == 0) {
    std::size_t end = out.find("\n---", 3);
    if (end != std::string::npos) blank(out, 0, end + 4);
  }
  blank_links(out);
  for (std::size_t at = out.find("<!--"); at != std::string::npos; at = out.find("<!--", at + 1)) {
    std::size_t end = out.find("-->", at);
    if (end == std::string::npos) break;
    blank(out, at, end + 3);
  }
  decode_references(out);
}

}  // namespace

std::string blank_markup(std::string_view text, InputFormat format) {
  std::string out(text);
  if (format == InputFormat::Html) {
    // Line feeds of the source mean nothing in HTML; blocks come from its tags.
    std::replace(out.begin(), out.end(), '\n', ' ');
    std::replace(out.begin(), out.end(), '\r', ' ');
    HtmlBlanker(out).run();
  } else if (format == InputFormat::Markdown) {
    blank_markdown(out);
  }
  return out;
}

}  // namespace unfeigned
