#include "app/view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/view_builder.h"

namespace unfeigned {

namespace {

void build_bar(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  const NodeId bar = builder.add(kNoNode, "bar", Role::Region, Tag::Bar).id;
  builder.add(bar, "bar/title", Role::Heading, Tag::Title, strings.get("title")).value = "1";
  if (!state.has_menu) build_tools(builder, state, bar, Tag::Quiet);
  ViewNode& copy = builder.add(bar, "bar/copy", Role::Button, Tag::Primary, strings.get("copy"));
  copy.command = SimpleCommand::Copy;
  copy.is_disabled = !state.has_text;
  if (!state.has_menu) return;
  builder.add(bar, "bar/menu", Role::Button, Tag::Quiet, strings.get("menu")).command =
      SimpleCommand::OpenMenu;
}

void build_foot(ViewBuilder& builder, const AppState& state) {
  const Strings& strings = state.strings;
  const NodeId foot = builder.add(kNoNode, "foot", Role::Region, Tag::Foot).id;

  ViewNode& language =
      builder.add(foot, "foot/language", Role::Select, Tag::Choice, strings.get("language"));
  language.value = state.options.language;
  language.command = SimpleCommand::SetLanguage;
  language.options.push_back({"auto", strings.get("language.auto")});
  for (const auto& id : state.languages) {
    language.options.push_back({id, strings.name("language", id)});
  }

  ViewNode& genre =
      builder.add(foot, "foot/genre", Role::Select, Tag::Choice, strings.get("genre"));
  genre.value = state.options.genre;
  genre.command = SimpleCommand::SetGenre;
  const bool is_detected = state.has_text && state.report && state.options.genre == "auto";
  genre.options.push_back(
      {"auto", is_detected ? strings.format("genre.detected",
                                            {{"genre", strings.name("genre", state.report->genre)}})
                           : strings.get("genre.auto")});
  // What was detected once is kept while the text is being worked on; it can be asked for anew.
  if (is_detected && state.report->genre != id_of(kGenres, Genre::General)) {
    genre.options.push_back({"again", strings.get("genre.again")});
  }
  for (const auto& row : kGenres) {
    genre.options.push_back({std::string(row.id), strings.name("genre", row.id)});
  }

  ViewNode& is_template =
      builder.add(foot, "foot/template", Role::Checkbox, Tag::Choice, strings.get("template"));
  is_template.is_checked = state.options.is_template;
  is_template.command = SimpleCommand::SetTemplate;
}

std::string counts_text(const AppState& state) {
  const Strings& strings = state.strings;
  if (state.engine == EngineStatus::Failed) return strings.get("status.failed");
  if (!state.has_text) return strings.get("status.empty");
  if (!state.report) {
    return strings.get(state.engine == EngineStatus::Loading ? "status.loading" : "status.reading");
  }
  std::array<std::uint32_t, 3> counts = {};
  for (const auto& finding : state.report->findings) {
    if (!finding.is_set_aside()) ++counts[static_cast<std::size_t>(finding.list)];
  }
  const std::string noted = strings.whole(counts[2]);
  if (counts[1] == 0) return strings.plural("status", counts[0], {{"noted", noted}});
  return strings.plural(counts[1] == 1 ? "status.question" : "status.questions", counts[0],
                        {{"noted", noted}, {"questions", strings.whole(counts[1])}});
}

void build_gauge(ViewBuilder& builder, const AppState& state, NodeId head) {
  const Strings& strings = state.strings;
  const bool has_report = state.has_text && state.report;
  const bool has_score = has_report && state.report->score;
  std::string band;
  if (has_score) {
    band = strings.name("band", state.report->band);
  } else if (has_report && !state.report->score_reason.empty()) {
    band = strings.name("reason", state.report->score_reason);
  } else {
    band = strings.get("reason.nothing");
  }
  ViewNode& gauge =
      builder.add(head, "head/plainness", Role::Meter, Tag::Gauge, strings.get("plainness"));
  if (has_score) gauge.value = strings.tenths(*state.report->score);
  gauge.label = has_score
                    ? strings.format("plainness.value", {{"score", gauge.value}, {"band", band}})
                    : band;
  builder.add(head, "head/band", Role::Paragraph, Tag::Band, band);
}

// On a narrow page the findings are a sheet below the text, and this makes it tall or short.
void build_grip(ViewBuilder& builder, const AppState& state, NodeId head) {
  if (!state.is_narrow || !state.has_text || !state.report) return;
  ViewNode& grip =
      builder.add(head, "head/grip", Role::Button, Tag::Grip, state.strings.get("list.findings"));
  grip.is_expandable = true;
  grip.is_active = state.is_sheet_tall;
  grip.command = SimpleCommand::TurnSheet;
}

void build_head(ViewBuilder& builder, const AppState& state) {
  const NodeId head = builder.add(kNoNode, "head", Role::Region, Tag::Head).id;
  build_gauge(builder, state, head);
  build_peek(builder, state, head);
  build_grip(builder, state, head);
  builder.add(head, "head/counts", Role::Status, Tag::Counts, counts_text(state));
  builder.add(head, "head/message", Role::Live, Tag::Message, state.message);
}

void build_welcome(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  ViewNode& lead =
      builder.add(panel, "welcome/lead", Role::Heading, Tag::Lead, strings.get("welcome.lead"));
  lead.value = "2";
  builder.add(panel, "welcome/what", Role::Paragraph, Tag::Body, strings.get("welcome.what"));
  builder.add(panel, "welcome/how", Role::Paragraph, Tag::Body, strings.get("welcome.how"));
  builder.add(panel, "welcome/privacy", Role::Paragraph, Tag::Body, strings.get("welcome.privacy"));
  builder.add(panel, "welcome/try", Role::Paragraph, Tag::Small, strings.get("welcome.try"));
  ViewNode& group = builder.add(panel, "welcome/samples", Role::Group, Tag::Samples);
  group.label = strings.get("samples");
  const NodeId samples = group.id;
  for (std::uint32_t i = 0; i < state.samples.size(); ++i) {
    const std::string& id = state.samples[i];
    ViewNode& sample = builder.add(samples, "welcome/sample/" + id, Role::Button, Tag::Sample,
                                   strings.name("sample", id));
    sample.command = SampleCommand{i};
  }
  build_team_samples(builder, state, samples);
}

void build_problem(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  const NodeId problem = builder.add(panel, "problem", Role::Alert, Tag::Problem).id;
  builder.add(problem, "problem/what", Role::Paragraph, Tag::FactWanted,
              strings.get("engine.failed"));
  builder.add(problem, "problem/why", Role::Paragraph, Tag::Small, state.engine_problem);
  ViewNode& retry =
      builder.add(problem, "problem/retry", Role::Button, Tag::Quiet, strings.get("engine.retry"));
  retry.command = SimpleCommand::Retry;
}

void build_notices(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  for (const auto& notice : state.report->notices) {
    const std::string key = "notice." + notice.kind;
    // Those that count have as many forms as the language counts in.
    const std::string text =
        strings.has(key) ? strings.get(key) : strings.plural(key, notice.places, {});
    builder.add(panel, "notice/" + notice.kind, Role::Paragraph, Tag::Notice, text);
  }
}

void build_end(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  // The welcome has said it, but not that a draft is kept.
  if (state.has_text || state.settings.keeps_draft) {
    builder.add(panel, "end/privacy", Role::Paragraph, Tag::Small,
                strings.get(state.settings.keeps_draft ? "privacy.draft" : "privacy"));
  }
  if (state.is_plain_forced) {
    builder.add(panel, "end/plain", Role::Paragraph, Tag::Small, strings.get("plain.forced"));
  }
  builder.add(panel, "end/licences", Role::Link, Tag::Small, strings.get("licences")).value =
      "notices.txt";
}

}  // namespace

NodeId node_id(std::string_view path) {
  std::uint32_t hash = 2166136261U;
  for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash == kNoNode ? 1 : hash;
}

const ViewNode* View::find(NodeId id) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [id](const ViewNode& node) { return node.id == id; });
  return found == nodes.end() ? nullptr : &*found;
}

