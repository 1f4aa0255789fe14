#include "match/pattern.h"

#include <array>

#include "base/order.h"
#include "text/document.h"

namespace unfeigned {
namespace {

struct ShapeName {
  std::string_view name;
  std::uint8_t shape;
};
constexpr std::array kShapeNames = {
    ShapeName{"clock", kShapeClock},     ShapeName{"date", kShapeDate},
    ShapeName{"money", kShapeMoney},     ShapeName{"percent", kShapePercent},
    ShapeName{"address", kShapeAddress}, ShapeName{"phone", kShapePhone},
    ShapeName{"code", kShapeCode},       ShapeName{"url", kShapeUrl},
};

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}
bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string entry_problem(const std::string& lexicon, const std::string& entry,
                          const std::string& message) {
  return "in %" + lexicon + ", entry \"" + entry + "\": " + message;
}

// Builds the nodes bottom-up with a stack of open brackets in the place of recursion. The entries
// of a lexicon are patterns without lexicons, so a parser starts others one step deep.
class Parser {
 public:
  Parser(std::string_view notation, const PatternContext& context)
      : notation_(notation), context_(context) {}

  ParsedPattern parse() {
    frames_.push_back({NodeKind::Choice, 0, {}, {}});
    while (at_ < notation_.size() && !result_.error) step();
    if (!result_.error && frames_.size() > 1)
      fail(frames_.back().offset, "this bracket is never closed");
    if (!result_.error) close_frame();
    return std::move(result_);
  }

 private:
  struct Frame {
    NodeKind kind;                            // Choice, Optional or NoneOf
    std::uint32_t offset = 0;                 // of the bracket
    std::vector<std::uint32_t> alternatives;  // finished ones
    std::vector<std::uint32_t> sequence;      // the one being read
  };

  void fail(std::uint32_t offset, std::string message) {
    if (!result_.error) result_.error = PatternError{offset, std::move(message)};
  }

  std::uint32_t add(Node node) {
    result_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(result_.nodes.size() - 1);
  }

  void append(Node node) { frames_.back().sequence.push_back(add(std::move(node))); }

  void step() {
    char c = notation_[at_];
    switch (c) {
      case ' ':
        ++at_;
        return;
      case '(':
        open(NodeKind::Choice, 1);
        return;
      case '[':
        open(NodeKind::Optional, 1);
        return;
      case ')':
      case ']':
        close(c);
        return;
      case '|':
        next_alternative();
        return;
      case '~':
        read_gap();
        return;
      case '#':
        ++at_;
        append({NodeKind::Number, "", 0, 0, {}});
        return;
      case '^':
        read_start();
        return;
      case '%':
        read_lexicon();
        return;
      case '@':
        read_shape();
        return;
      default:
        break;
    }
    if (notation_.substr(at_, 2) == "-(") {
      open(NodeKind::NoneOf, 2);
    } else {
      read_words();
    }
  }

  void open(NodeKind kind, std::uint32_t size) {
    if (frames_.size() > kMaxPatternDepth) return fail(at_, "brackets are nested too deeply");
    frames_.push_back({kind, at_, {}, {}});
    at_ += size;
  }

  void next_alternative() {
    if (frames_.back().sequence.empty()) return fail(at_, "an alternative is empty");
    finish_alternative();
    ++at_;
  }

  // One child stands for itself; several become a sequence.
  void finish_alternative() {
    Frame& frame = frames_.back();
    std::uint32_t node = frame.sequence.size() == 1
                             ? frame.sequence.front()
                             : add({NodeKind::Sequence, "", 0, 0, frame.sequence});
    frame.alternatives.push_back(node);
    frame.sequence.clear();
  }

  void close(char bracket) {
    bool fits =
        frames_.size() > 1 && (frames_.back().kind == NodeKind::Optional) == (bracket == ']');
    if (!fits) return fail(at_, "a closing bracket without its opening one");
    ++at_;
    close_frame();
  }

