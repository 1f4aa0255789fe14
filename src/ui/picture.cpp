#include "ui/picture.h"

#include <cstring>

namespace unfeigned::ui {

namespace {

template <class T>
bool is_same_row(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

void add_command(Picture& picture, const ImDrawData& drawn, const ImDrawList& list,
                 const ImDrawCmd& command, std::uint32_t first_corner) {
  const ImVec2 scale = drawn.FramebufferScale;
  const float left = command.ClipRect.x * scale.x;
  const float top = command.ClipRect.y * scale.y;
  const float right = command.ClipRect.z * scale.x;
  const float bottom = command.ClipRect.w * scale.y;
  if (right <= left || bottom <= top) return;
  picture.steps.push_back(
      {static_cast<std::int32_t>(left),
       static_cast<std::int32_t>(static_cast<float>(picture.device_height) - bottom),
       static_cast<std::int32_t>(right - left), static_cast<std::int32_t>(bottom - top),
       static_cast<std::uint32_t>(command.GetTexID()), command.ElemCount});
  for (std::uint32_t i = 0; i < command.ElemCount; ++i) {
    const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
    picture.indices.push_back(first_corner + command.VtxOffset + index);
  }
}

}  // namespace

bool Picture::is_same(const Picture& other) const {
  return width == other.width && height == other.height && device_width == other.device_width &&
         device_height == other.device_height && is_same_row(corners, other.corners) &&
         is_same_row(indices, other.indices) && is_same_row(steps, other.steps);
}

Picture picture_of(const ImDrawData& drawn) {
  Picture picture;
  picture.width = drawn.DisplaySize.x;
  picture.height = drawn.DisplaySize.y;
  picture.device_width = static_cast<std::int32_t>(picture.width * drawn.FramebufferScale.x);
  picture.device_height = static_cast<std::int32_t>(picture.height * drawn.FramebufferScale.y);
  picture.corners.reserve(static_cast<std::size_t>(drawn.TotalVtxCount));
  picture.indices.reserve(static_cast<std::size_t>(drawn.TotalIdxCount));
  for (const ImDrawList* list : drawn.CmdLists) {
    const auto first = static_cast<std::uint32_t>(picture.corners.size());
    picture.corners.insert(picture.corners.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
    for (const ImDrawCmd& command : list->CmdBuffer) {
      add_command(picture, drawn, *list, command, first);
    }
  }
  return picture;
}

}  // namespace unfeigned::ui
