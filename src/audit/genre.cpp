#include "audit/genre.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "audit/trace.h"
#include "base/order.h"

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

void add(Tally& tally, const Reading& reading, const std::vector<const CueHit*>& hits,
         std::int32_t points) {
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

// What a long text is shows in how it begins and ends, a few pages of each; and so its cost is
// bounded.
std::vector<bool> telling_sentences(const Document& document) {
  constexpr std::size_t kAtBeginning = 120;
  constexpr std::size_t kAtEnd = 40;
  std::size_t count = document.sentences().size();
  std::vector<bool> marked(count, false);
  for (std::size_t s = 0; s < count; ++s) marked[s] = s < kAtBeginning || s + kAtEnd >= count;
  return marked;
}

// The signs that packs list, each counted once.
void add_listed_cues(const Reading& reading, std::array<Tally, kGenres.size()>& tallies) {
  std::vector<GenreHit> hits = genre_hits(reading, telling_sentences(reading.document));
  put_in_order(hits, [](const GenreHit& a, const GenreHit& b) {
    return std::tie(a.pack, a.cue, a.tokens) < std::tie(b.pack, b.cue, b.tokens);
  });
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const GenreHit& hit = hits[i];
    if (i > 0 && hits[i - 1].pack == hit.pack && hits[i - 1].cue == hit.cue) continue;
    const GenreCue& cue = reading.packs.packs()[hit.pack].pack.genre_cues[hit.cue];
    Tally& tally = tallies[static_cast<std::size_t>(cue.genre)];
    tally.points += cue.points;
    tally.reasons.push_back(reading.document.span_of(hit.tokens));
  }
}

void trace_points(const std::array<Tally, kGenres.size()>& tallies, AuditTrace& trace) {
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    if (tallies[i].points == 0) continue;
    trace.genres.push_back({static_cast<Genre>(i), tallies[i].points, tallies[i].reasons});
  }
}

}  // namespace

GenreReading detect_genre(const Reading& reading) {
  std::array<Tally, kGenres.size()> tallies;
  tallies[static_cast<std::size_t>(Genre::Commentary)] = commentary(reading);
  tallies[static_cast<std::size_t>(Genre::Legal)] = legal(reading);
  add_listed_cues(reading, tallies);
  if (reading.options.trace != nullptr) trace_points(tallies, *reading.options.trace);
  auto winner =
      std::max_element(tallies.begin(), tallies.end(),
                       [](const Tally& a, const Tally& b) { return a.points < b.points; });
  bool is_clear = winner->points >= kNeeded &&
                  std::all_of(tallies.begin(), tallies.end(), [&](const Tally& other) {
                    return &other == &*winner || winner->points - other.points >= kLead;
                  });
  if (!is_clear) return {};
  put_in_order(winner->reasons);
  return {static_cast<Genre>(winner - tallies.begin()), std::move(winner->reasons)};
}

}  // namespace unfeigned
