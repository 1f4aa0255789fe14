#include "base/utf8.h"

#include <gtest/gtest.h>

#include "support/exact_bytes.h"

namespace unfeigned::testing {
namespace {

struct Case {
  const char* name;
  std::string bytes;
  std::string text;
  std::size_t repairs;
};

// The table of Unicode 15, chapter 3, "U+FFFD Substitution of Maximal Subparts", and neighbours.
const std::vector<Case> kCases = {
    {"ascii", "plain", "plain", 0},
    {"two to four bytes", "\xC3\xA9 \xE6\x82\xA8 \xF0\x9F\x9A\x80",
     "\xC3\xA9 \xE6\x82\xA8 \xF0\x9F\x9A\x80", 0},
    {"nul stays", std::string("a\0b", 3), std::string("a\0b", 3), 0},
    {"byte order mark stays", "\xEF\xBB\xBFhi", "\xEF\xBB\xBFhi", 0},
    {"lone continuation", "a\x80z", "a\xEF\xBF\xBDz", 1},
    {"overlong", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2},
    {"surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
    {"cut short is one", "a\xF0\x9F\x9Az", "a\xEF\xBF\xBDz", 1},
    {"cut short at the end", "a\xE6\x82", "a\xEF\xBF\xBD", 1},
    {"past the last plane", "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
     4},
    {"windows quotes", "we\x92re", "we\xEF\xBF\xBDre", 1},
};

TEST(RepairUtf8, ReplacesEachMaximalSubpart) {
  for (const Case& one : kCases) {
    RepairedText got = repair_utf8(one.bytes);
    EXPECT_EQ(got.text, one.text) << one.name;
    EXPECT_EQ(got.repairs.size(), one.repairs) << one.name;
  }
  EXPECT_EQ(kCases.size(), 11U);
}

TEST(RepairUtf8, SaysWhereTheBytesWere) {
  RepairedText got = repair_utf8(
      "ab\xF0\x9F\x9A"
      "c\xFF");
  ASSERT_EQ(got.repairs.size(), 2U);
  EXPECT_EQ(got.repairs[0].original_begin, 2U);
  EXPECT_EQ(got.repairs[0].original_size, 3U);
  EXPECT_EQ(got.repairs[0].repaired_begin, 2U);
  EXPECT_EQ(got.repairs[1].original_begin, 6U);
  EXPECT_EQ(got.repairs[1].repaired_begin, 6U);
}

TEST(CodePoints, ForwardAndBackAgree) {
  std::string text = "a\xC3\xA9\xE6\x82\xA8\xF0\x9F\x9A\x80";
  ExactBytes exact(text);
  std::vector<char32_t> forward;
  for (std::uint32_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(exact.view(), at);
    EXPECT_EQ(code_point_before(exact.view(), at + point.size).value, point.value);
    forward.push_back(point.value);
    at += point.size;
  }
  EXPECT_EQ(forward, (std::vector<char32_t>{'a', 0xE9, 0x60A8, 0x1F680}));
  std::string again;
  for (char32_t point : forward) append_utf8(again, point);
  EXPECT_EQ(again, text);
}

}  // namespace
}  // namespace unfeigned::testing
