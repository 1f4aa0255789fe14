// The dialogs, as nodes of the view like everything else, so that they are told, tested and pressed
// in the same way.
#include <utility>

#include "app/dialog_builder.h"
#include "app/forms.h"
#include "app/scale.h"
#include "app/view_builder.h"

namespace unfeigned {

namespace {

void build_form(ViewBuilder& builder, const AppState& state, const FormDialog& form) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, form.suggestion.title);
  const std::string lang = state.report ? state.report->language : std::string();
  for (std::uint32_t i = 0; i < form.suggestion.slots.size(); ++i) {
    const SlotRecord& slot = form.suggestion.slots[i];
    dialog.field(i, slot.is_kept ? strings.get("form.kept") : slot.label, form.answers[i], lang, "",
                 false);
  }
  dialog.add("dialog/about", Role::Paragraph, Tag::Small, strings.get("form.preview"));
  ViewNode& wish_node = dialog.add("dialog/wish", Role::Quote, Tag::Wish);
  wish_node.lang = lang;
  const NodeId wish = wish_node.id;
  std::uint32_t n = 0;
  for (const FormPart& part : parts_of(form)) {
    const Tag tag = part.kind == PartKind::Open     ? Tag::OpenSlot
                    : part.kind == PartKind::Answer ? Tag::Answer
                                                    : Tag::Plain;
    builder.add(wish, "dialog/wish/" + std::to_string(n++), Role::Label, tag, part.text);
  }
  dialog.button("form.put-in", Tag::Primary, SimpleCommand::PutIn);
  dialog.close("cancel");
}

void build_copy(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, strings.get("open.title"));
  dialog.add("dialog/what", Role::Paragraph, Tag::Body,
             strings.plural("open", state.open_slots, {}));
  dialog.button("open.first", Tag::Primary, SimpleCommand::GoToSlot);
  dialog.button("open.copy", Tag::Quiet, SimpleCommand::CopyAnyway);
  dialog.close("cancel");
}

std::string scale_text(const AppState& state, const Scale& scale) {
  const Strings& strings = state.strings;
  switch (scale.problem) {
    case ScaleProblem::Empty:
      return strings.get("scale.empty");
    case ScaleProblem::Audience:
      return strings.get("scale.bad-audience");
    case ScaleProblem::Share:
      return strings.get("scale.bad-share");
    case ScaleProblem::Minutes:
      return strings.get("scale.bad-minutes");
    case ScaleProblem::None:
      break;
  }
  return strings.format("scale.result", {{"audience", strings.whole(scale.audience)},
                                         {"share", strings.decimal(scale.share)},
                                         {"people", strings.whole(scale.people)},
                                         {"minutes", strings.decimal(scale.minutes)},
                                         {"hours", strings.whole(scale.hours)}});
}

void build_scale(ViewBuilder& builder, const AppState& state, const ScaleDialog& open) {
  const Strings& strings = state.strings;
  const Scale scale = scale_of(state.scale);
  DialogBuilder dialog(builder, state, strings.get("scale.title"));
  dialog.add("dialog/promise", Role::Paragraph, Tag::Body,
             open.promise.empty() ? strings.get("scale.no-promise")
                                  : strings.format("scale.promise", {{"words", open.promise}}));
  dialog.field(0, strings.get("scale.audience"), state.scale.audience, "", "numeric",
               scale.problem == ScaleProblem::Audience);
  dialog.field(1, strings.get("scale.share"), state.scale.share, "", "decimal",
               scale.problem == ScaleProblem::Share);
  dialog.field(2, strings.get("scale.minutes"), state.scale.minutes, "", "decimal",
               scale.problem == ScaleProblem::Minutes);
  dialog.add("dialog/result", Role::Status, Tag::FactWanted, scale_text(state, scale));
  dialog.close("close");
}

void build_terms(ViewBuilder& builder, const AppState& state, NodeId root,
                 const Comparison& comparison, const std::string& kept, const std::string& now) {
  const Strings& strings = state.strings;
  ViewNode& table_node = builder.add(root, "compare/terms", Role::Table, Tag::Receipt);
  table_node.label = strings.get("compare.receipts");
  const NodeId table = table_node.id;
  const NodeId head = builder.add(table, "compare/head", Role::Row, Tag::ReceiptRow).id;
  for (const std::string& title :
       {strings.get("compare.term"), kept, now, strings.get("compare.change")}) {
    builder.add(head, "compare/head/" + title, Role::ColumnHead, Tag::Amount, title);
  }
  for (const TermChange& term : comparison.terms) {
    const std::string path =
        "compare/" + std::to_string(static_cast<int>(term.kind)) + "/" + term.component;
    const bool is_total = term.kind == TermKind::Plainness;
    const NodeId row =
        builder.add(table, path, Role::Row, is_total ? Tag::Total : Tag::ReceiptRow).id;
    builder.add(row, path + "/name", Role::RowHead, Tag::Plain,
                term_name(strings, term.kind, term.component));
    builder.add(row, path + "/kept", Role::Cell, Tag::Amount,
                amount_text(strings, term.before, term.kind));
    builder.add(row, path + "/now", Role::Cell, Tag::Amount,
                amount_text(strings, term.now, term.kind));
    builder.add(row, path + "/change", Role::Cell, Tag::Amount,
                amount_text(strings, term.now - term.before, TermKind::Facts));
  }
}

