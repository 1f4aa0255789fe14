// Plainness, 0 to 100 in tenths, with its receipt. All integers: the same text gives the same
// number on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/audit.h"

namespace unfeigned {

// What a token weighs in the length of a text, and the length below which no number is given
// (twelve words). Five for a Han character makes 32 of them as long as 20 words.
inline constexpr std::int32_t kWordLength = 8;
inline constexpr std::int32_t kHanLength = 5;
inline constexpr std::int32_t kMinLength = 96;

// The length of these tokens.
std::int32_t length(const Document& document, TokenSpan tokens);

struct ScoreInput {
  std::int32_t weight = 0;          // of the findings that are kept
  Severity worst = Severity::Note;  // of all flagged matches
  std::int32_t clean_length = 0;
  std::int32_t total_length = 0;
  std::uint32_t credited_types = 0;     // bits of EvidenceType
  std::int32_t structure_permille = 0;  // of the components that are missing; at most 500
};

// 1000 * 2^(-80 * weight / (clean_length + 480)), rounded: every two points of weight for each
// (160 + 480) of length halve it. Source: the formula 100 * 2^(-D/2) with D = P / (U + 3) and
// U = clean_length / 160.
std::int32_t phrase_score(std::int32_t weight, std::int32_t clean_length);

// Tenths that a text with a finding of this severity cannot exceed.
std::int32_t ceiling(Severity worst);

// Plainness and receipt; the caller has decided that the text gets a number.
Score score_of(const ScoreInput& input);

// Shares `total` out in proportion to the weights by largest remainder; adds up exactly.
std::vector<std::int32_t> share_out(std::int32_t total, std::span<const std::int32_t> weights);

}  // namespace unfeigned
