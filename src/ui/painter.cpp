#include "ui/painter.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "imgui.h"
#include "ui/strokes.h"

namespace unfeigned::ui {

namespace {

constexpr ImGuiWindowFlags kCanvas = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus;

ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottom_right(const Rect& rect) { return {rect.right(), rect.bottom()}; }

// Of the width of the strip; there is no room for the patterns of strokes.
float share_of(Look look) {
  switch (look) {
    case Look::Note:
      return 0.35F;
    case Look::Minor:
    case Look::Question:
      return 0.5F;
    case Look::Notable:
      return 0.75F;
    default:
      return 1;
  }
}

}  // namespace

Painter::Painter(GlyphHost& host) : fonts_(host) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ItemSpacing = {0, 0};
  // Corners are looked at closely on dense screens.
  style.CircleTessellationMaxError = 0.1F;
  fonts_.install(*io.Fonts);
}

Painter::~Painter() { ImGui::DestroyContext(); }

void Painter::pointer_at(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }

void Painter::pointer_gone() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Painter::pointer_button(bool is_down) { ImGui::GetIO().AddMouseButtonEvent(0, is_down); }

bool Painter::lay_out(const App& app) {
  const std::array<float, 6> widths = {regions_.bar.width,  regions_.foot.width,
                                       regions_.head.width, regions_.panel.width,
                                       surface_.density,    surface_.height - regions_.head.y};
  if (laid_out_version_ == app.version() && laid_out_for_ == widths) return false;
  laid_out_version_ = app.version();
  laid_out_for_ = widths;
  const Tree tree(app.view());
  sheets_ = {layout_bar(tree, fonts_, widths[0]),
             layout_foot(tree, fonts_, widths[1]),
             layout_head(tree, fonts_, widths[2]),
             layout_panel(tree, fonts_, widths[3]),
             {}};
  sheets_[4] = layout_popover(tree, fonts_, widths[2], sheets_[2], widths[5] - 8);
  sizes_ = {sheets_[0].height, sheets_[1].height, sheets_[2].height, sheets_[3].height};
  boxes_.clear();
  for (const Sheet& sheet : sheets_) {
    boxes_.insert(boxes_.end(), sheet.boxes.begin(), sheet.boxes.end());
  }
  return true;
}

std::array<Painter::Placed, 5> Painter::placed() const {
  const Rect& panel = regions_.panel;
  const Rect& head = regions_.head;
  const Rect page = {0, 0, surface_.width, surface_.height};
  return {{{&sheets_[0], regions_.bar, regions_.bar.x, regions_.bar.y},
           {&sheets_[1], regions_.foot, regions_.foot.x, regions_.foot.y},
           {&sheets_[2], head, head.x, head.y},
           {&sheets_[3], panel, panel.x, panel.y - regions_.panel_scroll},
           {&sheets_[4], page, head.x, head.y}}};
}

void Painter::paint_text(const Shape& shape, const Rect& rect, ImDrawList& list) const {
  Color color = theme_.color(shape.fill);
  if (shape.is_faint) color = with_alpha(color, 0x70);
  if (shape.control != kNoNode && shape.control == hovered_) color = theme_.color(Ink::Accent);
  const char* begin = shape.text.data();
  list.AddText(fonts_.font(shape.face.weight), Fonts::pixels(shape.face),
               {rect.x, rect.y + fonts_.leading(shape.face)}, color, begin,
               begin + shape.text.size());
}

