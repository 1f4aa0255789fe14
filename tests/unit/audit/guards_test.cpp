// Each guard with its table: the same words used and mentioned.
#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

struct Case {
  const char* text;
  const char* outcome;  // "flagged", or the guard that noted or cleared it
};

std::string outcome_of(const PackSet& packs, const std::string& text, AuditOptions options = {}) {
  Audited got = audit_text(packs, text, options);
  const Audit& audit = got.audit;
  if (!audit.findings.empty()) return "flagged";
  for (const auto* list : {&audit.noted, &audit.cleared}) {
    if (list->empty()) continue;
    const Finding& first = list->front();
    return first.guards.empty() ? "?" : std::string(id_of(kGuards, first.guards.front().guard));
  }
  return "none";
}

PackSet test_packs() {
  return compile({english_pack({rule("commodified-empathy.en.deliver", {"(deliver*) ~3 empathy"}),
                                rule("hollow-values.en.seriously", {"take ~3 seriously"}),
                                rule("hollow-personalisation.en.field", {"dear @merge"})})});
}

void expect_all(const std::vector<Case>& cases, std::size_t count) {
  PackSet packs = test_packs();
  for (const Case& one : cases) EXPECT_EQ(outcome_of(packs, one.text), one.outcome) << one.text;
  EXPECT_EQ(cases.size(), count);
}

TEST(Guards, Quotation) {
  expect_all({{"They are \"delivering empathy\" to us.", "quotation"},
              {"They are \u201cdelivering empathy\u201d to us.", "quotation"},
              {"They are \u2018delivering empathy at scale\u2019 to us.", "quotation"},
              {"They are \u00abdelivering empathy\u00bb to us.", "quotation"},
              {"Set `deliver empathy` in the file.", "quotation"},
              {"It\u2019s the firm\u2019s way of delivering empathy to the customers\u2019 homes.",
               "flagged"},
              {"A stray \" mark: delivering empathy to you.", "flagged"},
              {"5\" screens deliver empathy to you 6\" away.", "flagged"},
              {"\"Hello\" they say, delivering empathy, \"and bye\".", "flagged"}},
             9);
}

TEST(Guards, QuotedBlocks) {
  expect_all({{"> Delivering empathy to the world.", "quoted-block"},
              {"```\ndeliver empathy\n```", "quoted-block"},
              {"Thanks.\n\nFrom: A\nSent: today\nDelivering empathy.", "quoted-block"},
              {"Avoid:\n- delivering empathy\n- the rest", "quoted-block"},
              {"Our aims:\n- delivering empathy\n- the rest", "flagged"},
              {"Do not write: we deliver empathy to you.", "quoted-block"},
              {"Do not write it. We deliver empathy to you.", "flagged"},
              {"We avoid the dark: we deliver empathy to you.", "flagged"}},
             8);
}

TEST(Guards, MetalanguageAndAttribution) {
  expect_all({{"The phrase deliver empathy is in the report.", "metalanguage"},
              {"A slogan about delivering empathy is on the wall.", "metalanguage"},
              {"Our slogan is that we deliver empathy.", "flagged"},
              {"According to the board the firm delivers empathy.", "attribution"},
              {"The chairman said the firm delivers empathy.", "attribution"},
              {"I said the firm delivers empathy.", "flagged"},
              {"According to the board we deliver empathy.", "flagged"}},
             7);
}

TEST(Guards, Negation) {
  expect_all({{"You cannot deliver empathy in a box.", "negation"},
              {"They never deliver any empathy.", "negation"},
              {"They deliver no empathy at all.", "negation"},
              {"It is not raining, they deliver empathy.", "flagged"},
              {"It is not raining and they deliver empathy.", "flagged"},
              {"It is not that the nice people of the firm deliver empathy.", "flagged"}},
             6);
}

TEST(Guards, LegalCriticalAndSpecific) {
  expect_all({{"The firm hereby limits its liability. It will deliver empathy.", "legal"},
              {"The firm limits its liability. It will deliver empathy.", "flagged"},
              {"It is hollow. It is fake. They deliver empathy.", "critical-stance"},
              {"It is hollow. They deliver empathy.", "flagged"},
              {"Is it hollow when they deliver empathy?", "critical-stance"},
              {"It is hollow. It is fake. We deliver empathy.", "flagged"},
              {"On 3 May at 10:30 they deliver empathy to 412 customers.", "specific"},
              {"On 3 May they deliver empathy.", "flagged"}},
             8);
}

TEST(Guards, ACueInASentenceWithAMatchDoesNotCount) {
  PackSet packs = test_packs();
  EXPECT_EQ(
      outcome_of(packs, "It is hollow to take it seriously. It is fake. They deliver empathy."),
      "flagged");
}

TEST(Guards, SpecificLowersByOneStep) {
  PackSet packs = test_packs();
  Audited got = audit_text(packs, "On 3 May they deliver empathy to 412 customers.");
  ASSERT_EQ(got.audit.findings.size(), 1U);
  EXPECT_EQ(got.audit.findings[0].severity, Severity::Minor);
  EXPECT_EQ(got.audit.findings[0].guards.size(), 2U);
}

TEST(Guards, Commentary) {
  PackSet packs = test_packs();
  std::string column =
      "The column of this week.\n\nThe firms deliver empathy.\n\nRead more. It is hollow, it is "
      "fake. Comments are closed.";
  EXPECT_EQ(outcome_of(packs, column), "commentary");
  AuditOptions general{Genre::General, false};
  EXPECT_EQ(outcome_of(packs, column, general), "flagged");
  EXPECT_FALSE(audit_text(packs, column).audit.score.plainness.has_value());
}

TEST(Guards, CommentarySpeaksForItselfWhereItSaysWe) {
  PackSet packs = test_packs();
  auto outcome = [&](const std::string& text) {
    return outcome_of(packs, text, {Genre::Commentary, false});
  };
  EXPECT_EQ(outcome("We do so too. The firms deliver empathy. It is May."), "flagged");
  EXPECT_EQ(outcome("It is May. The firms deliver empathy. We do so too."), "flagged");
  EXPECT_EQ(outcome("We wrote. Two of them answered. The firms deliver empathy."), "commentary");
  EXPECT_EQ(outcome("The firms deliver empathy. Two of them answered. We wrote."), "commentary");
  // Another paragraph is another place.
  EXPECT_EQ(outcome("We do so too.\n\nThe firms deliver empathy.\n\nSo do we."), "commentary");
}

TEST(Guards, Template) {
  PackSet packs = test_packs();
  EXPECT_EQ(outcome_of(packs, "Dear {{name}}, it is here."), "flagged");
  EXPECT_EQ(outcome_of(packs, "Dear {{name}}, your {{order}} is here."), "template");
  EXPECT_EQ(outcome_of(packs, "Dear {{name}}, it is here.", {std::nullopt, true}), "template");
}

TEST(Guards, CanBeOffForARule) {
  Rule immune = rule("commodified-empathy.en.deliver", {"deliver* ~3 empathy"});
  immune.guards_off = 1U << static_cast<unsigned>(Guard::Negation);
  PackSet packs = compile({english_pack({immune})});
  EXPECT_EQ(outcome_of(packs, "You cannot deliver empathy."), "flagged");
}

}  // namespace
}  // namespace unfeigned::testing
