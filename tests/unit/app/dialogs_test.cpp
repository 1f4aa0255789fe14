// Forms, the question before copying, the calculator and the comparison, pressed as a reader would.
#include <gtest/gtest.h>

#include "app/app.h"
#include "app/forms.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with;
using test::app_with_text;
using test::dump;
using test::effects_of;
using test::node_named;
using test::press;

#define SLOT(label) "\xE2\x9F\xA8" label "\xE2\x9F\xA9"

constexpr const char* kAsked = " On " SLOT("when") " " SLOT("whom") " could not pay.";

test::TestReport asking() {
  test::TestReport report;
  report.genre = "incident";
  report.findings.push_back(
      {.suggestions = {
           {"Leave it out", "", {}},
           {"Name the harm", "It broke on " SLOT("date") ". " SLOT("4 May"), {"date", "=4 May"}}}});
  report.missing.push_back({"harm", 8, {{"Say what happened", kAsked, {"when", "whom"}}}});
  return report;
}

std::string dialog_of(const App& app) { return dump(app.view(), Tag::Dialog); }

TEST(Forms, OneFieldASlotAndALivePreview) {
  App app = app_with(asking());
  EXPECT_EQ(dialog_of(app), "");
  ASSERT_TRUE(press(app, "Fill in: Say what happened"));
  EXPECT_EQ(dialog_of(app),
            "region name='Say what happened'\n"
            "  heading 'Say what happened' =2\n"
            "  field 'when'\n"
            "  field 'whom'\n"
            "  p 'The sentence so far; what is not answered stays open'\n"
            "  quote\n"
            "    label ' On '\n"
            "    label '" SLOT("when") "'\n"
            "    label ' '\n"
            "    label '" SLOT("whom") "'\n"
            "    label ' could not pay.'\n"
            "  group\n"
            "    button 'Put it in'\n"
            "    button 'Cancel'\n");
  ASSERT_TRUE(press(app, "when", "  3 May "));
  EXPECT_NE(dialog_of(app).find("field 'when' =  3 May \n"), std::string::npos);
  EXPECT_NE(dialog_of(app).find("label '3 May'\n"), std::string::npos);
  EXPECT_TRUE(effects_of(app).empty());
}

