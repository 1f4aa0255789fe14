// A file that was put into the binary at build time (see cmake/embed.cmake).
//
// The views live as long as the program; bytes start at an address divisible by 16.
#pragma once

#include <string_view>

namespace unfeigned {

struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

}  // namespace unfeigned
