// The score.
//
// What: P is the weight of the findings, L the length of the clean sentences. The phrase score
// halves for every two points of P per unit of length; the components that the genre owes and the
// text lacks take their share of it; evidence in clean sentences forgives part of the loss; the
// worst finding sets a ceiling. Why this shape: flagged sentences count only in P and the ceiling,
// clean ones only in L, the components and the evidence. So inserting a flagged sentence cannot
// raise the number, deleting one cannot lower it, and mending one in place can only help. The
// obvious rival, findings per words of the whole text, breaks that in one edit out of eight:
// deleting a bad sentence shortens the text it is divided by. How: integers in fixed point, because
// pow() differs between machines in the last bit.
#include "audit/score.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/order.h"

namespace unfeigned {
namespace {

// kRoots[i] = round(2^32 * 2^(-2^-(i+1))): the factors for the bits of a binary fraction.
constexpr std::array<std::uint64_t, 24> kRoots = {
    0xB504F334U, 0xD744FCCBU, 0xEAC0C6E8U, 0xF5257D15U, 0xFA83B2DBU, 0xFD3E0C0DU,
    0xFE9E115CU, 0xFF4ECB59U, 0xFFA75652U, 0xFFD3A752U, 0xFFE9D2B3U, 0xFFF4E91CU,
    0xFFFA747FU, 0xFFFD3A3BU, 0xFFFE9D1DU, 0xFFFF4E8EU, 0xFFFFA747U, 0xFFFFD3A3U,
    0xFFFFE9D2U, 0xFFFFF4E9U, 0xFFFFFA74U, 0xFFFFFD3AU, 0xFFFFFE9DU, 0xFFFFFF4FU,
};

// Twentieths of the remaining loss that each type of evidence can take away, by EvidenceType.
constexpr std::array<std::int64_t, kEvidenceTypes.size()> kCredits = {4, 3, 3, 2, 4, 4, 4, 3};
// All evidence together forgives at most this part of the loss, in per cent.
constexpr std::int64_t kMaxForgiven = 30;

constexpr std::int32_t kFull = 1000;

// E = 1 - product of (1 - credit); the part of `loss` it forgives, rounded.
std::int32_t recovery_of(std::int32_t loss, std::uint32_t types) {
  std::int64_t rest = 1;
  std::int64_t whole = 1;
  for (std::size_t i = 0; i < kCredits.size(); ++i) {
    if (((types >> i) & 1U) == 0) continue;
    rest *= 20 - kCredits[i];
    whole *= 20;
  }
  std::int64_t denominator = whole * 100;
  std::int64_t numerator = (whole - rest) * kMaxForgiven * loss;
  return static_cast<std::int32_t>((numerator + denominator / 2) / denominator);
}

Band band_of(std::int32_t plainness) {
  if (plainness >= 850) return Band::PlainSpoken;
  if (plainness >= 650) return Band::Mixed;
  return plainness >= 400 ? Band::Formulaic : Band::Performed;
}

}  // namespace

std::int32_t length(const Document& document, TokenSpan tokens) {
  std::int32_t sum = 0;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    TokenKind kind = document.tokens()[t].kind;
    if (kind == TokenKind::Word || kind == TokenKind::Number) sum += kWordLength;
    if (kind == TokenKind::Han) sum += kHanLength;
  }
  return sum;
}

std::int32_t phrase_score(std::int32_t weight, std::int32_t clean_length) {
  auto numerator = static_cast<std::uint64_t>(weight) * 80;
  auto denominator = static_cast<std::uint64_t>(clean_length) + 480;
  std::uint64_t halvings = numerator / denominator;
  if (halvings >= 32) return 0;
  std::uint64_t fraction = ((numerator % denominator) << 32U) / denominator;
  std::uint64_t value = std::uint64_t{1} << 32U;
  for (std::size_t i = 0; i < kRoots.size(); ++i) {
    if (((fraction >> (31U - i)) & 1U) != 0) value = (value * kRoots[i]) >> 32U;
  }
  std::uint64_t scaled = (value * kFull) >> halvings;
  return static_cast<std::int32_t>((scaled + (std::uint64_t{1} << 31U)) >> 32U);
}

std::int32_t ceiling(Severity worst) {
  constexpr std::array<std::int32_t, kSeverities.size()> kCeilings = {1000, 980, 920, 750, 500};
  return kCeilings[static_cast<std::size_t>(worst)];
}

Score score_of(const ScoreInput& input) {
  Score score;
  Receipt& receipt = score.receipt;
  std::int32_t phrase = phrase_score(input.weight, input.clean_length);
  std::int32_t base = (phrase * (1000 - input.structure_permille) + 500) / 1000;
  receipt.phrase_loss = kFull - phrase;
  receipt.structure_loss = phrase - base;
  receipt.recovery = recovery_of(kFull - base, input.credited_types);
  receipt.ceiling = ceiling(input.worst);
  receipt.ceiling_loss = std::max(0, base + receipt.recovery - receipt.ceiling);
  receipt.weight = input.weight;
  receipt.clean_length = input.clean_length;
  receipt.total_length = input.total_length;
  score.plainness = base + receipt.recovery - receipt.ceiling_loss;
  score.band = band_of(*score.plainness);
  return score;
}

std::vector<std::int32_t> share_out(std::int32_t total, std::span<const std::int32_t> weights) {
  std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<std::int32_t> shares(weights.size(), 0);
  if (sum == 0) return shares;
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  std::int32_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    std::int64_t exact = static_cast<std::int64_t>(total) * weights[i];
    shares[i] = static_cast<std::int32_t>(exact / sum);
    given += shares[i];
    remainders.emplace_back(-(exact % sum), i);
  }
  put_in_order(remainders);
  for (std::int32_t left = total - given; left > 0; --left) {
    ++shares[remainders[static_cast<std::size_t>(left - 1)].second];
  }
  return shares;
}

}  // namespace unfeigned
