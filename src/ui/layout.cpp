#include "ui/layout.h"

#include <algorithm>
#include <cmath>

#include "ui/composer.h"

namespace unfeigned::ui {

namespace {

constexpr Face kSmall = {Size::Small, Weight::Regular};
constexpr Face kBodyStrong = {Size::Body, Weight::Strong};
constexpr Face kSmallStrong = {Size::Small, Weight::Strong};
constexpr Face kLargeStrong = {Size::Large, Weight::Strong};
constexpr Face kNumber = {Size::Number, Weight::Strong};

constexpr float kGap = 8;
constexpr float kPad = 16;
constexpr float kControl = 34;
constexpr float kBelowGauge = 8;

// Below this width the page is one column, and controls draw closer together.
constexpr float kNarrow = 500;

Composer::ButtonStyle bar_button(const ViewNode& node, float width) {
  Composer::ButtonStyle style;
  const bool is_narrow = width < kNarrow;
  style.face = {is_narrow ? Size::Small : Size::Body, Weight::Regular};
  if (is_narrow) style.padding = 10;
  if (node.tag == Tag::Primary) {
    style.face.weight = Weight::Strong;
    style.ink = Ink::OnAccent;
    style.fill = Ink::Accent;
    style.line = Ink::None;
  }
  return style;
}

std::string_view chosen_text(const ViewNode& node) {
  for (const Option& option : node.options) {
    if (option.value == node.value) return option.text;
  }
  return {};
}

// What a choice needs: a select its name and its value, a checkbox box and label. A bare select
// shows its value alone; that it has a name is still told.
float choice_width(Composer& composer, const ViewNode& node, bool is_bare = false) {
  if (node.role == Role::Checkbox) return 28 + composer.width(kSmall, node.text);
  const float value = composer.width(kSmall, chosen_text(node));
  if (is_bare) return value + 44;
  return composer.width(kSmall, node.text) + std::max(value, 60.0F) + 56;
}

// The name stands inside the field, before the value.
void place_select(Composer& composer, const ViewNode& node, Rect place, bool is_bare = false) {
  ViewNode frame;
  frame.id = node.id;
  composer.button(frame, place, {});
  const float y = place.y + std::round((place.height - Fonts::line_height(kSmall)) / 2);
  const float label = is_bare ? 0 : composer.width(kSmall, node.text);
  Composer::TextStyle style;
  style.face = kSmall;
  style.ink = Ink::Muted;
  if (!is_bare) composer.line(node.text, {place.x + 12, y, label + 1, 0}, style);
  style.ink = Ink::Text;
  const float x = place.x + 12 + (is_bare ? 0 : label + 8);
  composer.line(chosen_text(node), {x, y, place.right() - 30 - x, 0}, style);
  composer.caret({place.right() - 24, place.y + (place.height - 12) / 2, 12, 12}, node.id);
}

void place_check(Composer& composer, const ViewNode& node, Rect place) {
  const Rect box = {place.x, place.y + (place.height - 18) / 2, 18, 18};
  composer.check(box, node.is_checked, node.id);
  Composer::TextStyle style;
  style.face = kSmall;
  composer.text(
      node.text,
      {place.x + 28, place.y + std::round((place.height - Fonts::line_height(kSmall)) / 2),
       place.width, 0},
      style);
  composer.control(node.id, place, 6);
  composer.node_box(node.id, place);
}

// 0.432 for "43.2" and for "43,2", as Strings::tenths writes it. Not strtof: it would weigh more
// than the page.
float share_of(std::string_view number) {
  float tenths = 0;
  for (const char c : number) {
    if (c >= '0' && c <= '9') tenths = tenths * 10 + static_cast<float>(c - '0');
  }
  return std::clamp(tenths / 1000, 0.0F, 1.0F);
}

// The button that makes the sheet of a narrow page tall or short; returns what it takes of the
// width.
float place_grip(Composer& composer, const ViewNode* grip, float width) {
  if (grip == nullptr) return 0;
  constexpr float kArrow = 20;
  Composer::ButtonStyle style;
  style.face = kSmall;
  const float wanted = composer.width(kSmall, grip->text) + 2 * style.padding + kArrow;
  const Rect place = {width - kPad - wanted, 36, wanted, kControl};
  ViewNode frame;
  frame.id = grip->id;
  composer.button(frame, place, style);
  const float y = place.y + std::round((place.height - Fonts::line_height(kSmall)) / 2);
  Composer::TextStyle label;
  label.face = kSmall;
  composer.line(grip->text, {place.x + style.padding, y, wanted, 0}, label);
  // Up makes it taller.
  composer.caret({place.right() - 26, place.y + 11, 12, 12}, grip->id, !grip->is_active);
  return wanted + kGap;
}

// The number, its word, and a track that is filled up to the number. The button that shows how the
// number comes about lies over all of it but the grip.
float place_gauge(Composer& composer, const Tree& tree, const ViewNode& head, const ViewNode& gauge,
                  const ViewNode& band, float width) {
  const ViewNode* peek = tree.child(head.id, Tag::Peek);
  const float grip = place_grip(composer, tree.child(head.id, Tag::Grip), width);
  const bool has_value = !gauge.value.empty();
  Composer::TextStyle label;
  label.face = kSmall;
  label.ink = Ink::Muted;
  composer.text(gauge.text, {kPad, 12, width, 0}, label);
  if (peek != nullptr) {
    const float x = kPad + composer.width(kSmall, gauge.text) + 6;
    composer.caret({x, 16, 11, 11}, peek->id, peek->is_active);
  }
  const std::string number = has_value ? gauge.value : "\xE2\x80\x93";
  const float number_width = composer.width(kNumber, number);
  Composer::TextStyle big;
  big.face = kNumber;
  big.ink = has_value ? Ink::Text : Ink::Muted;
  composer.text(number, {kPad, 31, number_width + 1, 0}, big);
  Composer::TextStyle word;
  word.face = kBodyStrong;
  word.ink = has_value ? Ink::Text : Ink::Muted;
  const float word_x = kPad + number_width + 12;
  const float word_width = width - word_x - kPad - grip;
  const float word_height = composer.text(band.text, {word_x, 42, word_width, 0}, word);
  composer.node_box(band.id, {word_x, 42, word_width, word_height});

  const float track_y = std::max(76.0F, 42 + word_height + 6);
  const Rect track = {kPad, track_y, width - 2 * kPad, 10};
  composer.box(track, Ink::Sunken, Ink::Edge, 5);
  if (has_value) {
    const float share = share_of(gauge.value);
    const float filled = std::max(10.0F, track.width * share);
    composer.box({track.x, track.y, filled, track.height}, Ink::Accent, Ink::None, 5);
  }
  const Rect whole = {kPad, 12, width - 2 * kPad, track.bottom() - 12};
  composer.node_box(gauge.id, whole);
  if (peek != nullptr) {
    const Rect over = {whole.x, whole.y, whole.width - grip, whole.height + kBelowGauge};
    composer.node_box(peek->id, over);
    composer.control(peek->id, over, 6);
  }
  return track.bottom();
}

}  // namespace

Tree::Tree(const View& view) {
  for (const ViewNode& node : view.nodes) children_[node.parent].push_back(&node);
}

const std::vector<const ViewNode*>& Tree::children(NodeId parent) const {
  static const std::vector<const ViewNode*> kNone;
  const auto found = children_.find(parent);
  return found == children_.end() ? kNone : found->second;
}

const ViewNode* Tree::child(NodeId parent, Tag tag) const {
  for (const ViewNode* node : children(parent)) {
    if (node->tag == tag) return node;
  }
  return nullptr;
}

Sheet layout_bar(const Tree& tree, Fonts& fonts, float width) {
  Sheet sheet;
  Composer composer(fonts, sheet);
  const ViewNode* bar = tree.root(Tag::Bar);
  const ViewNode* title = bar == nullptr ? nullptr : tree.child(bar->id, Tag::Title);
  if (title == nullptr) return sheet;
  const float title_width = composer.width(kLargeStrong, title->text);
  Composer::TextStyle style;
  style.face = kLargeStrong;
  composer.text(title->text, {kPad, 13, title_width + 1, 0}, style);
  composer.node_box(title->id, {kPad, 13, title_width, 26});

  std::vector<const ViewNode*> buttons;
  for (const ViewNode* node : tree.children(bar->id)) {
    if (node->role == Role::Button || node->role == Role::Select) buttons.push_back(node);
  }
  bool is_bare = false;
  const auto width_of = [&](const ViewNode& node) {
    return node.role == Role::Select ? choice_width(composer, node, is_bare)
                                     : composer.button_width(node, bar_button(node, width));
  };
  const auto overflows = [&] {
    float whole = title_width + 2 * kPad;
    for (const ViewNode* node : buttons) whole += width_of(*node) + kGap;
    return whole > width;
  };
  // What a select is called is left out where there is no room for it.
  is_bare = overflows();
  // One row that ends at the right: the rest is in the menu. The smallest screens have it below the
  // title.
  const float y = overflows() ? 9 + kControl + kGap : 9;
  float x = width - kPad;
  for (auto node = buttons.rbegin(); node != buttons.rend(); ++node) {
    const float wanted = width_of(**node);
    const Rect place = {x - wanted, y, wanted, kControl};
    if ((*node)->role == Role::Select) {
      place_select(composer, **node, place, is_bare);
    } else {
      composer.button(**node, place, bar_button(**node, width));
    }
    x = place.x - kGap;
  }
  sheet.height = y + kControl + 9;
  return sheet;
}

Sheet layout_foot(const Tree& tree, Fonts& fonts, float width) {
  Sheet sheet;
  Composer composer(fonts, sheet);
  const ViewNode* foot = tree.root(Tag::Foot);
  if (foot == nullptr) return sheet;
  const float room = width - 2 * kPad;
  float x = kPad;
  float y = kGap;
  for (const ViewNode* node : tree.children(foot->id)) {
    float wanted = std::min(choice_width(composer, *node), room);
    // Two selects share a row of a phone: what the first can spare is for the second, which is cut
    // where it has to be.
    if (width < kNarrow && node->role == Role::Select) {
      wanted = x > kPad ? width - kPad - x : std::min(wanted, (room - kGap) / 2);
    }
    if (x > kPad && x + wanted > width - kPad + 0.5F) {
      x = kPad;
      y += kControl + kGap;
    }
    const Rect place = {x, y, wanted, kControl};
    if (node->role == Role::Select) place_select(composer, *node, place);
    if (node->role == Role::Checkbox) place_check(composer, *node, place);
    x += wanted + kGap;
  }
  sheet.height = y + kControl + kGap;
  return sheet;
}

Sheet layout_head(const Tree& tree, Fonts& fonts, float width) {
  Sheet sheet;
  Composer composer(fonts, sheet);
  const ViewNode* head = tree.root(Tag::Head);
  if (head == nullptr) return sheet;
  const ViewNode* gauge = tree.child(head->id, Tag::Gauge);
  const ViewNode* band = tree.child(head->id, Tag::Band);
  const ViewNode* counts = tree.child(head->id, Tag::Counts);
  const ViewNode* message = tree.child(head->id, Tag::Message);
  if (gauge == nullptr || band == nullptr || counts == nullptr || message == nullptr) return sheet;
  // The counts stand at the right end of the gauge's first line.
  const float counts_width = std::min(composer.width(kSmallStrong, counts->text), width - 2 * kPad);
  const Rect right = {width - kPad - counts_width, 12, counts_width, 19};
  Composer::TextStyle style;
  style.face = kSmallStrong;
  composer.line(counts->text, {right.x, right.y, right.width + 1, 0}, style);
  composer.node_box(counts->id, right);

  // A line for what was done last is always kept, so that nothing jumps when it is said.
  const float y = place_gauge(composer, tree, *head, *gauge, *band, width) + kBelowGauge;
  style.ink = Ink::Accent;
  const Rect place = {kPad, y, width - 2 * kPad, 0};
  const float height = composer.text(message->text, place, style);
  composer.node_box(message->id, {place.x, y, place.width, height});
  sheet.height = y + height + 8;
  return sheet;
}

}  // namespace unfeigned::ui
