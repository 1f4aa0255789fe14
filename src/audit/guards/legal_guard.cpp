// Terms and conditions: what stands there is owed to a lawyer, not to a reader.
#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

constexpr std::size_t kLegalCues = 2;  // distinct ones in a block

}  // namespace

std::optional<GuardHit> legal_guard(const Reading& reading, const RawMatch& match, Genre genre) {
  if (genre == Genre::Legal) return GuardHit{Guard::Legal, {}};
  const BlockCues& block = reading.block_cues[reading.document.sentences()[match.sentence].block];
  std::vector<const CueHit*> cues = distinct_cues(reading, match, Cue::Legal, block.legal);
  if (cues.size() < kLegalCues) return std::nullopt;
  return GuardHit{Guard::Legal, reading.document.span_of(cues.front()->tokens)};
}

}  // namespace unfeigned
