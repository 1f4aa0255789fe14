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

// What is flagged as notable or worse, one a line. Without a language it is found out, as ever.
std::string formulas_in(std::string text, InputFormat format, const std::string& language = "") {
  Document document = Document::read(std::move(text), asset_packs().profiles(), {format, language});
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
    // A label of two words does not tell its language.
    const std::size_t name = path.rfind('/') + 1;
    const std::string language = path.substr(name, path.rfind('.') - name);
    for (const auto& [key, value] : strings.items()) {
      // The names of the categories name formulas: they mention them.
      if (!value.is_string() || key.starts_with("category.")) continue;
      ++texts;
      EXPECT_EQ(formulas_in(value.get<std::string>(), InputFormat::Text, language), "")
          << path << ' ' << key;
    }
  }
  EXPECT_GT(texts, 800U);
}

// What a document names in code marks or links to must be there, or the next reader looks in vain.
TEST(OwnWords, TheDocumentsNameFilesThatAreThere) {
  std::size_t named = 0;
  for (const char* document : {"README.md", "CONTRIBUTING.md"}) {
    std::string text = read_source_file(document);
    for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at + 1)) {
      std::size_t end = text.find('`', at + 1);
      ASSERT_NE(end, std::string::npos) << document;
      std::string path = text.substr(at + 1, end - at - 1);
      at = end;
      bool is_path = path.find_first_of(" <*$\n") == std::string::npos;
      bool is_ours = false;
      for (std::string_view folder : {"src/", "tests/", "assets/", "cmake/", "web/"}) {
        is_ours = is_ours || path.starts_with(folder);
      }
      if (!is_path || !is_ours) continue;
      ++named;
      EXPECT_TRUE(is_in_source(path)) << document << " names " << path;
    }
  }
  EXPECT_GT(named, 20U);
}

// A check that finds nothing must be able to find something.
TEST(OwnWords, AFormulaWouldBeSeen) {
  EXPECT_NE(
      formulas_in("# Unfeigned\n\nYour satisfaction is our top priority.\n", InputFormat::Markdown),
      "");
}

}  // namespace
}  // namespace unfeigned::testing
