// The compiled form of a PatternSet, shared by the file that makes it and the file that runs it.
// Nothing else includes this.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/automaton.h"
#include "match/buckets.h"
#include "match/word_index.h"

namespace unfeigned {

// A position of a pattern that the matcher looks for, and what may stand beside it; kAllBuckets
// where that cannot be told by words, or nothing needs to.
struct Anchor {
  std::uint32_t pattern = 0;
  std::uint32_t position = 0;
  Buckets left = kAllBuckets;
  Buckets right = kAllBuckets;
  // The same exactly, where so many words may stand there that their buckets say little.
  std::optional<ClassId> left_class;
  std::optional<ClassId> right_class;
  // Words of which one must be in every match as well, at most so many tokens away. Asked where the
  // words right beside the anchor tell nothing.
  std::optional<ClassId> partner;
  Buckets partner_buckets = kAllBuckets;
  std::uint16_t reach_left = 0;
  std::uint16_t reach_right = 0;
};

// What is asked of an anchor before anything else, packed for a quick look at many of them.
struct Glance {
  Buckets left = kAllBuckets;
  Buckets right = kAllBuckets;
  std::uint32_t anchor = 0;  // into CompiledPatterns::class_anchors
};

struct CompiledPatterns {
  std::vector<Automaton> automata;  // by pattern; without positions where it did not compile
  WordClasses classes;
  WordIndex words;
  std::vector<Anchor> class_anchors;
  // The anchors that a word stands for, by its entry in `words`: those of entry i lie in
  // [glances_begin[i], glances_begin[i + 1]).
  std::vector<Glance> glances;
  std::vector<std::uint32_t> glances_begin;
  std::span<const Glance> glances_of(std::uint32_t entry) const {
    return std::span(glances).subspan(glances_begin[entry],
                                      glances_begin[entry + 1] - glances_begin[entry]);
  }
  // Anchors that are no words: asked at tokens that have such a kind or shape.
  std::vector<Anchor> number_anchors;
  std::vector<Anchor> shape_anchors;
  std::vector<Anchor> merge_anchors;
  std::vector<Anchor> ender_anchors;
};

}  // namespace unfeigned
