// Block quotes, quoted mail history, code, and what is introduced as a thing not to write: a list,
// or the rest of the sentence after a colon.
#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

// The cue that introduces the list which a block belongs to, or nothing.
const CueHit* list_introduction(const Reading& reading, std::uint32_t block) {
  const auto sentences = reading.document.sentences();
  SentenceSpan head = reading.document.blocks()[reading.list_heads[block]].sentences;
  if (head.is_empty()) return nullptr;
  const auto cues = reading.cues_in(
      Cue::MentionList, {sentences[head.begin].tokens.begin, sentences[head.end - 1].tokens.end});
  return cues.empty() ? nullptr : &cues.front();
}

// "Never write: we deliver empathy." The mark stands right behind the cue.
const CueHit* colon_introduction(const Reading& reading, const RawMatch& match) {
  std::uint32_t begin = reading.document.sentences()[match.sentence].tokens.begin;
  for (const CueHit& cue : reading.cues_in(Cue::MentionList, {begin, match.tokens.begin})) {
    if (cue.tokens.end > match.tokens.begin) continue;
    bool has_mark = (reading.document.tokens()[cue.tokens.end].before & kBeforeClauseMark) != 0;
    if (has_mark) return &cue;
  }
  return nullptr;
}

GuardHit hit_of(const Reading& reading, const CueHit& cue) {
  return {Guard::QuotedBlock, reading.document.span_of(cue.tokens)};
}

}  // namespace

std::optional<GuardHit> quoted_block_guard(const Reading& reading, const RawMatch& match) {
  std::uint32_t index = reading.document.sentences()[match.sentence].block;
  const Block& block = reading.document.blocks()[index];
  if (const CueHit* cue = colon_introduction(reading, match)) return hit_of(reading, *cue);
  switch (block.kind) {
    case BlockKind::QuotedText:
    case BlockKind::QuotedHistory:
    case BlockKind::Code:
      return GuardHit{Guard::QuotedBlock, block.span};
    case BlockKind::ListItem: {
      const CueHit* cue = list_introduction(reading, index);
      if (cue == nullptr) return std::nullopt;
      return hit_of(reading, *cue);
    }
    case BlockKind::Paragraph:
    case BlockKind::Heading:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace unfeigned
