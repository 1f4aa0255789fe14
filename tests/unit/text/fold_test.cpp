#include "text/fold.h"

#include <gtest/gtest.h>

namespace unfeigned::testing {
namespace {

struct Case {
  const char* name;
  std::string word;
  std::string folded;
};

const std::vector<Case> kCases = {
    {"case", "SoRRy", "sorry"},
    {"curly apostrophe", "We\xE2\x80\x99re", "we're"},
    {"modifier apostrophe", "we\xCA\xBCre", "we're"},
    {"composed equals decomposed", "cafe\xCC\x81", "caf\xC3\xA9"},
    {"ligature oe", "c\xC5\x93ur", "coeur"},
    {"sharp s",
     "Gr\xC3\xBC\xC3\x9F"
     "e",
     "gr\xC3\xBCsse"},
    {"fi ligature", "\xEF\xAC\x81nd", "find"},
    {"soft hyphen is dropped", "incon\xC2\xADvenience", "inconvenience"},
    {"zero width joiner is dropped", "so\xE2\x80\x8Drry", "sorry"},
    {"full-width letters", "\xEF\xBC\xB3\xEF\xBD\x8F", "so"},
    {"polish l keeps its stroke",
     "\xC5\x81\xC3\xB3"
     "d\xC5\xBA",
     "\xC5\x82\xC3\xB3"
     "d\xC5\xBA"},
    {"turkish capital i stays out of it", "I", "i"},
    {"no-break hyphen", "mix\xE2\x80\x91up", "mix-up"},
};

TEST(FoldWord, Table) {
  for (const Case& one : kCases) {
    EXPECT_EQ(fold_word(one.word), one.folded) << one.name;
    EXPECT_EQ(fold_word(one.folded), one.folded) << one.name << ": not a fixed point";
  }
  EXPECT_EQ(kCases.size(), 13U);
}

TEST(WithoutMarks, TakesOffWhatAKeyboardMayLack) {
  EXPECT_EQ(without_marks("d\u00e9sol\u00e9"), "desole");
  EXPECT_EQ(without_marks("za\u017c\u00f3\u0142\u0107"), "zazolc");
  EXPECT_EQ(without_marks("sorry"), "sorry");
  EXPECT_EQ(without_marks("\u60a8"), "\u60a8");
}

TEST(FoldWord, CutsEndlessWordsAtACharacter) {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "\xE6\x82\xA8";
  std::string folded = fold_word(word);
  EXPECT_LE(folded.size(), kMaxFoldedBytes);
  EXPECT_EQ(folded.size() % 3, 0U);
}

}  // namespace
}  // namespace unfeigned::testing
