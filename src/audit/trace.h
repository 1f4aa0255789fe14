// What an audit says of its way on request, for the authors of rules. An audit without a trace does
// no work for it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "audit/reading.h"

namespace unfeigned {

// A match of one of a rule's `unless` patterns.
struct Exception {
  TokenSpan tokens;
  std::uint32_t part = 0;  // which of them
};

struct TracedMatch {
  RawMatch match;
  std::optional<Exception> exception;  // what dropped it
};

struct GenrePoints {
  Genre genre = Genre::General;
  std::int32_t points = 0;
  std::vector<Span> reasons;
};

struct AuditTrace {
  std::vector<TracedMatch> matches;  // in order of their first token
  std::vector<GenrePoints> genres;   // those with points; none when the genre was given
  std::vector<bool> is_clean;        // by sentence
};

}  // namespace unfeigned
