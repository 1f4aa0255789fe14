// The part of the logic that sets findings aside and takes them back. What is set aside is kept by
// the page, beside the places in the text; here is only what the reader is shown of it.
#pragma once

#include "app/reduce.h"

namespace unfeigned {

void open_aside(Step& step, const AsideCommand& command);
// Closes the dialog and asks the page for it.
void set_aside(Step& step, AsideKind kind);
void take_back(Step& step, const TakeBackCommand& command);
// Whether the dialog is still about the finding that it was opened for.
bool still_stands(const AppState& state, const AsideDialog& dialog);

}  // namespace unfeigned
