#include "match/pattern_set.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/order.h"
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
  explicit Frequencies(std::span<const std::string> common_words) {
    for (std::size_t i = 0; i < common_words.size(); ++i) {
      words_.emplace_back(common_words[i], kTopFrequency / static_cast<double>(i + 1));
    }
    put_in_order(words_);
  }

  // Patterns name the same classes again and again.
  double of(ClassId id, const WordClasses& classes) {
    constexpr double kUnknown = -1;
    if (by_class_.size() <= id) by_class_.resize(classes.all().size(), kUnknown);
    double& sum = by_class_[id];
    if (sum == kUnknown) {
      sum = 0;
      for (const std::string& entry : classes.all()[id]) sum += of(entry);
    }
    return sum;
  }

 private:
  double of(std::string_view entry) const {
    const bool is_prefix = entry.ends_with('*');
    if (is_prefix) entry.remove_suffix(1);
    auto at = std::lower_bound(words_.begin(), words_.end(), std::pair(entry, 0.0));
    if (!is_prefix) {
      return at == words_.end() || at->first != entry ? kRareFrequency : at->second;
    }
    double sum = kRareFrequency * 3;
    for (; at != words_.end() && at->first.starts_with(entry); ++at) sum += at->second;
    return sum;
  }

  std::vector<std::pair<std::string_view, double>> words_;  // sorted
  std::vector<double> by_class_;
};

double frequency_of(const CompiledPatterns& compiled, const Position& position,
                    Frequencies& words) {
  switch (position.kind) {
    case PositionKind::Class:
      return words.of(position.word_class, compiled.classes);
    case PositionKind::Number:
      return kNumberFrequency;
    case PositionKind::Shape:
      return kShapeFrequency;
    case PositionKind::Merge:
      return kMergeFrequency;
    case PositionKind::Ender:
      return kEnderFrequency;
    case PositionKind::NotClass:
    case PositionKind::Any:
      return 1;
  }
  return 1;
}

// Looks at what may stand next to a position, on the side of `edges`; false where the pattern may
// end there (`goals`) or something other than named words may stand.
template <class Each>
bool for_each_neighbour(const Automaton& automaton, std::uint32_t at,
                        const std::vector<std::uint64_t>& edges,
                        const std::vector<std::uint64_t>& goals, Each each) {
  if ((goals[at / 64] >> (at % 64) & 1U) != 0) return false;
  for (std::size_t word = 0; word < automaton.words; ++word) {
    for (std::uint64_t bits = edges[at * automaton.words + word]; bits != 0; bits &= bits - 1) {
      const auto other = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      const Position& position = automaton.positions[other];
      if (position.kind != PositionKind::Class) return false;
      each(position);
    }
  }
  return true;
}

Buckets buckets_beside(const Automaton& automaton, std::uint32_t at,
                       const std::vector<std::uint64_t>& edges,
                       const std::vector<std::uint64_t>& goals) {
  Buckets buckets = 0;
  bool is_named =
      for_each_neighbour(automaton, at, edges, goals,
                         [&buckets](const Position& position) { buckets |= position.buckets; });
  return is_named ? buckets : kAllBuckets;
}

Anchor make_anchor(const CompiledPatterns& compiled, std::uint32_t pattern, std::uint32_t at) {
  const Automaton& automaton = compiled.automata[pattern];
  Anchor anchor;
  anchor.pattern = pattern;
  anchor.position = at;
  anchor.left = buckets_beside(automaton, at, automaton.precede, automaton.first);
  anchor.right = buckets_beside(automaton, at, automaton.follow, automaton.last);
  return anchor;
}

// Gives an anchor that was chosen the exact classes of its neighbours, where they are many.
void add_neighbour_classes(CompiledPatterns& compiled, Anchor& anchor) {
  constexpr std::size_t kMany = 12;
  const Automaton& automaton = compiled.automata[anchor.pattern];
  auto class_of = [&](const std::vector<std::uint64_t>& edges,
                      const std::vector<std::uint64_t>& goals) {
    std::vector<std::string> entries;
    bool is_named =
        for_each_neighbour(automaton, anchor.position, edges, goals, [&](const Position& position) {
          const auto& own = compiled.classes.all()[position.word_class];
          entries.insert(entries.end(), own.begin(), own.end());
        });
    return is_named && entries.size() >= kMany
               ? std::optional(compiled.classes.intern(std::move(entries)))
               : std::nullopt;
  };
  anchor.left_class = class_of(automaton.precede, automaton.first);
  anchor.right_class = class_of(automaton.follow, automaton.last);
}

