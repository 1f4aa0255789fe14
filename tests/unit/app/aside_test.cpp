// Setting findings aside and taking them back, pressed as a reader would.
#include <gtest/gtest.h>

#include "app/app.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with;
using test::dump;
using test::effects_of;
using test::node_named;
using test::press;

constexpr const char* kRule = "generic-inconvenience.en.test";

test::TestReport two() {
  test::TestReport report;
  report.findings.push_back({});
  report.findings.push_back({.list = 1, .rule = "minimising.en.test", .words = "just a glitch"});
  return report;
}

std::string dialog_of(const App& app) { return dump(app.view(), Tag::Dialog); }

TEST(Aside, ACardHasOneButtonAndTheDialogThreeChoices) {
  App app = app_with(two());
  std::size_t buttons = 0;
  for (const ViewNode& node : app.view().nodes) {
    buttons += std::holds_alternative<AsideCommand>(node.command);
  }
  EXPECT_EQ(buttons, 2U);
  ASSERT_TRUE(press(app, "Set aside\xE2\x80\xA6"));
  const std::string dialog = dialog_of(app);
  EXPECT_NE(dialog.find("quote 'any inconvenience'\n"), dialog.npos) << dialog;
  EXPECT_NE(dialog.find("  p 'Nameless inconvenience. What is set aside"), dialog.npos) << dialog;
  EXPECT_NE(dialog.find("  group\n"
                        "    button 'Not here'\n"
                        "    button 'Not this rule'\n"
                        "    button 'I am quoting'\n"
                        "    button 'Cancel'\n"),
            dialog.npos)
      << dialog;
  press(app, "Cancel");
  EXPECT_EQ(dialog_of(app), "");
  EXPECT_TRUE(effects_of(app).empty());
}

TEST(Aside, EachChoiceIsAskedForWithItsReason) {
  struct Case {
    const char* button;
    bool is_kept;
    std::uint32_t kind;
  };
  for (const Case& each : {Case{"Not here", false, 0}, Case{"Not this rule", false, 1},
                           Case{"I am quoting", true, 2}, Case{"Not this rule", true, 3}}) {
    App app = app_with(two());
    press(app, "Set aside\xE2\x80\xA6");
    press(app, "Your reason, if you want to give one; it stays on this page and goes into reports",
          "the customer's words");
    for (const ViewNode& node : app.view().nodes) {
      if (node.role != Role::Checkbox || node.command != Command{SimpleCommand::SetAsideKept}) {
        continue;
      }
      app.receive(test::invoke_message(node.id, each.is_kept ? "1" : "0"));
      break;
    }
    ASSERT_TRUE(press(app, each.button));
    const auto effects = effects_of(app);
    ASSERT_EQ(effects.size(), 1U) << each.button;
    EXPECT_EQ(effects[0],
              (Effect{EffectKind::SetAside, 0, each.kind, 1, "", "", "the customer's words"}));
    EXPECT_EQ(dialog_of(app), "");
    EXPECT_NE(app.state().message.find("Set aside; it costs nothing now"), std::string::npos);
  }
}

TEST(Aside, IsRefusedWhenTheTextMovedOnOrTheFindingIsAnother) {
  App app = app_with(two());
  press(app, "Set aside\xE2\x80\xA6");
  app.receive(test::text_message(2, true));
  press(app, "Not here");
  EXPECT_TRUE(effects_of(app).empty());
  EXPECT_NE(app.state().message.find("The text has changed"), std::string::npos);

  App other = app_with(two());
  press(other, "Set aside\xE2\x80\xA6");
  other.receive(test::report_message(two()));
  EXPECT_NE(dialog_of(other), "");
  test::TestReport now = two();
  now.findings[0].words = "this inconvenience";
  other.receive(test::report_message(now));
  EXPECT_EQ(dialog_of(other), "");
}

TEST(Aside, WhatIsSetAsideHasASectionOfItsOwnAndIsCountedNowhereElse) {
  test::TestReport report = two();
  report.findings.push_back({.list = 2, .words = "we care", .guards = {"quotation"}});
  report.findings.push_back(
      {.list = 2, .rule = kRule, .words = "a bother", .guards = {"set-aside"}});
  report.findings.push_back({.list = 2, .rule = kRule, .words = "a pain", .guards = {"set-aside"}});
  App app = app_with(report);
  app.receive(test::asides_message({{AsideKind::Rule, true, kRule, "", ""},
                                    {AsideKind::Quoted, false, kRule, "a pain", "from the mail"}}));
  EXPECT_NE(dump(app.view(), Tag::Head).find("status '1 finding, 1 noted, 1 question'"),
            std::string::npos);
  const std::string panel = dump(app.view(), Tag::Panel);
  EXPECT_EQ(panel.find("\xE2\x80\x9C"
                       "a bother\xE2\x80\x9D"),
            panel.npos)
      << panel;
  EXPECT_NE(panel.find("p '2 findings are set aside and left out of the number.'"), panel.npos);
  EXPECT_NE(panel.find("  list name='Set aside'\n"
                       "    item\n"
                       "      button '\xE2\x80\x9C"
                       "a pain\xE2\x80\x9D'\n"
                       "      p 'A quotation'\n"
                       "      p 'Because: from the mail'\n"
                       "      button 'Take back' name='Take back \xE2\x80\x9C"
                       "a pain\xE2\x80\x9D'\n"
                       "    item\n"
                       "      p 'Nameless inconvenience (generic-inconvenience.en.test)'\n"
                       "      p 'Not this rule, in later texts too: 2 places in this one'\n"
                       "      button 'Take back' name='Take back Nameless"),
            panel.npos)
      << panel;
}

TEST(Aside, TheWayBackNamesTheOneThatWasPressed) {
  App app = app_with(two());
  app.receive(test::asides_message({{AsideKind::Here, false, kRule, "first", ""},
                                    {AsideKind::Here, false, kRule, "second", ""}}));
  // The newest stands first.
  press(app, "Take back");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::TakeBack, 1, 0, 0, "", "", ""}));
  EXPECT_NE(app.state().message.find("Taken back"), std::string::npos);
  press(app,
        "\xE2\x80\x9C"
        "first\xE2\x80\x9D");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::ShowAside, 0, 0, 0, "", "", ""}));
}

TEST(Aside, AMessageThatIsCutShortChangesNothing) {
  App app = app_with(two());
  std::vector<std::uint8_t> bytes =
      test::asides_message({{AsideKind::Here, false, kRule, "x", ""}});
  bytes.pop_back();
  EXPECT_FALSE(app.receive(bytes));
  EXPECT_TRUE(app.state().asides.empty());
}

}  // namespace
}  // namespace unfeigned