TEST(Forms, PutsInWhatWasAnsweredAndLeavesTheRestOpen) {
  App app = app_with(asking());
  press(app, "Fill in: Say what happened");
  press(app, "when", "3 May");
  press(app, "whom", "   ");
  ASSERT_TRUE(press(app, "Put it in"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  // What is missing is counted behind the findings.
  EXPECT_EQ(effects[0], (Effect{EffectKind::PutIn, 1, 0, 1, "", "",
                                " On 3 May " SLOT("whom") " could not pay."}));
  EXPECT_EQ(dialog_of(app), "");
}

TEST(Forms, OfAFindingKeepTheFactThatWasThere) {
  App app = app_with(asking());
  ASSERT_TRUE(press(app, "Fill in: Name the harm"));
  EXPECT_NE(dialog_of(app).find("field 'A fact of your sentence' =4 May\n"), std::string::npos);
  press(app, "Put it in");
  EXPECT_EQ(effects_of(app).at(0),
            (Effect{EffectKind::PutIn, 0, 1, 1, "", "", "It broke on " SLOT("date") ". 4 May"}));
}

TEST(Forms, ASuggestionWithoutSlotsHasNone) {
  const App app = app_with(asking());
  EXPECT_EQ(node_named(app.view(), "Fill in: Leave it out"), nullptr);
  EXPECT_NE(node_named(app.view(), "Apply: Leave it out"), nullptr);
  EXPECT_NE(node_named(app.view(), "Apply"), nullptr);
}

TEST(Forms, NeverInventAWord) {
  FormDialog form = form_for(0, 0,
                             {"t",
                              "fill_in",
                              SLOT("a") SLOT("a") " and " SLOT("b"),
                              {{"a", false}, {"a", false}, {"b", false}}});
  EXPECT_EQ(sentence_of(form), SLOT("a") SLOT("a") " and " SLOT("b"));
  form.answers = {SLOT("b"), "x", ""};
  EXPECT_EQ(sentence_of(form), SLOT("b") "x and " SLOT("b"));
  EXPECT_EQ(parts_of(form).size(), 4U);
}

TEST(Forms, AreClosedWhenTheTextMovedOn) {
  App app = app_with(asking());
  press(app, "Fill in: Say what happened");
  app.receive(test::text_message(2, true));
  press(app, "Put it in");
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_EQ(dialog_of(app), "");
  EXPECT_NE(app.state().message.find("The text has changed"), std::string::npos);
}

TEST(Forms, AreClosedWhenANewReportHasAnotherSentenceThere) {
  App app = app_with(asking());
  press(app, "Fill in: Say what happened");
  app.receive(test::report_message(asking()));
  EXPECT_NE(dialog_of(app), "");
  test::TestReport other = asking();
  other.findings.clear();
  app.receive(test::report_message(other));
  EXPECT_EQ(dialog_of(app), "");
}

App app_with_open_slots(std::uint32_t n) {
  App app = app_with_text();
  app.receive(test::number_message(MessageKind::Text, {1, 1, n}));
  effects_of(app);
  return app;
}

TEST(Copy, WithOpenSlotsIsAskedFirst) {
  App app = app_with_open_slots(2);
  ASSERT_TRUE(press(app, "Copy result"));
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_EQ(dialog_of(app),
            "region name='There are open places'\n"
            "  heading 'There are open places' =2\n"
            "  p '2 places in the text still want a fact.'\n"
            "  group\n"
            "    button 'Go to the first'\n"
            "    button 'Copy anyway'\n"
            "    button 'Cancel'\n");
  press(app, "Go to the first");
  EXPECT_EQ(effects_of(app).at(0).kind, EffectKind::GoToSlot);
  EXPECT_EQ(dialog_of(app), "");
}

TEST(Copy, AnywayCopiesAndCancelDoesNot) {
  App app = app_with_open_slots(1);
  press(app, "Copy result");
  EXPECT_NE(node_named(app.view(), "1 place in the text still wants a fact."), nullptr);
  press(app, "Cancel");
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_EQ(dialog_of(app), "");
  press(app, "Copy result");
  press(app, "Copy anyway");
  EXPECT_EQ(effects_of(app).at(0).kind, EffectKind::Copy);
  App whole = app_with_open_slots(0);
  press(whole, "Copy result");
  EXPECT_EQ(effects_of(whole).at(0).kind, EffectKind::Copy);
}

bool is_of_a_card(const ViewNode& node) {
  return node.tag == Tag::Tool && std::holds_alternative<ScaleCommand>(node.command);
}

TEST(Calculator, ShowsThePromiseAndTheSum) {
  test::TestReport report;
  report.findings.push_back({});
  report.findings.push_back(
      {.rule = "hollow-personalisation.en.x", .words = "a personal letter to each of you"});
  report.findings.push_back({.rule = "overclaimed-feeling.en.x", .words = "we feel with you"});
  App app = app_with(report);
  std::size_t buttons = 0;
  for (const ViewNode& node : app.view().nodes) buttons += is_of_a_card(node);
  EXPECT_EQ(buttons, 2U);
  ASSERT_TRUE(press(app, "Scale"));
  EXPECT_NE(dialog_of(app).find("a personal letter to each of you"), std::string::npos);
  EXPECT_NE(dialog_of(app).find("status 'Fill in all three to see the sum.'"), std::string::npos);
  press(app, "People who get the text", "100,000");
  press(app, "Share of them that is promised a person, in %", "61");
  press(app, "Minutes for each", "3");
  EXPECT_NE(dialog_of(app).find("'People: 100,000 \xC3\x97 61 % = 61,000. At 3 min for each: "
                                "3,050 h of human attention.'"),
            std::string::npos);
  press(app, "Minutes for each", "three");
  EXPECT_NE(dialog_of(app).find("status 'The minutes have to be a number"), std::string::npos);
  EXPECT_NE(dialog_of(app).find("field 'Minutes for each' name='decimal' =three active"),
            std::string::npos);
  press(app, "Close");
  EXPECT_EQ(dialog_of(app), "");
}

TEST(Calculator, FromACardTakesItsWords) {
  test::TestReport report;
  report.findings.push_back({.rule = "hollow-personalisation.en.x", .words = "first"});
  report.findings.push_back({.rule = "commodified-empathy.en.x", .words = "second"});
  App app = app_with(report);
  const ViewNode* last = nullptr;
  for (const ViewNode& node : app.view().nodes) {
    if (is_of_a_card(node)) last = &node;
  }
  ASSERT_NE(last, nullptr);
  app.receive(test::invoke_message(last->id, ""));
  EXPECT_NE(dialog_of(app).find("second"), std::string::npos);
  EXPECT_EQ(dialog_of(app).find("first"), std::string::npos);
}

TEST(Comparison, KeepsTheReportAndShowsBoth) {
  App app = app_with(asking());
  ASSERT_TRUE(press(app, "Keep for comparing"));
  EXPECT_NE(app.state().message.find("Kept until you close the page"), std::string::npos);
  app.receive(test::text_message(2, true));
  test::TestReport now;
  now.revision = 2;
  now.score = 900;
  now.findings.push_back({.rule = "minimising.en.x", .words = "just a glitch"});
  now.components.push_back({"repair", "refunded", {}});
  app.receive(test::report_message(now));
  ASSERT_TRUE(press(app, "Compare"));
  const std::string dialog = dialog_of(app);
  EXPECT_NE(dialog.find("    row\n"
                        "      rowhead 'Plainness'\n"
                        "      cell '43.2'\n"
                        "      cell '90.0'\n"
                        "      cell '+46.8'\n"),
            dialog.npos)
      << dialog;
  EXPECT_NE(dialog.find("  heading 'Findings only in \xE2\x80\x9C"
                        "Before\xE2\x80\x9D' =3\n"),
            dialog.npos);
  EXPECT_NE(dialog.find("    item 'any inconvenience'\n"), dialog.npos);
  EXPECT_NE(dialog.find("    item 'just a glitch'\n"), dialog.npos);
  EXPECT_NE(dialog.find("    item 'what is done or given back'\n"), dialog.npos);
  ASSERT_TRUE(press(app, "The kept text is", "customers"));
  EXPECT_NE(dialog_of(app).find("colhead 'To customers'\n      colhead 'To staff'\n"),
            std::string::npos);
  press(app, "Forget the kept text");
  EXPECT_EQ(dialog_of(app), "");
  EXPECT_NE(node_named(app.view(), "Keep for comparing"), nullptr);
}

TEST(Comparison, WaitsForTheReport) {
  App app = app_with(asking());
  app.receive(test::text_message(2, true));
  press(app, "Keep for comparing");
  EXPECT_FALSE(app.state().kept.has_value());
  EXPECT_NE(app.state().message.find("try again in a moment"), std::string::npos);
}

}  // namespace
}  // namespace unfeigned