  void close_frame() {
    if (frames_.back().sequence.empty()) {
      return fail(at_, frames_.size() == 1 ? "the pattern is empty" : "an alternative is empty");
    }
    finish_alternative();
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    std::uint32_t node = frame.alternatives.front();
    if (frame.kind == NodeKind::NoneOf) {
      node = none_of(frame);
    } else if (frame.alternatives.size() > 1) {
      node = add({NodeKind::Choice, "", 0, 0, frame.alternatives});
    }
    if (frame.kind == NodeKind::Optional) node = add({NodeKind::Optional, "", 0, 0, {node}});
    if (!frames_.empty()) {
      frames_.back().sequence.push_back(node);
    } else if (node + 1 != result_.nodes.size()) {
      add({NodeKind::Sequence, "", 0, 0, {node}});
    }
  }

  std::uint32_t none_of(const Frame& frame) {
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> pending = frame.alternatives;
    while (!pending.empty()) {
      std::uint32_t index = pending.back();
      pending.pop_back();
      const Node& node = result_.nodes[index];
      if (node.kind == NodeKind::Choice) {
        pending.insert(pending.end(), node.children.begin(), node.children.end());
      } else if (node.kind == NodeKind::Word || node.kind == NodeKind::Prefix) {
        words.push_back(index);
      } else {
        fail(frame.offset, "-( ) takes single words only");
      }
    }
    put_in_order(words);
    return add({NodeKind::NoneOf, "", 0, 0, std::move(words)});
  }

  void read_gap() {
    std::uint32_t begin = at_++;
    unsigned limit = 0;
    std::uint32_t figures = 0;
    while (at_ < notation_.size() && is_figure(notation_[at_]) && figures < 3) {
      limit = limit * 10 + static_cast<unsigned>(notation_[at_++] - '0');
      ++figures;
    }
    if (figures == 0 || limit == 0 || limit > kMaxGap) {
      return fail(begin, "a gap is written ~1 to ~" + std::to_string(kMaxGap));
    }
    append({NodeKind::Gap, "", 0, static_cast<std::uint8_t>(limit), {}});
  }

  void read_start() {
    if (context_.is_entry)
      return fail(at_, "^ would bind every pattern that names this lexicon; write it there");
    bool is_first = frames_.size() == 1 && frames_.back().alternatives.empty() &&
                    frames_.back().sequence.empty();
    if (!is_first) return fail(at_, "^ may only stand at the very beginning of a pattern");
    ++at_;
    append({NodeKind::Start, "", 0, 0, {}});
  }

  std::string_view read_name() {
    std::uint32_t begin = ++at_;
    while (at_ < notation_.size() && is_name_char(notation_[at_])) ++at_;
    return notation_.substr(begin, at_ - begin);
  }

  void read_shape() {
    std::uint32_t begin = at_;
    std::string_view name = read_name();
    if (name == "merge") return append({NodeKind::Merge, "", 0, 0, {}});
    for (const ShapeName& row : kShapeNames) {
      if (row.name == name) return append({NodeKind::Shape, "", row.shape, 0, {}});
    }
    fail(begin, "there is no shape @" + std::string(name));
  }

  void read_lexicon() {
    std::uint32_t begin = at_;
    std::string name(read_name());
    if (!context_.lexicon) return fail(begin, "a lexicon entry cannot refer to a lexicon");
    ParsedLexicons here;
    ParsedLexicons& known = context_.parsed_lexicons ? *context_.parsed_lexicons : here;
    auto found = known.find(name);
    if (found == known.end()) found = known.emplace(name, parse_lexicon(name)).first;
    if (found->second.error) return fail(begin, found->second.error->message);
    frames_.back().sequence.push_back(adopt(found->second));
  }

  // A choice of the entries.
  ParsedPattern parse_lexicon(const std::string& name) const {
    std::optional<std::span<const std::string>> entries = context_.lexicon(name);
    if (!entries || entries->empty()) return {{}, PatternError{0, "there is no lexicon %" + name}};
    const PatternContext inner{{}, context_.cut, context_.bare, true};
    Parser all({}, inner);
    Node choice{NodeKind::Choice, name, 0, 0, {}};
    for (const std::string& entry : *entries) {
      ParsedPattern parsed = parse_pattern(entry, inner);
      if (parsed.error) {
        return {{}, PatternError{0, entry_problem(name, entry, parsed.error->message)}};
      }
      choice.children.push_back(all.adopt(parsed));
    }
    all.add(std::move(choice));
    return std::move(all.result_);
  }

