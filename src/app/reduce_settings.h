// The part of the logic that changes how the page looks and what it keeps. The page keeps it; what
// could be kept comes back as SettingsChanged.
#pragma once

#include <string>

#include "app/reduce.h"

namespace unfeigned {

void invoke_setting(Step& step, SimpleCommand command, const std::string& value);

}  // namespace unfeigned
