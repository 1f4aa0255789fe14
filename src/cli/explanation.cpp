#include "cli/explanation.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/near_frames.h"
#include "match/pattern.h"
#include "report/excerpt.h"
#include "report/json_writer.h"
#include "text/language.h"

namespace unfeigned::cli {

namespace {

std::string quoted(std::string_view text) { return '"' + harmless(text) + '"'; }

void add_listed(std::string& out, const std::string& one) {
  if (!out.empty()) out += ", ";
  out += one;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view kind_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Number:
      return "number";
    case TokenKind::Ender:
      return "end";
    case TokenKind::MergeField:
      return "merge";
    case TokenKind::Slot:
      return "slot";
    case TokenKind::Word:
    case TokenKind::Han:
      break;
  }
  return {};
}

class Explainer {
 public:
  explicit Explainer(const ExplainedText& text)
      : text_(text),
        document_(text.document),
        audit_(text.audit),
        lines_(document_.text()),
        voter_(text.packs.profiles()) {
    for (std::uint32_t i = 0; i < document_.word_count(); ++i) {
      words_.emplace_back(document_.word({i}));
    }
    if (text.frames > 0) near_.emplace(text.packs);
  }

  std::string run() {
    for (std::uint32_t s = 0; s < document_.sentences().size(); ++s) write_sentence(s);
    write_whole();
    return std::move(out_);
  }

 private:
  void line(std::string_view name, const std::string& value) {
    out_ += "  " + std::string(name) + ": " + value + '\n';
  }
  std::string words_at(Span span) const { return quoted(document_.text(span)); }
  std::string words_at(TokenSpan tokens) const { return words_at(document_.span_of(tokens)); }
  const Rule& rule_of(const Finding& finding) const {
    return text_.packs.packs()[finding.pack].pack.rules[finding.rule.index()];
  }

  void write_sentence(std::uint32_t index) {
    const Sentence& sentence = document_.sentences()[index];
    Excerpt place = make_excerpt(lines_, sentence.span, {});
    out_ += std::to_string(place.line) + ':' + std::to_string(place.column) + ": " +
            harmless(document_.text(sentence.span)) + '\n';
    line("Language", language_of(sentence));
    line("Words", tokens_of(sentence));
    write_matches(index);
    write_near(index);
    write_gifts(index);
    line("Clean", text_.trace.is_clean[index] ? "yes" : "no");
    out_ += '\n';
  }

  // Language ------------------------------------------------------------------------------------

  std::string language_of(const Sentence& sentence) {
    std::string out = "none that a pack covers";
    if (sentence.language.is_known()) {
      out = text_.packs.profiles()[sentence.language.value].language;
    }
    if (text_.is_language_given) return out + ", as given";
    return out + (votes_of(sentence).empty() ? ", without a vote" : "; " + votes_of(sentence));
  }

  // "en 2 (we, the), fr 1 (on)"; "Han 8"
  std::string votes_of(const Sentence& sentence) {
    auto tokens = document_.tokens().subspan(sentence.tokens.begin, sentence.tokens.size());
    std::string out;
    auto han = std::count_if(tokens.begin(), tokens.end(),
                             [](const Token& token) { return token.kind == TokenKind::Han; });
    if (han > 0) out = "Han " + std::to_string(han);
    std::vector<std::uint32_t> votes = voter_.votes(tokens, words_);
    for (std::size_t i = 0; i < votes.size(); ++i) {
      if (votes[i] == 0) continue;
      std::string voters;
      for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (voter_.votes(tokens.subspan(t, 1), words_)[i] == 0) continue;
        add_listed(voters, std::string(document_.word(tokens[t].word)));
      }
      add_listed(out, text_.packs.profiles()[i].language + ' ' + std::to_string(votes[i]) + " (" +
                          voters + ')');
    }
    return out;
  }

  // Words ---------------------------------------------------------------------------------------

