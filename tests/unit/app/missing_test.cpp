// The upper and the lower part of the panel: receipt, kind, what is missing and there, what a
// reader learns, and claims beside their facts.
#include <gtest/gtest.h>

#include "app/app.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with;
using test::dump;
using test::effects_of;
using test::press;

#define SLOT(label) "\xE2\x9F\xA8" label "\xE2\x9F\xA9"

test::TestReport incident() {
  test::TestReport report;
  report.score = 420;
  report.genre = "incident";
  report.reasons = {"outage", "status page"};
  report.findings.push_back({.words = "any inconvenience", .beside = {"3 May"}});
  report.missing.push_back({"harm",
                            8,
                            {{"Say what happened, and to whom",
                              " On " SLOT("when") " " SLOT("whom") " could not " SLOT("what") ".",
                              {"when", "whom", "what"}}}});
  report.missing.push_back({"contact", 4, {}});
  report.components.push_back({"repair",
                               "refunded",
                               {"\xE2\x82\xAC"
                                "15"}});
  report.components.push_back({"explanation", "because the belt stood still", {}});
  report.facts.push_back({"date", "4 May", {}});
  report.facts.push_back({"amount",
                          "\xE2\x82\xAC"
                          "15",
                          {}});
  return report;
}

TEST(Missing, TheReceiptIsATableThatAddsUp) {
  const std::string panel = dump(app_with(incident()).view(), Tag::Panel);
  const std::string table =
      "  heading =2\n"
      "    button 'How the number comes about' closed\n"
      "  group name='How the number comes about'\n"
      "    table name='How the number comes about'\n"
      "      row\n"
      "        rowhead 'Start'\n"
      "        cell '100.0'\n"
      "      row\n"
      "        rowhead 'Phrases'\n"
      "        cell '\xE2\x88\x92"
      "50.1'\n"
      "      row\n"
      "        rowhead 'Missing: what happened, and to whom'\n"
      "        cell '\xE2\x88\x92"
      "0.8'\n"
      "      row\n"
      "        rowhead 'Missing: how to reach a person'\n"
      "        cell '\xE2\x88\x92"
      "0.4'\n"
      "      row\n"
      "        rowhead 'Limit set by the worst phrase'\n"
      "        cell '\xE2\x88\x92"
      "6.7'\n"
      "      row\n"
      "        rowhead 'Plainness'\n"
      "        cell '42.0'\n";
  EXPECT_NE(panel.find(table), panel.npos) << panel;
}

TEST(Missing, FollowsTheFindingsAndOffersAForm) {
  const std::string panel = dump(app_with(incident()).view(), Tag::Panel);
  const std::string section =
      "  heading 'Missing' =2\n"
      "  list name='Missing'\n"
      "    item\n"
      "      p 'what happened, and to whom'\n"
      "      p 'costs 0.8'\n"
      "      button 'Fill in: Say what happened, and to whom'\n"
      "    item\n"
      "      p 'how to reach a person'\n"
      "      p 'costs 0.4'\n"
      "  heading =2\n"
      "    button 'How the number comes about' closed\n";
  const std::size_t at = panel.find(section);
  ASSERT_NE(at, panel.npos) << panel;
  EXPECT_GT(at, panel.find("heading 'Findings'"));
  const std::string there =
      "  heading =2\n"
      "    button 'Already there' closed\n"
      "  group name='Already there'\n"
      "    list name='Already there'\n"
      "      item\n"
      "        label 'what is done or given back'\n"
      "        button '\xE2\x80\x9Crefunded\xE2\x80\x9D'\n";
  EXPECT_GT(panel.find(there), at) << panel;
  EXPECT_LT(panel.find(there), panel.npos);
}

TEST(Missing, WhatIsFoldedOpensByItselfAlone) {
  App app = app_with(incident());
  ASSERT_TRUE(press(app, "Claims"));
  std::string panel = dump(app.view(), Tag::Panel);
  EXPECT_NE(panel.find("button 'Claims' open\n  group name='Claims' active\n"), panel.npos)
      << panel;
  for (const char* name : {"How the number comes about", "Already there", "What a reader learns"}) {
    EXPECT_NE(panel.find(std::string("button '") + name + "' closed\n  group name='"), panel.npos)
        << name;
  }
  test::TestReport next = incident();
  app.receive(test::report_message(next));
  EXPECT_NE(dump(app.view(), Tag::Panel).find("button 'Claims' open\n"), panel.npos);
  ASSERT_TRUE(press(app, "Claims"));
  EXPECT_NE(dump(app.view(), Tag::Panel).find("button 'Claims' closed\n"), panel.npos);
}

TEST(Missing, TheNumberShowsItsReceiptWhileItIsLookedAt) {
  App app = app_with(incident());
  const auto head = [&app] { return dump(app.view(), Tag::Head); };
  EXPECT_NE(head().find("  button 'How the number comes about' closed\n"), std::string::npos);
  EXPECT_EQ(head().find("table"), std::string::npos);
  ASSERT_TRUE(press(app, "How the number comes about", "1"));
  EXPECT_NE(head().find("  button 'How the number comes about' open\n  group\n"
                        "    table name='How the number comes about'\n"),
            std::string::npos)
      << head();
  EXPECT_NE(head().find("cell '42.0'"), std::string::npos);
  ASSERT_TRUE(press(app, "How the number comes about", "0"));
  EXPECT_EQ(head().find("table"), std::string::npos);
  // A press shows it, and shows it still when it is there already.
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(press(app, "How the number comes about"));
    EXPECT_NE(head().find("table"), std::string::npos);
  }
  test::TestReport without = incident();
  without.has_score = false;
  EXPECT_EQ(dump(app_with(without).view(), Tag::Head).find("button"), std::string::npos);
}

