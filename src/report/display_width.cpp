#include "report/display_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace unfeigned {

namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

constexpr std::array kNoCell = {
    CodePointRange{0x0300, 0x036F}, CodePointRange{0x0483, 0x0489},
    CodePointRange{0x0591, 0x05BD}, CodePointRange{0x0610, 0x061A},
    CodePointRange{0x064B, 0x065F}, CodePointRange{0x0E34, 0x0E3A},
    CodePointRange{0x0E47, 0x0E4E}, CodePointRange{0x1AB0, 0x1AFF},
    CodePointRange{0x1DC0, 0x1DFF}, CodePointRange{0x200B, 0x200F},
    CodePointRange{0x202A, 0x202E}, CodePointRange{0x2060, 0x2064},
    CodePointRange{0x2066, 0x2069}, CodePointRange{0x20D0, 0x20F0},
    CodePointRange{0xFE00, 0xFE0F}, CodePointRange{0xFE20, 0xFE2F},
    CodePointRange{0xFEFF, 0xFEFF}, CodePointRange{0xE0000, 0xE0FFF},
};

constexpr std::array kTwoCells = {
    CodePointRange{0x1100, 0x115F},   CodePointRange{0x231A, 0x231B},
    CodePointRange{0x23E9, 0x23EC},   CodePointRange{0x2614, 0x2615},
    CodePointRange{0x2705, 0x2705},   CodePointRange{0x270A, 0x270B},
    CodePointRange{0x2728, 0x2728},   CodePointRange{0x274C, 0x274C},
    CodePointRange{0x2753, 0x2755},   CodePointRange{0x2757, 0x2757},
    CodePointRange{0x2B50, 0x2B50},   CodePointRange{0x2E80, 0x303E},
    CodePointRange{0x3041, 0x33FF},   CodePointRange{0x3400, 0x4DBF},
    CodePointRange{0x4E00, 0x9FFF},   CodePointRange{0xA000, 0xA4CF},
    CodePointRange{0xA960, 0xA97F},   CodePointRange{0xAC00, 0xD7A3},
    CodePointRange{0xF900, 0xFAFF},   CodePointRange{0xFE30, 0xFE6F},
    CodePointRange{0xFF00, 0xFF60},   CodePointRange{0xFFE0, 0xFFE6},
    CodePointRange{0x17000, 0x18CFF}, CodePointRange{0x1B000, 0x1B2FF},
    CodePointRange{0x1F1E6, 0x1F1FF}, CodePointRange{0x1F300, 0x1F64F},
    CodePointRange{0x1F680, 0x1F6FF}, CodePointRange{0x1F7E0, 0x1F7EB},
    CodePointRange{0x1F900, 0x1F9FF}, CodePointRange{0x1FA70, 0x1FAFF},
    CodePointRange{0x20000, 0x3FFFD},
};

template <std::size_t N>
constexpr bool is_sorted_table(const std::array<CodePointRange, N>& table) {
  for (std::size_t i = 1; i < N; ++i) {
    if (table[i - 1].last >= table[i].first) return false;
  }
  return true;
}
static_assert(is_sorted_table(kNoCell) && is_sorted_table(kTwoCells));

template <std::size_t N>
bool holds(const std::array<CodePointRange, N>& table, char32_t code_point) {
  auto at = std::lower_bound(table.begin(), table.end(), code_point,
                             [](CodePointRange range, char32_t c) { return range.last < c; });
  return at != table.end() && at->first <= code_point;
}

}  // namespace

int cell_width(char32_t code_point) {
  constexpr char32_t kFirstAbove = 0x300;
  if (code_point < kFirstAbove) return 1;
  if (holds(kNoCell, code_point)) return 0;
  return holds(kTwoCells, code_point) ? 2 : 1;
}

int cluster_width(std::string_view cluster) {
  constexpr char32_t kEmojiPresentation = 0xFE0F;
  int width = 0;
  for (std::uint32_t offset = 0; offset < cluster.size();) {
    CodePoint at = code_point_at(cluster, offset);
    width = at.value == kEmojiPresentation ? 2 : std::max(width, cell_width(at.value));
    offset += at.size;
  }
  return width;
}

}  // namespace unfeigned
