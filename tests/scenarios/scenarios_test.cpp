// Twelve situations, each written natively in every language as a company that hides behind
// formulas would write it, and as one that says what happened. The texts are nobody's examples: no
// rule was written for them. What they are expected to be is in the table below.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

struct Scenario {
  const char* name;
  Genre genre;
};
constexpr std::array kScenarios = {
    Scenario{"cancelled-event", Genre::Incident},
    Scenario{"damaged-luggage", Genre::Support},
    Scenario{"data-breach", Genre::Incident},
    Scenario{"double-charge", Genre::Support},
    Scenario{"fundraising-mail", Genre::Fundraising},
    Scenario{"late-parcel", Genre::Support},
    Scenario{"layoff-note", Genre::Internal},
    Scenario{"outage", Genre::Status},
    Scenario{"price-rise", Genre::Change},
    Scenario{"product-recall", Genre::Incident},
    Scenario{"service-withdrawn", Genre::Change},
    Scenario{"welcome-mail", Genre::Brand},
};
constexpr std::array kLanguages = {"en", "fr", "pl", "zh"};

// Tenths.
constexpr std::int32_t kGoodAtLeast = 850;
constexpr std::int32_t kBadAtMost = 500;
constexpr std::int32_t kLanguagesApart = 80;

struct ScenarioCase {
  std::string language;
  Scenario scenario;
  bool is_good = false;

  std::string file() const {
    return "tests/scenarios/" + language + '/' + scenario.name +
           (is_good ? ".good.txt" : ".bad.txt");
  }
};

std::vector<ScenarioCase> all_cases() {
  std::vector<ScenarioCase> cases;
  for (const char* language : kLanguages) {
    for (const Scenario& scenario : kScenarios) {
      for (bool is_good : {false, true}) cases.push_back({language, scenario, is_good});
    }
  }
  return cases;
}

struct Told {
  Audit audit;
  std::string words;  // what was found and what is missing, for a failure's message
};

Told read_case(const ScenarioCase& one, std::optional<Genre> genre) {
  Document document = Document::read(read_source_file(one.file()), asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {genre, false});
  std::string words;
  for (const Finding& finding : audited.findings) {
    words += asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()].id + ": " +
             std::string(document.text(finding.span)) + '\n';
  }
  for (const MissingComponent& missing : audited.missing) {
    words += "missing: " + std::string(id_of(kComponents, missing.component)) + '\n';
  }
  return {std::move(audited), std::move(words)};
}

class Scenarios : public ::testing::TestWithParam<ScenarioCase> {};

TEST_P(Scenarios, GoodOnesReadPlainAndBadOnesDoNot) {
  Told told = read_case(GetParam(), GetParam().scenario.genre);
  ASSERT_TRUE(told.audit.score.plainness);
  if (GetParam().is_good) {
    EXPECT_GE(*told.audit.score.plainness, kGoodAtLeast) << told.words;
    bool has_firm =
        std::any_of(told.audit.findings.begin(), told.audit.findings.end(),
                    [](const Finding& finding) { return finding.certainty == Certainty::Firm; });
    EXPECT_FALSE(has_firm) << told.words;
  } else {
    EXPECT_LE(*told.audit.score.plainness, kBadAtMost) << told.words;
  }
}

INSTANTIATE_TEST_SUITE_P(Texts, Scenarios, ::testing::ValuesIn(all_cases()), [](const auto& one) {
  std::string name =
      one.param.language + '_' + one.param.scenario.name + (one.param.is_good ? "_good" : "_bad");
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(AllScenarios, AreReadAsWhatTheyAre) {
  int right = 0;
  int wrong = 0;
  std::string told;
  for (const ScenarioCase& one : all_cases()) {
    Genre genre = read_case(one, std::nullopt).audit.genre;
    if (genre == one.scenario.genre) ++right;
    bool is_wrong = genre != one.scenario.genre && genre != Genre::General;
    if (is_wrong) ++wrong;
    if (genre != one.scenario.genre)
      told += one.file() + ": " + std::string(id_of(kGenres, genre)) + '\n';
  }
  EXPECT_EQ(all_cases().size(), 96U);
  EXPECT_GE(right, 72) << told;
  EXPECT_LE(wrong, 2) << told;
}

TEST(AllScenarios, LanguagesAreJudgedAlike) {
  std::map<std::string, std::int32_t> sums;
  for (const ScenarioCase& one : all_cases()) {
    sums[one.language] += read_case(one, one.scenario.genre).audit.score.plainness.value_or(0);
  }
  auto texts = static_cast<std::int32_t>(kScenarios.size()) * 2;
  for (const auto& [a, sum_a] : sums) {
    for (const auto& [b, sum_b] : sums)
      EXPECT_LE(std::abs(sum_a - sum_b) / texts, kLanguagesApart) << a << ' ' << b;
  }
}

}  // namespace
}  // namespace unfeigned::testing
