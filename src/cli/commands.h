// One function a command; each returns the exit code.
#pragma once

#include "cli/command_line.h"

namespace unfeigned::cli {

int run(const AuditCommand& command);
int run(const BatchCommand& command);
int run(const RulesCommand& command);
int run(const CheckPackCommand& command);
int run(const EvalCommand& command);
int run(const ExplainCommand& command);
int run(const VersionCommand& command);

}  // namespace unfeigned::cli
