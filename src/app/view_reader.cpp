// The lower part of the panel: what a reader learns from the text, and each claim beside its fact.
#include <algorithm>
#include <array>
#include <string_view>

#include "app/view_builder.h"

namespace unfeigned {

namespace {

// A question that a reader has, and the ids of components and facts that answer it.
struct QuestionRow {
  std::string_view id;
  std::array<std::string_view, 5> components;
  std::array<std::string_view, 2> facts;
};
constexpr std::array kQuestions = {
    QuestionRow{"what", {"harm", "explanation", "interpretation", "terms", ""}, {"amount", ""}},
    QuestionRow{"who", {"responsibility", "owner", "", "", ""}, {"person", ""}},
    QuestionRow{"when", {"since", "timeline", "", "", ""}, {"date", "time"}},
    QuestionRow{
        "next", {"repair", "forbearance", "options", "next-step", "exit"}, {"action", "choice"}},
    QuestionRow{"whom", {"contact", "", "", "", ""}, {"contact", ""}},
};
// Of the components, those that claim something of the writer.
constexpr std::array<std::string_view, 4> kClaiming = {"regret", "repair", "forbearance",
                                                       "timeline"};
constexpr std::size_t kMostAnswers = 4;

template <typename List>
bool is_in(const List& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

void build_answers(ViewBuilder& builder, const AppState& state, NodeId list,
                   const QuestionRow& question) {
  const Strings& strings = state.strings;
  const ReportRecord& report = *state.report;
  const std::string path = "learns/" + std::string(question.id);
  const NodeId entry = builder.add(list, path, Role::Item, Tag::Entry).id;
  builder.add(entry, path + "/name", Role::Label, Tag::EntryName,
              strings.get("learns." + std::string(question.id)));
  std::vector<std::string> seen;
  const auto offer = [&](const ShownRecord& shown, std::size_t index) {
    if (seen.size() >= kMostAnswers || is_in(seen, shown.words)) return;
    seen.push_back(shown.words);
    add_words(builder, state, entry, path + "/" + std::to_string(index), shown.words,
              SelectCommand{static_cast<std::uint32_t>(index)});
  };
  for (std::size_t i = 0; i < report.components.size(); ++i) {
    if (is_in(question.components, report.components[i].id)) offer(report.components[i], i);
  }
  for (std::size_t i = 0; i < report.facts.size(); ++i) {
    if (is_in(question.facts, report.facts[i].id)) {
      offer(report.facts[i], report.components.size() + i);
    }
  }
  if (!seen.empty()) return;
  builder.add(entry, path + "/none", Role::Paragraph, Tag::Meta, strings.get("learns.nothing"));
}

// The words are no button here: a card or a line above leads to them already.
void build_claim(ViewBuilder& builder, const AppState& state, NodeId list, const std::string& path,
                 const std::string& words, const std::vector<std::string>& beside) {
  const Strings& strings = state.strings;
  const NodeId claim = builder.add(list, path, Role::Item, Tag::Claim).id;
  builder
      .add(claim, path + "/words", Role::Paragraph, Tag::FactWanted,
           strings.format("card.words", {{"words", words}}))
      .lang = state.report->language;
  builder.add(claim, path + "/fact", Role::Paragraph, Tag::Meta,
              beside.empty()
                  ? strings.get("claims.no-fact")
                  : strings.format("claims.fact", {{"words", quoted_list(strings, beside)}}));
}

void build_claims(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const ReportRecord& report = *state.report;
  std::uint32_t total = 0;
  for (const FindingRecord& finding : report.findings) {
    total += finding.list == FindingList::Findings;
  }
  for (const ShownRecord& shown : report.components) total += is_in(kClaiming, shown.id);
  if (total == 0) return;
  const NodeId fold =
      add_fold(builder, state, panel, "claims", Fold::Claims, strings.get("claims"));
  ViewNode& list_node = builder.add(fold, "claims", Role::List, Tag::Claims);
  list_node.label = strings.get("claims");
  const NodeId list = list_node.id;
  std::uint32_t shown = 0;
  for (std::uint32_t i = 0; i < report.findings.size() && shown < kMaxItems; ++i) {
    const FindingRecord& finding = report.findings[i];
    if (finding.list != FindingList::Findings) continue;
    build_claim(builder, state, list, "claims/finding/" + std::to_string(i), finding.words,
                finding.beside);
    ++shown;
  }
  for (std::uint32_t i = 0; i < report.components.size(); ++i) {
    const ShownRecord& component = report.components[i];
    if (!is_in(kClaiming, component.id)) continue;
    build_claim(builder, state, list, "claims/" + component.id, component.words, component.beside);
    ++shown;
  }
  if (total > shown) {
    builder.add(fold, "claims/more", Role::Paragraph, Tag::Small,
                strings.plural("list.more", total - shown, {}));
  }
}

}  // namespace

void build_reader(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const NodeId fold =
      add_fold(builder, state, panel, "learns", Fold::Learns, strings.get("learns"));
  ViewNode& list_node = builder.add(fold, "learns", Role::List, Tag::Entries);
  list_node.label = strings.get("learns");
  const NodeId list = list_node.id;
  for (const QuestionRow& question : kQuestions) build_answers(builder, state, list, question);
  build_claims(builder, state, panel);
}

}  // namespace unfeigned
