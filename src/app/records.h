// The report of one revision as the page keeps it: texts and counts, never an offset into the
// user's text. The order of every list is the one that the glue counts in, so that an index means
// the same place on both sides.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/vocabulary.h"

namespace unfeigned {

// A gap of a suggestion. Its text holds the label between U+27E8 and U+27E9.
struct SlotRecord {
  std::string label;
  bool is_kept = false;  // the label is a fact of the replaced words, which the author should keep
  friend bool operator==(const SlotRecord&, const SlotRecord&) = default;
};

struct SuggestionRecord {
  std::string title;
  std::string applicability;
  std::string text;               // open slots written out between U+27E8 and U+27E9
  std::vector<SlotRecord> slots;  // in the order of the text
  friend bool operator==(const SuggestionRecord&, const SuggestionRecord&) = default;
};

enum class FindingList : std::uint8_t { Findings, Questions, Noted };

struct FindingRecord {
  FindingList list = FindingList::Findings;
  std::string rule;
  std::string category;
  Severity severity = Severity::Note;
  std::int32_t points = 0;  // tenths
  std::string words;
  std::string observed;
  std::string effect;
  std::string missing;
  std::vector<std::string> guards;
  std::vector<SuggestionRecord> suggestions;
  std::vector<std::string> beside;  // facts of the same sentence

  // Noted because the reader said so; has a section of its own.
  bool is_set_aside() const;
};

// What the reader has set aside: one finding, every finding of a rule, or words as a quotation.
enum class AsideKind : std::uint32_t { Here, Rule, Quoted };

struct AsideRecord {
  AsideKind kind = AsideKind::Here;
  bool is_kept = false;  // a rule: in later texts too
  std::string rule;
  std::string words;  // empty for a rule that was set aside in an earlier text
  std::string why;
};

// Something that the text gives its reader, or one of the facts in it.
struct ShownRecord {
  std::string id;  // of a component or of a type of evidence
  std::uint32_t level = 1;
  std::string words;
  std::vector<std::string> beside;
};

// Something that the genre owes and the text does not give.
struct MissingRecord {
  std::string component;
  std::int32_t points = 0;  // tenths
  std::optional<SuggestionRecord> suggestion;
};

struct NoticeRecord {
  std::string kind;
  std::uint32_t places = 0;
};

struct ReceiptRecord {
  std::int32_t phrase_loss = 0;
  std::int32_t structure_loss = 0;
  std::int32_t recovery = 0;
  std::int32_t ceiling_loss = 0;
  std::int32_t ceiling = 1000;
};

struct ReportRecord {
  std::uint32_t revision = 0;
  std::string beginning;  // the first words of the text, to know it by
  std::string language;   // empty: unknown
  std::string genre;
  bool is_genre_given = false;
  std::vector<std::string> genre_reasons;  // the words that decided
  std::optional<std::int32_t> score;       // tenths
  std::string score_reason;
  std::string band;
  ReceiptRecord receipt;
  std::vector<FindingRecord> findings;  // findings, then questions, then noted
  std::vector<MissingRecord> missing;
  std::vector<ShownRecord> components;
  std::vector<ShownRecord> facts;  // evidence in sentences without a finding
  std::vector<NoticeRecord> notices;
  std::uint32_t ready = 0;  // rewrites without a slot that can be applied together

  // Items that can carry a suggestion are counted through: findings, then what is missing.
  const SuggestionRecord* suggestion(std::uint32_t item, std::uint32_t index) const;
};

// A report never changes; what keeps it, shares it. Empty: there is none.
using SharedReport = std::shared_ptr<const ReportRecord>;

}  // namespace unfeigned
