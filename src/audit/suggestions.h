// Turns a rule's suggestion templates into edits of the text at hand. Nothing is invented: what the
// author must supply stays an open slot, and facts that an edit would remove are kept as slots.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "audit/reading.h"

namespace unfeigned {

std::vector<Suggestion> suggestions_for(const Reading& reading, const Finding& finding);

// A sentence that asks for a component, in the pack's words: after what comes before it in a
// message, which is the order of the components. Nothing where the text's language has no words for
// it.
std::optional<Suggestion> suggestion_for_missing(const Reading& reading, const Audit& audit,
                                                 Component component);

// The text with the edits of these suggestions made; those that overlap an earlier one are left
// out. Spans refer to the Document.
std::string apply_suggestions(const Document& document, std::span<const Suggestion> suggestions);

}  // namespace unfeigned
