// The whole logic of the page: (state, action) -> (state, effects). Pure: no clock, no DOM, no
// painter. An effect is a wish; the page answers with DoneByPage when it has carried it out.
#pragma once

#include <vector>

#include "app/action.h"
#include "app/state.h"

namespace unfeigned {

struct Step {
  AppState state;
  std::vector<Effect> effects;
};

Step reduce(AppState state, const Action& action);

}  // namespace unfeigned
