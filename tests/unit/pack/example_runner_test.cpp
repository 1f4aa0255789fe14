#include "pack/example_runner.h"

#include <gtest/gtest.h>

#include <string>

#include "support/hand_packs.h"

namespace unfeigned {
namespace {

using testing::compile;
using testing::english_pack;
using testing::example;
using testing::rule;

PackSet packs() {
  Rule small = rule("minimising.en.small", {"small matter"}, Severity::Minor);
  small.suggestions = {{"Delete", Replaces::Words, "matter"}};
  Rule heavy = rule("conditional-apology.en.if", {"sorry if ~4 small matter"}, Severity::Grave);
  heavy.suggestions = {{"Repeat", Replaces::Words, "sorry if a small matter"}};
  Rule care = rule("hollow-values.en.care", {"we care"}, Severity::Notable);
  care.suggestions = {{"Same", Replaces::Words, "we care"}};
  Rule tried = rule("hollow-values.en.tried", {"we try"}, Severity::Notable);
  tried.status = RuleStatus::Preview;
  Rule asked = rule("hollow-values.en.asked", {"we ask"}, Severity::Notable);
  asked.certainty = Certainty::Unsure;
  Rule worse = rule("minimising.en.worse", {"tiny matter"}, Severity::Minor);
  worse.suggestions = {{"Worse", Replaces::Words, "we care"}};
  return compile({english_pack({small, heavy, care, tried, asked, worse})});
}

std::string outcome(ExampleKind kind, const std::string& rule_id, const std::string& text) {
  PackSet set = packs();
  return run_example(example(kind, rule_id, text), set).value_or("good");
}

TEST(ExampleRunner, AHitIsFlaggedAtExactlyItsSpan) {
  EXPECT_EQ(outcome(ExampleKind::Hit, "minimising.en.small", "It is a [small matter] here."),
            "good");
  EXPECT_EQ(outcome(ExampleKind::Hit, "minimising.en.small", "It is [a small matter] here."),
            "expected \"a small matter\" to be flagged, exactly once; found flagged \"small "
            "matter\".");
  EXPECT_EQ(outcome(ExampleKind::Hit, "minimising.en.small", "It is [nothing] here."),
            "expected \"nothing\" to be flagged, exactly once; found nothing of this rule.");
  EXPECT_EQ(outcome(ExampleKind::Hit, "minimising.en.small", "A [small matter] is a small matter."),
            "expected \"small matter\" to be flagged, exactly once; found flagged \"small "
            "matter\"; flagged \"small matter\".");
  EXPECT_EQ(outcome(ExampleKind::Hit, "minimising.en.none", "A [small matter]."),
            "the rule is not in the packs.");
}

TEST(ExampleRunner, AHitThatLosesToAHeavierFindingIsToldSo) {
  EXPECT_EQ(
      outcome(ExampleKind::Hit, "minimising.en.small", "We are sorry if it is a [small matter]."),
      "expected \"small matter\" to be flagged, exactly once; found cleared \"small "
      "matter\", in favour of conditional-apology.en.if.");
}

TEST(ExampleRunner, AHitOfARuleInPreviewIsShown) {
  EXPECT_EQ(outcome(ExampleKind::Hit, "hollow-values.en.tried", "Today [we try]."), "good");
  EXPECT_NE(outcome(ExampleKind::Hit, "hollow-values.en.tried", "Today [we sit]."), "good");
}

TEST(ExampleRunner, ANearMissIsNotFlaggedButMayBeGuarded) {
  EXPECT_EQ(outcome(ExampleKind::NearMiss, "minimising.en.small", "It is a matter."), "good");
  EXPECT_EQ(outcome(ExampleKind::NearMiss, "minimising.en.small",
                    "\"A small matter\" is what they wrote."),
            "good");
  EXPECT_NE(outcome(ExampleKind::NearMiss, "minimising.en.small", "It is a small matter."), "good");
  EXPECT_NE(outcome(ExampleKind::NearMiss, "minimising.en.small",
                    "We are sorry if it is a small matter."),
            "good")
      << "a match that lost to a heavier one is a match";
  EXPECT_NE(outcome(ExampleKind::NearMiss, "hollow-values.en.tried", "Today we try."), "good");
}

TEST(ExampleRunner, UnsureContextAndGap) {
  EXPECT_EQ(outcome(ExampleKind::Unsure, "hollow-values.en.asked", "Now [we ask]."), "good");
  EXPECT_NE(outcome(ExampleKind::Unsure, "hollow-values.en.care", "Now [we care]."), "good");
  EXPECT_EQ(outcome(ExampleKind::HitInContext, "hollow-values.en.care", "Now we care."), "good");
  EXPECT_NE(outcome(ExampleKind::HitInContext, "hollow-values.en.care", "Now we rest."), "good");
  EXPECT_EQ(outcome(ExampleKind::KnownGap, "hollow-values.en.care", "Now [we do care]."), "good");
  EXPECT_EQ(outcome(ExampleKind::KnownGap, "hollow-values.en.care", "Now [we care]."),
            "this gap is closed: the rule is found now; move the example to \"hit\".");
}

TEST(ExampleRunner, SuggestionsMustAnswerTheFinding) {
  PackSet set = packs();
  auto problem = [&set](const std::string& rule_id, const std::string& text) {
    return try_suggestions(example(ExampleKind::Hit, rule_id, text), set).value_or("good");
  };
  EXPECT_EQ(problem("minimising.en.small", "It is a [small matter]."), "good");
  EXPECT_EQ(problem("hollow-values.en.care", "Now [we care]."),
            "the suggestion \"Same\" changes nothing.");
  EXPECT_EQ(problem("conditional-apology.en.if", "We are [sorry if it is a small matter]."),
            "the suggestion \"Repeat\" leaves the finding: \"We are sorry if a small matter.\".");
  EXPECT_EQ(problem("minimising.en.worse", "It is a [tiny matter]."),
            "the suggestion \"Worse\" raises hollow-values.en.care: \"It is a we care.\".");
}

TEST(ExampleRunner, ThePacksOwnWordsAreJudged) {
  Rule care = rule("hollow-values.en.care", {"we care"}, Severity::Notable);
  care.message = {"{words} says that we care.", "Small matter.", "Say what."};
  care.suggestions = {{"Delete", Replaces::Words, ""}};
  Rule small = rule("minimising.en.small", {"small matter"}, Severity::Minor);
  Diagnostics diagnostics;
  EXPECT_EQ(check_own_words(compile({english_pack({care, small})}), diagnostics), 6U);
  ASSERT_EQ(diagnostics.all().size(), 1U) << "minor findings are let pass";
  EXPECT_NE(diagnostics.all()[0].message.find("raise hollow-values.en.care."), std::string::npos);
}

}  // namespace
}  // namespace unfeigned