// The most tokens from a position to the end of a match, along `edges`. There is no cycle.
std::uint16_t longest_way(const Automaton& automaton, std::uint32_t from,
                          const std::vector<std::uint64_t>& edges) {
  std::vector<std::uint64_t> layer(automaton.words);
  layer[from / 64] = std::uint64_t{1} << (from % 64);
  for (std::uint16_t steps = 0;; ++steps) {
    std::vector<std::uint64_t> next(automaton.words);
    bool is_end = true;
    for (std::size_t word = 0; word < automaton.words; ++word) {
      for (std::uint64_t bits = layer[word]; bits != 0; bits &= bits - 1) {
        const auto at = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        for (std::size_t k = 0; k < automaton.words; ++k) {
          next[k] |= edges[at * automaton.words + k];
          is_end = is_end && next[k] == 0;
        }
      }
    }
    if (is_end) return steps;
    layer = std::move(next);
  }
}

// Gives an anchor whose neighbours can be any words the rarest words that must be in the match too.
void add_partner(CompiledPatterns& compiled, Anchor& anchor, Frequencies& words) {
  // A partner that so many of the tokens around could be is not worth the look at them.
  constexpr double kOften = 0.5;
  if (anchor.left != kAllBuckets || anchor.right != kAllBuckets) return;
  const Automaton& automaton = compiled.automata[anchor.pattern];
  anchor.reach_left = longest_way(automaton, anchor.position, automaton.precede);
  anchor.reach_right = longest_way(automaton, anchor.position, automaton.follow);
  double rarest = kOften / (anchor.reach_left + anchor.reach_right + 1);
  const std::vector<std::uint32_t>* partner = nullptr;
  for (const std::vector<std::uint32_t>& cut : automaton.cuts) {
    double frequency = 0;
    bool is_usable = std::all_of(cut.begin(), cut.end(), [&](std::uint32_t at) {
      const Position& position = automaton.positions[at];
      frequency += frequency_of(compiled, position, words);
      return position.kind == PositionKind::Class && at != anchor.position;
    });
    if (!is_usable || frequency >= rarest) continue;
    rarest = frequency;
    partner = &cut;
  }
  if (partner == nullptr) return;
  std::vector<std::string> entries;
  for (std::uint32_t at : *partner) {
    const auto& own = compiled.classes.all()[automaton.positions[at].word_class];
    entries.insert(entries.end(), own.begin(), own.end());
  }
  anchor.partner = compiled.classes.intern(std::move(entries));
  anchor.partner_buckets = compiled.classes.buckets(*anchor.partner);
}

// What the anchors of a pattern cost for each token of a text, in glances: one glance wherever the
// position fits, and a close look, dear as twenty glances, wherever the words beside it fit as
// well. Those are taken as spread evenly over the buckets.
double cost_of(const CompiledPatterns& compiled, const std::vector<Anchor>& anchors,
               Frequencies& words) {
  constexpr double kCloseLook = 20;
  double cost = 0;
  for (const Anchor& anchor : anchors) {
    const Position& position = compiled.automata[anchor.pattern].positions[anchor.position];
    double left = std::popcount(anchor.left) / 64.0;
    double right = std::popcount(anchor.right) / 64.0;
    cost += frequency_of(compiled, position, words) * (1 + kCloseLook * left * right);
  }
  return cost;
}

bool is_findable(const CompiledPatterns& compiled, const Anchor& anchor) {
  PositionKind kind = compiled.automata[anchor.pattern].positions[anchor.position].kind;
  return kind != PositionKind::NotClass && kind != PositionKind::Any;
}

