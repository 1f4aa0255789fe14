#include "text/tokenizer.h"

#include <algorithm>
#include <array>

#include "base/order.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"

namespace unfeigned {
namespace {

constexpr std::uint32_t kMaxFieldBytes = 96;  // a merge field longer than this is text
constexpr std::uint32_t kMaxSlotBytes = 240;  // likewise a slot
constexpr std::string_view kSlotOpen = "\xE2\x9F\xA8";
constexpr std::string_view kSlotClose = "\xE2\x9F\xA9";
constexpr std::string_view kApostrophe = "\xE2\x80\x99";  // the curly one

enum class Ascii : std::uint8_t { Other, Letter, Digit, Underscore };

constexpr std::array<Ascii, 128> make_ascii_classes() {
  std::array<Ascii, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) table[c] = Ascii::Letter;
    if (c >= '0' && c <= '9') table[c] = Ascii::Digit;
    if (c == '_') table[c] = Ascii::Underscore;
  }
  return table;
}
constexpr std::array<Ascii, 128> kAscii = make_ascii_classes();

Ascii ascii_class(std::string_view text, std::uint32_t at) {
  if (at >= text.size() || !is_ascii(text[at])) return Ascii::Other;
  return kAscii[static_cast<unsigned char>(text[at])];
}

// Whether our own loop cuts this text as ICU would: ASCII, typographic marks, Han and its marks.
bool is_simple(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::uint32_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    CodePoint point = code_point_at(text, at);
    bool is_cjk_mark = point.value >= 0x3000 && point.value <= 0x3003;
    if (!is_typographic_mark(point.value) && !is_han(point.value) && !is_cjk_mark) return false;
    at += point.size;
  }
  return true;
}

// WB6, WB7, WB11 and WB12: the size of a mark that holds two letters or two digits together.
std::uint32_t joining_mark(std::string_view text, std::uint32_t at, Ascii side) {
  char c = at < text.size() ? text[at] : '\0';
  if (c == '.' || c == '\'') return 1;
  if (side == Ascii::Digit && (c == ',' || c == ';')) return 1;
  std::string_view three = text.substr(std::min<std::size_t>(at, text.size()), 3);
  return three == "\xE2\x80\x98" || three == "\xE2\x80\x99" ? 3 : 0;
}

// End of the word that begins at `at`, in a simple text.
std::uint32_t simple_word_end(std::string_view text, std::uint32_t at) {
  for (;;) {
    Ascii last = Ascii::Other;
    for (Ascii next = ascii_class(text, at); next != Ascii::Other; next = ascii_class(text, ++at)) {
      last = next;
    }
    if (last != Ascii::Letter && last != Ascii::Digit) return at;
    std::uint32_t mark = joining_mark(text, at, last);
    if (mark == 0 || ascii_class(text, at + mark) != last) return at;
    at += mark;
  }
}

bool is_all_caps_or_snake(std::string_view content) {
  bool has_letter = false;
  bool has_lower = false;
  bool has_underscore = false;
  for (char c : content) {
    bool is_upper = c >= 'A' && c <= 'Z';
    bool is_lower = c >= 'a' && c <= 'z';
    bool is_number = c >= '0' && c <= '9';
    if (!is_upper && !is_lower && !is_number && c != '_') return false;
    has_letter = has_letter || is_upper || is_lower;
    has_lower = has_lower || is_lower;
    has_underscore = has_underscore || c == '_';
  }
  return has_letter && content.size() >= 2 && (has_underscore || !has_lower);
}

template <class T>
std::vector<T> collect(std::span<const LanguageProfile> profiles,
                       std::vector<T> LanguageProfile::*member) {
  std::vector<T> all;
  for (const LanguageProfile& profile : profiles) {
    const std::vector<T>& own = profile.*member;
    all.insert(all.end(), own.begin(), own.end());
  }
  put_in_order(all);
  return all;
}

}  // namespace

// Walks one sentence. Positions are bytes of the whole view.
struct Tokenizer::Cursor {
  std::string_view view;    // up to the end of the sentence
  std::uint32_t begin = 0;  // of the sentence
  std::uint32_t at = 0;
  std::uint8_t before = 0;
  bool is_simple = true;
};

Tokenizer::Tokenizer(WordTable& words, std::span<const LanguageProfile> profiles)
    : words_(words),
      elisions_(collect(profiles, &LanguageProfile::elisions)),
      merge_fields_(collect(profiles, &LanguageProfile::merge_fields)),
      folds_(collect(profiles, &LanguageProfile::folds)) {}

