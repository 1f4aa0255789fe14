#include "pack/surprises.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unfeigned {
namespace {

std::vector<std::string> told(const std::string& notation, std::vector<std::string> elisions = {}) {
  LanguageProfile profile;
  profile.language = "en";
  profile.elisions = std::move(elisions);
  std::vector<LanguageProfile> profiles = {profile};
  WordCutter cutter(profiles);
  Diagnostics diagnostics;
  check_surprises({notation, {}}, cutter, diagnostics);
  std::vector<std::string> out;
  for (const Diagnostic& one : diagnostics.all()) {
    EXPECT_EQ(one.level, DiagnosticLevel::Warning);
    out.push_back(one.message);
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(Surprises, AStarBehindSeveralWordsIsOfTheLast) {
  EXPECT_EQ(
      told("the (delay|mix-up*)"),
      Strings{"\"mix-up*\" is read as \"mix up*\": several words, and the star is of the last "
              "one only."});
  EXPECT_EQ(told("the (delay*|mix-up|mix up*)"), Strings{});
}

TEST(Surprises, AStarBehindHanDoesNothing) {
  EXPECT_EQ(
      told("\xE6\x84\x9F\xE8\xB0\xA2*"),
      Strings{"\"\xE6\x84\x9F\xE8\xB0\xA2*\" is read as \"\xE6\x84\x9F \xE8\xB0\xA2*\": a Han "
              "character is a word of its own, so the star does nothing."});
  EXPECT_EQ(told("\xE6\x84\x9F\xE8\xB0\xA2"), Strings{});
}

TEST(Surprises, WhatLooksElidedStaysWholeWithoutItsElision) {
  const std::string word = "l'exp\xC3\xA9rience*";
  EXPECT_EQ(told(word), Strings{"\"l'exp\xC3\xA9rience*\" is read as \"l'exp\xC3\xA9rience*\": one "
                                "word, since \"l'\" is no elision of the pack."});
  EXPECT_EQ(told(word, {"l'"}), Strings{});
  EXPECT_EQ(told("qu'elle").size(), 1U);
  EXPECT_EQ(told("don't we're it's i'll o'clock ma'am rock'n"), Strings{});
}

TEST(Surprises, AMarkIsSeenOnlyWhereItStandsAlone) {
  EXPECT_EQ(told("sorry! if"),
            Strings{"\"sorry!\" is read as \"sorry\": a mark is seen only where it stands alone."});
  EXPECT_EQ(told("sorry ! if"), Strings{});
}

TEST(Surprises, SignsOfTheNotationAreNoWords) {
  EXPECT_EQ(told("^ we ~12 -(a|b) [so] %reader-feeling @clock # (care*|mind)"), Strings{});
}

}  // namespace
}  // namespace unfeigned
