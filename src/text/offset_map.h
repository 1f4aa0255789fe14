// Translates byte offsets of a UTF-8 text to UTF-16 code units and code points and back. Only the
// edges (src/report and src/wasm) may use it: inside, everything is bytes.
//
// A checkpoint every 64 bytes stores how many code points and how many UTF-16 units lie before
// it; a look-up is one division and a scan of at most 64 bytes. A pure ASCII text needs neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace unfeigned {

class OffsetMap {
 public:
  // The text must be valid UTF-8 and outlive the map.
  explicit OffsetMap(std::string_view text);

  // Precondition: the offset is a code point boundary, at most text.size().
  std::uint32_t to_utf16(std::uint32_t byte) const;
  std::uint32_t to_code_point(std::uint32_t byte) const;
  Utf16Span to_utf16(Span span) const;
  CodePointSpan to_code_point(Span span) const;

  // Nothing for an offset inside a surrogate pair or past the end, rather than a guess.
  std::optional<std::uint32_t> from_utf16(std::uint32_t unit) const;

 private:
  struct Checkpoint {
    std::uint32_t code_points = 0;
    std::uint32_t utf16_units = 0;
  };

  std::string_view text_;
  std::vector<Checkpoint> checkpoints_;
  bool is_ascii_ = true;
};

}  // namespace unfeigned
