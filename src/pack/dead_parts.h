// Parts of a rule that can do nothing in any text: exceptions that share no word with a pattern of
// the rule, and guards that are turned off and could not speak anyway. Told only where it is
// certain; no example is looked at.
#pragma once

#include <span>

#include "audit/pack.h"
#include "base/diagnostic.h"

namespace unfeigned {

void check_dead_parts(const Pack& pack, const Rule& rule, const PatternContext& context,
                      Diagnostics& diagnostics);

}  // namespace unfeigned
