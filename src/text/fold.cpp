#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"

namespace unfeigned {
namespace {

// Folds that neither NFC nor case folding does; NFKC would do some of them but harms numbers.
// Sorted by code point. An empty text drops the character.
struct Fold {
  char32_t from;
  std::string_view to;
};
constexpr std::array kFolds = {
    Fold{0x00AD, ""},                                            // soft hyphen
    Fold{0x00DF, "ss"},                                          // sharp s
    Fold{0x00E6, "ae"},  Fold{0x0153, "oe"}, Fold{0x02BC, "'"},  // modifier letter apostrophe
    Fold{0x200B, ""},  // zero width space, non-joiner, joiner
    Fold{0x200C, ""},    Fold{0x200D, ""},   Fold{0x2010, "-"},  Fold{0x2011, "-"},
    Fold{0x2018, "'"},   Fold{0x2019, "'"},  Fold{0x2032, "'"},  Fold{0x2060, ""},  // word joiner
    Fold{0x3002, "."},  // ideographic full stop
    Fold{0xFB00, "ff"},  Fold{0xFB01, "fi"}, Fold{0xFB02, "fl"}, Fold{0xFB03, "ffi"},
    Fold{0xFB04, "ffl"}, Fold{0xFE0E, ""},  // variation selectors
    Fold{0xFE0F, ""},    Fold{0xFEFF, ""},
};

void append_folded(std::string& out, char32_t code_point) {
  // Full-width ASCII forms lie at a fixed distance from their originals.
  if (code_point >= 0xFF01 && code_point <= 0xFF5E) code_point -= 0xFEE0;
  auto lower =
      static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code_point), U_FOLD_CASE_DEFAULT));
  for (const Fold& fold : kFolds) {
    if (fold.from == lower) {
      out += fold.to;
      return;
    }
  }
  append_utf8(out, lower);
}

std::string fold_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Letters with a mark that no decomposition takes off.
constexpr std::array kStroked = {
    std::pair<char32_t, std::string_view>{0x0111, "d"},
    std::pair<char32_t, std::string_view>{0x0142, "l"},
    std::pair<char32_t, std::string_view>{0x00F8, "o"},
};

icu::UnicodeString normalized(const icu::Normalizer2* form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto size = static_cast<std::int32_t>(text.size());
  icu::UnicodeString result =
      form->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size)), status);
  UF_CHECK(U_SUCCESS(status));
  return result;
}

}  // namespace

std::string fold_word(std::string_view word) {
  if (word.size() > kMaxFoldedBytes) {
    std::size_t cut = kMaxFoldedBytes;
    while ((static_cast<unsigned char>(word[cut]) & 0xC0U) == 0x80U) --cut;
    word = word.substr(0, cut);
  }
  if (is_ascii(word)) return fold_ascii(word);

  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  UF_CHECK(U_SUCCESS(status));  // NFC data is compiled into ICU
  icu::UnicodeString normal = normalized(nfc, word);

  std::string out;
  out.reserve(word.size());
  for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    append_folded(out, static_cast<char32_t>(normal.char32At(i)));
  }
  return out;
}

std::string without_marks(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  UF_CHECK(U_SUCCESS(status));  // NFD shares the data of NFC
  icu::UnicodeString parts = normalized(nfd, folded);

  std::string out;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    auto point = static_cast<char32_t>(parts.char32At(i));
    if (u_charType(static_cast<UChar32>(point)) == U_NON_SPACING_MARK) continue;
    auto stroked = std::find_if(kStroked.begin(), kStroked.end(),
                                [point](const auto& row) { return row.first == point; });
    if (stroked == kStroked.end()) {
      append_utf8(out, point);
    } else {
      out += stroked->second;
    }
  }
  return out;
}

}  // namespace unfeigned
