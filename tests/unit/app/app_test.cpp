// The page's logic, driven with the bytes that the glue would send, shown as text.
#include "app/app.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/outbox.h"
#include "app/wire.h"
#include "audit/audit.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with_text;
using test::dump;
using test::effects_of;
using test::node_named;
using test::number_message;

test::TestReport one_of_each() {
  test::TestReport report;
  report.findings.push_back({.suggestions = {{"Name the harm",
                                              "It broke on \xE2\x9F\xA8"
                                              "date\xE2\x9F\xA9.",
                                              {"date"}}}});
  report.findings.push_back({.list = 1, .rule = "minimising.en.test", .words = "just a glitch"});
  report.findings.push_back({.list = 2, .words = "we care", .guards = {"quotation"}});
  return report;
}

// Building the view is most of what a key costs on this side of the page.
TEST(Messages, OnlyOneThatNamesANodeAsksForTheView) {
  View view;
  int asked = 0;
  const auto ask = [&]() -> const View& {
    ++asked;
    return view;
  };
  for (const auto& message :
       {test::boot_message(), test::packs_message(), test::text_message(1, true),
        test::report_message(one_of_each()), number_message(MessageKind::Walk, {1})}) {
    EXPECT_TRUE(decode_message(message, ask).has_value());
  }
  EXPECT_EQ(asked, 0);
  decode_message(test::invoke_message(7, ""), ask);
  EXPECT_EQ(asked, 1);
}

TEST(App, WithoutTextInvitesAndOffersSamples) {
  App app;
  ASSERT_TRUE(app.receive(test::boot_message()));
  EXPECT_EQ(dump(app.view(), Tag::Bar),
            "region\n"
            "  heading 'Unfeigned' =1\n"
            "  button 'Keep for comparing' disabled\n"
            "  button 'Scale' name='Scale calculator'\n"
            "  button 'Settings'\n"
            "  button 'Report' disabled\n"
            "  button 'About'\n"
            "  button 'Open' name='Open a file'\n"
            "  button 'Clear' disabled\n"
            "  button 'Copy result' disabled\n");
  const std::string panel = dump(app.view(), Tag::Panel);
  EXPECT_NE(panel.find("group name='Sample texts'\n    button 'A late parcel'\n"), panel.npos);
  EXPECT_NE(panel.find("Everything is read in this browser; nothing is sent."), panel.npos);
  EXPECT_EQ(panel.find("Your text stays in this browser."), panel.npos) << "said once is enough";
  EXPECT_NE(dump(app.view(), Tag::Head).find("meter 'Plainness' name='No number yet'\n"),
            std::string::npos);
}

TEST(App, WhatTheBarHasNoRoomForIsBehindAMenu) {
  App app = app_with_text();
  app.receive(test::report_message(one_of_each()));
  app.receive(number_message(MessageKind::Plain, {0, 0, 0, 1}));
  EXPECT_EQ(dump(app.view(), Tag::Head).find("button 'Findings'"), std::string::npos)
      << "two columns all the same";
  EXPECT_EQ(dump(app.view(), Tag::Bar),
            "region\n"
            "  heading 'Unfeigned' =1\n"
            "  button 'Copy result'\n"
            "  button 'Menu'\n");
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
  ASSERT_TRUE(test::press(app, "Menu"));
  const std::string menu =
      "region name='Menu'\n"
      "  heading 'Menu' =2\n"
      "  button 'Keep for comparing'\n"
      "  button 'Scale' name='Scale calculator'\n"
      "  button 'Settings'\n"
      "  button 'Report'\n"
      "  button 'About'\n"
      "  button 'Open' name='Open a file'\n"
      "  button 'Clear'\n"
      "  group\n"
      "    button 'Close'\n";
  EXPECT_EQ(dump(app.view(), Tag::Dialog), menu);
  // One dialog follows the other.
  ASSERT_TRUE(test::press(app, "About"));
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("heading 'About Unfeigned'"), std::string::npos);
  test::press(app, "Close");
  ASSERT_TRUE(test::press(app, "Menu"));
  ASSERT_TRUE(test::press(app, "Keep for comparing"));
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
  ASSERT_TRUE(test::press(app, "Menu"));
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("button 'Compare'"), std::string::npos);
  // What is done at once leaves no menu behind.
  test::press(app, "Clear");
  EXPECT_EQ(effects_of(app).back().kind, EffectKind::Clear);
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
  ASSERT_TRUE(test::press(app, "Menu"));
  // A page that grows wide has all of it in its bar.
  app.receive(number_message(MessageKind::Plain, {0, 0, 0, 0}));
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
  EXPECT_NE(dump(app.view(), Tag::Bar).find("button 'About'"), std::string::npos);
}

