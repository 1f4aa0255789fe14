// One region of the page, laid out: shapes to paint and the box of every node. A plain value, made
// anew only when the view, the width or the fonts change; painting it is a loop without decisions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/outbox.h"
#include "app/view.h"
#include "ui/fonts.h"
#include "ui/geometry.h"
#include "ui/theme.h"

namespace unfeigned::ui {

enum class ShapeKind : std::uint8_t {
  Box,    // filled and outlined, either may be Ink::None
  Text,   // one line
  Slot,   // behind an open slot in a text
  Mark,   // the shape that stands for a severity, as under the words in the editor
  Check,  // the tick of a checkbox
  Caret,  // the arrow of a select, and of what unfolds
  CaretUp,
};

struct Shape {
  ShapeKind kind = ShapeKind::Box;
  Rect rect;
  Ink fill = Ink::None;
  Ink line = Ink::None;
  float radius = 0;
  Face face;
  Look look = Look::Note;
  bool is_faint = false;     // disabled
  NodeId control = kNoNode;  // the node whose hover, press and focus show on this shape
  std::string text;          // encoded by Clusters
};

struct Control {
  NodeId node = kNoNode;
  Rect rect;
  float radius = 0;
};

struct Sheet {
  std::vector<Shape> shapes;
  std::vector<Control> controls;
  std::vector<NodeBox> boxes;
  float height = 0;
};

}  // namespace unfeigned::ui
