// The two fonts of the page, both drawn by the GlyphHost: no font file is shipped, and every script
// that the reader's machine can show, the page can show. Few sizes on purpose: the tables of Dear
// ImGui grow with each size that meets an emoji.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/clusters.h"
#include "ui/glyph_host.h"

struct ImFont;
struct ImFontAtlas;

namespace unfeigned::ui {

// A size of text. kSizes in fonts.cpp gives the pixels.
enum class Size : std::uint8_t { Small, Body, Large, Number };

struct Face {
  Size size = Size::Body;
  Weight weight = Weight::Regular;
  friend bool operator==(const Face&, const Face&) = default;
};

struct Line {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  float width = 0;
};

class Fonts {
 public:
  explicit Fonts(GlyphHost& host) : host_(host) {}
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Adds both fonts to the atlas, which keeps a pointer to this object.
  void install(ImFontAtlas& atlas);

  // To be called in every frame before text is measured or drawn: Dear ImGui tells only the font in
  // use how dense the screen is, and the others would come out blurred.
  void follow_density() const;

  static float pixels(Face face);
  static float line_height(Face face);
  ImFont* font(Weight weight) const { return fonts_[static_cast<std::size_t>(weight)]; }
  // From the top of a line to the top of the glyphs' box.
  float leading(Face face) const;

  float width(Face face, std::string_view text) const;
  // Breaks at spaces and between Han characters; a word longer than the line is cut.
  std::vector<Line> lines(Face face, std::string_view text, float width) const;

  Clusters& clusters() { return clusters_; }
  const Clusters& clusters() const { return clusters_; }
  GlyphHost& host() const { return host_; }

 private:
  GlyphHost& host_;
  Clusters clusters_;
  ImFont* fonts_[2] = {nullptr, nullptr};
};

}  // namespace unfeigned::ui