std::uint32_t Tokenizer::word_end(const Cursor& cursor) const {
  if (cursor.is_simple) return simple_word_end(cursor.view, cursor.at);
  auto next = std::upper_bound(boundaries_.begin(), boundaries_.end(), cursor.at - cursor.begin);
  std::uint32_t end = next == boundaries_.end() ? static_cast<std::uint32_t>(cursor.view.size())
                                                : cursor.begin + *next;
  // Without a dictionary ICU keeps a run of Han together with what clings to it; we cut it.
  std::uint32_t at = cursor.at;
  while (at < end) {
    CodePoint point = code_point_at(cursor.view, at);
    if (at > cursor.at && is_han(point.value)) return at;
    at += point.size;
  }
  return end;
}

void Tokenizer::tokenize(std::string_view view, Span sentence, std::vector<Token>& out) {
  Cursor cursor{view.substr(0, sentence.end), sentence.begin, sentence.begin, 0, true};
  std::string_view text = cursor.view.substr(sentence.begin);
  cursor.is_simple = is_simple(text);
  has_apostrophe_ =
      text.find('\'') != std::string_view::npos || text.find(kApostrophe) != std::string_view::npos;
  if (!cursor.is_simple) {
    if (!breaks_) breaks_.emplace(BreakKind::Word);
    breaks_->find(text, boundaries_);
  }

  while (cursor.at < sentence.end) {
    char c = view[cursor.at];
    if (c == ' ') {
      cursor.before |= kBeforeSpace;
      ++cursor.at;
      continue;
    }
    Ascii kind = ascii_class(view, cursor.at);
    if (cursor.is_simple && (kind == Ascii::Letter || kind == Ascii::Digit)) {
      std::uint32_t end = simple_word_end(cursor.view, cursor.at);
      add_word(view, {cursor.at, end}, cursor.before, out);
      cursor.at = end;
      cursor.before = 0;
      continue;
    }
    if (try_field_or_slot(cursor, out)) continue;
    CodePoint point = code_point_at(view, cursor.at);
    if (is_han(point.value)) {
      std::uint32_t end = cursor.at + point.size;
      while (end < sentence.end && is_extending(code_point_at(view, end).value)) {
        end += code_point_at(view, end).size;
      }
      add_han(view, {cursor.at, end}, point.value, cursor.before, out);
      cursor.at = end;
      cursor.before = 0;
    } else if (is_letter(point.value) || is_digit(point.value) || point.value == '_') {
      std::uint32_t end = std::max(word_end(cursor), cursor.at + point.size);
      add_word(view, {cursor.at, end}, cursor.before, out);
      cursor.at = end;
      cursor.before = 0;
    } else {
      if (is_white_space(point.value)) cursor.before |= kBeforeSpace;
      if (is_clause_mark(point.value)) cursor.before |= kBeforeClauseMark;
      if (is_quotation_mark(point.value)) cursor.before |= kBeforeQuoteMark;
      cursor.at += point.size;
    }
  }
}

bool Tokenizer::is_elision(std::string_view text) const {
  return std::binary_search(elisions_.begin(), elisions_.end(), fold_word(text));
}

// Bytes of an elided word at the front of a spelling, apostrophe included, or 0.
std::uint32_t Tokenizer::elision(std::string_view spelling) const {
  if (!has_apostrophe_ || elisions_.empty() || spelling.size() > kMaxFoldedBytes) return 0;
  std::size_t mark = spelling.find('\'');
  std::size_t curly = spelling.find(kApostrophe);
  std::size_t end = mark < curly ? mark + 1 : curly + kApostrophe.size();
  if (std::min(mark, curly) == std::string_view::npos || end >= spelling.size()) return 0;
  return is_elision(spelling.substr(0, end)) ? static_cast<std::uint32_t>(end) : 0;
}

void Tokenizer::add_word(std::string_view view, Span span, std::uint8_t before,
                         std::vector<Token>& out) {
  std::string_view spelling = view.substr(span.begin, span.size());
  if (spelling[0] == '_' && spelling.find_first_not_of('_') == std::string_view::npos) return;
  for (std::uint32_t size = elision(spelling); size != 0; size = elision(spelling)) {
    out.push_back({{span.begin, span.begin + size},
                   words_.intern(spelling.substr(0, size)),
                   TokenKind::Word,
                   before,
                   0});
    span.begin += size;
    before = 0;
    spelling.remove_prefix(size);
  }
  TokenKind kind =
      is_digit(code_point_at(view, span.begin).value) ? TokenKind::Number : TokenKind::Word;
  out.push_back({span, words_.intern(spelling), kind, before, 0});
}

