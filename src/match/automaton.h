// A pattern as a position automaton (Glushkov 1961): one position for each thing that can stand at
// one token, and for each position those that may follow it. There is no repetition in the
// notation, so the automaton has no cycle, and a match is never longer than the pattern.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/buckets.h"
#include "match/pattern.h"

namespace unfeigned {

using ClassId = std::uint32_t;

// A set of words and prefixes that stand at one token of a pattern. The patterns of a pack name
// the same sets again and again, so they are shared.
class WordClasses {
 public:
  // Each entry is a word, or a prefix ending in '*'.
  ClassId intern(std::vector<std::string> entries);
  // The class of the single words of a lexicon, once it was kept.
  std::optional<ClassId> of_lexicon(const std::string& name) const;
  void keep_lexicon(const std::string& name, ClassId id) { by_lexicon_.emplace(name, id); }
  const std::vector<std::vector<std::string>>& all() const { return classes_; }
  Buckets buckets(ClassId id) const { return buckets_[id]; }

 private:
  std::vector<std::vector<std::string>> classes_;        // sorted entries
  std::vector<Buckets> buckets_;                         // of each class
  std::unordered_map<std::string, ClassId> index_;       // by the joined entries; never iterated
  std::unordered_map<std::string, ClassId> by_lexicon_;  // never iterated
};

enum class PositionKind : std::uint8_t { Class, NotClass, Number, Shape, Merge, Ender, Any };

struct Position {
  PositionKind kind = PositionKind::Any;
  std::uint8_t shape = 0;
  char ender = 0;
  ClassId word_class = 0;
  Buckets buckets = kAllBuckets;  // of the words of a Class
};

inline constexpr std::size_t kMaxPositions = 512;

struct Automaton {
  std::vector<Position> positions;
  // For each position, as bits in `words` 64-bit words each.
  std::size_t words = 1;
  std::vector<std::uint64_t> follow;
  std::vector<std::uint64_t> precede;
  std::vector<std::uint64_t> first;
  std::vector<std::uint64_t> last;
  bool starts_sentence = false;
  // Sets of positions of which every match has one: where the matcher may anchor the pattern.
  std::vector<std::vector<std::uint32_t>> cuts;
};

struct BuiltAutomaton {
  Automaton automaton;
  std::optional<std::string> error;
};

// How often a token stands at a position of this kind: tokens of text, in 0 to 1. Only the order
// of these figures matters.
using PositionFrequency = std::function<double(const Position&)>;

BuiltAutomaton build_automaton(const ParsedPattern& pattern, WordClasses& classes,
                               const PositionFrequency& frequency);

}  // namespace unfeigned
