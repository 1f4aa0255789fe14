// Blanks the markup of Markdown and HTML so that only the readable text is left, at its place: the
// result has the length of the input, and a byte offset means the same in both. Character
// references become their character, padded with ignorable characters.
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace unfeigned {

// Total: unclosed constructs are taken as text. The input must be valid UTF-8; so is the result.
std::string blank_markup(std::string_view text, InputFormat format);

}  // namespace unfeigned
