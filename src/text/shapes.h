// Recognises what needs no language: dates in figures, clock times, money, percentages, telephone
// numbers, codes, e-mail and web addresses. Sets the bits of Token::shape.
#pragma once

#include <span>
#include <string_view>

#include "text/document.h"

namespace unfeigned {

// Marks the tokens of one sentence. `view` is the view of its block: beyond that nothing is of it.
void mark_shapes(std::string_view view, std::span<Token> tokens);

}  // namespace unfeigned
