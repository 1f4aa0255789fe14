// Dear ImGui draws code point by code point; people write family emoji, combining marks and
// scripts whose letters join. Such a run is interned as one code point of the private use area,
// whose "glyph" is the browser's drawing of the whole run. Chrome texts never need it; the user's
// own words may. When the area is full, runs are left as they are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned::ui {

class Clusters {
 public:
  // The same text with every run that needs it replaced by its code point.
  std::string encode(std::string_view text);
  // What a code point stands for: the interned run, or the code point itself.
  std::string text_of(char32_t code_point) const;

  static constexpr char32_t kFirst = 0xE000;
  static constexpr std::size_t kCapacity = 6400;  // U+E000 to U+F8FF

 private:
  std::vector<std::string> runs_;
  std::map<std::string, char32_t, std::less<>> known_;
};

}  // namespace unfeigned::ui
