// Colours by role. The style sheet of the page owns the values (light, dark, high contrast) and
// hands them over, so that the painted and the plain page cannot drift apart; what stands here is
// the light theme, for the first frame and for tests.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "app/view.h"

namespace unfeigned::ui {

// In the order of kPaletteNames in web/glue/palette.mjs.
enum class Ink : std::uint8_t {
  None,
  Ground,  // the page
  Raised,  // cards
  Sunken,  // rewrites, the gauge's track
  Line,    // hairlines
  Edge,    // borders of controls; 3 to 1 against Ground
  Text,
  Muted,
  Accent,
  OnAccent,
  Focus,
  Note,
  Minor,
  Notable,
  Major,
  Grave,
  Question,
  Noted,
  Count,
};
inline constexpr std::size_t kInks = static_cast<std::size_t>(Ink::Count);

using Color = std::uint32_t;  // 0xAABBGGRR, as Dear ImGui packs it

constexpr Color opaque(std::uint32_t rrggbb) {
  return 0xFF000000U | ((rrggbb & 0xFFU) << 16) | (rrggbb & 0xFF00U) | ((rrggbb >> 16) & 0xFFU);
}

constexpr Color with_alpha(Color color, std::uint32_t alpha) {
  return (color & 0x00FFFFFFU) | (alpha << 24);
}

class Theme {
 public:
  Color color(Ink ink) const { return colors_[static_cast<std::size_t>(ink)]; }
  // Values as 0xRRGGBB from Ink::Ground on; a list of the wrong length changes nothing.
  void set(std::span<const std::uint32_t> values);

 private:
  std::array<Color, kInks> colors_ = {
      0,
      opaque(0xF6F5F1),
      opaque(0xFFFFFF),
      opaque(0xF0EEE8),
      opaque(0xDDDAD2),
      opaque(0x85817A),
      opaque(0x1F2428),
      opaque(0x595F66),
      opaque(0x0F5F5A),
      opaque(0xFFFFFF),
      opaque(0x0B57D0),
      opaque(0x5F6B7A),
      opaque(0x2F6690),
      opaque(0x8A6100),
      opaque(0xA8480C),
      opaque(0x8A2456),
      opaque(0x5B4FA3),
      opaque(0x6B7076),
  };
};

Ink ink_of(Look look);

}  // namespace unfeigned::ui
