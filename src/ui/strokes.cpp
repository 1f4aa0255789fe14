#include "ui/strokes.h"

#include <algorithm>

#include "imgui.h"

namespace unfeigned::ui {

namespace {

struct Pattern {
  float dash;
  float gap;
  float thickness;
  int lines;
};

Pattern pattern_of(Look look) {
  switch (look) {
    case Look::Note:
      return {2, 5, 2, 1};
    case Look::Minor:
      return {2, 2, 2, 1};
    case Look::Notable:
      return {8, 4, 2, 1};
    case Look::Major:
      return {0, 0, 2, 1};
    case Look::Grave:
      return {0, 0, 2, 2};
    case Look::Question:
      return {12, 6, 1.5F, 1};
    case Look::Noted:
      return {1, 4, 1.5F, 1};
  }
  return {};
}

}  // namespace

void stroke(ImDrawList& list, const Rect& rect, Look look, Color color) {
  const Pattern pattern = pattern_of(look);
  for (int line = 0; line < pattern.lines; ++line) {
    const float y = rect.bottom() - static_cast<float>(line) * (pattern.thickness + 2);
    if (pattern.dash <= 0) {
      list.AddRectFilled({rect.x, y - pattern.thickness}, {rect.right(), y}, color);
      continue;
    }
    for (float x = rect.x; x < rect.right(); x += pattern.dash + pattern.gap) {
      list.AddRectFilled({x, y - pattern.thickness}, {std::min(x + pattern.dash, rect.right()), y},
                         color);
    }
  }
}

}  // namespace unfeigned::ui