TEST(App, OnANarrowPageTheFindingsAreASheetThatCanBePulledUp) {
  App app = app_with_text();
  app.receive(test::report_message(one_of_each()));
  const auto head = [&app] { return dump(app.view(), Tag::Head); };
  EXPECT_EQ(head().find("button 'Findings'"), std::string::npos);
  app.receive(number_message(MessageKind::Plain, {0, 0, 1, 1}));
  EXPECT_NE(head().find("button 'Findings' closed\n"), std::string::npos) << head();
  ASSERT_TRUE(test::press(app, "Findings"));
  EXPECT_NE(head().find("button 'Findings' open\n"), std::string::npos);
  ASSERT_TRUE(test::press(app, "Findings"));
  EXPECT_NE(head().find("button 'Findings' closed\n"), std::string::npos);
  app.receive(test::text_message(2, false));
  EXPECT_EQ(head().find("button 'Findings'"), std::string::npos);
}

TEST(App, AReportBecomesThreeLists) {
  App app = app_with_text();
  ASSERT_TRUE(app.receive(test::report_message(one_of_each())));
  EXPECT_EQ(dump(app.view(), Tag::Head),
            "region\n"
            "  meter 'Plainness' name='43.2 of 100, formulaic' =43.2\n"
            "  p 'formulaic'\n"
            "  button 'How the number comes about' closed\n"
            "  status '1 finding, 1 noted, 1 question'\n"
            "  live\n");
  const std::string panel = dump(app.view(), Tag::Panel);
  const std::string findings =
      "  heading 'Findings' =2\n"
      "  list name='Findings'\n"
      "    item\n"
      "      heading =3\n"
      "        button '\xE2\x80\x9C"
      "any inconvenience\xE2\x80\x9D'\n"
      "      p 'Nameless inconvenience, major, costs 12.5'\n"
      "      group\n"
      "        label 'Why'\n"
      "        p 'This names no harm.'\n"
      "      group\n"
      "        label 'Reader'\n"
      "        p 'A reader may feel that nobody looked.'\n"
      "      group\n"
      "        label 'Missing'\n"
      "        p 'Say what went wrong.'\n"
      "      group\n"
      "        quote 'It broke on \xE2\x9F\xA8"
      "date\xE2\x9F\xA9.'\n"
      "        button 'Fill in: Name the harm'\n"
      "        button 'Apply' name='Apply: Name the harm'\n";
  EXPECT_NE(panel.find(findings), panel.npos) << panel;
  EXPECT_NE(panel.find("  list name='Questions'\n    item\n"), panel.npos);
  EXPECT_NE(panel.find("  list name='Noted'\n    item\n"), panel.npos);
  EXPECT_NE(panel.find("'It stands in quotation marks.'"), panel.npos);
}

TEST(App, ApplyNamesItsRevisionAndIsRefusedWhenTheTextMovedOn) {
  App app = app_with_text();
  app.receive(test::report_message(one_of_each()));
  const ViewNode* button = node_named(app.view(), "Apply");
  ASSERT_NE(button, nullptr);
  const NodeId apply = button->id;
  effects_of(app);
  app.receive(test::invoke_message(apply, ""));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0], (Effect{EffectKind::Apply, 0, 0, 1, "", "", ""}));

  app.receive(test::text_message(2, true));
  app.receive(test::invoke_message(apply, ""));
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_NE(app.state().message.find("The text has changed"), std::string::npos);
}

TEST(App, AllReadyRewritesAreOfferedFromTwoOn) {
  for (const std::uint32_t ready : {0U, 1U, 2U, 3U}) {
    App app = app_with_text();
    test::TestReport report = one_of_each();
    report.ready = ready;
    app.receive(test::report_message(report));
    effects_of(app);
    const std::string name = "Apply all " + std::to_string(ready) + " ready rewrites";
    ASSERT_EQ(test::press(app, name), ready > 1) << ready;
    if (ready < 2) continue;
    EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::ApplyAll, 0, 0, 1, "", "", ""}));
    app.receive(
        number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::AppliedAll), 2}));
    EXPECT_EQ(app.state().message, "Applied 2 rewrites. Ctrl+Z takes them all back.");
    app.receive(test::text_message(2, true));
    test::press(app, name);
    EXPECT_TRUE(effects_of(app).empty());
    EXPECT_NE(app.state().message.find("nothing was done"), std::string::npos);
  }
}

