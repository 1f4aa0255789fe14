// Puts texts, buttons and boxes on a Sheet. It knows how a thing looks, not where the page wants
// it.
#pragma once

#include <string_view>

#include "ui/sheet.h"

namespace unfeigned::ui {

class Composer {
 public:
  Composer(Fonts& fonts, Sheet& sheet) : fonts_(fonts), sheet_(sheet) {}

  struct TextStyle {
    Face face;
    Ink ink = Ink::Text;
    bool is_faint = false;
    bool has_slots = false;  // open slots get a ground of their own
    NodeId control = kNoNode;
  };
  // Wrapped text; returns its height.
  float text(std::string_view text, Rect place, const TextStyle& style);
  // One line, cut with an ellipsis where the place ends.
  void line(std::string_view text, Rect place, const TextStyle& style);
  float width(Face face, std::string_view text) {
    return fonts_.width(face, fonts_.clusters().encode(text));
  }

  struct ButtonStyle {
    Face face;
    Ink ink = Ink::Text;
    Ink fill = Ink::Raised;
    Ink line = Ink::Edge;
    float height = 34;
    float padding = 14;
  };
  // The label is cut when the place is narrower than it.
  void button(const ViewNode& node, Rect place, const ButtonStyle& style);
  float button_width(const ViewNode& node, const ButtonStyle& style) {
    return width(style.face, node.text) + 2 * style.padding;
  }

  void box(Rect rect, Ink fill, Ink line, float radius);
  void mark(Rect rect, Look look);
  void check(Rect rect, bool is_checked, NodeId control);
  void caret(Rect rect, NodeId control, bool is_up = false);
  void control(NodeId node, Rect rect, float radius);
  void node_box(NodeId node, Rect rect);

 private:
  Shape& add(ShapeKind kind, Rect rect);
  void slots(std::string_view line, const Face& face, float x, float y);

  Fonts& fonts_;
  Sheet& sheet_;
};

}  // namespace unfeigned::ui
