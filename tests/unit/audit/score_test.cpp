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

// Derived from the formulas, not from the code: S_p = 100 * 2^(-D/2) with D = P / (U + 3), base =
// S_p * (1 - M), plus 30 % * E of what is lost by then, under the ceiling.
const std::vector<Case> kCases = {
    // D = 4: 25.0; M = .5: 12.5
    {"pure template apology", {12, Severity::Notable, 0, 480, 0, 500}, 125},
    // D = 13/3: 22.27, which is rounded to tenths before M = .5 halves it: 11.15
    {"conditional apology and values", {13, Severity::Major, 0, 640, 0, 500}, 112},
    {"plain notice", {0, Severity::Note, 960, 960, 0x77, 0}, 1000},
    {"plain notice with one generic regret", {2, Severity::Notable, 960, 1000, 0x77, 0}, 920},
    {"plain notice with one conditional apology", {4, Severity::Major, 960, 1000, 0x77, 0}, 750},
    // D = 3/5.4: 82.5; M = .11: 73.4; E = 1 - .8 * .85^2 * .9 * .8^2 = .667: + .3 * .667 * 26.6
    // = 5.3
    {"stock words around a real repair", {3, Severity::Notable, 384, 500, 0x3F, 110}, 787},
    // D = 1/6.9: 95.1; E = 1 - .8 * .85 * .8 = .456: + .3 * .456 * 4.9 = .7
    {"factual offer with one hyperbole", {1, Severity::Minor, 624, 700, 0x15, 0}, 958},
};

TEST(Score, WorkedExamples) {
  for (const Case& one : kCases) {
    Score score = score_of(one.input);
    EXPECT_EQ(score.plainness, one.plainness) << one.name;
    const Receipt& receipt = score.receipt;
    EXPECT_EQ(1000 - receipt.phrase_loss - receipt.structure_loss + receipt.recovery -
                  receipt.ceiling_loss,
              score.plainness)
        << one.name << ": the receipt must add up";
  }
  EXPECT_EQ(kCases.size(), 7U);
}

TEST(Score, EvidenceForgivesAtMostThirtyPerCent) {
  ScoreInput input{12, Severity::Notable, 0, 480, 0, 0};
  std::int32_t previous = *score_of(input).plainness;
  for (std::uint32_t types : {1U, 3U, 7U, 15U, 31U, 63U, 127U, 255U}) {
    input.credited_types = types;
    std::int32_t next = *score_of(input).plainness;
    EXPECT_GT(next, previous);
    previous = next;
  }
  // E = 1 - .8^4 * .85^3 * .9 = .77361; .30 * .77361 * 750 = 174.1
  EXPECT_EQ(previous, 250 + 174);
}

TEST(Score, NoticesThatOnlyNameAHotline) {
  // Everything but contact is missing: M = .48; two types of evidence at the most: E = .36.
  EXPECT_LE(score_of({0, Severity::Note, 960, 960, 0x30, 480}).plainness, 600);
}

TEST(Score, Bands) {
  EXPECT_EQ(score_of({0, Severity::Note, 960, 960, 0, 0}).band, Band::PlainSpoken);
  EXPECT_EQ(score_of({4, Severity::Major, 960, 960, 0, 0}).band, Band::Mixed);
  EXPECT_EQ(score_of({6, Severity::Grave, 960, 960, 0, 0}).band, Band::Formulaic);
  EXPECT_EQ(score_of({12, Severity::Notable, 0, 480, 0, 0}).band, Band::Performed);
}

TEST(ShareOut, AddsUpAndFollowsTheWeights) {
  for (std::int32_t total : {0, 1, 7, 333, 1000}) {
    std::vector<std::int32_t> shares = share_out(total, std::vector<std::int32_t>{2, 4, 0, 1, 2});
    EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0), total);
    EXPECT_EQ(shares[2], 0);
    EXPECT_GE(shares[1], shares[0]);
    EXPECT_GE(shares[0], shares[3]);
  }
  EXPECT_EQ(share_out(10, std::vector<std::int32_t>{1, 1, 1}),
            (std::vector<std::int32_t>{4, 3, 3}));
  EXPECT_TRUE(share_out(5, {}).empty());
}

}  // namespace
}  // namespace unfeigned::testing
