// The part of the logic that hands out the report of the present text. What it says is made by the
// page, which has the text; here is only what was asked for.
#pragma once

#include <string>

#include "app/reduce.h"

namespace unfeigned {

void invoke_report(Step& step, SimpleCommand command, const std::string& value);

}  // namespace unfeigned
