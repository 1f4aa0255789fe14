// What the page knows. Plain values: texts, counts and choices, never an offset into the user's
// text (the glue keeps those beside the revision they belong to) and never a pixel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/strings.h"
#include "audit/vocabulary.h"

namespace unfeigned {

struct SuggestionRecord {
  std::string title;
  std::string applicability;
  std::string text;  // open slots written out between U+27E8 and U+27E9
  std::uint32_t slots = 0;
};

enum class FindingList : std::uint8_t { Findings, Questions, Noted };

struct FindingRecord {
  FindingList list = FindingList::Findings;
  std::string rule;
  std::string category;
  Severity severity = Severity::Note;
  std::int32_t points = 0;  // tenths
  std::string words;
  std::string observed;
  std::string effect;
  std::string missing;
  std::vector<std::string> guards;
  std::vector<SuggestionRecord> suggestions;
};

struct NoticeRecord {
  std::string kind;
  std::uint32_t places = 0;
};

struct ReceiptRecord {
  std::int32_t phrase_loss = 0;
  std::int32_t structure_loss = 0;
  std::int32_t recovery = 0;
  std::int32_t ceiling_loss = 0;
  std::int32_t ceiling = 1000;
};

// The report of one revision, as records. Findings stand in the order of the report: findings,
// then questions, then noted; the index in this list is the one the glue uses for rectangles.
struct ReportRecord {
  std::uint32_t revision = 0;
  std::string language;  // empty: unknown
  std::string genre;
  bool is_genre_given = false;
  std::optional<std::int32_t> score;  // tenths
  std::string score_reason;
  std::string band;
  ReceiptRecord receipt;
  std::vector<FindingRecord> findings;
  std::vector<NoticeRecord> notices;
};

enum class EngineStatus : std::uint8_t { Loading, Ready, Failed };

struct Options {
  std::string language = "auto";
  std::string genre = "auto";
  bool is_template = false;
};

struct AppState {
  Strings strings;
  std::vector<std::string> languages;  // ids of the packs that can be chosen
  std::vector<std::string> samples;    // ids of the sample texts
  EngineStatus engine = EngineStatus::Loading;
  std::string engine_problem;
  bool has_text = false;
  std::uint32_t revision = 0;
  std::uint32_t open_slots = 0;
  std::optional<ReportRecord> report;
  std::optional<std::uint32_t> active;  // the finding the reader is at
  std::string message;                  // what was done last, in words
  Options options;
  bool is_plain = false;
  bool is_plain_forced = false;  // no painter here: the choice is not the reader's

  bool is_current() const { return report && report->revision == revision; }
};

}  // namespace unfeigned
