#include "app/reduce_settings.h"

#include <utility>

#include "app/reduce_dialogs.h"

namespace unfeigned {

namespace {

void set(Step& step, SettingKind which, bool is_on, std::string text = {}) {
  Effect wish;
  wish.kind = EffectKind::SetSetting;
  wish.first = static_cast<std::uint32_t>(which);
  wish.second = is_on ? 1 : 0;
  wish.text = std::move(text);
  step.effects.push_back(std::move(wish));
}

}  // namespace

void invoke_setting(Step& step, SimpleCommand command, const std::string& value) {
  AppState& state = step.state;
  const bool is_on = value == "1";
  switch (command) {
    case SimpleCommand::OpenSettings:
      // What is said in the dialog is said of what is done in it.
      state.message.clear();
      state.dialog = SettingsDialog{};
      return;
    case SimpleCommand::SetTheme:
      set(step, SettingKind::Theme, true, value);
      return;
    case SimpleCommand::SetKeepDraft:
      tell(state, state.strings.get(is_on ? "message.draft-kept" : "message.draft-erased"));
      set(step, SettingKind::KeepDraft, is_on);
      return;
    case SimpleCommand::SetMarks:
      set(step, SettingKind::Marks, is_on);
      return;
    case SimpleCommand::ForgetAll: {
      Effect wish;
      wish.kind = EffectKind::ForgetAll;
      step.effects.push_back(std::move(wish));
      tell(state, state.strings.get("message.forgot-all"));
      return;
    }
    default:
      return;
  }
}

}  // namespace unfeigned
