#include "audit/genre.h"

#include <algorithm>

namespace unfeigned {
namespace {

// A genre needs so many points, and so many more than any other.
constexpr std::int32_t kNeeded = 4;
constexpr std::int32_t kLead = 2;

constexpr std::int32_t kMaxCommentaryCues = 4;  // one point for each distinct cue, up to this
constexpr std::size_t kQuotedMatches = 2;       // this many matches in quotation marks: two points
constexpr std::size_t kCriticalCues = 2;        // this many distinct critical cues: two points
constexpr std::int32_t kMaxLegalCues = 4;       // one point for each distinct cue, up to this
constexpr std::size_t kNumberedClauses = 2;     // this many numbered list items: two points

struct Tally {
  std::int32_t points = 0;
  std::vector<Span> reasons;
};

// The first hit of each distinct pattern of a cue.
std::vector<const CueHit*> distinct(const Reading& reading, Cue cue) {
  std::vector<const CueHit*> found;
  for (const CueHit& hit : reading.hits(cue)) {
    bool is_known = std::any_of(found.begin(), found.end(), [&](const CueHit* other) {
      return other->pack == hit.pack && other->pattern == hit.pattern;
    });
    if (!is_known) found.push_back(&hit);
  }
  return found;
}

void add(Tally& tally, const Reading& reading, const std::vector<const CueHit*>& hits, std::int32_t points) {
  tally.points += points;
  for (const CueHit* hit : hits) tally.reasons.push_back(reading.document.span_of(hit->tokens));
}

Tally commentary(const Reading& reading) {
  Tally tally;
  std::vector<const CueHit*> cues = distinct(reading, Cue::Commentary);
  add(tally, reading, cues, std::min(static_cast<std::int32_t>(cues.size()), kMaxCommentaryCues));
  std::size_t quoted = 0;
  for (const RawMatch& match : reading.matches) {
    const Span* quotation = reading.quotation_around(reading.document.span_of(match.tokens));
    if (quotation == nullptr) continue;
    ++quoted;
    tally.reasons.push_back(*quotation);
  }
  if (quoted >= kQuotedMatches) tally.points += 2;
  std::vector<const CueHit*> critical = distinct(reading, Cue::Critical);
  if (critical.size() >= kCriticalCues) add(tally, reading, critical, 2);
  return tally;
}

Tally legal(const Reading& reading) {
  Tally tally;
  std::vector<const CueHit*> cues = distinct(reading, Cue::Legal);
  add(tally, reading, cues, std::min(static_cast<std::int32_t>(cues.size()), kMaxLegalCues));
  // The list marker is blanked from the view; the text still has it.
  std::size_t numbered = 0;
  for (const Block& block : reading.document.blocks()) {
    std::string_view before = reading.document.text().substr(0, block.span.begin);
    std::size_t at = before.find_last_not_of(" .)");
    bool has_number = at != std::string_view::npos && before[at] >= '0' && before[at] <= '9';
    if (block.kind == BlockKind::ListItem && has_number) ++numbered;
  }
  if (numbered >= kNumberedClauses && tally.points > 0) tally.points += 2;
  return tally;
}

}  // namespace

GenreReading detect_genre(const Reading& reading) {
  Tally about = commentary(reading);
  Tally terms = legal(reading);
  Genre genre = about.points >= terms.points ? Genre::Commentary : Genre::Legal;
  Tally& winner = genre == Genre::Commentary ? about : terms;
  const Tally& other = genre == Genre::Commentary ? terms : about;
  if (winner.points < kNeeded || winner.points - other.points < kLead) return {};
  std::sort(winner.reasons.begin(), winner.reasons.end());
  return {genre, std::move(winner.reasons)};
}

}  // namespace unfeigned
