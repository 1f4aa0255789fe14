#include "ui/font_loader.h"

#include <cmath>
#include <cstddef>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/fonts.h"

namespace unfeigned::ui {

namespace {

// A glyph larger than this is a broken measure, not a glyph.
constexpr int kMaxGlyph = 2048;

Fonts& fonts_of(ImFontAtlas* atlas) { return *static_cast<Fonts*>(atlas->UserData); }

Weight weight_of(const ImFontConfig* source) {
  return source->FontNo == 1 ? Weight::Strong : Weight::Regular;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
  return code_point >= 0x20 && !(code_point >= 0xD800 && code_point < 0xE000);
}

bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
  const FontMetrics metrics = fonts_of(atlas).host().metrics(weight_of(source), baked->Size);
  baked->Ascent = std::ceil(metrics.ascent);
  baked->Descent = -std::ceil(metrics.descent);
  return true;
}

// Emoji keep their colours and are not tinted. Decided by looking: which characters have colour
// depends on the reader's fonts.
bool is_colored(const unsigned char* rgba, int pixels) {
  for (int i = 0; i < pixels; ++i) {
    const unsigned char* p = rgba + std::ptrdiff_t{4} * i;
    if (p[3] != 0 && (p[0] != p[1] || p[1] != p[2])) return true;
  }
  return false;
}

void whiten(unsigned char* rgba, int pixels) {
  for (int i = 0; i < pixels; ++i) {
    unsigned char* p = rgba + std::ptrdiff_t{4} * i;
    p[0] = p[1] = p[2] = 255;
  }
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar code_point, ImFontGlyph* glyph, float* advance) {
  Fonts& fonts = fonts_of(atlas);
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const float pixels = baked->Size * density;
  const std::string text = fonts.clusters().text_of(static_cast<char32_t>(code_point));
  const Weight weight = weight_of(source);
  const GlyphMeasure measure = fonts.host().measure(text, weight, pixels);
  if (advance != nullptr) {
    *advance = measure.advance / density;
    return true;
  }
  glyph->Codepoint = code_point & 0x1FFFFFU;
  glyph->AdvanceX = measure.advance / density;
  // One pixel around the ink, because antialiasing reaches beyond the measured box.
  const int left = static_cast<int>(std::floor(measure.left)) - 1;
  const int top = static_cast<int>(std::floor(measure.top)) - 1;
  const int width = static_cast<int>(std::ceil(measure.right)) + 1 - left;
  const int height = static_cast<int>(std::ceil(measure.bottom)) + 1 - top;
  if (measure.right <= measure.left || measure.bottom <= measure.top) return true;
  if (width > kMaxGlyph || height > kMaxGlyph) return true;

  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  // Asked for after the rectangle was added: the atlas may have grown.
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  atlas->Builder->TempBuffer.resize(width * height * 4);
  unsigned char* rgba = atlas->Builder->TempBuffer.Data;
  fonts.host().raster(text, weight, pixels, width, height, static_cast<float>(-left),
                      static_cast<float>(-top), rgba);
  glyph->Colored = is_colored(rgba, width * height);
  if (!glyph->Colored) whiten(rgba, width * height);

  const float scale = 1.0F / density;
  const float baseline = std::round(baked->Ascent);
  glyph->X0 = static_cast<float>(left) * scale;
  glyph->X1 = static_cast<float>(left + width) * scale;
  glyph->Y0 = static_cast<float>(top) * scale + baseline;
  glyph->Y1 = static_cast<float>(top + height) * scale + baseline;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, rgba,
                                     ImTextureFormat_RGBA32, width * 4);
  return true;
}

ImFontLoader make_loader() {
  ImFontLoader loader;
  loader.Name = "glyph host";
  loader.FontSrcContainsGlyph = contains;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  return loader;
}

}  // namespace

const ImFontLoader* font_loader() {
  static const ImFontLoader kLoader = make_loader();
  return &kLoader;
}

}  // namespace unfeigned::ui

// The name under which Dear ImGui asks for another reader of fonts than its own; see
// cmake/imgui/unfeigned_imconfig.h.
// NOLINTBEGIN(readability-identifier-naming)
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return unfeigned::ui::font_loader(); }

}  // namespace ImGuiFreeType
// NOLINTEND(readability-identifier-naming)
