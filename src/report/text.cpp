#include "report/text.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/json_writer.h"
#include "report/message.h"

namespace unfeigned {

namespace {

// A list that is longer than this is told by its length: nobody reads it to the end.
constexpr std::size_t kMostShown = 200;

constexpr std::string_view kReset = "\x1B[0m";
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kDim = "\x1B[2m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::Grave:
    case Severity::Major:
      return "\x1B[31m";
    case Severity::Notable:
      return "\x1B[33m";
    case Severity::Minor:
    case Severity::Note:
      break;
  }
  return "\x1B[36m";
}

std::string_view words_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::Ready:
      return "as it stands";
    case Applicability::Review:
      return "read it through";
    case Applicability::FillIn:
      break;
  }
  return "fill in";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

class TextReport {
 public:
  TextReport(const Document& document, const Audit& audit, const PackSet& packs,
             const TextOptions& options)
      : document_(document),
        audit_(audit),
        packs_(packs),
        options_(options),
        lines_(document.text()),
        path_(harmless(repair_utf8(std::string(options.path)).text)) {}

  std::string render() {
    write_findings(audit_.findings);
    if (!audit_.unsure.empty()) {
      write_heading("Open questions, which cost nothing");
      write_findings(audit_.unsure);
    }
    write_noted();
    write_notices();
    write_number();
    write_summary();
    return std::move(out_);
  }

 private:
  const Rule& rule_of(const Finding& finding) const {
    return packs_.packs()[finding.pack].pack.rules[finding.rule.index()];
  }
  void paint(std::string_view colour, std::string_view text) {
    if (options_.has_colours) out_ += colour;
    out_ += text;
    if (options_.has_colours) out_ += kReset;
  }
  void write_heading(std::string_view heading) {
    paint(kBold, heading);
    out_ += ":\n";
  }
  std::string header_of(const Excerpt& excerpt) const {
    return path_ + ':' + std::to_string(excerpt.line) + ':' + std::to_string(excerpt.column) + ": ";
  }

  void write_findings(const std::vector<Finding>& findings) {
    std::size_t shown = std::min(findings.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) write_finding(findings[i]);
    write_rest(findings.size() - shown);
  }
  void write_rest(std::size_t count) {
    if (count > 0) out_ += "  and " + std::to_string(count) + " more\n\n";
  }

  void write_finding(const Finding& finding) {
    const Rule& rule = rule_of(finding);
    Excerpt excerpt = make_excerpt(lines_, finding.span, {options_.width});
    paint(kBold, header_of(excerpt));
    paint(colour_of(finding.severity), id_of(kSeverities, finding.severity));
    if (finding.certainty != Certainty::Firm) {
      out_ += ", " + std::string(id_of(kCertainties, finding.certainty));
    }
    out_ += ' ';
    paint(kDim, rule.id);
    out_ += '\n';
    write_excerpt(excerpt, finding.severity);
    // Without markup; the excerpt above shows the text as it is.
    std::string words = harmless(document_.view().substr(finding.span.begin, finding.span.size()));
    const Pack& pack = packs_.packs()[finding.pack].pack;
    out_ += "  Why: " + fill_message(why_of(pack, rule), words) + '\n';
    out_ += "  Missing: " + fill_message(rule.message.missing, words) + '\n';
    if (!finding.guards.empty()) out_ += "  Lowered: " + guards_of(finding) + '\n';
    if (!finding.suggestions.empty()) {
      out_ += "  Rewrites:\n";
      for (const Suggestion& suggestion : finding.suggestions) write_suggestion(suggestion);
    }
    out_ += '\n';
  }

  void write_excerpt(const Excerpt& excerpt, Severity severity) {
    out_ += "    " + excerpt.text.substr(0, excerpt.marked.begin);
    std::string_view marked(excerpt.text);
    paint(colour_of(severity), marked.substr(excerpt.marked.begin, excerpt.marked.size()));
    out_ += excerpt.text.substr(excerpt.marked.end) + '\n';
    out_ += "    " + std::string(excerpt.indent, ' ');
    paint(colour_of(severity), std::string(excerpt.width, '^'));
    out_ += '\n';
  }

  void write_suggestion(const Suggestion& suggestion) {
    out_ += "    - " + suggestion.title + " (" + std::string(words_of(suggestion.applicability)) +
            "): ";
    out_ += suggestion.text.empty() ? "leave it out" : harmless(suggestion.text);
    out_ += '\n';
  }

  static std::string guards_of(const Finding& finding) {
    std::string out;
    for (const GuardHit& hit : finding.guards) {
      if (!out.empty()) out += ", ";
      out += id_of(kGuards, hit.guard);
    }
    return out;
  }

