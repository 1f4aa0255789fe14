#include "audit/set_aside.h"

#include <algorithm>

#include "audit/guards/guards.h"

namespace unfeigned {

void lay_aside(std::span<const SetAside> all, const Rule& rule, Span words, Verdict& verdict) {
  if (verdict.status != Status::Flagged) return;
  const bool is_meant = std::any_of(all.begin(), all.end(), [&](const SetAside& one) {
    const bool is_place = !one.words || one.words->overlaps(words);
    return is_place && (one.rule.empty() || one.rule == rule.id);
  });
  if (!is_meant) return;
  verdict.status = Status::Noted;
  verdict.hits = {{Guard::SetAside, {}}};
}

bool is_said_to_quote(std::span<const SetAside> all, Span sentence) {
  return std::any_of(all.begin(), all.end(), [&](const SetAside& one) {
    return one.is_quoted && one.words && one.words->overlaps(sentence);
  });
}

}  // namespace unfeigned
