// The facade: audit(document, packs, options) -> Audit. A value; no clock, no random, no state.
// Where one text follows another, Auditor gives the same for less.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/pack.h"
#include "audit/set_aside.h"
#include "audit/vocabulary.h"
#include "base/span.h"
#include "text/document.h"

namespace unfeigned {

// Changes whenever the same text may get another number; told in every report and the changelog.
inline constexpr int kScoreVersion = 2;

struct AuditTrace;
class MatchMemory;

struct AuditOptions {
  std::optional<Genre> genre;            // nothing: detected
  bool is_template = false;              // merge fields are expected, however few
  AuditTrace* trace = nullptr;           // filled where given; see trace.h
  std::vector<SetAside> set_aside = {};  // what the author of the text has decided
  MatchMemory* memory = nullptr;         // an Auditor's; it saves work and changes nothing
};

// Why a finding is noted, cleared or lowered, and the words that say so.
struct GuardHit {
  Guard guard = Guard::Quotation;
  Span evidence;  // empty when the reason is not a place in the text
};

enum class Applicability : std::uint8_t { Ready, Review, FillIn };
inline constexpr std::array kApplicabilities = {
    EnumRow<Applicability>{Applicability::Ready, "ready"},
    EnumRow<Applicability>{Applicability::Review, "review"},
    EnumRow<Applicability>{Applicability::FillIn, "fill_in"},
};
static_assert(is_dense(kApplicabilities));

struct Slot {
  std::string id;
  std::string label;
  Span place;  // bytes of Suggestion::text, brackets included
};

// An alternative for a finding; nothing is ever applied without a press.
struct Suggestion {
  std::string title;
  Applicability applicability = Applicability::Review;
  Span replaced;            // bytes of the Document
  std::string text;         // slots written out as U+27E8 label U+27E9
  std::vector<Slot> slots;  // in order; a FillIn suggestion has at least one
  std::vector<Span> keeps;  // facts of the replaced text that are carried over as slots
};

struct Finding {
  std::uint32_t pack = 0;  // index into PackSet::packs()
  RuleIndex rule;
  Category category = Category::CommodifiedEmpathy;
  Severity severity = Severity::Note;
  Certainty certainty = Certainty::Firm;
  Status status = Status::Flagged;
  Span span;
  TokenSpan tokens;
  std::uint32_t sentence = 0;
  std::int32_t points = 0;  // tenths that this finding takes from the number; flagged only
  std::vector<GuardHit> guards;
  std::vector<Suggestion> suggestions;
};

struct Evidence {
  EvidenceType type = EvidenceType::Date;
  Span span;
  std::uint32_t sentence = 0;
  bool is_credited = false;  // stands in a clean sentence
};

// Something that the text gives its reader.
struct FoundComponent {
  Component component = Component::Harm;
  std::int32_t level = 1;  // 1: said; 2: said with a fact in the same sentence
  Span span;               // the words that show it
  std::uint32_t sentence = 0;
};

// Something that the genre owes and no clean sentence gives.
struct MissingComponent {
  Component component = Component::Harm;
  std::int32_t permille = 0;             // of the phrase score
  std::int32_t points = 0;               // tenths that it takes from the number
  std::optional<Suggestion> suggestion;  // a sentence with slots, put where it belongs
};

enum class NoScoreReason : std::uint8_t { None, TooShort, NotScoredGenre, NoPack, Empty };
inline constexpr std::array kNoScoreReasons = {
    EnumRow<NoScoreReason>{NoScoreReason::None, "none"},
    EnumRow<NoScoreReason>{NoScoreReason::TooShort, "too-short"},
    EnumRow<NoScoreReason>{NoScoreReason::NotScoredGenre, "not-scored-genre"},
    EnumRow<NoScoreReason>{NoScoreReason::NoPack, "no-pack"},
    EnumRow<NoScoreReason>{NoScoreReason::Empty, "empty"},
};
static_assert(is_dense(kNoScoreReasons));

// All amounts in tenths of a point.
// plainness = 1000 - phrase_loss - structure_loss + recovery - ceiling_loss.
struct Receipt {
  std::int32_t phrase_loss = 0;
  std::int32_t structure_loss = 0;
  std::int32_t recovery = 0;
  std::int32_t ceiling_loss = 0;
  std::int32_t ceiling = 1000;
  std::int32_t weight = 0;        // sum of the weights of the findings that are kept
  std::int32_t clean_length = 0;  // 8 a token, 5 a Han character, in clean sentences
  std::int32_t total_length = 0;  // the same over all sentences in a known language
};

struct Score {
  std::optional<std::int32_t> plainness;  // tenths, 0 to 1000
  NoScoreReason reason = NoScoreReason::None;
  Band band = Band::PlainSpoken;
  Receipt receipt;
};

enum class NoticeKind : std::uint8_t {
  RepairedBytes,
  Template,
  OpenSlot,
  UnknownLanguage,
  Truncated
};
inline constexpr std::array kNoticeKinds = {
    EnumRow<NoticeKind>{NoticeKind::RepairedBytes, "repaired-bytes"},
    EnumRow<NoticeKind>{NoticeKind::Template, "template"},
    EnumRow<NoticeKind>{NoticeKind::OpenSlot, "open-slot"},
    EnumRow<NoticeKind>{NoticeKind::UnknownLanguage, "unknown-language"},
    EnumRow<NoticeKind>{NoticeKind::Truncated, "truncated"},
};
static_assert(is_dense(kNoticeKinds));

// Something the reader of the report should know of the text that is no finding.
struct Notice {
  NoticeKind kind = NoticeKind::RepairedBytes;
  std::vector<Span> places;
};

struct Audit {
  LanguageIndex language;  // of most of the text
  Genre genre = Genre::General;
  bool is_genre_given = false;
  std::vector<Span> genre_reasons;  // the words that decided, in order
  Score score;
  std::vector<Finding> findings;  // flagged, firm or likely; sorted by (begin, end, rule id)
  std::vector<Finding> unsure;    // flagged, unsure: shown as questions, cost nothing
  std::vector<Finding> noted;
  std::vector<Finding> cleared;  // and matches that lost to a heavier one; for explain
  std::vector<Evidence> evidence;
  std::vector<FoundComponent> components;  // by component; none where the genre owes nothing
  std::vector<MissingComponent> missing;   // in the order of their weight
  std::vector<Notice> notices;
  Severity worst = Severity::Note;  // of all flagged matches, kept or not
};

Audit audit(const Document& document, const PackSet& packs, const AuditOptions& options);

}  // namespace unfeigned