void build_moved(ViewBuilder& builder, NodeId root, const std::string& path,
                 const std::string& title, const std::vector<std::string>& items,
                 const std::string& lang) {
  if (items.empty()) return;
  builder.add(root, path + "/heading", Role::Heading, Tag::Section, title).value = "3";
  ViewNode& list_node = builder.add(root, path, Role::List, Tag::Entries);
  list_node.label = title;
  const NodeId list = list_node.id;
  for (std::size_t i = 0; i < items.size() && i < kMaxItems; ++i) {
    builder.add(list, path + "/" + std::to_string(i), Role::Item, Tag::Plain, items[i]).lang = lang;
  }
}

void build_compare(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  const ReportRecord& now = *state.report;
  const ReportRecord& kept = *state.kept->report;
  DialogBuilder dialog(builder, state, strings.get("compare.title"));
  const std::string role(id_of(kKeptRoles, state.kept->role));
  ViewNode& choice =
      dialog.add("compare/role", Role::Select, Tag::Choice, strings.get("compare.role"));
  choice.value = role;
  choice.command = SimpleCommand::SetKeptRole;
  for (const auto& row : kKeptRoles) {
    choice.options.push_back({std::string(row.id), strings.name("compare.role", row.id)});
  }
  const std::string kept_name = strings.name("compare.kept", role);
  const std::string now_name = strings.name("compare.now", role);
  dialog.add("compare/text/kept", Role::Paragraph, Tag::Small,
             strings.format("compare.text", {{"which", kept_name}, {"text", kept.beginning}}));
  dialog.add("compare/text/now", Role::Paragraph, Tag::Small,
             strings.format("compare.text", {{"which", now_name}, {"text", now.beginning}}));
  const Comparison comparison = compare(kept, now);
  if (comparison.terms.empty()) {
    dialog.add("compare/none", Role::Paragraph, Tag::Body, strings.get("compare.no-number"));
  } else {
    build_terms(builder, state, dialog.root(), comparison, kept_name, now_name);
  }
  std::vector<std::string> gained;
  std::vector<std::string> lost;
  for (const auto& id : comparison.gained) gained.push_back(strings.name("component", id));
  for (const auto& id : comparison.lost) lost.push_back(strings.name("component", id));
  const NodeId root = dialog.root();
  build_moved(builder, root, "compare/gone", strings.format("compare.only", {{"which", kept_name}}),
              comparison.gone, kept.language);
  build_moved(builder, root, "compare/new", strings.format("compare.only", {{"which", now_name}}),
              comparison.fresh, now.language);
  build_moved(builder, root, "compare/gained",
              strings.format("compare.said", {{"which", now_name}}), gained, "");
  build_moved(builder, root, "compare/lost", strings.format("compare.said", {{"which", kept_name}}),
              lost, "");
  dialog.close("close");
  dialog.button("compare.keep-this", Tag::Quiet, SimpleCommand::Keep);
  dialog.button("compare.forget", Tag::Quiet, SimpleCommand::Forget);
}

}  // namespace

void build_dialog(ViewBuilder& builder, const AppState& state) {
  if (const auto* form = std::get_if<FormDialog>(&state.dialog)) build_form(builder, state, *form);
  if (std::holds_alternative<CopyDialog>(state.dialog)) build_copy(builder, state);
  if (const auto* scale = std::get_if<ScaleDialog>(&state.dialog)) {
    build_scale(builder, state, *scale);
  }
  if (std::holds_alternative<CompareDialog>(state.dialog) && state.kept && state.report) {
    build_compare(builder, state);
  }
  if (const auto* report = std::get_if<ReportDialog>(&state.dialog)) {
    build_report(builder, state, *report);
  }
  if (std::holds_alternative<SettingsDialog>(state.dialog)) build_settings(builder, state);
  if (const auto* aside = std::get_if<AsideDialog>(&state.dialog)) {
    build_aside_dialog(builder, state, *aside);
  }
  if (std::holds_alternative<MenuDialog>(state.dialog)) build_menu(builder, state);
  if (std::holds_alternative<AboutDialog>(state.dialog)) build_about(builder, state);
}

}  // namespace unfeigned
