// How the number comes about, as lines that add up to it; and what moved between two of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/records.h"

namespace unfeigned {

enum class TermKind : std::uint8_t { Start, Phrases, Missing, Facts, Worst, Plainness };

struct Term {
  TermKind kind = TermKind::Start;
  std::string component;    // Missing
  std::int32_t amount = 0;  // tenths, with its sign
  friend bool operator==(const Term&, const Term&) = default;
};

// Start, the terms that are not zero, Plainness. Nothing for a report without a number.
std::vector<Term> terms_of(const ReportRecord& report);

struct TermChange {
  TermKind kind = TermKind::Start;
  std::string component;
  std::int32_t before = 0;
  std::int32_t now = 0;
};

struct Comparison {
  std::vector<TermChange> terms;  // that stand in either; empty when one has no number
  std::vector<std::string> gone;  // words of findings that are in the first alone
  std::vector<std::string> fresh;
  std::vector<std::string> gained;  // components
  std::vector<std::string> lost;
};

Comparison compare(const ReportRecord& before, const ReportRecord& now);

}  // namespace unfeigned
