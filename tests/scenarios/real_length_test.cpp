// Two kinds of text that people paste as they are: an honest report after an incident, of some
// length and with one stock line in it, and a shop's mail about a parcel that is late. Both are
// read as what they are, and the honest ones stay plain.
#include <gtest/gtest.h>

#include <string>

#include "audit/audit.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

// Tenths.
constexpr std::int32_t kGoodAtLeast = 850;
constexpr std::int32_t kBadAtMost = 400;

Audit read_text(const std::string& file) {
  return audit(
      Document::read(read_source_file("tests/scenarios/" + file), asset_packs().profiles(), {}),
      asset_packs(), {});
}

class RealLength : public ::testing::TestWithParam<std::string> {};

TEST_P(RealLength, AnHonestReportWithOneStockLineStaysPlain) {
  Audit told = read_text("long/" + GetParam() + ".txt");
  EXPECT_EQ(told.genre, Genre::Incident);
  ASSERT_EQ(told.findings.size(), 1U) << "the stock line is found, and nothing else";
  EXPECT_EQ(told.findings[0].severity, Severity::Notable);
  EXPECT_GE(told.score.plainness.value_or(0), kGoodAtLeast);
}

TEST_P(RealLength, AMailAboutALateParcelIsASupportMail) {
  Audit good = read_text("late/" + GetParam() + ".good.txt");
  EXPECT_EQ(good.genre, Genre::Support);
  EXPECT_TRUE(good.findings.empty());
  EXPECT_GE(good.score.plainness.value_or(0), kGoodAtLeast);
  Audit bad = read_text("late/" + GetParam() + ".bad.txt");
  EXPECT_EQ(bad.genre, Genre::Support);
  EXPECT_GE(bad.findings.size(), 3U);
  EXPECT_LE(bad.score.plainness.value_or(1000), kBadAtMost);
}

INSTANTIATE_TEST_SUITE_P(Texts, RealLength, ::testing::Values("en", "fr", "pl", "zh"));

}  // namespace
}  // namespace unfeigned::testing