void Tokenizer::add_han(std::string_view view, Span span, char32_t character, std::uint8_t before,
                        std::vector<Token>& out) {
  auto fold = std::lower_bound(folds_.begin(), folds_.end(), std::pair{character, char32_t{0}});
  bool is_folded = fold != folds_.end() && fold->first == character;
  std::string other;
  if (is_folded) append_utf8(other, fold->second);
  std::string_view spelling = is_folded ? other : view.substr(span.begin, span.size());
  out.push_back({span, words_.intern(spelling), TokenKind::Han, before, 0});
}

bool Tokenizer::is_merge_field(std::string_view content) const {
  if (is_all_caps_or_snake(content)) return true;
  std::string form = fold_word(content);
  std::size_t begin = 0;
  bool has_word = false;
  while (begin < form.size()) {
    std::size_t end = std::min(form.find_first_of(" .-_", begin), form.size());
    if (end > begin) {
      has_word = true;
      std::string word = form.substr(begin, end - begin);
      if (!std::binary_search(merge_fields_.begin(), merge_fields_.end(), word)) return false;
    }
    begin = end + 1;
  }
  return has_word;
}

bool Tokenizer::try_field_or_slot(Cursor& cursor, std::vector<Token>& out) {
  struct Form {
    std::string_view open;
    std::string_view close;
    TokenKind kind;
    bool is_certain;  // the brackets alone tell
  };
  static constexpr std::array kForms = {
      Form{"{{", "}}", TokenKind::MergeField, true},
      Form{"${", "}", TokenKind::MergeField, true},
      Form{"<%", "%>", TokenKind::MergeField, true},
      Form{"{", "}", TokenKind::MergeField, false},
      Form{"[", "]", TokenKind::MergeField, false},
      Form{"%", "%", TokenKind::MergeField, false},
      Form{"\xE3\x80\x90", "\xE3\x80\x91", TokenKind::MergeField, false},
      Form{kSlotOpen, kSlotClose, TokenKind::Slot, true},
  };
  char first = cursor.view[cursor.at];
  if (std::string_view("{$<[%\xE3\xE2").find(first) == std::string_view::npos) return false;
  for (const Form& form : kForms) {
    if (cursor.view.compare(cursor.at, form.open.size(), form.open) != 0) continue;
    std::uint32_t limit = form.kind == TokenKind::Slot ? kMaxSlotBytes : kMaxFieldBytes;
    std::size_t content_at = cursor.at + form.open.size();
    std::size_t close = cursor.view.substr(content_at, limit).find(form.close);
    if (close == std::string_view::npos || close == 0) continue;
    std::string_view content = cursor.view.substr(content_at, close);
    std::size_t end = content_at + close + form.close.size();
    bool is_link = form.open == "[" && end < cursor.view.size() && cursor.view[end] == '(';
    bool is_percent_form = form.open == "%";
    if (is_link || (is_percent_form && !is_all_caps_or_snake(content))) continue;
    if (!form.is_certain && !is_merge_field(content)) continue;
    Span span{cursor.at, static_cast<std::uint32_t>(end)};
    // Fields share one word that no pattern can name: a bracket never begins a word.
    out.push_back({span, words_.intern(form.open), form.kind, cursor.before, 0});
    cursor.at = span.end;
    cursor.before = 0;
    return true;
  }
  return false;
}

WordCutter::WordCutter(std::span<const LanguageProfile> profiles) : tokenizer_(table_, profiles) {}

const std::vector<std::string>& WordCutter::cut(std::string_view text) {
  auto [place, is_new] = known_.try_emplace(std::string(text));
  if (is_new) place->second = words_of(text);
  return place->second;
}

std::vector<std::string> WordCutter::words_of(std::string_view text) {
  // In a text the word it clings to follows; alone, its apostrophe would end it.
  if (tokenizer_.is_elision(text)) return {fold_word(text)};
  tokens_.clear();
  tokenizer_.tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens_);
  std::vector<std::string> words;
  words.reserve(tokens_.size());
  for (const Token& token : tokens_) words.push_back(table_.words()[token.word.index()]);
  return words;
}

}  // namespace unfeigned
