#include "audit/audit.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

std::vector<std::string> texts(const Audited& got, const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.emplace_back(got.document.text(finding.span));
  return all;
}
using Texts = std::vector<std::string>;

const char* const kFiller =
    " The parcel is at the depot in the old town and you can fetch it there on any day of the "
    "week.";

TEST(Audit, UnsureFindingsCostNothingAndYieldToFirmOnes) {
  Rule unsure = rule("assistant-boilerplate.en.help", {"happy to help", "to help you"});
  unsure.certainty = Certainty::Unsure;
  PackSet packs =
      compile({english_pack({unsure, rule("hollow-values.en.here", {"here to help you"})})});
  Audited got = audit_text(packs, std::string("We are happy to help.") + kFiller);
  EXPECT_EQ(texts(got, got.audit.unsure), Texts{"happy to help"});
  EXPECT_EQ(got.audit.score.plainness, 1000);
  got = audit_text(packs, std::string("We are here to help you.") + kFiller);
  EXPECT_TRUE(got.audit.unsure.empty());
  EXPECT_EQ(texts(got, got.audit.findings), Texts{"here to help you"});
}

TEST(Audit, RulesThatCountStandWhereTheNumberIsFull) {
  Rule thrice = rule("intensifier-stacking.en.thrice", {"very", "truly"});
  thrice.kind = RuleKind::Repeat;
  thrice.at_least = 3;
  Rule both = rule("hollow-values.en.both", {"family", "journey"});
  both.kind = RuleKind::Together;
  both.within_block = true;
  PackSet packs = compile({english_pack({thrice, both})});
  Audited got = audit_text(packs, "It is very, very late. Truly! Very.");
  EXPECT_EQ(texts(got, got.audit.findings), Texts{"Truly"});
  EXPECT_TRUE(audit_text(packs, "The family of the family.").audit.findings.empty());
  EXPECT_TRUE(audit_text(packs, "The family.\n\nThe journey.").audit.findings.empty());
  got = audit_text(packs, "The family. The journey.");
  EXPECT_EQ(texts(got, got.audit.findings), Texts{"journey"});
}

TEST(Audit, AWordTypedWithoutItsAccentsIsTheWordUnlessItIsAnother) {
  Pack pack = english_pack({rule("generic-inconvenience.en.gene", {"g\u00eane occasionn\u00e9*"}),
                            rule("minimising.en.du", {"le d\u00fb"})});
  pack.common_words = {"du"};
  PackSet packs = compile({pack});
  auto found = [&](const std::string& text) {
    Audited got = audit_text(packs, text);
    return texts(got, got.audit.findings);
  };
  EXPECT_EQ(found("the gene occasionnee"), Texts{"gene occasionnee"});
  EXPECT_EQ(found("the g\u00eane occasionn\u00e9e"), Texts{"g\u00eane occasionn\u00e9e"});
  EXPECT_EQ(found("the le d\u00fb"), Texts{"le d\u00fb"});
  EXPECT_EQ(found("the le du"), Texts{});
}

TEST(Audit, AClaimNeedsItsMarker) {
  Rule marker = rule("automation-as-human.en.automatic", {"automated message"});
  marker.kind = RuleKind::Marker;
  Rule claim = rule("automation-as-human.en.self", {"i personally"});
  claim.kind = RuleKind::Claim;
  claim.marker = marker.id;
  PackSet packs = compile({english_pack({marker, claim})});
  EXPECT_TRUE(audit_text(packs, "I personally read it.").audit.findings.empty());
  Audited got = audit_text(packs, "I personally read it. This is an automated message.");
  EXPECT_EQ(texts(got, got.audit.findings), Texts{"I personally"});
}

TEST(Audit, AnExceptionThatOverlapsDropsTheMatch) {
  Rule made = rule("hollow-values.en.family", {"family"});
  made.unless = sources({"family doctor"});
  PackSet packs = compile({english_pack({made})});
  Audited got = audit_text(packs, "Join the family. Ask the family doctor.");
  EXPECT_EQ(texts(got, got.audit.findings), Texts{"family"});
}

