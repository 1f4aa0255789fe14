// A frame laid flat: which corners make which triangle, with which texture, inside which box; and
// when two frames are the same.
#include "ui/picture.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <vector>

#include "imgui.h"

namespace unfeigned::ui {
namespace {

ImDrawCmd command(ImVec4 clip, ImTextureID texture, unsigned first_index, unsigned count,
                  unsigned first_corner) {
  ImDrawCmd made;
  made.ClipRect = clip;
  made.TexRef = ImTextureRef(texture);
  made.IdxOffset = first_index;
  made.ElemCount = count;
  made.VtxOffset = first_corner;
  return made;
}

// Two lists on a surface of 100 by 50 with two device pixels to a CSS pixel. The second command of
// the first list counts its corners from the third; one box is empty.
struct Drawn {
  Drawn() {
    for (auto& list : lists) list = std::make_unique<ImDrawList>(nullptr);
    for (int corner = 0; corner < 6; ++corner) {
      lists[0]->VtxBuffer.push_back({{1.0F * static_cast<float>(corner), 0}, {0, 0}, 0xFF0000FF});
    }
    for (const ImDrawIdx index : std::array<ImDrawIdx, 9>{0, 1, 2, 0, 1, 3, 2, 1, 0})
      lists[0]->IdxBuffer.push_back(index);
    lists[0]->CmdBuffer.push_back(command({0, 0, 100, 50}, 7, 0, 3, 0));
    lists[0]->CmdBuffer.push_back(command({10, 20, 30, 25}, 8, 3, 3, 2));
    lists[0]->CmdBuffer.push_back(command({30, 20, 30, 25}, 8, 6, 3, 0));
    for (int corner = 0; corner < 3; ++corner) lists[1]->VtxBuffer.push_back({{}, {}, 0});
    for (const ImDrawIdx index : std::array<ImDrawIdx, 3>{2, 0, 1})
      lists[1]->IdxBuffer.push_back(index);
    lists[1]->CmdBuffer.push_back(command({0, 40, 50, 50}, 7, 0, 3, 0));
    data.DisplaySize = {100, 50};
    data.FramebufferScale = {2, 2};
    for (auto& list : lists) data.CmdLists.push_back(list.get());
  }
  ImDrawData data;
  std::array<std::unique_ptr<ImDrawList>, 2> lists;
};

TEST(Picture, LiesFlatInTheOrderOfTheLists) {
  Drawn drawn;
  Picture picture = picture_of(drawn.data);
  EXPECT_EQ(picture.width, 100);
  EXPECT_EQ(picture.device_width, 200);
  EXPECT_EQ(picture.device_height, 100);
  EXPECT_EQ(picture.corners.size(), 9U);
  EXPECT_EQ(picture.indices, (std::vector<std::uint32_t>{0, 1, 2, 2, 3, 5, 8, 6, 7}));
  ASSERT_EQ(picture.steps.size(), 3U) << "what lies in an empty box is left out";
  const DrawStep& second = picture.steps[1];
  EXPECT_EQ(second.texture, 8U);
  EXPECT_EQ(second.count, 3U);
  EXPECT_EQ(second.left, 20);
  EXPECT_EQ(second.bottom, 50) << "counted from the lower edge, as the canvas does";
  EXPECT_EQ(second.width, 40);
  EXPECT_EQ(second.height, 10);
  EXPECT_EQ(picture.steps[2].bottom, 0);
}

TEST(Picture, IsTheSameUntilAnythingDiffers) {
  const Picture picture = picture_of(Drawn().data);
  EXPECT_TRUE(picture.is_same(picture_of(Drawn().data)));
  EXPECT_FALSE(picture.is_same(Picture()));
  Drawn color;
  color.lists[0]->VtxBuffer[5].col = 0xFF0000FE;
  EXPECT_FALSE(picture.is_same(picture_of(color.data)));
  Drawn order;
  order.lists[1]->IdxBuffer[0] = 1;
  EXPECT_FALSE(picture.is_same(picture_of(order.data)));
  Drawn texture;
  texture.lists[0]->CmdBuffer[0].TexRef = ImTextureRef(ImTextureID{9});
  EXPECT_FALSE(picture.is_same(picture_of(texture.data)));
  Drawn box;
  box.lists[1]->CmdBuffer[0].ClipRect.y = 39;
  EXPECT_FALSE(picture.is_same(picture_of(box.data)));
  Drawn surface;
  surface.data.DisplaySize.x = 101;
  EXPECT_FALSE(picture.is_same(picture_of(surface.data)));
  Drawn density;
  density.data.FramebufferScale = {1, 1};
  EXPECT_FALSE(picture.is_same(picture_of(density.data)));
}

}  // namespace
}  // namespace unfeigned::ui
