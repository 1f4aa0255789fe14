// The sentence itself supplies the facts: two kinds of evidence lower the finding by one step,
// three clear it.
#include <algorithm>
#include <array>

#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

constexpr std::size_t kLowering = 2;
constexpr std::size_t kClearing = 3;
constexpr std::uint32_t kReachBytes = 2000;  // within a sentence, to either side of the match

}  // namespace

SpecificVerdict specific_guard(const Reading& reading, const RawMatch& match) {
  SpecificVerdict verdict;
  std::array<bool, kEvidenceTypes.size()> has_type{};
  Span own = reading.document.span_of(match.tokens);
  Span near{own.begin - std::min(own.begin, kReachBytes), own.end + kReachBytes};
  for (const Evidence& item : reading.evidence_in(near)) {
    if (item.sentence != match.sentence) continue;
    auto type = static_cast<std::size_t>(item.type);
    if (has_type[type] || item.span.overlaps(own)) continue;
    has_type[type] = true;
    verdict.hits.push_back({Guard::Specific, item.span});
  }
  std::size_t types = verdict.hits.size();
  verdict.is_cleared = types >= kClearing;
  verdict.lowered = types >= kLowering && !verdict.is_cleared ? 1 : 0;
  if (types < kLowering) verdict.hits.clear();
  return verdict;
}

}  // namespace unfeigned