  // Takes over the nodes of another pattern and returns its root.
  std::uint32_t adopt(const ParsedPattern& other) {
    auto offset = static_cast<std::uint32_t>(result_.nodes.size());
    for (const Node& node : other.nodes) {
      Node& own = result_.nodes.emplace_back(node);
      for (std::uint32_t& child : own.children) child += offset;
    }
    return static_cast<std::uint32_t>(result_.nodes.size() - 1);
  }

  void read_words() {
    std::uint32_t begin = at_;
    while (at_ < notation_.size() &&
           std::string_view(" ()[]|~#*").find(notation_[at_]) == std::string_view::npos) {
      if (at_ > begin && notation_.substr(at_, 2) == "-(") break;
      ++at_;
    }
    std::string_view text = notation_.substr(begin, at_ - begin);
    bool is_prefix = at_ < notation_.size() && notation_[at_] == '*';
    if (is_prefix) ++at_;
    if (text == "." || text == "!" || text == "?") {
      return append({NodeKind::Ender, std::string(text), 0, 0, {}});
    }
    std::vector<std::string> words = context_.cut(text);
    if (words.empty()) {
      return fail(begin, "\"" + std::string(text) + "\" has no word that a text could contain");
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      bool is_last = i + 1 == words.size();
      append_word(std::move(words[i]), is_prefix && is_last);
    }
  }

  void append_word(std::string word, bool is_prefix) {
    std::string bare = context_.bare ? context_.bare(word, is_prefix) : std::string();
    append({is_prefix ? NodeKind::Prefix : NodeKind::Word,
            std::move(word),
            0,
            0,
            {},
            std::move(bare)});
  }

  std::string_view notation_;
  const PatternContext& context_;
  std::uint32_t at_ = 0;
  std::vector<Frame> frames_;
  ParsedPattern result_;
};

std::string_view shape_name(std::uint8_t shape) {
  for (const ShapeName& row : kShapeNames) {
    if (row.shape == shape) return row.name;
  }
  return "";
}

}  // namespace

ParsedPattern parse_pattern(std::string_view notation, const PatternContext& context) {
  return Parser(notation, context).parse();
}

std::vector<std::string_view> shape_names(std::uint8_t shapes) {
  std::vector<std::string_view> names;
  for (const ShapeName& row : kShapeNames) {
    if ((shapes & row.shape) != 0) names.push_back(row.name);
  }
  return names;
}

std::string to_string(const ParsedPattern& pattern) {
  std::vector<std::string> texts;
  auto joined = [&](const Node& node, std::string_view separator) {
    std::string out;
    for (std::uint32_t child : node.children) {
      if (!out.empty()) out += separator;
      out += texts[child];
    }
    return out;
  };
  for (const Node& node : pattern.nodes) {
    switch (node.kind) {
      case NodeKind::Word:
      case NodeKind::Ender:
        texts.push_back(node.text);
        break;
      case NodeKind::Prefix:
        texts.push_back(node.text + '*');
        break;
      case NodeKind::Number:
        texts.emplace_back("#");
        break;
      case NodeKind::Shape:
        texts.push_back('@' + std::string(shape_name(node.shape)));
        break;
      case NodeKind::Merge:
        texts.emplace_back("@merge");
        break;
      case NodeKind::Start:
        texts.emplace_back("^");
        break;
      case NodeKind::Gap:
        texts.push_back('~' + std::to_string(node.limit));
        break;
      case NodeKind::NoneOf:
        texts.push_back("-(" + joined(node, "|") + ')');
        break;
      case NodeKind::Sequence:
        texts.push_back(joined(node, " "));
        break;
      case NodeKind::Choice:
        texts.push_back('(' + joined(node, "|") + ')');
        break;
      case NodeKind::Optional:
        texts.push_back('[' + joined(node, " ") + ']');
        break;
    }
  }
  return texts.empty() ? std::string() : texts.back();
}

}  // namespace unfeigned
