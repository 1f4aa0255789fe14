#include "text/document.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"
#include "support/random.h"

namespace unfeigned::testing {
namespace {

std::vector<LanguageProfile> two_profiles() {
  LanguageProfile french;
  french.language = "fr";
  french.function_words = {"le", "la", "de", "nous", "vous", "est", "et", "les", "des", "votre"};
  french.letters = U"\u00e9\u00e8\u00e0\u00e7";
  LanguageProfile chinese;
  chinese.language = "zh";
  chinese.script = Script::Han;
  return {english_profile(), french, chinese};
}

std::string languages_of(const std::string& text) {
  auto profiles = two_profiles();
  Document document = Document::read(text, profiles, {});
  std::string out;
  for (const Sentence& sentence : document.sentences()) {
    out += sentence.language.is_known() ? profiles[sentence.language.value].language : "-";
    out += ' ';
  }
  return out;
}

TEST(Language, SentenceBySentence) {
  EXPECT_EQ(
      languages_of(
          "We lost the parcel. Nous avons perdu votre colis. \u6211\u4eec\u5f04\u4e22\u4e86\u3002"),
      "en fr zh ");
  EXPECT_EQ(languages_of("Rest assured."), "en ")
      << "what a text opens with when nothing speaks against it";
  EXPECT_EQ(languages_of("Nous le savons. Merci."), "fr fr ") << "goes with the sentence before";
  EXPECT_EQ(languages_of("Wir bitten Sie herzlich um Geduld und melden uns bald wieder."), "- ");
  EXPECT_EQ(
      languages_of(
          "We lost it. Questions come from anyone: write or call 020 7946 on Mondays or Fridays.")
          .substr(3),
      "en ")
      << "one vote and none against it, where the text goes on";
  EXPECT_EQ(
      languages_of("\u3054\u8ff7\u60d1\u3092\u304a\u304b\u3051\u3057\u307e\u3057\u305f\u3002"),
      "- ")
      << "kana: Japanese";
  EXPECT_EQ(languages_of("\u60a8\u7684 iPhone \u8ba2\u5355\u3002"), "zh ");
}

TEST(Language, AppendingASentenceChangesNothingBeforeIt) {
  std::string english = "Rest assured. We lost it. Sorry.";
  std::string before = languages_of(english);
  for (const char* more : {" Nous vous le dirons.", " \u62b1\u6b49\u3002",
                           " Entschuldigung bitte sehr mein lieber guter alter treuer Freund."}) {
    EXPECT_EQ(languages_of(english + more).substr(0, before.size()), before) << more;
  }
}

TEST(Language, CanBeForced) {
  auto profiles = two_profiles();
  Document document = Document::read("We lost it.", profiles, {InputFormat::Text, "fr"});
  EXPECT_EQ(document.sentences()[0].language.value, 1);
}

TEST(Document, SpansAreOrderedAndInside) {
  Random random(seed_for("document spans"));
  auto profiles = two_profiles();
  std::size_t tokens = 0;
  for (int round = 0; round < 3'000; ++round) {
    std::string bytes;
    std::uint32_t size = random.below(120);
    static const std::string kLikely = "aA .,\n\r\t-'\"{}[]%<>!?;:#@19_`";
    for (std::uint32_t i = 0; i < size; ++i) {
      bytes += random.one_in(3) ? static_cast<char>(random.below(256))
                                : kLikely[random.below(static_cast<std::uint32_t>(kLikely.size()))];
    }
    for (InputFormat format : {InputFormat::Text, InputFormat::Markdown, InputFormat::Html}) {
      Document document = Document::read(bytes, profiles, {format, ""});
      ASSERT_EQ(document.view().size(), document.text().size());
      std::uint32_t end = 0;
      for (const Sentence& sentence : document.sentences()) {
        ASSERT_LE(end, sentence.span.begin);
        ASSERT_LT(sentence.span.begin, sentence.span.end);
        end = sentence.span.end;
        std::uint32_t at = sentence.span.begin;
        for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
          Span span = document.tokens()[t].span;
          ASSERT_LE(at, span.begin);
          ASSERT_LE(span.begin, span.end);
          ASSERT_LE(span.end, sentence.span.end);
          ASSERT_EQ(document.sentence_of(t),
                    static_cast<std::uint32_t>(&sentence - document.sentences().data()));
          at = span.end;
          ++tokens;
        }
      }
      ASSERT_LE(end, document.text().size());
    }
  }
  EXPECT_GT(tokens, 50'000U);
}

TEST(Document, OriginalOffsetsCountRepairs) {
  Document document = Document::read(
      "a\xFF\xFE"
      "b",
      {}, {});
  ASSERT_EQ(document.text(),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(document.original_offset(0), 0U);
  EXPECT_EQ(document.original_offset(1), 1U);
  EXPECT_EQ(document.original_offset(4), 2U);
  EXPECT_EQ(document.original_offset(7), 3U);
  EXPECT_EQ(document.original_offset(8), 4U);
}

TEST(Document, OddInputs) {
  auto profiles = two_profiles();
  EXPECT_TRUE(Document::read("", profiles, {}).tokens().empty());
  EXPECT_EQ(Document::read("a", profiles, {}).tokens().size(), 1U);
  EXPECT_EQ(Document::read(std::string("a\0b c", 5), profiles, {}).tokens().size(), 3U);
  EXPECT_EQ(Document::read("\xEF\xBB\xBFhello", profiles, {}).word({0}), "hello");
  EXPECT_EQ(Document::read(std::string(1'000'000, 'a'), profiles, {}).tokens().size(), 1U);
  EXPECT_TRUE(Document::read(std::string(10'000, '"'), profiles, {}).tokens().empty());
}

}  // namespace
}  // namespace unfeigned::testing
