#include "app/read_report.h"

#include <algorithm>
#include <span>
#include <utility>

namespace unfeigned {

const SuggestionRecord* ReportRecord::suggestion(std::uint32_t item, std::uint32_t index) const {
  if (item < findings.size()) {
    const auto& all = findings[item].suggestions;
    return index < all.size() ? &all[index] : nullptr;
  }
  const std::size_t gap = item - findings.size();
  if (gap >= missing.size() || index != 0 || !missing[gap].suggestion) return nullptr;
  return &*missing[gap].suggestion;
}

bool FindingRecord::is_set_aside() const {
  return std::find(guards.begin(), guards.end(), id_of(kGuards, Guard::SetAside)) != guards.end();
}

namespace wire {

namespace {

SuggestionRecord read_suggestion(WireReader& in) {
  SuggestionRecord suggestion;
  suggestion.title = string_of(in);
  suggestion.applicability = string_of(in);
  suggestion.text = string_of(in);
  suggestion.slots.resize(in.count(8));
  for (auto& slot : suggestion.slots) {
    slot.label = string_of(in);
    slot.is_kept = in.u32() != 0;
  }
  return suggestion;
}

std::vector<SuggestionRecord> read_suggestions(WireReader& in) {
  std::vector<SuggestionRecord> out(in.count(16));
  for (auto& each : out) each = read_suggestion(in);
  return out;
}

FindingRecord read_finding(WireReader& in) {
  FindingRecord finding;
  const std::uint32_t list = in.u32();
  finding.list = list <= 2 ? static_cast<FindingList>(list) : FindingList::Noted;
  finding.rule = string_of(in);
  finding.category = string_of(in);
  finding.severity = from_id(kSeverities, in.text()).value_or(Severity::Note);
  finding.points = in.i32();
  finding.words = string_of(in);
  finding.observed = string_of(in);
  finding.effect = string_of(in);
  finding.missing = string_of(in);
  finding.guards = strings_of(in);
  finding.suggestions = read_suggestions(in);
  finding.beside = strings_of(in);
  return finding;
}

// At both ends stand those that read as before, as many as said; what is between them is told.
std::vector<FindingRecord> read_findings(WireReader& in, const SharedReport& before) {
  const std::uint32_t head = in.u32();
  const std::uint32_t tail = in.u32();
  const std::uint32_t told = in.count(48);
  std::span<const FindingRecord> known;
  if (before) known = before->findings;
  std::vector<FindingRecord> out;
  if (head > known.size() || tail > known.size() - head) {
    in.refuse();
    return out;
  }
  out.reserve(head + told + tail);
  for (const FindingRecord& each : known.first(head)) out.push_back(each);
  for (std::uint32_t i = 0; i < told; ++i) out.push_back(read_finding(in));
  for (const FindingRecord& each : known.last(tail)) out.push_back(each);
  return out;
}

std::vector<ShownRecord> read_shown(WireReader& in) {
  std::vector<ShownRecord> out(in.count(16));
  for (auto& each : out) {
    each.id = string_of(in);
    each.level = in.u32();
    each.words = string_of(in);
    each.beside = strings_of(in);
  }
  return out;
}

MissingRecord read_missing(WireReader& in) {
  MissingRecord missing;
  missing.component = string_of(in);
  missing.points = in.i32();
  // A list of one or none.
  std::vector<SuggestionRecord> suggestions = read_suggestions(in);
  if (!suggestions.empty()) missing.suggestion = std::move(suggestions.front());
  return missing;
}

}  // namespace

std::string string_of(WireReader& in) { return std::string(in.text()); }

std::vector<std::string> strings_of(WireReader& in) {
  std::vector<std::string> out(in.count(4));
  for (auto& each : out) each = string_of(in);
  return out;
}

ReportRecord read_report(WireReader& in, const SharedReport& before) {
  ReportRecord report;
  report.revision = in.u32();
  report.beginning = string_of(in);
  report.language = string_of(in);
  report.genre = string_of(in);
  report.is_genre_given = in.u32() != 0;
  report.genre_reasons = strings_of(in);
  const bool has_score = in.u32() != 0;
  const std::int32_t score = in.i32();
  if (has_score) report.score = score;
  report.score_reason = string_of(in);
  report.band = string_of(in);
  report.receipt.phrase_loss = in.i32();
  report.receipt.structure_loss = in.i32();
  report.receipt.recovery = in.i32();
  report.receipt.ceiling_loss = in.i32();
  report.receipt.ceiling = in.i32();
  report.findings = read_findings(in, before);
  report.missing.resize(in.count(12));
  for (auto& missing : report.missing) missing = read_missing(in);
  report.components = read_shown(in);
  report.facts = read_shown(in);
  report.notices.resize(in.count(8));
  for (auto& notice : report.notices) {
    notice.kind = string_of(in);
    notice.places = in.u32();
  }
  report.ready = in.u32();
  return report;
}

}  // namespace wire

}  // namespace unfeigned
