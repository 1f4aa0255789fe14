// A pack as the audit sees it: plain data in which every text still is in the author's notation,
// and PackSet, the compiled form that audit() works with. src/pack fills these from JSON; tests
// fill them by hand.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/vocabulary.h"
#include "base/diagnostic.h"
#include "base/ids.h"
#include "match/pattern_set.h"
#include "text/profile.h"

namespace unfeigned {

class WordCutter;

enum class Replaces : std::uint8_t { Words, Sentence };
inline constexpr std::array kReplaces = {
    EnumRow<Replaces>{Replaces::Words, "span"},
    EnumRow<Replaces>{Replaces::Sentence, "sentence"},
};
static_assert(is_dense(kReplaces));

// Slots stand in the text as U+27E8 id U+27E9; the pack's `slots` give each id its label.
struct SuggestionTemplate {
  std::string title;
  Replaces replaces = Replaces::Sentence;
  std::string text;
};

struct Message {
  std::string observed;  // what the text does
  std::string effect;    // what a reader may feel
  std::string missing;   // which fact is missing, as a request
};

struct Rule {
  std::string id;  // category.language.slug
  RuleKind kind = RuleKind::Pattern;
  Category category = Category::CommodifiedEmpathy;
  Severity severity = Severity::Notable;
  Certainty certainty = Certainty::Firm;
  RuleStatus status = RuleStatus::Stable;
  std::string since;
  std::string because;  // why it is off, or retired
  std::vector<PatternSource> patterns;
  std::vector<PatternSource> unless;  // a match that overlaps a match of one of these is dropped
  std::uint32_t guards_off = 0;       // bits of Guard that do not apply to this rule
  std::uint32_t at_least = 2;         // Repeat, Together: how many matches, or different patterns
  bool within_block = false;          // Together: in one block instead of the document
  std::string marker;                 // Claim: the id of its Marker rule
  Message message;
  std::vector<SuggestionTemplate> suggestions;
  SourcePlace place;

  bool has_guard(Guard guard) const {
    return (guards_off & (1U << static_cast<unsigned>(guard))) == 0;
  }
};

// What a text without a component is asked for: a sentence with slots, and the same filled in,
// which must show the component.
struct Ask {
  Component component = Component::Harm;
  std::vector<Genre> genres;  // none: in any
  std::string title;
  std::string text;
  std::string example;
  SourcePlace place;
};

// A sign of a genre: any of its patterns gives the points, once a text.
struct GenreCue {
  Genre genre = Genre::General;
  std::int32_t points = 0;
  std::vector<PatternSource> patterns;
};

struct Pack {
  std::string id;
  std::string name;
  std::string version;
  std::string fingerprint;  // 16 hex digits over everything that can change an answer
  LanguageProfile profile;
  std::vector<std::string> common_words;  // folded, most frequent first
  std::map<std::string, std::vector<std::string>, std::less<>> lexicons;
  std::array<std::vector<PatternSource>, kCues.size()> cues;
  std::array<std::vector<PatternSource>, kEvidenceTypes.size()> evidence;
  std::vector<GenreCue> genre_cues;
  std::array<std::vector<PatternSource>, kComponents.size()> components;
  std::vector<Ask> asks;                                  // of several that fit, the first is used
  std::map<std::string, std::string, std::less<>> slots;  // id -> label
  std::vector<Rule> rules;
};

// What a pattern of the compiled set stands for.
struct PatternRole {
  enum class Kind : std::uint8_t { Rule, Unless, Cue, Evidence, Genre, Component };
  Kind kind = Kind::Rule;
  RuleIndex rule;  // Rule, Unless
  // Rule, Unless: which of its patterns; Genre: index into Pack::genre_cues; otherwise the
  // enumerator.
  std::uint32_t part = 0;
};

// Patterns with what each of them stands for, by PatternIndex.
struct PatternTable {
  PatternSet patterns;
  std::vector<PatternRole> roles;
};

struct CompiledPack {
  Pack pack;
  PatternTable everywhere;  // rules, evidence, and the cues that tell of the whole text
  PatternTable nearby;      // exceptions and the cues of is_nearby(), only where something matched
  PatternTable genres;      // at the beginning and the end of a text whose genre is not given
  PatternTable components;  // in the clean sentences of a text whose genre owes some
};

// What the notation of a pack's patterns refers to, for patterns that are not its own as well: what
// would match if a rule were otherwise. Both the pack and the cutter must outlive it.
class PatternReader {
 public:
  PatternReader(const Pack& pack, WordCutter& cutter);
  ~PatternReader();
  PatternReader(const PatternReader&) = delete;
  PatternReader& operator=(const PatternReader&) = delete;

  const PatternContext& context() const { return context_; }
  PatternSet compile(std::span<const PatternSource> patterns, Diagnostics& diagnostics) const;

 private:
  class BareWords;
  const Pack& pack_;
  std::unique_ptr<BareWords> bare_words_;
  ParsedLexicons parsed_lexicons_;
  PatternContext context_;
};

class PackSet {
 public:
  // Rules that are retired or off are left out of the patterns. Patterns with errors are reported
  // and never match; the rest of the pack works.
  static PackSet compile(std::vector<Pack> packs, Diagnostics& diagnostics);

  std::span<const CompiledPack> packs() const { return packs_; }
  // In the order of packs(), so that a LanguageIndex indexes both.
  std::span<const LanguageProfile> profiles() const { return profiles_; }

 private:
  std::vector<CompiledPack> packs_;
  std::vector<LanguageProfile> profiles_;
};

}  // namespace unfeigned
