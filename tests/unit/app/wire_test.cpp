// The binary form of messages: what is read is what was written, and bytes that are none of ours
// read as nothing.
#include "app/wire.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace unfeigned {
namespace {

constexpr std::uint32_t kAgain = 0x80000000;

TEST(Wire, ATextStandsForItselfOrForTheSameOneBefore) {
  WireWriter out;
  out.u32(7);
  out.text("A reader may feel that nobody looked.");
  out.u32(kAgain + 4);
  out.text("");
  WireReader in(out.bytes());
  EXPECT_EQ(in.u32(), 7U);
  EXPECT_EQ(in.text(), "A reader may feel that nobody looked.");
  EXPECT_EQ(in.text(), "A reader may feel that nobody looked.");
  EXPECT_EQ(in.text(), "");
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

struct Broken {
  std::uint32_t before;  // words that are read first
  std::vector<std::uint32_t> words;
};

TEST(Wire, ATextIsSoughtOnlyBeforeItself) {
  const Broken cases[] = {
      {0, {kAgain}},
      {0, {kAgain + 4, 0}},
      {0, {kAgain + 1000}},
      {0, {0xFFFFFFFF}},
      // One that points on, and one that would reach into this one.
      {1, {kAgain, kAgain}},
      {1, {4, kAgain}},
  };
  for (const Broken& broken : cases) {
    WireWriter out;
    for (const std::uint32_t word : broken.words) out.u32(word);
    WireReader in(out.bytes());
    for (std::uint32_t i = 0; i < broken.before; ++i) in.u32();
    EXPECT_TRUE(in.ok());
    EXPECT_EQ(in.text(), "") << ::testing::PrintToString(broken.words);
    EXPECT_FALSE(in.ok()) << ::testing::PrintToString(broken.words);
    EXPECT_EQ(in.u32(), 0U) << "a short read stays one";
  }
}

}  // namespace
}  // namespace unfeigned