void Painter::paint_shape(const Shape& shape, const Placed& place, ImDrawList& list) const {
  const Rect rect = shape.rect.moved(place.dx, place.dy);
  if (!rect.inset(-8).overlaps(place.clip)) return;
  const ImVec2 a = top_left(rect);
  const ImVec2 b = bottom_right(rect);
  switch (shape.kind) {
    case ShapeKind::Text:
      paint_text(shape, rect, list);
      return;
    case ShapeKind::Slot:
      list.AddRectFilled(a, b, with_alpha(theme_.color(Ink::Accent), 0x28), shape.radius);
      return;
    case ShapeKind::Mark:
      stroke(list, rect, shape.look, theme_.color(ink_of(shape.look)));
      return;
    case ShapeKind::Check: {
      const ImVec2 bend = {rect.x + rect.width * 0.4F, rect.bottom() - 1};
      list.AddLine({rect.x, rect.y + rect.height * 0.55F}, bend, theme_.color(shape.line), 2);
      list.AddLine(bend, {rect.right(), rect.y + 1}, theme_.color(shape.line), 2);
      return;
    }
    case ShapeKind::Caret:
    case ShapeKind::CaretUp: {
      const bool is_up = shape.kind == ShapeKind::CaretUp;
      const float near = rect.y + rect.height * (is_up ? 0.7F : 0.35F);
      const ImVec2 tip = {rect.x + rect.width / 2, rect.y + rect.height * (is_up ? 0.35F : 0.7F)};
      list.AddLine({rect.x + 1, near}, tip, theme_.color(shape.line), 1.5F);
      list.AddLine(tip, {rect.right() - 1, near}, theme_.color(shape.line), 1.5F);
      return;
    }
    case ShapeKind::Box:
      break;
  }
  const std::uint32_t alpha = shape.is_faint ? 0x50 : 0xFF;
  if (shape.fill != Ink::None) {
    list.AddRectFilled(a, b, with_alpha(theme_.color(shape.fill), alpha), shape.radius);
  }
  if (shape.control != kNoNode && shape.control == hovered_) {
    const std::uint32_t veil = shape.control == pressed_ ? 0x38 : 0x1C;
    list.AddRectFilled(a, b, with_alpha(theme_.color(Ink::Text), veil), shape.radius);
  }
  if (shape.line != Ink::None) {
    // Dear ImGui moves the line to the middle of its pixels by itself.
    list.AddRect(a, b, with_alpha(theme_.color(shape.line), alpha), shape.radius);
  }
}

void Painter::paint_focus(const Placed& place, ImDrawList& list) const {
  for (const Control& control : place.sheet->controls) {
    if (control.node != focus_) continue;
    const Rect ring = control.rect.moved(place.dx, place.dy).inset(-3);
    list.AddRect(top_left(ring), bottom_right(ring), theme_.color(Ink::Focus), control.radius + 3,
                 0, 2);
  }
}

void Painter::paint_region(const Placed& place, ImDrawList& list) {
  list.PushClipRect(top_left(place.clip), bottom_right(place.clip), false);
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_down = io.MouseDown[0];
  const ImVec2 pressed_at = io.MouseClickedPos[0];
  for (const Control& control : place.sheet->controls) {
    const Rect rect = control.rect.moved(place.dx, place.dy);
    if (!rect.overlaps(place.clip) || rect.width < 1 || rect.height < 1) continue;
    // While the button is held, only what it went down on answers.
    const bool is_pressed = is_down && rect.contains(pressed_at.x, pressed_at.y) &&
                            place.clip.contains(pressed_at.x, pressed_at.y);
    if (is_pressed) pressed_ = control.node;
    const bool is_over = rect.contains(io.MousePos.x, io.MousePos.y) &&
                         place.clip.contains(io.MousePos.x, io.MousePos.y);
    if (is_over && (is_pressed || !is_down)) hovered_ = control.node;
  }
  for (const Shape& shape : place.sheet->shapes) paint_shape(shape, place, list);
  paint_focus(place, list);
  list.PopClipRect();
}

void Painter::paint_highlights(const App& app, ImDrawList& list) {
  hinted_.reset();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool is_over = regions_.editor.contains(mouse.x, mouse.y);
  const auto& report = app.state().report;
  list.PushClipRect(top_left(regions_.editor), bottom_right(regions_.editor), false);
  for (const Highlight& highlight : highlights_) {
    const Rect& rect = highlight.rect;
    if (highlight.finding == Highlight::kSlot) {
      const Color color = theme_.color(Ink::Accent);
      list.AddRectFilled(top_left(rect), bottom_right(rect), with_alpha(color, 0x24), 4);
      list.AddRect(top_left(rect), bottom_right(rect), color, 4);
      continue;
    }
    if (!report || highlight.finding >= report->findings.size()) continue;
    const Look look = look_of(report->findings[highlight.finding]);
    const Color color = theme_.color(ink_of(look));
    const bool is_hovered = is_over && rect.contains(mouse.x, mouse.y);
    if (is_hovered) hinted_ = highlight.finding;
    const bool is_strong = is_hovered || app.state().active == highlight.finding;
    const std::uint32_t alpha = look == Look::Noted ? 0x10 : 0x22;
    list.AddRectFilled(top_left(rect), bottom_right(rect),
                       with_alpha(color, is_strong ? alpha * 2 : alpha), 3);
    stroke(list, {rect.x, rect.y, rect.width, rect.height + 2}, look, color);
  }
  list.PopClipRect();
}

