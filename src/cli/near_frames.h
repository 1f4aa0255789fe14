// Patterns that a sentence comes near to without matching: for the author who wonders why a rule
// did not find it. A pattern is taken apart at its top level; what is shown is the longest run of
// parts, from its beginning or up to its end, that the sentence has. It costs far more than an
// audit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/pack.h"
#include "text/document.h"

namespace unfeigned::cli {

struct NearFrame {
  const Rule* rule = nullptr;
  std::uint32_t part = 0;  // which of its patterns
  TokenSpan tokens;        // the words that fit
  bool is_ending = false;  // they fit the end of the pattern; otherwise its beginning
  std::string missing;     // the part of the pattern beside them, in the notation
};

// The notation cut at its top level, one list for each alternative there. Gaps, optional parts and
// the sign for the start of a sentence stay with the part that they stand before.
std::vector<std::vector<std::string>> parts_of(std::string_view notation);

class NearFrames {
 public:
  // Rules that are in force, of all packs. The packs must outlive it.
  explicit NearFrames(const PackSet& packs);

  // The nearest ones of a sentence, one a rule, without those of the rules given.
  std::vector<NearFrame> find(const Document& document, std::uint32_t sentence,
                              const std::set<const Rule*>& without, std::size_t count) const;

 private:
  struct Frame {
    const Rule* rule = nullptr;
    std::uint32_t part = 0;
    std::vector<std::string> parts;
    std::vector<std::uint32_t> indices;  // of the parts in PackFrames::parts
    std::vector<std::size_t> weights;    // of the parts
    std::size_t weight = 0;              // of all of them
  };
  struct PackFrames {
    std::vector<Frame> frames;
    PatternSet parts;  // each distinct one
  };

  static std::size_t weight_of_run(const Frame& frame, std::size_t size, bool is_ending);
  std::vector<const Frame*> candidates(const Document& document, std::uint32_t sentence,
                                       const std::set<const Rule*>& without) const;
  std::vector<NearFrame> nearest_of(const std::vector<const Frame*>& frames,
                                    const Document& document, std::uint32_t sentence) const;

  const PackSet& packs_;
  std::vector<PackFrames> by_pack_;
};

}  // namespace unfeigned::cli
