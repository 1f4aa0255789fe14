// The audit, pass by pass. This file is the table of contents: what each pass does is in its own.
#include "audit/audit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "audit/genre.h"
#include "audit/guards/guards.h"
#include "audit/precedence.h"
#include "audit/reading.h"
#include "audit/score.h"
#include "audit/structure.h"
#include "audit/suggestions.h"
#include "audit/trace.h"
#include "base/order.h"

namespace unfeigned {
namespace {

class Passes {
 public:
  Passes(const Document& document, const PackSet& packs, const AuditOptions& options)
      : reading_(read(document, packs, options)) {}

  Audit run() {
    decide_language();
    decide_genre();
    if (audit_.genre == Genre::Commentary) read_whole_blocks(reading_);
    promote_matches();
    promote_counts();
    choose();
    mark_clean_sentences();
    credit_evidence();
    find_structure();
    score();
    suggest();
    notice();
    sort();
    return std::move(audit_);
  }

 private:
  const Document& document() const { return reading_.document; }

  // The language of most of the text, by bytes of its sentences.
  void decide_language() {
    std::array<std::uint64_t, 256> bytes{};
    for (const Sentence& sentence : document().sentences()) {
      bytes[sentence.language.value] += sentence.span.size();
    }
    auto most = std::max_element(bytes.begin(), bytes.end());
    if (*most > 0) audit_.language.value = static_cast<std::uint8_t>(most - bytes.begin());
  }

  void decide_genre() {
    audit_.is_genre_given = reading_.options.genre.has_value();
    if (audit_.is_genre_given) {
      audit_.genre = *reading_.options.genre;
      return;
    }
    GenreReading found = detect_genre(reading_);
    audit_.genre = found.genre;
    audit_.genre_reasons = std::move(found.reasons);
  }

  // Matches of single patterns, and claims whose marker is in the text.
  void promote_matches() {
    std::set<std::pair<std::uint32_t, std::string_view>> present;
    for (const RawMatch& match : reading_.matches) {
      const Rule& rule = reading_.rule(match);
      if (rule.kind == RuleKind::Marker) present.emplace(match.pack, rule.id);
    }
    for (const RawMatch& match : reading_.matches) {
      const Rule& rule = reading_.rule(match);
      bool is_claim = rule.kind == RuleKind::Claim && present.contains({match.pack, rule.marker});
      if (rule.kind == RuleKind::Pattern || is_claim) promote(match);
    }
  }

  // Rules that count: so many matches, or so many of their patterns, in a document or block. The
  // finding stands at the match that makes the number full.
  void promote_counts() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>>
        seen;
    for (const RawMatch& match : reading_.matches) {
      const Rule& rule = reading_.rule(match);
      bool is_repeat = rule.kind == RuleKind::Repeat;
      if (!is_repeat && rule.kind != RuleKind::Together) continue;
      std::uint32_t block = rule.within_block ? document().sentences()[match.sentence].block : 0;
      auto& parts = seen[{match.pack, match.rule.value, block}];
      if (parts.size() >= rule.at_least) continue;
      bool is_new = is_repeat || std::find(parts.begin(), parts.end(), match.part) == parts.end();
      if (!is_new) continue;
      parts.push_back(match.part);
      if (parts.size() == rule.at_least) promote(match);
    }
  }

  void promote(const RawMatch& match) {
    const Rule& rule = reading_.rule(match);
    Verdict verdict = judge(reading_, match, audit_.genre);
    lay_aside(reading_.options.set_aside, rule, document().span_of(match.tokens), verdict);
    Finding finding;
    finding.pack = match.pack;
    finding.rule = match.rule;
    finding.category = rule.category;
    int severity = std::max(0, static_cast<int>(rule.severity) - verdict.lowered);
    finding.severity = static_cast<Severity>(severity);
    // A rule on trial is shown as a question and never scored.
    finding.certainty = rule.status == RuleStatus::Preview ? Certainty::Unsure : rule.certainty;
    finding.status = verdict.status;
    finding.span = document().span_of(match.tokens);
    finding.tokens = match.tokens;
    finding.sentence = match.sentence;
    finding.guards = std::move(verdict.hits);
    if (finding.status == Status::Noted) {
      noted_.push_back(std::move(finding));
    } else if (finding.status == Status::Cleared) {
      audit_.cleared.push_back(std::move(finding));
    } else if (finding.certainty == Certainty::Unsure) {
      unsure_.push_back(std::move(finding));
    } else {
      flagged_.push_back(std::move(finding));
    }
  }

