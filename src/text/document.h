// A Document is a text, immutable, together with everything the audit needs to know of its shape:
// blocks, sentences, tokens with folded forms, the language of each sentence. It refuses to know
// any rule. All spans are bytes of text(); the segmentation itself is made on a same-length view
// in which markup is blanked, so that no offset ever has to be mapped back.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/span.h"
#include "text/profile.h"

namespace unfeigned {

// Largest text that is accepted, in bytes. Callers check it at the door and say so.
inline constexpr std::uint32_t kMaxTextBytes = 8U * 1024 * 1024;

enum class TokenKind : std::uint8_t {
  Word,        // letters, possibly with digits and inner apostrophes
  Number,      // starts with a digit
  Han,         // one Han character
  Ender,       // the mark that ends a sentence; zero-width where a sentence ends without one
  MergeField,  // an unresolved template field such as {{name}}
  Slot,        // one of our own open slots, U+27E8 ... U+27E9
};

// What a token looks like, independent of language; bits of Token::shape.
inline constexpr std::uint8_t kShapeClock = 1;     // 10:30
inline constexpr std::uint8_t kShapeDate = 2;      // 2026-05-03, 3/5/2026
inline constexpr std::uint8_t kShapeMoney = 4;     // a number that touches a currency sign
inline constexpr std::uint8_t kShapePercent = 8;   // a number that touches a percent sign
inline constexpr std::uint8_t kShapeAddress = 16;  // part of an e-mail address
inline constexpr std::uint8_t kShapePhone = 32;    // part of a telephone number
inline constexpr std::uint8_t kShapeCode = 64;  // letters and digits mixed, or a number after '#'
inline constexpr std::uint8_t kShapeUrl = 128;  // part of a web address

// What stands between a token and the one before it; bits of Token::before.
inline constexpr std::uint8_t kBeforeSpace = 1;
inline constexpr std::uint8_t kBeforeClauseMark =
    2;  // , : ; dash, bracket or their full-width forms
inline constexpr std::uint8_t kBeforeQuoteMark = 4;

struct Token {
  Span span;
  WordId word;  // folded form; see Document::word
  TokenKind kind = TokenKind::Word;
  std::uint8_t before = 0;
  std::uint8_t shape = 0;
};

enum class BlockKind : std::uint8_t {
  Paragraph,
  ListItem,
  Heading,
  QuotedText,
  QuotedHistory,
  Code
};

struct Block {
  Span span;
  SentenceSpan sentences;
  BlockKind kind = BlockKind::Paragraph;
  // Of one DocumentReader, equal numbers mean equal sentences and tokens but for their place; 0
  // from Document::read.
  std::uint32_t content = 0;
};

// Index into the profiles a Document was read with, or none: a language without a profile.
struct LanguageIndex {
  std::uint8_t value = 255;
  constexpr bool is_known() const { return value != 255; }
  friend constexpr auto operator<=>(const LanguageIndex&, const LanguageIndex&) = default;
};

struct Sentence {
  Span span;         // without the white space around it
  TokenSpan tokens;  // its last token is an Ender unless the block ends first
  std::uint32_t block = 0;
  LanguageIndex language;
};

enum class InputFormat : std::uint8_t { Text, Markdown, Html };

struct ReadOptions {
  InputFormat format = InputFormat::Text;
  // Every sentence is taken to be in this language; empty: decided sentence by sentence.
  std::string forced_language;
};

// One place where bytes that are not UTF-8 were replaced by U+FFFD.
struct Repair {
  Span repaired;                     // in text()
  std::uint32_t original_begin = 0;  // bytes, in the input as it was given
  std::uint32_t original_size = 0;   // bytes
};

class Document {
 public:
  // Total: any bytes of at most kMaxTextBytes give a Document. The profiles are copied as far as
  // they are needed; they may die before the Document.
  static Document read(std::string bytes, std::span<const LanguageProfile> profiles,
                       const ReadOptions& options);

  std::string_view text() const { return text_; }
  std::string_view text(Span span) const {
    return std::string_view(text_).substr(span.begin, span.size());
  }
  // text() with markup blanked and line feeds inside a paragraph turned into spaces; same length.
  std::string_view view() const { return view_; }

  std::span<const Block> blocks() const { return blocks_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Repair> repairs() const { return repairs_; }

  // Folded form of a token: NFC, case fold and the fold table; ignorables dropped.
  std::string_view word(WordId id) const { return (*words_)[id.index()]; }
  std::size_t word_count() const { return words_->size(); }

  // The smallest span of whole tokens' bytes from the first to the last token of the range.
  Span span_of(TokenSpan range) const;
  // Index of the sentence that holds this token.
  std::uint32_t sentence_of(std::uint32_t token) const;
  // First byte of the original input that belongs to this offset of text().
  std::uint32_t original_offset(std::uint32_t offset) const;

 private:
  friend class DocumentReader;

  std::string text_;
  std::string view_;
  std::vector<Block> blocks_;
  std::vector<Sentence> sentences_;
  std::vector<Token> tokens_;
  std::vector<Repair> repairs_;
  std::shared_ptr<const std::vector<std::string>> words_ =
      std::make_shared<std::vector<std::string>>();
};

}  // namespace unfeigned
