// The settings, pressed as a reader would; what the page answers is sent as it would send it.
#include <gtest/gtest.h>

#include "app/app.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::app_with_text;
using test::dump;
using test::effects_of;
using test::node_named;
using test::press;

std::vector<std::uint8_t> settings_message(const Settings& settings) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Settings));
  w.text(settings.theme);
  w.u32(settings.keeps_draft ? 1 : 0);
  w.u32(settings.has_foreign_marks ? 1 : 0);
  return w.bytes();
}

App opened() {
  App app = app_with_text();
  press(app, "Settings");
  effects_of(app);
  return app;
}

TEST(Settings, OneDialogHoldsThemAll) {
  App app = opened();
  EXPECT_EQ(dump(app.view(), Tag::Dialog),
            "region name='Settings'\n"
            "  heading 'Settings' =2\n"
            "  select 'Colours' =system\n"
            "  check 'Plain view, without a canvas'\n"
            "  check 'Let browser extensions put their own marks into the text box'\n"
            "  heading 'Kept on this device' =3\n"
            "  check 'Keep my draft on this device'\n"
            "  p 'The text is kept in the local storage of this browser until you untick this, "
            "clear the box or forget everything. Whoever uses this browser can read it. Without "
            "the tick no text is kept.'\n"
            "  live\n"
            "  group\n"
            "    button 'Close'\n"
            "    button 'Forget everything kept here'\n");
}

TEST(Settings, EachIsAskedOfThePageAndTheDialogStays) {
  App app = opened();
  press(app, "Colours", "dark");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::SetSetting, 0, 1, 0, "", "", "dark"}));
  press(app, "Keep my draft on this device", "1");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::SetSetting, 1, 1, 0, "", "", ""}));
  EXPECT_EQ(app.state().message, "From now on your draft is kept in this browser.");
  press(app, "Keep my draft on this device", "0");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::SetSetting, 1, 0, 0, "", "", ""}));
  press(app, "Let browser extensions put their own marks into the text box", "1");
  EXPECT_EQ(effects_of(app).at(0), (Effect{EffectKind::SetSetting, 2, 1, 0, "", "", ""}));
  press(app, "Plain view, without a canvas", "1");
  EXPECT_EQ(effects_of(app).at(0).kind, EffectKind::SetPlain);
  press(app, "Forget everything kept here");
  EXPECT_EQ(effects_of(app).at(0).kind, EffectKind::ForgetAll);
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("live 'Everything that the page kept"),
            std::string::npos);
  press(app, "Close");
  EXPECT_EQ(dump(app.view(), Tag::Dialog), "");
}

TEST(Settings, ShowWhatThePageCouldKeep) {
  App app = opened();
  press(app, "Keep my draft on this device", "1");
  app.receive(
      test::number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::NotKept), 0}));
  app.receive(settings_message({}));
  EXPECT_FALSE(node_named(app.view(), "Keep my draft on this device")->is_checked);
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("live 'This browser does not let the page keep it"),
            std::string::npos);
  app.receive(settings_message({"dark", true, true}));
  EXPECT_TRUE(node_named(app.view(), "Keep my draft on this device")->is_checked);
  EXPECT_EQ(node_named(app.view(), "Colours")->value, "dark");
  EXPECT_NE(dump(app.view(), Tag::Panel).find("your draft is kept in it, as you asked"),
            std::string::npos);
}

TEST(Settings, HaveNoChoiceWhereThePlainViewIsForced) {
  App app = opened();
  app.receive(test::number_message(MessageKind::Plain, {1, 1, 0, 0}));
  EXPECT_EQ(node_named(app.view(), "Plain view, without a canvas"), nullptr);
  EXPECT_NE(dump(app.view(), Tag::Dialog).find("p 'This browser shows the plain view"),
            std::string::npos);
}

}  // namespace
}  // namespace unfeigned
