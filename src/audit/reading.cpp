#include "audit/reading.h"

#include <algorithm>
#include <map>

#include "audit/evidence.h"
#include "audit/quotation.h"

namespace unfeigned {
namespace {

// Sorts the matches of one pack into what they stand for.
class Sorter {
 public:
  Sorter(Reading& reading, std::uint32_t pack) : reading_(reading), pack_(pack) {}

  void add(const Match& match, const PatternRole& role) {
    const Document& document = reading_.document;
    std::uint32_t sentence = document.sentence_of(match.tokens.begin);
    switch (role.kind) {
      case PatternRole::Kind::Rule:
        found_.push_back({pack_, role.rule, role.part, match.tokens, match.named, sentence});
        break;
      case PatternRole::Kind::Unless:
        exceptions_[role.rule.value].push_back(match.tokens);
        break;
      case PatternRole::Kind::Cue:
        reading_.cues[role.part].push_back(
            {static_cast<Cue>(role.part), pack_, match.pattern, match.tokens, sentence});
        break;
      case PatternRole::Kind::Evidence:
        reading_.evidence.push_back({static_cast<EvidenceType>(role.part),
                                     document.span_of(match.tokens), sentence, false});
        break;
    }
  }

  // Both lists are in order of their first token; an exception is never longer than a pattern, so
  // the few that can overlap a match stand next to it.
  void finish() {
    for (const RawMatch& match : found_) {
      auto exceptions = exceptions_.find(match.rule.value);
      bool is_excepted = false;
      if (exceptions != exceptions_.end()) {
        const auto& all = exceptions->second;
        auto at = std::lower_bound(all.begin(), all.end(), match.tokens.end,
                                   [](TokenSpan span, std::uint32_t end) { return span.begin < end; });
        constexpr std::ptrdiff_t kNear = 64;
        auto first = at - std::min<std::ptrdiff_t>(kNear, at - all.begin());
        is_excepted = std::any_of(first, at, [&](TokenSpan span) { return span.overlaps(match.tokens); });
      }
      if (is_excepted) continue;
      if (reading_.matches.size() >= kMaxRawMatches) {
        reading_.is_truncated = true;
        return;
      }
      reading_.matches.push_back(match);
    }
  }

 private:
  Reading& reading_;
  std::uint32_t pack_;
  std::vector<RawMatch> found_;
  std::map<std::uint32_t, std::vector<TokenSpan>> exceptions_;  // by rule
};

void find(Reading& reading, const PatternTable& table, std::span<const std::uint32_t> sentences, Sorter& sorter) {
  for (const Match& match : table.patterns.find(reading.document, sentences, nullptr)) {
    sorter.add(match, table.roles[match.pattern.index()]);
  }
}

// Sentences of one language, of all blocks or of the given ones.
std::vector<std::uint32_t> sentences_of(const Document& document, std::uint32_t pack, const std::vector<bool>* blocks) {
  std::vector<std::uint32_t> found;
  const auto all = document.sentences();
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    bool is_wanted = blocks == nullptr || (*blocks)[all[s].block];
    if (is_wanted && all[s].language.value == pack) found.push_back(s);
  }
  return found;
}

// Blocks with a match, and the heads of the lists that they belong to.
std::vector<bool> blocks_with_matches(const Reading& reading) {
  std::vector<bool> blocks(reading.document.blocks().size(), false);
  for (const RawMatch& match : reading.matches) {
    std::uint32_t block = reading.document.sentences()[match.sentence].block;
    blocks[block] = true;
    blocks[reading.list_heads[block]] = true;
  }
  return blocks;
}

void find_everywhere(Reading& reading) {
  for (std::uint32_t pack = 0; pack < reading.packs.packs().size(); ++pack) {
    Sorter sorter(reading, pack);
    find(reading, reading.packs.packs()[pack].everywhere, sentences_of(reading.document, pack, nullptr), sorter);
    sorter.finish();
  }
  std::stable_sort(reading.matches.begin(), reading.matches.end(),
                   [](const RawMatch& a, const RawMatch& b) { return a.tokens < b.tokens; });
}

void find_nearby(Reading& reading) {
  std::vector<bool> blocks = blocks_with_matches(reading);
  for (std::uint32_t pack = 0; pack < reading.packs.packs().size(); ++pack) {
    Sorter sorter(reading, pack);
    find(reading, reading.packs.packs()[pack].nearby, sentences_of(reading.document, pack, &blocks), sorter);
  }
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
  for (const CueHit& hit : reading.hits(Cue::Ownership)) {
    reading.block_cues[reading.document.sentences()[hit.sentence].block].has_ownership = true;
  }
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
  auto after = std::upper_bound(quotations.begin(), quotations.end(), span.begin,
                                [](std::uint32_t at, Span quotation) { return at < quotation.begin; });
  if (after == quotations.begin()) return nullptr;
  const Span& before = *(after - 1);
  return before.contains(span) ? &before : nullptr;
}

bool Reading::has_quotation(const Sentence& sentence) const {
  auto after = std::lower_bound(quotations.begin(), quotations.end(), sentence.span.end,
                                [](Span quotation, std::uint32_t end) { return quotation.begin < end; });
  return after != quotations.begin() && (after - 1)->overlaps(sentence.span);
}

Reading read(const Document& document, const PackSet& packs, const AuditOptions& options) {
  Reading reading{document, packs, options, {}, {}, {}, {}, {}, {}, {}, 0, false};
  find_list_heads(reading);
  find_everywhere(reading);
  find_nearby(reading);
  for (auto& cues : reading.cues) {
    std::stable_sort(cues.begin(), cues.end(),
                     [](const CueHit& a, const CueHit& b) { return a.tokens < b.tokens; });
  }
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

}  // namespace unfeigned
