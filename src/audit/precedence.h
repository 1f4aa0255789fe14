// One finding a token: of overlapping findings, which are kept.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/audit.h"

namespace unfeigned {

// Indices, in order of place, of the non-overlapping findings whose weights add up to most. Ties go
// to the higher category priority, then to the longer span, then to the earlier one. Taking the
// greatest total, and not the greediest next, is what keeps the score monotone: one finding more
// can never lower the total.
std::vector<std::size_t> keep_heaviest(std::span<const Finding> findings);

}  // namespace unfeigned
