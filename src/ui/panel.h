// The panel's parts, one function each; layout_panel.cpp and layout_cards.cpp share them. Nothing
// outside these two files includes this.
#pragma once

#include <cstddef>
#include <span>

#include "ui/composer.h"
#include "ui/layout.h"

namespace unfeigned::ui {

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

  // One child of the panel; returns the y below it, as all of the following do.
  float any(const ViewNode& node, Rect place);
  float receipt(const ViewNode& node, Rect place);

 private:
  static constexpr float kCardPad = 14;

  // layout_panel.cpp
  float text(const ViewNode& node, Rect place);
  float samples(const ViewNode& node, Rect place);
  float problem(const ViewNode& node, Rect place);
  float link(const ViewNode& node, Rect place);
  float fold_head(const ViewNode& node, Rect place);
  float fold(const ViewNode& node, Rect place);
  float receipt_row(const ViewNode& node, Rect place);
  // layout_cards.cpp
  float cards(const ViewNode& node, Rect place);
  float card(const ViewNode& node, Rect place);
  float part(const ViewNode& node, Rect place);
  float head(const ViewNode& node, Rect place);
  float words(const ViewNode& button, Rect place);
  float fact(const ViewNode& node, Rect place);
  float rewrite(const ViewNode& node, Rect place);
  float buttons(std::span<const ViewNode* const> nodes, Rect place);
  // Items one below the other in one frame.
  float lines(const ViewNode& node, Rect place);
  float line(const ViewNode& node, Rect place);
  float gap(const ViewNode& node, Rect place);

  const Tree& tree_;
  Sheet& sheet_;
  Composer composer_;
};

}  // namespace unfeigned::ui
