// The alternatives of a pattern, and the pattern without one of them: what an author would have
// written before adding it. Works on the notation as it is written, so a lexicon counts as one
// word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

struct Branch {
  std::string words;    // the alternative, as written; an optional part with its brackets
  std::string without;  // the notation without it
};

// One of each bracket with several alternatives, at any depth, and each optional part; in the order
// of their ends. The notation must be one that parses.
std::vector<Branch> branches_of(std::string_view notation);

}  // namespace unfeigned
