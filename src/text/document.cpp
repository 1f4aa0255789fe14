#include "text/document.h"

#include <algorithm>

#include "base/check.h"
#include "text/document_reader.h"

namespace unfeigned {

Document Document::read(std::string bytes, std::span<const LanguageProfile> profiles,
                        const ReadOptions& options) {
  return DocumentReader(profiles, DocumentReader::Memory::None).read(std::move(bytes), options);
}

Span Document::span_of(TokenSpan range) const {
  if (range.is_empty()) return {};
  return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  auto after = std::upper_bound(
      sentences_.begin(), sentences_.end(), token,
      [](std::uint32_t value, const Sentence& sentence) { return value < sentence.tokens.begin; });
  UF_CHECK(after != sentences_.begin());
  return static_cast<std::uint32_t>(after - sentences_.begin() - 1);
}

std::uint32_t Document::original_offset(std::uint32_t offset) const {
  auto after = std::upper_bound(
      repairs_.begin(), repairs_.end(), offset,
      [](std::uint32_t value, const Repair& repair) { return value < repair.repaired.begin; });
  if (after == repairs_.begin()) return offset;
  const Repair& last = *(after - 1);
  if (offset < last.repaired.end) return last.original_begin;
  return last.original_begin + last.original_size + (offset - last.repaired.end);
}

}  // namespace unfeigned
