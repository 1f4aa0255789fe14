// The page in another language while it is being used, and what it tells about itself.
#include <gtest/gtest.h>

#include "app/app.h"
#include "audit/audit.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with_text;
using test::dump;
using test::effects_of;
using test::node_named;
using test::press;

#define SLOT(label) "\xE2\x9F\xA8" label "\xE2\x9F\xA9"

// A text with a report, and an open form with one answer.
App app_in_use() {
  App app = app_with_text();
  app.receive(test::interface_message("en"));
  test::TestReport report;
  report.findings.push_back(
      {.suggestions = {{"Name the harm", "It broke on " SLOT("date") ".", {"date"}}}});
  app.receive(test::report_message(report));
  EXPECT_TRUE(press(app, "Kind", "promo"));
  EXPECT_TRUE(press(app, "Fill in: Name the harm"));
  EXPECT_TRUE(press(app, "date", "4 May"));
  effects_of(app);
  return app;
}

TEST(Interface, IsChosenByItsOwnName) {
  App app = app_in_use();
  const ViewNode* choice = node_named(app.view(), "Interface language");
  ASSERT_NE(choice, nullptr);
  EXPECT_EQ(choice->value, "en");
  ASSERT_EQ(choice->options.size(), 2U);
  EXPECT_EQ(choice->options[1].text,
            "Fran\xC3\xA7"
            "ais");
  ASSERT_TRUE(press(app, "Interface language", "fr"));
  Effect wish;
  wish.kind = EffectKind::SetInterface;
  wish.language = "fr";
  EXPECT_EQ(effects_of(app), std::vector<Effect>{wish});
  // Nothing is fetched for the language that is spoken already.
  ASSERT_TRUE(press(app, "Interface language", "en"));
  EXPECT_TRUE(effects_of(app).empty());
}

TEST(Interface, ChangesTheWordsAndNothingElse) {
  App app = app_in_use();
  const AppState before = app.state();
  ASSERT_TRUE(app.receive(test::boot_message("fr")));
  ASSERT_TRUE(app.receive(test::interface_message("fr")));
  EXPECT_TRUE(effects_of(app).empty());
  const AppState& now = app.state();
  EXPECT_EQ(now.report, before.report);
  EXPECT_EQ(now.revision, before.revision);
  EXPECT_TRUE(now.has_text);
  EXPECT_EQ(now.options.genre, "promo");
  ASSERT_TRUE(std::holds_alternative<FormDialog>(now.dialog));
  EXPECT_EQ(std::get<FormDialog>(now.dialog).answers, std::vector<std::string>{"4 May"});
  EXPECT_EQ(node_named(app.view(), "Copy result"), nullptr);
  EXPECT_NE(node_named(app.view(), "Copier le r\xC3\xA9sultat"), nullptr);
  EXPECT_NE(dump(app.view(), Tag::Head).find("43,2"), std::string::npos);
}

// A node that became another would take the focus with it.
TEST(Interface, LeavesEveryNodeItsId) {
  App app = app_in_use();
  std::vector<NodeId> before;
  for (const ViewNode& node : app.view().nodes) before.push_back(node.id);
  ASSERT_TRUE(app.receive(test::boot_message("fr")));
  std::vector<NodeId> now;
  for (const ViewNode& node : app.view().nodes) now.push_back(node.id);
  EXPECT_EQ(now, before);
}

TEST(Interface, WhatWasToldInTheOldWordsIsTakenBack) {
  App app = app_with_text();
  app.receive(
      test::number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::NotFetched), 0}));
  EXPECT_NE(app.state().message.find("could not be fetched"), std::string::npos);
  app.receive(test::boot_message("fr"));
  EXPECT_EQ(app.state().message, "");
}

TEST(Interface, SamplesAreThoseOfTheLanguageSpoken) {
  App app;
  app.receive(test::boot_message("fr"));
  app.receive(test::interface_message("fr"));
  ASSERT_TRUE(press(app, "Une panne"));
  Effect wish;
  wish.kind = EffectKind::LoadSample;
  wish.first = 1;
  wish.language = "fr";
  EXPECT_EQ(effects_of(app), std::vector<Effect>{wish});
}

TEST(Interface, WithOneLanguageThereIsNothingToChoose) {
  App app = app_with_text();
  EXPECT_EQ(node_named(app.view(), "Interface language"), nullptr);
}

TEST(Interface, EveryNoticeIsSaidInTheWordsOfEveryLanguage) {
  std::size_t seen = 0;
  for (const char* language : {"en", "fr", "pl", "zh"}) {
    for (const std::uint32_t places : {1U, 2U, 5U}) {
      App app = app_with_text();
      app.receive(test::boot_message(language));
      test::TestReport report;
      for (const auto& row : kNoticeKinds) report.notices.emplace_back(row.id, places);
      app.receive(test::report_message(report));
      for (const ViewNode& node : app.view().nodes) {
        if (node.tag != Tag::Notice) continue;
        ++seen;
        for (const auto& row : kNoticeKinds) {
          EXPECT_EQ(node.text.find(std::string("notice.") + std::string(row.id)), std::string::npos)
              << language;
          EXPECT_NE(node.text, row.id) << language;
        }
      }
    }
  }
  EXPECT_EQ(seen, 4 * 3 * kNoticeKinds.size());
}

TEST(About, TellsWhatIsMeasuredOfEachPack) {
  App app = app_with_text();
  app.receive(test::packs_message());
  ASSERT_TRUE(press(app, "About"));
  const std::string dialog = dump(app.view(), Tag::Dialog);
  EXPECT_NE(dialog.find("  table name='How often it is wrong'\n"
                        "    row\n"
                        "      colhead 'Language'\n"
                        "      colhead 'Version of the rules'\n"
                        "      colhead 'By mistake, per 1,000 words'\n"
                        "    row\n"
                        "      rowhead 'English'\n"
                        "      cell '0.1.0'\n"
                        "      cell '0.07'\n"
                        "    row\n"
                        "      rowhead 'Polish'\n"
                        "      cell '0.2.0'\n"
                        "      cell '\xE2\x80\x93'\n"),
            std::string::npos)
      << dialog;
  EXPECT_NE(dialog.find("'Unfeigned 0.1.0'"), std::string::npos) << dialog;
  EXPECT_NE(dialog.find(" =notices.txt\n"), std::string::npos) << dialog;
  EXPECT_NE(dialog.find("p 'F8 goes to the next finding, Shift+F8"), std::string::npos) << dialog;
  ASSERT_TRUE(app.receive(test::boot_message("fr")));
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("cell '0,07'"), std::string::npos);
  ASSERT_TRUE(press(app, "Fermer"));
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
}

}  // namespace
}  // namespace unfeigned
