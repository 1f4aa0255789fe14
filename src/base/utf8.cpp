#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace unfeigned {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr std::uint32_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// Bounds of the second byte for a lead byte; they exclude overlong forms, surrogates and values
// past U+10FFFF (Unicode 15, table 3-7).
struct LeadByte {
  std::uint32_t size = 0;  // 0: never a lead byte
  std::uint32_t low = 0x80;
  std::uint32_t high = 0xBF;
};

LeadByte lead_byte(std::uint32_t lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

struct Scanned {
  std::uint32_t size = 1;  // bytes that belong together, at least one
  bool is_valid = false;
};

Scanned scan_one(std::string_view bytes, std::size_t offset) {
  LeadByte lead = lead_byte(byte_at(bytes, offset));
  if (lead.size <= 1) return {1, lead.size == 1};
  std::uint32_t size = 1;
  for (; size < lead.size && offset + size < bytes.size(); ++size) {
    std::uint32_t next = byte_at(bytes, offset + size);
    if (next < lead.low || next > lead.high) break;
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return {size, size == lead.size};
}

// Length of the ASCII run from offset on, eight bytes at a time.
std::size_t ascii_run(std::string_view bytes, std::size_t offset) {
  std::size_t i = offset;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  while (i < bytes.size() && is_ascii(bytes[i])) ++i;
  return i - offset;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::uint32_t offset) {
  std::uint32_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  auto tail = [&](std::uint32_t i) { return byte_at(text, offset + i) & 0x3FU; };
  if (lead < 0xE0) return {((lead & 0x1FU) << 6) | tail(1), 2};
  if (lead < 0xF0) return {((lead & 0x0FU) << 12) | (tail(1) << 6) | tail(2), 3};
  return {((lead & 0x07U) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), 4};
}

CodePoint code_point_before(std::string_view text, std::uint32_t offset) {
  std::uint32_t begin = offset - 1;
  while (begin > 0 && (byte_at(text, begin) & 0xC0U) == 0x80U) --begin;
  return code_point_at(text, begin);
}

void append_utf8(std::string& out, char32_t code_point) {
  auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  auto value = static_cast<std::uint32_t>(code_point);
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12));
    put(0x80U | ((value >> 6) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18));
    put(0x80U | ((value >> 12) & 0x3FU));
    put(0x80U | ((value >> 6) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

bool is_ascii(std::string_view text) { return ascii_run(text, 0) == text.size(); }

RepairedText repair_utf8(std::string bytes) {
  RepairedText result;
  std::size_t copied = 0;
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    offset += ascii_run(bytes, offset);
    if (offset == bytes.size()) break;
    Scanned one = scan_one(bytes, offset);
    if (!one.is_valid) {
      result.text.append(bytes, copied, offset - copied);
      result.repairs.push_back({static_cast<std::uint32_t>(result.text.size()),
                                static_cast<std::uint32_t>(offset), one.size});
      result.text += kReplacement;
      copied = offset + one.size;
    }
    offset += one.size;
  }
  if (result.repairs.empty()) {
    result.text = std::move(bytes);
  } else {
    result.text.append(bytes, copied, bytes.size() - copied);
  }
  return result;
}

}  // namespace unfeigned
