// Reads one text after another, as an editor gives them. A block that one of the last texts had,
// with the same language before it, is not read again: an edit costs the blocks that it touched,
// and so do a move and an undo, without anybody telling what was edited. What is remembered is
// never more than a few times the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/block_reader.h"
#include "text/document.h"

namespace unfeigned {

class DocumentReader {
 public:
  enum class Memory : std::uint8_t { None, Blocks };

  // The profiles must outlive the reader.
  DocumentReader(std::span<const LanguageProfile> profiles, Memory memory);

  // As Document::read. The Documents of one reader share a table of words, which grows.
  Document read(std::string bytes, const ReadOptions& options);

  // Of all blocks that are remembered, text alone.
  std::size_t remembered_bytes() const { return remembered_bytes_; }
  // Block::content of what the last text made the reader forget; those numbers do not come back.
  std::span<const std::uint32_t> forgotten() const { return forgotten_; }
  // Whether most words of the table are of texts long gone, so that a new reader should take over.
  bool is_overgrown() const;

 private:
  struct Remembered {
    std::string text;
    LanguageBefore before;
    std::uint32_t content = 0;
    std::uint32_t round = 0;  // of the last text that had it
    BlockText block;
  };

  const BlockText& block_text(std::string_view text, const LanguageBefore& before, Block& block);
  static void append(Document& document, std::uint32_t index, const BlockText& text);
  void forget(std::size_t text_size);

  std::span<const LanguageProfile> profiles_;
  Memory memory_;
  BlockReader blocks_;
  BlockText scratch_;
  std::unordered_map<std::size_t, Remembered> remembered_;  // by hash; looked up, in no order
  std::size_t remembered_bytes_ = 0;
  std::uint32_t round_ = 0;
  std::uint32_t contents_ = 0;  // given out so far
  std::size_t first_words_ = 0;
  std::vector<std::uint32_t> forgotten_;
};

}  // namespace unfeigned
