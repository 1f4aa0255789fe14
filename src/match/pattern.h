// The pattern notation, parsed. A pattern is one line of text over the folded words of a block:
//
//   word          this word            w*        any word that begins with w
//   (a b|c)       alternatives         [a|b]     the same, or nothing
//   ~3            up to three words    #         a number
//   -(a|b)        one word that is none of these
//   ^             the start of a sentence
//   %name         a lexicon            @name     a shape such as @clock, or @merge
//   .  !  ?       the mark that ends a sentence; nothing else crosses one
//
// Spaces separate words; commas, dashes and quotation marks of the text are not seen. Words are
// cut and folded exactly as text is, so "mix-up" is two words and each Han character is one.
// This file refuses to match: see pattern_set.h.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

enum class NodeKind : std::uint8_t {
  Word,    // text: a folded word
  Prefix,  // text: the folded beginning of a word
  Number,
  Shape,     // shape: bits of Token::shape, any of which must be set
  Merge,     // an unresolved template field
  Ender,     // text: "." "!" "?" (full-width forms fold to these)
  Start,     // the next word is the first of its sentence
  Gap,       // up to `limit` words of any kind
  NoneOf,    // one word that is none of the children, which are Word or Prefix
  Sequence,  // the children in order
  Choice,    // one of the children
  Optional,  // the only child, or nothing
};

struct Node {
  NodeKind kind = NodeKind::Sequence;
  std::string text;  // Choice: the lexicon that was written out here, or empty
  std::uint8_t shape = 0;
  std::uint8_t limit = 0;
  std::vector<std::uint32_t> children;  // indices into ParsedPattern::nodes
  std::string bare = {};  // Word, Prefix: also this, the same typed without its accents; or empty
};

// Gaps longer than this are refused: a formula that holds together over more words is two rules.
inline constexpr unsigned kMaxGap = 16;
// Brackets nested deeper than this are refused: nobody could read them.
inline constexpr unsigned kMaxPatternDepth = 12;

struct PatternError {
  std::uint32_t offset = 0;  // bytes into the notation
  std::string message;
};

struct ParsedPattern {
  std::vector<Node> nodes;            // children before their parents; the last one is the root
  std::optional<PatternError> error;  // when set, nodes are meaningless
};

using ParsedLexicons = std::map<std::string, ParsedPattern, std::less<>>;  // by name

// What a notation refers to beyond itself.
struct PatternContext {
  // The entries of a lexicon, each in the notation; nothing when there is no such lexicon.
  std::function<std::optional<std::span<const std::string>>(std::string_view name)> lexicon;
  // Cuts and folds words as the texts will be cut; see WordCutter.
  std::function<std::vector<std::string>(std::string_view text)> cut;
  // How a folded word looks when typed without accents, or empty where it must not be read so;
  // absent: words are read as they are written.
  std::function<std::string(std::string_view word, bool is_prefix)> bare;
  bool is_entry = false;  // of a lexicon, which stands inside other patterns
  // Where lexicons are kept once they are parsed, since patterns name the same ones again and
  // again; absent: they are parsed anew. It goes with the functions above, and outlives them.
  ParsedLexicons* parsed_lexicons = nullptr;
};

ParsedPattern parse_pattern(std::string_view notation, const PatternContext& context);

// The shapes whose bits are set, as the notation names them.
std::vector<std::string_view> shape_names(std::uint8_t shapes);

// The notation again, with words folded and lexicons written out; for tests and explain.
std::string to_string(const ParsedPattern& pattern);

}  // namespace unfeigned
