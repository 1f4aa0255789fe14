#include "ui/composer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace unfeigned::ui {

namespace {

constexpr std::string_view kSlotOpen = "\xE2\x9F\xA8";   // U+27E8
constexpr std::string_view kSlotClose = "\xE2\x9F\xA9";  // U+27E9

}  // namespace

Shape& Composer::add(ShapeKind kind, Rect rect) {
  Shape& shape = sheet_.shapes.emplace_back();
  shape.kind = kind;
  shape.rect = rect;
  return shape;
}

float Composer::text(std::string_view text, Rect place, const TextStyle& style) {
  const std::string encoded = fonts_.clusters().encode(text);
  const float line_height = Fonts::line_height(style.face);
  float y = place.y;
  for (const Line& line : fonts_.lines(style.face, encoded, place.width)) {
    std::string part = encoded.substr(line.begin, line.end - line.begin);
    if (style.has_slots) slots(part, style.face, place.x, y);
    Shape& shape = add(ShapeKind::Text, {place.x, y, line.width, line_height});
    shape.fill = style.ink;
    shape.face = style.face;
    shape.is_faint = style.is_faint;
    shape.control = style.control;
    shape.text = std::move(part);
    y += line_height;
  }
  return y - place.y;
}

void Composer::line(std::string_view text, Rect place, const TextStyle& style) {
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  std::string shown = fonts_.clusters().encode(text);
  if (fonts_.width(style.face, shown) > place.width) {
    const float room = place.width - fonts_.width(style.face, kEllipsis);
    std::uint32_t end = 0;
    for (std::uint32_t next = 0; next < shown.size(); end = next) {
      next += code_point_at(shown, next).size;
      if (fonts_.width(style.face, shown.substr(0, next)) > room) break;
    }
    shown.resize(end);
    shown += kEllipsis;
  }
  Shape& shape = add(ShapeKind::Text, {place.x, place.y, fonts_.width(style.face, shown),
                                       Fonts::line_height(style.face)});
  shape.fill = style.ink;
  shape.face = style.face;
  shape.text = std::move(shown);
}

void Composer::slots(std::string_view line, const Face& face, float x, float y) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = line.find(kSlotOpen, at);
    // A slot that a line break cut in two is shown on both lines.
    const std::size_t cut = line.find(kSlotClose, at);
    if (open == std::string_view::npos && cut == std::string_view::npos) return;
    const std::size_t begin = cut < open ? at : open;
    const std::size_t close = line.find(kSlotClose, begin);
    const std::size_t end =
        close == std::string_view::npos ? line.size() : close + kSlotClose.size();
    Shape& shape = add(ShapeKind::Slot, {x + fonts_.width(face, line.substr(0, begin)) - 1, y + 1,
                                         fonts_.width(face, line.substr(begin, end - begin)) + 2,
                                         Fonts::line_height(face) - 2});
    shape.fill = Ink::Accent;
    shape.radius = 4;
    at = end;
  }
}

void Composer::button(const ViewNode& node, Rect place, const ButtonStyle& style) {
  Shape& box = add(ShapeKind::Box, place);
  box.fill = style.fill;
  box.line = style.line;
  box.radius = 8;
  box.control = node.id;
  box.is_faint = node.is_disabled;

  const std::string encoded = fonts_.clusters().encode(node.text);
  const float room = place.width - 2 * style.padding;
  const auto lines = fonts_.lines(style.face, encoded, std::max(room, 20.0F) + 0.5F);
  const float line_height = Fonts::line_height(style.face);
  float y =
      place.y + std::round((place.height - line_height * static_cast<float>(lines.size())) / 2);
  for (const Line& line : lines) {
    Shape& label = add(ShapeKind::Text, {place.x + std::round((place.width - line.width) / 2), y,
                                         line.width, line_height});
    label.fill = style.ink;
    label.face = style.face;
    label.is_faint = node.is_disabled;
    label.text = encoded.substr(line.begin, line.end - line.begin);
    y += line_height;
  }
  if (!node.is_disabled) control(node.id, place, 8);
  node_box(node.id, place);
}

void Composer::box(Rect rect, Ink fill, Ink line, float radius) {
  Shape& shape = add(ShapeKind::Box, rect);
  shape.fill = fill;
  shape.line = line;
  shape.radius = radius;
}

void Composer::mark(Rect rect, Look look) {
  Shape& shape = add(ShapeKind::Mark, rect);
  shape.look = look;
}

void Composer::check(Rect rect, bool is_checked, NodeId control) {
  Shape& box = add(ShapeKind::Box, rect);
  box.fill = is_checked ? Ink::Accent : Ink::Raised;
  box.line = is_checked ? Ink::Accent : Ink::Edge;
  box.radius = 4;
  box.control = control;
  if (!is_checked) return;
  Shape& tick = add(ShapeKind::Check, rect.inset(4));
  tick.line = Ink::OnAccent;
}

void Composer::caret(Rect rect, NodeId control, bool is_up) {
  Shape& shape = add(is_up ? ShapeKind::CaretUp : ShapeKind::Caret, rect);
  shape.line = Ink::Muted;
  shape.control = control;
}

void Composer::control(NodeId node, Rect rect, float radius) {
  sheet_.controls.push_back({node, rect, radius});
}

void Composer::node_box(NodeId node, Rect rect) {
  sheet_.boxes.push_back({node, rect.x, rect.y, rect.width, rect.height});
}

}  // namespace unfeigned::ui
