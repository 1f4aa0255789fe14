// How many cells of a terminal a code point takes: 0, 1 or 2. The ranges are those of East Asian
// Width "W" and "F" (UAX #11) and of emoji, cut to whole blocks: a terminal is no more exact.
#pragma once

#include <string_view>

namespace unfeigned {

int cell_width(char32_t code_point);

// Of one grapheme cluster of valid UTF-8: that of its widest code point, two for anything with an
// emoji presentation selector.
int cluster_width(std::string_view cluster);

}  // namespace unfeigned
