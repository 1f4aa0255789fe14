#include "text/tokenizer.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

// Tokens as "word" with the kind's letter: Word, Number, Han, Ender, MergeField, Slot.
std::string dump(const std::string& text, std::vector<LanguageProfile> profiles) {
  Document document = Document::read(text, profiles, {});
  std::string out;
  for (const Token& token : document.tokens()) {
    if (!out.empty()) out += ' ';
    out += "WNHEMS"[static_cast<std::size_t>(token.kind)];
    out += ':';
    bool is_opaque = token.kind == TokenKind::MergeField || token.kind == TokenKind::Slot;
    out += is_opaque ? document.text(token.span) : document.word(token.word);
  }
  return out;
}

struct Case {
  const char* name;
  std::string text;
  std::string wanted;
};

const std::vector<Case> kCases = {
    {"words and marks", "Sorry, we lost it!", "W:sorry W:we W:lost W:it E:!"},
    {"apostrophes", "we\u2019re don't rock 'n' roll", "W:we're W:don't W:rock W:n W:roll"},
    {"hyphen parts words", "a mix-up", "W:a W:mix W:up"},
    {"numbers", "1,200.50 and 9am", "N:1,200.50 W:and N:9am"},
    {"han by character", "\u60a8\u597d hi", "H:\u60a8 H:\u597d W:hi"},
    {"several enders are one", "Really?! Yes\u2026", "W:really E:? W:yes E:."},
    {"ender that is missing between sentences", "One.\u2029Two", "W:one E:. W:two"},
    {"merge fields", "Hi {{first_name}}, ${x} %NAME% <%= y %>",
     "W:hi M:{{first_name}} M:${x} M:%NAME% M:<%= y %>"},
    {"bracketed fields of the lexicon", "Dear [Customer Name] and {order}",
     "W:dear M:[Customer Name] W:and M:{order}"},
    {"capitals in brackets", "Dear [FIRST]", "W:dear M:[FIRST]"},
    {"brackets that are text", "see [3] and [this] and [\u2026] [name](x)",
     "W:see N:3 W:and W:this W:and W:name W:x"},
    {"per cent is no field", "50% of 60% off", "N:50 W:of N:60 W:off"},
    {"slots", "on \u27e8what date\u27e9 we", "W:on S:\u27e8what date\u27e9 W:we"},
    {"unclosed field is text", "{{ and [ open", "W:and W:open"},
    {"blank to fill in", "Name: ____", "W:name"},
    {"emoji family makes no word", "ok \U0001F468\u200D\U0001F469\u200D\U0001F467 ok", "W:ok W:ok"},
    {"combining mark", "cafe\u0301 noir", "W:caf\u00e9 W:noir"},
};

TEST(Tokenizer, Table) {
  for (const Case& one : kCases)
    EXPECT_EQ(dump(one.text, {english_profile()}), one.wanted) << one.name;
  EXPECT_EQ(kCases.size(), 17U);
}

TEST(Tokenizer, ElisionsOfAProfileSplit) {
  LanguageProfile french;
  french.language = "fr";
  french.elisions = {"d'", "l'", "qu'"};
  EXPECT_EQ(dump("l\u2019enchantement d'aujourd'hui", {french}),
            "W:l' W:enchantement W:d' W:aujourd'hui");
  EXPECT_EQ(dump("l'enchantement", {english_profile()}), "W:l'enchantement");
}

TEST(WordCutter, KeepsALoneElisionWhole) {
  LanguageProfile french;
  french.language = "fr";
  french.elisions = {"c'", "l'"};
  std::vector<LanguageProfile> profiles = {french};
  WordCutter cutter(profiles);
  EXPECT_EQ(cutter.cut("c'"), std::vector<std::string>{"c'"});
  EXPECT_EQ(cutter.cut("L\u2019"), std::vector<std::string>{"l'"});
  EXPECT_EQ(cutter.cut("c'est"), (std::vector<std::string>{"c'", "est"}));
}

TEST(Tokenizer, HanIsReadThroughTheFoldsOfItsProfile) {
  LanguageProfile chinese;
  chinese.language = "zh";
  chinese.script = Script::Han;
  chinese.folds = {{U'\u4f60', U'\u60a8'}, {U'\u5011', U'\u4eec'}};
  EXPECT_EQ(dump("\u4f60\u5011\u597d", {chinese}), "H:\u60a8 H:\u4eec H:\u597d");
  EXPECT_EQ(dump("\u4f60\u5011\u597d", {english_profile()}), "H:\u4f60 H:\u5011 H:\u597d");
}

TEST(Tokenizer, RemembersWhatStandsBefore) {
  std::vector<LanguageProfile> profiles{english_profile()};
  Document document = Document::read("one, \"two\" three", profiles, {});
  ASSERT_EQ(document.tokens().size(), 3U);
  EXPECT_EQ(document.tokens()[0].before, 0);
  EXPECT_EQ(document.tokens()[1].before, kBeforeClauseMark | kBeforeSpace | kBeforeQuoteMark);
  EXPECT_EQ(document.tokens()[2].before, kBeforeSpace | kBeforeQuoteMark);
}

TEST(WordCutter, CutsAsADocumentDoes) {
  std::vector<LanguageProfile> profiles{english_profile()};
  WordCutter cutter(profiles);
  EXPECT_EQ(cutter.cut("Mix-Up we\u2019re"), (std::vector<std::string>{"mix", "up", "we're"}));
  EXPECT_EQ(cutter.cut("\u60a8\u7684"), (std::vector<std::string>{"\u60a8", "\u7684"}));
}

}  // namespace
}  // namespace unfeigned::testing
