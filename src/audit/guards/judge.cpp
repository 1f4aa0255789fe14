#include <algorithm>

#include "audit/guards/guards.h"
#include "base/order.h"

namespace unfeigned {
namespace {

// How far before a match its "we" may stand, in tokens.
constexpr std::uint32_t kSubjectReach = 2;
// How far in a sentence a cue is looked for, in tokens; sentences that go on longer are lists of
// words without an end mark.
constexpr std::uint32_t kSentenceReach = 256;

// One row a guard that answers yes or no; order as in enum Guard.
Status outcome(Guard guard) {
  return guard == Guard::Negation || guard == Guard::Template ? Status::Cleared : Status::Noted;
}

std::optional<GuardHit> ask(Guard guard, const Reading& reading, const RawMatch& match,
                            Genre genre) {
  switch (guard) {
    case Guard::Quotation:
      return quotation_guard(reading, match);
    case Guard::QuotedBlock:
      return quoted_block_guard(reading, match);
    case Guard::Metalanguage:
      return metalanguage_guard(reading, match);
    case Guard::Attribution:
      return attribution_guard(reading, match);
    case Guard::Negation:
      return negation_guard(reading, match);
    case Guard::Legal:
      return legal_guard(reading, match, genre);
    case Guard::CriticalStance:
      return critical_stance_guard(reading, match);
    case Guard::Commentary:
      return commentary_guard(reading, match, genre);
    case Guard::Template:
      return template_guard(reading, match);
    case Guard::Specific:  // has degrees; asked by judge()
    case Guard::SetAside:  // is not asked; see set_aside.h
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Verdict judge(const Reading& reading, const RawMatch& match, Genre genre) {
  const Rule& rule = reading.rule(match);
  for (const auto& row : kRuleGuards) {
    if (!rule.has_guard(row.value)) continue;
    if (std::optional<GuardHit> hit = ask(row.value, reading, match, genre)) {
      return {outcome(row.value), 0, {*hit}};
    }
  }
  if (!rule.has_guard(Guard::Specific)) return {};
  SpecificVerdict specific = specific_guard(reading, match);
  return {specific.is_cleared ? Status::Cleared : Status::Flagged, specific.lowered,
          std::move(specific.hits)};
}

std::vector<const CueHit*> own_cues(const Reading& reading, const RawMatch& match, Cue cue) {
  TokenSpan sentence = reading.document.sentences()[match.sentence].tokens;
  TokenSpan near{
      std::max(sentence.begin, match.tokens.begin - std::min(kSentenceReach, match.tokens.begin)),
      std::min(sentence.end, match.tokens.end + kSentenceReach)};
  std::vector<const CueHit*> found;
  for (const CueHit& hit : reading.cues_in(cue, near)) {
    if (!hit.tokens.overlaps(match.tokens)) found.push_back(&hit);
  }
  return found;
}

std::vector<const CueHit*> distinct_cues(const Reading& reading, const RawMatch& match, Cue cue,
                                         const std::vector<CueHit>& of_block) {
  std::vector<const CueHit*> found = own_cues(reading, match, cue);
  for (const CueHit& hit : of_block) found.push_back(&hit);
  auto identity = [](const CueHit* hit) { return std::pair(hit->pack, hit->pattern); };
  put_in_order(found, [&](const CueHit* a, const CueHit* b) { return identity(a) < identity(b); });
  found.erase(
      std::unique(found.begin(), found.end(),
                  [&](const CueHit* a, const CueHit* b) { return identity(a) == identity(b); }),
      found.end());
  return found;
}

bool speaks_for_itself(const Reading& reading, const RawMatch& match) {
  TokenSpan sentence = reading.document.sentences()[match.sentence].tokens;
  std::uint32_t from =
      match.tokens.begin - std::min(kSubjectReach, match.tokens.begin - sentence.begin);
  return !reading.cues_in(Cue::Ownership, {from, match.tokens.end}).empty();
}

}  // namespace unfeigned
