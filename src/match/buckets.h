// Words in 64 buckets: one instruction says that a word is none of those that may stand at a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace unfeigned {

// A set of buckets. A word's bucket is told by its first three bytes, so that a prefix of three
// bytes or more falls into the bucket of all words that begin with it.
using Buckets = std::uint64_t;
inline constexpr Buckets kAllBuckets = ~Buckets{0};

constexpr Buckets bucket_of(std::string_view word) {
  std::uint32_t hash = 0;
  for (std::size_t i = 0; i < 3 && i < word.size(); ++i) {
    hash = hash * 31 + static_cast<unsigned char>(word[i]);
  }
  return Buckets{1} << ((hash * 0x9E3779B1U) >> 26U);
}

// The buckets of words and of prefixes ending in '*'; all of them for a prefix that is too short.
inline Buckets buckets_of(std::span<const std::string> entries) {
  Buckets buckets = 0;
  for (const std::string& entry : entries) {
    bool is_short_prefix = entry.back() == '*' && entry.size() < 4;
    if (is_short_prefix) return kAllBuckets;
    buckets |= bucket_of(entry);
  }
  return buckets;
}

}  // namespace unfeigned
