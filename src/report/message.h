// Messages of rules may speak of the words that were found: {words} stands for them. It is put
// between plain quotation marks unless the message has its own around it.
#pragma once

#include <string>
#include <string_view>

#include "audit/pack.h"

namespace unfeigned {

// What a rule says of the words and of their reader, to be filled.
std::string why_of(const Pack& pack, const Rule& rule);

inline constexpr std::string_view kWordsParameter = "{words}";

// White space within the words is shown as single spaces; words that are long are cut in the
// middle, since the reader sees them in the text anyway.
std::string fill_message(std::string_view message, std::string_view words);

}  // namespace unfeigned
