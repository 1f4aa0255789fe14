// The calculator, the receipt and what moved between two of them.
#include <gtest/gtest.h>

#include "app/receipt.h"
#include "app/scale.h"

namespace unfeigned {
namespace {

TEST(Scale, SixtyOnePercentOfAHundredThousandAtThreeMinutes) {
  const Scale scale = scale_of({"100,000", "61", "3"});
  EXPECT_EQ(scale.problem, ScaleProblem::None);
  EXPECT_EQ(scale.people, 61'000);
  EXPECT_EQ(scale.hours, 3'050);
}

struct ScaleCase {
  const char* audience;
  const char* share;
  const char* minutes;
  ScaleProblem problem;
  std::int64_t people;
  std::int64_t hours;
};

TEST(Scale, NumbersAreReadAsPeopleWriteThemAndNothingElseIs) {
  const ScaleCase kCases[] = {
      {"1000", "50 %", "6", ScaleProblem::None, 500, 50},
      {"1 000", "12.5", "0,5", ScaleProblem::None, 125, 1},
      {"1.234.567", "100", "60", ScaleProblem::None, 1'234'567, 1'234'567},
      {"10\xC2\xA0"
       "000",
       "0", "3", ScaleProblem::None, 0, 0},
      {" 3 ", "50", "20", ScaleProblem::None, 2, 1},
      // As a French and as a Chinese keyboard give them.
      {"100\xE2\x80\xAF"
       "000\xC2\xA0",
       "12,5\xE2\x80\xAF%", "2,5", ScaleProblem::None, 12'500, 521},
      {"\xEF\xBC\x91\xEF\xBC\x90\xEF\xBC\x8C\xEF\xBC\x90\xEF\xBC\x90\xEF\xBC\x90",
       "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x8E\xEF\xBC\x95\xEF\xBC\x85", "\xEF\xBC\x96",
       ScaleProblem::None, 1'250, 125},
      {"10000000000", "100", "100000", ScaleProblem::None, 10'000'000'000, 16'666'666'666'667},
      {"", "61", "3", ScaleProblem::Empty, 0, 0},
      {"abc", "61", "", ScaleProblem::Empty, 0, 0},
      {"10000000001", "61", "3", ScaleProblem::Audience, 0, 0},
      {"-5", "61", "3", ScaleProblem::Audience, 0, 0},
      {"1,00", "61", "3", ScaleProblem::Audience, 0, 0},
      {"1000,000", "61", "3", ScaleProblem::Audience, 0, 0},
      {"1,000,", "61", "3", ScaleProblem::Audience, 0, 0},
      {"1e6", "61", "3", ScaleProblem::Audience, 0, 0},
      {"\xE3\x80\x87", "61", "3", ScaleProblem::Audience, 0, 0},
      {"99999999999999999999999", "61", "3", ScaleProblem::Audience, 0, 0},
      {"1000", "101", "3", ScaleProblem::Share, 0, 0},
      {"1000", "100.01", "3", ScaleProblem::Share, 0, 0},
      {"1000", "%", "3", ScaleProblem::Share, 0, 0},
      {"1000", "61", "three", ScaleProblem::Minutes, 0, 0},
      {"1000", "61", ".5", ScaleProblem::Minutes, 0, 0},
      {"1000", "61", "1.234", ScaleProblem::Minutes, 0, 0},
      {"1000", "61", "100001", ScaleProblem::Minutes, 0, 0},
  };
  ASSERT_EQ(std::size(kCases), 25U);
  for (const ScaleCase& one : kCases) {
    SCOPED_TRACE(std::string(one.audience) + " | " + one.share + " | " + one.minutes);
    const Scale scale = scale_of({one.audience, one.share, one.minutes});
    EXPECT_EQ(scale.problem, one.problem);
    EXPECT_EQ(scale.people, one.people);
    EXPECT_EQ(scale.hours, one.hours);
  }
}

ReportRecord report_of(std::int32_t phrases, std::vector<std::pair<std::string, std::int32_t>> gaps,
                       std::int32_t facts, std::int32_t worst) {
  ReportRecord report;
  report.receipt.phrase_loss = phrases;
  report.receipt.recovery = facts;
  report.receipt.ceiling_loss = worst;
  std::int32_t score = 1000 - phrases + facts - worst;
  for (auto& [component, points] : gaps) {
    score -= points;
    report.receipt.structure_loss += points;
    report.missing.push_back({component, points, std::nullopt});
  }
  report.score = score;
  return report;
}

TEST(Receipt, ItsLinesAddUpToTheNumber) {
  const ReportRecord report = report_of(501, {{"harm", 24}, {"contact", 8}}, 70, 67);
  std::int32_t sum = 0;
  const auto terms = terms_of(report);
  for (const Term& term : terms) {
    if (term.kind != TermKind::Plainness) sum += term.amount;
  }
  EXPECT_EQ(terms.size(), 7U);
  EXPECT_EQ(terms.front().amount, 1000);
  EXPECT_EQ(terms.back().kind, TermKind::Plainness);
  EXPECT_EQ(sum, terms.back().amount);
}

TEST(Receipt, WhatIsZeroIsNoLineAndWithoutANumberThereIsNone) {
  EXPECT_EQ(terms_of(report_of(0, {}, 0, 0)).size(), 2U);
  ReportRecord none = report_of(501, {}, 0, 0);
  none.score.reset();
  EXPECT_TRUE(terms_of(none).empty());
}

TEST(Compare, SaysWhatMovedTheNumber) {
  ReportRecord before = report_of(501, {{"harm", 24}, {"contact", 8}}, 0, 67);
  ReportRecord now = report_of(300, {{"contact", 10}, {"repair", 9}}, 70, 0);
  const auto finding = [](const char* rule, const char* words, FindingList list) {
    FindingRecord record;
    record.rule = rule;
    record.words = words;
    record.list = list;
    return record;
  };
  before.findings = {finding("a.en.x", "any inconvenience", FindingList::Findings),
                     finding("a.en.x", "any inconvenience", FindingList::Findings),
                     finding("b.en.y", "truly", FindingList::Findings)};
  now.findings = {finding("a.en.x", "any inconvenience", FindingList::Findings),
                  finding("c.en.z", "we care", FindingList::Findings),
                  finding("b.en.y", "truly", FindingList::Noted)};
  before.components = {{"repair", 1, "refunded", {}}};
  now.components = {{"harm", 2, "could not pay", {"3 May"}}};
  const Comparison moved = compare(before, now);
  using Words = std::vector<std::string>;
  EXPECT_EQ(moved.gone, (Words{"any inconvenience", "truly"}));
  EXPECT_EQ(moved.fresh, (Words{"we care"}));
  EXPECT_EQ(moved.gained, (Words{"harm"}));
  EXPECT_EQ(moved.lost, (Words{"repair"}));
  std::int32_t change = 0;
  std::vector<std::string> names;
  for (const TermChange& term : moved.terms) {
    if (term.kind != TermKind::Plainness) change += term.now - term.before;
    if (term.kind == TermKind::Missing) names.push_back(term.component);
  }
  EXPECT_EQ(names, (Words{"harm", "contact", "repair"}));
  EXPECT_EQ(moved.terms.back().kind, TermKind::Plainness);
  EXPECT_EQ(change, moved.terms.back().now - moved.terms.back().before);
}

TEST(Compare, WithoutANumberThereAreNoSums) {
  ReportRecord before = report_of(501, {}, 0, 0);
  before.score.reset();
  EXPECT_TRUE(compare(before, report_of(1, {}, 0, 0)).terms.empty());
}

}  // namespace
}  // namespace unfeigned
