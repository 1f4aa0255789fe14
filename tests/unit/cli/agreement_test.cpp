// The figures of `unfeigned eval`, against numbers worked out by hand.
#include "cli/agreement.h"

#include <gtest/gtest.h>

#include <vector>

namespace unfeigned::cli {
namespace {

RatedPassage passage(bool is_labelled, bool is_flagged) {
  RatedPassage made;
  made.is_labelled = is_labelled;
  made.is_flagged = is_flagged;
  return made;
}

std::vector<RatedPassage> repeated(std::initializer_list<std::pair<int, RatedPassage>> rows) {
  std::vector<RatedPassage> all;
  for (const auto& [count, one] : rows) all.insert(all.end(), static_cast<std::size_t>(count), one);
  return all;
}

std::optional<double> figure(const std::vector<RatedPassage>& passages, Measure measure) {
  return figures_of(passages)[static_cast<std::size_t>(measure)];
}

void expect_near(std::optional<double> came, double wanted) {
  ASSERT_TRUE(came.has_value());
  EXPECT_NEAR(*came, wanted, 1e-12);
}

// The table of Cohen's own kind: 20 both, 10 the tool alone, 5 the team alone, 15 neither. By
// chance (25 * 30 + 25 * 20) / 2500 = 0.5 agree, in fact 0.7.
TEST(Agreement, ByPassage) {
  auto all = repeated({{20, passage(true, true)},
                       {10, passage(false, true)},
                       {5, passage(true, false)},
                       {15, passage(false, false)}});
  expect_near(figure(all, Measure::PassagePrecision), 20.0 / 30);
  expect_near(figure(all, Measure::PassageRecall), 20.0 / 25);
  expect_near(figure(all, Measure::PassageF1), 40.0 / 55);
  expect_near(figure(all, Measure::Kappa), 0.4);
}

TEST(Agreement, KappaIsOneMinusOneOrAbsent) {
  expect_near(
      figure(repeated({{3, passage(true, true)}, {3, passage(false, false)}}), Measure::Kappa), 1);
  expect_near(
      figure(repeated({{3, passage(true, false)}, {3, passage(false, true)}}), Measure::Kappa), -1);
  expect_near(figure(repeated({{1, passage(true, true)},
                               {1, passage(true, false)},
                               {1, passage(false, true)},
                               {1, passage(false, false)}}),
                     Measure::Kappa),
              0);
  EXPECT_FALSE(figure(repeated({{4, passage(true, true)}}), Measure::Kappa))
      << "where all is marked by both, chance agrees as well";
}

TEST(Agreement, AFigureWithoutADenominatorIsAbsent) {
  for (const auto& one : figures_of({})) EXPECT_FALSE(one.has_value());
  auto clean = repeated({{2, passage(false, false)}});
  EXPECT_FALSE(figure(clean, Measure::PassagePrecision));
  EXPECT_FALSE(figure(clean, Measure::PassageRecall));
  EXPECT_FALSE(figure(clean, Measure::PassageF1));
  EXPECT_FALSE(figure(clean, Measure::SpanF1));
  EXPECT_FALSE(figure(clean, Measure::OverlapF1));
  EXPECT_FALSE(figure(clean, Measure::FalsePerThousand)) << "no words";

  auto missed = repeated({{2, passage(true, false)}});
  EXPECT_FALSE(figure(missed, Measure::PassagePrecision));
  expect_near(figure(missed, Measure::PassageRecall), 0);
  expect_near(figure(missed, Measure::PassageF1), 0);
  missed[0].labels = 1;
  expect_near(figure(missed, Measure::SpanF1), 0);
  EXPECT_FALSE(figure(missed, Measure::SpanPrecision));
}

TEST(Agreement, BySpan) {
  RatedPassage first = passage(true, true);
  first.findings = 4;
  first.right = 3;
  first.labels = 2;
  first.found = 1;
  first.finding_length = 30;
  first.label_length = 20;
  first.shared_length = 10;
  RatedPassage second = passage(true, false);
  second.labels = 2;
  second.label_length = 8;
  std::vector<RatedPassage> all = {first, second, passage(false, false)};
  expect_near(figure(all, Measure::SpanPrecision), 0.75);
  expect_near(figure(all, Measure::SpanRecall), 0.25);
  expect_near(figure(all, Measure::SpanF1), 0.375);
  // 2 * 10 / 50 and 0; the passage without either is not asked.
  expect_near(figure(all, Measure::OverlapF1), 0.2);

  RatedPassage whole = passage(true, true);
  whole.has_places = false;
  whole.findings = 7;
  all.push_back(whole);
  expect_near(figure(all, Measure::SpanPrecision), 0.75);
  expect_near(figure(all, Measure::PassageRecall), 2.0 / 3);
}

TEST(Agreement, FalseFindingsAreCountedByWords) {
  RatedPassage clean = passage(false, true);
  clean.findings = 3;
  clean.word_eighths = 8 * 150;
  RatedPassage han = passage(false, false);
  han.word_eighths = 5 * 80;  // as fifty words
  RatedPassage labelled = passage(true, true);
  labelled.findings = 9;
  labelled.word_eighths = 8000;
  expect_near(figure({clean, han, labelled}, Measure::FalsePerThousand), 15);
}

TEST(Agreement, TheBootstrapIsDeterminedByItsSeed) {
  auto all = repeated({{20, passage(true, true)},
                       {10, passage(false, true)},
                       {5, passage(true, false)},
                       {15, passage(false, false)}});
  auto bounds = [&all](std::uint64_t seed) {
    std::vector<double> flat;
    for (const auto& one : bootstrap(all, seed)) {
      flat.push_back(one ? one->low : -9);
      flat.push_back(one ? one->high : -9);
    }
    return flat;
  };
  EXPECT_EQ(bounds(1), bounds(1));
  EXPECT_NE(bounds(1), bounds(2));

  // Close to what the normal approximation gives: 0.8 +- 1.96 * sqrt(0.8 * 0.2 / 25).
  auto recall = bootstrap(all, 7)[static_cast<std::size_t>(Measure::PassageRecall)];
  ASSERT_TRUE(recall.has_value());
  EXPECT_NEAR(recall->low, 0.643, 0.04);
  EXPECT_NEAR(recall->high, 0.957, 0.04);
}

TEST(Agreement, WhatAllPassagesShareHasNoSpread) {
  auto intervals = bootstrap(repeated({{6, passage(true, true)}}), 3);
  auto recall = intervals[static_cast<std::size_t>(Measure::PassageRecall)];
  ASSERT_TRUE(recall.has_value());
  EXPECT_EQ(recall->low, 1);
  EXPECT_EQ(recall->high, 1);
  EXPECT_FALSE(intervals[static_cast<std::size_t>(Measure::Kappa)].has_value());
  for (const auto& one : bootstrap({}, 3)) EXPECT_FALSE(one.has_value());
}

TEST(Agreement, SharedLengths) {
  auto a = united({{10, 20}, {0, 4}, {18, 25}, {25, 30}});
  EXPECT_EQ(a, (std::vector<CodePointSpan>{{0, 4}, {10, 30}}));
  EXPECT_EQ(length_of(a), 24U);
  auto b = united({{2, 12}, {29, 40}});
  EXPECT_EQ(shared_length(a, b), 2U + 2U + 1U);
  EXPECT_EQ(shared_length(b, a), 5U);
  EXPECT_EQ(shared_length(a, {}), 0U);
}

TEST(Agreement, Decimals) {
  EXPECT_EQ(decimal(0, 3), "0.000");
  EXPECT_EQ(decimal(1, 4), "1.0000");
  EXPECT_EQ(decimal(2.0 / 3, 3), "0.667");
  EXPECT_EQ(decimal(-0.125, 2), "-0.13");
  EXPECT_EQ(decimal(-0.0001, 2), "0.00");
  EXPECT_EQ(decimal(15.26, 1), "15.3");
  EXPECT_EQ(decimal(7.4, 0), "7");
}

}  // namespace
}  // namespace unfeigned::cli
