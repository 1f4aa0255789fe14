#include "ui/fonts.h"

#include <array>
#include <cmath>

#include "base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/font_loader.h"

namespace unfeigned::ui {

namespace {

struct SizeRow {
  float pixels;
  float line;
};
constexpr std::array<SizeRow, 4> kSizes = {{{13, 19}, {15, 22}, {19, 26}, {34, 38}}};

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n'; }

// Scripts written without spaces, where a line may break between any two characters.
bool is_han(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Marks that must not open a line.
bool is_closing(char32_t c) {
  constexpr std::array<char32_t, 17> kClosing = {0x3001, 0x3002, 0x300B, 0x300D, 0x300F, 0x3011,
                                                 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B,
                                                 0xFF1F, 0x2019, 0x201D, 0x2026, 0x27E9};
  for (const char32_t each : kClosing) {
    if (c == each) return true;
  }
  return false;
}

}  // namespace

void Fonts::install(ImFontAtlas& atlas) {
  atlas.UserData = this;
  // What phones can hold as one texture.
  atlas.TexMaxWidth = 4096;
  atlas.TexMaxHeight = 4096;
  for (int i = 0; i < 2; ++i) {
    ImFontConfig config;
    config.FontLoader = font_loader();
    config.FontNo = static_cast<ImU32>(i);
    config.SizePixels = kSizes[1].pixels;
    config.PixelSnapH = false;
    fonts_[i] = atlas.AddFont(&config);
  }
}

void Fonts::follow_density() const {
  for (ImFont* font : fonts_) {
    ImGui::PushFont(font, kSizes[1].pixels);
    ImGui::PopFont();
  }
}

float Fonts::pixels(Face face) { return kSizes[static_cast<std::size_t>(face.size)].pixels; }

float Fonts::line_height(Face face) { return kSizes[static_cast<std::size_t>(face.size)].line; }

float Fonts::leading(Face face) const {
  const ImFontBaked* baked = font(face.weight)->GetFontBaked(pixels(face));
  return std::round((line_height(face) - (baked->Ascent - baked->Descent)) / 2);
}

float Fonts::width(Face face, std::string_view text) const {
  ImFontBaked* baked = font(face.weight)->GetFontBaked(pixels(face));
  float width = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    width += baked->GetCharAdvance(static_cast<ImWchar>(c.value));
    at += c.size;
  }
  return width;
}

std::vector<Line> Fonts::lines(Face face, std::string_view text, float width) const {
  ImFontBaked* baked = font(face.weight)->GetFontBaked(pixels(face));
  std::vector<Line> out;
  Line line;                     // what certainly stands on this line
  std::uint32_t word_begin = 0;  // after the last place where the line may break
  float word_width = 0;          // since that place
  char32_t last = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    const CodePoint c = code_point_at(text, at);
    const float advance = baked->GetCharAdvance(static_cast<ImWchar>(c.value));
    const bool may_break = at > line.begin && !is_closing(c.value) && !is_space(c.value) &&
                           (is_space(last) || is_han(c.value) || is_han(last));
    if (may_break) {
      line.end = at;
      line.width += word_width;
      word_begin = at;
      word_width = 0;
    }
    const bool is_over = line.width + word_width + advance > width && !is_space(c.value);
    if (is_over && at > line.begin) {
      // A word that fills the whole line is cut where it meets the edge.
      if (word_begin == line.begin) {
        line.end = at;
        line.width = word_width;
        word_begin = at;
        word_width = 0;
      }
      out.push_back(line);
      line = {word_begin, word_begin, 0};
    }
    if (c.value == '\n') {
      out.push_back({line.begin, at, line.width + word_width});
      line = {at + 1, at + 1, 0};
      word_begin = at + 1;
      word_width = 0;
    } else {
      word_width += advance;
    }
    last = c.value;
    at += c.size;
  }
  line.end = size;
  line.width += word_width;
  out.push_back(line);
  return out;
}

}  // namespace unfeigned::ui
