#include "app/reduce.h"

#include <array>
#include <string_view>
#include <utility>

#include "app/reduce_aside.h"
#include "app/reduce_dialogs.h"

namespace unfeigned {

namespace {

const FindingRecord* find(const AppState& state, std::uint32_t index) {
  if (!state.report || index >= state.report->findings.size()) return nullptr;
  return &state.report->findings[index];
}

Effect effect(EffectKind kind, std::uint32_t first, std::uint32_t second, std::uint32_t revision) {
  Effect effect;
  effect.kind = kind;
  effect.first = first;
  effect.second = second;
  effect.revision = revision;
  return effect;
}
Effect simple(EffectKind kind, std::uint32_t first = 0) { return effect(kind, first, 0, 0); }

// Findings and questions are walked through; what is only noted needs no stop.
std::uint32_t walkable(const AppState& state) {
  if (!state.report) return 0;
  std::uint32_t n = 0;
  for (const auto& finding : state.report->findings) n += finding.list != FindingList::Noted;
  return n;
}

void show(Step& step, std::uint32_t index) {
  const FindingRecord* finding = find(step.state, index);
  if (finding == nullptr) return;
  step.state.active = index;
  step.effects.push_back(effect(EffectKind::Focus, index, 0, step.state.report->revision));
}

void walk(Step& step, bool is_forward) {
  AppState& state = step.state;
  const std::uint32_t n = walkable(state);
  if (n == 0) {
    tell(state, state.strings.get("message.no-findings"));
    return;
  }
  std::uint32_t next = is_forward ? 0 : n - 1;
  if (state.active && *state.active < n) {
    next = is_forward ? (*state.active + 1) % n : (*state.active + n - 1) % n;
  }
  show(step, next);
  const FindingRecord& finding = state.report->findings[next];
  tell(state, state.strings.format("message.at-finding", {{"n", state.strings.whole(next + 1)},
                                                          {"total", state.strings.whole(n)},
                                                          {"words", finding.words},
                                                          {"observed", finding.observed}}));
}

void apply_all(Step& step) {
  AppState& state = step.state;
  if (!state.report) return;
  if (!state.is_current()) {
    tell(state, state.strings.get("message.stale"));
    return;
  }
  step.effects.push_back(effect(EffectKind::ApplyAll, 0, 0, state.report->revision));
}

void set_option(Step& step, SimpleCommand command, const std::string& value) {
  Options& options = step.state.options;
  if (command == SimpleCommand::SetLanguage) options.language = value;
  // "Detect again" is detecting, after forgetting what was detected before.
  const bool is_genre = command == SimpleCommand::SetGenre;
  if (is_genre) options.genre = value == "again" ? "auto" : value;
  if (command == SimpleCommand::SetTemplate) options.is_template = value == "1";
  Effect wish =
      effect(EffectKind::SetOptions, options.is_template ? 1U : 0U, is_genre ? 1U : 0U, 0);
  wish.language = options.language;
  wish.genre = options.genre;
  step.effects.push_back(std::move(wish));
}

void set_interface(Step& step, const std::string& id) {
  if (id == step.state.spoken) return;
  Effect wish = simple(EffectKind::SetInterface);
  wish.language = id;
  step.effects.push_back(std::move(wish));
}

void invoke(Step& step, SimpleCommand command, const std::string& value) {
  AppState& state = step.state;
  switch (command) {
    case SimpleCommand::None:
      return;
    case SimpleCommand::Copy:
      copy(step);
      return;
    case SimpleCommand::Clear:
      step.effects.push_back(simple(EffectKind::Clear));
      return;
    case SimpleCommand::TogglePlain:
      state.is_plain = !state.is_plain;
      step.effects.push_back(simple(EffectKind::SetPlain, state.is_plain ? 1 : 0));
      return;
    case SimpleCommand::Retry:
      state.engine = EngineStatus::Loading;
      step.effects.push_back(simple(EffectKind::Retry));
      return;
    case SimpleCommand::ApplyAll:
      apply_all(step);
      return;
    case SimpleCommand::OpenFile:
      step.effects.push_back(simple(EffectKind::OpenFile));
      return;
    case SimpleCommand::UpdateNow:
      step.effects.push_back(simple(EffectKind::Update));
      return;
    case SimpleCommand::StopTrying:
      step.effects.push_back(simple(EffectKind::StopTrying));
      return;
    case SimpleCommand::Peek:
      state.is_peeking = value != "0";
      return;
    case SimpleCommand::TurnSheet:
      state.is_sheet_tall = !state.is_sheet_tall;
      return;
    case SimpleCommand::NextFinding:
      walk(step, true);
      return;
    case SimpleCommand::PreviousFinding:
      walk(step, false);
      return;
    case SimpleCommand::SetLanguage:
    case SimpleCommand::SetGenre:
    case SimpleCommand::SetTemplate:
      set_option(step, command, value);
      return;
    case SimpleCommand::SetInterface:
      set_interface(step, value);
      return;
    default:
      invoke_in_dialog(step, command, value);
      return;
  }
}

void invoke(Step& step, const ApplyCommand& command, const std::string&) {
  const FindingRecord* finding = find(step.state, command.finding);
  if (finding == nullptr || command.suggestion >= finding->suggestions.size()) return;
  if (!step.state.is_current()) {
    tell(step.state, step.state.strings.get("message.stale"));
    return;
  }
  step.effects.push_back(
      effect(EffectKind::Apply, command.finding, command.suggestion, step.state.report->revision));
}

void invoke(Step& step, const ShowCommand& command, const std::string&) {
  show(step, command.finding);
}

void invoke(Step& step, const SelectCommand& command, const std::string&) {
  if (!step.state.report) return;
  step.effects.push_back(effect(EffectKind::Select, command.shown, 0, step.state.report->revision));
}

void invoke(Step& step, const FillCommand& command, const std::string&) {
  open_form(step, command);
}

void invoke(Step& step, const ScaleCommand& command, const std::string&) {
  open_scale(step, command);
}

void invoke(Step& step, const FieldCommand& command, const std::string& value) {
  set_field(step, command, value);
}

void invoke(Step& step, const AsideCommand& command, const std::string&) {
  open_aside(step, command);
}

void invoke(Step& step, const TakeBackCommand& command, const std::string&) {
  take_back(step, command);
}

void invoke(Step& step, const ShowAsideCommand& command, const std::string&) {
  step.effects.push_back(simple(EffectKind::ShowAside, command.aside));
}

void invoke(Step& step, const FoldCommand& command, const std::string&) {
  step.state.open_folds ^= 1U << static_cast<unsigned>(command.fold);
}

void invoke(Step& step, const SampleCommand& command, const std::string&) {
  Effect wish = simple(EffectKind::LoadSample, command.sample);
  wish.language = step.state.spoken;
  step.effects.push_back(std::move(wish));
}

void invoke(Step& step, const TeamSampleCommand& command, const std::string&) {
  step.effects.push_back(simple(EffectKind::LoadTeamSample, command.sample));
}

// ---- one function an action
// ----------------------------------------------------------------------

void on(Step& step, const Booted& action) {
  // What was told last was told in the words of before.
  step.state.message.clear();
  step.state.strings = action.strings;
  step.state.languages = action.languages;
  step.state.samples = action.samples;
}

void on(Step& step, const InterfaceTold& action) {
  step.state.interfaces = action.all;
  step.state.spoken = action.spoken;
}

void on(Step& step, const PacksTold& action) { step.state.packs = action.packs; }

void on(Step& step, const ReportArrived& action) {
  // Reports that were overtaken by typing are dropped by the glue, and once more here.
  if (action.report->revision != step.state.revision) return;
  // The report of no text would be shown beside the next one, as if that were empty.
  if (!step.state.has_text) return;
  step.state.report = action.report;
  step.state.active.reset();
  check_dialog(step);
}

void on(Step& step, const TextChanged& action) {
  AppState& state = step.state;
  if (action.revision != state.revision) state.message.clear();
  state.revision = action.revision;
  state.has_text = action.has_text;
  state.open_slots = action.open_slots;
  if (!action.has_text) {
    state.report.reset();
    state.active.reset();
    check_dialog(step);
  }
}

void on(Step& step, const CaretMoved& action) {
  step.state.active = action.finding && find(step.state, *action.finding) != nullptr
                          ? action.finding
                          : std::nullopt;
}

void on(Step& step, const EngineChanged& action) {
  step.state.engine = action.status;
  step.state.engine_problem = action.problem;
}

void on(Step& step, const PlainChanged& action) {
  step.state.is_plain = action.is_plain;
  step.state.is_plain_forced = action.is_forced;
  step.state.is_narrow = action.is_narrow;
  step.state.has_menu = action.has_menu;
  // What a wide page has in sight needs no menu.
  const bool is_menu = std::holds_alternative<MenuDialog>(step.state.dialog);
  if (is_menu && !action.has_menu) step.state.dialog = std::monostate();
}

void on(Step& step, const AsidesChanged& action) { step.state.asides = action.asides; }

void on(Step& step, const SettingsChanged& action) { step.state.settings = action.settings; }

void on(Step& step, const Invoked& action) {
  // What is chosen in a menu closes it; the number beside it may be looked at all the same.
  const bool is_menu = std::holds_alternative<MenuDialog>(step.state.dialog);
  const auto* simple = std::get_if<SimpleCommand>(&action.command);
  const bool is_peek = simple != nullptr && *simple == SimpleCommand::Peek;
  if (is_menu && !is_peek) step.state.dialog = std::monostate();
  std::visit([&](const auto& command) { invoke(step, command, action.value); }, action.command);
}

// What is said of a thing that the page did; by its number, where that is to be told.
struct ToldRow {
  Told what = Told::Copied;
  std::string_view text;
  std::string_view counted = "";
};
constexpr std::array kTold = {
    ToldRow{Told::Copied, "message.copied", "message.copied-open"},
    ToldRow{Told::CopyFailed, "message.copy-failed"},
    ToldRow{Told::Applied, "message.applied", "message.applied-open"},
    ToldRow{Told::Stale, "message.stale"},
    ToldRow{Told::Cleared, "message.cleared"},
    ToldRow{Told::SampleLoaded, "message.sample"},
    ToldRow{Told::PutIn, "message.put-in", "message.put-in-open"},
    ToldRow{Told::NotFetched, "message.not-fetched"},
    ToldRow{Told::AppliedAll, "", "message.applied-all"},
    ToldRow{Told::ExportFailed, "message.report-failed"},
    ToldRow{Told::DraftRestored, "message.draft-restored"},
    ToldRow{Told::NotKept, "message.not-kept"},
    ToldRow{Told::FileOpened, "message.file", "message.file-first"},
    ToldRow{Told::FileTooLarge, "message.file-large"},
    ToldRow{Told::FileUnreadable, "message.file-unreadable"},
    ToldRow{Told::FileOfOtherKind, "message.file-kind"},
    ToldRow{Told::FileWithoutText, "message.file-empty"},
};

void on(Step& step, const DoneByPage& action) {
  const Strings& strings = step.state.strings;
  if (action.what == Told::Exported) {
    const bool is_file = action.count != 0;
    return tell(step.state,
                strings.get(is_file ? "message.report-saved" : "message.report-copied"));
  }
  for (const ToldRow& row : kTold) {
    if (row.what != action.what) continue;
    const bool is_counted = !row.counted.empty() && action.count > 0;
    return tell(step.state,
                is_counted ? strings.plural(row.counted, action.count, {}) : strings.get(row.text));
  }
}

void on(Step& step, const UpdateReady&) {
  step.state.has_update = true;
  tell(step.state, step.state.strings.get("message.update"));
}

const TeamFile* tried_in(const std::vector<TeamFile>& files) {
  for (const TeamFile& file : files) {
    if (file.is_tried) return &file;
  }
  return nullptr;
}

void on(Step& step, const TeamArrived& action) {
  AppState& state = step.state;
  const TeamFile* tried = tried_in(action.files);
  if (tried != nullptr) {
    const bool is_broken = tried->status == TeamStatus::Broken;
    tell(state, state.strings.format(is_broken ? "message.pack-broken" : "message.pack-tried",
                                     {{"file", tried->name}}));
  } else if (tried_in(state.team) != nullptr) {
    tell(state, state.strings.get("message.pack-stopped"));
  }
  state.team = action.files;
}

}  // namespace

Step reduce(AppState state, const Action& action) {
  Step step{.state = std::move(state), .effects = {}};
  std::visit([&](const auto& each) { on(step, each); }, action);
  return step;
}

}  // namespace unfeigned
