#include "audit/precedence.h"

#include <gtest/gtest.h>

#include "support/random.h"

namespace unfeigned::testing {
namespace {

Finding finding(std::uint32_t begin, std::uint32_t end, Severity severity,
                Category category = Category::HollowValues) {
  Finding made;
  made.span = {begin, end};
  made.severity = severity;
  made.category = category;
  return made;
}

using Kept = std::vector<std::size_t>;

TEST(KeepHeaviest, TwoThatTogetherOutweighOneInTheMiddle) {
  EXPECT_EQ(
      keep_heaviest(std::vector{finding(0, 4, Severity::Notable), finding(3, 8, Severity::Notable),
                                finding(7, 9, Severity::Minor)}),
      (Kept{0, 2}));
}

TEST(KeepHeaviest, TiesGoToThePriorityThenLengthThenPlace) {
  EXPECT_EQ(
      keep_heaviest(std::vector{finding(0, 9, Severity::Notable, Category::HollowValues),
                                finding(2, 5, Severity::Notable, Category::ConditionalApology)}),
      (Kept{1}));
  EXPECT_EQ(
      keep_heaviest(std::vector{finding(0, 4, Severity::Minor), finding(3, 9, Severity::Minor)}),
      (Kept{1}));
  EXPECT_EQ(
      keep_heaviest(std::vector{finding(1, 4, Severity::Minor), finding(0, 3, Severity::Minor)}),
      (Kept{1}));
}

TEST(KeepHeaviest, TouchingIsNotOverlapping) {
  EXPECT_EQ(
      keep_heaviest(std::vector{finding(0, 3, Severity::Minor), finding(3, 6, Severity::Minor)}),
      (Kept{0, 1}));
  EXPECT_TRUE(keep_heaviest({}).empty());
}

int total(const std::vector<Finding>& all, const Kept& kept) {
  int sum = 0;
  for (std::size_t i : kept) sum += weight(all[i].severity);
  return sum;
}

TEST(KeepHeaviest, EqualsTryingEverySubset) {
  Random random(seed_for("precedence"));
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Finding> all;
    std::uint32_t count = 1 + random.below(8);
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t begin = random.below(12);
      all.push_back(
          finding(begin, begin + 1 + random.below(5), static_cast<Severity>(random.below(5))));
    }
    int best = 0;
    for (std::uint32_t set = 0; set < (1U << count); ++set) {
      Kept chosen;
      bool fits = true;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (((set >> i) & 1U) == 0) continue;
        for (std::size_t other : chosen) fits = fits && !all[other].span.overlaps(all[i].span);
        chosen.push_back(i);
      }
      if (fits) best = std::max(best, total(all, chosen));
    }
    Kept kept = keep_heaviest(all);
    EXPECT_EQ(total(all, kept), best);
    for (std::size_t i = 1; i < kept.size(); ++i)
      EXPECT_LE(all[kept[i - 1]].span.end, all[kept[i]].span.begin);
  }
}

}  // namespace
}  // namespace unfeigned::testing
