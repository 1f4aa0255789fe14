#include "match/automaton.h"

#include <algorithm>

#include "base/order.h"

namespace unfeigned {
namespace {

using Positions = std::vector<std::uint32_t>;

// Positions of which every match has one, and how often a token stands at one of them.
struct Cut {
  Positions positions;
  double frequency = 0;
};

// What is known of the part of the automaton below one node.
struct Fragment {
  bool is_nullable = false;
  Positions first;
  Positions last;
  std::vector<Cut> cuts;  // none: no position of it must be in a match
};

void append(Positions& to, const Positions& from) { to.insert(to.end(), from.begin(), from.end()); }

void set_bit(std::vector<std::uint64_t>& bits, std::size_t row, std::size_t words,
             std::uint32_t bit) {
  bits[row * words + bit / 64] |= std::uint64_t{1} << (bit % 64);
}

class Builder {
 public:
  Builder(const ParsedPattern& pattern, WordClasses& classes, const PositionFrequency& frequency)
      : pattern_(pattern), classes_(classes), frequency_(frequency) {}

  BuiltAutomaton build() {
    mark_merged();
    fragments_.resize(pattern_.nodes.size());
    for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
      if (!is_merged_[i]) fragments_[i] = fragment_of(pattern_.nodes[i]);
      if (automaton_.positions.size() > kMaxPositions) {
        return {{},
                "the pattern is too long: more than " + std::to_string(kMaxPositions) +
                    " places for a word; split it"};
      }
    }
    Fragment& root = fragments_.back();
    if (root.is_nullable) return {{}, "the pattern matches an empty text"};
    if (root.cuts.empty()) return {{}, "the pattern names no word"};
    finish(root);
    return {std::move(automaton_), std::nullopt};
  }

 private:
  Fragment fragment_of(const Node& node) {
    switch (node.kind) {
      case NodeKind::Word:
      case NodeKind::Prefix:
        return word(node);
      case NodeKind::Number:
        return single({PositionKind::Number, 0, 0, 0, kAllBuckets});
      case NodeKind::Shape:
        return single({PositionKind::Shape, node.shape, 0, 0, kAllBuckets});
      case NodeKind::Merge:
        return single({PositionKind::Merge, 0, 0, 0, kAllBuckets});
      case NodeKind::Ender:
        return single({PositionKind::Ender, 0, node.text[0], 0, kAllBuckets});
      case NodeKind::Start:
        automaton_.starts_sentence = true;
        return {true, {}, {}, {}};
      case NodeKind::Gap:
        return gap(node.limit);
      case NodeKind::NoneOf:
        return none_of(node);
      case NodeKind::Sequence:
        return sequence(node);
      case NodeKind::Choice:
        return choice(node);
      case NodeKind::Optional:
        return optional(node);
    }
    return {};
  }

  Fragment word(const Node& node) {
    std::vector<std::string> entries;
    add_entries(node, entries);
    return single(class_position(classes_.intern(std::move(entries))));
  }

  Position class_position(ClassId id) const {
    return {PositionKind::Class, 0, 0, id, classes_.buckets(id)};
  }

  std::uint32_t add(Position position) {
    automaton_.positions.push_back(position);
    return static_cast<std::uint32_t>(automaton_.positions.size() - 1);
  }

  Fragment single(Position position) {
    std::uint32_t at = add(position);
    Fragment fragment{false, {at}, {at}, {}};
    fragment.cuts.push_back({{at}, frequency_(position)});
    return fragment;
  }

  Fragment gap(std::uint32_t limit) {
    Fragment fragment{true, {}, {}, {}};
    std::uint32_t previous = 0;
    for (std::uint32_t i = 0; i < limit; ++i) {
      std::uint32_t at = add({PositionKind::Any, 0, 0, 0, kAllBuckets});
      if (i == 0) fragment.first.push_back(at);
      if (i > 0) edges_.emplace_back(previous, at);
      fragment.last.push_back(at);
      previous = at;
    }
    return fragment;
  }

  static void add_entries(const Node& node, std::vector<std::string>& entries) {
    std::string mark = node.kind == NodeKind::Prefix ? "*" : "";
    entries.push_back(node.text + mark);
    if (!node.bare.empty()) entries.push_back(node.bare + mark);
  }

  // The words of a choice or an exclusion share one position and get none of their own.
  void mark_merged() {
    is_merged_.assign(pattern_.nodes.size(), false);
    for (const Node& node : pattern_.nodes) {
      if (node.kind != NodeKind::Choice && node.kind != NodeKind::NoneOf) continue;
      for (std::uint32_t child : node.children) is_merged_[child] = is_word(child);
    }
  }

