// The meaning of the pattern notation, written down as simply as it can be: nested loops, no index,
// no automaton. The compiled matcher is held against it.
#pragma once

#include <vector>

#include "match/pattern.h"
#include "match/pattern_set.h"
#include "text/document.h"

namespace unfeigned::testing {

// All maximal matches of one pattern, in order.
std::vector<TokenSpan> naive_matches(const ParsedPattern& pattern, const Document& document);

}  // namespace unfeigned::testing
