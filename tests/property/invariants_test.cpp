// Properties that hold for every text, tried on texts put together from the packs' own examples
// and from bytes of any kind.
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "audit/suggestions.h"
#include "base/utf8.h"
#include "support/asset_packs.h"
#include "support/random.h"
#include "text/breaks.h"

namespace unfeigned::testing {
namespace {

std::vector<std::string> example_texts() {
  Diagnostics ignored;
  std::vector<std::string> all;
  for (const Example& example : load_asset_packs(LoadPurpose::Audit, ignored).examples)
    all.push_back(example.text);
  return all;
}

std::string random_text(Random& random, const std::vector<std::string>& texts) {
  std::string text;
  std::uint32_t count = 1 + random.below(8);
  for (std::uint32_t i = 0; i < count; ++i) {
    text += random.pick(texts);
    text += random.pick(std::vector<std::string>{" ", "\n", "\n\n", " \"", "\n- ", "\n> ",
                                                 " {{name}} ", " \u2014 "});
  }
  return text;
}

// Rule and covered text of every finding: what must not depend on how the text is written down.
std::string essence(const std::string& text) {
  Document document = Document::read(text, asset_packs().profiles(), {});
  Audit got = audit(document, asset_packs(), {});
  std::string out;
  for (const auto* list : {&got.findings, &got.unsure, &got.noted}) {
    for (const Finding& finding : *list) {
      out += asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()].id + ' ';
    }
    out += "/ ";
  }
  return out + (got.score.plainness ? std::to_string(*got.score.plainness) : "none");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

class Invariants : public ::testing::Test {
 protected:
  Invariants()
      : random_(seed_for(::testing::UnitTest::GetInstance()->current_test_info()->name())) {}
  std::string next() { return random_text(random_, texts_); }

  Random random_;
  std::vector<std::string> texts_ = example_texts();
};

TEST_F(Invariants, LineEndsAndApostrophesAndSpacesDoNotMatter) {
  std::size_t with_findings = 0;
  for (int round = 0; round < 1'000; ++round) {
    std::string text = next();
    std::string wanted = essence(text);
    if (wanted.find('.') != std::string::npos) ++with_findings;
    ASSERT_EQ(essence(replaced(text, "\n", "\r\n")), wanted) << text;
    ASSERT_EQ(essence(replaced(text, "'", "\u2019")), wanted) << text;
    ASSERT_EQ(essence(text + "  \n "), wanted) << text;
  }
  EXPECT_GT(with_findings, 500U);
}

TEST_F(Invariants, SpansLieOnGraphemesAndEditsInsideTheText) {
  BreakFinder graphemes(BreakKind::Grapheme);
  std::vector<std::uint32_t> boundaries;
  std::size_t findings = 0;
  for (int round = 0; round < 1'000; ++round) {
    std::string text = next();
    if (random_.one_in(3))
      text.insert(random_.below(static_cast<std::uint32_t>(text.size())),
                  "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9");
    Document document = Document::read(text, asset_packs().profiles(), {});
    Audit got = audit(document, asset_packs(), {});
    graphemes.find(document.text(), boundaries);
    auto is_boundary = [&](std::uint32_t at) {
      return at == 0 || std::binary_search(boundaries.begin(), boundaries.end(), at);
    };
    for (const auto* list : {&got.findings, &got.unsure, &got.noted, &got.cleared}) {
      Span last;
      for (const Finding& finding : *list) {
        ++findings;
        ASSERT_LT(finding.span.begin, finding.span.end);
        ASSERT_TRUE(is_boundary(finding.span.begin) && is_boundary(finding.span.end)) << text;
        std::uint32_t block = document.sentences()[finding.sentence].block;
        ASSERT_TRUE(document.blocks()[block].span.contains(finding.span)) << text;
        bool is_kept = list != &got.cleared;
        ASSERT_FALSE(is_kept && last.overlaps(finding.span)) << "one finding a token: " << text;
        last = finding.span;
        for (const Suggestion& suggestion : finding.suggestions) {
          ASSERT_LE(suggestion.replaced.end, document.text().size());
          ASSERT_TRUE(is_boundary(suggestion.replaced.begin) &&
                      is_boundary(suggestion.replaced.end))
              << text;
          ASSERT_EQ(suggestion.applicability == Applicability::FillIn, !suggestion.slots.empty());
        }
      }
    }
  }
  EXPECT_GT(findings, 2'000U);
}

TEST_F(Invariants, PointsAndReceiptAddUp) {
  std::size_t scored = 0;
  for (int round = 0; round < 2'000; ++round) {
    Document document = Document::read(next(), asset_packs().profiles(), {});
    Audit got = audit(document, asset_packs(), {});
    if (!got.score.plainness) continue;
    ++scored;
    const Receipt& receipt = got.score.receipt;
    std::int32_t points = 0;
    for (const Finding& finding : got.findings) points += finding.points;
    ASSERT_EQ(points, receipt.phrase_loss);
    ASSERT_EQ(*got.score.plainness, 1000 - receipt.phrase_loss - receipt.structure_loss +
                                        receipt.recovery - receipt.ceiling_loss);
    ASSERT_LE(*got.score.plainness, receipt.ceiling);
    ASSERT_GE(*got.score.plainness, 0);
  }
  EXPECT_GT(scored, 1'000U);
}

TEST_F(Invariants, AnyBytesGiveAnAudit) {
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    std::uint32_t size = random_.below(400);
    while (bytes.size() < size) {
      if (random_.one_in(3)) {
        bytes += random_.pick(texts_).substr(0, random_.below(60));
      } else {
        bytes += static_cast<char>(random_.below(256));
      }
    }
    for (InputFormat format : {InputFormat::Text, InputFormat::Markdown, InputFormat::Html}) {
      Document document = Document::read(bytes, asset_packs().profiles(), {format, ""});
      Audit got = audit(document, asset_packs(), {});
      std::vector<Suggestion> all;
      for (const Finding& finding : got.findings) {
        if (!finding.suggestions.empty()) all.push_back(finding.suggestions.front());
      }
      std::string applied = apply_suggestions(document, all);
      ASSERT_EQ(repair_utf8(applied).repairs.size(), 0U) << "an edit cut a character";
    }
  }
}

}  // namespace
}  // namespace unfeigned::testing
