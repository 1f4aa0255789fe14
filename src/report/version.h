// The version of the program, as it stands in reports, in --version and in CMakeLists.txt; a test
// holds the two together.
#pragma once

#include <string_view>

namespace unfeigned {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace unfeigned
