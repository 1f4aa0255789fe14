// Every screen, laid out and painted by Dear ImGui without a renderer and with letters that are
// always the same: nothing overflows, every node has its box, nothing depends on the frame number.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "imgui.h"
#include "support/app_messages.h"
#include "ui/painter.h"

namespace unfeigned::ui {
namespace {

// Letters of half their size, Han of their whole size, solid boxes.
class FakeGlyphs final : public GlyphHost {
 public:
  FontMetrics metrics(Weight, float pixels) override { return {pixels * 0.9F, pixels * 0.25F}; }
  GlyphMeasure measure(std::string_view text, Weight weight, float pixels) override {
    asked.insert(std::string(text));
    const float em = text.size() >= 3 ? 1.0F : weight == Weight::Strong ? 0.55F : 0.5F;
    if (text == " ") return {em * pixels, 0, 0, 0, 0};
    return {em * pixels, 0, -0.7F * pixels, em * pixels * 0.9F, 0};
  }
  void raster(std::string_view, Weight, float, int width, int height, float, float,
              std::uint8_t* rgba) override {
    std::fill(rgba, rgba + width * height * 4, static_cast<std::uint8_t>(255));
    ++rasters;
  }
  std::set<std::string> asked;
  int rasters = 0;
};

struct Screen {
  std::string name;
  App app;
};

App failed_app() {
  App app = test::app_with_text();
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Engine));
  w.u32(static_cast<std::uint32_t>(EngineStatus::Failed));
  w.text("a reason that is long enough to need more than one line on a small screen");
  app.receive(w.bytes());
  return app;
}

test::TestReport full_report() {
  test::TestReport report;
  for (const char* severity : {"note", "minor", "notable", "major", "grave"}) {
    report.findings.push_back(
        {.severity = severity,
         .words = "words that go on for a while, \xE5\xB8\xA6\xE6\x9D\xA5\xE4\xB8\x8D\xE4\xBE\xBF",
         .suggestions = {{"A title that is rather long for a button on a phone",
                          "It was \xE2\x9F\xA8what happened\xE2\x9F\xA9 on \xE2\x9F\xA8"
                          "date\xE2\x9F\xA9.",
                          {"what happened", "date"}},
                         {"Leave it out", "", {}}}});
  }
  report.findings.push_back({.list = 1});
  report.findings.push_back({.list = 2, .guards = {"quotation", "negation"}});
  report.findings.push_back({.rule = "overclaimed-feeling.en.test", .beside = {"3 May"}});
  report.findings.push_back({.list = 2, .guards = {"set-aside"}});
  report.genre = "incident";
  report.reasons = {"an outage", "words that decided, and that go on for quite a while"};
  for (const char* component : {"harm", "interpretation", "contact"}) {
    report.missing.push_back({component,
                              24,
                              {{"A title that is rather long for a button on a phone",
                                "On \xE2\x9F\xA8"
                                "date\xE2\x9F\xA9 it broke.",
                                {"date"}}}});
  }
  report.missing.push_back({"exit", 3, {}});
  report.components.push_back({"regret", "we are sorry that the second lamp broke", {"3 May"}});
  report.components.push_back({"explanation", "because", {}});
  report.facts.push_back({"date", "3 May", {}});
  report.facts.push_back({"contact", "an.address.without.a.place.to.break@harbour-larder.example"});
  report.notices.emplace_back("open-slot", 2U);
  report.ready = 12;
  return report;
}

// The name of the receipt is that of two buttons; the one in the panel stands behind the other.
void press_last(App& app, std::string_view text) {
  NodeId last = kNoNode;
  for (const ViewNode& node : app.view().nodes) {
    if (node.text == text && node.role == Role::Button) last = node.id;
  }
  app.receive(test::invoke_message(last, ""));
}

