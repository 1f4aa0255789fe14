// What the glue says to the painter's side: bytes in, one Action out. A message that is cut short,
// too long or of an unknown kind is nothing, never half an action. web/glue/wire.mjs writes them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "app/action.h"
#include "app/view.h"

namespace unfeigned {

enum class MessageKind : std::uint32_t {
  Boot = 1,
  Report = 2,
  Text = 3,
  Caret = 4,
  Engine = 5,
  Plain = 6,   // how the page is dressed: plain, whether it has to be, narrow, with a menu
  Invoke = 7,  // a node of the view was pressed, or got a value
  Walk = 8,    // next or previous finding
  Done = 9,
  Interface = 10,  // the language that the page speaks, and those it can
  Packs = 11,      // what is told of the packs
  Asides = 12,     // what is set aside
  Settings = 13,
  UpdateReady = 16,
  Team = 17,
};

// The view says what a pressed node means; it is asked for by messages that name a node, and by no
// others, because it may have to be built. A report says what it changes of the one before it.
std::optional<Action> decode_message(std::span<const std::uint8_t> bytes,
                                     const std::function<const View&()>& view,
                                     const SharedReport& before = {});

}  // namespace unfeigned
