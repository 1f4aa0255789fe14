#include "cli/terminal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace unfeigned::cli {

Terminal look_at_terminal() {
  Terminal terminal;
#if defined(__unix__) || defined(__APPLE__)
  if (isatty(fileno(stdout)) == 0) return terminal;
  const char* no_color = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  bool is_dumb = kind == nullptr || std::string_view(kind) == "dumb";
  terminal.has_colours = !is_dumb && (no_color == nullptr || *no_color == '\0');
  winsize size{};
  constexpr std::uint32_t kNarrowest = 40;
  if (ioctl(fileno(stdout), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = std::clamp(std::uint32_t{size.ws_col}, kNarrowest, terminal.width);
  }
#endif
  return terminal;
}

}  // namespace unfeigned::cli
