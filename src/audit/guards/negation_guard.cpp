// A negator before the match, back to the start of its clause, or inside one of its gaps. Negators
// that the pattern names belong to the formula ("we cannot thank you enough").
#include <algorithm>

#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

// Tokens looked back at: in "It is not your fault that we ..." the negation is about something
// else.
constexpr std::uint32_t kReach = 6;

// First token of the clause that the match stands in, at most kReach tokens back.
std::uint32_t clause_begin(const Reading& reading, const RawMatch& match) {
  const Sentence& sentence = reading.document.sentences()[match.sentence];
  std::uint32_t begin = match.tokens.begin;
  std::uint32_t limit = begin - std::min(kReach, begin - sentence.tokens.begin);
  while (begin > limit) {
    if ((reading.document.tokens()[begin].before & kBeforeClauseMark) != 0) break;
    if (!reading.cues_in(Cue::ClauseStart, {begin, begin + 1}).empty()) break;
    --begin;
  }
  return begin;
}

bool is_named(const RawMatch& match, std::uint32_t token) {
  std::uint32_t index = token - match.tokens.begin;
  return index >= 64 || ((match.named >> index) & 1U) != 0;
}

}  // namespace

std::optional<GuardHit> negation_guard(const Reading& reading, const RawMatch& match) {
  TokenSpan reach{clause_begin(reading, match), match.tokens.end};
  for (const CueHit& hit : reading.cues_in(Cue::Negator, reach)) {
    if (hit.tokens.end > reach.end) continue;
    bool is_before = hit.tokens.end <= match.tokens.begin;
    bool is_in_gap = hit.tokens.begin >= match.tokens.begin && !is_named(match, hit.tokens.begin);
    if (is_before || is_in_gap) {
      return GuardHit{Guard::Negation, reading.document.span_of(hit.tokens)};
    }
  }
  return std::nullopt;
}

}  // namespace unfeigned
