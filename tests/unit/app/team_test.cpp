// Rules of a team, a newer version and files: what the page says of them.
#include <gtest/gtest.h>

#include "app/app.h"
#include "app/wire.h"
#include "support/app_messages.h"

namespace unfeigned {
namespace {

using test::dump;
using test::effects_of;
using test::number_message;
using test::press;

struct Mistake {
  std::uint32_t line;
  std::string pointer;
  std::string message;
};
struct File {
  std::string name = "team.json";
  bool is_tried = false;
  std::uint32_t status = 0;
  bool has_pack = true;
  std::vector<Mistake> mistakes = {};
  std::vector<std::string> samples = {};
};

std::vector<std::uint8_t> team_message(const std::vector<File>& files) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Team));
  w.u32(static_cast<std::uint32_t>(files.size()));
  for (const File& file : files) {
    w.text(file.name);
    w.u32(file.is_tried ? 1 : 0);
    w.u32(file.status);
    w.text(file.status == 2 ? "pl" : "");
    w.u32(file.has_pack ? 1 : 0);
    if (file.has_pack) {
      for (const char* text : {"Acme", "1.2", "en"}) w.text(text);
      for (const std::uint32_t n : {3U, 1U, 2U}) w.u32(n);
    }
    w.u32(static_cast<std::uint32_t>(file.mistakes.size()));
    for (const Mistake& mistake : file.mistakes) {
      w.u32(mistake.line);
      w.u32(7);
      w.text(mistake.pointer);
      w.text(mistake.message);
    }
    w.u32(static_cast<std::uint32_t>(file.samples.size()));
    for (const std::string& title : file.samples) w.text(title);
  }
  return w.bytes();
}

App booted() {
  App app;
  app.receive(test::boot_message());
  return app;
}

bool has(const App& app, std::string_view text, Tag region = Tag::Panel) {
  return dump(app.view(), region).find(text) != std::string::npos;
}

TEST(Team, RulesInUseAreNamedWithWhatTheyDo) {
  App app = booted();
  EXPECT_FALSE(has(app, "Rules of your team"));
  ASSERT_TRUE(app.receive(team_message({File{.samples = {"Our outage note"}}})));
  EXPECT_TRUE(has(app,
                  "  heading 'Rules of your team' =2\n"
                  "  p 'Acme 1.2, English. Rules added: 3; replaced: 1; turned off: 2.'\n"
                  "  p 'From team.json, beside this page.'\n"));
  EXPECT_TRUE(has(app, "    button 'An outage'\n    button 'Our outage note'\n"));
  EXPECT_EQ(app.state().message, "") << "nobody asked for it";
}

TEST(Team, AFileThatBringsNothingIsNotMentioned) {
  App app = booted();
  ASSERT_TRUE(app.receive(team_message({File{.has_pack = false}})));
  EXPECT_FALSE(has(app, "team"));
}

TEST(Team, AMistakeIsToldWithItsPlaceAndNeverMoreThanFive) {
  App app = booted();
  std::vector<Mistake> mistakes = {
      {3, "/rules/0/id", "Bad id."}, {4, "", "Bad JSON."}, {0, "", "Bad file."}};
  ASSERT_TRUE(
      app.receive(team_message({File{.status = 1, .has_pack = false, .mistakes = mistakes}})));
  EXPECT_TRUE(
      has(app,
          "  alert\n"
          "    p 'team.json has a mistake, so it is left out. The built-in rules are in use.'\n"
          "    p 'Line 3, column 7, at /rules/0/id: Bad id.'\n"
          "    p 'Line 4, column 7: Bad JSON.'\n"
          "    p 'Bad file.'\n"));
  EXPECT_FALSE(has(app, "more mistake"));
  EXPECT_FALSE(has(app, "Stop using it"));
  for (std::uint32_t line = 5; line < 12; ++line) mistakes.push_back({line, "", "Worse."});
  ASSERT_TRUE(
      app.receive(team_message({File{.status = 1, .has_pack = false, .mistakes = mistakes}})));
  EXPECT_TRUE(has(app, "'Line 6, column 7: Worse.'\n    p 'and 5 more mistakes'\n"));
}

TEST(Team, AFileThatIsTriedCanBeStopped) {
  App app = booted();
  ASSERT_TRUE(app.receive(team_message({File{}, File{.name = "mine.json", .is_tried = true}})));
  EXPECT_EQ(app.state().message, "Trying mine.json.");
  EXPECT_TRUE(has(
      app, "    p 'From mine.json, until you load the page again.'\n    button 'Stop using it'\n"));
  ASSERT_TRUE(press(app, "Stop using it"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0].kind, EffectKind::StopTrying);
  ASSERT_TRUE(app.receive(team_message({File{}})));
  EXPECT_EQ(app.state().message, "The built-in rules are back.");
}

TEST(Team, WhatWaitsForALanguageIsSaid) {
  App app = booted();
  ASSERT_TRUE(app.receive(team_message({File{.status = 2, .has_pack = false}})));
  EXPECT_TRUE(has(app, "could not be loaded yet: Polish."));
}

TEST(Team, ASampleOfATeamIsCountedThroughItsFiles) {
  App app = booted();
  ASSERT_TRUE(app.receive(team_message(
      {File{.samples = {"One", "Two"}}, File{.is_tried = true, .samples = {"Three"}}})));
  ASSERT_TRUE(press(app, "Three"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0].kind, EffectKind::LoadTeamSample);
  EXPECT_EQ(effects[0].first, 2U);
}

TEST(Team, AMessageThatIsCutShortChangesNothing) {
  const auto whole = team_message({File{.mistakes = {{1, "/a", "b"}}, .samples = {"c"}}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    App app = booted();
    EXPECT_FALSE(app.receive({whole.data(), size})) << size;
    EXPECT_TRUE(app.state().team.empty());
  }
}

TEST(Update, IsOfferedAndPressed) {
  App app = booted();
  EXPECT_FALSE(press(app, "Update now"));
  ASSERT_TRUE(app.receive(number_message(MessageKind::UpdateReady, {})));
  EXPECT_EQ(app.state().message, "A newer version of this page is ready.");
  ASSERT_TRUE(press(app, "Update now"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0].kind, EffectKind::Update);
}

TEST(Files, WhatBecameOfOneIsSaid) {
  App app = booted();
  ASSERT_TRUE(press(app, "Open"));
  const auto effects = effects_of(app);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects[0].kind, EffectKind::OpenFile);
  const std::vector<std::pair<std::vector<std::uint32_t>, std::string>> kTold = {
      {{13, 0}, "Opened."},           {{13, 1}, "The first file is opened, 1 other was"},
      {{13, 2}, "2 others were"},     {{14, 0}, "too long"},
      {{15, 0}, "could not be read"}, {{16, 0}, "Only .txt"},
      {{17, 0}, "No text"},           {{7, 0}, "That could not be fetched."},
  };
  for (const auto& [numbers, text] : kTold) {
    ASSERT_TRUE(app.receive(number_message(MessageKind::Done, {numbers[0], numbers[1]})));
    EXPECT_NE(app.state().message.find(text), std::string::npos) << app.state().message;
  }
}

}  // namespace
}  // namespace unfeigned
