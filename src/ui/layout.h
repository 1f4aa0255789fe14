// Where everything stands: one function for each region of the page. The width is given, the
// height follows. Pure apart from asking the fonts for widths.
#pragma once

#include <map>
#include <vector>

#include "app/view.h"
#include "ui/fonts.h"
#include "ui/sheet.h"

namespace unfeigned::ui {

// The view with its children at hand. Holds pointers into the view it was made of.
class Tree {
 public:
  explicit Tree(const View& view);
  const std::vector<const ViewNode*>& children(NodeId parent) const;
  // The first child with this tag, or nothing.
  const ViewNode* child(NodeId parent, Tag tag) const;
  const ViewNode* root(Tag tag) const { return child(kNoNode, tag); }

 private:
  std::map<NodeId, std::vector<const ViewNode*>> children_;
};

Sheet layout_bar(const Tree& tree, Fonts& fonts, float width);
Sheet layout_foot(const Tree& tree, Fonts& fonts, float width);
Sheet layout_head(const Tree& tree, Fonts& fonts, float width);
// The receipt below the number, over whatever stands there; empty while nobody looks at it. In the
// coordinates of the head, which is given; `room` is where the page ends in them.
Sheet layout_popover(const Tree& tree, Fonts& fonts, float width, const Sheet& above, float room);
Sheet layout_panel(const Tree& tree, Fonts& fonts, float width);

}  // namespace unfeigned::ui
