#include "app/messages.h"

#include <utility>

#include "app/read_report.h"
#include "app/read_team.h"
#include "app/wire.h"

namespace unfeigned {

namespace {

using wire::string_of;
using wire::strings_of;

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

Action read_interface(WireReader& in) {
  InterfaceTold told;
  told.spoken = string_of(in);
  told.all.resize(in.count(8));
  for (Interface& one : told.all) {
    one.id = string_of(in);
    one.name = string_of(in);
  }
  return told;
}

Action read_packs(WireReader& in) {
  PacksTold told;
  told.packs.resize(in.count(12));
  for (PackFacts& pack : told.packs) {
    pack.language = string_of(in);
    pack.version = string_of(in);
    pack.rate = string_of(in);
  }
  return told;
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
  const bool is_forced = in.u32() != 0;
  const bool is_narrow = in.u32() != 0;
  return PlainChanged{is_plain, is_forced, is_narrow, in.u32() != 0};
}

Action read_asides(WireReader& in) {
  AsidesChanged change;
  change.asides.resize(in.count(20));
  for (AsideRecord& aside : change.asides) {
    const std::uint32_t kind = in.u32();
    aside.kind = kind <= 2 ? static_cast<AsideKind>(kind) : AsideKind::Here;
    aside.is_kept = in.u32() != 0;
    aside.rule = string_of(in);
    aside.words = string_of(in);
    aside.why = string_of(in);
  }
  return change;
}

Action read_settings(WireReader& in) {
  SettingsChanged change;
  change.settings.theme = string_of(in);
  change.settings.keeps_draft = in.u32() != 0;
  change.settings.has_foreign_marks = in.u32() != 0;
  return change;
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
  const auto what = static_cast<Told>(in.u32());
  return DoneByPage{what, in.u32()};
}

std::optional<Action> read(WireReader& in, const std::function<const View&()>& view,
                           const SharedReport& before) {
  switch (static_cast<MessageKind>(in.u32())) {
    case MessageKind::Boot:
      return read_boot(in);
    case MessageKind::Report:
      return ReportArrived{std::make_shared<const ReportRecord>(wire::read_report(in, before))};
    case MessageKind::Text:
      return read_text(in);
    case MessageKind::Caret:
      return read_caret(in);
    case MessageKind::Engine:
      return read_engine(in);
    case MessageKind::Plain:
      return read_plain(in);
    case MessageKind::Invoke:
      return read_invoke(in, view());
    case MessageKind::Walk:
      return read_walk(in);
    case MessageKind::Done:
      return read_done(in);
    case MessageKind::Interface:
      return read_interface(in);
    case MessageKind::Packs:
      return read_packs(in);
    case MessageKind::Asides:
      return read_asides(in);
    case MessageKind::Settings:
      return read_settings(in);
    case MessageKind::UpdateReady:
      return UpdateReady{};
    case MessageKind::Team:
      return TeamArrived{wire::read_team(in)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Action> decode_message(std::span<const std::uint8_t> bytes,
                                     const std::function<const View&()>& view,
                                     const SharedReport& before) {
  WireReader in(bytes);
  std::optional<Action> action = read(in, view, before);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return action;
}

}  // namespace unfeigned
