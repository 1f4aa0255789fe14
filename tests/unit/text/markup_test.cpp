#include "text/markup.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

// The words that are left, each of which must stand in the source where the view has it.
std::string words_of(const std::string& source, InputFormat format) {
  std::vector<LanguageProfile> profiles{english_profile()};
  Document document = Document::read(source, profiles, {format, ""});
  EXPECT_EQ(document.view().size(), source.size());
  std::string out;
  for (const Token& token : document.tokens()) {
    if (token.kind == TokenKind::Ender) continue;
    if (!out.empty()) out += ' ';
    out += document.word(token.word);
  }
  return out;
}

struct Case {
  const char* name;
  InputFormat format;
  std::string source;
  std::string words;
};

const std::vector<Case> kCases = {
    {"link target", InputFormat::Markdown, "See [our page](https://example.org/we-miss-you) now",
     "see our page now"},
    {"image", InputFormat::Markdown, "![a cat](cat.png) hello", "a cat hello"},
    {"front matter", InputFormat::Markdown, "---\ntitle: x\n---\nhello", "hello"},
    {"comment", InputFormat::Markdown, "a <!-- we miss you --> b", "a b"},
    {"not a link in text", InputFormat::Text, "see (this) here", "see this here"},
    {"tags", InputFormat::Html, "<p class=\"sorry\">any <b>incon</b>venience</p>",
     "any inconvenience"},
    {"script and style", InputFormat::Html, "<style>p{}</style><script>var sorry;</script>ok",
     "ok"},
    {"entities", InputFormat::Html, "caf&eacute;s we&rsquo;re &#x2019;n &amp;c",
     "caf\xC3\xA9s we're n c"},
    {"unknown entity stays", InputFormat::Html, "a &zzz; b", "a zzz b"},
    {"unclosed tag is text", InputFormat::Html, "a < b and c", "a b and c"},
    {"attribute with a bracket", InputFormat::Html, "<a title=\"a > b\">x</a>", "x"},
};

TEST(Markup, LeavesTheWordsAtTheirPlaces) {
  for (const Case& one : kCases) {
    EXPECT_EQ(words_of(one.source, one.format), one.words) << one.name;
  }
  EXPECT_EQ(kCases.size(), 11U);
}

TEST(Markup, HtmlBlocksAreBlocks) {
  std::vector<LanguageProfile> profiles{english_profile()};
  Document document = Document::read(
      "<h1>Sorry</h1><ul><li>one</li><li>two</li></ul><blockquote><p>quoted</p></blockquote>",
      profiles, {InputFormat::Html, ""});
  std::vector<BlockKind> kinds;
  for (const Block& block : document.blocks()) {
    if (!block.sentences.is_empty()) kinds.push_back(block.kind);
  }
  EXPECT_EQ(kinds, (std::vector<BlockKind>{BlockKind::Heading, BlockKind::ListItem,
                                           BlockKind::ListItem, BlockKind::QuotedText}));
}

TEST(Markup, HostileInputStaysLinear) {
  for (const char* piece : {"<a ", "](", "[", "&#", "<!--", "<p"}) {
    std::string source;
    while (source.size() < 400'000) source += piece;
    EXPECT_EQ(blank_markup(source, InputFormat::Html).size(), source.size());
    EXPECT_EQ(blank_markup(source, InputFormat::Markdown).size(), source.size());
  }
}

}  // namespace
}  // namespace unfeigned::testing
