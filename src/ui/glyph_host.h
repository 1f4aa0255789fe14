// Where glyphs come from: the browser's own text drawing on the page, a deterministic fake in
// tests. One of the two platform edges, hence an interface.
#pragma once

#include <cstdint>
#include <string_view>

namespace unfeigned::ui {

enum class Weight : std::uint8_t { Regular, Strong };

struct GlyphMeasure {
  float advance = 0;
  // The box of the ink around the origin on the baseline, y down, in raster pixels.
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
};

struct FontMetrics {
  float ascent = 0;
  float descent = 0;  // positive, below the baseline
};

class GlyphHost {
 public:
  virtual ~GlyphHost() = default;
  virtual FontMetrics metrics(Weight weight, float pixels) = 0;
  // One grapheme cluster, or a short run of a script whose letters join.
  virtual GlyphMeasure measure(std::string_view text, Weight weight, float pixels) = 0;
  // Draws with the origin at (x, y) into width * height RGBA pixels, straight alpha.
  virtual void raster(std::string_view text, Weight weight, float pixels, int width, int height,
                      float x, float y, std::uint8_t* rgba) = 0;
};

}  // namespace unfeigned::ui
