// What one frame of Dear ImGui draws, laid flat as a renderer takes it: one row of corners, one of
// triangles, and which triangles are drawn with which texture inside which box. Two frames that
// draw the same are equal, and then the second one need not be painted. It paints nothing itself.
#pragma once

#include <cstdint>
#include <vector>

#include "imgui.h"

namespace unfeigned::ui {

// 32-bit words only: they go to the renderer as they lie here.
struct DrawStep {
  std::int32_t left = 0;  // of the box, in device pixels from the lower left corner of the surface
  std::int32_t bottom = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::uint32_t texture = 0;
  std::uint32_t count = 0;  // of indices
};

struct Picture {
  float width = 0;  // in CSS pixels, as the corners are
  float height = 0;
  std::int32_t device_width = 0;
  std::int32_t device_height = 0;
  std::vector<ImDrawVert> corners;
  std::vector<std::uint32_t> indices;  // three a triangle, in the order of the steps
  std::vector<DrawStep> steps;

  bool is_same(const Picture& other) const;
};

// Every texture must have its id by now.
Picture picture_of(const ImDrawData& drawn);

}  // namespace unfeigned::ui
