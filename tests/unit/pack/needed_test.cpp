// What examples need of a rule, on packs made by hand.
#include "pack/needed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/hand_packs.h"

namespace unfeigned {
namespace {

using testing::compile;
using testing::english_pack;
using testing::example;
using testing::rule;
using testing::sources;

constexpr const char* kId = "hollow-values.en.care";

Example hit(const char* text) { return example(ExampleKind::Hit, kId, text); }
Example miss(const char* text) { return example(ExampleKind::NearMiss, kId, text); }

// Every pattern gets a place of its own, as it has in a file.
Rule placed(Rule made) {
  std::uint32_t line = 0;
  made.place = {"rules.json", "", ++line, 1};
  for (PatternSource& source : made.patterns) source.place = {"rules.json", "", ++line, 1};
  for (PatternSource& source : made.unless) source.place = {"rules.json", "", ++line, 1};
  return made;
}

bool is_any(const Rule& /*rule*/) { return true; }

std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& one : diagnostics.all()) {
    EXPECT_EQ(one.level, DiagnosticLevel::Warning);
    out.push_back(std::to_string(one.line) + ": " + one.message);
  }
  return out;
}

using Strings = std::vector<std::string>;

Strings unneeded(const Rule& made, const std::vector<Example>& examples) {
  PackSet packs = compile({english_pack({placed(made)})});
  Diagnostics dead;
  Diagnostics out;
  check_parts({packs, examples, is_any}, dead, out);
  return messages(out);
}

Strings dead(const Rule& made) {
  PackSet packs = compile({english_pack({placed(made)})});
  Diagnostics out;
  Diagnostics ignored;
  check_parts({packs, {}, is_any}, out, ignored);
  return messages(out);
}

struct Branches {
  BranchTally tally;
  Strings told;
};

Branches branches(const Rule& made, const std::vector<Example>& examples) {
  PackSet packs = compile({english_pack({placed(made)})});
  Diagnostics out;
  BranchTally tally = check_branches({packs, examples, is_any}, out);
  return {tally, messages(out)};
}

TEST(Needed, APatternThatOnlyOneExampleHasIsNeeded) {
  Rule made = rule(kId, {"we care", "we try", "we [really] mind"});
  std::vector<Example> all = {hit("Here [we care]."), hit("Here [we try]."), hit("Now [we mind].")};
  EXPECT_EQ(unneeded(made, all), Strings{});
  all.erase(all.begin() + 1);
  EXPECT_EQ(unneeded(made, all),
            Strings{"3: No example needs the pattern \"we try\": it matches in none of them."});
}

TEST(Needed, APatternInTheShadowOfAnotherIsNot) {
  Rule made = rule(kId, {"we care", "we (care|mind)"});
  EXPECT_EQ(unneeded(made, {hit("Here [we care]."), hit("Here [we mind].")}),
            Strings{"2: No example needs the pattern \"we care\": other patterns of the rule match "
                    "the same words."});
  EXPECT_EQ(unneeded(made, {hit("Here [we care].")}).size(), 2U)
      << "each of the two could go, though not both";
}

TEST(Needed, AnExceptionIsNeededByANearMiss) {
  Rule made = rule(kId, {"we care"});
  made.unless = sources({"if we care", "care home"});
  std::vector<Example> all = {hit("Here [we care]."), miss("It asks if we care.")};
  EXPECT_EQ(unneeded(made, all), Strings{"4: No example needs the exception \"care home\"."});
  all.push_back(miss("There we care home."));
  EXPECT_EQ(unneeded(made, all), Strings{});
}

TEST(Needed, AMarkerIsNeededByTheExamplesOfItsClaim) {
  Rule marker = rule("automation-as-human.en.bot", {"automated", "no reply"});
  marker.kind = RuleKind::Marker;
  Rule claim = rule("automation-as-human.en.read", {"i read"});
  claim.kind = RuleKind::Claim;
  claim.marker = marker.id;
  PackSet packs = compile({english_pack({placed(marker), claim})});
  std::vector<Example> all = {
      example(ExampleKind::Hit, claim.id, "[I read] it. This is automated.")};
  Diagnostics ignored;
  Diagnostics out;
  check_parts({packs, all, is_any}, ignored, out);
  EXPECT_EQ(messages(out),
            Strings{"3: No example needs the pattern \"no reply\": it matches in none of them."});
}

TEST(Needed, ARepetitionNeedsAsManyMatches) {
  Rule made = rule(kId, {"we care", "we try"});
  made.kind = RuleKind::Repeat;
  made.at_least = 2;
  std::vector<Example> all = {example(ExampleKind::HitInContext, kId, "We care. We try."),
                              example(ExampleKind::HitInContext, kId, "We care. We care.")};
  EXPECT_EQ(unneeded(made, all), Strings{});
  all.erase(all.begin());
  EXPECT_EQ(unneeded(made, all).size(), 1U);
  made.kind = RuleKind::Together;
  EXPECT_EQ(unneeded(made, {example(ExampleKind::HitInContext, kId, "We care. We try.")}),
            Strings{});
}