  std::string tokens_of(const Sentence& sentence) const {
    std::string out;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!out.empty()) out += ' ';
      out += token_text(document_.tokens()[t]);
    }
    return out;
  }

  // The word as it is compared; beside it how it is written, where that says more than its case.
  std::string token_text(const Token& token) const {
    std::string written = harmless(document_.text(token.span));
    std::string folded(document_.word(token.word));
    bool has_form = token.kind != TokenKind::MergeField && token.kind != TokenKind::Slot;
    std::string out = written;
    if (has_form) out = lower_ascii(written) == folded ? folded : folded + '=' + written;
    if (token.kind == TokenKind::Ender) out = folded;
    std::string marks(kind_of(token.kind));
    for (std::string_view name : shape_names(token.shape)) add_listed(marks, std::string(name));
    return marks.empty() ? out : out + '{' + marks + '}';
  }

  // Matches -------------------------------------------------------------------------------------

  void write_matches(std::uint32_t sentence) {
    for (const TracedMatch& traced : text_.trace.matches) {
      if (traced.match.sentence != sentence) continue;
      const Pack& pack = text_.packs.packs()[traced.match.pack].pack;
      const Rule& rule = pack.rules[traced.match.rule.index()];
      out_ += "  Match: " + rule.id + ' ' + words_at(traced.match.tokens) + '\n';
      out_ += "    pattern " + std::to_string(traced.match.part + 1) + ": " +
              rule.patterns[traced.match.part].notation + '\n';
      out_ += "    " + fate_of(traced, rule) + '\n';
    }
  }

  std::string fate_of(const TracedMatch& traced, const Rule& rule) {
    if (traced.exception) {
      return "dropped by exception " + std::to_string(traced.exception->part + 1) + ", " +
             rule.unless[traced.exception->part].notation + ", at " +
             words_at(traced.exception->tokens);
    }
    for (const auto* list : {&audit_.findings, &audit_.unsure, &audit_.noted, &audit_.cleared}) {
      for (const Finding& finding : *list) {
        bool is_same = finding.pack == traced.match.pack && finding.rule == traced.match.rule &&
                       finding.tokens == traced.match.tokens;
        if (!is_same || !told_.insert(&finding).second) continue;
        bool is_lost = list == &audit_.cleared && finding.status != Status::Cleared;
        return status_of(finding) + (is_lost ? loss_of(finding) : "");
      }
    }
    return unpromoted(rule);
  }

  static std::string_view name_of(const Finding& finding) {
    bool is_question = finding.status == Status::Flagged && finding.certainty == Certainty::Unsure;
    return is_question ? "open question" : id_of(kStatuses, finding.status);
  }

  std::string status_of(const Finding& finding) const {
    std::string out(name_of(finding));
    bool is_flagged = finding.status == Status::Flagged;
    if (is_flagged) out += ", " + std::string(id_of(kSeverities, finding.severity));
    if (finding.points > 0) out += ", " + tenths_text(finding.points) + " points";
    if (finding.guards.empty()) return out;
    std::string guards;
    for (const GuardHit& hit : finding.guards) {
      std::string guard(id_of(kGuards, hit.guard));
      if (!hit.evidence.is_empty()) guard += ' ' + words_at(hit.evidence);
      add_listed(guards, guard);
    }
    return out + (is_flagged ? ", lowered by " : " by ") + guards;
  }

  std::string loss_of(const Finding& finding) const {
    const Finding* winner = winner_over(finding);
    if (winner == nullptr) return {};
    return ", lost to " + rule_of(*winner).id + ' ' + words_at(winner->span);
  }

  // The kept finding that overlaps one that was not kept.
  const Finding* winner_over(const Finding& finding) const {
    for (const auto* list : {&audit_.findings, &audit_.unsure, &audit_.noted}) {
      for (const Finding& kept : *list) {
        if (kept.span.overlaps(finding.span)) return &kept;
      }
    }
    return nullptr;
  }

  static std::string unpromoted(const Rule& rule) {
    switch (rule.kind) {
      case RuleKind::Marker:
        return "a marker, no finding by itself";
      case RuleKind::Claim:
        return "no finding: its marker " + rule.marker + " is not in the text";
      case RuleKind::Repeat:
      case RuleKind::Together:
        return "counted: the rule needs " + std::to_string(rule.at_least);
      case RuleKind::Pattern:
        break;
    }
    return "no finding";
  }

  void write_near(std::uint32_t sentence) {
    if (!near_) return;
    std::set<const Rule*> matched;
    for (const TracedMatch& traced : text_.trace.matches) {
      if (traced.match.sentence != sentence) continue;
      matched.insert(&text_.packs.packs()[traced.match.pack].pack.rules[traced.match.rule.index()]);
    }
    for (const NearFrame& frame : near_->find(document_, sentence, matched, text_.frames)) {
      out_ += "  Near: " + frame.rule->id + '\n';
      out_ += "    pattern " + std::to_string(frame.part + 1) + ": " +
              frame.rule->patterns[frame.part].notation + '\n';
      out_ += "    has " + words_at(frame.tokens) + ", wants " + frame.missing +
              (frame.is_ending ? " before it, where " : " behind it, where ") + neighbour(frame) +
              '\n';
    }
  }

  std::string neighbour(const NearFrame& frame) const {
    TokenSpan sentence = document_.sentences()[document_.sentence_of(frame.tokens.begin)].tokens;
    if (frame.is_ending) {
      if (frame.tokens.begin == sentence.begin) return "the sentence begins";
      return words_at(TokenSpan{frame.tokens.begin - 1, frame.tokens.begin}) + " stands";
    }
    std::uint32_t next = frame.tokens.end;
    if (next >= sentence.end || document_.tokens()[next].kind == TokenKind::Ender) {
      return "the sentence ends";
    }
    return words_at(TokenSpan{next, next + 1}) + " stands";
  }

  // What the sentence and the text give ---------------------------------------------------------

  void write_gifts(std::uint32_t sentence) {
    std::string facts;
    for (const Evidence& item : audit_.evidence) {
      if (item.sentence != sentence) continue;
      add_listed(facts, std::string(id_of(kEvidenceTypes, item.type)) + ' ' + words_at(item.span) +
                            (item.is_credited ? "" : " (not credited)"));
    }
    if (!facts.empty()) line("Facts", facts);
    std::string gifts;
    for (const FoundComponent& found : audit_.components) {
      if (found.sentence != sentence) continue;
      add_listed(gifts, std::string(id_of(kComponents, found.component)) + ' ' +
                            words_at(found.span) + (found.level > 1 ? " with a fact" : ""));
    }
    if (!gifts.empty()) line("Gives", gifts);
  }

  void write_whole() {
    out_ += "The whole text\n";
    line("Language", audit_.language.is_known()
                         ? text_.packs.profiles()[audit_.language.value].language
                         : "none that a pack covers");
    line("Genre",
         std::string(id_of(kGenres, audit_.genre)) + (audit_.is_genre_given ? ", as given" : ""));
    for (const GenrePoints& genre : text_.trace.genres) {
      std::string reasons;
      for (Span reason : genre.reasons) add_listed(reasons, words_at(reason));
      out_ += "    " + std::string(id_of(kGenres, genre.genre)) + ' ' +
              std::to_string(genre.points) + (genre.points == 1 ? " point: " : " points: ") +
              reasons + '\n';
    }
    std::string missing;
    for (const MissingComponent& one : audit_.missing) {
      add_listed(missing, std::string(id_of(kComponents, one.component)));
    }
    if (!missing.empty()) line("Missing", missing);
    if (audit_.score.plainness) {
      line("Plainness", tenths_text(*audit_.score.plainness));
    } else {
      line("Plainness", "no number, " + std::string(id_of(kNoScoreReasons, audit_.score.reason)));
    }
  }

  const ExplainedText& text_;
  const Document& document_;
  const Audit& audit_;
  LineIndex lines_;
  LanguageVoter voter_;
  std::vector<std::string> words_;
  std::optional<NearFrames> near_;
  std::set<const Finding*> told_;  // looked up, never iterated
  std::string out_;
};

}  // namespace

std::string explain(const ExplainedText& text) { return Explainer(text).run(); }

}  // namespace unfeigned::cli
