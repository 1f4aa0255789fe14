// Metalanguage ("the phrase ...") and attribution ("according to ..."): the sentence mentions the
// words instead of using them. A text that says them in its own name uses them all the same.
#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

std::optional<GuardHit> mention(const Reading& reading, const RawMatch& match, Cue cue,
                                Guard guard) {
  if (speaks_for_itself(reading, match)) return std::nullopt;
  std::vector<const CueHit*> cues = own_cues(reading, match, cue);
  if (cues.empty()) return std::nullopt;
  return GuardHit{guard, reading.document.span_of(cues.front()->tokens)};
}

}  // namespace

std::optional<GuardHit> metalanguage_guard(const Reading& reading, const RawMatch& match) {
  return mention(reading, match, Cue::Metalanguage, Guard::Metalanguage);
}

std::optional<GuardHit> attribution_guard(const Reading& reading, const RawMatch& match) {
  return mention(reading, match, Cue::Attribution, Guard::Attribution);
}

}  // namespace unfeigned
