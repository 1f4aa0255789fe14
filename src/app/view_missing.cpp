// What a text of its kind owes its reader and does not give; and, folded, how the number comes
// about and what is there already.
#include <algorithm>

#include "app/view_builder.h"

namespace unfeigned {

namespace {

constexpr std::size_t kMostQuoted = 4;

std::string component_name(const Strings& strings, const std::string& id) {
  return strings.name("component", id);
}

void build_gap(ViewBuilder& builder, const AppState& state, NodeId list, std::uint32_t index) {
  const Strings& strings = state.strings;
  const MissingRecord& missing = state.report->missing[index];
  const std::string path = "missing/" + missing.component;
  const NodeId gap = builder.add(list, path, Role::Item, Tag::Gap).id;
  builder.add(gap, path + "/name", Role::Paragraph, Tag::GapName,
              component_name(strings, missing.component));
  if (missing.points != 0) {
    builder.add(gap, path + "/cost", Role::Paragraph, Tag::GapCost,
                strings.format("missing.cost", {{"points", strings.tenths(missing.points)}}));
  }
  if (!missing.suggestion) return;
  const auto item = static_cast<std::uint32_t>(state.report->findings.size()) + index;
  builder
      .add(gap, path + "/fill", Role::Button, Tag::Fill,
           strings.format("fill", {{"title", missing.suggestion->title}}))
      .command = FillCommand{item, 0};
}

void build_terms(ViewBuilder& builder, const Strings& strings, NodeId parent,
                 const std::string& here, const std::vector<Term>& terms) {
  ViewNode& table_node = builder.add(parent, here, Role::Table, Tag::Receipt);
  table_node.label = strings.get("receipt");
  const NodeId table = table_node.id;
  for (const Term& term : terms) {
    const std::string path =
        here + "/" + std::to_string(static_cast<int>(term.kind)) + "/" + term.component;
    const bool is_total = term.kind == TermKind::Plainness;
    const NodeId row =
        builder.add(table, path, Role::Row, is_total ? Tag::Total : Tag::ReceiptRow).id;
    builder.add(row, path + "/name", Role::RowHead, Tag::Plain,
                term_name(strings, term.kind, term.component));
    builder.add(row, path + "/amount", Role::Cell, Tag::Amount,
                amount_text(strings, term.amount, term.kind));
  }
}

}  // namespace

std::string term_name(const Strings& strings, TermKind kind, const std::string& component) {
  switch (kind) {
    case TermKind::Start:
      return strings.get("receipt.start");
    case TermKind::Phrases:
      return strings.get("receipt.phrases");
    case TermKind::Missing:
      return strings.format("receipt.missing", {{"component", component_name(strings, component)}});
    case TermKind::Facts:
      return strings.get("receipt.facts");
    case TermKind::Worst:
      return strings.get("receipt.worst");
    case TermKind::Plainness:
      return strings.get("plainness");
  }
  return {};
}

std::string amount_text(const Strings& strings, std::int32_t tenths, TermKind kind) {
  if (kind == TermKind::Start || kind == TermKind::Plainness) return strings.tenths(tenths);
  if (tenths < 0) return "\xE2\x88\x92" + strings.tenths(-tenths);
  return tenths == 0 ? strings.tenths(0) : "+" + strings.tenths(tenths);
}

void add_words(ViewBuilder& builder, const AppState& state, NodeId parent, std::string_view path,
               const std::string& words, const Command& command) {
  ViewNode& node = builder.add(parent, path, Role::Button, Tag::Words,
                               state.strings.format("card.words", {{"words", words}}));
  node.lang = state.report->language;
  node.command = command;
}

std::string quoted_list(const Strings& strings, const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < std::min(words.size(), kMostQuoted); ++i) {
    if (i > 0) out += strings.get("list.separator");
    out += strings.format("card.words", {{"words", words[i]}});
  }
  return out;
}

