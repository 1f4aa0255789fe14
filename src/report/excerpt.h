// One line of a text with a part of it underlined, fit for a terminal: as wide as it is shown,
// windowed when it is long, without anything that would steer the terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace unfeigned {

struct Excerpt {
  std::uint32_t line = 1;    // 1-based, of the start of the span
  std::uint32_t column = 1;  // 1-based, in grapheme clusters
  std::string text;          // the line, or the window of it around the span
  std::uint32_t indent = 0;  // cells before the span in `text`
  std::uint32_t width = 1;   // cells of the span in `text`
  // Bytes of `text` that the span takes, for colours.
  Span marked;
};

struct ExcerptOptions {
  std::uint32_t width = 96;  // cells
};

// Where the lines of a text begin, found once; lines end at LF, CR or CRLF. The text must be valid
// UTF-8 and outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  std::string_view text() const { return text_; }
  std::uint32_t number_of(std::uint32_t offset) const;  // 1-based
  Span line_of(std::uint32_t offset) const;             // without its end

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

// A span over several lines is shown to the end of its first. Precondition: the span lies in the
// text at code point boundaries.
Excerpt make_excerpt(const LineIndex& lines, Span span, const ExcerptOptions& options);

// The text on one line, with control characters and direction marks made harmless.
std::string harmless(std::string_view text);

}  // namespace unfeigned
