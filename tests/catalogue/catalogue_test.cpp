// One text a language that holds an example of every rule: all rules at once, in one audit, where
// they overlap and lose to each other as they do in life. What is found is listed beside the text.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "audit/audit.h"
#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

const Rule& rule_of(const Finding& finding) {
  return asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()];
}

struct Listing {
  std::set<std::string> rules;
  std::string lines;
};

void list(const Document& document, const std::vector<Finding>& findings, const std::string& name,
          Listing& listing) {
  for (const Finding& finding : findings) {
    listing.rules.insert(rule_of(finding).id);
    listing.lines += name + ' ' + std::string(id_of(kSeverities, finding.severity)) + ' ' +
                     rule_of(finding).id + ": " + std::string(document.text(finding.span)) + '\n';
  }
}

class Catalogue : public ::testing::TestWithParam<const char*> {};

TEST_P(Catalogue, EveryRuleIsReached) {
  std::string stem = "tests/catalogue/" + std::string(GetParam());
  Document document = Document::read(read_source_file(stem + ".txt"), asset_packs().profiles(),
                                     {InputFormat::Text, GetParam()});
  Audit audited = audit(document, asset_packs(), {Genre::General, false});
  Listing listing;
  list(document, audited.findings, "flagged", listing);
  list(document, audited.unsure, "unsure", listing);
  list(document, audited.noted, "noted", listing);
  Listing lost;
  list(document, audited.cleared, "cleared", lost);
  expect_golden(stem + ".found.txt", listing.lines);
  std::size_t count = 0;
  for (const CompiledPack& compiled : asset_packs().packs()) {
    if (compiled.pack.profile.language != GetParam()) continue;
    for (const Rule& rule : compiled.pack.rules) {
      bool is_live = rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview;
      if (!is_live || rule.kind == RuleKind::Marker) continue;
      ++count;
      EXPECT_TRUE(listing.rules.contains(rule.id) || lost.rules.contains(rule.id))
          << rule.id << " is reached by no text";
    }
  }
  EXPECT_GT(count, 100U);
}

INSTANTIATE_TEST_SUITE_P(Languages, Catalogue, ::testing::Values("en", "fr", "pl", "zh"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace unfeigned::testing
