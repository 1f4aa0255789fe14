// UTF-8 in and out, without ICU. Functions that take a text demand valid UTF-8 unless they say
// otherwise; repair_utf8 is the only door for bytes of unknown origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  // bytes
};

// The code point at a boundary of valid UTF-8. Precondition: offset < text.size().
CodePoint code_point_at(std::string_view text, std::uint32_t offset);
// The code point that ends at a boundary of valid UTF-8. Precondition: 0 < offset <= text.size().
CodePoint code_point_before(std::string_view text, std::uint32_t offset);

void append_utf8(std::string& out, char32_t code_point);

inline bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool is_ascii(std::string_view text);

// Where a maximal ill-formed subpart (Unicode 15, chapter 3, "U+FFFD Substitution of Maximal
// Subparts") was replaced by U+FFFD.
struct RepairedBytes {
  std::uint32_t repaired_begin = 0;  // of the three bytes of U+FFFD
  std::uint32_t original_begin = 0;
  std::uint32_t original_size = 0;
};

struct RepairedText {
  std::string text;
  std::vector<RepairedBytes> repairs;  // in order
};

// Total: valid text comes back as it was, without a copy.
RepairedText repair_utf8(std::string bytes);

}  // namespace unfeigned
