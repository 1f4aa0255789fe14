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
struct SampleCommand {
  std::uint32_t sample = 0;
  friend bool operator==(const SampleCommand&, const SampleCommand&) = default;
};
enum class SimpleCommand : std::uint8_t {
  None,
  Copy,
  Clear,
  TogglePlain,
  Retry,
  NextFinding,
  PreviousFinding,
  SetLanguage,  // the value says which
  SetGenre,
  SetTemplate,
};
using Command = std::variant<SimpleCommand, ApplyCommand, ShowCommand, SampleCommand>;

// ---- Actions
// -------------------------------------------------------------------------------------

struct Booted {
  Strings strings;
  std::vector<std::string> languages;
  std::vector<std::string> samples;
};
struct ReportArrived {
  ReportRecord report;
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
};
struct Invoked {
  Command command;
  std::string value;
};
// What the page did with an effect, to be told to the reader.
enum class Told : std::uint8_t { Copied, CopyFailed, Applied, Stale, Cleared, SampleLoaded };
struct DoneByPage {
  Told what = Told::Copied;
  std::uint32_t open_slots = 0;
};

using Action = std::variant<Booted, ReportArrived, TextChanged, CaretMoved, EngineChanged,
                            PlainChanged, Invoked, DoneByPage>;

// ---- Effects
// -------------------------------------------------------------------------------------

enum class EffectKind : std::uint32_t {
  Apply = 1,  // finding, suggestion; revision of the report it was seen in
  Focus = 2,  // finding: select its words and scroll to them
  Copy = 3,
  Clear = 4,
  SetOptions = 5,  // language, genre, template
  SetPlain = 6,    // 0 or 1
  LoadSample = 7,  // index
  Retry = 8,
};
struct Effect {
  EffectKind kind = EffectKind::Copy;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t revision = 0;
  std::string language;
  std::string genre;
  friend bool operator==(const Effect&, const Effect&) = default;
};

}  // namespace unfeigned
