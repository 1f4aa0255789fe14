// How the page fills a sentence, counts, and writes numbers, in each way that a language asks for.
#include "app/strings.h"

#include <gtest/gtest.h>

#include "support/app_messages.h"

namespace unfeigned {
namespace {

Strings strings_of(std::string_view language) {
  Strings strings;
  for (const auto& [key, text] : test::read_strings(language)) strings.set(key, text);
  return strings;
}

TEST(Strings, FillsPlaceholdersOnceAndLeavesUnknownOnes) {
  Strings strings;
  strings.set("a", "{x} and {y} and {z}");
  EXPECT_EQ(strings.format("a", {{"x", "{y}"}, {"y", "2"}}), "{y} and 2 and {z}");
  EXPECT_EQ(strings.get("missing"), "missing");
}

struct PluralCase {
  const char* language;
  std::uint32_t n;
  const char* form;
};

TEST(Strings, ANumberChoosesTheFormOfItsLanguage) {
  constexpr PluralCase kCases[] = {
      {"en", 0, "other"}, {"en", 1, "one"},   {"en", 2, "other"},  {"en", 21, "other"},
      {"fr", 0, "one"},   {"fr", 1, "one"},   {"fr", 2, "other"},  {"fr", 100, "other"},
      {"pl", 0, "many"},  {"pl", 1, "one"},   {"pl", 2, "few"},    {"pl", 4, "few"},
      {"pl", 5, "many"},  {"pl", 11, "many"}, {"pl", 12, "many"},  {"pl", 14, "many"},
      {"pl", 21, "many"}, {"pl", 22, "few"},  {"pl", 112, "many"}, {"pl", 122, "few"},
      {"zh", 0, "other"}, {"zh", 1, "other"}, {"zh", 2, "other"},
  };
  ASSERT_EQ(std::size(kCases), 23U);
  for (const PluralCase& one : kCases) {
    Strings strings = strings_of(one.language);
    for (const char* form : {"one", "few", "many", "other"}) {
      strings.set(std::string("test.") + form, form);
    }
    EXPECT_EQ(strings.plural("test", one.n, {}), one.form) << one.language << ' ' << one.n;
  }
}

struct NumberCase {
  const char* language;
  const char* whole;
  const char* tenths;
  const char* decimal;
};

TEST(Strings, NumbersWearTheMarksOfTheLanguage) {
  constexpr NumberCase kCases[] = {
      {"en", "1,234,567", "43.2", "12.5"},
      {"fr",
       "1\xE2\x80\xAF"
       "234\xE2\x80\xAF"
       "567",
       "43,2", "12,5"},
      {"pl",
       "1\xC2\xA0"
       "234\xC2\xA0"
       "567",
       "43,2", "12,5"},
      {"zh", "1,234,567", "43.2", "12.5"},
  };
  for (const NumberCase& one : kCases) {
    const Strings strings = strings_of(one.language);
    EXPECT_EQ(strings.whole(1'234'567), one.whole) << one.language;
    EXPECT_EQ(strings.tenths(432), one.tenths) << one.language;
    EXPECT_EQ(strings.decimal("12.5"), one.decimal) << one.language;
    EXPECT_EQ(strings.decimal("12,5"), one.decimal) << one.language;
    EXPECT_EQ(strings.decimal("61"), "61") << one.language;
  }
  const Strings strings = strings_of("en");
  EXPECT_EQ(strings.whole(0), "0");
  EXPECT_EQ(strings.whole(999), "999");
  EXPECT_EQ(strings.whole(1000), "1,000");
  EXPECT_EQ(strings.tenths(-5), "-0.5");
}

TEST(Strings, TheNumberInASentenceIsGroupedToo) {
  Strings strings = strings_of("en");
  strings.set("test.other", "{n} of {total}");
  EXPECT_EQ(strings.plural("test", 1200, {{"total", "2"}}), "1,200 of 2");
}

}  // namespace
}  // namespace unfeigned
