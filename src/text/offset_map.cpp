#include "text/offset_map.h"

#include "base/check.h"
#include "base/utf8.h"

namespace unfeigned {
namespace {

constexpr std::uint32_t kStride = 64;  // bytes between checkpoints

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
// Only code points past U+FFFF take two UTF-16 units, and only they have these lead bytes.
bool is_supplementary_lead(char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }

}  // namespace

OffsetMap::OffsetMap(std::string_view text) : text_(text), is_ascii_(unfeigned::is_ascii(text)) {
  if (is_ascii_) return;
  checkpoints_.reserve(text.size() / kStride + 1);
  Checkpoint at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) checkpoints_.push_back(at);
    if (is_continuation(text[i])) continue;
    ++at.code_points;
    at.utf16_units += is_supplementary_lead(text[i]) ? 2U : 1U;
  }
  if (text.size() % kStride == 0) checkpoints_.push_back(at);
}

std::uint32_t OffsetMap::to_code_point(std::uint32_t byte) const {
  if (is_ascii_) return byte;
  std::uint32_t block = byte / kStride;
  std::uint32_t count = checkpoints_[block].code_points;
  for (std::uint32_t i = block * kStride; i < byte; ++i) {
    if (!is_continuation(text_[i])) ++count;
  }
  return count;
}

std::uint32_t OffsetMap::to_utf16(std::uint32_t byte) const {
  if (is_ascii_) return byte;
  std::uint32_t block = byte / kStride;
  std::uint32_t count = checkpoints_[block].utf16_units;
  for (std::uint32_t i = block * kStride; i < byte; ++i) {
    if (is_continuation(text_[i])) continue;
    count += is_supplementary_lead(text_[i]) ? 2U : 1U;
  }
  return count;
}

Utf16Span OffsetMap::to_utf16(Span span) const {
  return {to_utf16(span.begin), to_utf16(span.end)};
}

CodePointSpan OffsetMap::to_code_point(Span span) const {
  return {to_code_point(span.begin), to_code_point(span.end)};
}

std::optional<std::uint32_t> OffsetMap::from_utf16(std::uint32_t unit) const {
  if (is_ascii_) {
    return unit <= text_.size() ? std::optional<std::uint32_t>(unit) : std::nullopt;
  }
  // The last checkpoint at or before the unit.
  std::size_t low = 0;
  std::size_t high = checkpoints_.size();
  while (high - low > 1) {
    std::size_t middle = (low + high) / 2;
    (checkpoints_[middle].utf16_units <= unit ? low : high) = middle;
  }
  auto byte = static_cast<std::uint32_t>(low) * kStride;
  std::uint32_t count = checkpoints_[low].utf16_units;
  // A checkpoint may lie inside a code point, whose units are counted already.
  while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
  while (count < unit && byte < text_.size()) {
    CodePoint point = code_point_at(text_, byte);
    count += point.value > 0xFFFF ? 2U : 1U;
    byte += point.size;
  }
  return count == unit ? std::optional<std::uint32_t>(byte) : std::nullopt;
}

}  // namespace unfeigned
