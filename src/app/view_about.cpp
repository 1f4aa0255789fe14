// The dialog of what the tool is: how it decides, what it cannot know, how often it was wrong.
#include <string>

#include "app/dialog_builder.h"
#include "report/version.h"

namespace unfeigned {

namespace {

// One row a pack: its language, how new its rules are, how often they were wrong.
void build_packs(ViewBuilder& builder, const AppState& state, NodeId root) {
  const Strings& strings = state.strings;
  ViewNode& table_node = builder.add(root, "about/packs", Role::Table, Tag::Receipt);
  table_node.label = strings.get("about.wrong");
  const NodeId table = table_node.id;
  const NodeId head = builder.add(table, "about/head", Role::Row, Tag::ReceiptRow).id;
  for (const char* key : {"about.language", "about.rules", "about.rate"}) {
    builder.add(head, std::string("about/head/") + key, Role::ColumnHead, Tag::Amount,
                strings.get(key));
  }
  for (const PackFacts& pack : state.packs) {
    const std::string path = "about/pack/" + pack.language;
    const NodeId row = builder.add(table, path, Role::Row, Tag::ReceiptRow).id;
    builder.add(row, path + "/name", Role::RowHead, Tag::Plain,
                strings.name("language", pack.language));
    builder.add(row, path + "/version", Role::Cell, Tag::Amount, pack.version);
    builder.add(row, path + "/rate", Role::Cell, Tag::Amount,
                pack.rate.empty() ? "\xE2\x80\x93" : strings.decimal(pack.rate));
  }
}

}  // namespace

void build_about(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, strings.get("about.title"));
  for (const std::string key :
       {"about.decides", "about.cannot", "about.wrong", "about.keys", "about.privacy"}) {
    dialog.add(key, Role::Heading, Tag::Section, strings.get(key)).value = "3";
    dialog.add(key + "/text", Role::Paragraph, Tag::Body, strings.get(key + ".text"));
    if (key == "about.wrong") build_packs(builder, state, dialog.root());
  }
  dialog.add("about/version", Role::Paragraph, Tag::Small,
             strings.format("about.version", {{"version", kVersion}}));
  dialog.add("about/licences", Role::Link, Tag::Small, strings.get("licences")).value =
      "notices.txt";
  dialog.close("close");
}

}  // namespace unfeigned
