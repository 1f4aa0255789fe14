// What standard output is: a terminal that takes colours, or a file, or another program.
#pragma once

#include <cstdint>

namespace unfeigned::cli {

struct Terminal {
  bool has_colours = false;
  std::uint32_t width = 100;  // cells
};

// Colours are off when standard output is no terminal, when NO_COLOR is set and not empty, and on
// terminals that call themselves dumb.
Terminal look_at_terminal();

}  // namespace unfeigned::cli
