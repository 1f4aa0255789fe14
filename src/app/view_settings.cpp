// The dialog of what the reader chooses for good: look, draft, marks of others.
#include <array>
#include <string_view>

#include "app/dialog_builder.h"

namespace unfeigned {

namespace {

constexpr std::array<std::string_view, 3> kThemes = {"system", "light", "dark"};

}  // namespace

void build_settings(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, strings.get("settings.title"));
  ViewNode& theme =
      dialog.add("settings/theme", Role::Select, Tag::Choice, strings.get("settings.theme"));
  theme.value = state.settings.theme;
  theme.command = SimpleCommand::SetTheme;
  for (const std::string_view id : kThemes) {
    theme.options.push_back({std::string(id), strings.name("theme", id)});
  }
  if (state.is_plain_forced) {
    dialog.add("settings/plain/forced", Role::Paragraph, Tag::Small, strings.get("plain.forced"));
  } else {
    dialog.check("settings/plain", strings.get("plain"), state.is_plain,
                 SimpleCommand::TogglePlain);
  }
  dialog.check("settings/marks", strings.get("settings.marks"), state.settings.has_foreign_marks,
               SimpleCommand::SetMarks);
  dialog.add("settings/keep", Role::Heading, Tag::Section, strings.get("settings.keep")).value =
      "3";
  dialog.check("settings/draft", strings.get("settings.draft"), state.settings.keeps_draft,
               SimpleCommand::SetKeepDraft);
  dialog.add("settings/draft/about", Role::Paragraph, Tag::Small,
             strings.get("settings.draft.about"));
  // What is behind an open dialog is not read out.
  dialog.add("settings/message", Role::Live, Tag::Message, state.message);
  dialog.close("close");
  dialog.button("settings.forget", Tag::Quiet, SimpleCommand::ForgetAll);
}

}  // namespace unfeigned
