// The examples that stand beside the rules of a pack. They are tests: what each one expects is in
// its kind. They take no part in an audit and are kept apart from the Pack.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/enum_table.h"
#include "base/span.h"

namespace unfeigned {

enum class ExampleKind : std::uint8_t {
  Hit,           // the rule is flagged at exactly the marked span
  HitInContext,  // the rule appears in the audit of the whole text
  NearMiss,      // the rule is not flagged
  Unsure,        // the rule is found with certainty unsure at the marked span
  KnownGap,      // the rule should be found at the marked span and is not, yet
};
inline constexpr std::array kExampleKinds = {
    EnumRow<ExampleKind>{ExampleKind::Hit, "hit"},
    EnumRow<ExampleKind>{ExampleKind::HitInContext, "hit_in_context"},
    EnumRow<ExampleKind>{ExampleKind::NearMiss, "near_miss"},
    EnumRow<ExampleKind>{ExampleKind::Unsure, "unsure"},
    EnumRow<ExampleKind>{ExampleKind::KnownGap, "known_gap"},
};
static_assert(is_dense(kExampleKinds));

struct Example {
  std::string rule;
  std::string language;
  ExampleKind kind = ExampleKind::Hit;
  std::uint32_t number = 1;      // among the entries of this kind of this rule, from 1
  std::uint32_t choice = 1;      // of the texts that its entry stands for, from 1
  std::string text;              // without the brackets
  std::optional<Span> expected;  // what stood between [[ and ]]
  std::string because;           // near-misses: the feature that makes the difference
  SourcePlace place;
};

// "conditional-apology.en.if-offended/hit/2", and ".../hit/2/5" for the fifth text of an entry
std::string name_of(const Example& example);

}  // namespace unfeigned
