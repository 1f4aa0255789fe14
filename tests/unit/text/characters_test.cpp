#include "text/characters.h"

#include <gtest/gtest.h>

#include <vector>

namespace unfeigned {
namespace {

// PropList.txt of the Unicode character database, property White_Space; closed since Unicode 6.3.
TEST(Characters, WhiteSpaceIsWhatUnicodeSays) {
  const std::vector<char32_t> expected = {0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x20,   0x85,
                                          0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                          0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028,
                                          0x2029, 0x202F, 0x205F, 0x3000};
  std::vector<char32_t> found;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_white_space(c)) found.push_back(c);
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace unfeigned
