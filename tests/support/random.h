// Seeded numbers for tests: the same on every machine, unlike the standard library's distributions.
// Tests print their seed; UNFEIGNED_SEED replays one.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/generator.h"

namespace unfeigned::testing {

class Random {
 public:
  explicit Random(std::uint64_t seed) : generator_(seed) {}

  std::uint64_t next() { return generator_.next(); }
  // In [0, bound); bound > 0.
  std::uint32_t below(std::uint32_t bound);
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(static_cast<std::uint32_t>(list.size()))];
  }

 private:
  Generator generator_;
};

// The seed of a named test: UNFEIGNED_SEED if set, else a fixed one. Prints it.
std::uint64_t seed_for(std::string_view name);

}  // namespace unfeigned::testing
