// The command line: arguments in, an exit code out. Everything else is in the commands.
#include <variant>

#include "cli/command_line.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
  unfeigned::cli::CommandLine line = unfeigned::cli::parse_command_line(argc, argv);
  if (!line.command) return line.exit_code;
  return std::visit([](const auto& command) { return unfeigned::cli::run(command); },
                    *line.command);
}
