#include "app/app.h"

#include <utility>

#include "app/messages.h"
#include "app/outbox.h"
#include "app/reduce.h"

namespace unfeigned {

bool App::receive(std::span<const std::uint8_t> message) {
  const std::optional<Action> action = decode_message(message, view_);
  if (!action) return false;
  Step step = reduce(std::move(state_), *action);
  state_ = std::move(step.state);
  effects_.insert(effects_.end(), step.effects.begin(), step.effects.end());
  view_ = build_view(state_);
  ++version_;
  return true;
}

void App::write_outbox(WireWriter& out) {
  for (const Effect& effect : effects_) write_effect(out, effect);
  effects_.clear();
  if (told_version_ == version_) return;
  told_version_ = version_;
  WireWriter nodes;
  write_nodes(nodes, view_);
  if (nodes.bytes() == told_nodes_) return;
  told_nodes_ = nodes.bytes();
  write_nodes(out, view_);
}

}  // namespace unfeigned
