// Rectangles in CSS pixels, without Dear ImGui, so that layout can be read and tested on its own.
#pragma once

namespace unfeigned::ui {

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool contains(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
  Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }

  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace unfeigned::ui
