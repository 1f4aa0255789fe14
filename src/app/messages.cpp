#include "app/messages.h"

#include <utility>

#include "app/wire.h"

namespace unfeigned {

namespace {

std::string string_of(WireReader& in) { return std::string(in.text()); }

std::vector<std::string> strings_of(WireReader& in) {
  std::vector<std::string> out(in.count(4));
  for (auto& each : out) each = string_of(in);
  return out;
}

Action read_boot(WireReader& in) {
  Booted boot;
  const std::uint32_t n = in.count(8);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::string_view key = in.text();
    boot.strings.set(key, in.text());
  }
  boot.languages = strings_of(in);
  boot.samples = strings_of(in);
  return boot;
}

SuggestionRecord read_suggestion(WireReader& in) {
  SuggestionRecord suggestion;
  suggestion.title = string_of(in);
  suggestion.applicability = string_of(in);
  suggestion.text = string_of(in);
  suggestion.slots = in.u32();
  return suggestion;
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
  finding.suggestions.resize(in.count(16));
  for (auto& each : finding.suggestions) each = read_suggestion(in);
  return finding;
}

Action read_report(WireReader& in) {
  ReportRecord report;
  report.revision = in.u32();
  report.language = string_of(in);
  report.genre = string_of(in);
  report.is_genre_given = in.u32() != 0;
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
  const std::uint32_t n = in.count(44);
  report.findings.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) report.findings.push_back(read_finding(in));
  report.notices.resize(in.count(8));
  for (auto& notice : report.notices) {
    notice.kind = string_of(in);
    notice.places = in.u32();
  }
  return ReportArrived{std::move(report)};
}

Action read_text(WireReader& in) {
  TextChanged text;
  text.revision = in.u32();
  text.has_text = in.u32() != 0;
  text.open_slots = in.u32();
  return text;
}

// 0 is nowhere, so that one word is enough.
Action read_caret(WireReader& in) {
  const std::uint32_t place = in.u32();
  if (place == 0) return CaretMoved{};
  return CaretMoved{place - 1};
}

Action read_engine(WireReader& in) {
  const std::uint32_t status = in.u32();
  return EngineChanged{status <= 2 ? static_cast<EngineStatus>(status) : EngineStatus::Failed,
                       string_of(in)};
}

Action read_plain(WireReader& in) {
  const bool is_plain = in.u32() != 0;
  return PlainChanged{is_plain, in.u32() != 0};
}

Action read_invoke(WireReader& in, const View& view) {
  const ViewNode* node = view.find(in.u32());
  std::string value = string_of(in);
  const bool is_live = node != nullptr && !node->is_disabled;
  return Invoked{is_live ? node->command : Command{SimpleCommand::None}, std::move(value)};
}

Action read_walk(WireReader& in) {
  return Invoked{in.u32() != 0 ? SimpleCommand::NextFinding : SimpleCommand::PreviousFinding, {}};
}

Action read_done(WireReader& in) {
  const std::uint32_t what = in.u32();
  return DoneByPage{what <= static_cast<std::uint32_t>(Told::SampleLoaded) ? static_cast<Told>(what)
                                                                           : Told::Stale,
                    in.u32()};
}

std::optional<Action> read(WireReader& in, const View& view) {
  switch (static_cast<MessageKind>(in.u32())) {
    case MessageKind::Boot:
      return read_boot(in);
    case MessageKind::Report:
      return read_report(in);
    case MessageKind::Text:
      return read_text(in);
    case MessageKind::Caret:
      return read_caret(in);
    case MessageKind::Engine:
      return read_engine(in);
    case MessageKind::Plain:
      return read_plain(in);
    case MessageKind::Invoke:
      return read_invoke(in, view);
    case MessageKind::Walk:
      return read_walk(in);
    case MessageKind::Done:
      return read_done(in);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Action> decode_message(std::span<const std::uint8_t> bytes, const View& view) {
  WireReader in(bytes);
  std::optional<Action> action = read(in, view);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return action;
}

}  // namespace unfeigned
