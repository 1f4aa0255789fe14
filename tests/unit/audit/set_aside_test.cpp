#include "audit/set_aside.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

const char* const kCare = "hollow-values.en.care";
const char* const kText =
    "We care about the 3 May delay. You can fetch the parcel at the depot in the old town on any "
    "day. We care so deeply here.";

PackSet packs() {
  return compile({english_pack({rule(kCare, {"we care"}, Severity::Grave),
                                rule("intensifier-stacking.en.so", {"care so deeply"}),
                                rule("assistant-boilerplate.en.robot", {"a robot"})})});
}

Audited with(std::vector<SetAside> set_aside, const std::string& text = kText) {
  AuditOptions options;
  options.set_aside = std::move(set_aside);
  return audit_text(packs(), text, options);
}

// "words: guard guard" of each finding.
std::vector<std::string> told(const Audited& got, const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) {
    std::string& one = all.emplace_back(got.document.text(finding.span));
    one += ':';
    for (const GuardHit& hit : finding.guards) one += ' ' + std::string(id_of(kGuards, hit.guard));
  }
  return all;
}
using Texts = std::vector<std::string>;

TEST(SetAside, ARuleIsNotedWhereverItMatchesAndCostsNothing) {
  const Audited before = with({});
  EXPECT_EQ(told(before, before.audit.findings), (Texts{"We care:", "We care:"}));
  EXPECT_EQ(before.audit.score.receipt.weight, 12);
  EXPECT_EQ(before.audit.score.receipt.ceiling, 500);
  const Audited after = with({{kCare, std::nullopt, false}});
  EXPECT_EQ(told(after, after.audit.noted), (Texts{"We care: set-aside", "We care: set-aside"}));
  for (const Finding& finding : after.audit.noted) EXPECT_EQ(finding.points, 0);
  // What it had covered is seen now, and is all that counts.
  EXPECT_EQ(told(after, after.audit.findings), Texts{"care so deeply:"});
  EXPECT_EQ(after.audit.score.receipt.weight, 2);
  EXPECT_EQ(after.audit.score.receipt.ceiling, 920);
  EXPECT_GT(after.audit.score.plainness, before.audit.score.plainness);
}

TEST(SetAside, OneFindingLeavesTheOthersOfItsRule) {
  const Audited got = with({{kCare, Span{0, 7}, false}});
  EXPECT_EQ(told(got, got.audit.noted), Texts{"We care: set-aside"});
  EXPECT_EQ(told(got, got.audit.findings), Texts{"We care:"});
  EXPECT_EQ(got.audit.findings[0].span.begin, std::string(kText).rfind("We care"));
  // Another rule at that place, or that rule at another place, is not meant.
  for (const SetAside& other :
       {SetAside{"minimising.en.x", Span{0, 7}, false}, SetAside{kCare, Span{7, 20}, false}}) {
    const Audited same = with({other});
    EXPECT_EQ(same.audit.findings.size(), 2U);
    EXPECT_EQ(same.audit.score.plainness, with({}).audit.score.plainness);
  }
}

TEST(SetAside, APlaceWithoutARuleHoldsForAllThatTouchIt) {
  const auto last = static_cast<std::uint32_t>(std::string(kText).rfind("We care"));
  const Audited got = with({{"", Span{last + 3, last + 7}, false}});
  EXPECT_EQ(told(got, got.audit.findings), Texts{"We care:"});
  EXPECT_EQ(got.audit.findings[0].span.begin, 0U);
}

TEST(SetAside, TheSentenceOfQuotedWordsIsNoPlainOne) {
  const Audited here = with({{kCare, Span{0, 7}, false}});
  ASSERT_EQ(here.audit.evidence.size(), 1U);
  EXPECT_TRUE(here.audit.evidence[0].is_credited);
  const Audited quoted = with({{"", Span{0, 7}, true}});
  EXPECT_FALSE(quoted.audit.evidence[0].is_credited);
  EXPECT_LT(quoted.audit.score.receipt.clean_length, here.audit.score.receipt.clean_length);
  EXPECT_EQ(told(quoted, quoted.audit.noted), Texts{"We care: set-aside"});
}

TEST(SetAside, BringsNothingBackThatAGuardDroppedOrNoted) {
  const std::string text =
      std::string(kText) + " This is not a robot. They said \u201cwe care\u201d.";
  const Audited plain = with({}, text);
  const Span added{static_cast<std::uint32_t>(std::string(kText).size()),
                   static_cast<std::uint32_t>(text.size())};
  const Audited got = with({{"", added, false}}, text);
  EXPECT_EQ(told(got, got.audit.noted), told(plain, plain.audit.noted));
  EXPECT_EQ(told(plain, plain.audit.noted), Texts{"we care: quotation"});
}

}  // namespace
}  // namespace unfeigned::testing
