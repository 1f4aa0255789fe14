// Critical stance and commentary: the text is about such language. Promoters deny being fake as
// well, so one critical word is not enough, and "we" takes the words back into use.
#include <algorithm>

#include "audit/guards/guards.h"

namespace unfeigned {
namespace {

constexpr std::size_t kCriticalCues = 2;  // distinct ones in a block; one is enough in a question

bool is_question(const Reading& reading, std::uint32_t sentence) {
  TokenSpan tokens = reading.document.sentences()[sentence].tokens;
  if (tokens.is_empty()) return false;
  const Token& last = reading.document.tokens()[tokens.end - 1];
  return last.kind == TokenKind::Ender && reading.document.word(last.word) == "?";
}

const BlockCues& block_of(const Reading& reading, const RawMatch& match) {
  return reading.block_cues[reading.document.sentences()[match.sentence].block];
}

std::vector<const CueHit*> critical_cues(const Reading& reading, const RawMatch& match) {
  return distinct_cues(reading, match, Cue::Critical, block_of(reading, match).critical);
}

// The sentence of the match and those beside it in its block.
TokenSpan neighbourhood_of(const Reading& reading, const RawMatch& match) {
  const auto& sentences = reading.document.sentences();
  const SentenceSpan block = reading.document.blocks()[sentences[match.sentence].block].sentences;
  std::uint32_t first = std::max(match.sentence, block.begin + 1) - 1;
  std::uint32_t last = std::min(match.sentence + 1, block.end - 1);
  return {sentences[first].tokens.begin, sentences[last].tokens.end};
}

}  // namespace

std::optional<GuardHit> critical_stance_guard(const Reading& reading, const RawMatch& match) {
  if (speaks_for_itself(reading, match)) return std::nullopt;
  std::vector<const CueHit*> cues = critical_cues(reading, match);
  std::size_t needed = is_question(reading, match.sentence) ? 1 : kCriticalCues;
  if (cues.size() < needed) return std::nullopt;
  return GuardHit{Guard::CriticalStance, reading.document.span_of(cues.front()->tokens)};
}

std::optional<GuardHit> commentary_guard(const Reading& reading, const RawMatch& match,
                                         Genre genre) {
  if (genre != Genre::Commentary) return std::nullopt;
  // Commentary has no number, so looking at sentences that have matches cannot move one. Nor can it
  // make good a fact that is missing: a writer's "we" at the other end of a long paragraph does not
  // speak here.
  bool is_critical = critical_cues(reading, match).size() >= kCriticalCues;
  bool is_own = !reading.cues_in(Cue::Ownership, neighbourhood_of(reading, match)).empty();
  if (is_own && !is_critical) return std::nullopt;
  return GuardHit{Guard::Commentary, {}};
}

}  // namespace unfeigned
