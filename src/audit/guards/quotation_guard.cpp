#include "audit/guards/guards.h"

namespace unfeigned {

std::optional<GuardHit> quotation_guard(const Reading& reading, const RawMatch& match) {
  const Span* quotation = reading.quotation_around(reading.document.span_of(match.tokens));
  if (quotation == nullptr) return std::nullopt;
  return GuardHit{Guard::Quotation, *quotation};
}

}  // namespace unfeigned
