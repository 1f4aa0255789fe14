#include "text/sentences.h"

#include <algorithm>

#include "base/order.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"

namespace unfeigned {
namespace {

constexpr std::string_view kFullWidthSemicolon = "\xEF\xBC\x9B";
constexpr std::size_t kLongestAbbreviation = 16;  // bytes

Span trimmed(std::string_view view, Span span) {
  while (span.begin < span.end) {
    CodePoint point = code_point_at(view, span.begin);
    if (!is_white_space(point.value)) break;
    span.begin += point.size;
  }
  while (span.begin < span.end) {
    CodePoint point = code_point_before(view, span.end);
    if (!is_white_space(point.value)) break;
    span.end -= point.size;
  }
  return span;
}

bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }

// Bytes of the letters that end right before `end`.
std::uint32_t word_before(std::string_view view, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > begin) {
    CodePoint point = code_point_before(view, at);
    if (!is_letter(point.value)) break;
    at -= point.size;
  }
  return end - at;
}

// The first full stop after which a sentence begins in lower case, as in "we are sorry. we will";
// ICU (SB8) reads on there. Abbreviations are short, so a word of four letters or more decides.
std::uint32_t lower_case_start(std::string_view view, Span piece) {
  for (std::size_t dot = view.find(". ", piece.begin);
       dot != std::string_view::npos && dot + 2 < piece.end; dot = view.find(". ", dot + 1)) {
    std::size_t next = view.find_first_not_of(' ', dot + 1);
    if (next >= piece.end || !is_lower_ascii(view[next])) continue;
    auto at = static_cast<std::uint32_t>(dot);
    if (word_before(view, piece.begin, at) >= 4) return at + 1;
  }
  return piece.end;
}

}  // namespace

SentenceCutter::SentenceCutter(std::span<const LanguageProfile> profiles)
    : breaks_(BreakKind::Sentence) {
  for (const LanguageProfile& profile : profiles) {
    abbreviations_.insert(abbreviations_.end(), profile.abbreviations.begin(),
                          profile.abbreviations.end());
  }
  put_in_order(abbreviations_);
}

bool SentenceCutter::ends_in_abbreviation(std::string_view view, std::uint32_t begin,
                                          std::uint32_t end) const {
  Span span = trimmed(view, {begin, end});
  if (span.is_empty() || view[span.end - 1] != '.') return false;
  std::uint32_t dot = span.end - 1;
  std::uint32_t start = dot;
  while (start > span.begin && dot - start < kLongestAbbreviation && view[start - 1] != ' ' &&
         view[start - 1] != '(') {
    --start;
  }
  if (start == dot) return false;
  std::string_view word = view.substr(start, dot - start);
  // An initial: "J. Smith".
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I') return true;
  if (word.size() >= kLongestAbbreviation) return false;
  while (start < dot && (static_cast<unsigned char>(view[start]) & 0xC0U) == 0x80U) ++start;
  return std::binary_search(abbreviations_.begin(), abbreviations_.end(),
                            fold_word(view.substr(start, dot - start)));
}

void SentenceCutter::add_pieces(std::string_view view, Span piece, std::vector<Span>& out) const {
  std::string_view text = view.substr(0, piece.end);
  // Both searches remember what lies ahead, so that the piece is read once however often it is cut.
  std::size_t semicolon = text.find(kFullWidthSemicolon, piece.begin);
  std::uint32_t lower = lower_case_start(text, piece);
  while (!piece.is_empty()) {
    std::uint32_t end = std::min(piece.end, lower);
    if (semicolon != std::string_view::npos) {
      end = std::min(end, static_cast<std::uint32_t>(semicolon + kFullWidthSemicolon.size()));
    }
    Span sentence = trimmed(view, {piece.begin, end});
    if (!sentence.is_empty()) out.push_back(sentence);
    piece.begin = end;
    if (end == lower) lower = lower_case_start(text, piece);
    if (semicolon < end) semicolon = text.find(kFullWidthSemicolon, end);
  }
}

void SentenceCutter::cut(std::string_view view, Span block, std::vector<Span>& out) {
  breaks_.find(view.substr(block.begin, block.size()), boundaries_);
  std::uint32_t begin = block.begin;
  for (std::uint32_t boundary : boundaries_) {
    std::uint32_t end = block.begin + boundary;
    if (end < block.end && ends_in_abbreviation(view, begin, end)) continue;
    add_pieces(view, {begin, end}, out);
    begin = end;
  }
}

Span ender_of(std::string_view view, Span sentence) {
  Span ender{sentence.end, sentence.end};
  while (ender.begin > sentence.begin) {
    CodePoint point = code_point_before(view, ender.begin);
    if (sentence_ender(point.value) != 0) {
      ender.begin -= point.size;
    } else if (ender.is_empty() && (is_quotation_mark(point.value) || point.value == ')' ||
                                    point.value == '\'' || is_white_space(point.value))) {
      ender.begin -= point.size;
      ender.end = ender.begin;
    } else {
      break;
    }
  }
  return ender;
}

}  // namespace unfeigned
