// What we write ourselves is read by the same rules: the words of the page, the documents and the
// manual. What they mention stands in quotation marks or code, as everywhere.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "audit/audit.h"
#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

using nlohmann::json;

// What is flagged as notable or worse, one a line.
std::string formulas_in(std::string text, InputFormat format) {
  Document document = Document::read(std::move(text), asset_packs().profiles(), {format, ""});
  Audit audited = audit(document, asset_packs(), {});
  std::string out;
  for (const Finding& finding : audited.findings) {
    if (finding.severity < Severity::Notable) continue;
    out += asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()].id + ": " +
           std::string(document.text(finding.span)) + '\n';
  }
  return out;
}

TEST(OwnWords, TheDocumentsRaiseNothing) {
  for (const char* path : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
    EXPECT_EQ(formulas_in(read_source_file(path), InputFormat::Markdown), "") << path;
  }
}

TEST(OwnWords, TheManualRaisesNothing) {
  EXPECT_EQ(formulas_in(read_source_file("assets/man/unfeigned.1"), InputFormat::Text), "");
}

TEST(OwnWords, TheTextsOfThePageRaiseNothing) {
  std::size_t texts = 0;
  for (const std::string& path : source_files("assets/strings")) {
    json strings = json::parse(read_source_file(path), nullptr, false);
    ASSERT_TRUE(strings.is_object()) << path;
    for (const auto& [key, value] : strings.items()) {
      if (!value.is_string()) continue;
      ++texts;
      EXPECT_EQ(formulas_in(value.get<std::string>(), InputFormat::Text), "") << path << ' ' << key;
    }
  }
  EXPECT_GT(texts, 80U);
}

// A check that finds nothing must be able to find something.
TEST(OwnWords, AFormulaWouldBeSeen) {
  EXPECT_NE(formulas_in("# Unfeigned\n\nYour satisfaction is our top priority.\n",
                        InputFormat::Markdown),
            "");
}

}  // namespace
}  // namespace unfeigned::testing
