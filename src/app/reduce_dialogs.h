// The part of the logic that opens, fills and closes dialogs. One dialog is open at a time; what it
// asks of the page is an effect like any other.
#pragma once

#include <string>

#include "app/reduce.h"

namespace unfeigned {

// Says what was done. A live region says nothing when its text stays the same.
void tell(AppState& state, std::string text);

void open_form(Step& step, const FillCommand& command);
void open_scale(Step& step, const ScaleCommand& command);
void set_field(Step& step, const FieldCommand& command, const std::string& value);
// Copies, or asks first when slots are still open.
void copy(Step& step);
// CloseDialog and what follows it in SimpleCommand.
void invoke_in_dialog(Step& step, SimpleCommand command, const std::string& value);
// A new report may have no place any more for what the open form would put in.
void check_dialog(Step& step);

// Whether a finding of this category promises attention to each of many.
bool promises_attention(const FindingRecord& finding);

}  // namespace unfeigned
