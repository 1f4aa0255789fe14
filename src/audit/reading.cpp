#include "audit/reading.h"

#include <algorithm>
#include <map>

#include "audit/evidence.h"
#include "audit/match_memory.h"
#include "audit/quotation.h"
#include "audit/score.h"
#include "audit/trace.h"
#include "base/order.h"

namespace unfeigned {
namespace {

// No pattern is longer than this, in tokens; see kMaxPositions of the matcher.
constexpr std::uint32_t kLongestMatch = 512;

// Where a rule's `unless` patterns match, by pack and rule; each list in order.
using Exceptions = std::map<std::pair<std::uint32_t, RuleIndex>, std::vector<Exception>>;

std::vector<Match> matches_of(const Reading& reading, const PatternTable& table,
                              std::span<const std::uint32_t> sentences) {
  MatchMemory* memory = reading.options.memory;
  return memory != nullptr ? memory->find(reading.document, table.patterns, sentences)
                           : table.patterns.find(reading.document, sentences, nullptr);
}

// Files the matches of one table under what they stand for.
void find(Reading& reading, std::uint32_t pack, const PatternTable& table,
          std::span<const std::uint32_t> sentences, Exceptions& exceptions) {
  const Document& document = reading.document;
  for (const Match& match : matches_of(reading, table, sentences)) {
    const PatternRole& role = table.roles[match.pattern.index()];
    std::uint32_t sentence = document.sentence_of(match.tokens.begin);
    switch (role.kind) {
      case PatternRole::Kind::Rule:
        reading.is_truncated = reading.matches.size() >= kMaxRawMatches;
        if (reading.is_truncated) return;
        reading.matches.push_back(
            {pack, role.rule, role.part, match.tokens, match.named, sentence});
        break;
      case PatternRole::Kind::Unless:
        exceptions[{pack, role.rule}].push_back({match.tokens, role.part});
        break;
      case PatternRole::Kind::Cue:
        reading.cues[role.part].push_back(
            {static_cast<Cue>(role.part), pack, match.pattern, match.tokens, sentence});
        break;
      case PatternRole::Kind::Evidence:
        reading.evidence.push_back({static_cast<EvidenceType>(role.part),
                                    document.span_of(match.tokens), sentence, false});
        break;
      case PatternRole::Kind::Genre:
      case PatternRole::Kind::Component:
        break;  // in tables of their own
    }
  }
}

// Sentences of one language: all, or those that are marked.
std::vector<std::uint32_t> sentences_of(const Document& document, std::uint32_t pack,
                                        const std::vector<bool>* marked) {
  std::vector<std::uint32_t> found;
  const auto all = document.sentences();
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    bool is_wanted = marked == nullptr || (*marked)[s];
    if (is_wanted && all[s].language.value == pack) found.push_back(s);
  }
  return found;
}

void mark_block(const Document& document, std::uint32_t block, std::vector<bool>& marked) {
  SentenceSpan sentences = document.blocks()[block].sentences;
  for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) marked[s] = true;
}

// Sentences that a guard may ask for a nearby cue: those of the matches, and the heads of the lists
// that they belong to; in whole blocks on request.
std::vector<bool> sentences_near_matches(const Reading& reading, bool in_whole_blocks) {
  const Document& document = reading.document;
  std::vector<bool> marked(document.sentences().size(), false);
  for (const RawMatch& match : reading.matches) {
    std::uint32_t last = document.sentence_of(match.tokens.end - 1);
    for (std::uint32_t s = match.sentence; s <= last; ++s) marked[s] = true;
    std::uint32_t block = document.sentences()[match.sentence].block;
    std::uint32_t head = reading.list_heads[block];
    if (head != block) mark_block(document, head, marked);
    if (in_whole_blocks) mark_block(document, block, marked);
  }
  return marked;
}

