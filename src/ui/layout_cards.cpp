#include <algorithm>

#include "ui/panel.h"

namespace unfeigned::ui {

namespace {

constexpr float kLabel = 78;
// Below this width a label stands above its sentence.
constexpr float kSideBySide = 280;

// What the label of a line takes of the width.
float label_width(const ViewNode& node, float width) {
  return node.tag == Tag::Entry ? std::clamp(width * 0.36F, 104.0F, 150.0F) : kLabel;
}

}  // namespace

float Panel::words(const ViewNode& button, Rect place) {
  Composer::TextStyle style;
  style.face = {Size::Body, Weight::Strong};
  style.control = button.id;
  const float height = composer_.text(button.text, place, style);
  const Rect rect = {place.x, place.y, place.width, height};
  composer_.node_box(button.id, rect);
  composer_.control(button.id, rect, 4);
  return rect.bottom();
}

// Its children, one below the other.
float Panel::head(const ViewNode& node, Rect place) {
  float y = place.y;
  for (const ViewNode* part : tree_.children(node.id)) {
    y = this->part(*part, {place.x, y, place.width, 0});
  }
  composer_.node_box(node.id, {place.x, place.y, place.width, y - place.y});
  return y;
}

float Panel::fact(const ViewNode& node, Rect place) {
  const auto& parts = tree_.children(node.id);
  const float top = place.y + 8;
  float bottom = top;
  const float label = label_width(node, place.width);
  float right = top;
  const bool is_side = place.width >= kSideBySide;
  for (const ViewNode* part : parts) {
    const bool is_label = part->role == Role::Label;
    Rect at = {place.x, is_side ? top : bottom, place.width, 0};
    if (is_side && is_label) {
      // The smaller label sits on the baseline of the first line beside it.
      at.y += 2;
      at.width = label - 8;
    }
    if (is_side && !is_label) {
      at = {place.x + label, right, place.width - label, 0};
    }
    const float below = this->part(*part, at);
    if (is_side && !is_label) right = below;
    bottom = std::max(bottom, below);
  }
  composer_.node_box(node.id, {place.x, top, place.width, bottom - top});
  return bottom;
}

// Buttons beside each other as far as they fit; a title that is longer than the place goes over two
// lines.
float Panel::buttons(std::span<const ViewNode* const> nodes, Rect place) {
  constexpr float kGap = 8;
  float x = place.x;
  float y = place.y + 10;
  float bottom = y;
  for (const ViewNode* node : nodes) {
    Composer::ButtonStyle style;
    style.face = {Size::Small, Weight::Regular};
    style.height = 32;
    if (node->tag != Tag::Tool) style.ink = Ink::Accent;
    // The first way to use a rewrite is the one to see.
    if (node == nodes.front() && node->tag != Tag::Tool) {
      style.face.weight = Weight::Strong;
      style.line = Ink::Accent;
    }
    const float wanted = composer_.button_width(*node, style);
    if (wanted > place.width) style.height += Fonts::line_height(style.face);
    if (x > place.x && x + wanted > place.right()) {
      x = place.x;
      y = bottom + kGap;
    }
    const Rect rect = {x, y, std::min(wanted, place.width), style.height};
    composer_.button(*node, rect, style);
    x = rect.right() + kGap;
    bottom = rect.bottom();
  }
  return bottom;
}

float Panel::rewrite(const ViewNode& node, Rect place) {
  const float top = place.y + 12;
  Frame frame(sheet_, Ink::Sunken, Ink::None, 8);
  float y = top + 10;
  std::vector<const ViewNode*> pressed;
  for (const ViewNode* part : tree_.children(node.id)) {
    if (part->role == Role::Button) {
      pressed.push_back(part);
    } else {
      y = text(*part, {place.x + 12, y, place.width - 24, 0});
    }
  }
  y = buttons(pressed, {place.x + 12, y, place.width - 24, 0});
  const Rect rect = {place.x, top, place.width, y + 12 - top};
  frame.close(rect);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::card(const ViewNode& node, Rect place) {
  const bool is_noted = node.look == Look::Noted;
  // The edge on the left is what shows of a box under the card.
  Frame edge(sheet_, is_noted ? Ink::None : ink_of(node.look), Ink::None, 10);
  Frame frame(sheet_, Ink::Raised, node.is_active ? ink_of(node.look) : Ink::Line, 9);
  const Rect content = {place.x + kCardPad + 6, place.y, place.width - 2 * kCardPad - 6, 0};
  float y = place.y + kCardPad;
  const auto& parts = tree_.children(node.id);
  for (const ViewNode* const& part : parts) {
    const Rect at = {content.x, y, content.width, 0};
    if (part->tag == Tag::Tool) {
      // The card's own buttons are its last parts, and share a row.
      y = buttons({&part, parts.data() + parts.size()}, at);
      break;
    }
    if (part->tag == Tag::Meta) {
      // The same shape as under the words in the text, so that it can be learnt here.
      composer_.mark({at.x, y + 11, 32, 4}, node.look);
      y = text(*part, {at.x + 42, y, at.width - 42, 0});
      continue;
    }
    y = this->part(*part, at);
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

float Panel::gap(const ViewNode& node, Rect place) {
  const ViewNode* cost = tree_.child(node.id, Tag::GapCost);
  Composer::TextStyle style;
  style.face = {Size::Small, Weight::Regular};
  style.ink = Ink::Muted;
  const float taken = cost == nullptr ? 0 : composer_.width(style.face, cost->text);
  float y = place.y;
  for (const ViewNode* part : tree_.children(node.id)) {
    if (part == cost) {
      const Rect right = {place.right() - taken, place.y + 2, taken, 19};
      composer_.line(cost->text, {right.x, right.y, right.width + 1, 0}, style);
      composer_.node_box(cost->id, right);
      continue;
    }
    const bool is_name = part->tag == Tag::GapName;
    y = this->part(*part, {place.x, y, place.width - (is_name ? taken + 12 : 0), 0});
  }
  composer_.node_box(node.id, {place.x, place.y, place.width, y - place.y});
  return y;
}

float Panel::line(const ViewNode& node, Rect place) {
  if (node.tag == Tag::Gap) return gap(node, place);
  if (node.tag == Tag::Entry) return fact(node, {place.x, place.y - 8, place.width, 0});
  return head(node, place);
}

float Panel::lines(const ViewNode& node, Rect place) {
  const float top = place.y + 10;
  Frame frame(sheet_, Ink::Raised, Ink::Line, 9);
  float y = top + 12;
  bool is_first = true;
  for (const ViewNode* item : tree_.children(node.id)) {
    if (!is_first) {
      y += 10;
      composer_.box({place.x + kCardPad, y, place.width - 2 * kCardPad, 1}, Ink::Line, Ink::None,
                    0);
      y += 10;
    }
    is_first = false;
    y = line(*item, {place.x + kCardPad, y, place.width - 2 * kCardPad, 0});
  }
  const Rect rect = {place.x, top, place.width, y + 12 - top};
  frame.close(rect);
  composer_.node_box(node.id, rect);
  return rect.bottom();
}

float Panel::part(const ViewNode& node, Rect place) {
  if (node.tag == Tag::CardHead) return head(node, place);
  if (node.tag == Tag::Fact) return fact(node, place);
  if (node.tag == Tag::Rewrite) return rewrite(node, place);
  if (node.tag == Tag::Words) return words(node, place);
  if (node.role == Role::Button) {
    const ViewNode* const alone[] = {&node};
    return buttons(alone, place);
  }
  return text(node, place);
}

}  // namespace unfeigned::ui
