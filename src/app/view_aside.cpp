// What the reader has set aside, each with a way back; and the dialog that asks how.
#include <algorithm>

#include "app/dialog_builder.h"

namespace unfeigned {

namespace {

std::uint32_t places_of(const ReportRecord& report, const std::string& rule) {
  std::uint32_t n = 0;
  for (const FindingRecord& finding : report.findings) {
    n += finding.is_set_aside() && (rule.empty() || finding.rule == rule);
  }
  return n;
}

std::string how_text(const AppState& state, const AsideRecord& aside) {
  const Strings& strings = state.strings;
  if (aside.kind == AsideKind::Here) return strings.get("aside.here");
  if (aside.kind == AsideKind::Quoted) return strings.get("aside.quoted");
  return strings.plural(aside.is_kept ? "aside.kept" : "aside.rule",
                        places_of(*state.report, aside.rule), {});
}

// What it is about: the words, or the rule by its category and id.
std::string name_of(const Strings& strings, const AsideRecord& aside) {
  if (aside.kind != AsideKind::Rule) {
    return strings.format("card.words", {{"words", aside.words}});
  }
  const std::string category = aside.rule.substr(0, aside.rule.find('.'));
  return strings.format("aside.rule-name",
                        {{"category", strings.name("category", category)}, {"rule", aside.rule}});
}

void build_one(ViewBuilder& builder, const AppState& state, NodeId list, std::uint32_t index) {
  const Strings& strings = state.strings;
  const AsideRecord& aside = state.asides[index];
  const std::string path = "aside/" + std::to_string(index);
  const NodeId item = builder.add(list, path, Role::Item, Tag::Claim).id;
  const std::string name = name_of(strings, aside);
  if (aside.kind == AsideKind::Rule) {
    builder.add(item, path + "/name", Role::Paragraph, Tag::FactWanted, name);
  } else {
    add_words(builder, state, item, path + "/words", aside.words, ShowAsideCommand{index});
  }
  builder.add(item, path + "/how", Role::Paragraph, Tag::Meta, how_text(state, aside));
  if (!aside.why.empty()) {
    builder.add(item, path + "/why", Role::Paragraph, Tag::Body,
                strings.format("aside.because", {{"why", aside.why}}));
  }
  ViewNode& back =
      builder.add(item, path + "/back", Role::Button, Tag::Tool, strings.get("aside.back"));
  back.label = strings.format("aside.back.name", {{"name", name}});
  back.command = TakeBackCommand{index};
}

}  // namespace

void build_asides(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  if (state.asides.empty()) return;
  builder.add(panel, "asides/heading", Role::Heading, Tag::Section, strings.get("asides")).value =
      "2";
  builder.add(panel, "asides/about", Role::Paragraph, Tag::Small, strings.get("asides.about"));
  ViewNode& list_node = builder.add(panel, "asides", Role::List, Tag::Claims);
  list_node.label = strings.get("asides");
  const NodeId list = list_node.id;
  const auto total = static_cast<std::uint32_t>(state.asides.size());
  const std::uint32_t shown = std::min(total, kMaxItems);
  // The newest first: it is the one that somebody wants back.
  for (std::uint32_t i = 0; i < shown; ++i) build_one(builder, state, list, total - 1 - i);
  if (total > shown) {
    builder.add(panel, "asides/more", Role::Paragraph, Tag::Small,
                strings.plural("list.more", total - shown, {}));
  }
}

void build_aside_count(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const std::uint32_t n = places_of(*state.report, {});
  if (n == 0) return;
  builder.add(panel, "asides/count", Role::Paragraph, Tag::Small,
              state.strings.plural("asides.count", n, {}));
}

void build_aside_dialog(ViewBuilder& builder, const AppState& state, const AsideDialog& open) {
  const Strings& strings = state.strings;
  DialogBuilder dialog(builder, state, strings.get("aside.title"));
  const std::string category = open.rule.substr(0, open.rule.find('.'));
  dialog.add("dialog/words", Role::Quote, Tag::Wish, open.words).lang = state.report->language;
  dialog.add("dialog/about", Role::Paragraph, Tag::Small,
             strings.format("aside.about", {{"category", strings.name("category", category)}}));
  dialog.field(0, strings.get("aside.why"), open.why, "", "", false);
  dialog.check("dialog/kept", strings.get("aside.keep"), open.is_kept, SimpleCommand::SetAsideKept);
  dialog.button("aside.choose-here", Tag::Primary, SimpleCommand::AsideHere);
  dialog.button("aside.choose-rule", Tag::Quiet, SimpleCommand::AsideRule);
  dialog.button("aside.choose-quoted", Tag::Quiet, SimpleCommand::AsideQuoted);
  dialog.close("cancel");
}

}  // namespace unfeigned
