#include "text/document.h"

#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"
#include "text/blocks.h"
#include "text/characters.h"
#include "text/language.h"
#include "text/markup.h"
#include "text/sentences.h"
#include "text/shapes.h"
#include "text/tokenizer.h"
#include "text/word_table.h"

namespace unfeigned {

// Fills a Document in the order of the passes: blocks, sentences, tokens, shapes, language.
class DocumentBuilder {
 public:
  DocumentBuilder(Document& document, std::span<const LanguageProfile> profiles)
      : document_(document),
        cutter_(profiles),
        tokenizer_(table_, profiles),
        voter_(profiles) {}

  void run(std::span<const LanguageProfile> profiles, const ReadOptions& options) {
    document_.view_ = blank_markup(document_.text_, options.format);
    document_.blocks_ = find_blocks(document_.view_, profiles);
    document_.tokens_.reserve(document_.view_.size() / 5 + 16);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      if (profiles[i].language == options.forced_language) forced_.value = static_cast<std::uint8_t>(i);
    }
    is_forced_ = !options.forced_language.empty();
    for (std::size_t i = 0; i < document_.blocks_.size(); ++i) add_block(static_cast<std::uint32_t>(i));
    document_.words_ = table_.take();
  }

 private:
  void add_block(std::uint32_t index) {
    Block& block = document_.blocks_[index];
    pieces_.clear();
    cutter_.cut(document_.view_, block.span, pieces_);
    block.sentences.begin = static_cast<std::uint32_t>(document_.sentences_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      add_sentence(index, pieces_[i], i + 1 == pieces_.size());
    }
    block.sentences.end = static_cast<std::uint32_t>(document_.sentences_.size());
  }

  void add_sentence(std::uint32_t block, Span span, bool is_last) {
    auto& tokens = document_.tokens_;
    auto first = static_cast<std::uint32_t>(tokens.size());
    tokenizer_.tokenize(document_.view_, span, tokens);
    std::span<Token> own(tokens.data() + first, tokens.size() - first);
    mark_shapes(document_.view_, own);
    LanguageIndex language = forced_;
    if (!is_forced_) {
      language = voter_.decide(own, table_.words(), previous_);
      if (language.is_known()) previous_ = language;
    }
    add_ender(span, is_last);
    document_.sentences_.push_back(
        {span, {first, static_cast<std::uint32_t>(tokens.size())}, block, language});
  }

  void add_ender(Span sentence, bool is_last) {
    Span ender = ender_of(document_.view_, sentence);
    if (ender.is_empty() && is_last) return;
    // A question mark outweighs an exclamation mark, which outweighs a full stop.
    std::string_view mark = ".";
    for (std::uint32_t at = ender.begin; at < ender.end;) {
      CodePoint point = code_point_at(document_.view_, at);
      char kind = sentence_ender(point.value);
      if (kind == '?') mark = "?";
      if (kind == '!' && mark == ".") mark = "!";
      at += point.size;
    }
    document_.tokens_.push_back({ender, table_.intern(mark), TokenKind::Ender, 0, 0});
  }

  Document& document_;
  WordTable table_;
  SentenceCutter cutter_;
  Tokenizer tokenizer_;
  LanguageVoter voter_;
  std::vector<Span> pieces_;
  LanguageIndex forced_;
  LanguageIndex previous_;
  bool is_forced_ = false;
};

Document Document::read(std::string bytes, std::span<const LanguageProfile> profiles,
                        const ReadOptions& options) {
  UF_CHECK(bytes.size() <= kMaxTextBytes);
  Document document;
  RepairedText repaired = repair_utf8(std::move(bytes));
  document.text_ = std::move(repaired.text);
  for (const RepairedBytes& repair : repaired.repairs) {
    document.repairs_.push_back({{repair.repaired_begin, repair.repaired_begin + 3},
                                 repair.original_begin, repair.original_size});
  }
  DocumentBuilder(document, profiles).run(profiles, options);
  return document;
}

Span Document::span_of(TokenSpan range) const {
  if (range.is_empty()) return {};
  return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  auto after = std::upper_bound(
      sentences_.begin(), sentences_.end(), token,
      [](std::uint32_t value, const Sentence& sentence) { return value < sentence.tokens.begin; });
  UF_CHECK(after != sentences_.begin());
  return static_cast<std::uint32_t>(after - sentences_.begin() - 1);
}

std::uint32_t Document::original_offset(std::uint32_t offset) const {
  auto after = std::upper_bound(
      repairs_.begin(), repairs_.end(), offset,
      [](std::uint32_t value, const Repair& repair) { return value < repair.repaired.begin; });
  if (after == repairs_.begin()) return offset;
  const Repair& last = *(after - 1);
  if (offset < last.repaired.end) return last.original_begin;
  return last.original_begin + last.original_size + (offset - last.repaired.end);
}

}  // namespace unfeigned
