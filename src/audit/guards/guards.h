// Guards: why a match is not held against the text, or less so. Each is a function of the reading
// and one match, in a file of its own, with a table of cases in the tests. A guard reads the
// match's own sentence, and of its block only sentences without any match: then no edit of one
// formula can change what is said of another.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "audit/reading.h"

namespace unfeigned {

struct Verdict {
  Status status = Status::Flagged;
  int lowered = 0;  // steps of severity
  std::vector<GuardHit> hits;
};

// Asks all guards that the rule allows, in the order of enum Guard; the first that answers with
// noted or cleared ends it.
Verdict judge(const Reading& reading, const RawMatch& match, Genre genre);

// What several guards share -----------------------------------------------------------------------

// Hits of one cue in the match's own sentence that lie outside the match.
std::vector<const CueHit*> own_cues(const Reading& reading, const RawMatch& match, Cue cue);
// The same, together with those of the block (see BlockCues); hits of one pattern count once.
std::vector<const CueHit*> distinct_cues(const Reading& reading, const RawMatch& match, Cue cue,
                                         const std::vector<CueHit>& of_block);
// Whether the text says it in its own name: "we" in the match or right before it.
bool speaks_for_itself(const Reading& reading, const RawMatch& match);

// The guards --------------------------------------------------------------------------------------

std::optional<GuardHit> quotation_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> quoted_block_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> metalanguage_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> attribution_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> negation_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> legal_guard(const Reading& reading, const RawMatch& match, Genre genre);
std::optional<GuardHit> critical_stance_guard(const Reading& reading, const RawMatch& match);
std::optional<GuardHit> commentary_guard(const Reading& reading, const RawMatch& match,
                                         Genre genre);
std::optional<GuardHit> template_guard(const Reading& reading, const RawMatch& match);

struct SpecificVerdict {
  bool is_cleared = false;
  int lowered = 0;
  std::vector<GuardHit> hits;
};
SpecificVerdict specific_guard(const Reading& reading, const RawMatch& match);

}  // namespace unfeigned
