// The unit in which a report counts, and the way from bytes to it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/enum_table.h"
#include "base/span.h"
#include "text/offset_map.h"

namespace unfeigned {

enum class OffsetUnit : std::uint8_t { Utf8, Utf16, CodePoint };
inline constexpr std::array kOffsetUnits = {
    EnumRow<OffsetUnit>{OffsetUnit::Utf8, "utf8"},
    EnumRow<OffsetUnit>{OffsetUnit::Utf16, "utf16"},
    EnumRow<OffsetUnit>{OffsetUnit::CodePoint, "codepoint"},
};
static_assert(is_dense(kOffsetUnits));

// Counts in one unit over one text, which must outlive it.
class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit) : unit_(unit), text_(text) {
    if (unit != OffsetUnit::Utf8) map_.emplace(text);
  }
  std::uint32_t of(std::uint32_t byte) const {
    if (unit_ == OffsetUnit::Utf8) return byte;
    return unit_ == OffsetUnit::Utf16 ? map_->to_utf16(byte) : map_->to_code_point(byte);
  }
  // Where the first character begins whose offset is not less; the end for what lies behind it.
  std::uint32_t byte_at(std::uint64_t offset) const {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(text_.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (of(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < text_.size() && (static_cast<unsigned char>(text_[low]) & 0xC0U) == 0x80U) ++low;
    return low;
  }

 private:
  OffsetUnit unit_;
  std::string_view text_;
  std::optional<OffsetMap> map_;
};

}  // namespace unfeigned
