// Everything that can happen (Action), everything a pressed node asks for (Command) and everything
// the page is asked to do in answer (Effect). Closed sets; the logic that connects them is
// reduce.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"

namespace unfeigned {

// ---- Commands: what the press of a node means
// ----------------------------------------------------

struct ApplyCommand {
  std::uint32_t finding = 0;
  std::uint32_t suggestion = 0;
  friend bool operator==(const ApplyCommand&, const ApplyCommand&) = default;
};
struct ShowCommand {
  std::uint32_t finding = 0;
  friend bool operator==(const ShowCommand&, const ShowCommand&) = default;
};
// Opens the form of a suggestion; item as in ReportRecord::suggestion.
struct FillCommand {
  std::uint32_t item = 0;
  std::uint32_t suggestion = 0;
  friend bool operator==(const FillCommand&, const FillCommand&) = default;
};
// Selects the words of something that is there: components, then facts.
struct SelectCommand {
  std::uint32_t shown = 0;
  friend bool operator==(const SelectCommand&, const SelectCommand&) = default;
};
// Opens the calculator, beside the words of a finding or, without one, of the first that promises.
struct ScaleCommand {
  std::optional<std::uint32_t> finding;
  friend bool operator==(const ScaleCommand&, const ScaleCommand&) = default;
};
// A field of the open dialog got a value.
struct FieldCommand {
  std::uint32_t field = 0;
  friend bool operator==(const FieldCommand&, const FieldCommand&) = default;
};
// Opens the choice of how to set a finding aside.
struct AsideCommand {
  std::uint32_t finding = 0;
  friend bool operator==(const AsideCommand&, const AsideCommand&) = default;
};
struct TakeBackCommand {
  std::uint32_t aside = 0;
  friend bool operator==(const TakeBackCommand&, const TakeBackCommand&) = default;
};
// Selects the words of something that is set aside.
struct ShowAsideCommand {
  std::uint32_t aside = 0;
  friend bool operator==(const ShowAsideCommand&, const ShowAsideCommand&) = default;
};
struct FoldCommand {
  Fold fold = Fold::Receipt;
  friend bool operator==(const FoldCommand&, const FoldCommand&) = default;
};
struct SampleCommand {
  std::uint32_t sample = 0;
  friend bool operator==(const SampleCommand&, const SampleCommand&) = default;
};
// A sample that a team brought, counted through its files.
struct TeamSampleCommand {
  std::uint32_t sample = 0;
  friend bool operator==(const TeamSampleCommand&, const TeamSampleCommand&) = default;
};
enum class SimpleCommand : std::uint8_t {
  None,
  Copy,
  Clear,
  TogglePlain,
  Retry,
  ApplyAll,
  NextFinding,
  PreviousFinding,
  SetLanguage,  // the value says which
  SetGenre,
  SetTemplate,
  SetInterface,
  OpenFile,
  UpdateNow,
  StopTrying,
  Peek,  // the value says whether to stop: "0"
  TurnSheet,
  // In dialogs.
  CloseDialog,
  PutIn,
  GoToSlot,
  CopyAnyway,
  Keep,
  OpenCompare,
  Forget,
  SetKeptRole,  // the value says which
  AsideHere,
  AsideRule,
  AsideQuoted,
  SetAsideKept,  // the value says whether
  OpenSettings,
  SetTheme,      // the value says which
  SetKeepDraft,  // the value says whether
  SetMarks,      // the value says whether
  ForgetAll,
  OpenReport,
  SetReportFormat,  // the value says which
  CopyReport,
  SaveReport,
  PrintReport,
  OpenAbout,
  OpenMenu,
};
using Command = std::variant<SimpleCommand, ApplyCommand, ShowCommand, FillCommand, SelectCommand,
                             ScaleCommand, FieldCommand, SampleCommand, AsideCommand,
                             TakeBackCommand, ShowAsideCommand, TeamSampleCommand, FoldCommand>;

// ---- Actions
// -------------------------------------------------------------------------------------

struct Booted {
  Strings strings;
  std::vector<std::string> languages;
  std::vector<std::string> samples;
};
// The page speaks this language from now on; its strings come with Booted.
struct InterfaceTold {
  std::vector<Interface> all;
  std::string spoken;
};
struct PacksTold {
  std::vector<PackFacts> packs;
};
struct ReportArrived {
  SharedReport report;  // never empty
};
struct TextChanged {
  std::uint32_t revision = 0;
  bool has_text = false;
  std::uint32_t open_slots = 0;
};
// The caret went into the words of a finding, or out of all of them.
struct CaretMoved {
  std::optional<std::uint32_t> finding;
};
struct EngineChanged {
  EngineStatus status = EngineStatus::Loading;
  std::string problem;
};
struct PlainChanged {
  bool is_plain = false;
  bool is_forced = false;
  bool is_narrow = false;
  bool has_menu = false;
};
// All of them, in the order in which the page counts them.
struct AsidesChanged {
  std::vector<AsideRecord> asides;
};
struct SettingsChanged {
  Settings settings;
};
struct Invoked {
  Command command;
  std::string value;
};
// A newer version of the page waits to be shown.
struct UpdateReady {};
struct TeamArrived {
  std::vector<TeamFile> files;
};
// What the page did with an effect, to be told to the reader.
enum class Told : std::uint32_t {
  Copied,
  CopyFailed,
  Applied,
  Stale,
  Cleared,
  SampleLoaded,
  PutIn,
  NotFetched = 7,
  AppliedAll = 8,
  Exported = 9,
  ExportFailed = 10,
  DraftRestored = 11,
  NotKept = 12,  // the browser does not let the page keep anything, or has no room
  FileOpened = 13,
  FileTooLarge = 14,
  FileUnreadable = 15,
  FileOfOtherKind = 16,
  FileWithoutText = 17,
};
struct DoneByPage {
  Told what = Told::Copied;
  // Open slots; AppliedAll: rewrites; Exported: 1 for a file; FileOpened: those left aside.
  std::uint32_t count = 0;
};

using Action = std::variant<Booted, InterfaceTold, PacksTold, ReportArrived, TextChanged,
                            CaretMoved, EngineChanged, PlainChanged, AsidesChanged, SettingsChanged,
                            Invoked, DoneByPage, UpdateReady, TeamArrived>;

// ---- Effects
// -------------------------------------------------------------------------------------

enum class EffectKind : std::uint32_t {
  Apply = 1,  // finding, suggestion; revision of the report it was seen in
  Focus = 2,  // finding: select its words and scroll to them
  Copy = 3,
  Clear = 4,
  SetOptions = 5,  // template, whether a detected genre is to be forgotten; language, genre
  SetPlain = 6,    // 0 or 1
  LoadSample = 7,  // index; the language whose samples are counted
  Retry = 8,
  PutIn = 9,          // item, suggestion; the sentence as text; revision
  Select = 10,        // one of the components and facts: select its words and scroll to them
  GoToSlot = 11,      // the first that is open
  SetInterface = 12,  // language
  SetAside = 13,    // finding, AsideKind or 3 for a rule in later texts too; why as text; revision
  TakeBack = 14,    // aside
  ShowAside = 15,   // aside: select its words and scroll to them
  ApplyAll = 16,    // all ready rewrites; revision
  SetSetting = 17,  // which of SettingKind, 0 or 1; the theme as text
  ForgetAll = 18,
  Export = 19,          // ReportFormat, ExportWay
  Update = 20,          // load the newer version, with the text
  LoadTeamSample = 21,  // index
  StopTrying = 22,
  OpenFile = 23,
};
enum class ExportWay : std::uint32_t { Prepare, Copy, Save, Print };
enum class SettingKind : std::uint32_t { Theme, KeepDraft, Marks };

struct Effect {
  EffectKind kind = EffectKind::Copy;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t revision = 0;
  std::string language;
  std::string genre;
  std::string text;
  friend bool operator==(const Effect&, const Effect&) = default;
};

}  // namespace unfeigned
