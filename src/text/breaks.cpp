#include "text/breaks.h"

#include <unicode/rbbi.h>
#include <unicode/utext.h>

#include <optional>
#include <string>

#include "base/check.h"
#include "embedded/break_data.h"

namespace unfeigned {
namespace {

std::string_view rule_file(BreakKind kind) {
  switch (kind) {
    case BreakKind::Grapheme:
      return "char.brk";
    case BreakKind::Word:
      return "word.brk";
    case BreakKind::Sentence:
      return "sent.brk";
  }
  return {};
}

// The compiled rules without ICU's data header, whose size its first two bytes give.
std::string_view compiled_rules(BreakKind kind) {
  for (const EmbeddedFile& file : break_data()) {
    if (file.name != rule_file(kind)) continue;
    auto low = static_cast<unsigned char>(file.bytes[0]);
    auto high = static_cast<unsigned char>(file.bytes[1]);
    return file.bytes.substr(static_cast<std::size_t>(low) |
                             (static_cast<std::size_t>(high) << 8U));
  }
  return {};
}

}  // namespace

struct BreakFinder::Iterator {
  std::optional<icu::RuleBasedBreakIterator> rules;
  UText text = UTEXT_INITIALIZER;
};

BreakFinder::BreakFinder(BreakKind kind) : iterator_(std::make_unique<Iterator>()) {
  std::string_view bytes = compiled_rules(kind);
  UF_CHECK(!bytes.empty());
  UErrorCode status = U_ZERO_ERROR;
  iterator_->rules.emplace(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                           static_cast<std::uint32_t>(bytes.size()), status);
  UF_CHECK(U_SUCCESS(status));
}

BreakFinder::~BreakFinder() {
  if (iterator_) utext_close(&iterator_->text);
}

BreakFinder::BreakFinder(BreakFinder&&) noexcept = default;
BreakFinder& BreakFinder::operator=(BreakFinder&&) noexcept = default;

void BreakFinder::find(std::string_view text, std::vector<std::uint32_t>& out) {
  out.clear();
  if (text.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&iterator_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator_->rules->setText(&iterator_->text, status);
  UF_CHECK(U_SUCCESS(status));
  for (std::int32_t at = iterator_->rules->next(); at != icu::BreakIterator::DONE;
       at = iterator_->rules->next()) {
    out.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace unfeigned
