// The message about the rules of a team, from bytes to records. web/glue/team.mjs writes it.
#pragma once

#include <vector>

#include "app/team.h"
#include "app/wire.h"

namespace unfeigned::wire {

std::vector<TeamFile> read_team(WireReader& in);

}  // namespace unfeigned::wire
