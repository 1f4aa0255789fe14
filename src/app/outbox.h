// What the painter's side says to the glue: records of effects and of the accessible mirror.
// It only encodes; web/glue/wire.mjs reads the records back.
#pragma once

#include <span>

#include "app/action.h"
#include "app/view.h"
#include "app/wire.h"

namespace unfeigned {

enum class RecordKind : std::uint32_t {
  Effect = 1,
  Nodes = 2,
  Boxes = 3,  // where the painter put the nodes
  Sizes = 4,  // heights that the painter needs: bar, foot, head, panel
};

struct NodeBox {
  NodeId node = kNoNode;
  float x = 0;  // within its region; in the panel, within the scrolled content
  float y = 0;
  float width = 0;
  float height = 0;
  friend bool operator==(const NodeBox&, const NodeBox&) = default;
};

struct Sizes {
  float bar = 0;
  float foot = 0;
  float head = 0;
  float panel = 0;
  friend bool operator==(const Sizes&, const Sizes&) = default;
};

void write_effect(WireWriter& out, const Effect& effect);
// What is known from the view that was told before is named and not told again; nothing is written
// where all of it is.
void write_nodes(WireWriter& out, const View& view, const View& told);
void write_boxes(WireWriter& out, std::span<const NodeBox> boxes);
void write_sizes(WireWriter& out, const Sizes& sizes);

}  // namespace unfeigned
