// What the page knows. Plain values: texts, counts and choices, never an offset into the user's
// text (the glue keeps those beside the revision they belong to) and never a pixel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/dialogs.h"
#include "app/records.h"
#include "app/strings.h"
#include "app/team.h"

namespace unfeigned {

// The parts of the panel that are folded until somebody wants them.
enum class Fold : std::uint8_t { Receipt, There, Learns, Claims };

enum class EngineStatus : std::uint8_t { Loading, Ready, Failed };

// A language that the page can speak, and its name in that language.
struct Interface {
  std::string id;
  std::string name;
};

// What is told of a pack: how new its rules are, how often they were wrong.
struct PackFacts {
  std::string language;
  std::string version;
  std::string rate;  // findings per 1,000 words of neutral prose, as written; empty: not measured
};

// What the checker gets.
struct Options {
  std::string language = "auto";
  std::string genre = "auto";
  bool is_template = false;
};

// What the reader has chosen for good; the page keeps it, as far as the browser lets it.
struct Settings {
  std::string theme = "system";  // light, dark
  bool keeps_draft = false;
  bool has_foreign_marks = false;  // of browser extensions, in the text box
};

struct AppState {
  Strings strings;
  std::vector<Interface> interfaces;
  std::string spoken;  // the id of the one that `strings` is in
  std::vector<PackFacts> packs;
  std::vector<std::string> languages;  // ids of the packs that can be chosen
  std::vector<std::string> samples;    // ids of the sample texts
  EngineStatus engine = EngineStatus::Loading;
  std::string engine_problem;
  bool has_text = false;
  std::uint32_t revision = 0;
  std::uint32_t open_slots = 0;
  SharedReport report;
  std::optional<std::uint32_t> active;  // the finding the reader is at
  std::string message;                  // what was done last, in words
  Options options;
  Settings settings;
  OpenDialog dialog;
  ScaleInput scale;                // kept while the page is open, so that it can be asked again
  std::optional<KeptReport> kept;  // for comparing
  std::vector<AsideRecord> asides;
  bool has_update = false;  // a newer version of the page waits
  std::vector<TeamFile> team;
  bool is_plain = false;
  bool is_plain_forced = false;  // no painter here: the choice is not the reader's
  bool is_narrow = false;        // one column
  bool has_menu = false;         // for what the bar has no room for
  bool is_sheet_tall = false;    // of a narrow page: the findings have most of the room
  bool is_peeking = false;       // the receipt is shown beside the number
  std::uint32_t open_folds = 0;  // a bit a Fold

  bool is_open(Fold fold) const { return (open_folds >> static_cast<unsigned>(fold) & 1U) != 0; }

  bool is_current() const { return report && report->revision == revision; }
};

}  // namespace unfeigned
