#include "support/random.h"

#include <cstdio>
#include <cstdlib>

namespace unfeigned::testing {

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

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