void build_receipt(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const std::vector<Term> terms = terms_of(*state.report);
  if (terms.empty()) return;
  const std::string name = state.strings.get("receipt");
  const NodeId fold = add_fold(builder, state, panel, "receipt", Fold::Receipt, name);
  build_terms(builder, state.strings, fold, "receipt", terms);
}

void build_peek(ViewBuilder& builder, const AppState& state, NodeId head) {
  if (!state.has_text || !state.report) return;
  const std::vector<Term> terms = terms_of(*state.report);
  if (terms.empty()) return;
  ViewNode& peek =
      builder.add(head, "head/peek", Role::Button, Tag::Peek, state.strings.get("receipt"));
  peek.is_expandable = true;
  peek.is_active = state.is_peeking;
  peek.command = SimpleCommand::Peek;
  if (!state.is_peeking) return;
  const NodeId popover = builder.add(head, "head/popover", Role::Group, Tag::Popover).id;
  build_terms(builder, state.strings, popover, "head/receipt", terms);
}

NodeId add_fold(ViewBuilder& builder, const AppState& state, NodeId panel, std::string_view path,
                Fold fold, const std::string& name) {
  const std::string here(path);
  ViewNode& heading = builder.add(panel, here + "/heading", Role::Heading, Tag::FoldHead);
  heading.value = "2";
  const NodeId heading_id = heading.id;
  ViewNode& toggle = builder.add(heading_id, here + "/toggle", Role::Button, Tag::FoldToggle, name);
  toggle.is_expandable = true;
  toggle.is_active = state.is_open(fold);
  toggle.command = FoldCommand{fold};
  ViewNode& body = builder.add(panel, here + "/fold", Role::Group, Tag::Fold);
  body.label = name;
  body.is_active = state.is_open(fold);
  return body.id;
}

void build_there(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const auto& components = state.report->components;
  if (components.empty()) return;
  const NodeId fold = add_fold(builder, state, panel, "there", Fold::There, strings.get("there"));
  ViewNode& list_node = builder.add(fold, "there", Role::List, Tag::Entries);
  list_node.label = strings.get("there");
  const NodeId list = list_node.id;
  for (std::uint32_t i = 0; i < components.size(); ++i) {
    const std::string path = "there/" + components[i].id;
    const NodeId entry = builder.add(list, path, Role::Item, Tag::Entry).id;
    builder.add(entry, path + "/name", Role::Label, Tag::EntryName,
                component_name(strings, components[i].id));
    add_words(builder, state, entry, path + "/words", components[i].words, SelectCommand{i});
  }
}

void build_genre(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const ReportRecord& report = *state.report;
  const bool is_chosen = state.options.genre != "auto";
  if (report.genre == id_of(kGenres, Genre::General)) {
    builder.add(panel, "genre", Role::Paragraph, Tag::Notice,
                strings.get(is_chosen ? "genre.none-chosen" : "genre.invite"));
    return;
  }
  const std::string genre = strings.name("genre", report.genre);
  std::string text =
      strings.format(is_chosen ? "genre.chosen" : "genre.read-as", {{"genre", genre}});
  if (!is_chosen && !report.genre_reasons.empty()) {
    text = strings.format(
        "genre.because", {{"genre", genre}, {"words", quoted_list(strings, report.genre_reasons)}});
  }
  builder.add(panel, "genre", Role::Paragraph, Tag::Small, std::move(text));
}

void build_missing(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const auto& missing = state.report->missing;
  // A kind of text that owes nothing has neither.
  if (missing.empty() && state.report->components.empty()) return;
  builder.add(panel, "missing/heading", Role::Heading, Tag::Section, strings.get("missing")).value =
      "2";
  if (missing.empty()) {
    builder.add(panel, "missing/none", Role::Paragraph, Tag::Body, strings.get("missing.none"));
  } else {
    ViewNode& list_node = builder.add(panel, "missing", Role::List, Tag::Gaps);
    list_node.label = strings.get("missing");
    const NodeId list = list_node.id;
    for (std::uint32_t i = 0; i < missing.size(); ++i) build_gap(builder, state, list, i);
  }
}

}  // namespace unfeigned