void find_nearby(Reading& reading, bool in_whole_blocks, Exceptions& exceptions) {
  std::vector<bool> marked = sentences_near_matches(reading, in_whole_blocks);
  const auto packs = reading.packs.packs();
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack) {
    find(reading, pack, packs[pack].nearby, sentences_of(reading.document, pack, &marked),
         exceptions);
  }
}

void sort_cues(Reading& reading) {
  for (auto& cues : reading.cues) {
    put_in_order(cues, [](const CueHit& a, const CueHit& b) { return a.tokens < b.tokens; });
  }
}

// The exception that drops the match, or nothing.
const Exception* exception_from(const RawMatch& match, const Exceptions& exceptions) {
  auto found = exceptions.find({match.pack, match.rule});
  if (found == exceptions.end()) return nullptr;
  std::uint32_t first = match.tokens.begin - std::min(kLongestMatch, match.tokens.begin);
  auto at = std::lower_bound(
      found->second.begin(), found->second.end(), first,
      [](const Exception& one, std::uint32_t begin) { return one.tokens.begin < begin; });
  for (; at != found->second.end() && at->tokens.begin < match.tokens.end; ++at) {
    if (at->tokens.overlaps(match.tokens)) return &*at;
  }
  return nullptr;
}

void trace_matches(const Reading& reading, const Exceptions& exceptions, AuditTrace& trace) {
  for (const RawMatch& match : reading.matches) {
    const Exception* exception = exception_from(match, exceptions);
    trace.matches.push_back(
        {match, exception == nullptr ? std::nullopt : std::optional(*exception)});
  }
  put_in_order(trace.matches, [](const TracedMatch& a, const TracedMatch& b) {
    return a.match.tokens < b.match.tokens;
  });
}

void find_matches(Reading& reading) {
  const auto packs = reading.packs.packs();
  Exceptions exceptions;
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack) {
    find(reading, pack, packs[pack].everywhere, sentences_of(reading.document, pack, nullptr),
         exceptions);
  }
  find_nearby(reading, false, exceptions);
  if (reading.options.trace != nullptr) trace_matches(reading, exceptions, *reading.options.trace);
  std::erase_if(reading.matches, [&](const RawMatch& match) {
    return exception_from(match, exceptions) != nullptr;
  });
  put_in_order(reading.matches,
               [](const RawMatch& a, const RawMatch& b) { return a.tokens < b.tokens; });
}

void find_list_heads(Reading& reading) {
  const auto blocks = reading.document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    bool continues = i > 0 && blocks[i].kind == BlockKind::ListItem;
    reading.list_heads.push_back(continues ? reading.list_heads.back() : i);
  }
}

// Adds the hits of one cue to their blocks, where their sentence has no match.
void gather_block_cues(Reading& reading, Cue cue, std::vector<CueHit> BlockCues::*list) {
  for (const CueHit& hit : reading.hits(cue)) {
    if (reading.has_match[hit.sentence]) continue;
    auto& own = reading.block_cues[reading.document.sentences()[hit.sentence].block].*list;
    bool is_known = std::any_of(own.begin(), own.end(), [&](const CueHit& other) {
      return other.pack == hit.pack && other.pattern == hit.pattern;
    });
    if (!is_known) own.push_back(hit);
  }
}

void gather_blocks(Reading& reading) {
  reading.block_cues.resize(reading.document.blocks().size());
  gather_block_cues(reading, Cue::Critical, &BlockCues::critical);
  gather_block_cues(reading, Cue::Legal, &BlockCues::legal);
}

}  // namespace

bool Reading::is_readable(const Sentence& sentence) const {
  return sentence.language.is_known() && !packs.packs()[sentence.language.value].pack.rules.empty();
}

std::span<const CueHit> Reading::cues_in(Cue cue, TokenSpan range) const {
  const auto& all = hits(cue);
  auto less = [](const CueHit& hit, std::uint32_t token) { return hit.tokens.begin < token; };
  auto begin = std::lower_bound(all.begin(), all.end(), range.begin, less);
  return {begin, std::lower_bound(begin, all.end(), range.end, less)};
}

