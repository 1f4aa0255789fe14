#include "audit/evidence.h"

#include <algorithm>
#include <array>

#include "base/order.h"
#include "text/fold.h"

namespace unfeigned {
namespace {

struct ShapeEvidence {
  std::uint8_t shapes;
  EvidenceType type;
};
constexpr std::array kShapeEvidence = {
    ShapeEvidence{kShapeDate, EvidenceType::Date},
    ShapeEvidence{kShapeClock, EvidenceType::Time},
    ShapeEvidence{kShapeMoney | kShapePercent, EvidenceType::Amount},
    ShapeEvidence{kShapeCode, EvidenceType::Identifier},
    ShapeEvidence{kShapePhone | kShapeAddress, EvidenceType::Contact},
};

// Mailbox names are a technical convention, the same in every language.
bool is_no_reply(std::string_view text) {
  std::string folded = fold_word(text);
  folded.erase(std::remove_if(folded.begin(), folded.end(),
                              [](char c) { return c == '-' || c == '_' || c == '.'; }),
               folded.end());
  return folded.find("noreply") != std::string::npos ||
         folded.find("donotreply") != std::string::npos;
}

}  // namespace

std::vector<Evidence> evidence_of_shapes(const Document& document) {
  std::vector<Evidence> all;
  for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
    TokenSpan tokens = document.sentences()[s].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = document.tokens()[t];
      if (token.shape == 0) continue;
      for (const ShapeEvidence& row : kShapeEvidence) {
        if ((token.shape & row.shapes) != 0) all.push_back({row.type, token.span, s, false});
      }
    }
  }
  return all;
}

std::vector<Evidence> merged_evidence(const Document& document, std::vector<Evidence> evidence) {
  put_in_order(evidence, [](const Evidence& a, const Evidence& b) {
    if (a.type != b.type) return a.type < b.type;
    return a.span < b.span;
  });
  std::vector<Evidence> merged;
  for (const Evidence& next : evidence) {
    // The parts of one telephone number or address stand a mark or two apart.
    bool is_same = !merged.empty() && merged.back().type == next.type &&
                   merged.back().sentence == next.sentence &&
                   next.span.begin <= merged.back().span.end + 2;
    if (is_same) {
      merged.back().span.end = std::max(merged.back().span.end, next.span.end);
    } else {
      merged.push_back(next);
    }
  }
  std::erase_if(merged, [&](const Evidence& item) {
    return item.type == EvidenceType::Contact && is_no_reply(document.text(item.span));
  });
  put_in_order(merged, [](const Evidence& a, const Evidence& b) { return a.span < b.span; });
  return merged;
}

}  // namespace unfeigned
