#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panel.h"

namespace unfeigned::ui {

namespace {

constexpr float kPad = 16;

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
    TagRow{Tag::Plain, {Size::Small, Weight::Regular}, Ink::Muted, 0},
    TagRow{Tag::EntryName, {Size::Small, Weight::Regular}, Ink::Muted, 0},
    TagRow{Tag::GapName, {Size::Body, Weight::Strong}, Ink::Text, 0},
    TagRow{Tag::GapCost, {Size::Small, Weight::Regular}, Ink::Muted, 0},
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

}  // namespace

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
  Frame frame(sheet_, Ink::Raised, node.tag == Tag::Problem ? Ink::Major : Ink::Accent, 10);
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
  const float width = std::min(composer_.width(style.face, node.text) + 1, place.width);
  const float top = place.y + 8;
  const float height = composer_.text(node.text, {place.x, top + 2, width, 0}, style);
  // A link that goes over two lines is underlined as one.
  const Rect rect = {place.x, top, width, height + 5};
  composer_.box({rect.x, rect.bottom() - 4, rect.width, 1}, Ink::Accent, Ink::None, 0);
  composer_.control(node.id, rect, 4);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

// The name on the left, over as many lines as it needs; the amount at the right end of the first.
float Panel::receipt_row(const ViewNode& node, Rect place) {
  const auto& cells = tree_.children(node.id);
  if (cells.size() != 2) return place.y;
  const bool is_total = node.tag == Tag::Total;
  Composer::TextStyle style;
  style.face = {Size::Small, is_total ? Weight::Strong : Weight::Regular};
  style.ink = is_total ? Ink::Text : Ink::Muted;
  const float top = place.y + (is_total ? 5.0F : 0.0F);
  if (is_total) composer_.box({place.x, top - 3, place.width, 1}, Ink::Line, Ink::None, 0);
  const float amount = composer_.width(style.face, cells[1]->text);
  const float room = place.width - amount - 16;
  const float height = composer_.text(cells[0]->text, {place.x, top, room, 0}, style);
  composer_.node_box(cells[0]->id, {place.x, top, room, height});
  style.ink = Ink::Text;
  const Rect right = {place.right() - amount, top, amount, Fonts::line_height(style.face)};
  composer_.line(cells[1]->text, {right.x, right.y, right.width + 1, 0}, style);
  composer_.node_box(cells[1]->id, right);
  composer_.node_box(node.id, {place.x, top, place.width, height});
  return top + height;
}

float Panel::receipt(const ViewNode& node, Rect place) {
  const float top = place.y + 12;
  float y = top;
  for (const ViewNode* row : tree_.children(node.id)) {
    y = receipt_row(*row, {place.x, y, place.width, 0});
  }
  composer_.node_box(node.id, {place.x, top, place.width, y - top});
  return y;
}

float Panel::any(const ViewNode& node, Rect place) {
  if (node.role == Role::Link) return link(node, place);
  if (node.tag == Tag::Cards) return cards(node, place);
  if (node.tag == Tag::Samples) return samples(node, place);
  if (node.tag == Tag::Problem || node.tag == Tag::Offer) return problem(node, place);
  if (node.tag == Tag::Receipt) return receipt(node, place);
  if (node.tag == Tag::Gaps || node.tag == Tag::Entries || node.tag == Tag::Claims) {
    return lines(node, place);
  }
  return part(node, place);
}

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
