#include "app/app.h"

#include <utility>

#include "app/messages.h"
#include "app/outbox.h"
#include "app/reduce.h"

namespace unfeigned {

bool App::receive(std::span<const std::uint8_t> message) {
  const std::optional<Action> action = decode_message(
      message, [this]() -> const View& { return view(); }, last_report_);
  if (!action) return false;
  if (const auto* arrived = std::get_if<ReportArrived>(&*action)) last_report_ = arrived->report;
  Step step = reduce(std::move(state_), *action);
  state_ = std::move(step.state);
  effects_.insert(effects_.end(), step.effects.begin(), step.effects.end());
  view_.reset();
  ++version_;
  return true;
}

const View& App::view() const {
  if (!view_) view_ = std::make_shared<const View>(build_view(state_));
  return *view_;
}

void App::write_effects(WireWriter& out) {
  for (const Effect& effect : effects_) write_effect(out, effect);
  effects_.clear();
}

void App::write_mirror(WireWriter& out) {
  view();
  if (told_ == view_) return;
  write_nodes(out, *view_, *told_);
  told_ = view_;
}

}  // namespace unfeigned
