#include "app/reduce_aside.h"

#include <utility>

#include "app/reduce_dialogs.h"

namespace unfeigned {

namespace {

// As web/glue/asides.mjs: a rule that is set aside in later texts too.
constexpr std::uint32_t kKeptRule = 3;

}  // namespace

bool still_stands(const AppState& state, const AsideDialog& dialog) {
  if (!state.report || dialog.finding >= state.report->findings.size()) return false;
  const FindingRecord& now = state.report->findings[dialog.finding];
  return now.list != FindingList::Noted && now.rule == dialog.rule && now.words == dialog.words;
}

void open_aside(Step& step, const AsideCommand& command) {
  AppState& state = step.state;
  if (!state.report || command.finding >= state.report->findings.size()) return;
  const FindingRecord& finding = state.report->findings[command.finding];
  state.dialog = AsideDialog{command.finding, finding.rule, finding.words, {}, false};
}

void set_aside(Step& step, AsideKind kind) {
  AppState& state = step.state;
  const auto* open = std::get_if<AsideDialog>(&state.dialog);
  if (open == nullptr) return;
  const AsideDialog dialog = *open;
  state.dialog = std::monostate();
  if (!state.is_current() || !still_stands(state, dialog)) {
    tell(state, state.strings.get("message.stale"));
    return;
  }
  Effect wish;
  wish.kind = EffectKind::SetAside;
  wish.first = dialog.finding;
  wish.second = static_cast<std::uint32_t>(kind);
  if (kind == AsideKind::Rule && dialog.is_kept) wish.second = kKeptRule;
  wish.revision = state.report->revision;
  wish.text = dialog.why;
  step.effects.push_back(std::move(wish));
  tell(state, state.strings.get("message.set-aside"));
}

void take_back(Step& step, const TakeBackCommand& command) {
  AppState& state = step.state;
  if (command.aside >= state.asides.size()) return;
  Effect wish;
  wish.kind = EffectKind::TakeBack;
  wish.first = command.aside;
  step.effects.push_back(std::move(wish));
  tell(state, state.strings.get("message.taken-back"));
}

}  // namespace unfeigned
