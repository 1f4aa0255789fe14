// Finds the blocks of a text: paragraphs, list items, headings, quoted paragraphs, quoted mail
// history and fenced code. It looks at line beginnings only, and never at words but the pack's
// history headers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace unfeigned {

// Blocks in order, without sentences. In `view`, line markers (bullets, '#', '>') and the line
// feeds inside a block become spaces, so that a hard-wrapped sentence reads as one.
std::vector<Block> find_blocks(std::string& view, std::span<const LanguageProfile> profiles);

}  // namespace unfeigned
