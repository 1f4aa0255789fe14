#include <algorithm>
#include <array>
#include <cmath>

#include "ui/composer.h"
#include "ui/layout.h"

namespace unfeigned::ui {

namespace {

constexpr float kPad = 16;
constexpr float kCardPad = 14;
constexpr float kLabel = 78;
// Below this width a fact's label stands above its sentence.
constexpr float kFactSideBySide = 280;

struct TagRow {
  Tag tag;
  Face face;
  Ink ink;
  float above;
};
constexpr std::array kTexts = {
    TagRow{Tag::Lead, {Size::Large, Weight::Strong}, Ink::Text, 20},
    TagRow{Tag::Body, {Size::Body, Weight::Regular}, Ink::Text, 8},
    TagRow{Tag::Section, {Size::Body, Weight::Strong}, Ink::Text, 16},
    TagRow{Tag::Small, {Size::Small, Weight::Regular}, Ink::Muted, 12},
    TagRow{Tag::Notice, {Size::Small, Weight::Regular}, Ink::Text, 12},
    TagRow{Tag::Receipt, {Size::Small, Weight::Regular}, Ink::Muted, 12},
    TagRow{Tag::Meta, {Size::Small, Weight::Regular}, Ink::Muted, 2},
    TagRow{Tag::FactLabel, {Size::Small, Weight::Regular}, Ink::Muted, 0},
    TagRow{Tag::FactText, {Size::Body, Weight::Regular}, Ink::Text, 0},
    TagRow{Tag::FactWanted, {Size::Body, Weight::Strong}, Ink::Text, 0},
    TagRow{Tag::Preview, {Size::Body, Weight::Regular}, Ink::Text, 0},
};

const TagRow& text_row(Tag tag) {
  for (const TagRow& row : kTexts) {
    if (row.tag == tag) return row;
  }
  return kTexts[1];
}

// A box is drawn before its content is, and its height is known only afterwards: a place in the
// list of shapes is kept for it.
class Frame {
 public:
  Frame(Sheet& sheet, Ink fill, Ink line, float radius) : sheet_(sheet), at_(sheet.shapes.size()) {
    Shape& shape = sheet.shapes.emplace_back();
    shape.fill = fill;
    shape.line = line;
    shape.radius = radius;
  }
  void close(Rect rect) { sheet_.shapes[at_].rect = rect; }

 private:
  Sheet& sheet_;
  std::size_t at_;
};

class Panel {
 public:
  Panel(const Tree& tree, Fonts& fonts, Sheet& sheet)
      : tree_(tree), sheet_(sheet), composer_(fonts, sheet) {}

  // Each returns the y below what it placed.
  float text(const ViewNode& node, Rect place);
  float fact(const ViewNode& node, Rect place);
  float rewrite(const ViewNode& node, Rect place);
  float card(const ViewNode& node, Rect place);
  float cards(const ViewNode& node, Rect place);
  float samples(const ViewNode& node, Rect place);
  float problem(const ViewNode& node, Rect place);
  float words(const ViewNode& node, Rect place);
  float link(const ViewNode& node, Rect place);
  // What a card is made of; any() is what the panel is made of.
  float part(const ViewNode& node, Rect place);
  float any(const ViewNode& node, Rect place);

