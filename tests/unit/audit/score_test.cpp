#include "audit/score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace unfeigned::testing {
namespace {

TEST(PhraseScore, FollowsItsFormula) {
  for (std::int32_t weight = 0; weight < 200; ++weight) {
    for (std::int32_t length : {0, 8, 160, 961, 5'000, 1'000'000}) {
      double exact = 1000.0 * std::exp2(-80.0 * weight / (length + 480));
      EXPECT_NEAR(phrase_score(weight, length), exact, 0.5001) << weight << ' ' << length;
    }
  }
  EXPECT_EQ(phrase_score(1'000'000, 0), 0);
}

TEST(PhraseScore, IsMonotone) {
  for (std::int32_t weight = 0; weight < 60; ++weight) {
    for (std::int32_t length = 0; length < 4'000; length += 8) {
      ASSERT_GE(phrase_score(weight, length), phrase_score(weight + 1, length));
      ASSERT_LE(phrase_score(weight, length), phrase_score(weight, length + 8));
    }
  }
}

struct Case {
  const char* name;
  ScoreInput input;
  std::int32_t plainness;
};

// The worked examples of the design without their structure loss: 100 * 2^(-D/2), then
// 30 % * E of the loss, then the ceiling.
const std::vector<Case> kCases = {
    {"pure template apology", {12, Severity::Notable, 0, 480, 0}, 250},
    {"conditional apology and values", {13, Severity::Major, 0, 640, 0}, 223},
    {"plain notice", {0, Severity::Note, 960, 960, 0x1F}, 1000},
    {"plain notice with one generic regret", {2, Severity::Notable, 960, 1000, 0x1F}, 920},
    {"plain notice with one conditional apology", {4, Severity::Major, 960, 1000, 0x1F}, 750},
};

TEST(Score, WorkedExamples) {
  for (const Case& one : kCases) {
    Score score = score_of(one.input);
    EXPECT_EQ(score.plainness, one.plainness) << one.name;
    EXPECT_EQ(1000 - score.receipt.phrase_loss + score.receipt.recovery - score.receipt.ceiling_loss,
              score.plainness) << one.name << ": the receipt must add up";
  }
  EXPECT_EQ(kCases.size(), 5U);
}

TEST(Score, EvidenceForgivesAtMostThirtyPerCent) {
  ScoreInput input{12, Severity::Notable, 0, 480, 0};
  std::int32_t previous = *score_of(input).plainness;
  for (std::uint32_t types : {1U, 3U, 7U, 15U, 31U}) {
    input.credited_types = types;
    std::int32_t next = *score_of(input).plainness;
    EXPECT_GT(next, previous);
    previous = next;
  }
  // E = 1 - .80 * .85 * .85 * .90 * .80 = .58384; .30 * .58384 * 750 = 131.4
  EXPECT_EQ(previous, 250 + 131);
}

TEST(Score, Bands) {
  EXPECT_EQ(score_of({0, Severity::Note, 960, 960, 0}).band, Band::PlainSpoken);
  EXPECT_EQ(score_of({4, Severity::Major, 960, 960, 0}).band, Band::Mixed);
  EXPECT_EQ(score_of({6, Severity::Grave, 960, 960, 0}).band, Band::Formulaic);
  EXPECT_EQ(score_of({12, Severity::Notable, 0, 480, 0}).band, Band::Performed);
}

TEST(ShareOut, AddsUpAndFollowsTheWeights) {
  for (std::int32_t total : {0, 1, 7, 333, 1000}) {
    std::vector<std::int32_t> shares = share_out(total, std::vector<std::int32_t>{2, 4, 0, 1, 2});
    EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0), total);
    EXPECT_EQ(shares[2], 0);
    EXPECT_GE(shares[1], shares[0]);
    EXPECT_GE(shares[0], shares[3]);
  }
  EXPECT_EQ(share_out(10, std::vector<std::int32_t>{1, 1, 1}), (std::vector<std::int32_t>{4, 3, 3}));
  EXPECT_TRUE(share_out(5, {}).empty());
}

}  // namespace
}  // namespace unfeigned::testing
