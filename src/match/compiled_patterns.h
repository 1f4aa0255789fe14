// The compiled form of a PatternSet, shared by the file that makes it and the file that runs it.
// Nothing else includes this.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "match/automaton.h"
#include "match/word_trie.h"

namespace unfeigned {

// A position of a pattern that the matcher looks for.
struct Anchor {
  std::uint32_t pattern = 0;
  std::uint32_t position = 0;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

struct CompiledPatterns {
  std::vector<Automaton> automata;  // by pattern; without positions where it did not compile
  WordClasses classes;
  WordTrie trie;
  std::vector<std::vector<Anchor>> class_anchors;  // by ClassId
  // Anchors that are no words: asked at tokens that have such a kind or shape.
  std::vector<Anchor> number_anchors;
  std::vector<Anchor> shape_anchors;
  std::vector<Anchor> merge_anchors;
  std::vector<Anchor> ender_anchors;
};

}  // namespace unfeigned
