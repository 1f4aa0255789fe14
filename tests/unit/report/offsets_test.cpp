#include "report/offsets.h"

#include <gtest/gtest.h>

#include <string>

namespace unfeigned {
namespace {

TEST(Offsets, GoBackToTheByteTheyCameFrom) {
  const std::string text = "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x99\x82z";
  for (const auto& row : kOffsetUnits) {
    const Offsets offsets(text, row.value);
    for (const std::uint32_t byte : {0U, 1U, 3U, 6U, 10U, 11U}) {
      EXPECT_EQ(offsets.byte_at(offsets.of(byte)), byte) << row.id << ' ' << byte;
    }
    EXPECT_EQ(offsets.byte_at(1000), text.size()) << row.id;
    EXPECT_EQ(offsets.byte_at(std::uint64_t{1} << 40U), text.size()) << row.id;
  }
}

TEST(Offsets, InsideACharacterAreTheNextOne) {
  const std::string text = "\xF0\x9F\x99\x82z";
  EXPECT_EQ(Offsets(text, OffsetUnit::Utf8).byte_at(2), 4U);
  EXPECT_EQ(Offsets(text, OffsetUnit::Utf16).byte_at(1), 4U);
}

}  // namespace
}  // namespace unfeigned
