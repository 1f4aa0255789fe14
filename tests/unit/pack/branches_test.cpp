#include "pack/branches.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unfeigned {
namespace {

std::vector<std::string> branches(const std::string& notation) {
  std::vector<std::string> out;
  for (const Branch& branch : branches_of(notation)) {
    out.push_back(branch.words + " -> " + branch.without);
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(Branches, EachAlternativeCanBeLeftOut) {
  EXPECT_EQ(branches("(sorry|we regret|apolog*) if"),
            (Strings{"sorry -> (we regret|apolog*) if", "we regret -> (sorry|apolog*) if",
                     "apolog* -> (sorry|we regret) if"}));
  EXPECT_EQ(branches("we care|we try"), (Strings{"we care -> we try", "we try -> we care"}));
  EXPECT_EQ(branches("one -(a|b) ~3"), (Strings{"a -> one -(b) ~3", "b -> one -(a) ~3"}));
}

TEST(Branches, WhatIsOptionalIsOneAsAWhole) {
  EXPECT_EQ(branches("we [really] care"), Strings{"[really] -> we  care"});
  EXPECT_EQ(branches("we [so|very] care"),
            (Strings{"so -> we [very] care", "very -> we [so] care"}));
}

TEST(Branches, BracketsInBracketsComeFirst) {
  EXPECT_EQ(branches("(a (b|c)|d [e])"),
            (Strings{"b -> (a (c)|d [e])", "c -> (a (b)|d [e])", "[e] -> (a (b|c)|d )",
                     "a (b|c) -> (d [e])", "d [e] -> (a (b|c))"}));
}

TEST(Branches, APatternWithoutAChoiceHasNone) {
  EXPECT_EQ(branches("we (really) care ~4 %feeling"), Strings{});
  EXPECT_EQ(branches("-(we) care"), Strings{});
}

}  // namespace
}  // namespace unfeigned