  // One finding a token. The ceiling is the worst of all flagged matches, kept or not.
  void choose() {
    dirty_.assign(document().sentences().size(), false);
    for (const Finding& finding : flagged_) {
      audit_.worst = std::max(audit_.worst, finding.severity);
      if (finding.severity < Severity::Minor) continue;
      // Most matches lie in one sentence; a pattern that names an end mark reaches into the next.
      std::uint32_t last = document().sentence_of(finding.tokens.end - 1);
      for (std::uint32_t s = finding.sentence; s <= last; ++s) dirty_[s] = true;
    }
    audit_.findings = take_kept(flagged_);
    audit_.noted = take_kept(noted_);
    std::vector<Finding> free;
    for (Finding& finding : take_kept(unsure_)) {
      auto at = std::lower_bound(
          audit_.findings.begin(), audit_.findings.end(), finding.span.begin,
          [](const Finding& kept, std::uint32_t begin) { return kept.span.end <= begin; });
      bool is_covered = at != audit_.findings.end() && at->span.overlaps(finding.span);
      (is_covered ? audit_.cleared : free).push_back(std::move(finding));
    }
    audit_.unsure = std::move(free);
  }

  std::vector<Finding> take_kept(std::vector<Finding>& all) {
    std::vector<bool> is_kept(all.size(), false);
    std::vector<Finding> kept;
    for (std::size_t i : keep_heaviest(all)) {
      is_kept[i] = true;
      kept.push_back(std::move(all[i]));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_kept[i]) audit_.cleared.push_back(std::move(all[i]));
    }
    return kept;
  }

