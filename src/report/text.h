// The audit of one text for people at a terminal: where, which words, why, what is missing, how it
// could be said; then what was noted, and the receipt of the number. Plain wording, colours only
// when asked for. No logic, no scoring.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "audit/audit.h"
#include "text/document.h"

namespace unfeigned {

struct TextOptions {
  std::string_view path;  // as the user named it; "-" for standard input
  bool has_colours = false;
  std::uint32_t width = 96;  // cells of a line of the text that is shown
};

// The document must have been read with packs.profiles().
std::string render_text(const Document& document, const Audit& audit, const PackSet& packs,
                        const TextOptions& options);

}  // namespace unfeigned
