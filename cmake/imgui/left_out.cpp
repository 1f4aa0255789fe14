// Dear ImGui without its widgets and tables, which are three of its five files: the page asks it for windows, the
// pointer, letters and shapes, and each widget of ours is shapes. What is named here is what the rest of it mentions;
// most of that is never reached, but a linker cannot know (24 KB of a first visit). A version that mentions more does
// not link, and then has its line here too. Native tests have all of it.
#include <stdlib.h>
#include <string.h>

#include "imgui.h"
#include "imgui_internal.h"

// Part of a context, and never used.
ImGuiInputTextState::ImGuiInputTextState() { memset(static_cast<void*>(this), 0, sizeof(*this)); }
ImGuiInputTextState::~ImGuiInputTextState() = default;
void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

// When a context begins and ends, or an item loses the keyboard.
void TableSettingsAddSettingsHandler() {}
void InputTextDeactivateHook(ImGuiID) {}

// Of tables, columns, trees and bars that somebody began.
void EndMenuBar() { abort(); }
void EndTabBar() { abort(); }
ImGuiMultiSelectIO* EndMultiSelect() { abort(); }
void TreePop() { abort(); }
void EndTable() { abort(); }
void EndColumns() { abort(); }
void TableGcCompactSettings() { abort(); }
void TableGcCompactTransientBuffers(ImGuiTable*) { abort(); }
void TableGcCompactTransientBuffers(ImGuiTableTempData*) { abort(); }

// Of the window that Dear ImGui keeps for itself and never shows: its bar and its edges answer to nobody.
bool ButtonBehavior(const ImRect&, ImGuiID, bool* is_hovered, bool* is_held, ImGuiButtonFlags) {
  if (is_hovered != nullptr) *is_hovered = false;
  if (is_held != nullptr) *is_held = false;
  return false;
}
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }

// Of windows that scroll, and of menus and hints.
void Scrollbar(ImGuiAxis) { abort(); }
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { abort(); }
void SeparatorText(const char*) { abort(); }
void TextV(const char*, va_list) { abort(); }

}  // namespace ImGui
