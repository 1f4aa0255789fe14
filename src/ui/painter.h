// Paints the page with Dear ImGui: the laid-out regions, the highlights over the editor, the hint
// beside the highlight under the pointer, the focus ring. It decides nothing: presses are the
// business of the accessible mirror, which lies exactly over what is painted here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/app.h"
#include "app/outbox.h"
#include "ui/fonts.h"
#include "ui/geometry.h"
#include "ui/layout.h"
#include "ui/sheet.h"
#include "ui/theme.h"

struct ImDrawList;

namespace unfeigned::ui {

struct Surface {
  float width = 0;
  float height = 0;
  float density = 1;  // device pixels to a CSS pixel
};

// Where the style sheet put the regions, in CSS pixels of the surface.
struct Regions {
  Rect bar;
  Rect foot;
  Rect head;
  Rect panel;
  Rect editor;
  Rect strip;
  float panel_scroll = 0;
};

// A piece of a finding's words in the editor; on the strip beside it y and height are shares of the
// whole text. kSlot marks a slot that is still open, kFact something that the text gives.
struct Highlight {
  std::uint32_t finding = 0;
  Rect rect;
  static constexpr std::uint32_t kSlot = 0xFFFFFFFF;
  static constexpr std::uint32_t kFact = 0xFFFFFFFE;
};

class Painter {
 public:
  // Makes a Dear ImGui context of its own.
  explicit Painter(GlyphHost& host);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void set_surface(const Surface& surface) { surface_ = surface; }
  void set_regions(const Regions& regions) { regions_ = regions; }
  void set_highlights(std::vector<Highlight> highlights) { highlights_ = std::move(highlights); }
  void set_strip(std::vector<Highlight> marks) { strip_ = std::move(marks); }
  void set_focus(NodeId node) { focus_ = node; }
  void set_palette(std::span<const std::uint32_t> values) { theme_.set(values); }
  void forget_layout() { laid_out_version_ = 0; }

  void pointer_at(float x, float y);
  void pointer_gone();
  void pointer_button(bool is_down);

  // One whole frame, up to ImGui::Render. True when the next frame would differ.
  bool frame(const App& app, float seconds);

  const std::vector<NodeBox>& boxes() const { return boxes_; }
  const Sizes& sizes() const { return sizes_; }
  const Sheet& sheet(std::size_t region) const { return sheets_[region]; }

 private:
  struct Placed {
    const Sheet* sheet;
    Rect clip;
    float dx;
    float dy;
  };
  bool lay_out(const App& app);
  std::array<Placed, 5> placed() const;
  void paint_region(const Placed& place, ImDrawList& list);
  void paint_shape(const Shape& shape, const Placed& place, ImDrawList& list) const;
  void paint_text(const Shape& shape, const Rect& rect, ImDrawList& list) const;
  void paint_focus(const Placed& place, ImDrawList& list) const;
  void paint_highlights(const App& app, ImDrawList& list);
  void paint_strip(const App& app, ImDrawList& list) const;
  void paint_hint(const App& app, ImDrawList& list);

  Fonts fonts_;
  Theme theme_;
  Surface surface_;
  Regions regions_;
  std::vector<Highlight> highlights_;
  std::vector<Highlight> strip_;
  std::array<Sheet, 5> sheets_;  // bar, foot, head, panel, popover
  std::vector<NodeBox> boxes_;
  Sizes sizes_;
  NodeId focus_ = kNoNode;
  NodeId hovered_ = kNoNode;
  NodeId pressed_ = kNoNode;
  std::optional<std::uint32_t> hinted_;
  std::uint32_t laid_out_version_ = 0;
  std::array<float, 6> laid_out_for_ = {};
};

}  // namespace unfeigned::ui
