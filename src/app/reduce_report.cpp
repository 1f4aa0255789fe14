#include "app/reduce_report.h"

#include <utility>

#include "app/reduce_dialogs.h"

namespace unfeigned {

namespace {

void ask(Step& step, ReportFormat format, ExportWay way) {
  AppState& state = step.state;
  if (!state.is_current()) {
    tell(state, state.strings.get("message.stale"));
    return;
  }
  Effect wish;
  wish.kind = EffectKind::Export;
  wish.first = static_cast<std::uint32_t>(format);
  wish.second = static_cast<std::uint32_t>(way);
  step.effects.push_back(std::move(wish));
}

}  // namespace

void invoke_report(Step& step, SimpleCommand command, const std::string& value) {
  AppState& state = step.state;
  if (command == SimpleCommand::OpenReport) {
    if (!state.report) return;
    // What is said in the dialog is said of what is done in it.
    state.message.clear();
    state.dialog = ReportDialog{};
    ask(step, ReportFormat::Markdown, ExportWay::Prepare);
    return;
  }
  auto* dialog = std::get_if<ReportDialog>(&state.dialog);
  if (dialog == nullptr) return;
  switch (command) {
    case SimpleCommand::SetReportFormat:
      dialog->format = from_id(kReportFormats, value).value_or(dialog->format);
      return;
    case SimpleCommand::CopyReport:
      ask(step, dialog->format, ExportWay::Copy);
      return;
    case SimpleCommand::SaveReport:
      ask(step, dialog->format, ExportWay::Save);
      return;
    case SimpleCommand::PrintReport:
      ask(step, dialog->format, ExportWay::Print);
      state.dialog = std::monostate();
      return;
    default:
      return;
  }
}

}  // namespace unfeigned
