#include "text/characters.h"

#include <unicode/uchar.h>

namespace unfeigned {
namespace {

UChar32 to_icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

}  // namespace

bool is_han(char32_t c) {
  if (c < 0x2E80) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  // The other blocks of ideographs: extensions A to H, compatibility ideographs, radicals, U+3005
  // to U+3007. Ranges, because asking ICU for the property costs 27 KB of the page.
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0x2E80 && c <= 0x2FD5) ||
         (c >= 0x3005 && c <= 0x3007) || (c >= 0x3021 && c <= 0x3029);
}

bool is_kana(char32_t c) { return (c >= 0x3041 && c <= 0x30FF) || (c >= 0xFF66 && c <= 0xFF9D); }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(to_icu(c)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(to_icu(c)) != 0;
}

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  // From here on u_isUWhiteSpace() says the same, and brings the tables of all properties along.
  return u_isspace(to_icu(c)) != 0;
}

bool is_currency_sign(char32_t c) {
  if (c < 0x80) return c == '$';
  return u_charType(to_icu(c)) == U_CURRENCY_SYMBOL;
}

char32_t upper_case(char32_t c) { return static_cast<char32_t>(u_toupper(to_icu(c))); }

bool is_extending(char32_t c) {
  if (c < 0x300) return false;
  if (c == 0x200C || c == 0x200D) return true;
  std::int8_t type = u_charType(to_icu(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_typographic_mark(char32_t c) { return c >= 0x2010 && c <= 0x2026; }

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019; }

bool is_quotation_mark(char32_t c) {
  if (c == '"' || c == 0xAB || c == 0xBB) return true;
  if (c >= 0x2018 && c <= 0x201F) return true;
  return c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

bool is_clause_mark(char32_t c) {
  switch (c) {
    case ',':
    case ':':
    case ';':
    case '(':
    case ')':
    case '[':
    case ']':
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x3001:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF08:
    case 0xFF09:
      return true;
    default:
      return false;
  }
}

char sentence_ender(char32_t c) {
  switch (c) {
    case '.':
    case 0x2026:
    case 0x3002:
    case 0xFF0E:
    case 0xFF1B:
    case 0xFF61:
      return '.';
    case '!':
    case 0xFF01:
      return '!';
    case '?':
    case 0xFF1F:
      return '?';
    default:
      return 0;
  }
}

}  // namespace unfeigned
