// Evidence: facts in a text that a reader could check. Shapes (dates in figures, money, telephone
// numbers) need no language; what needs one comes from the pack's evidence patterns.
#pragma once

#include <vector>

#include "audit/audit.h"
#include "text/document.h"

namespace unfeigned {

// Evidence that the shapes of the tokens show, in order of place.
std::vector<Evidence> evidence_of_shapes(const Document& document);

// Sorts by place and merges what overlaps within a sentence and type. An e-mail address or number
// that nobody answers ("no-reply") is dropped.
std::vector<Evidence> merged_evidence(const Document& document, std::vector<Evidence> evidence);

}  // namespace unfeigned
