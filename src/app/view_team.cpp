// What the panel says of the page itself: that a newer version waits, and which rules of a team are
// in use, tried, or left out with the place of the mistake.
#include <algorithm>
#include <string>

#include "app/view_builder.h"

namespace unfeigned {

namespace {

// An author mends one after the other; the command line tells all of them.
constexpr std::size_t kMostMistakes = 5;

std::string path_of(std::string_view part, std::size_t file, std::size_t index = 0) {
  return "team/" + std::to_string(file) + "/" + std::string(part) + "/" + std::to_string(index);
}

std::string mistake_text(const Strings& strings, const TeamMistake& mistake) {
  if (mistake.line == 0) return mistake.message;
  return strings.format(mistake.pointer.empty() ? "team.mistake" : "team.mistake-at",
                        {{"line", std::to_string(mistake.line)},
                         {"column", std::to_string(mistake.column)},
                         {"pointer", mistake.pointer},
                         {"message", mistake.message}});
}

void add_stop(ViewBuilder& builder, const AppState& state, NodeId box) {
  builder.add(box, "team/stop", Role::Button, Tag::Quiet, state.strings.get("team.stop")).command =
      SimpleCommand::StopTrying;
}

void build_broken(ViewBuilder& builder, const AppState& state, NodeId panel, std::size_t index) {
  const Strings& strings = state.strings;
  const TeamFile& file = state.team[index];
  const NodeId box = builder.add(panel, path_of("broken", index), Role::Alert, Tag::Problem).id;
  builder.add(box, path_of("what", index), Role::Paragraph, Tag::FactWanted,
              strings.format("team.broken", {{"file", file.name}}));
  const std::size_t shown = std::min(file.mistakes.size(), kMostMistakes);
  for (std::size_t i = 0; i < shown; ++i) {
    builder.add(box, path_of("mistake", index, i), Role::Paragraph, Tag::Small,
                mistake_text(strings, file.mistakes[i]));
  }
  const auto rest = static_cast<std::uint32_t>(file.mistakes.size() - shown);
  if (rest > 0) {
    builder.add(box, path_of("more", index), Role::Paragraph, Tag::Small,
                strings.plural("team.more", rest, {}));
  }
  if (file.is_tried) add_stop(builder, state, box);
}

void build_packs(ViewBuilder& builder, const AppState& state, NodeId parent, std::size_t index) {
  const Strings& strings = state.strings;
  const TeamFile& file = state.team[index];
  for (std::size_t i = 0; i < file.packs.size(); ++i) {
    const TeamPack& pack = file.packs[i];
    builder.add(parent, path_of("pack", index, i), Role::Paragraph, Tag::Notice,
                strings.format("team.pack", {{"name", pack.name},
                                             {"version", pack.version},
                                             {"language", strings.name("language", pack.language)},
                                             {"added", std::to_string(pack.added)},
                                             {"replaced", std::to_string(pack.replaced)},
                                             {"silenced", std::to_string(pack.silenced)}}));
  }
  const std::string source =
      strings.format(file.is_tried ? "team.tried" : "team.from", {{"file", file.name}});
  builder.add(parent, path_of("from", index), Role::Paragraph, Tag::Small, source);
}

}  // namespace

void build_update(ViewBuilder& builder, const AppState& state, NodeId panel) {
  if (!state.has_update) return;
  const Strings& strings = state.strings;
  ViewNode& box = builder.add(panel, "update", Role::Group, Tag::Offer);
  box.label = strings.get("update");
  const NodeId group = box.id;
  builder.add(group, "update/what", Role::Paragraph, Tag::FactText, strings.get("update.what"));
  builder.add(group, "update/now", Role::Button, Tag::Quiet, strings.get("update.now")).command =
      SimpleCommand::UpdateNow;
}

void build_team_trouble(ViewBuilder& builder, const AppState& state, NodeId panel) {
  const Strings& strings = state.strings;
  for (std::size_t i = 0; i < state.team.size(); ++i) {
    const TeamFile& file = state.team[i];
    if (file.status == TeamStatus::Broken) build_broken(builder, state, panel, i);
    if (file.status == TeamStatus::Waiting) {
      builder.add(
          panel, path_of("waiting", i), Role::Paragraph, Tag::Notice,
          strings.format("team.waiting", {{"file", file.name},
                                          {"language", strings.name("language", file.waits_for)}}));
    }
    if (file.status != TeamStatus::InUse || !file.is_tried) continue;
    ViewNode& box = builder.add(panel, path_of("tried", i), Role::Group, Tag::Offer);
    box.label = strings.get("team");
    const NodeId group = box.id;
    build_packs(builder, state, group, i);
    add_stop(builder, state, group);
  }
}

void build_team(ViewBuilder& builder, const AppState& state, NodeId panel) {
  for (std::size_t i = 0; i < state.team.size(); ++i) {
    const TeamFile& file = state.team[i];
    if (file.is_tried || file.status != TeamStatus::InUse || file.packs.empty()) continue;
    builder.add(panel, path_of("title", i), Role::Heading, Tag::Section, state.strings.get("team"))
        .value = "2";
    build_packs(builder, state, panel, i);
  }
}

void build_team_samples(ViewBuilder& builder, const AppState& state, NodeId samples) {
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < state.team.size(); ++i) {
    for (const std::string& title : state.team[i].samples) {
      ViewNode& sample =
          builder.add(samples, path_of("sample", i, n), Role::Button, Tag::Sample, title);
      sample.command = TeamSampleCommand{n};
      ++n;
    }
  }
}

}  // namespace unfeigned
