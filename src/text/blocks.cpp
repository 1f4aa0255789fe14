#include "text/blocks.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold.h"

namespace unfeigned {
namespace {

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;     // without the line break
  std::uint32_t next = 0;    // begin of the next line
  std::uint32_t marker = 0;  // bytes of indent and marker at the front
  BlockKind kind = BlockKind::Paragraph;
  bool is_blank = false;
  bool opens_block = false;  // a bullet or a heading starts a block of its own
  bool is_fence = false;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of a list marker at the front of a line, or 0: "- ", "* ", "1. ", "2) ", U+2022 and kin.
std::uint32_t list_marker(std::string_view line) {
  for (std::string_view mark : {"-", "*", "+", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\xA6",
                                "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7"}) {
    if (line.size() > mark.size() && line.substr(0, mark.size()) == mark &&
        is_space(line[mark.size()])) {
      return static_cast<std::uint32_t>(mark.size()) + 1;
    }
  }
  std::uint32_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits + 1 >= line.size()) return 0;
  bool has_mark = line[digits] == '.' || line[digits] == ')';
  return has_mark && is_space(line[digits + 1]) ? digits + 2 : 0;
}

std::uint32_t heading_marker(std::string_view line) {
  std::uint32_t level = 0;
  while (level < line.size() && level < 7 && line[level] == '#') ++level;
  return level >= 1 && level <= 6 && level < line.size() && is_space(line[level]) ? level + 1 : 0;
}

// "> > text": all quote marks of the line.
std::uint32_t quote_marker(std::string_view line) {
  std::uint32_t size = 0;
  while (size < line.size() && line[size] == '>') {
    ++size;
    while (size < line.size() && is_space(line[size])) ++size;
  }
  return size;
}

void classify(std::string_view text, Line& line) {
  std::uint32_t at = line.begin;
  while (at < line.end && is_space(text[at])) ++at;
  std::string_view rest = text.substr(at, line.end - at);
  line.is_blank = rest.empty();
  line.is_fence = rest.substr(0, 3) == "```" || rest.substr(0, 3) == "~~~";
  std::uint32_t marker = 0;
  if ((marker = quote_marker(rest)) != 0) {
    line.kind = BlockKind::QuotedText;
    line.is_blank = marker == rest.size();
  } else if ((marker = heading_marker(rest)) != 0) {
    line.kind = BlockKind::Heading;
    line.opens_block = true;
  } else if ((marker = list_marker(rest)) != 0) {
    line.kind = BlockKind::ListItem;
    line.opens_block = true;
  }
  line.marker = at - line.begin + marker;
}

// Whether a line break can begin with this byte.
constexpr std::array<bool, 256> make_break_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t byte : {0x0AU, 0x0DU, 0xC2U, 0xE2U}) table[byte] = true;
  return table;
}
constexpr std::array<bool, 256> kBreakBytes = make_break_bytes();

// LF, CR, CRLF, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR end a line.
std::uint32_t line_break_size(std::string_view text, std::uint32_t at) {
  if (text[at] == '\n') return 1;
  if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  std::string_view rest = text.substr(at, 3);
  if (rest.substr(0, 2) == "\xC2\x85") return 2;
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t begin = 0;
  auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at <= size;) {
    while (at < size && !kBreakBytes[static_cast<unsigned char>(text[at])]) ++at;
    std::uint32_t breaks = at < size ? line_break_size(text, at) : 0;
    if (at < size && breaks == 0) {
      ++at;
      continue;
    }
    Line line;
    line.begin = begin;
    line.end = at;
    line.next = at + breaks;
    classify(text, line);
    lines.push_back(line);
    if (at == size) break;
    begin = at = line.next;
  }
  return lines;
}

void mark_code(std::vector<Line>& lines) {
  bool is_inside = false;
  for (Line& line : lines) {
    if (is_inside || line.is_fence) {
      line.kind = BlockKind::Code;
      line.opens_block = false;
      line.marker = 0;
    }
    if (line.is_fence) is_inside = !is_inside;
  }
}

bool is_history_header(std::string_view text, const Line& line,
                       std::span<const LanguageProfile> profiles) {
  std::string_view content =
      text.substr(line.begin + line.marker, line.end - line.begin - line.marker);
  std::size_t colon = content.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 32) return false;
  std::string word = fold_word(content.substr(0, colon));
  return std::any_of(profiles.begin(), profiles.end(), [&](const LanguageProfile& profile) {
    return std::find(profile.history_headers.begin(), profile.history_headers.end(), word) !=
           profile.history_headers.end();
  });
}

// From two header lines in a row on, everything is quoted history; but not at the top of the text,
// where headers belong to the message itself.
void mark_history(std::string_view text, std::vector<Line>& lines,
                  std::span<const LanguageProfile> profiles) {
  bool has_message = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool is_header = is_history_header(text, lines[i], profiles);
    bool is_second = is_header && i > 0 && is_history_header(text, lines[i - 1], profiles);
    if (has_message && is_second) {
      for (std::size_t k = i - 1; k < lines.size(); ++k) lines[k].kind = BlockKind::QuotedHistory;
      return;
    }
    if (!lines[i].is_blank && !is_header) has_message = true;
  }
}

bool continues(const Line& previous, const Line& line) {
  if (line.is_blank || line.opens_block || previous.is_blank) return false;
  if (previous.kind == BlockKind::Heading) return false;
  if (previous.kind == line.kind) return true;
  // The unmarked lines after a bullet belong to it.
  return previous.kind == BlockKind::ListItem && line.kind == BlockKind::Paragraph;
}

void blank(std::string& view, std::uint32_t begin, std::uint32_t end) {
  view.replace(begin, end - begin, end - begin, ' ');
}

}  // namespace

std::vector<Block> find_blocks(std::string& view, std::span<const LanguageProfile> profiles) {
  std::vector<Line> lines = split_lines(view);
  mark_code(lines);
  mark_history(view, lines, profiles);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.is_blank) continue;
    blank(view, line.begin, line.begin + line.marker);
    if (i > 0 && !blocks.empty() && continues(lines[i - 1], line)) {
      blank(view, lines[i - 1].end, lines[i - 1].next);
      // A continuation keeps the kind its block was opened with.
      if (line.kind == BlockKind::Paragraph) line.kind = blocks.back().kind;
      blocks.back().span.end = line.end;
    } else {
      blocks.push_back({{line.begin + line.marker, line.end}, {}, line.kind});
    }
  }
  return blocks;
}

}  // namespace unfeigned
