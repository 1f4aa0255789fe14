// Merge fields of a text that is a template: two of them, or the user's word, make it one.
#include <algorithm>

#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

constexpr std::uint32_t kTemplateFields = 2;

}  // namespace

std::optional<GuardHit> template_guard(const Reading& reading, const RawMatch& match) {
  if (!reading.options.is_template && reading.merge_fields < kTemplateFields) return std::nullopt;
  const auto tokens = reading.document.tokens();
  for (std::uint32_t t = match.tokens.begin; t < match.tokens.end; ++t) {
    if (tokens[t].kind == TokenKind::MergeField) return GuardHit{Guard::Template, tokens[t].span};
  }
  return std::nullopt;
}

}  // namespace unfeigned