// As the page dresses them: where the bar has no room there is a menu.
std::vector<Screen> screens(float width) {
  std::vector<Screen> all;
  App empty;
  empty.receive(test::boot_message());
  all.push_back({"empty", std::move(empty)});
  all.push_back({"reading", test::app_with_text()});
  App read = test::app_with_text();
  read.receive(test::report_message(full_report()));
  read.receive(test::asides_message(
      {{AsideKind::Rule, true, "generic-inconvenience.en.a-name-that-is-rather-long", "", ""},
       {AsideKind::Quoted, false, "minimising.en.test", "words that are set aside and go on",
        "a reason that is typed by somebody and needs more than one line on a phone"}}));
  read.receive(
      test::number_message(MessageKind::Done, {static_cast<std::uint32_t>(Told::Copied), 2}));
  all.push_back({"read", std::move(read)});
  App unfolded = test::app_with_text();
  unfolded.receive(test::report_message(full_report()));
  for (const char* name :
       {"How the number comes about", "Already there", "What a reader learns", "Claims"}) {
    press_last(unfolded, name);
  }
  test::press(unfolded, "How the number comes about", "1");
  all.push_back({"unfolded", std::move(unfolded)});
  App narrow = test::app_with_text();
  narrow.receive(test::report_message(full_report()));
  all.push_back({"narrow", std::move(narrow)});
  // A dialog is laid out by the browser; what lies under it stays as it is.
  App filling = test::app_with_text();
  filling.receive(test::report_message(full_report()));
  test::press(filling, "Fill in: A title that is rather long for a button on a phone");
  all.push_back({"filling", std::move(filling)});
  App clean = test::app_with_text();
  clean.receive(test::report_message({.score = 1000, .genre = "general"}));
  all.push_back({"clean", std::move(clean)});
  all.push_back({"failed", failed_app()});
  // Labels are longer or shorter in other languages, and a choice of them stands in the bar.
  for (const char* language : {"fr", "pl", "zh"}) {
    App speaking = test::app_with_text();
    speaking.receive(test::boot_message(language));
    speaking.receive(test::interface_message("fr"));
    speaking.receive(test::report_message(full_report()));
    all.push_back({std::string("speaking ") + language, std::move(speaking)});
  }
  const std::uint32_t has_menu = width < 1200 ? 1 : 0;
  for (Screen& screen : all) {
    const std::uint32_t is_narrow = screen.name == "narrow" ? 1 : 0;
    screen.app.receive(
        test::number_message(MessageKind::Plain, {0, 0, is_narrow, has_menu | is_narrow}));
  }
  return all;
}

// Paints without a renderer: textures are taken as uploaded.
class Stage {
 public:
  explicit Stage(float width, float density) : painter(glyphs) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    painter.set_surface({width, 800, density});
    const float side = width < 700 ? width : 420;
    painter.set_regions({{0, 0, width, 52},
                         {0, 700, width < 700 ? width : width - side, 100},
                         {width - side, 52, side, 120},
                         {width - side, 172, side, 628},
                         {0, 52, width < 700 ? width : width - side, 648},
                         {},
                         0});
    panel_width = side;
  }
  bool frame(const App& app) {
    const bool wants_more = painter.frame(app, 0.016F);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else {
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
    return wants_more;
  }
  FakeGlyphs glyphs;
  Painter painter;
  float panel_width = 0;
};

using Case = std::tuple<float, float>;
class Views : public testing::TestWithParam<Case> {};

TEST_P(Views, EveryScreenHoldsStillForAHundredFrames) {
  const auto [width, density] = GetParam();
  auto all = screens(width);
  ASSERT_EQ(all.size(), 11U);
  for (Screen& screen : all) {
    SCOPED_TRACE(screen.name);
    Stage stage(width, density);
    stage.frame(screen.app);
    stage.frame(screen.app);
    const auto boxes = stage.painter.boxes();
    const int vertices = ImGui::GetDrawData()->TotalVtxCount;
    EXPECT_GT(vertices, 100);
    for (int i = 0; i < 98; ++i) EXPECT_FALSE(stage.frame(screen.app)) << "frame " << i;
    EXPECT_EQ(stage.painter.boxes(), boxes);
    EXPECT_EQ(ImGui::GetDrawData()->TotalVtxCount, vertices);
  }
}

