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

// A line over the whole width, and an arrow at its end that says whether it is open.
float Panel::fold_head(const ViewNode& node, Rect place) {
  constexpr float kHeight = 44;
  const auto& children = tree_.children(node.id);
  if (children.size() != 1) return place.y;
  const ViewNode& toggle = *children.front();
  const Rect rect = {place.x, place.y + 12, place.width, kHeight};
  composer_.box({rect.x, rect.y, rect.width, 1}, Ink::Line, Ink::None, 0);
  Composer::TextStyle style;
  style.face = {Size::Body, Weight::Strong};
  style.control = toggle.id;
  const float y = rect.y + (kHeight - Fonts::line_height(style.face)) / 2;
  composer_.line(toggle.text, {rect.x, y, rect.width - 28, 0}, style);
  composer_.caret({rect.right() - 16, rect.y + (kHeight - 12) / 2, 12, 12}, toggle.id,
                  toggle.is_active);
  composer_.control(toggle.id, rect, 4);
  composer_.node_box(toggle.id, rect);
  composer_.node_box(node.id, rect);
  return rect.bottom() - 12;
}

// What is folded is not painted, and so has no box.
float Panel::fold(const ViewNode& node, Rect place) {
  if (!node.is_active) return place.y;
  const float top = place.y + 4;
  float y = top;
  for (const ViewNode* part : tree_.children(node.id)) {
    y = any(*part, {place.x, y, place.width, 0});
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
  if (node.tag == Tag::FoldHead) return fold_head(node, place);
  if (node.tag == Tag::Fold) return fold(node, place);
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

Sheet layout_popover(const Tree& tree, Fonts& fonts, float width, const Sheet& above, float room) {
  constexpr float kInside = 14;
  Sheet sheet;
  const ViewNode* head = tree.root(Tag::Head);
  const ViewNode* popover = head == nullptr ? nullptr : tree.child(head->id, Tag::Popover);
  const ViewNode* table = popover == nullptr ? nullptr : tree.child(popover->id, Tag::Receipt);
  if (table == nullptr) return sheet;
  const ViewNode* peek = tree.child(head->id, Tag::Peek);
  float top = 0;
  for (const NodeBox& box : above.boxes) {
    // No gap between the two: a pointer goes from one to the other.
    if (peek != nullptr && box.node == peek->id) top = box.y + box.height;
  }
  Panel panel(tree, fonts, sheet);
  Frame frame(sheet, Ink::Raised, Ink::Edge, 10);
  const Rect inside = {kPad + kInside, top, width - 2 * (kPad + kInside), 0};
  const float bottom = panel.receipt(*table, inside) + kInside;
  const Rect rect = {kPad, top, width - 2 * kPad, bottom - top};
  frame.close(rect);
  sheet.boxes.push_back({popover->id, rect.x, rect.y, rect.width, rect.height});
  // Where there is no room below the number, it goes up as far as it must.
  const float up = std::max(bottom - room, 0.0F);
  for (Shape& shape : sheet.shapes) shape.rect.y -= up;
  for (NodeBox& box : sheet.boxes) box.y -= up;
  sheet.height = bottom - up;
  return sheet;
}

}  // namespace unfeigned::ui
