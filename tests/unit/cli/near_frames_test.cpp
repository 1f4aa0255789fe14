// Which patterns a sentence comes near to, on packs made by hand.
#include "cli/near_frames.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "support/hand_packs.h"

namespace unfeigned::cli {
namespace {

using unfeigned::testing::compile;
using unfeigned::testing::english_pack;
using unfeigned::testing::rule;

using Parts = std::vector<std::vector<std::string>>;
using Strings = std::vector<std::string>;

TEST(NearFrames, PatternsAreCutAtTheirTopLevel) {
  EXPECT_EQ(parts_of("(sorry|we regret) if ~3 (upset|hurt)"),
            (Parts{{"(sorry|we regret)", "if", "~3 (upset|hurt)"}}));
  EXPECT_EQ(parts_of("^ we [really|(so [very])] care [a lot]"),
            (Parts{{"^ we", "[really|(so [very])] care [a lot]"}}));
  EXPECT_EQ(parts_of("we -(never|not) care|thanks !"),
            (Parts{{"we", "-(never|not)", "care"}, {"thanks", "!"}}));
}

// "rule#pattern: words | what is missing < or >", of the first sentence.
Strings near(const std::vector<Rule>& rules, const std::string& text, std::size_t count = 5,
             bool without_first = false) {
  PackSet packs = compile({english_pack(rules)});
  Document document = Document::read(text, packs.profiles(), {});
  std::set<const Rule*> without;
  if (without_first) without.insert(&packs.packs()[0].pack.rules[0]);
  Strings out;
  for (const NearFrame& frame : NearFrames(packs).find(document, 0, without, count)) {
    out.push_back(frame.rule->id + '#' + std::to_string(frame.part) + ": " +
                  std::string(document.text(document.span_of(frame.tokens))) + " | " +
                  frame.missing + (frame.is_ending ? " <" : " >"));
  }
  return out;
}

const char* const kApology = "conditional-apology.en.if";
const char* const kCare = "hollow-values.en.care";

TEST(NearFrames, TheLongestBeginningOrEndingIsTold) {
  std::vector<Rule> rules = {rule(kApology, {"sorry if ~2 (upset|hurt) anybody"})};
  EXPECT_EQ(near(rules, "We are sorry if it upset them."),
            Strings{"conditional-apology.en.if#0: sorry if it upset | anybody >"});
  EXPECT_EQ(near(rules, "Pardon if it hurt anybody."),
            Strings{"conditional-apology.en.if#0: if it hurt anybody | sorry <"});
  EXPECT_EQ(near(rules, "We are sorry."), Strings{}) << "less than a half";
  EXPECT_EQ(near(rules, "The weather is fine."), Strings{});
}

TEST(NearFrames, TheCommonestWordsCountLittle) {
  std::vector<Rule> rules = {rule(kCare, {"we cherish", "you and we"})};
  EXPECT_EQ(near(rules, "We left."), Strings{});
  EXPECT_EQ(near(rules, "They cherish it."), Strings{"hollow-values.en.care#0: cherish | we <"});
  EXPECT_EQ(near(rules, "It is you and me."), Strings{"hollow-values.en.care#1: you and | we >"});
}

TEST(NearFrames, EachRuleIsToldOnceAndTheNearestFirst) {
  std::vector<Rule> rules = {rule(kCare, {"we cherish loyal guests", "we cherish guests"}),
                             rule(kApology, {"loyal friends cherish guests daily"})};
  EXPECT_EQ(near(rules, "They cherish guests."),
            Strings{"hollow-values.en.care#1: cherish guests | we <"});
  EXPECT_EQ(near(rules, "Friends cherish guests daily."),
            (Strings{"hollow-values.en.care#1: cherish guests | we <",
                     "conditional-apology.en.if#0: Friends cherish guests daily | loyal <"}));
  EXPECT_EQ(near(rules, "Friends cherish guests daily.", 1).size(), 1U);
  EXPECT_EQ(near(rules, "Friends cherish guests daily.", 5, true).size(), 1U);
}

TEST(NearFrames, RulesThatAreOffAndTextsWithoutALanguageHaveNone) {
  Rule made = rule(kCare, {"we cherish"});
  made.status = RuleStatus::Off;
  EXPECT_EQ(near({made}, "They cherish it."), Strings{});
  EXPECT_EQ(near({rule(kCare, {"we cherish"})}, "\xE6\x88\x91\xE4\xBB\xAC\xE5\xBE\x88 cherish."),
            Strings{});
}

}  // namespace
}  // namespace unfeigned::cli
