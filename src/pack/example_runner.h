// Runs the examples of packs through the whole pipeline, every rule of every pack in force, and
// says what differs from what the author expects. It judges packs, never a user's text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "pack/examples.h"

namespace unfeigned {

// Nothing when the example is as expected, otherwise a sentence that says what was found instead.
std::optional<std::string> run_example(const Example& example, const PackSet& packs);

// For a hit: every suggestion must change the text, answer the finding and raise no new one that
// is as severe. Nothing for examples of other kinds, and of the texts of one entry the first speaks
// for all.
std::optional<std::string> try_suggestions(const Example& example, const PackSet& packs);

// The pack's own messages and suggestions must not be formulaic themselves: none may raise a
// finding of severity notable or above. Returns how many texts were looked at.
std::size_t check_own_words(const PackSet& packs, Diagnostics& diagnostics);

}  // namespace unfeigned
