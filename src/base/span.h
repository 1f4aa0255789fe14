// Half-open intervals whose unit is part of their type, so that a byte offset can never be
// passed where a UTF-16 offset is meant. This file knows nothing about text.
#pragma once

#include <compare>
#include <cstdint>

namespace unfeigned {

// [begin, end) counted in Unit. Invariant kept by every producer: begin <= end.
template <class Unit>
struct BasicSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool is_empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(BasicSpan other) const {
    return begin <= other.begin && other.end <= end;
  }
  constexpr bool overlaps(BasicSpan other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const BasicSpan&, const BasicSpan&) = default;
};

struct Utf8Unit;
struct Utf16Unit;
struct CodePointUnit;
struct TokenUnit;
struct SentenceUnit;

using Span = BasicSpan<Utf8Unit>;                // bytes of the Document's (repaired) UTF-8 text
using Utf16Span = BasicSpan<Utf16Unit>;          // UTF-16 code units of the same text
using CodePointSpan = BasicSpan<CodePointUnit>;  // code points of the same text
using TokenSpan = BasicSpan<TokenUnit>;          // indices into Document::tokens()
using SentenceSpan = BasicSpan<SentenceUnit>;    // indices into Document::sentences()

}  // namespace unfeigned