std::span<const Evidence> Reading::evidence_in(Span range) const {
  auto less = [](const Evidence& item, std::uint32_t at) { return item.span.begin < at; };
  auto begin = std::lower_bound(evidence.begin(), evidence.end(), range.begin, less);
  return {begin, std::lower_bound(begin, evidence.end(), range.end, less)};
}

const Span* Reading::quotation_around(Span span) const {
  auto after =
      std::upper_bound(quotations.begin(), quotations.end(), span.begin,
                       [](std::uint32_t at, Span quotation) { return at < quotation.begin; });
  if (after == quotations.begin()) return nullptr;
  const Span& before = *(after - 1);
  return before.contains(span) ? &before : nullptr;
}

bool Reading::has_quotation(const Sentence& sentence) const {
  constexpr std::int32_t kNameLength = 2 * kWordLength;
  auto less = [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; };
  const auto tokens = document.tokens();
  auto at =
      std::lower_bound(quotations.begin(), quotations.end(), sentence.span.begin,
                       [](Span quotation, std::uint32_t begin) { return quotation.end <= begin; });
  for (; at != quotations.end() && at->begin < sentence.span.end; ++at) {
    auto first = std::lower_bound(tokens.begin(), tokens.end(), at->begin, less);
    auto last = std::lower_bound(first, tokens.end(), at->end, less);
    TokenSpan inside{static_cast<std::uint32_t>(first - tokens.begin()),
                     static_cast<std::uint32_t>(last - tokens.begin())};
    if (length(document, inside) > kNameLength) return true;
  }
  return false;
}

std::vector<ComponentHit> component_hits(const Reading& reading, const std::vector<bool>& marked) {
  std::vector<ComponentHit> hits;
  const auto packs = reading.packs.packs();
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack) {
    const PatternTable& table = packs[pack].components;
    std::vector<std::uint32_t> sentences = sentences_of(reading.document, pack, &marked);
    for (const Match& match : matches_of(reading, table, sentences)) {
      hits.push_back({static_cast<Component>(table.roles[match.pattern.index()].part), match.tokens,
                      reading.document.sentence_of(match.tokens.begin)});
    }
  }
  return hits;
}

std::vector<GenreHit> genre_hits(const Reading& reading, const std::vector<bool>& marked) {
  std::vector<GenreHit> hits;
  const auto packs = reading.packs.packs();
  for (std::uint32_t pack = 0; pack < packs.size(); ++pack) {
    const PatternTable& table = packs[pack].genres;
    std::vector<std::uint32_t> sentences = sentences_of(reading.document, pack, &marked);
    for (const Match& match : matches_of(reading, table, sentences)) {
      hits.push_back({pack, table.roles[match.pattern.index()].part, match.tokens});
    }
  }
  return hits;
}

Reading read(const Document& document, const PackSet& packs, const AuditOptions& options) {
  Reading reading{document, packs, options, {}, {}, {}, {}, {}, {}, {}, 0, false};
  find_list_heads(reading);
  find_matches(reading);
  sort_cues(reading);
  std::vector<Evidence> shapes = evidence_of_shapes(document);
  reading.evidence.insert(reading.evidence.end(), shapes.begin(), shapes.end());
  reading.evidence = merged_evidence(document, std::move(reading.evidence));
  reading.quotations = find_quotations(document);
  reading.has_match.assign(document.sentences().size(), false);
  for (const RawMatch& match : reading.matches) reading.has_match[match.sentence] = true;
  gather_blocks(reading);
  for (const Token& token : document.tokens()) {
    if (token.kind == TokenKind::MergeField) ++reading.merge_fields;
  }
  return reading;
}

void read_whole_blocks(Reading& reading) {
  for (std::size_t i = 0; i < reading.cues.size(); ++i) {
    if (is_nearby(static_cast<Cue>(i))) reading.cues[i].clear();
  }
  Exceptions applied_already;
  find_nearby(reading, true, applied_already);
  sort_cues(reading);
}

}  // namespace unfeigned
