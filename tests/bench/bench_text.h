// English prose to measure on: prose.txt, paragraph by paragraph in a random order, with one word
// in fifteen replaced by one of 20,000 made-up ones, so that a megabyte has as many different
// words as a megabyte of real prose has.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace unfeigned::bench {

// Exactly `bytes` long; the same for the same size on every machine.
std::string prose(std::size_t bytes);

// The words of prose(1 MB), lower case, most frequent first.
const std::vector<std::string>& words_by_rank();

}  // namespace unfeigned::bench
