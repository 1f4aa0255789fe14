// The compiled form of a PatternSet, shared by the file that makes it and the file that runs it.
// Nothing else includes this.
#pragma once

#include <cstdint>
#include <optional>
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
};

struct CompiledPatterns {
  std::vector<Automaton> automata;  // by pattern; without positions where it did not compile
  WordClasses classes;
  WordIndex words;
  std::vector<std::vector<Anchor>> class_anchors;  // by ClassId
  // Anchors that are no words: asked at tokens that have such a kind or shape.
  std::vector<Anchor> number_anchors;
  std::vector<Anchor> shape_anchors;
  std::vector<Anchor> merge_anchors;
  std::vector<Anchor> ender_anchors;
};

}  // namespace unfeigned
