// The shapes that tell severities apart without colour: dots, dashes, one line, two lines.
// Never a wavy line: the browser's spell check owns that one.
#pragma once

#include "app/view.h"
#include "ui/geometry.h"
#include "ui/theme.h"

struct ImDrawList;

namespace unfeigned::ui {

// Draws along the lower edge of `rect`.
void stroke(ImDrawList& list, const Rect& rect, Look look, Color color);

}  // namespace unfeigned::ui
