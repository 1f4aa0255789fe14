// The folded form in which words are compared: NFC, case folding, and a fold table for marks that
// neither touches (language-independent). Display text is never folded.
#pragma once

#include <string>
#include <string_view>

namespace unfeigned {

// Any valid UTF-8 in, valid UTF-8 out; the result is a fixed point. A word longer than
// kMaxFoldedBytes is cut there: nothing that a rule names is that long.
inline constexpr std::size_t kMaxFoldedBytes = 256;
std::string fold_word(std::string_view word);

// A folded word as people type it on a keyboard without its language's letters: accents, cedillas
// and ogoneks dropped, l with stroke as l. The same word when it has none of them.
std::string without_marks(std::string_view folded);

}  // namespace unfeigned
