#include "text/document_reader.h"

#include <functional>

#include "base/check.h"
#include "base/utf8.h"
#include "text/blocks.h"
#include "text/markup.h"

namespace unfeigned {
namespace {

// Remembered beyond the blocks of the text at hand, in bytes of text: for undo, and for the steps
// of typing one block.
constexpr std::size_t kSpareBytes = std::size_t{64} * 1024;
// Words that typing may leave behind; each letter of a new word makes another.
constexpr std::size_t kSpareWords = std::size_t{16} * 1024;

LanguageBefore forced_language(std::span<const LanguageProfile> profiles,
                               const ReadOptions& options) {
  LanguageBefore before;
  before.is_forced = !options.forced_language.empty();
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].language == options.forced_language)
      before.language.value = static_cast<std::uint8_t>(i);
  }
  return before;
}

}  // namespace

DocumentReader::DocumentReader(std::span<const LanguageProfile> profiles, Memory memory)
    : profiles_(profiles), memory_(memory), blocks_(profiles) {}

Document DocumentReader::read(std::string bytes, const ReadOptions& options) {
  UF_CHECK(bytes.size() <= kMaxTextBytes);
  ++round_;
  forgotten_.clear();
  Document document;
  RepairedText repaired = repair_utf8(std::move(bytes));
  document.text_ = std::move(repaired.text);
  for (const RepairedBytes& repair : repaired.repairs) {
    document.repairs_.push_back({{repair.repaired_begin, repair.repaired_begin + 3},
                                 repair.original_begin,
                                 repair.original_size});
  }
  document.view_ = blank_markup(document.text_, options.format);
  document.blocks_ = find_blocks(document.view_, profiles_);
  document.tokens_.reserve(document.view_.size() / 5 + 16);
  LanguageBefore before = forced_language(profiles_, options);
  for (std::uint32_t i = 0; i < document.blocks_.size(); ++i) {
    Block& block = document.blocks_[i];
    std::string_view own =
        std::string_view(document.view_).substr(block.span.begin, block.span.size());
    const BlockText& text = block_text(own, before, block);
    append(document, i, text);
    before = text.after;
  }
  document.words_ = blocks_.table().shared_words();
  if (round_ == 1) first_words_ = document.word_count();
  forget(document.text_.size());
  return document;
}

const BlockText& DocumentReader::block_text(std::string_view text, const LanguageBefore& before,
                                            Block& block) {
  if (memory_ == Memory::None) {
    blocks_.read(text, before, scratch_);
    return scratch_;
  }
  std::size_t context = before.language.value + (before.is_forced ? 256U : 0U);
  std::size_t hash = std::hash<std::string_view>()(text) + context * 0x9E3779B1U;
  Remembered& one = remembered_[hash];
  bool is_known = one.content != 0 && one.before == before && one.text == text;
  if (!is_known) {
    // Another text of the same hash gives way.
    if (one.content != 0) forgotten_.push_back(one.content);
    remembered_bytes_ += text.size() - one.text.size();
    one.text = text;
    one.before = before;
    one.content = ++contents_;
    blocks_.read(text, before, one.block);
  }
  one.round = round_;
  block.content = one.content;
  return one.block;
}

void DocumentReader::append(Document& document, std::uint32_t index, const BlockText& text) {
  Block& block = document.blocks_[index];
  auto first_token = static_cast<std::uint32_t>(document.tokens_.size());
  block.sentences.begin = static_cast<std::uint32_t>(document.sentences_.size());
  for (Sentence sentence : text.sentences) {
    sentence.span = {sentence.span.begin + block.span.begin, sentence.span.end + block.span.begin};
    sentence.tokens = {sentence.tokens.begin + first_token, sentence.tokens.end + first_token};
    sentence.block = index;
    document.sentences_.push_back(sentence);
  }
  block.sentences.end = static_cast<std::uint32_t>(document.sentences_.size());
  document.tokens_.insert(document.tokens_.end(), text.tokens.begin(), text.tokens.end());
  for (std::size_t t = first_token; t < document.tokens_.size(); ++t) {
    Span& span = document.tokens_[t].span;
    span = {span.begin + block.span.begin, span.end + block.span.begin};
  }
}

void DocumentReader::forget(std::size_t text_size) {
  if (remembered_bytes_ <= 2 * text_size + kSpareBytes) return;
  std::erase_if(remembered_, [&](const auto& entry) {
    const Remembered& one = entry.second;
    if (one.round == round_) return false;
    forgotten_.push_back(one.content);
    remembered_bytes_ -= one.text.size();
    return true;
  });
}

bool DocumentReader::is_overgrown() const {
  return blocks_.table().words().size() > 2 * first_words_ + kSpareWords;
}

}  // namespace unfeigned
