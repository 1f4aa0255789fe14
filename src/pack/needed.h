// Which parts of a rule its examples need. A part that no example needs could be wrong, or be taken
// away, and no test would say so. What is told here are warnings: the pack works all the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "pack/examples.h"

namespace unfeigned {

struct NeedQuestion {
  const PackSet& packs;
  std::span<const Example> examples;
  std::function<bool(const Rule&)> is_asked;  // about this rule
};

// Patterns and exceptions that no example needs go to `unneeded`, those that can do nothing in any
// text (see dead_parts.h) to `dead`.
void check_parts(const NeedQuestion& question, Diagnostics& dead, Diagnostics& unneeded);

// Guards that are turned off although no example of the rule meets them. Slow: the packs are
// compiled once more for each guard that some rule turns off.
void check_guards_off(const NeedQuestion& question, Diagnostics& diagnostics);

struct BranchTally {
  std::size_t tried = 0;
  std::size_t needed = 0;
};

// Alternatives inside patterns and exceptions that no example needs: all of them, or so many,
// chosen by the seed.
BranchTally check_branches(const NeedQuestion& question, Diagnostics& diagnostics);
BranchTally sample_branches(const NeedQuestion& question, std::size_t count, std::uint64_t seed,
                            Diagnostics& diagnostics);

}  // namespace unfeigned
