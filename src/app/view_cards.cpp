#include <map>
#include <utility>

#include "app/reduce_dialogs.h"
#include "app/view_builder.h"

namespace unfeigned {

namespace {

struct ListRow {
  FindingList list;
  std::string_view path;
  std::string_view name;   // key of the list's name
  std::string_view about;  // key of a sentence under the heading, or empty
};
constexpr ListRow kFindings = {FindingList::Findings, "findings", "list.findings", ""};
constexpr ListRow kQuestions = {FindingList::Questions, "questions", "list.questions",
                                "list.questions.about"};
constexpr ListRow kNoted = {FindingList::Noted, "noted", "list.noted", "list.noted.about"};

// A sentence of a pack is in the language of the text, whatever the page speaks.
void build_fact(ViewBuilder& builder, const std::string& path, NodeId card, std::string label,
                const std::string& text, Tag tag, const std::string& lang) {
  if (text.empty()) return;
  const NodeId fact = builder.add(card, path, Role::Group, Tag::Fact).id;
  builder.add(fact, path + "/label", Role::Label, Tag::FactLabel, std::move(label));
  builder.add(fact, path + "/text", Role::Paragraph, tag, text).lang = lang;
}

std::string meta_text(const Strings& strings, const FindingRecord& finding) {
  const std::string category = strings.name("category", finding.category);
  if (finding.list == FindingList::Questions) {
    return strings.format("card.question", {{"category", category}});
  }
  if (finding.list == FindingList::Noted) {
    return strings.format("card.noted", {{"category", category}});
  }
  return strings.format(
      "card.finding", {{"category", category},
                       {"severity", strings.name("severity", id_of(kSeverities, finding.severity))},
                       {"points", strings.tenths(finding.points)}});
}

void build_rewrites(ViewBuilder& builder, const AppState& state, const std::string& path,
                    NodeId card, std::uint32_t index) {
  const FindingRecord& finding = state.report->findings[index];
  for (std::uint32_t i = 0; i < finding.suggestions.size(); ++i) {
    const SuggestionRecord& suggestion = finding.suggestions[i];
    const std::string here = path + "/rewrite/" + std::to_string(i);
    const NodeId rewrite = builder.add(card, here, Role::Group, Tag::Rewrite).id;
    ViewNode& preview = builder.add(
        rewrite, here + "/preview", Role::Quote, Tag::Preview,
        suggestion.text.empty() ? state.strings.get("rewrite.delete") : suggestion.text);
    preview.lang = suggestion.text.empty() ? "" : state.report->language;
    const auto add = [&](std::string_view key, Tag tag) -> ViewNode& {
      return builder.add(rewrite, here + "/" + std::string(key), Role::Button, tag,
                         state.strings.format(key, {{"title", suggestion.title}}));
    };
    const bool has_form = !suggestion.slots.empty();
    if (has_form) add("fill", Tag::Fill).command = FillCommand{index, i};
    ViewNode& apply = add("apply", Tag::Apply);
    apply.command = ApplyCommand{index, i};
    // Beside the button of the form the title need not be read twice.
    if (has_form) apply.label = std::exchange(apply.text, state.strings.get("apply.short"));
  }
}

void build_card(ViewBuilder& builder, const AppState& state, const std::string& path, NodeId list,
                std::uint32_t index) {
  const Strings& strings = state.strings;
  const FindingRecord& finding = state.report->findings[index];
  const std::string& lang = state.report->language;
  ViewNode& card_node = builder.add(list, path, Role::Item, Tag::Card);
  card_node.look = look_of(finding);
  card_node.is_active = state.active == index;
  const NodeId card = card_node.id;

  ViewNode& head = builder.add(card, path + "/head", Role::Heading, Tag::CardHead);
  head.value = "3";
  const NodeId head_id = head.id;
  ViewNode& words = builder.add(head_id, path + "/words", Role::Button, Tag::Words,
                                strings.format("card.words", {{"words", finding.words}}));
  words.lang = lang;
  words.command = ShowCommand{index};
  builder.add(card, path + "/meta", Role::Paragraph, Tag::Meta, meta_text(strings, finding)).look =
      look_of(finding);

  const std::string guards = path + "/guard/";
  for (const auto& guard : finding.guards) {
    build_fact(builder, guards + guard, card, strings.get("fact.because"),
               strings.name("guard", guard), Tag::FactText, "");
  }
  if (finding.list == FindingList::Noted && finding.guards.empty()) {
    build_fact(builder, path + "/trial", card, strings.get("fact.because"),
               strings.get("guard.trial"), Tag::FactText, "");
  }
  build_fact(builder, path + "/why", card, strings.get("fact.why"), finding.observed, Tag::FactText,
             lang);
  build_fact(builder, path + "/effect", card, strings.get("fact.effect"), finding.effect,
             Tag::FactText, lang);
  // What is only noted asks for nothing.
  if (finding.list == FindingList::Noted) return;
  build_fact(builder, path + "/missing", card, strings.get("fact.missing"), finding.missing,
             Tag::FactWanted, lang);
  build_rewrites(builder, state, path, card, index);
  if (promises_attention(finding)) {
    builder.add(card, path + "/scale", Role::Button, Tag::Tool, strings.get("scale.card")).command =
        ScaleCommand{index};
  }
  ViewNode& aside =
      builder.add(card, path + "/aside", Role::Button, Tag::Tool, strings.get("aside.open"));
  aside.label = strings.format("aside.open.name", {{"words", finding.words}});
  aside.command = AsideCommand{index};
}

// A card is known by its list, its rule and by which of that rule's findings it is, so that it
// stays the same node while text above it changes.
std::string card_path(std::map<std::string, std::uint32_t>& seen, const std::string& list,
                      const FindingRecord& finding) {
  const std::uint32_t n = seen[finding.rule]++;
  return "card/" + list + "/" + finding.rule + "/" + std::to_string(n);
}

void build_list(ViewBuilder& builder, const AppState& state, NodeId panel, const ListRow& row) {
  const Strings& strings = state.strings;
  const auto& findings = state.report->findings;
  std::map<std::string, std::uint32_t> seen;
  std::uint32_t total = 0;
  const auto is_here = [&row](const FindingRecord& finding) {
    return finding.list == row.list && !finding.is_set_aside();
  };
  for (const auto& finding : findings) total += is_here(finding);
  if (total == 0 && row.list != FindingList::Findings) return;
  const std::string path(row.path);
  builder.add(panel, path + "/heading", Role::Heading, Tag::Section, strings.get(row.name)).value =
      "2";
  if (total == 0) {
    builder.add(panel, path + "/none", Role::Paragraph, Tag::Body, strings.get("list.none"));
  }
  if (row.list == FindingList::Findings && state.report->ready > 1) {
    builder
        .add(panel, path + "/apply", Role::Button, Tag::Apply,
             strings.plural("apply-all", state.report->ready, {}))
        .command = SimpleCommand::ApplyAll;
  }
  if (!row.about.empty()) {
    builder.add(panel, path + "/about", Role::Paragraph, Tag::Small, strings.get(row.about));
  }
  ViewNode& list_node = builder.add(panel, path, Role::List, Tag::Cards);
  list_node.label = strings.get(row.name);
  const NodeId list = list_node.id;
  std::uint32_t shown = 0;
  for (std::uint32_t i = 0; i < findings.size() && shown < kMaxItems; ++i) {
    if (!is_here(findings[i])) continue;
    build_card(builder, state, card_path(seen, path, findings[i]), list, i);
    ++shown;
  }
  if (total > shown) {
    builder.add(panel, path + "/more", Role::Paragraph, Tag::Small,
                strings.plural("list.more", total - shown, {}));
  }
}

}  // namespace

Look look_of(const FindingRecord& finding) {
  if (finding.list == FindingList::Questions) return Look::Question;
  if (finding.list == FindingList::Noted) return Look::Noted;
  return static_cast<Look>(finding.severity);
}

void build_cards(ViewBuilder& builder, const AppState& state, NodeId panel) {
  build_list(builder, state, panel, kFindings);
  build_list(builder, state, panel, kQuestions);
}

void build_noted(ViewBuilder& builder, const AppState& state, NodeId panel) {
  build_list(builder, state, panel, kNoted);
}

}  // namespace unfeigned