 private:
  const Tree& tree_;
  Sheet& sheet_;
  Composer composer_;
};

float Panel::text(const ViewNode& node, Rect place) {
  const TagRow& row = text_row(node.tag);
  Composer::TextStyle style;
  style.face = row.face;
  style.ink = row.ink;
  style.has_slots = node.tag == Tag::Preview;
  const float top = place.y + row.above;
  const float height = composer_.text(node.text, {place.x, top, place.width, 0}, style);
  composer_.node_box(node.id, {place.x, top, place.width, height});
  return top + height;
}

float Panel::fact(const ViewNode& node, Rect place) {
  const auto& parts = tree_.children(node.id);
  const float top = place.y + 8;
  float bottom = top;
  const bool is_side = place.width >= kFactSideBySide;
  for (const ViewNode* part : parts) {
    const bool is_label = part->tag == Tag::FactLabel;
    Rect at = {place.x, is_side ? top : bottom, place.width, 0};
    if (is_side && is_label) {
      // The smaller label sits on the baseline of the first line beside it.
      at.y += 2;
      at.width = kLabel;
    }
    if (is_side && !is_label) at = {place.x + kLabel, top, place.width - kLabel, 0};
    bottom = std::max(bottom, text(*part, at));
  }
  composer_.node_box(node.id, {place.x, top, place.width, bottom - top});
  return bottom;
}

float Panel::rewrite(const ViewNode& node, Rect place) {
  const float top = place.y + 12;
  Frame frame(sheet_, Ink::Sunken, Ink::None, 8);
  const float inner = place.width - 24;
  float y = top + 10;
  for (const ViewNode* part : tree_.children(node.id)) {
    if (part->tag == Tag::Preview) y = text(*part, {place.x + 12, y, inner, 0});
    if (part->tag != Tag::Apply) continue;
    Composer::ButtonStyle style;
    style.face = {Size::Small, Weight::Strong};
    style.ink = Ink::Accent;
    style.line = Ink::Accent;
    style.height = 32;
    const float wanted = composer_.button_width(*part, style);
    // A title that is longer than the card goes over two lines.
    if (wanted > inner) style.height = 32 + Fonts::line_height(style.face);
    y += 10;
    composer_.button(*part, {place.x + 12, y, std::min(wanted, inner), style.height}, style);
    y += style.height;
  }
  const Rect rect = {place.x, top, place.width, y + 12 - top};
  frame.close(rect);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::words(const ViewNode& node, Rect place) {
  const auto& inner = tree_.children(node.id);
  if (inner.empty()) return place.y;
  const ViewNode& button = *inner.front();
  Composer::TextStyle style;
  style.face = {Size::Body, Weight::Strong};
  style.control = button.id;
  const float height = composer_.text(button.text, place, style);
  const Rect rect = {place.x, place.y, place.width, height};
  composer_.node_box(node.id, rect);
  composer_.node_box(button.id, rect);
  composer_.control(button.id, rect, 4);
  return rect.bottom();
}

float Panel::card(const ViewNode& node, Rect place) {
  const bool is_noted = node.look == Look::Noted;
  // The edge on the left is what shows of a box under the card.
  Frame edge(sheet_, is_noted ? Ink::None : ink_of(node.look), Ink::None, 10);
  Frame frame(sheet_, Ink::Raised, node.is_active ? ink_of(node.look) : Ink::Line, 9);
  const Rect content = {place.x + kCardPad + 6, place.y, place.width - 2 * kCardPad - 6, 0};
  float y = place.y + kCardPad;
  for (const ViewNode* part : tree_.children(node.id)) {
    const Rect at = {content.x, y, content.width, 0};
    if (part->tag == Tag::Meta) {
      // The same shape as under the words in the text, so that it can be learnt here.
      composer_.mark({at.x, y + 11, 32, 4}, node.look);
      y = text(*part, {at.x + 42, y, at.width - 42, 0});
      continue;
    }
    y = part->tag == Tag::CardHead ? words(*part, at) : this->part(*part, at);
  }
  const Rect rect = {place.x, place.y, place.width, y + kCardPad - place.y};
  const float left = is_noted ? 0 : 4;
  edge.close({rect.x, rect.y, 24, rect.height});
  frame.close({rect.x + left, rect.y, rect.width - left, rect.height});
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::cards(const ViewNode& node, Rect place) {
  const float top = place.y + 10;
  float y = top;
  for (const ViewNode* item : tree_.children(node.id)) {
    y = card(*item, {place.x, y, place.width, 0}) + 12;
  }
  composer_.node_box(node.id, {place.x, top, place.width, std::max(1.0F, y - 12 - top)});
  return std::max(top, y - 12);
}

float Panel::samples(const ViewNode& node, Rect place) {
  Composer::ButtonStyle style;
  style.face = {Size::Body, Weight::Regular};
  const float top = place.y + 8;
  float x = place.x;
  float y = top;
  for (const ViewNode* button : tree_.children(node.id)) {
    const float wanted = std::min(composer_.button_width(*button, style), place.width);
    if (x > place.x && x + wanted > place.right()) {
      x = place.x;
      y += style.height + 8;
    }
    composer_.button(*button, {x, y, wanted, style.height}, style);
    x += wanted + 8;
  }
  const Rect rect = {place.x, top, place.width, y + style.height - top};
  composer_.node_box(node.id, rect);
  return rect.bottom() + 8;
}

float Panel::problem(const ViewNode& node, Rect place) {
  const float top = place.y + 12;
  Frame frame(sheet_, Ink::Raised, Ink::Major, 10);
  float y = top + kCardPad;
  for (const ViewNode* part : tree_.children(node.id)) {
    const Rect at = {place.x + kCardPad, y, place.width - 2 * kCardPad, 0};
    if (part->role != Role::Button) {
      y = text(*part, at);
      continue;
    }
    Composer::ButtonStyle style;
    style.face = {Size::Body, Weight::Regular};
    const float wanted = std::min(composer_.button_width(*part, style), at.width);
    composer_.button(*part, {at.x, y + 12, wanted, style.height}, style);
    y += 12 + style.height;
  }
  const Rect rect = {place.x, top, place.width, y + kCardPad - top};
  frame.close(rect);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::link(const ViewNode& node, Rect place) {
  Composer::TextStyle style;
  style.face = {Size::Small, Weight::Regular};
  style.ink = Ink::Accent;
  style.control = node.id;
  const float width = composer_.width(style.face, node.text);
  const Rect rect = {place.x, place.y + 8, std::min(width, place.width), 24};
  composer_.text(node.text, {rect.x, rect.y + 2, width + 1, 0}, style);
  composer_.box({rect.x, rect.y + 20, rect.width, 1}, Ink::Accent, Ink::None, 0);
  composer_.control(node.id, rect, 4);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::part(const ViewNode& node, Rect place) {
  if (node.tag == Tag::Fact) return fact(node, place);
  if (node.tag == Tag::Rewrite) return rewrite(node, place);
  return text(node, place);
}

float Panel::any(const ViewNode& node, Rect place) {
  if (node.role == Role::Link) return link(node, place);
  if (node.tag == Tag::Cards) return cards(node, place);
  if (node.tag == Tag::Samples) return samples(node, place);
  if (node.tag == Tag::Problem) return problem(node, place);
  return part(node, place);
}

}  // namespace

Sheet layout_panel(const Tree& tree, Fonts& fonts, float width) {
  Sheet sheet;
  const ViewNode* root = tree.root(Tag::Panel);
  if (root == nullptr) return sheet;
  Panel panel(tree, fonts, sheet);
  float y = 0;
  for (const ViewNode* node : tree.children(root->id)) {
    y = panel.any(*node, {kPad, y, width - 2 * kPad, 0});
  }
  sheet.height = std::ceil(y + kPad);
  return sheet;
}

}  // namespace unfeigned::ui
