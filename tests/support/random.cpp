#include "support/random.h"

#include <cstdio>
#include <cstdlib>

namespace unfeigned::testing {

std::uint32_t Random::below(std::uint32_t bound) {
  return static_cast<std::uint32_t>(next() % bound);
}

std::uint64_t seed_for(std::string_view name) {
  const char* given = std::getenv("UNFEIGNED_SEED");
  std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : 20190607;
  std::printf("seed of %.*s: %llu\n", static_cast<int>(name.size()), name.data(),
              static_cast<unsigned long long>(seed));
  return seed;
}

}  // namespace unfeigned::testing
