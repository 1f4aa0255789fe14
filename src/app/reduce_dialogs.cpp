#include "app/reduce_dialogs.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/forms.h"
#include "app/reduce_aside.h"
#include "app/reduce_report.h"
#include "app/reduce_settings.h"

namespace unfeigned {

namespace {

Effect effect(EffectKind kind) {
  Effect effect;
  effect.kind = kind;
  return effect;
}

void close(AppState& state) { state.dialog = std::monostate(); }

void put_in(Step& step) {
  AppState& state = step.state;
  const auto* form = std::get_if<FormDialog>(&state.dialog);
  if (form == nullptr) return;
  if (!state.is_current()) {
    tell(state, state.strings.get("message.stale"));
    close(state);
    return;
  }
  Effect wish = effect(EffectKind::PutIn);
  wish.first = form->item;
  wish.second = form->index;
  wish.revision = state.report->revision;
  wish.text = sentence_of(*form);
  close(state);
  step.effects.push_back(std::move(wish));
}

void keep(Step& step) {
  AppState& state = step.state;
  if (!state.is_current()) {
    tell(state, state.strings.get("message.keep-later"));
    return;
  }
  const KeptRole role = state.kept ? state.kept->role : KeptRole::Before;
  state.kept = KeptReport{state.report, role};
  close(state);
  tell(state, state.strings.get("message.kept"));
}

}  // namespace

bool promises_attention(const FindingRecord& finding) {
  constexpr std::array<std::string_view, 3> kPromising = {
      "hollow-personalisation", "overclaimed-feeling", "commodified-empathy"};
  return std::find(kPromising.begin(), kPromising.end(), finding.category) != kPromising.end();
}

void tell(AppState& state, std::string text) {
  // An invisible space makes a second "Copied" differ from the first, so that it is heard.
  if (state.message == text && !text.empty()) text += "\xC2\xA0";
  state.message = std::move(text);
}

void open_form(Step& step, const FillCommand& command) {
  AppState& state = step.state;
  if (!state.report) return;
  const SuggestionRecord* suggestion = state.report->suggestion(command.item, command.suggestion);
  if (suggestion == nullptr) return;
  if (!state.is_current()) {
    tell(state, state.strings.get("message.stale"));
    return;
  }
  state.dialog = form_for(command.item, command.suggestion, *suggestion);
}

void open_scale(Step& step, const ScaleCommand& command) {
  AppState& state = step.state;
  ScaleDialog dialog;
  if (state.report) {
    const auto& findings = state.report->findings;
    const auto found = std::find_if(findings.begin(), findings.end(), promises_attention);
    if (command.finding && *command.finding < findings.size()) {
      dialog.promise = findings[*command.finding].words;
    } else if (found != findings.end()) {
      dialog.promise = found->words;
    }
  }
  state.dialog = std::move(dialog);
}

void set_field(Step& step, const FieldCommand& command, const std::string& value) {
  AppState& state = step.state;
  if (auto* form = std::get_if<FormDialog>(&state.dialog)) {
    if (command.field < form->answers.size()) form->answers[command.field] = value;
    return;
  }
  if (auto* aside = std::get_if<AsideDialog>(&state.dialog)) aside->why = value;
  if (!std::holds_alternative<ScaleDialog>(state.dialog)) return;
  if (command.field == 0) state.scale.audience = value;
  if (command.field == 1) state.scale.share = value;
  if (command.field == 2) state.scale.minutes = value;
}

void copy(Step& step) {
  if (step.state.open_slots > 0) {
    step.state.dialog = CopyDialog{};
  } else {
    step.effects.push_back(effect(EffectKind::Copy));
  }
}

void invoke_aside(Step& step, SimpleCommand command, const std::string& value) {
  if (command == SimpleCommand::AsideHere) set_aside(step, AsideKind::Here);
  if (command == SimpleCommand::AsideRule) set_aside(step, AsideKind::Rule);
  if (command == SimpleCommand::AsideQuoted) set_aside(step, AsideKind::Quoted);
  auto* aside = std::get_if<AsideDialog>(&step.state.dialog);
  if (command == SimpleCommand::SetAsideKept && aside != nullptr) aside->is_kept = value == "1";
}

void invoke_in_dialog(Step& step, SimpleCommand command, const std::string& value) {
  AppState& state = step.state;
  switch (command) {
    case SimpleCommand::PutIn:
      put_in(step);
      return;
    case SimpleCommand::GoToSlot:
      close(state);
      step.effects.push_back(effect(EffectKind::GoToSlot));
      return;
    case SimpleCommand::CopyAnyway:
      close(state);
      step.effects.push_back(effect(EffectKind::Copy));
      return;
    case SimpleCommand::Keep:
      keep(step);
      return;
    case SimpleCommand::OpenCompare:
      if (state.kept && state.report) state.dialog = CompareDialog{};
      return;
    case SimpleCommand::OpenAbout:
      state.dialog = AboutDialog{};
      return;
    case SimpleCommand::OpenMenu:
      state.dialog = MenuDialog{};
      return;
    case SimpleCommand::Forget:
      state.kept.reset();
      close(state);
      tell(state, state.strings.get("message.forgotten"));
      return;
    case SimpleCommand::SetKeptRole:
      if (state.kept) state.kept->role = from_id(kKeptRoles, value).value_or(state.kept->role);
      return;
    case SimpleCommand::AsideHere:
    case SimpleCommand::AsideRule:
    case SimpleCommand::AsideQuoted:
    case SimpleCommand::SetAsideKept:
      invoke_aside(step, command, value);
      return;
    case SimpleCommand::OpenSettings:
    case SimpleCommand::SetTheme:
    case SimpleCommand::SetKeepDraft:
    case SimpleCommand::SetMarks:
    case SimpleCommand::ForgetAll:
      invoke_setting(step, command, value);
      return;
    case SimpleCommand::OpenReport:
    case SimpleCommand::SetReportFormat:
    case SimpleCommand::CopyReport:
    case SimpleCommand::SaveReport:
    case SimpleCommand::PrintReport:
      invoke_report(step, command, value);
      return;
    default:
      close(state);
      return;
  }
}

void check_dialog(Step& step) {
  AppState& state = step.state;
  if (const auto* form = std::get_if<FormDialog>(&state.dialog)) {
    const SuggestionRecord* now =
        state.report ? state.report->suggestion(form->item, form->index) : nullptr;
    if (now != nullptr && *now == form->suggestion) return;
    close(state);
    tell(state, state.strings.get("message.stale"));
  }
  const bool needs_report = std::holds_alternative<CompareDialog>(state.dialog) ||
                            std::holds_alternative<ReportDialog>(state.dialog);
  if (needs_report && !state.report) close(state);
  const auto* aside = std::get_if<AsideDialog>(&state.dialog);
  if (aside == nullptr || still_stands(state, *aside)) return;
  close(state);
  tell(state, state.strings.get("message.stale"));
}

}  // namespace unfeigned
