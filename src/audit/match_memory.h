// What patterns found in the blocks of the last texts, so that an edit costs the blocks that it
// touched. What is found in a block depends on the block and on which of its sentences are looked
// at, and on nothing else: that alone is what is remembered, and every pass after it runs on the
// whole text.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/pattern_set.h"
#include "text/document.h"

namespace unfeigned {

class MatchMemory {
 public:
  // As PatternSet::find, for Documents of one DocumentReader. The set must outlive the memory.
  std::vector<Match> find(const Document& document, const PatternSet& patterns,
                          std::span<const std::uint32_t> sentences);

  // Numbers of blocks that do not come back; see Block::content.
  void forget(std::span<const std::uint32_t> contents);

 private:
  // Sentences and tokens count from the first of their block.
  struct Found {
    const PatternSet* patterns = nullptr;
    std::vector<std::uint32_t> sentences;
    std::vector<Match> matches;
  };

  const Found& find_in_block(const Document& document, const PatternSet& patterns,
                             std::span<const std::uint32_t> sentences);
  PatternSearch& search_of(const PatternSet& patterns);

  std::unordered_map<std::uint32_t, std::vector<Found>>
      found_;  // by content; looked up, in no order
  std::vector<std::pair<const PatternSet*, PatternSearch>> searches_;
};

}  // namespace unfeigned
