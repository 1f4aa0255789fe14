// A small generator of numbers that look random, the same on every machine: SplitMix64 (Steele, Lea
// and Flood 2014). For sampling only; nothing that is secret, and no audit, may depend on it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace unfeigned {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }

  // Among 0 to limit - 1, evenly but for one part in 2^32 / limit. Precondition: 0 < limit < 2^32.
  std::size_t below(std::size_t limit) {
    return static_cast<std::size_t>(((next() >> 32U) * limit) >> 32U);
  }

 private:
  std::uint64_t state_;
};

}  // namespace unfeigned
