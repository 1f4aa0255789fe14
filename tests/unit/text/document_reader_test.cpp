// What a DocumentReader does not read again. That it reads the same is in tests/property.
#include "text/document_reader.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

std::vector<LanguageProfile> profiles() {
  LanguageProfile french;
  french.language = "fr";
  french.function_words = {"nous", "vous", "est", "les"};
  return {english_profile(), french};
}

class Reader {
 public:
  std::vector<std::uint32_t> contents(const std::string& text, const ReadOptions& options = {}) {
    Document document = reader_.read(text, options);
    std::vector<std::uint32_t> all;
    for (const Block& block : document.blocks()) all.push_back(block.content);
    return all;
  }
  DocumentReader& get() { return reader_; }

 private:
  std::vector<LanguageProfile> profiles_ = profiles();
  DocumentReader reader_{profiles_, DocumentReader::Memory::Blocks};
};

using Contents = std::vector<std::uint32_t>;

TEST(DocumentReader, OnlyATouchedBlockIsReadAgain) {
  Reader reader;
  const std::string start = "The start.\n\n";
  EXPECT_EQ(reader.contents(start + "We lost it.\n\nWe found it.\n\nWe lost it."),
            (Contents{1, 2, 3, 2}));
  EXPECT_EQ(reader.contents(start + "We lost it.\n\nWe found her.\n\nWe lost it."),
            (Contents{1, 2, 4, 2}));
  EXPECT_EQ(reader.contents(start + "We found it.\n\nAnd so?\n\nWe lost it."),
            (Contents{1, 3, 5, 2}))
      << "undone, and moved";
  EXPECT_EQ(reader.contents(start + "- We lost it.\r\n- We found it."), (Contents{1, 2, 3}))
      << "whatever it is marked as";
}

TEST(DocumentReader, TheLanguageBeforeABlockIsPartOfIt) {
  Reader reader;
  EXPECT_EQ(reader.contents("We are here.\n\nMerci.\n\nThe end."), (Contents{1, 2, 3}));
  EXPECT_EQ(reader.contents("Nous vous les.\n\nMerci.\n\nThe end."), (Contents{4, 5, 6}));
  EXPECT_EQ(reader.contents("Nous vous les.\n\nMerci.\n\nThe end.", {InputFormat::Text, "en"}),
            (Contents{7, 8, 9}));
  EXPECT_EQ(reader.contents("We are here.\n\nMerci.\n\nThe end."), (Contents{1, 2, 3}));
}

TEST(DocumentReader, PlacesAndWordsAreThoseOfTheTextAtHand) {
  Reader reader;
  reader.contents("So it was.\n\nOf 3 May.\n\nThe parcel is here.");
  Document document =
      reader.get().read("So the parcel was lost.\n\nOf 3 May.\n\nThe parcel is here.", {});
  ASSERT_EQ(document.blocks().size(), 3U);
  EXPECT_EQ(document.blocks()[1].content, 2U);
  EXPECT_EQ(document.blocks()[2].content, 3U);
  EXPECT_EQ(document.sentences()[2].block, 2U);
  EXPECT_EQ(document.text(document.sentences()[2].span), "The parcel is here.");
  Sentence last = document.sentences()[2];
  std::string words;
  for (std::uint32_t t = last.tokens.begin; t < last.tokens.end; ++t) {
    words += std::string(document.word(document.tokens()[t].word)) + '|';
  }
  EXPECT_EQ(words, "the|parcel|is|here|.|");
  EXPECT_EQ(document.sentence_of(last.tokens.begin), 2U);
}

TEST(DocumentReader, ItForgetsWhatNoTextHasHadForLong) {
  Reader reader;
  std::string page(20'000, 'a');
  std::size_t forgotten = 0;
  std::size_t most = 0;
  for (int i = 0; i < 100; ++i) {
    reader.contents(page + std::to_string(i) + "\n\nThe end.");
    forgotten += reader.get().forgotten().size();
    most = std::max(most, reader.get().remembered_bytes());
  }
  EXPECT_GT(forgotten, 90U);
  EXPECT_LT(most, 3 * page.size() + 100'000);
  EXPECT_EQ(reader.contents("Of it.\n\nThe end."), (Contents{102, 2}))
      << "what is in the text stays";
}

TEST(DocumentReader, ATableOfWordsThatNoTextUsesIsOvergrown) {
  Reader reader;
  reader.contents("The end.");
  EXPECT_FALSE(reader.get().is_overgrown());
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "w" + std::to_string(i) + ' ';
  reader.contents(many);
  EXPECT_FALSE(reader.get().is_overgrown());
  for (int i = 10'000; i < 20'000; ++i) many += "w" + std::to_string(i) + ' ';
  reader.contents(many);
  EXPECT_TRUE(reader.get().is_overgrown());
}

}  // namespace
}  // namespace unfeigned::testing