// The whole text at a glance. Findings have the colours that they have in the text, and are the
// wider the graver; a fact is a diamond.
void Painter::paint_strip(const App& app, ImDrawList& list) const {
  const Rect& strip = regions_.strip;
  const auto& report = app.state().report;
  if (strip_.empty() || !report || strip.height < 1) return;
  list.AddRectFilled(top_left(strip), bottom_right(strip), theme_.color(Ink::Sunken), 4);
  for (const Highlight& mark : strip_) {
    const float y = strip.y + mark.rect.y * strip.height;
    if (mark.finding == Highlight::kFact) {
      const ImVec2 at = {strip.x + strip.width / 2, y + 3};
      list.AddQuadFilled({at.x, at.y - 4}, {at.x + 4, at.y}, {at.x, at.y + 4}, {at.x - 4, at.y},
                         theme_.color(Ink::Accent));
      continue;
    }
    if (mark.finding >= report->findings.size()) continue;
    const Look look = look_of(report->findings[mark.finding]);
    const Color color = theme_.color(ink_of(look));
    const Rect rect = {strip.x + 1, y, (strip.width - 2) * share_of(look),
                       std::max(6.0F, mark.rect.height * strip.height)};
    list.AddRectFilled(top_left(rect), bottom_right(rect),
                       with_alpha(color, look == Look::Noted ? 0x20 : 0x50));
    if (look != Look::Noted) stroke(list, rect, look == Look::Grave ? look : Look::Major, color);
  }
}

void Painter::paint_hint(const App& app, ImDrawList& list) {
  if (!hinted_ || ImGui::GetIO().MouseDown[0]) return;
  const FindingRecord& finding = app.state().report->findings[*hinted_];
  const Face face = {Size::Small, Weight::Regular};
  const std::string text =
      fonts_.clusters().encode(finding.observed.empty() ? finding.missing : finding.observed);
  const float room = std::min(320.0F, surface_.width - 48);
  const auto lines = fonts_.lines(face, text, room);
  Rect box = {0, 0, 24, 16 + Fonts::line_height(face) * static_cast<float>(lines.size())};
  for (const Line& line : lines) box.width = std::max(box.width, line.width + 24);
  // Below the last piece of the words, above it when there is no room.
  Rect words;
  for (const Highlight& highlight : highlights_) {
    if (highlight.finding == *hinted_) words = highlight.rect;
  }
  box.x = std::clamp(words.x, 8.0F, std::max(8.0F, surface_.width - box.width - 8));
  box.y = words.bottom() + 8;
  if (box.bottom() > surface_.height - 8) box.y = words.y - box.height - 8;
  list.AddRectFilled(top_left(box), bottom_right(box), theme_.color(Ink::Text), 6);
  float y = box.y + 8 + fonts_.leading(face);
  for (const Line& line : lines) {
    list.AddText(fonts_.font(face.weight), Fonts::pixels(face), {box.x + 12, y},
                 theme_.color(Ink::Raised), text.data() + line.begin, text.data() + line.end);
    y += Fonts::line_height(face);
  }
}

bool Painter::frame(const App& app, float seconds) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.0F, surface_.width), std::max(1.0F, surface_.height)};
  io.DisplayFramebufferScale = {surface_.density, surface_.density};
  io.DeltaTime = std::clamp(seconds, 1e-4F, 0.1F);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("page", nullptr, kCanvas);
  fonts_.follow_density();
  bool is_new = lay_out(app);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const NodeId was_hovered = hovered_;
  const NodeId was_pressed = pressed_;
  hovered_ = kNoNode;
  pressed_ = kNoNode;
  paint_highlights(app, list);
  paint_strip(app, list);
  for (const Placed& place : placed()) paint_region(place, list);
  paint_hint(app, list);
  ImGui::End();
  ImGui::Render();
  is_new = is_new || was_hovered != hovered_ || was_pressed != pressed_;
  return is_new;
}

}  // namespace unfeigned::ui
