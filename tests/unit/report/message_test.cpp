#include "report/message.h"

#include <gtest/gtest.h>

#include <string>

namespace unfeigned {
namespace {

TEST(Message, WordsStandBetweenQuotationMarks) {
  EXPECT_EQ(fill_message("{words} says so, {words}.", "we care"),
            "\"we care\" says so, \"we care\".");
  EXPECT_EQ(fill_message("\"{words}\" says so.", "we care"), "\"we care\" says so.");
  EXPECT_EQ(fill_message("No parameter, {word} {{name}}.", "x"), "No parameter, {word} {{name}}.");
}

TEST(Message, QuotationMarksOfTheMessageAreKept) {
  EXPECT_EQ(fill_message("\xC2\xAB\xC2\xA0{words}\xC2\xA0\xC2\xBB", "nous"),
            "\xC2\xAB\xC2\xA0nous\xC2\xA0\xC2\xBB");
  EXPECT_EQ(fill_message("\xE2\x80\x9E{words}\xE2\x80\x9D", "my"), "\xE2\x80\x9Emy\xE2\x80\x9D");
  EXPECT_EQ(fill_message("\xE3\x80\x8C{words}\xE3\x80\x8D", "x"), "\xE3\x80\x8Cx\xE3\x80\x8D");
}

TEST(Message, WordsAreShownOnOneLine) {
  EXPECT_EQ(fill_message("'{words}'", " we \r\n  really\tcare  "), "'we really care'");
}

TEST(Message, UnseenMarksAreLeftOut) {
  EXPECT_EQ(fill_message("'{words}'",
                         "we\xC2\xAD \xE2\x81\xA0"
                         "care"),
            "'we care'");
}

TEST(Message, LongWordsAreCutInTheMiddle) {
  std::string words = std::string(60, 'a') + std::string(60, 'b');
  EXPECT_EQ(fill_message("'{words}'", words),
            "'" + std::string(40, 'a') + "\xE2\x80\xA6" + std::string(40, 'b') + "'");
}

// Words that look like the parameter are not filled again.
TEST(Message, WordsAreNoTemplate) {
  EXPECT_EQ(fill_message("'{words}' and '{words}'", "{words}"), "'{words}' and '{words}'");
}

}  // namespace
}  // namespace unfeigned
