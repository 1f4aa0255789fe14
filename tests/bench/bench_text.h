// English prose to measure on: prose.txt, paragraph by paragraph in a random order, with made-up
// words among its own, so that a megabyte has as many words of each frequency as a megabyte of real
// prose has.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace unfeigned::bench {

// Exactly `bytes` long; the same for the same size on every machine.
std::string prose(std::size_t bytes);

// Messages as people paste them, good and bad, with many findings: our own scenarios again and
// again.
std::string copy(std::size_t bytes);

// The words of prose(1 MB), lower case, most frequent first.
const std::vector<std::string>& words_by_rank();

}  // namespace unfeigned::bench