// The cheapest anchors of a pattern; none when every match may begin with any word at all.
std::vector<Anchor> choose_anchors(const CompiledPatterns& compiled, std::uint32_t pattern,
                                   Frequencies& words) {
  std::vector<Anchor> best;
  double best_cost = 0;
  for (const std::vector<std::uint32_t>& cut : compiled.automata[pattern].cuts) {
    std::vector<Anchor> anchors;
    anchors.reserve(cut.size());
    for (std::uint32_t at : cut) anchors.push_back(make_anchor(compiled, pattern, at));
    bool is_usable = std::all_of(anchors.begin(), anchors.end(), [&](const Anchor& anchor) {
      return is_findable(compiled, anchor);
    });
    double cost = cost_of(compiled, anchors, words);
    if (is_usable && (best.empty() || cost < best_cost)) {
      best = std::move(anchors);
      best_cost = cost;
    }
  }
  return best;
}

void add_anchor(CompiledPatterns& compiled, const Anchor& anchor) {
  const Position& position = compiled.automata[anchor.pattern].positions[anchor.position];
  switch (position.kind) {
    case PositionKind::Class:
      compiled.class_anchors.push_back(anchor);
      break;
    case PositionKind::Number:
      compiled.number_anchors.push_back(anchor);
      break;
    case PositionKind::Shape:
      compiled.shape_anchors.push_back(anchor);
      break;
    case PositionKind::Merge:
      compiled.merge_anchors.push_back(anchor);
      break;
    case PositionKind::Ender:
      compiled.ender_anchors.push_back(anchor);
      break;
    case PositionKind::NotClass:
    case PositionKind::Any:
      break;
  }
}

// Lays the anchors of each word side by side.
void list_glances(CompiledPatterns& compiled) {
  std::vector<std::vector<std::uint32_t>> by_class(compiled.classes.all().size());
  for (std::uint32_t i = 0; i < compiled.class_anchors.size(); ++i) {
    const Anchor& anchor = compiled.class_anchors[i];
    by_class[compiled.automata[anchor.pattern].positions[anchor.position].word_class].push_back(i);
  }
  for (std::uint32_t entry = 0; entry < compiled.words.size(); ++entry) {
    compiled.glances_begin.push_back(static_cast<std::uint32_t>(compiled.glances.size()));
    for (ClassId id : compiled.words.ids(entry)) {
      for (std::uint32_t i : by_class[id]) {
        compiled.glances.push_back(
            {compiled.class_anchors[i].left, compiled.class_anchors[i].right, i});
      }
    }
  }
  compiled.glances_begin.push_back(static_cast<std::uint32_t>(compiled.glances.size()));
}

}  // namespace

PatternSet::PatternSet() : compiled_(std::make_unique<CompiledPatterns>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::size() const { return compiled_->automata.size(); }

PatternSet PatternSet::compile(std::span<const PatternSource> patterns,
                               const PatternContext& context,
                               std::span<const std::string> common_words,
                               Diagnostics& diagnostics) {
  PatternSet set;
  CompiledPatterns& compiled = *set.compiled_;
  Frequencies words(common_words);
  PositionFrequency frequency = [&](const Position& at) {
    return frequency_of(compiled, at, words);
  };
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
  std::vector<Anchor> all;
  for (std::uint32_t i = 0; i < compiled.automata.size(); ++i) {
    if (compiled.automata[i].positions.empty()) continue;
    std::vector<Anchor> anchors = choose_anchors(compiled, i, words);
    for (Anchor& anchor : anchors) {
      add_neighbour_classes(compiled, anchor);
      add_partner(compiled, anchor, words);
    }
    all.insert(all.end(), anchors.begin(), anchors.end());
    if (anchors.empty()) {
      diagnostics.error(patterns[i].place, "pattern \"" + patterns[i].notation +
                                               "\": it can match without naming any word");
    }
  }
  for (const Anchor& anchor : all) add_anchor(compiled, anchor);
  for (std::uint32_t id = 0; id < compiled.classes.all().size(); ++id) {
    for (const std::string& entry : compiled.classes.all()[id]) compiled.words.add(entry, id);
  }
  compiled.words.build();
  list_glances(compiled);
  return set;
}

}  // namespace unfeigned