TEST(Audit, TheCeilingIsTheWorstOfAllMatchesKeptOrNot) {
  // One major finding loses to two notable ones beside it that weigh as much and rank higher.
  PackSet packs =
      compile({english_pack({rule("hollow-values.en.b", {"b c"}, Severity::Major),
                             rule("conditional-apology.en.a", {"a b"}, Severity::Notable),
                             rule("conditional-apology.en.c", {"c d"}, Severity::Notable)})});
  Audited got = audit_text(packs, std::string("It is a b c d.") + kFiller);
  EXPECT_EQ(texts(got, got.audit.findings), (Texts{"a b", "c d"}));
  EXPECT_EQ(got.audit.worst, Severity::Major);
  EXPECT_EQ(got.audit.score.receipt.ceiling, 750);
}

TEST(Audit, PointsAddUpToThePhraseLoss) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"}, Severity::Minor),
                                         rule("hollow-values.en.b", {"beta"}, Severity::Major),
                                         rule("hollow-values.en.c", {"gamma"}, Severity::Note)})});
  Audited got = audit_text(packs, std::string("It is alpha, beta, gamma, alpha.") + kFiller);
  std::int32_t sum = 0;
  for (const Finding& finding : got.audit.findings) sum += finding.points;
  EXPECT_EQ(got.audit.findings.size(), 4U);
  EXPECT_EQ(sum, got.audit.score.receipt.phrase_loss);
}

TEST(Audit, WhenThereIsNoNumber) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"})})});
  auto reason = [&](const char* text, AuditOptions options = {}) {
    Audited got = audit_text(packs, text, options);
    EXPECT_EQ(got.audit.score.plainness.has_value(), got.audit.score.reason == NoScoreReason::None);
    return got.audit.score.reason;
  };
  EXPECT_EQ(reason(""), NoScoreReason::Empty);
  EXPECT_EQ(reason("..."), NoScoreReason::Empty);
  EXPECT_EQ(reason("We lost it and we are sorry."), NoScoreReason::TooShort);
  EXPECT_EQ(reason("\u6211\u4eec\u5f04\u4e22\u4e86\u5b83\u3002"), NoScoreReason::NoPack);
  EXPECT_EQ(reason(kFiller), NoScoreReason::None);
  EXPECT_EQ(reason(kFiller, {Genre::Commentary, false}), NoScoreReason::NotScoredGenre);
  EXPECT_EQ(reason(kFiller, {Genre::Legal, false}), NoScoreReason::NotScoredGenre);
}

TEST(Audit, EvidenceIsCreditedInCleanSentencesOnly) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"})})});
  Audited got = audit_text(packs, "It is alpha on 3 May. We call at 10:30. He said \"by 4 June\".");
  std::vector<std::pair<std::string, bool>> seen;
  for (const Evidence& item : got.audit.evidence)
    seen.emplace_back(got.document.text(item.span), item.is_credited);
  EXPECT_EQ(seen, (std::vector<std::pair<std::string, bool>>{
                      {"3 May", false}, {"10:30", true}, {"4 June", false}}));
}

TEST(Audit, NoReplyIsNoContact) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"})})});
  EXPECT_TRUE(audit_text(packs, "Write to no-reply@example.org or noreply@example.org.")
                  .audit.evidence.empty());
  EXPECT_EQ(audit_text(packs, "Write to maria@example.org.").audit.evidence.size(), 1U);
}

TEST(Audit, Notices) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"})})});
  auto kinds = [&](const char* text) {
    std::string out;
    for (const Notice& notice : audit_text(packs, text).audit.notices) {
      out += std::string(id_of(kNoticeKinds, notice.kind)) + ':' +
             std::to_string(notice.places.size()) + ' ';
    }
    return out;
  };
  EXPECT_EQ(kinds("We lost it."), "");
  EXPECT_EQ(kinds("We lost \xFF it."), "repaired-bytes:1 ");
  EXPECT_EQ(kinds("Dear {{name}}, we lost {{order}} on \u27e8date\u27e9."),
            "template:2 open-slot:1 ");
  EXPECT_EQ(kinds("We lost it. \u62b1\u6b49\u3002"), "unknown-language:1 ");
}

TEST(Audit, QuotedTextAndHeadingsEarnNoLength) {
  PackSet packs = compile({english_pack({rule("hollow-values.en.a", {"alpha"})})});
  std::int32_t plain = audit_text(packs, kFiller).audit.score.receipt.clean_length;
  EXPECT_EQ(plain, 22 * 8);
  EXPECT_EQ(
      audit_text(packs,
                 std::string("# The parcel of the day\n\n> It is the way we were.\n\n") + kFiller)
          .audit.score.receipt.clean_length,
      plain);
}

}  // namespace
}  // namespace unfeigned::testing