TEST(Needed, OnlyRulesThatAreAskedAboutAreTold) {
  PackSet packs = compile({english_pack({rule(kId, {"we care", "we try"})})});
  std::vector<Example> all = {hit("Here [we care].")};
  Diagnostics out;
  check_parts({packs, all, [](const Rule&) { return false; }}, out, out);
  EXPECT_TRUE(out.all().empty());
}

TEST(Needed, BranchesAreTriedOneByOne) {
  Rule made = rule(kId, {"we [really] (care|mind|try)"});
  Branches came = branches(made, {hit("Here [we really care]."), hit("Here [we mind].")});
  EXPECT_EQ(came.tally.tried, 4U);
  EXPECT_EQ(came.tally.needed, 3U);
  EXPECT_EQ(came.told,
            Strings{"2: No example needs \"try\" in the pattern \"we [really] (care|mind|try)\"."});
}

TEST(Needed, ANearMissNeedsAWordThatMustNotStandThere) {
  Rule made = rule(kId, {"-(they|nobody) care"});
  Branches came = branches(made, {hit("[We care]."), miss("They care.")});
  EXPECT_EQ(came.tally.tried, 2U);
  EXPECT_EQ(came.told.size(), 1U);
  EXPECT_NE(came.told.at(0).find("\"nobody\""), std::string::npos);
}

TEST(Needed, ASampleIsDeterminedByItsSeedAndTakesNoneTwice) {
  Rule made = rule(kId, {"we (care|mind|try|ask|see|know|feel|hear)"});
  PackSet packs = compile({english_pack({placed(made)})});
  std::vector<Example> all = {hit("Here [we care].")};
  auto sampled = [&](std::size_t count, std::uint64_t seed) {
    Diagnostics out;
    BranchTally tally = sample_branches({packs, all, is_any}, count, seed, out);
    EXPECT_EQ(tally.tried, std::min<std::size_t>(count, 8));
    EXPECT_EQ(tally.tried - tally.needed, out.all().size());
    return messages(out);
  };
  EXPECT_EQ(sampled(4, 1), sampled(4, 1));
  EXPECT_NE(sampled(4, 1), sampled(4, 2));
  EXPECT_EQ(sampled(8, 3).size(), 7U);
  EXPECT_EQ(sampled(99, 3).size(), 7U);
  EXPECT_EQ(sampled(0, 3).size(), 0U);
}

TEST(Needed, AGuardThatIsTurnedOffMustBeMet) {
  Rule made = rule(kId, {"we care"});
  made.guards_off = 1U << static_cast<unsigned>(Guard::Negation);
  PackSet packs = compile({english_pack({placed(made)})});
  auto told = [&packs](const std::vector<Example>& examples) {
    Diagnostics out;
    check_guards_off({packs, examples, is_any}, out);
    return messages(out);
  };
  EXPECT_EQ(told({hit("Here [we care].")}),
            Strings{"1: No example of the rule meets the guard \"negation\", which it turns off."});
  EXPECT_EQ(told({hit("It is not that [we care].")}), Strings{});
}

TEST(DeadParts, AnExceptionMustShareAWord) {
  Rule made = rule(kId, {"we (care|mind) ."});
  made.unless = sources({"they care", "rest assured", "car* home", "in mind", "yes !", "ok ."});
  EXPECT_EQ(dead(made),
            (Strings{"4: The exception \"rest assured\" shares no word with a pattern of its rule, "
                     "so it never speaks.",
                     "7: The exception \"yes !\" shares no word with a pattern of its rule, so it "
                     "never speaks."}));
  Rule open = rule(kId, {"we ~2 care"});
  open.unless = sources({"rest assured"});
  EXPECT_EQ(dead(open), Strings{}) << "it may stand in the gap";
}

TEST(DeadParts, AGuardThatCannotSpeakNeedNotBeTurnedOff) {
  auto off = [](Guard guard, const char* pattern) {
    Rule made = rule(kId, {pattern});
    made.guards_off = 1U << static_cast<unsigned>(guard);
    return dead(made);
  };
  EXPECT_EQ(off(Guard::Template, "we care"),
            Strings{"1: The guard \"template\" need not be turned off: no pattern of the rule can "
                    "hold a merge field."});
  EXPECT_EQ(off(Guard::Template, "dear @merge"), Strings{});
  EXPECT_EQ(off(Guard::Template, "dear ~2 friend"), Strings{});
  EXPECT_EQ(off(Guard::Negation, "^ we care").size(), 1U);
  EXPECT_EQ(off(Guard::Negation, "^ we ~2 care"), Strings{});
  EXPECT_EQ(off(Guard::Negation, "we care"), Strings{});
  EXPECT_EQ(off(Guard::Quotation, "^ we care"), Strings{});

  Rule made = rule(kId, {"we care"});
  made.guards_off = 1U << static_cast<unsigned>(Guard::Attribution);
  Pack pack = english_pack({placed(made)});
  pack.cues[static_cast<std::size_t>(Cue::Attribution)].clear();
  PackSet packs = compile({pack});
  Diagnostics out;
  check_parts({packs, {}, is_any}, out, out);
  EXPECT_EQ(messages(out), Strings{"1: The guard \"attribution\" need not be turned off: the pack "
                                   "has no \"attribution\" cues."});
}

}  // namespace
}  // namespace unfeigned
