// The same words, used and mentioned. A critic who quotes and paraphrases the formulas must not be
// held to have written them; a promoter who means them must be. The spans beside the essay are what
// its first reader marked, before any rule was asked.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

std::string folder_of(const std::string& language) { return "tests/golden/" + language + '/'; }

std::string told(const Document& document, const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()].id + ": " +
           std::string(document.text(finding.span)) + '\n';
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

class UseAndMention : public ::testing::TestWithParam<const char*> {};

TEST_P(UseAndMention, ACriticIsNotFlagged) {
  Document document = Document::read(read_source_file(folder_of(GetParam()) + "critics-column.txt"),
                                     asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {});
  EXPECT_EQ(told(document, audited.findings), "");
  EXPECT_EQ(told(document, audited.unsure), "");
  EXPECT_GE(audited.noted.size(), 8U) << told(document, audited.noted);
  EXPECT_EQ(audited.genre, Genre::Commentary);
  EXPECT_FALSE(audited.score.plainness);
}

TEST_P(UseAndMention, APromoterIs) {
  std::string text = read_source_file(folder_of(GetParam()) + "promoters-essay.txt");
  Document document = Document::read(text, asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {});
  std::vector<std::string> spans =
      lines_of(read_source_file(folder_of(GetParam()) + "promoters-essay.spans"));
  ASSERT_EQ(spans.size(), 8U);
  std::size_t flagged = 0;
  std::string missed;
  for (const std::string& words : spans) {
    std::size_t at = text.find(words);
    ASSERT_NE(at, std::string::npos) << words;
    ASSERT_EQ(text.find(words, at + 1), std::string::npos) << words << " stands there twice";
    Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    bool is_found = std::any_of(audited.findings.begin(), audited.findings.end(),
                                [&](const Finding& one) { return one.span.overlaps(span); });
    if (is_found) ++flagged;
    if (!is_found) missed += words + '\n';
  }
  EXPECT_GE(flagged, 7U) << "not flagged:\n"
                         << missed << "flagged:\n"
                         << told(document, audited.findings);
  ASSERT_TRUE(audited.score.plainness);
  EXPECT_LT(*audited.score.plainness, 650) << "an essay of formulas is no mixed text";
}

INSTANTIATE_TEST_SUITE_P(Languages, UseAndMention, ::testing::Values("en", "fr", "pl", "zh"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace unfeigned::testing