TEST(Missing, TheKindIsShownWithItsReasonsAndCanBeDetectedAgain) {
  App app = app_with(incident());
  EXPECT_NE(dump(app.view(), Tag::Panel)
                .find("p 'Read as: incident notice, because of \xE2\x80\x9Coutage\xE2\x80\x9D, "
                      "\xE2\x80\x9Cstatus page\xE2\x80\x9D.'\n"),
            std::string::npos);
  ASSERT_TRUE(press(app, "Kind", "again"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0], (Effect{EffectKind::SetOptions, 0, 1, 0, "auto", "auto", ""}));
  EXPECT_EQ(app.state().options.genre, "auto");
}

TEST(Missing, OnlyAChoiceOfKindForgetsWhatWasDetected) {
  App app = app_with(incident());
  ASSERT_TRUE(press(app, "This is a template", "1"));
  ASSERT_TRUE(press(app, "Kind", "promo"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 2U);
  EXPECT_EQ(effects[0].second, 0U);
  EXPECT_EQ(effects[1].second, 1U);
}

TEST(Missing, AChosenKindIsCalledChosen) {
  App app = app_with(incident());
  press(app, "Kind", "incident");
  const std::string panel = dump(app.view(), Tag::Panel);
  EXPECT_NE(panel.find("p 'Kind of text, as you chose: incident notice.'\n"), panel.npos);
  EXPECT_EQ(panel.find("because of"), panel.npos);
}

TEST(Missing, AGeneralTextInvitesToChoose) {
  App app = app_with({.genre = "general"});
  std::string panel = dump(app.view(), Tag::Panel);
  EXPECT_NE(panel.find("p 'No kind of text was recognised"), panel.npos);
  EXPECT_EQ(panel.find("heading 'Missing'"), panel.npos);
  press(app, "Kind", "general");
  panel = dump(app.view(), Tag::Panel);
  EXPECT_NE(panel.find("p 'You chose no particular kind"), panel.npos);
  EXPECT_EQ(panel.find("No kind of text was recognised"), panel.npos);
}

TEST(Missing, NothingMissingIsSaid) {
  test::TestReport report = incident();
  report.missing.clear();
  const std::string panel = dump(app_with(report).view(), Tag::Panel);
  EXPECT_NE(panel.find("p 'Nothing that such a text owes its reader is missing.'\n"), panel.npos);
  EXPECT_EQ(panel.find("list name='Missing'"), panel.npos);
}

TEST(Missing, WordsThatAreThereLeadToTheText) {
  App app = app_with(incident());
  ASSERT_TRUE(press(app,
                    "\xE2\x80\x9C"
                    "because the belt stood still\xE2\x80\x9D"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0].kind, EffectKind::Select);
  EXPECT_EQ(effects[0].first, 1U);
}

TEST(Reader, AnswersComeFromComponentsAndFacts) {
  App app = app_with(incident());
  const std::string panel = dump(app.view(), Tag::Panel);
  const std::string section =
      "  heading =2\n"
      "    button 'What a reader learns' closed\n"
      "  group name='What a reader learns'\n"
      "    list name='What a reader learns'\n"
      "      item\n"
      "        label 'What happened'\n"
      "        button '\xE2\x80\x9C"
      "because the belt stood still\xE2\x80\x9D'\n"
      "        button '\xE2\x80\x9C\xE2\x82\xAC"
      "15\xE2\x80\x9D'\n"
      "      item\n"
      "        label 'Who'\n"
      "        p 'nothing yet'\n"
      "      item\n"
      "        label 'When'\n"
      "        button '\xE2\x80\x9C"
      "4 May\xE2\x80\x9D'\n"
      "      item\n"
      "        label 'What next'\n"
      "        button '\xE2\x80\x9Crefunded\xE2\x80\x9D'\n"
      "      item\n"
      "        label 'Whom to reach'\n"
      "        p 'nothing yet'\n";
  EXPECT_NE(panel.find(section), panel.npos) << panel;
  // Facts are counted behind the components.
  ASSERT_TRUE(press(app,
                    "\xE2\x80\x9C"
                    "4 May\xE2\x80\x9D"));
  EXPECT_EQ(effects_of(app).at(0).first, 2U);
}

TEST(Reader, EachClaimStandsBesideItsFact) {
  test::TestReport report = incident();
  report.findings.push_back({.words = "truly sorry"});
  report.findings.push_back({.list = 2, .words = "we care"});
  const std::string panel = dump(app_with(report).view(), Tag::Panel);
  const std::string section =
      "    list name='Claims'\n"
      "      item\n"
      "        p '\xE2\x80\x9C"
      "any inconvenience\xE2\x80\x9D'\n"
      "        p 'Beside it: \xE2\x80\x9C"
      "3 May\xE2\x80\x9D'\n"
      "      item\n"
      "        p '\xE2\x80\x9Ctruly sorry\xE2\x80\x9D'\n"
      "        p 'No fact beside it'\n"
      "      item\n"
      "        p '\xE2\x80\x9Crefunded\xE2\x80\x9D'\n"
      "        p 'Beside it: \xE2\x80\x9C\xE2\x82\xAC"
      "15\xE2\x80\x9D'\n"
      "  p 'Your text stays";
  EXPECT_NE(panel.find(section), panel.npos) << panel;
}

TEST(Missing, EveryComponentAndQuestionHasWords) {
  const App app = test::app_with_text();
  for (const auto& row : kComponents) {
    EXPECT_TRUE(app.state().strings.has("component." + std::string(row.id))) << row.id;
  }
}

}  // namespace
}  // namespace unfeigned
