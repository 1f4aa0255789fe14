// The sentence that a form makes of its answers. Every word of it comes from the suggestion or from
// the author: an answer is taken as it was typed, and what was not answered stays an open slot.
#pragma once

#include <string>
#include <vector>

#include "app/dialogs.h"

namespace unfeigned {

enum class PartKind : std::uint8_t { Given, Answer, Open };

struct FormPart {
  PartKind kind = PartKind::Given;
  std::string text;  // of an open slot: its label between the brackets
};

// A form with nothing answered yet but the facts that the author had written already.
FormDialog form_for(std::uint32_t item, std::uint32_t index, const SuggestionRecord& suggestion);

// In order; never empty ones.
std::vector<FormPart> parts_of(const FormDialog& form);
std::string sentence_of(const FormDialog& form);

}  // namespace unfeigned