TEST(App, AReportOfAnOlderRevisionIsDropped) {
  App app = app_with_text();
  app.receive(test::text_message(2, true));
  test::TestReport old = one_of_each();
  app.receive(test::report_message(old));
  EXPECT_EQ(app.state().report, nullptr);
  old.revision = 2;
  app.receive(test::report_message(old));
  EXPECT_NE(app.state().report, nullptr);
}

TEST(App, TheReportOfNoTextIsNotShownBesideTheNext) {
  App app = app_with_text();
  app.receive(test::text_message(2, false));
  test::TestReport nothing;
  nothing.revision = 2;
  nothing.has_score = false;
  nothing.score_reason = "empty";
  ASSERT_TRUE(app.receive(test::report_message(nothing)));
  app.receive(test::text_message(3, true));
  EXPECT_NE(dump(app.view(), Tag::Head).find("status 'Reading'"), std::string::npos)
      << dump(app.view(), Tag::Head);
}

TEST(App, WalkingGoesRoundFindingsAndQuestionsButNotNoted) {
  App app = app_with_text();
  app.receive(test::report_message(one_of_each()));
  effects_of(app);
  std::vector<std::uint32_t> seen;
  for (int i = 0; i < 3; ++i) {
    app.receive(number_message(MessageKind::Walk, {1}));
    const auto effects = effects_of(app);
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects[0].kind, EffectKind::Focus);
    seen.push_back(effects[0].first);
  }
  EXPECT_EQ(seen, (std::vector<std::uint32_t>{0, 1, 0}));
  app.receive(number_message(MessageKind::Walk, {0}));
  EXPECT_EQ(effects_of(app).at(0).first, 1U);
}

TEST(App, WhatWasDoneIsToldAgainWhenItIsDoneAgain) {
  App app = app_with_text();
  app.receive(number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::Copied), 2}));
  EXPECT_EQ(app.state().message,
            "Copied with 2 open places. They still want facts; the first is selected now.");
  const std::string first = app.state().message;
  app.receive(number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::Copied), 2}));
  EXPECT_NE(app.state().message, first);
}

