#include "report/excerpt.h"

#include <gtest/gtest.h>

#include <string>

#include "report/display_width.h"

namespace unfeigned {
namespace {

Excerpt excerpt(std::string_view text, std::string_view words, std::uint32_t width = 40) {
  std::size_t at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  auto begin = static_cast<std::uint32_t>(at);
  LineIndex lines(text);
  return make_excerpt(lines, {begin, begin + static_cast<std::uint32_t>(words.size())}, {width});
}

TEST(Excerpt, CountsLinesAtAnyKindOfEnd) {
  std::string_view text = "one\ntwo\r\nthree\rfour\n\nsix";
  struct Case {
    std::string_view word;
    std::uint32_t line;
  };
  for (Case wanted :
       {Case{"one", 1}, Case{"two", 2}, Case{"three", 3}, Case{"four", 4}, Case{"six", 6}}) {
    Excerpt shown = excerpt(text, wanted.word);
    EXPECT_EQ(shown.line, wanted.line) << wanted.word;
    EXPECT_EQ(shown.text, wanted.word);
    EXPECT_EQ(shown.column, 1U);
  }
}

TEST(Excerpt, ColumnsCountClustersAndCellsCountTwoForWideOnes) {
  // e with a combining accent, two Han characters, a joined emoji
  std::string_view text =
      "e\xCC\x81\xE4\xBD\xA0\xE5\xA5\xBD\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"
      "abc \xE4\xBD\xA0!";
  Excerpt shown = excerpt(text, "abc \xE4\xBD\xA0");
  EXPECT_EQ(shown.column, 5U);
  EXPECT_EQ(shown.indent, 7U);
  EXPECT_EQ(shown.width, 6U);
  EXPECT_EQ(shown.text.substr(shown.marked.begin, shown.marked.size()), "abc \xE4\xBD\xA0");
}

std::uint32_t cells(std::string_view text) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    sum += static_cast<std::uint32_t>(cluster_width(text.substr(i, end - i)));
    i = end;
  }
  return sum;
}

TEST(Excerpt, LongLinesAreWindowedAroundTheSpan) {
  std::string text = std::string(100, 'a') + " words " + std::string(100, 'b');
  Excerpt shown = excerpt(text, "words");
  EXPECT_EQ(cells(shown.text), 40U);
  EXPECT_EQ(shown.text.substr(0, 3), "\xE2\x80\xA6");
  EXPECT_EQ(shown.text.substr(shown.text.size() - 3), "\xE2\x80\xA6");
  EXPECT_EQ(shown.column, 102U);
  EXPECT_EQ(cells(shown.text.substr(0, shown.marked.begin)), shown.indent);
  EXPECT_EQ(shown.text.substr(shown.marked.begin, shown.marked.size()), "words");
}

TEST(Excerpt, AWindowAtOneEndShowsAnEllipsisAtTheOther) {
  Excerpt left = excerpt("words " + std::string(100, 'b'), "words");
  EXPECT_EQ(left.indent, 0U);
  EXPECT_EQ(left.text.substr(left.text.size() - 3), "\xE2\x80\xA6");
  Excerpt right = excerpt(std::string(100, 'a') + " words", "words");
  EXPECT_EQ(right.text.substr(right.text.size() - 5), "words");
}

TEST(Excerpt, ASpanWiderThanTheWindowShowsItsStart) {
  std::string words = "start" + std::string(100, 'x') + "end";
  Excerpt shown = excerpt("a " + words + " b", words);
  EXPECT_LE(cells(shown.text), 40U);
  EXPECT_NE(shown.text.find("start"), std::string::npos);
  EXPECT_EQ(shown.text.find("end"), std::string::npos);
  EXPECT_LE(shown.indent + shown.width, 40U);
}

TEST(Excerpt, ASpanOverLinesIsShownToTheEndOfTheFirst) {
  Excerpt shown = excerpt("we are sorry\nfor any trouble", "sorry\nfor any");
  EXPECT_EQ(shown.text, "we are sorry");
  EXPECT_EQ(shown.indent, 7U);
  EXPECT_EQ(shown.width, 5U);
}

TEST(Excerpt, AVeryLongLineStillHasItsColumn) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "\xC3\xA9";
  Excerpt shown = excerpt(text + "words" + text, "words");
  EXPECT_EQ(shown.column, 20'001U);
  EXPECT_EQ(cells(shown.text), 40U);
}

TEST(Excerpt, NothingSteersTheTerminal) {
  EXPECT_EQ(harmless("a\tb\x1B[31m\xE2\x80\xAE"
                     "c\x7F\xC2\x9B\n"),
            "a b\xEF\xBF\xBD[31mc\xEF\xBF\xBD\xEF\xBF\xBD ");
  Excerpt shown = excerpt("\x1B[2J words", "words");
  EXPECT_EQ(shown.text.find('\x1B'), std::string::npos);
}

}  // namespace
}  // namespace unfeigned
