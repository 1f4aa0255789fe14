// The page's one object: takes messages, keeps the state and its view, and hands out what changed.
// It neither paints nor knows a browser, so that tests drive it with bytes alone.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "app/state.h"
#include "app/view.h"
#include "app/wire.h"

namespace unfeigned {

class App {
 public:
  // False when the bytes are no message; nothing changed then.
  bool receive(std::span<const std::uint8_t> message);

  const AppState& state() const { return state_; }
  // Built when it is asked for: of several messages in a row only the last one shows.
  const View& view() const;
  // Grows with every message that was taken.
  std::uint32_t version() const { return version_; }

  // Effects since the last call.
  void write_effects(WireWriter& out);
  // The mirror, if it changed since the last call.
  void write_mirror(WireWriter& out);

 private:
  AppState state_;
  mutable std::shared_ptr<const View> view_;  // none while the state is newer
  SharedReport last_report_;  // what was told last, whether or not it is still shown
  std::vector<Effect> effects_;
  std::uint32_t version_ = 1;
  std::shared_ptr<const View> told_ = std::make_shared<const View>();
};

}  // namespace unfeigned
