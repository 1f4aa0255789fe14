#include "match/pattern_set.h"

#include <gtest/gtest.h>

#include <numeric>

#include "support/hand_packs.h"
#include "text/tokenizer.h"

namespace unfeigned::testing {
namespace {

struct Found {
  std::vector<std::string> texts;
  std::vector<Match> matches;
  MatchStatistics statistics;
  Diagnostics diagnostics;
};

Found find(const std::vector<std::string>& notations, const std::string& text,
           std::vector<std::string> common_words = {}) {
  std::vector<LanguageProfile> profiles{english_profile()};
  WordCutter cutter(profiles);
  PatternContext context;
  context.cut = [&cutter](std::string_view words) { return cutter.cut(words); };
  std::vector<PatternSource> sources;
  for (const std::string& notation : notations) sources.push_back({notation, {"file", "/p", 1, 2}});
  Found found;
  PatternSet set = PatternSet::compile(sources, context, common_words, found.diagnostics);
  Document document = Document::read(text, profiles, {InputFormat::Text, "en"});
  std::vector<std::uint32_t> sentences(document.sentences().size());
  std::iota(sentences.begin(), sentences.end(), 0U);
  found.matches = set.find(document, sentences, &found.statistics);
  for (const Match& match : found.matches)
    found.texts.emplace_back(document.text(document.span_of(match.tokens)));
  return found;
}

using Texts = std::vector<std::string>;

TEST(PatternSet, IsMaximalThroughOptionalParts) {
  EXPECT_EQ(find({"[we are] sorry [to hear]"}, "We are sorry to hear it. Sorry!").texts,
            (Texts{"We are sorry to hear", "Sorry"}));
}

TEST(PatternSet, ALexiconIsTheSameInEveryPatternThatNamesIt) {
  std::vector<LanguageProfile> profiles{english_profile()};
  WordCutter cutter(profiles);
  const std::vector<std::string> soon{"soon", "short*", "before long"};
  const std::vector<std::string> late{"later", "tomorrow"};
  const std::vector<std::string> bad{"good", "(open"};
  ParsedLexicons parsed;
  PatternContext context;
  context.cut = [&cutter](std::string_view words) { return cutter.cut(words); };
  context.lexicon = [&](std::string_view name) -> std::optional<std::span<const std::string>> {
    if (name == "soon") return soon;
    if (name == "late") return late;
    return name == "bad" ? std::optional<std::span<const std::string>>(bad) : std::nullopt;
  };
  context.parsed_lexicons = &parsed;
  const std::vector<PatternSource> sources = {{"back %soon", {}},   {"paid (%soon|now)", {}},
                                              {"a %bad", {}},       {"a b %bad", {}},
                                              {"see -(%late)", {}}, {"%none", {}}};
  Diagnostics diagnostics;
  PatternSet set = PatternSet::compile(sources, context, {}, diagnostics);
  Document document = Document::read(
      "Back soon. Back shortly. Back before long. Paid before long. Paid now. See later. See you.",
      profiles, {InputFormat::Text, "en"});
  std::vector<std::uint32_t> sentences(document.sentences().size());
  std::iota(sentences.begin(), sentences.end(), 0U);
  Texts texts;
  for (const Match& match : set.find(document, sentences, nullptr))
    texts.emplace_back(document.text(document.span_of(match.tokens)));
  EXPECT_EQ(texts, (Texts{"Back soon", "Back shortly", "Back before long", "Paid before long",
                          "Paid now", "See you"}));
  std::vector<std::string> told;
  for (const auto& one : diagnostics.all()) told.push_back(one.message);
  const std::string open = "\": in %bad, entry \"(open\": this bracket is never closed, at byte ";
  EXPECT_EQ(told, (Texts{"pattern \"a %bad" + open + "3", "pattern \"a b %bad" + open + "5",
                         "pattern \"%none\": there is no lexicon %none, at byte 1"}));
}

TEST(PatternSet, PunctuationIsNotSeen) {
  EXPECT_EQ(find({"words cannot express"}, "Words -- cannot, \"express\" it").texts,
            (Texts{"Words -- cannot, \"express"}));
}

TEST(PatternSet, NothingCrossesASentenceUnlessThePatternSaysSo) {
  EXPECT_EQ(find({"lost ~5 parcel"}, "We lost it. Your parcel is gone.").texts, Texts{});
  EXPECT_EQ(find({"sure [!] here"}, "Sure! Here it is.").texts, (Texts{"Sure! Here"}));
  EXPECT_EQ(find({"sure ! here"}, "Sure. Here it is.").texts, Texts{});
  EXPECT_EQ(find({"lost parcel"}, "lost\n\nparcel").texts, Texts{}) << "blocks part patterns";
}

TEST(PatternSet, StartOfSentence) {
  EXPECT_EQ(find({"^ no thanks"}, "No thanks. I said no thanks. \"No thanks.\"").texts,
            (Texts{"No thanks", "No thanks"}));
}

TEST(PatternSet, WordsOfAnAddressAreNotWords) {
  EXPECT_EQ(find({"miss you"}, "See www.example.org/miss-you or miss-you.").texts,
            (Texts{"miss-you"}));
}

TEST(PatternSet, NumbersShapesAndFields) {
  EXPECT_EQ(find({"within # hours", "@money back", "dear @merge"},
                 "Within 48 hours: $15 back, dear {{name}}!")
                .texts,
            (Texts{"Within 48 hours", "15 back", "dear {{name}}"}));
}

TEST(PatternSet, SaysWhatAGapSkips) {
  Found found = find({"deliver ~2 empathy"}, "deliver not much empathy");
  ASSERT_EQ(found.matches.size(), 1U);
  EXPECT_EQ(found.matches[0].named & 0xFU, 0b1001U);
}

TEST(PatternSet, AVerificationHappensAtTheRarestWordOnly) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "we are here and we are glad. ";
  text += "we are sorry.";
  Found found = find({"we are [so] sorry"}, text, {"we", "are", "and", "here"});
  EXPECT_EQ(found.texts, (Texts{"we are sorry"}));
  EXPECT_EQ(found.statistics.verifications, 1U);
}

TEST(PatternSet, BadPatternsAreReportedAndTheRestWorks) {
  Found found = find({"(a", "[b]", "~3 -(x)", "c"}, "a b c");
  EXPECT_EQ(found.texts, (Texts{"c"}));
  ASSERT_EQ(found.diagnostics.all().size(), 3U);
  EXPECT_EQ(to_string(found.diagnostics.all()[0]),
            "file:1:2: error: pattern \"(a\": this bracket is never closed, at byte 1 (at /p)");
  EXPECT_EQ(found.diagnostics.all()[1].message,
            "pattern \"[b]\": the pattern matches an empty text");
  EXPECT_EQ(found.diagnostics.all()[2].message,
            "pattern \"~3 -(x)\": it can match without naming any word");
}

TEST(PatternSet, LongPatternsAreRefused) {
  std::string notation = "a";
  for (int i = 0; i < 40; ++i) notation += " ~16 a";
  Found found = find({notation}, "a a");
  ASSERT_EQ(found.diagnostics.all().size(), 1U);
  EXPECT_NE(found.diagnostics.all()[0].message.find("too long"), std::string::npos);
}

}  // namespace
}  // namespace unfeigned::testing
