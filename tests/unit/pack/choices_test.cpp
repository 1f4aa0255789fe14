#include "pack/choices.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unfeigned {
namespace {

using Strings = std::vector<std::string>;

TEST(Choices, ATextWithoutAListIsItself) {
  EXPECT_EQ(spell_out("We (and you) care.").texts, Strings{"We (and you) care."});
  EXPECT_EQ(spell_out("").texts, Strings{""});
}

TEST(Choices, EachHasItsTurn) {
  EXPECT_EQ(spell_out("We ((care|mind|)).").texts, (Strings{"We care.", "We mind.", "We ."}));
  EXPECT_EQ(spell_out("((a|b))").texts, (Strings{"a", "b"}));
}

TEST(Choices, ListsGoTogetherAndTheShorterOneBeginsAnew) {
  EXPECT_EQ(spell_out("((We|I)) ((care|mind|try)) a lot").texts,
            (Strings{"We care a lot", "I mind a lot", "We try a lot"}));
}

TEST(Choices, MistakesAreToldAndNoTextIsGuessed) {
  for (const char* text : {"((a|b", "a|b))", "))((", "((a))", "((a|((b|c))))"}) {
    Choices choices = spell_out(text);
    EXPECT_TRUE(choices.texts.empty()) << text;
    EXPECT_TRUE(choices.problem.has_value()) << text;
  }
}

}  // namespace
}  // namespace unfeigned
