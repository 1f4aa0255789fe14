#include "report/display_width.h"

#include <gtest/gtest.h>

namespace unfeigned {
namespace {

TEST(DisplayWidth, OfCodePoints) {
  struct Case {
    char32_t code_point;
    int cells;
  };
  constexpr Case kCases[] = {{'a', 1},    {0xE9, 1},   {0x301, 0},  {0x4F60, 2},  {0x3002, 2},
                             {0xFF01, 2}, {0xAC00, 2}, {0x200B, 0}, {0x200D, 0},  {0x1F600, 2},
                             {0x2014, 1}, {0x2026, 1}, {0x27E8, 1}, {0x20000, 2}, {0x10FFFD, 1},
                             {0x3040, 1}, {0x303F, 1}, {0x9FFF, 2}, {0xFE0F, 0}};
  for (Case wanted : kCases) {
    EXPECT_EQ(cell_width(wanted.code_point), wanted.cells)
        << std::hex << static_cast<unsigned>(wanted.code_point);
  }
}

TEST(DisplayWidth, OfClustersIsThatOfTheWidestPart) {
  EXPECT_EQ(cluster_width("e\xCC\x81"), 1);
  EXPECT_EQ(cluster_width("\xE2\x9D\xA4\xEF\xB8\x8F"), 2);  // a heart with emoji presentation
  EXPECT_EQ(cluster_width("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"), 2);  // joined emoji
  EXPECT_EQ(cluster_width(""), 0);
}

}  // namespace
}  // namespace unfeigned
