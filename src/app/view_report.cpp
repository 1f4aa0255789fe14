// The dialog that hands out the report.
#include "app/dialog_builder.h"

namespace unfeigned {

void build_report(ViewBuilder& builder, const AppState& state, const ReportDialog& open) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, strings.get("report.open.title"));
  dialog.add("report/about", Role::Paragraph, Tag::Body, strings.get("report.about"));
  ViewNode& format =
      dialog.add("report/format", Role::Select, Tag::Choice, strings.get("report.format"));
  format.value = id_of(kReportFormats, open.format);
  format.command = SimpleCommand::SetReportFormat;
  for (const auto& row : kReportFormats) {
    format.options.push_back({std::string(row.id), strings.name("report.format", row.id)});
  }
  // What is behind an open dialog is not read out.
  dialog.add("report/message", Role::Live, Tag::Message, state.message);
  dialog.button("report.copy", Tag::Primary, SimpleCommand::CopyReport);
  dialog.button("report.save", Tag::Quiet, SimpleCommand::SaveReport);
  dialog.button("report.print", Tag::Quiet, SimpleCommand::PrintReport);
  dialog.close("close");
}

}  // namespace unfeigned
