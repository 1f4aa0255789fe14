// How large a pack may be. A pack is written by hand: whatever is larger than this is a mistake or
// an attack, and both deserve a clear message instead of a long wait.
#pragma once

#include <cstddef>
#include <cstdint>

namespace unfeigned {

inline constexpr std::size_t kMaxPartBytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::uint32_t kMaxPartDepth = 16;
inline constexpr std::size_t kMaxPartValues = 400'000;
inline constexpr std::size_t kMaxStringBytes = 20'000;
inline constexpr std::size_t kMaxListItems = 10'000;

}  // namespace unfeigned
