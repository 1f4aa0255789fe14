// Strong integer ids. An id is only ever compared and used to index the table that made it.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace unfeigned {

template <class Tag>
struct Id {
  std::uint32_t value = 0;
  constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using WordId = Id<struct WordTag>;           // a folded form, within one Document
using RuleIndex = Id<struct RuleTag>;        // a rule, within one Pack
using PatternIndex = Id<struct PatternTag>;  // a pattern, within one PatternSet

}  // namespace unfeigned
