#include "text/offset_map.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace unfeigned::testing {
namespace {

TEST(OffsetMap, CountsLikeADirectScan) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "ab\xC3\xA9\xE6\x82\xA8\xF0\x9F\x9A\x80-";
  OffsetMap map(text);
  std::uint32_t points = 0;
  std::uint32_t units = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    ASSERT_EQ(map.to_code_point(at), points) << at;
    ASSERT_EQ(map.to_utf16(at), units) << at;
    ASSERT_EQ(map.from_utf16(units), at);
    CodePoint point = code_point_at(text, at);
    if (point.value > 0xFFFF) {
      EXPECT_FALSE(map.from_utf16(units + 1).has_value()) << "inside a surrogate pair";
    }
    ++points;
    units += point.value > 0xFFFF ? 2 : 1;
    at += point.size;
  }
  EXPECT_EQ(points, 1200U);
  EXPECT_EQ(units, 1400U);
  EXPECT_EQ(map.to_utf16(static_cast<std::uint32_t>(text.size())), 1400U);
  EXPECT_FALSE(map.from_utf16(1401).has_value());
}

TEST(OffsetMap, AsciiIsItself) {
  OffsetMap map("plain");
  EXPECT_EQ(map.to_utf16(3), 3U);
  EXPECT_EQ(map.from_utf16(5), 5U);
  EXPECT_FALSE(map.from_utf16(6).has_value());
}

TEST(OffsetMap, SizesAtACheckpoint) {
  std::string text(255, 'a');
  text += "\xC3\xA9";  // the second byte of this one begins the second stride
  text += std::string(255, 'b');
  OffsetMap map(text);
  EXPECT_EQ(map.to_utf16(255), 255U);
  EXPECT_EQ(map.to_utf16(257), 256U);
  EXPECT_EQ(map.to_utf16(512), 511U);
  EXPECT_EQ(map.from_utf16(256), 257U);
}

}  // namespace
}  // namespace unfeigned::testing