  void write_noted() {
    if (audit_.noted.empty()) return;
    write_heading("Noted, not counted");
    std::size_t shown = std::min(audit_.noted.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const Finding& finding = audit_.noted[i];
      Excerpt excerpt = make_excerpt(lines_, finding.span, {options_.width});
      std::string words = excerpt.text.substr(excerpt.marked.begin, excerpt.marked.size());
      std::string guards = guards_of(finding);
      out_ += "  " + header_of(excerpt) + '"' + words + "\" (" +
              (guards.empty() ? "preview" : guards) + ") ";
      paint(kDim, rule_of(finding).id);
      out_ += '\n';
    }
    write_rest(audit_.noted.size() - shown);
    out_ += '\n';
  }

  void write_notices() {
    for (const Notice& notice : audit_.notices) {
      out_ += "Note: " + words_of_notice(notice) + '\n';
    }
    if (!audit_.notices.empty()) out_ += '\n';
  }

  static std::string words_of_notice(const Notice& notice) {
    std::size_t count = notice.places.size();
    switch (notice.kind) {
      case NoticeKind::RepairedBytes:
        return counted(count, "place holds", "places hold") +
               " bytes that are not UTF-8; they were read as U+FFFD.";
      case NoticeKind::Template:
        return "this text is a template with " + counted(count, "field", "fields") +
               " to be merged; its words are judged as they stand.";
      case NoticeKind::OpenSlot:
        return counted(count, "slot is", "slots are") + " still to be filled in.";
      case NoticeKind::UnknownLanguage:
        return "a part of this text is in a language that no pack covers; it was not looked at.";
      case NoticeKind::Truncated:
        break;
    }
    return "this text has more matches than are looked at; the lists end early.";
  }

  std::string reason() const {
    switch (audit_.score.reason) {
      case NoScoreReason::TooShort:
        return "there is too little text for one";
      case NoScoreReason::NotScoredGenre:
        return "texts of the genre \"" + std::string(id_of(kGenres, audit_.genre)) +
               "\" are not given one";
      case NoScoreReason::NoPack:
        return "no pack covers the language of this text";
      case NoScoreReason::Empty:
        return "there are no words";
      case NoScoreReason::None:
        break;
    }
    return "none was given";
  }

  void write_number() {
    std::string sentences = counted(document_.sentences().size(), "sentence", "sentences");
    if (!audit_.score.plainness) {
      paint(kBold, "No plainness number");
      out_ += ": " + reason() + ". Read: " + sentences + ".\n";
      return;
    }
    const Receipt& receipt = audit_.score.receipt;
    paint(kBold, "Plainness " + tenths_text(*audit_.score.plainness) + " of 100");
    out_ += ", " + std::string(id_of(kBands, audit_.score.band)) + ". Based on " + sentences +
            ", read as " + std::string(id_of(kGenres, audit_.genre)) + ".\n";
    write_row("", 1000, "at the start");
    write_row("-", receipt.phrase_loss, "for formulas of weight " + std::to_string(receipt.weight));
    for (const MissingComponent& one : audit_.missing) {
      write_row("-", one.points,
                "for what is missing: " + std::string(id_of(kComponents, one.component)));
    }
    write_row("+", receipt.recovery, "given back for facts in plain sentences");
    write_row("-", receipt.ceiling_loss,
              "for the ceiling of " + tenths_text(receipt.ceiling) + " that the worst one sets");
    write_row("=", *audit_.score.plainness, "plainness");
  }

  void write_row(std::string_view sign, std::int32_t amount, std::string_view words) {
    constexpr std::size_t kFigureWidth = 9;
    if (amount == 0 && sign != "=") return;
    std::string figure = std::string(sign) + (sign == "=" ? " " : "") + tenths_text(amount);
    if (figure.size() < kFigureWidth) figure.insert(0, kFigureWidth - figure.size(), ' ');
    out_ += figure + "  " + std::string(words) + '\n';
  }

  void write_summary() {
    out_ += path_ + ": " + counted(audit_.findings.size(), "finding", "findings") + ", " +
            counted(audit_.unsure.size(), "open question", "open questions") + ", " +
            std::to_string(audit_.noted.size()) + " noted.\n";
  }

  const Document& document_;
  const Audit& audit_;
  const PackSet& packs_;
  const TextOptions& options_;
  LineIndex lines_;
  std::string path_;
  std::string out_;
};

}  // namespace

std::string render_text(const Document& document, const Audit& audit, const PackSet& packs,
                        const TextOptions& options) {
  return TextReport(document, audit, packs, options).render();
}

}  // namespace unfeigned