  // Clean sentences: no flagged finding of weight, no quotation, marked or declared, running text
  // of a language we read.
  void mark_clean_sentences() {
    const auto sentences = document().sentences();
    is_clean_.assign(sentences.size(), false);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      if (!reading_.is_readable(sentence)) continue;
      std::int32_t length = length_of(sentence);
      input_.total_length += length;
      BlockKind kind = document().blocks()[sentence.block].kind;
      bool is_running = kind == BlockKind::Paragraph || kind == BlockKind::ListItem;
      is_clean_[s] = is_running && !dirty_[s] && !reading_.has_quotation(sentence) &&
                     !is_said_to_quote(reading_.options.set_aside, sentence.span);
      if (is_clean_[s]) input_.clean_length += length;
    }
    if (reading_.options.trace != nullptr) reading_.options.trace->is_clean = is_clean_;
  }

  std::int32_t length_of(const Sentence& sentence) const {
    return length(document(), sentence.tokens);
  }

  void credit_evidence() {
    audit_.evidence = reading_.evidence;
    for (Evidence& item : audit_.evidence) {
      item.is_credited = is_clean_[item.sentence];
      if (item.is_credited) input_.credited_types |= 1U << static_cast<unsigned>(item.type);
    }
  }

  // What the genre owes is looked for only where it owes something.
  void find_structure() {
    std::span<const Owed> owed = owed_by(audit_.genre);
    if (owed.empty()) return;
    audit_.components = find_components(reading_, is_clean_);
    for (const Owed& one : owed) {
      bool is_there = std::any_of(
          audit_.components.begin(), audit_.components.end(),
          [&](const FoundComponent& found) { return found.component == one.component; });
      if (is_there) continue;
      audit_.missing.push_back({one.component, one.permille, 0, std::nullopt});
      input_.structure_permille += one.permille;
    }
  }

  void score() {
    std::vector<std::int32_t> weights;
    for (const Finding& finding : audit_.findings) weights.push_back(weight(finding.severity));
    for (std::int32_t one : weights) input_.weight += one;
    input_.worst = audit_.worst;
    audit_.score.reason = no_score_reason();
    if (audit_.score.reason != NoScoreReason::None) return;
    audit_.score = score_of(input_);
    std::vector<std::int32_t> points = share_out(audit_.score.receipt.phrase_loss, weights);
    for (std::size_t i = 0; i < points.size(); ++i) audit_.findings[i].points = points[i];
    std::vector<std::int32_t> shares;
    for (const MissingComponent& one : audit_.missing) shares.push_back(one.permille);
    points = share_out(audit_.score.receipt.structure_loss, shares);
    for (std::size_t i = 0; i < points.size(); ++i) audit_.missing[i].points = points[i];
  }

  NoScoreReason no_score_reason() const {
    const auto tokens = document().tokens();
    bool has_word = std::any_of(tokens.begin(), tokens.end(),
                                [](const Token& token) { return token.kind != TokenKind::Ender; });
    if (!has_word) return NoScoreReason::Empty;
    if (!is_scored(audit_.genre)) return NoScoreReason::NotScoredGenre;
    if (input_.total_length == 0) return NoScoreReason::NoPack;
    return input_.total_length < kMinLength ? NoScoreReason::TooShort : NoScoreReason::None;
  }

  void suggest() {
    for (Finding& finding : audit_.findings)
      finding.suggestions = suggestions_for(reading_, finding);
    for (MissingComponent& one : audit_.missing) {
      one.suggestion = suggestion_for_missing(reading_, audit_, one.component);
    }
    for (Finding& finding : audit_.unsure) finding.suggestions = suggestions_for(reading_, finding);
  }

  void notice() {
    Notice repaired{NoticeKind::RepairedBytes, {}};
    for (const Repair& repair : document().repairs()) repaired.places.push_back(repair.repaired);
    Notice fields{NoticeKind::Template, {}};
    Notice slots{NoticeKind::OpenSlot, {}};
    for (const Token& token : document().tokens()) {
      if (token.kind == TokenKind::MergeField) fields.places.push_back(token.span);
      if (token.kind == TokenKind::Slot) slots.places.push_back(token.span);
    }
    if (fields.places.size() < 2 && !reading_.options.is_template) fields.places.clear();
    Notice unread{NoticeKind::UnknownLanguage, {}};
    for (const Sentence& sentence : document().sentences()) {
      if (!reading_.is_readable(sentence) && length_of(sentence) > 0)
        unread.places.push_back(sentence.span);
    }
    for (Notice* one : {&repaired, &fields, &slots, &unread}) {
      if (!one->places.empty()) audit_.notices.push_back(std::move(*one));
    }
    if (reading_.is_truncated) audit_.notices.push_back({NoticeKind::Truncated, {}});
  }

  void sort() {
    auto less = [&](const Finding& a, const Finding& b) {
      const auto& rule_a = reading_.packs.packs()[a.pack].pack.rules[a.rule.index()].id;
      const auto& rule_b = reading_.packs.packs()[b.pack].pack.rules[b.rule.index()].id;
      return std::tie(a.span, rule_a) < std::tie(b.span, rule_b);
    };
    for (auto* list : {&audit_.findings, &audit_.unsure, &audit_.noted, &audit_.cleared}) {
      put_in_order(*list, less);
    }
  }

  Reading reading_;
  Audit audit_;
  std::vector<Finding> flagged_;
  std::vector<Finding> unsure_;
  std::vector<Finding> noted_;
  std::vector<bool> dirty_;     // by sentence: a flagged match that weighs
  std::vector<bool> is_clean_;  // by sentence
  ScoreInput input_;
};

}  // namespace

Audit audit(const Document& document, const PackSet& packs, const AuditOptions& options) {
  return Passes(document, packs, options).run();
}

}  // namespace unfeigned
