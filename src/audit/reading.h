// What the passes of the audit share: the text as the packs read it, before any judgement. Made
// once an audit, then only read.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "audit/audit.h"
#include "audit/pack.h"
#include "text/document.h"

namespace unfeigned {

// More raw matches than this end the matching early; the audit says so. A report has about 1,500
// bytes a finding, and the page's core has to hold all of it.
inline constexpr std::size_t kMaxRawMatches = 20'000;

struct RawMatch {
  std::uint32_t pack = 0;
  RuleIndex rule;
  std::uint32_t part = 0;  // which pattern of the rule
  TokenSpan tokens;
  std::uint64_t named = 0;  // see Match::named
  std::uint32_t sentence = 0;
};

struct CueHit {
  Cue cue = Cue::Negator;
  std::uint32_t pack = 0;
  PatternIndex pattern;  // tells distinct cues apart
  TokenSpan tokens;
  std::uint32_t sentence = 0;
};

struct ComponentHit {
  Component component = Component::Harm;
  TokenSpan tokens;
  std::uint32_t sentence = 0;
};

struct GenreHit {
  std::uint32_t pack = 0;
  std::uint32_t cue = 0;  // index into Pack::genre_cues
  TokenSpan tokens;
};

// Cues of a block in sentences without any match; of several hits of one pattern the first.
struct BlockCues {
  std::vector<CueHit> critical;
  std::vector<CueHit> legal;
};

struct Reading {
  const Document& document;
  const PackSet& packs;
  const AuditOptions& options;

  std::vector<RawMatch> matches;  // of rules, in order of their first token; `unless` applied
  std::array<std::vector<CueHit>, kCues.size()> cues;  // each in order of its first token
  std::vector<Evidence> evidence;  // in order of their place; none overlaps another of its type
  std::vector<Span> quotations;    // in order; outermost only
  std::vector<bool> has_match;     // by sentence
  std::vector<std::uint32_t> list_heads;  // by block: the last block before it that is no list item
  std::vector<BlockCues> block_cues;      // by block
  std::uint32_t merge_fields = 0;
  bool is_truncated = false;

  const Rule& rule(const RawMatch& match) const {
    return packs.packs()[match.pack].pack.rules[match.rule.index()];
  }
  // Whether the sentence is in a language whose pack has rules.
  bool is_readable(const Sentence& sentence) const;

  const std::vector<CueHit>& hits(Cue cue) const { return cues[static_cast<std::size_t>(cue)]; }
  // Hits of a cue whose first token lies in the range.
  std::span<const CueHit> cues_in(Cue cue, TokenSpan range) const;
  // Evidence that begins in the range.
  std::span<const Evidence> evidence_in(Span range) const;
  // The quotation that holds the whole span, or nothing.
  const Span* quotation_around(Span span) const;
  // Whether something of the sentence is quoted as speech; one or two words in quotation marks are
  // the name of a button or a product.
  bool has_quotation(const Sentence& sentence) const;
};

// Looks for the nearby cues in all sentences of the blocks with a match: commentary is judged by
// who speaks around it. Other genres need no more than the sentences of the matches.
void read_whole_blocks(Reading& reading);

// Where the marked sentences show a component; not sorted.
std::vector<ComponentHit> component_hits(const Reading& reading, const std::vector<bool>& marked);
// Where the marked sentences show a sign of a genre; not sorted.
std::vector<GenreHit> genre_hits(const Reading& reading, const std::vector<bool>& marked);

Reading read(const Document& document, const PackSet& packs, const AuditOptions& options);

}  // namespace unfeigned