TEST_P(Views, EveryNodeHasOneBoxInsideItsRegion) {
  const auto [width, density] = GetParam();
  for (Screen& screen : screens(width)) {
    SCOPED_TRACE(screen.name);
    Stage stage(width, density);
    stage.frame(screen.app);
    std::map<NodeId, NodeBox> boxes;
    for (const NodeBox& box : stage.painter.boxes()) {
      EXPECT_TRUE(boxes.emplace(box.node, box).second) << "two boxes for one node";
    }
    std::set<NodeId> in_dialog;
    std::set<NodeId> folded;
    for (const ViewNode& node : screen.app.view().nodes) {
      if (node.tag == Tag::Dialog || in_dialog.contains(node.parent)) in_dialog.insert(node.id);
      if (node.role == Role::Region || in_dialog.contains(node.id)) continue;
      const auto found = boxes.find(node.id);
      const bool is_closed = node.tag == Tag::Fold && !node.is_active;
      if (is_closed || folded.contains(node.parent)) {
        folded.insert(node.id);
        EXPECT_EQ(found, boxes.end()) << "what is folded away has a place: " << node.text;
        continue;
      }
      ASSERT_NE(found, boxes.end()) << "no box: " << node.text;
      const NodeBox& box = found->second;
      EXPECT_GE(box.x, 0) << node.text;
      EXPECT_LE(box.x + box.width, width + 0.5F) << node.text;
      if (node.role == Role::Button) {
        EXPECT_GE(box.height, 22) << node.text;
        EXPECT_GE(box.width, 24) << node.text;
      }
      const auto parent = boxes.find(node.parent);
      if (parent == boxes.end()) continue;
      EXPECT_GE(box.y, parent->second.y - 0.5F) << node.text;
      EXPECT_LE(box.y + box.height, parent->second.y + parent->second.height + 0.5F) << node.text;
      EXPECT_LE(box.x + box.width, parent->second.x + parent->second.width + 0.5F) << node.text;
    }
  }
}

TEST_P(Views, NoTextLeavesItsRegion) {
  const auto [width, density] = GetParam();
  for (Screen& screen : screens(width)) {
    SCOPED_TRACE(screen.name);
    Stage stage(width, density);
    stage.frame(screen.app);
    const float widths[] = {width, width < 700 ? width : width - stage.panel_width,
                            stage.panel_width, stage.panel_width, stage.panel_width};
    for (std::size_t region = 0; region < 5; ++region) {
      for (const Shape& shape : stage.painter.sheet(region).shapes) {
        if (shape.kind != ShapeKind::Text) continue;
        EXPECT_LE(shape.rect.right(), widths[region] + 0.5F) << shape.text;
        EXPECT_LE(shape.rect.bottom(), stage.painter.sheet(region).height + 0.5F) << shape.text;
      }
    }
  }
}

