// Reads one block: its sentences, their tokens, shapes and languages. It sees the block's own text
// and nothing around it, so what it tells depends on that text and on the language before it alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/language.h"
#include "text/sentences.h"
#include "text/tokenizer.h"
#include "text/word_table.h"

namespace unfeigned {

// What a sentence without a vote of its own is taken for, or every sentence when it is forced.
struct LanguageBefore {
  LanguageIndex language;
  bool is_forced = false;
  friend bool operator==(const LanguageBefore&, const LanguageBefore&) = default;
};

// Places count from the beginning of the block, tokens from its first one.
struct BlockText {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  LanguageBefore after;  // for the next block
};

class BlockReader {
 public:
  // The profiles must outlive the reader.
  explicit BlockReader(std::span<const LanguageProfile> profiles);
  // Its parts know each other by their place.
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;

  // Replaces what `out` held. The words of all blocks are in one table.
  void read(std::string_view text, const LanguageBefore& before, BlockText& out);

  const WordTable& table() const { return table_; }

 private:
  void add_sentence(std::string_view text, Span span, bool is_last, BlockText& out);
  void add_ender(std::string_view text, Span sentence, bool is_last, std::vector<Token>& out);

  WordTable table_;
  SentenceCutter cutter_;
  Tokenizer tokenizer_;
  LanguageVoter voter_;
  std::vector<Span> pieces_;  // of the block at hand
};

}  // namespace unfeigned
