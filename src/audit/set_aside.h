// What the author of a text has set aside: findings that stay in the report as noted and cost
// nothing. The author decides here, no guard; so a rule cannot turn it off, and nothing that is
// dropped anyway comes back by it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/span.h"

namespace unfeigned {

struct Rule;
struct Verdict;

// Callers refuse more of them than this: each match is held against each.
inline constexpr std::size_t kMaxSetAside = 1000;

struct SetAside {
  std::string rule;           // empty: any
  std::optional<Span> words;  // nothing: everywhere; else what overlaps them
  // The words are somebody else's: their sentence is no plain one, as around a marked quotation.
  bool is_quoted = false;
};

// Notes a flagged match that one of them holds for.
void lay_aside(std::span<const SetAside> all, const Rule& rule, Span words, Verdict& verdict);

bool is_said_to_quote(std::span<const SetAside> all, Span sentence);

}  // namespace unfeigned
