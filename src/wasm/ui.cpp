// The door of ui.wasm: numbers in, one scratch area for messages, one outbox out. It owns the WebGL
// surface and nothing else; no function here decides anything. After any call the heap may have
// grown, so the glue reads its views anew. src/wasm/ui.exports lists the names.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/outbox.h"
#include "ui/painter.h"
#include "wasm/screen.h"

extern "C" {
// src/wasm/host.js
void uf_js_font_metrics(int weight, float pixels, float* out);
void uf_js_glyph_measure(const char* text, std::size_t size, int weight, float pixels, float* out);
void uf_js_glyph_raster(const char* text, std::size_t size, int weight, float pixels, int width,
                        int height, float x, float y, std::uint8_t* rgba);
}

namespace unfeigned {

namespace {

class BrowserGlyphs final : public ui::GlyphHost {
 public:
  ui::FontMetrics metrics(ui::Weight weight, float pixels) override {
    float out[2] = {};
    uf_js_font_metrics(static_cast<int>(weight), pixels, out);
    return {out[0], out[1]};
  }
  ui::GlyphMeasure measure(std::string_view text, ui::Weight weight, float pixels) override {
    float out[5] = {};
    uf_js_glyph_measure(text.data(), text.size(), static_cast<int>(weight), pixels, out);
    return {out[0], out[1], out[2], out[3], out[4]};
  }
  void raster(std::string_view text, ui::Weight weight, float pixels, int width, int height,
              float x, float y, std::uint8_t* rgba) override {
    uf_js_glyph_raster(text.data(), text.size(), static_cast<int>(weight), pixels, width, height, x,
                       y, rgba);
  }
};

// Kinds of uf_context and uf_pointer, as in web/glue/ui_module.mjs.
enum ContextEvent { kContextStart = 0, kContextLost = 1, kContextRestored = 2 };
enum PointerEvent { kPointerMove = 0, kPointerGone = 1, kPointerDown = 2, kPointerUp = 3 };

struct Page {
  App app;
  BrowserGlyphs glyphs;
  std::unique_ptr<ui::Painter> painter;
  Screen screen;
  bool is_painting = false;
  double last_ms = 0;
  std::vector<std::uint8_t> scratch;
  WireWriter outbox;
  std::vector<NodeBox> told_boxes;
  Sizes told_sizes;
};

// The one object with static life: the exports have nowhere else to keep it.
Page& page() {
  static Page the_page;
  return the_page;
}

const float* floats_of_scratch() { return reinterpret_cast<const float*>(page().scratch.data()); }

// Finding (as a word), x, y, width, height of each piece.
std::vector<ui::Highlight> highlights_of_scratch() {
  const float* f = floats_of_scratch();
  const auto* words = reinterpret_cast<const std::uint32_t*>(page().scratch.data());
  std::vector<ui::Highlight> highlights(page().scratch.size() / 20);
  for (std::size_t i = 0; i < highlights.size(); ++i) {
    const float* piece = f + i * 5;
    highlights[i] = {words[i * 5], {piece[1], piece[2], piece[3], piece[4]}};
  }
  return highlights;
}

}  // namespace

extern "C" {

// A place for a message of this size; valid until the next call.
std::uint8_t* uf_scratch(std::size_t bytes) {
  page().scratch.resize(bytes);
  return page().scratch.data();
}

// Takes the message in the scratch area. 0 when it is none.
int uf_message() { return page().app.receive(page().scratch) ? 1 : 0; }

// 1 when the canvas is painted on from now on.
int uf_context(int event) {
  Page& it = page();
  if (event == kContextLost) {
    it.is_painting = false;
    return 0;
  }
  if (event == kContextStart) it.painter = std::make_unique<ui::Painter>(it.glyphs);
  it.is_painting = it.painter != nullptr && it.screen.open();
  return it.is_painting ? 1 : 0;
}

void uf_surface(float width, float height, float density) {
  if (page().painter) page().painter->set_surface({width, height, density});
}

// From the scratch area: x, y, width, height of bar, foot, head, panel, editor, strip; then the
// scroll.
void uf_regions() {
  if (!page().painter || page().scratch.size() != 25 * sizeof(float)) return;
  const float* f = floats_of_scratch();
  const auto rect = [f](int i) {
    return ui::Rect{f[i * 4], f[i * 4 + 1], f[i * 4 + 2], f[i * 4 + 3]};
  };
  page().painter->set_regions({rect(0), rect(1), rect(2), rect(3), rect(4), rect(5), f[24]});
}

// From the scratch area: 0xRRGGBB words in the order of ui::Ink.
void uf_palette() {
  if (!page().painter) return;
  const auto* values = reinterpret_cast<const std::uint32_t*>(page().scratch.data());
  page().painter->set_palette({values, page().scratch.size() / 4});
}

void uf_rects() {
  if (page().painter) page().painter->set_highlights(highlights_of_scratch());
}

void uf_strip() {
  if (page().painter) page().painter->set_strip(highlights_of_scratch());
}

void uf_pointer(int event, float x, float y) {
  if (!page().painter) return;
  ui::Painter& painter = *page().painter;
  if (event == kPointerGone) {
    painter.pointer_gone();
    return;
  }
  painter.pointer_at(x, y);
  if (event == kPointerDown) painter.pointer_button(true);
  if (event == kPointerUp) painter.pointer_button(false);
}

void uf_focus(std::uint32_t node) {
  if (page().painter) page().painter->set_focus(node);
}

// Paints one frame. 1 when another one is wanted.
int uf_frame(double now_ms) {
  Page& it = page();
  if (!it.is_painting || !it.painter) return 0;
  const auto seconds = static_cast<float>((now_ms - it.last_ms) / 1000);
  it.last_ms = now_ms;
  const bool wants_more = it.painter->frame(it.app, seconds);
  it.screen.show();
  return wants_more ? 1 : 0;
}

// Writes what changed since the last call and returns where it stands; uf_outbox_size says how
// much. With 1, effects alone: the mirror and where the painter put it can wait.
const std::uint8_t* uf_outbox(int effects_alone) {
  Page& it = page();
  it.outbox.clear();
  it.app.write_effects(it.outbox);
  if (effects_alone == 1) return it.outbox.bytes().data();
  it.app.write_mirror(it.outbox);
  if (it.painter && it.is_painting) {
    if (it.told_sizes != it.painter->sizes()) {
      it.told_sizes = it.painter->sizes();
      write_sizes(it.outbox, it.told_sizes);
    }
    if (it.told_boxes != it.painter->boxes()) {
      it.told_boxes = it.painter->boxes();
      write_boxes(it.outbox, it.told_boxes);
    }
  }
  return it.outbox.bytes().data();
}

std::size_t uf_outbox_size() { return page().outbox.bytes().size(); }

}  // extern "C"

}  // namespace unfeigned