ViewNode& ViewBuilder::add(NodeId parent, std::string_view path, Role role, Tag tag,
                           std::string text) {
  NodeId id = node_id(path);
  while (!taken_.insert(id).second) ++id;
  ViewNode node;
  node.id = id;
  node.parent = parent;
  node.role = role;
  node.tag = tag;
  node.text = std::move(text);
  view_.nodes.push_back(std::move(node));
  return view_.nodes.back();
}

View build_view(const AppState& state) {
  View view;
  ViewBuilder builder(view);
  build_bar(builder, state);
  build_foot(builder, state);
  build_head(builder, state);
  const NodeId panel = builder.add(kNoNode, "panel", Role::Region, Tag::Panel).id;
  if (state.engine == EngineStatus::Failed) build_problem(builder, state, panel);
  build_update(builder, state, panel);
  build_team_trouble(builder, state, panel);
  if (!state.has_text) {
    build_welcome(builder, state, panel);
  } else if (state.report) {
    build_aside_count(builder, state, panel);
    build_notices(builder, state, panel);
    build_cards(builder, state, panel);
    build_genre(builder, state, panel);
    build_missing(builder, state, panel);
    build_noted(builder, state, panel);
    build_asides(builder, state, panel);
    build_receipt(builder, state, panel);
    build_there(builder, state, panel);
    build_reader(builder, state, panel);
  }
  build_team(builder, state, panel);
  build_end(builder, state, panel);
  build_dialog(builder, state);
  return view;
}

}  // namespace unfeigned