TEST(App, OptionsGoOutTogether) {
  App app = app_with_text();
  effects_of(app);
  app.receive(test::invoke_message(node_named(app.view(), "Kind")->id, "promo"));
  app.receive(test::invoke_message(node_named(app.view(), "This is a template")->id, "1"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 2U);
  EXPECT_EQ(effects[1], (Effect{EffectKind::SetOptions, 1, 0, 0, "auto", "promo", ""}));
}

TEST(App, ADisabledButtonDoesNothing) {
  App app;
  app.receive(test::boot_message());
  effects_of(app);
  app.receive(test::invoke_message(node_named(app.view(), "Copy result")->id, ""));
  EXPECT_TRUE(effects_of(app).empty());
}

TEST(App, ListsEndAtTwoHundredAndSayHowManyMore) {
  App app = app_with_text();
  test::TestReport report;
  for (int i = 0; i < 203; ++i) report.findings.push_back({});
  app.receive(test::report_message(report));
  std::size_t cards = 0;
  std::set<NodeId> ids;
  for (const ViewNode& node : app.view().nodes) {
    cards += node.tag == Tag::Card;
    EXPECT_TRUE(ids.insert(node.id).second) << "two nodes with one id";
  }
  EXPECT_EQ(cards, 200U);
  EXPECT_NE(node_named(app.view(), "and 3 more"), nullptr);
}

TEST(App, ACardKeepsItsIdWhenAnotherGoes) {
  App app = app_with_text();
  test::TestReport report = one_of_each();
  app.receive(test::report_message(report));
  const NodeId before = node_named(app.view(), "\xE2\x80\x9Cjust a glitch\xE2\x80\x9D")->id;
  report.findings.erase(report.findings.begin());
  report.revision = 2;
  app.receive(test::text_message(2, true));
  app.receive(test::report_message(report));
  EXPECT_EQ(node_named(app.view(), "\xE2\x80\x9Cjust a glitch\xE2\x80\x9D")->id, before);
}

TEST(App, ATextWithoutANumberSaysWhy) {
  App app = app_with_text();
  app.receive(test::report_message({.has_score = false, .score = 0, .score_reason = "too-short"}));
  EXPECT_NE(dump(app.view(), Tag::Head)
                .find("meter 'Plainness' name='No number: the text is too short for one'\n"),
            std::string::npos);
}

TEST(App, AStoppedCheckerIsSaidAndCanBeStartedAgain) {
  App app = app_with_text();
  WireWriter engine;
  engine.u32(static_cast<std::uint32_t>(MessageKind::Engine));
  engine.u32(static_cast<std::uint32_t>(EngineStatus::Failed));
  engine.text("core.wasm answered 404");
  app.receive(engine.bytes());
  EXPECT_NE(node_named(app.view(), "core.wasm answered 404"), nullptr);
  effects_of(app);
  app.receive(test::invoke_message(node_named(app.view(), "Start the checker again")->id, ""));
  EXPECT_EQ(effects_of(app).at(0).kind, EffectKind::Retry);
}

TEST(App, EveryTextThatIsShownHasWords) {
  App app = app_with_text();
  test::TestReport report = one_of_each();
  for (const auto& row : kNoticeKinds) report.notices.emplace_back(std::string(row.id), 2);
  for (const auto& row : kGuards) report.findings[2].guards.push_back(std::string(row.id));
  app.receive(test::report_message(report));
  for (const auto& row : kCategories) {
    EXPECT_TRUE(app.state().strings.has("category." + std::string(row.id))) << row.id;
  }
  for (const auto& row : kGenres) {
    EXPECT_TRUE(app.state().strings.has("genre." + std::string(row.id))) << row.id;
  }
  for (const auto& row : kBands) {
    EXPECT_TRUE(app.state().strings.has("band." + std::string(row.id))) << row.id;
  }
  for (const char* opens :
       {"", "Fill in: Name the harm", "Scale", "Keep for comparing", "Compare"}) {
    EXPECT_TRUE(*opens == '\0' || test::press(app, opens)) << opens;
    for (const ViewNode& node : app.view().nodes) {
      // A missing key shows itself: words with a dot and no space.
      const bool is_key = node.text.find('.') != std::string::npos &&
                          node.text.find(' ') == std::string::npos && node.text.size() > 1 &&
                          node.role != Role::Link && node.role != Role::Cell;
      EXPECT_FALSE(is_key) << node.text;
      EXPECT_EQ(node.text.find('{'), std::string::npos) << node.text;
    }
    if (app.view().find(node_id("dialog")) != nullptr) {
      EXPECT_TRUE(test::press(app, "Cancel") || test::press(app, "Close")) << opens;
    }
  }
}

TEST(Messages, CutShortAnywhereTheyAreNothing) {
  App app = app_with_text();
  const auto whole = test::report_message(one_of_each());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::vector<std::uint8_t> part(whole.begin(), whole.begin() + static_cast<long>(size));
    EXPECT_FALSE(app.receive(part)) << size;
  }
  auto longer = whole;
  longer.push_back(0);
  EXPECT_FALSE(app.receive(longer));
  EXPECT_TRUE(app.receive(whole));
}

TEST(Messages, FindingsOfTheReportBeforeStandWhereTheyStood) {
  App app = app_with_text();
  ASSERT_TRUE(app.receive(test::report_message(one_of_each())));
  const std::size_t all = one_of_each().findings.size();
  const auto words = [&] {
    std::vector<std::string> out;
    for (const FindingRecord& each : app.state().report->findings) out.push_back(each.words);
    return out;
  };
  const std::vector<std::string> before = words();
  ASSERT_EQ(before.size(), all);
  std::vector<std::string> wanted = before;
  wanted[1] = "a new one";
  const auto rest = static_cast<std::uint32_t>(all - 2);
  const test::TestFinding between = {.words = "a new one"};
  ASSERT_TRUE(app.receive(
      test::report_message({.kept_head = 1, .kept_tail = rest, .findings = {between}})));
  EXPECT_EQ(words(), wanted);
  // Also when the text was gone in between.
  ASSERT_TRUE(app.receive(test::text_message(2, false)));
  ASSERT_TRUE(app.receive(test::text_message(3, true)));
  ASSERT_TRUE(
      app.receive(test::report_message({.revision = 3, .kept_head = rest, .kept_tail = 2})));
  EXPECT_EQ(words(), wanted);
  for (const std::uint32_t head : {rest, 0xFFFFFFFFU}) {
    EXPECT_FALSE(app.receive(test::report_message({.kept_head = head, .kept_tail = 3}))) << head;
  }
  EXPECT_EQ(words(), wanted);
}

TEST(Messages, ACountThatCannotBeTrueIsRefused) {
  App app = app_with_text();
  auto bytes = test::report_message({});
  for (std::size_t i = bytes.size() - 8; i < bytes.size(); ++i) bytes[i] = 0xFF;
  EXPECT_FALSE(app.receive(bytes));
}

}  // namespace
}  // namespace unfeigned
