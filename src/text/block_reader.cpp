#include "text/block_reader.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/shapes.h"

namespace unfeigned {

BlockReader::BlockReader(std::span<const LanguageProfile> profiles)
    : cutter_(profiles), tokenizer_(table_, profiles), voter_(profiles) {}

void BlockReader::read(std::string_view text, const LanguageBefore& before, BlockText& out) {
  out.sentences.clear();
  out.tokens.clear();
  out.after = before;
  pieces_.clear();
  cutter_.cut(text, {0, static_cast<std::uint32_t>(text.size())}, pieces_);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    add_sentence(text, pieces_[i], i + 1 == pieces_.size(), out);
  }
}

void BlockReader::add_sentence(std::string_view text, Span span, bool is_last, BlockText& out) {
  auto first = static_cast<std::uint32_t>(out.tokens.size());
  tokenizer_.tokenize(text, span, out.tokens);
  std::span<Token> own(out.tokens.data() + first, out.tokens.size() - first);
  mark_shapes(text, own);
  LanguageIndex language = out.after.language;
  if (!out.after.is_forced) {
    language = voter_.decide(own, table_.words(), out.after.language);
    if (language.is_known()) out.after.language = language;
  }
  add_ender(text, span, is_last, out.tokens);
  out.sentences.push_back(
      {span, {first, static_cast<std::uint32_t>(out.tokens.size())}, 0, language});
}

void BlockReader::add_ender(std::string_view text, Span sentence, bool is_last,
                            std::vector<Token>& out) {
  Span ender = ender_of(text, sentence);
  if (ender.is_empty() && is_last) return;
  // A question mark outweighs an exclamation mark, which outweighs a full stop.
  std::string_view mark = ".";
  for (std::uint32_t at = ender.begin; at < ender.end;) {
    CodePoint point = code_point_at(text, at);
    char kind = sentence_ender(point.value);
    if (kind == '?') mark = "?";
    if (kind == '!' && mark == ".") mark = "!";
    at += point.size;
  }
  out.push_back({ender, table_.intern(mark), TokenKind::Ender, 0, 0});
}

}  // namespace unfeigned
