#include "match/pattern_set.h"

#include <unordered_map>

#include "match/compiled_patterns.h"

namespace unfeigned {
namespace {

// Frequencies for words that the pack's common_words do not list, and for what is no word.
// Zipf's law with the most frequent word at one token in twenty gives the order of magnitude.
constexpr double kTopFrequency = 0.05;
constexpr double kRareFrequency = 0.00002;
constexpr double kNumberFrequency = 0.02;
constexpr double kShapeFrequency = 0.005;
constexpr double kMergeFrequency = 0.001;
constexpr double kEnderFrequency = 0.06;

class Frequencies {
 public:
  explicit Frequencies(std::span<const std::string> common_words) : words_(common_words) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      ranks_.try_emplace(words_[i], kTopFrequency / static_cast<double>(i + 1));
    }
  }

  double of(const std::string& entry) const {
    if (entry.empty() || entry.back() != '*') {
      auto found = ranks_.find(entry);
      return found == ranks_.end() ? kRareFrequency : found->second;
    }
    std::string_view prefix(entry.data(), entry.size() - 1);
    double sum = kRareFrequency * 3;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].starts_with(prefix)) sum += kTopFrequency / static_cast<double>(i + 1);
    }
    return sum;
  }

 private:
  std::span<const std::string> words_;
  std::unordered_map<std::string, double> ranks_;  // looked up, never iterated
};

double frequency_of(const CompiledPatterns& compiled, const Position& position, const Frequencies& words) {
  switch (position.kind) {
    case PositionKind::Class: {
      double sum = 0;
      for (const std::string& entry : compiled.classes.all()[position.word_class]) sum += words.of(entry);
      return sum;
    }
    case PositionKind::Number: return kNumberFrequency;
    case PositionKind::Shape: return kShapeFrequency;
    case PositionKind::Merge: return kMergeFrequency;
    case PositionKind::Ender: return kEnderFrequency;
    case PositionKind::NotClass: case PositionKind::Any: return 1;
  }
  return 1;
}

bool has_bit(const std::vector<std::uint64_t>& bits, std::size_t offset, std::size_t bit) {
  return ((bits[offset + bit / 64] >> (bit % 64)) & 1U) != 0;
}

// The buckets of the words that may stand next to a position, on the side of `edges`. All of them
// where the pattern may end there (`goals`) or something other than named words may stand.
Buckets neighbours(const CompiledPatterns& compiled, const Automaton& automaton, std::uint32_t at,
                   const std::vector<std::uint64_t>& edges, const std::vector<std::uint64_t>& goals) {
  if (has_bit(goals, 0, at)) return kAllBuckets;
  Buckets buckets = 0;
  for (std::size_t other = 0; other < automaton.positions.size(); ++other) {
    if (!has_bit(edges, at * automaton.words, other)) continue;
    const Position& position = automaton.positions[other];
    if (position.kind != PositionKind::Class) return kAllBuckets;
    for (const std::string& entry : compiled.classes.all()[position.word_class]) {
      bool is_short_prefix = entry.back() == '*' && entry.size() < 4;
      if (is_short_prefix) return kAllBuckets;
      buckets |= bucket_of(entry);
    }
  }
  return buckets;
}

// False for an anchor that nothing could find: every match begins with any word at all.
bool add_anchor(CompiledPatterns& compiled, std::uint32_t pattern, std::uint32_t at) {
  const Automaton& automaton = compiled.automata[pattern];
  Anchor anchor{pattern, at, neighbours(compiled, automaton, at, automaton.precede, automaton.first),
                neighbours(compiled, automaton, at, automaton.follow, automaton.last)};
  const Position& position = automaton.positions[at];
  switch (position.kind) {
    case PositionKind::Class: compiled.class_anchors[position.word_class].push_back(anchor); return true;
    case PositionKind::Number: compiled.number_anchors.push_back(anchor); return true;
    case PositionKind::Shape: compiled.shape_anchors.push_back(anchor); return true;
    case PositionKind::Merge: compiled.merge_anchors.push_back(anchor); return true;
    case PositionKind::Ender: compiled.ender_anchors.push_back(anchor); return true;
    case PositionKind::NotClass: case PositionKind::Any: return false;
  }
  return false;
}

}  // namespace

PatternSet::PatternSet() : compiled_(std::make_unique<CompiledPatterns>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::size() const { return compiled_->automata.size(); }

PatternSet PatternSet::compile(std::span<const PatternSource> patterns, const PatternContext& context,
                               std::span<const std::string> common_words, Diagnostics& diagnostics) {
  PatternSet set;
  CompiledPatterns& compiled = *set.compiled_;
  Frequencies words(common_words);
  PositionFrequency frequency = [&](const Position& at) { return frequency_of(compiled, at, words); };
  for (const PatternSource& source : patterns) {
    ParsedPattern parsed = parse_pattern(source.notation, context);
    BuiltAutomaton built;
    if (parsed.error) {
      built.error = parsed.error->message + ", at byte " + std::to_string(parsed.error->offset + 1);
    } else {
      built = build_automaton(parsed, compiled.classes, frequency);
    }
    if (built.error) {
      diagnostics.error(source.place, "pattern \"" + source.notation + "\": " + *built.error);
      built.automaton = {};
    }
    compiled.automata.push_back(std::move(built.automaton));
  }
  compiled.class_anchors.resize(compiled.classes.all().size());
  for (std::uint32_t id = 0; id < compiled.classes.all().size(); ++id) {
    for (const std::string& entry : compiled.classes.all()[id]) compiled.trie.add(entry, id);
  }
  for (std::uint32_t i = 0; i < compiled.automata.size(); ++i) {
    bool has_all = true;
    for (std::uint32_t at : compiled.automata[i].anchor) has_all = add_anchor(compiled, i, at) && has_all;
    if (!has_all) {
      diagnostics.error(patterns[i].place, "pattern \"" + patterns[i].notation +
                                               "\": it can match without naming any word");
    }
  }
  return set;
}

}  // namespace unfeigned
