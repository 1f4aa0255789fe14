// Words of a pattern that are read otherwise than an author may think: told as warnings, with how
// they are read. Nothing is refused here.
#pragma once

#include "base/diagnostic.h"
#include "match/pattern_set.h"
#include "text/tokenizer.h"

namespace unfeigned {

void check_surprises(const PatternSource& pattern, WordCutter& cutter, Diagnostics& diagnostics);

}  // namespace unfeigned
