// What an open dialog holds: the answers so far and what they are for. Plain values; what a press
// in a dialog does is in reduce_dialogs.h, what a dialog shows in view_dialogs.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/records.h"
#include "base/enum_table.h"

namespace unfeigned {

// The slots of one suggestion, to be answered one by one.
struct FormDialog {
  std::uint32_t item = 0;  // as in ReportRecord::suggestion
  std::uint32_t index = 0;
  SuggestionRecord suggestion;
  std::vector<std::string> answers;  // one a slot; empty: still open
};

// Open slots are about to be copied out.
struct CopyDialog {};

// How much attention a promise asks for. The numbers are in AppState::scale.
struct ScaleDialog {
  std::string promise;  // the words that promise it, or empty
};

// The present text beside the one that was kept.
struct CompareDialog {};

// One finding, about to be set aside.
struct AsideDialog {
  std::uint32_t finding = 0;
  std::string rule;
  std::string words;
  std::string why;  // as typed
  bool is_kept = false;
};

// How the page looks and what it keeps. The choices are in AppState::settings.
struct SettingsDialog {};

enum class ReportFormat : std::uint8_t { Markdown, Html, Json };
inline constexpr std::array kReportFormats = {
    EnumRow<ReportFormat>{ReportFormat::Markdown, "markdown"},
    EnumRow<ReportFormat>{ReportFormat::Html, "html"},
    EnumRow<ReportFormat>{ReportFormat::Json, "json"},
};
static_assert(is_dense(kReportFormats));

// The report of the present text, to be taken away.
struct ReportDialog {
  ReportFormat format = ReportFormat::Markdown;
};

// How the tool decides, and how far it can be believed.
struct AboutDialog {};

// What the bar has no room for.
struct MenuDialog {};

using OpenDialog = std::variant<std::monostate, FormDialog, CopyDialog, ScaleDialog, CompareDialog,
                                AsideDialog, SettingsDialog, ReportDialog, AboutDialog, MenuDialog>;

// As typed.
struct ScaleInput {
  std::string audience;
  std::string share;
  std::string minutes;
};

// What the kept text is to the present one.
enum class KeptRole : std::uint8_t { Before, Customers, Staff };
inline constexpr std::array kKeptRoles = {
    EnumRow<KeptRole>{KeptRole::Before, "before"},
    EnumRow<KeptRole>{KeptRole::Customers, "customers"},
    EnumRow<KeptRole>{KeptRole::Staff, "staff"},
};
static_assert(is_dense(kKeptRoles));

struct KeptReport {
  SharedReport report;
  KeptRole role = KeptRole::Before;
};

}  // namespace unfeigned
