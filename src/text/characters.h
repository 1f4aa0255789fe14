// What kind of character a code point is, as far as cutting text into words needs to know. The
// tables for ASCII are ours, everything else is ICU's.
#pragma once

#include <string_view>

namespace unfeigned {

bool is_han(char32_t code_point);
bool is_kana(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_white_space(char32_t code_point);
bool is_currency_sign(char32_t code_point);
char32_t upper_case(char32_t code_point);
// Marks that sit on the character before them: combining marks, joiners, variation selectors.
bool is_extending(char32_t code_point);

// U+2010 to U+2026 without the direction marks: dashes, quotation marks, ellipsis.
bool is_typographic_mark(char32_t code_point);
bool is_apostrophe(char32_t code_point);
bool is_quotation_mark(char32_t code_point);
// Marks that part clauses: comma, colon, semicolon, dashes, brackets, also full-width.
bool is_clause_mark(char32_t code_point);
// Full stop, exclamation and question mark, full-width semicolon; '.', '!' or '?' for what it
// counts as, 0 for none of them.
char sentence_ender(char32_t code_point);

}  // namespace unfeigned
