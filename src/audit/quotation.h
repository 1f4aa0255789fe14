// Finds quotations: pairs of quotation marks within one block. A mark opens when it has white space
// or a bracket before it and none after it, and closes the other way round; a mark without its
// partner opens nothing. Back quotes (code) count.
#pragma once

#include <vector>

#include "text/document.h"

namespace unfeigned {

// Spans with their marks, in order; of nested quotations the outermost.
std::vector<Span> find_quotations(const Document& document);

}  // namespace unfeigned