TEST_P(Views, InteractiveThingsDoNotLieOnEachOther) {
  const auto [width, density] = GetParam();
  for (Screen& screen : screens(width)) {
    SCOPED_TRACE(screen.name);
    Stage stage(width, density);
    stage.frame(screen.app);
    for (std::size_t region = 0; region < 4; ++region) {
      const auto& controls = stage.painter.sheet(region).controls;
      for (std::size_t i = 0; i < controls.size(); ++i) {
        for (std::size_t j = i + 1; j < controls.size(); ++j) {
          EXPECT_FALSE(controls[i].rect.overlaps(controls[j].rect));
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Views,
                         testing::Values(Case{1280, 1}, Case{1280, 2}, Case{390, 3}, Case{320, 2},
                                         Case{720, 1.25F}));

TEST(Painter, ThePointerLightsUpAButtonAndAnIdlePageStaysIdle) {
  Stage stage(1280, 1);
  App app = test::app_with_text();
  stage.frame(app);
  stage.frame(app);
  const NodeId copy = test::node_named(app.view(), "Copy result")->id;
  const auto& boxes = stage.painter.boxes();
  const auto box =
      *std::find_if(boxes.begin(), boxes.end(), [&](const NodeBox& b) { return b.node == copy; });
  stage.painter.pointer_at(box.x + box.width / 2, box.y + box.height / 2);
  bool changed = stage.frame(app);
  changed = stage.frame(app) || changed;
  EXPECT_TRUE(changed);
  EXPECT_FALSE(stage.frame(app));
  stage.painter.pointer_gone();
  changed = stage.frame(app);
  changed = stage.frame(app) || changed;
  EXPECT_TRUE(changed);
}

TEST(Painter, TheReceiptBesideTheNumberStaysOnThePage) {
  for (const float width : {1280.0F, 390.0F}) {
    Stage stage(width, 1);
    App app = test::app_with_text();
    app.receive(test::report_message(full_report()));
    stage.frame(app);
    EXPECT_TRUE(stage.painter.sheet(4).shapes.empty());
    const int without = ImGui::GetDrawData()->TotalVtxCount;
    ASSERT_TRUE(test::press(app, "How the number comes about", "1"));
    // The head stands so low that there is no room below it.
    stage.painter.set_regions({{}, {}, {0, 700, width, 120}, {0, 820, width, 40}, {}, {}, 0});
    stage.frame(app);
    EXPECT_GT(stage.painter.sheet(4).shapes.size(), 10U);
    EXPECT_LE(700 + stage.painter.sheet(4).height, 800);
    stage.painter.set_regions({{}, {}, {0, 52, width, 120}, {0, 172, width, 600}, {}, {}, 0});
    stage.frame(app);
    const auto& gauge = stage.painter.sheet(2).controls.front().rect;
    EXPECT_EQ(stage.painter.sheet(4).shapes.front().rect.y, gauge.bottom());
    EXPECT_NE(ImGui::GetDrawData()->TotalVtxCount, without);
  }
}

NodeBox box_of(const Stage& stage, const App& app, std::string_view name) {
  const NodeId id = test::node_named(app.view(), name)->id;
  const auto& boxes = stage.painter.boxes();
  return *std::find_if(boxes.begin(), boxes.end(),
                       [&](const NodeBox& box) { return box.node == id; });
}

TEST(Painter, TheButtonsOfACardShareARowBelowItsRewrites) {
  Stage stage(1280, 1);
  App app = test::app_with_text();
  app.receive(test::report_message({.findings = {{.rule = "hollow-personalisation.en.x",
                                                  .suggestions = {{"Leave it out", "", {}}}}}}));
  stage.frame(app);
  const NodeBox scale = box_of(stage, app, "What it takes to keep this");
  const NodeBox aside = box_of(stage, app, "Set aside\xE2\x80\xA6");
  const NodeBox apply = box_of(stage, app, "Apply: Leave it out");
  EXPECT_EQ(scale.y, aside.y);
  EXPECT_GT(aside.x, scale.x + scale.width);
  EXPECT_GT(scale.y, apply.y + apply.height);
}

TEST(Painter, TheBarIsOneRowAndBelowTheTitleWhereItMustBe) {
  for (const float width : {1280.0F, 390.0F, 200.0F}) {
    Stage stage(width, 1);
    App app = test::app_with_text();
    app.receive(test::number_message(MessageKind::Plain, {0, 0, 0, width < 1200 ? 1U : 0U}));
    stage.frame(app);
    const NodeBox title = box_of(stage, app, "Unfeigned");
    const NodeBox copy = box_of(stage, app, "Copy result");
    const NodeBox other = box_of(stage, app, width < 1200 ? "Menu" : "Settings");
    EXPECT_EQ(copy.y, other.y);
    EXPECT_EQ(copy.y > title.y + title.height, width == 200.0F);
    EXPECT_GE(stage.painter.sheet(0).height, copy.y + copy.height + 9);
  }
}

TEST(Painter, WhatTheFirstChoiceOfAPhoneCanSpareIsForTheSecond) {
  Stage stage(390, 1);
  App app = test::app_with_text();
  stage.frame(app);
  const NodeBox language = box_of(stage, app, "Language");
  const NodeBox genre = box_of(stage, app, "Kind");
  EXPECT_EQ(language.y, genre.y);
  EXPECT_LT(language.width, genre.width);
  EXPECT_EQ(genre.x + genre.width, 390 - 16);
}

TEST(Painter, HighlightsAreDrawnOverTheEditorAndDifferInShape) {
  std::set<int> counts;
  for (const char* severity : {"note", "minor", "notable", "major", "grave"}) {
    Stage stage(1280, 1);
    App app = test::app_with_text();
    test::TestReport report;
    report.findings.push_back({.severity = severity});
    app.receive(test::report_message(report));
    stage.frame(app);
    stage.frame(app);
    const int without = ImGui::GetDrawData()->TotalVtxCount;
    stage.painter.set_highlights({{0, {40, 100, 120, 22}}});
    stage.frame(app);
    counts.insert(ImGui::GetDrawData()->TotalVtxCount - without);
  }
  EXPECT_EQ(counts.size(), 5U) << "two severities look alike";
  EXPECT_GT(*counts.begin(), 0);
}

// How far to the right reaches what is drawn between these heights.
float right_end(float top, float bottom) {
  const ImDrawList& list = *ImGui::GetDrawData()->CmdLists[0];
  float right = 0;
  for (const ImDrawVert& corner : list.VtxBuffer) {
    if (corner.pos.y > top && corner.pos.y < bottom) right = std::max(right, corner.pos.x);
  }
  return right;
}

TEST(Painter, TheStripShowsFindingsByShapeFactsAndNothingElse) {
  std::set<std::pair<int, float>> shapes;
  for (const char* severity : {"note", "minor", "notable", "major", "grave"}) {
    Stage stage(1280, 1);
    App app = test::app_with_text();
    test::TestReport report;
    report.findings.push_back({.severity = severity});
    app.receive(test::report_message(report));
    stage.painter.set_regions({{}, {}, {}, {}, {}, {400, 60, 12, 600}, 0});
    const auto vertices = [&](std::vector<Highlight> marks) {
      stage.painter.set_strip(std::move(marks));
      stage.frame(app);
      stage.frame(app);
      return ImGui::GetDrawData()->TotalVtxCount;
    };
    const int nothing = vertices({});
    const int unknown = vertices({{7, {0, 0.5F, 0, 0.1F}}});
    const int known = vertices({{0, {0, 0.5F, 0, 0.1F}}});
    EXPECT_GT(unknown, nothing) << "the ground of the strip";
    shapes.emplace(known - unknown, right_end(355, 425));
    EXPECT_GT(vertices({{0, {0, 0.5F, 0, 0.1F}}, {Highlight::kFact, {0, 0.2F, 0, 0}}}), known);
  }
  EXPECT_EQ(shapes.size(), 5U) << "two severities look alike";
}

TEST(Painter, AHighlightOfAnUnknownFindingIsNotDrawn) {
  Stage stage(1280, 1);
  App app = test::app_with_text();
  stage.frame(app);
  stage.frame(app);
  const int without = ImGui::GetDrawData()->TotalVtxCount;
  stage.painter.set_highlights({{7, {40, 100, 120, 22}}});
  stage.frame(app);
  EXPECT_EQ(ImGui::GetDrawData()->TotalVtxCount, without);
}

TEST(Fonts, LinesBreakAtSpacesBetweenHanAndInsideLongWords) {
  Stage stage(1280, 1);
  App app = test::app_with_text();
  stage.frame(app);
  FakeGlyphs glyphs;
  Fonts fonts(glyphs);
  const auto broken = [&](std::string_view text, float width) {
    std::vector<std::string> out;
    for (const Line& line : fonts.lines({}, text, width)) {
      out.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
    return out;
  };
  fonts.install(*ImGui::GetIO().Fonts);
  using Lines = std::vector<std::string>;
  // A letter is 7.5 wide, a Han character 15.
  EXPECT_EQ(broken("ab cd ef", 40), (Lines{"ab cd ", "ef"}));
  EXPECT_EQ(broken("abcdefgh", 31), (Lines{"abcd", "efgh"}));
  EXPECT_EQ(broken("a\nb", 100), (Lines{"a", "b"}));
  EXPECT_EQ(broken("", 100), (Lines{""}));
  EXPECT_EQ(broken("\xE5\xB8\xA6\xE6\x9D\xA5\xE4\xB8\x8D\xE4\xBE\xBF", 46),
            (Lines{"\xE5\xB8\xA6\xE6\x9D\xA5\xE4\xB8\x8D", "\xE4\xBE\xBF"}));
  // A full stop does not open a line; the character before it comes along.
  EXPECT_EQ(broken("\xE5\xB8\xA6\xE6\x9D\xA5\xE3\x80\x82", 31),
            (Lines{"\xE5\xB8\xA6", "\xE6\x9D\xA5\xE3\x80\x82"}));
}

TEST(Clusters, RunsBecomeOneCodePointAndComeBack) {
  Clusters clusters;
  EXPECT_EQ(clusters.encode("plain"), "plain");
  EXPECT_EQ(clusters.encode("za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87"),
            "za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87");
  const std::string family =
      "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
  const std::string shalom = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  const std::string flag = "\xF0\x9F\x87\xB5\xF0\x9F\x87\xB1";
  const std::string wave = "\xF0\x9F\x91\x8B\xF0\x9F\x8F\xBD";
  const std::string accent = "e\xCC\x81";
  char32_t next = Clusters::kFirst;
  for (const std::string& run : {family, shalom, flag, wave, accent}) {
    const std::string encoded = clusters.encode(run);
    EXPECT_EQ(encoded.size(), 3U);
    EXPECT_EQ(clusters.text_of(next), run);
    EXPECT_EQ(clusters.encode(run), encoded) << "the same run, the same code point";
    ++next;
  }
  EXPECT_EQ(clusters.text_of('a'), "a");
  // Whatever stands before and after it, a run is the same.
  EXPECT_EQ(clusters.encode("\xE2\x80\x9C"
                            "caf" +
                            accent + "\xE2\x80\x9D " + family + "."),
            "\xE2\x80\x9C"
            "caf" +
                clusters.encode(accent) + "\xE2\x80\x9D " + clusters.encode(family) + ".");
}

}  // namespace
}  // namespace unfeigned::ui
