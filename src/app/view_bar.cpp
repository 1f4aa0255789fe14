// What the page can do beside reading a text: buttons in the bar, or in a menu where the bar has no
// room for them.
#include "app/dialog_builder.h"

namespace unfeigned {

namespace {

// The language of the page, each named in itself, so that it is found by whoever needs it.
void build_interface(ViewBuilder& builder, const AppState& state, NodeId parent) {
  if (state.interfaces.size() < 2) return;
  ViewNode& choice = builder.add(parent, "bar/interface", Role::Select, Tag::Choice,
                                 state.strings.get("interface"));
  choice.value = state.spoken;
  choice.command = SimpleCommand::SetInterface;
  for (const Interface& one : state.interfaces) choice.options.push_back({one.id, one.name});
}

}  // namespace

void build_tools(ViewBuilder& builder, const AppState& state, NodeId parent, Tag tag) {
  const Strings& strings = state.strings;
  const auto add = [&](std::string_view path, std::string_view key) -> ViewNode& {
    return builder.add(parent, path, Role::Button, tag, strings.get(key));
  };
  build_interface(builder, state, parent);
  const bool has_kept = state.kept.has_value();
  ViewNode& compare = add("bar/compare", has_kept ? "compare.open" : "compare.keep");
  compare.command = has_kept ? SimpleCommand::OpenCompare : SimpleCommand::Keep;
  compare.is_disabled = !state.has_text || !state.report;
  ViewNode& scale = add("bar/scale", "scale.open");
  scale.label = strings.get("scale.name");
  scale.command = ScaleCommand{};
  add("bar/settings", "settings.title").command = SimpleCommand::OpenSettings;
  ViewNode& report = add("bar/report", "report.open");
  report.command = SimpleCommand::OpenReport;
  report.is_disabled = !state.has_text || !state.report;
  add("bar/about", "about.open").command = SimpleCommand::OpenAbout;
  ViewNode& open = add("bar/open", "file.open");
  open.label = strings.get("file.open.name");
  open.command = SimpleCommand::OpenFile;
  ViewNode& clear = add("bar/clear", "clear");
  clear.command = SimpleCommand::Clear;
  clear.is_disabled = !state.has_text;
}

void build_menu(ViewBuilder& builder, const AppState& state) {
  DialogBuilder dialog(builder, state, state.strings.get("menu"));
  build_tools(builder, state, dialog.root(), Tag::MenuItem);
  dialog.close("close");
}

}  // namespace unfeigned
