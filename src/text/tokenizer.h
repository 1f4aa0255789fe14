// Cuts a sentence into tokens: words by UAX #29, each Han character by itself, merge fields and our
// own slots whole, elided words (l', qu') apart. Punctuation makes no token; what it says about
// the token after it is kept in Token::before.
//
// ICU's word boundaries cost more than everything else in the audit together, and most sentences
// are ASCII with typographic marks, where UAX #29 comes down to a dozen rules. Those sentences are
// cut by our own loop; a test holds it against ICU on random text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/breaks.h"
#include "text/document.h"
#include "text/word_table.h"

namespace unfeigned {

class Tokenizer {
 public:
  // Both must outlive the tokenizer.
  Tokenizer(WordTable& words, std::span<const LanguageProfile> profiles);

  // Whether a text is nothing but an elided word, such as "l'".
  bool is_elision(std::string_view text) const;

  // Appends the tokens of view[sentence] to `out`, without its Ender.
  void tokenize(std::string_view view, Span sentence, std::vector<Token>& out);

 private:
  struct Cursor;

  bool try_field_or_slot(Cursor& cursor, std::vector<Token>& out);
  bool is_merge_field(std::string_view content) const;
  void add_word(std::string_view view, Span span, std::uint8_t before, std::vector<Token>& out);
  std::uint32_t word_end(const Cursor& cursor) const;
  std::uint32_t elision(std::string_view spelling) const;
  void add_han(std::string_view view, Span span, char32_t character, std::uint8_t before,
               std::vector<Token>& out);

  WordTable& words_;
  std::vector<std::string> elisions_;                 // sorted
  bool has_apostrophe_ = false;                       // the sentence that is read
  std::vector<std::string> merge_fields_;             // sorted
  std::vector<std::pair<char32_t, char32_t>> folds_;  // of Han characters; sorted
  std::optional<BreakFinder> breaks_;                 // made when a sentence first needs it
  std::vector<std::uint32_t> boundaries_;  // of the sentence at hand, where ICU was asked
};

// Cuts short texts, such as the words of a pattern, exactly as a Document is cut.
class WordCutter {
 public:
  explicit WordCutter(std::span<const LanguageProfile> profiles);
  WordCutter(const WordCutter&) = delete;
  WordCutter& operator=(const WordCutter&) = delete;

  // The folded words in order. Patterns name the same words again and again: each is cut once.
  const std::vector<std::string>& cut(std::string_view text);

 private:
  std::vector<std::string> words_of(std::string_view text);

  WordTable table_;
  Tokenizer tokenizer_;
  std::vector<Token> tokens_;
  std::unordered_map<std::string, std::vector<std::string>> known_;  // never iterated
};

}  // namespace unfeigned