  bool is_word(std::uint32_t node) const {
    NodeKind kind = pattern_.nodes[node].kind;
    return kind == NodeKind::Word || kind == NodeKind::Prefix;
  }

  Fragment none_of(const Node& node) {
    std::vector<std::string> entries;
    for (std::uint32_t child : node.children) add_entries(pattern_.nodes[child], entries);
    Position position = class_position(classes_.intern(std::move(entries)));
    position.kind = PositionKind::NotClass;
    return single(position);
  }

  Fragment sequence(const Node& node) {
    Fragment all{true, {}, {}, {}};
    for (std::uint32_t child : node.children) {
      Fragment next = std::move(fragments_[child]);
      for (std::uint32_t from : all.last) {
        for (std::uint32_t to : next.first) edges_.emplace_back(from, to);
      }
      if (all.is_nullable) append(all.first, next.first);
      if (!next.is_nullable) all.last.clear();
      append(all.last, next.last);
      for (Cut& cut : next.cuts) all.cuts.push_back(std::move(cut));
      all.is_nullable = all.is_nullable && next.is_nullable;
    }
    return all;
  }

  // The single words among the alternatives, if there are any.
  std::optional<ClassId> words_of(const Node& choice) {
    if (auto known = classes_.of_lexicon(choice.text)) return known;
    std::vector<std::string> entries;
    for (std::uint32_t child : choice.children) {
      if (is_word(child)) add_entries(pattern_.nodes[child], entries);
    }
    if (entries.empty()) return std::nullopt;
    ClassId id = classes_.intern(std::move(entries));
    if (!choice.text.empty()) classes_.keep_lexicon(choice.text, id);
    return id;
  }

  Fragment choice(const Node& node) {
    Fragment all;
    Cut cut;
    bool has_cut = true;
    auto join = [&](Fragment part) {
      all.is_nullable = all.is_nullable || part.is_nullable;
      append(all.first, part.first);
      append(all.last, part.last);
      has_cut = has_cut && !part.cuts.empty();
      if (!has_cut) return;
      const Cut& rarest =
          *std::min_element(part.cuts.begin(), part.cuts.end(),
                            [](const Cut& a, const Cut& b) { return a.frequency < b.frequency; });
      append(cut.positions, rarest.positions);
      cut.frequency += rarest.frequency;
    };
    if (std::optional<ClassId> words = words_of(node)) join(single(class_position(*words)));
    for (std::uint32_t child : node.children) {
      if (!is_word(child)) join(std::move(fragments_[child]));
    }
    if (has_cut) all.cuts.push_back(std::move(cut));
    return all;
  }

  Fragment optional(const Node& node) {
    Fragment inner = std::move(fragments_[node.children.front()]);
    inner.is_nullable = true;
    inner.cuts.clear();
    return inner;
  }

  // Turns the edges into bits.
  void finish(const Fragment& root) {
    std::size_t count = automaton_.positions.size();
    automaton_.words = (count + 63) / 64;
    automaton_.follow.assign(count * automaton_.words, 0);
    automaton_.precede.assign(count * automaton_.words, 0);
    automaton_.first.assign(automaton_.words, 0);
    automaton_.last.assign(automaton_.words, 0);
    for (auto [from, to] : edges_) {
      set_bit(automaton_.follow, from, automaton_.words, to);
      set_bit(automaton_.precede, to, automaton_.words, from);
    }
    for (std::uint32_t at : root.first) set_bit(automaton_.first, 0, automaton_.words, at);
    for (std::uint32_t at : root.last) set_bit(automaton_.last, 0, automaton_.words, at);
    for (const Cut& cut : root.cuts) automaton_.cuts.push_back(cut.positions);
  }

  const ParsedPattern& pattern_;
  WordClasses& classes_;
  const PositionFrequency& frequency_;
  std::vector<bool> is_merged_;  // by node
  Automaton automaton_;
  std::vector<Fragment> fragments_;  // by node
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_;
};

}  // namespace

ClassId WordClasses::intern(std::vector<std::string> entries) {
  put_in_order(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::string key;
  for (const std::string& entry : entries) key += entry + '\n';
  auto id = static_cast<ClassId>(classes_.size());
  auto [place, is_new] = index_.try_emplace(std::move(key), id);
  if (!is_new) return place->second;
  buckets_.push_back(buckets_of(entries));
  classes_.push_back(std::move(entries));
  return id;
}

std::optional<ClassId> WordClasses::of_lexicon(const std::string& name) const {
  auto found = by_lexicon_.find(name);
  return found == by_lexicon_.end() ? std::nullopt : std::optional(found->second);
}

BuiltAutomaton build_automaton(const ParsedPattern& pattern, WordClasses& classes,
                               const PositionFrequency& frequency) {
  return Builder(pattern, classes, frequency).build();
}

}  // namespace unfeigned
