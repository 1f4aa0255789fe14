// The page's one object: takes messages, keeps the state and its view, and hands out what changed.
// It neither paints nor knows a browser, so that tests drive it with bytes alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/state.h"
#include "app/view.h"
#include "app/wire.h"

namespace unfeigned {

class App {
 public:
  App() : view_(build_view(state_)) {}

  // False when the bytes are no message; nothing changed then.
  bool receive(std::span<const std::uint8_t> message);

  const AppState& state() const { return state_; }
  const View& view() const { return view_; }
  // Grows with every message that was taken.
  std::uint32_t version() const { return version_; }

  // Effects since the last call, then the mirror if it changed.
  void write_outbox(WireWriter& out);

 private:
  AppState state_;
  View view_;
  std::vector<Effect> effects_;
  std::uint32_t version_ = 1;
  std::vector<std::uint8_t> told_nodes_;
  std::uint32_t told_version_ = 0;
};

}  // namespace unfeigned
