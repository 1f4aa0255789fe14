// Block quotes, quoted mail history, code, and lists that are introduced as things not to write.
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

}  // namespace

std::optional<GuardHit> quoted_block_guard(const Reading& reading, const RawMatch& match) {
  std::uint32_t index = reading.document.sentences()[match.sentence].block;
  const Block& block = reading.document.blocks()[index];
  switch (block.kind) {
    case BlockKind::QuotedText:
    case BlockKind::QuotedHistory:
    case BlockKind::Code:
      return GuardHit{Guard::QuotedBlock, block.span};
    case BlockKind::ListItem: {
      const CueHit* cue = list_introduction(reading, index);
      if (cue == nullptr) return std::nullopt;
      return GuardHit{Guard::QuotedBlock, reading.document.span_of(cue->tokens)};
    }
    case BlockKind::Paragraph:
    case BlockKind::Heading:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace unfeigned
