#include <algorithm>
#include <string>
#include <utility>

#include "audit/audit.h"
#include "cli/batch_input.h"
#include "cli/commands.h"
#include "cli/evaluation.h"
#include "cli/files.h"
#include "cli/labels.h"
#include "cli/packs.h"
#include "text/document.h"

namespace unfeigned::cli {

namespace {

// So much of a passage that is labelled as a whole is shown, in characters.
constexpr std::size_t kShownOfPassage = 80;

std::string beginning_of(std::string_view text) {
  std::size_t shown = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool is_continuation = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (is_continuation || ++shown <= kShownOfPassage) continue;
    return std::string(text.substr(0, at)) + "\xE2\x80\xA6";
  }
  return std::string(text);
}

// Words as eight and Han characters as five, as the score measures length.
std::uint64_t word_eighths(const Document& document) {
  std::uint64_t sum = 0;
  for (const Token& token : document.tokens()) {
    if (token.kind == TokenKind::Word || token.kind == TokenKind::Number) sum += 8;
    if (token.kind == TokenKind::Han) sum += 5;
  }
  return sum;
}

// Audits one text after the other and holds what is found against its label.
class Evaluator {
 public:
  Evaluator(const EvalCommand& command, const PackSet& packs, Labels& labels)
      : command_(command), packs_(packs), labels_(labels), evaluation_(command.list) {
    evaluation_.seed = command.seed;
  }

  void take(std::uint64_t line, BatchRequest request, LineProblems& texts, LineProblems& labels) {
    if (!request.problem.empty()) return texts.tell(line, request.problem);
    auto found = labels_.find(request.id);
    if (found == labels_.end()) return texts.tell(line, "no label has the id " + request.id);
    Label& label = found->second;
    if (label.text_line != 0) {
      return texts.tell(line, "the id " + request.id + " has a text already, on line " +
                                  std::to_string(label.text_line) + "; that one counts");
    }
    label.text_line = line;
    std::string problem;
    auto spans = place_spans(label, request.text, command_.offsets, problem);
    if (!spans) return labels.tell(label.line, problem);
    rate(std::move(request), label, *spans);
  }

  const Evaluation& evaluation() const { return evaluation_; }

 private:
  void rate(BatchRequest request, const Label& label, const std::vector<PlacedSpan>& spans) {
    AuditOptions options = audit_options(request, command_.reading);
    ReadOptions reading = read_options(request, command_.reading);
    Document document = Document::read(std::move(request.text), packs_.profiles(), reading);
    Audit audited = audit(document, packs_, options);

    RatedPassage passage;
    passage.language = label.language.value_or(reading.forced_language);
    if (passage.language.empty()) passage.language = language_of(audited);
    passage.is_labelled = label.is_marked;
    passage.is_flagged = !audited.findings.empty();
    passage.has_places = !label.is_marked || !spans.empty();
    passage.word_eighths = word_eighths(document);
    if (passage.has_places) {
      count_findings(document, audited, spans, request.id, passage);
      count_labels(document, audited, label, spans, request.id, passage);
    } else if (!passage.is_flagged) {
      evaluation_.misses.add({request.id, passage.language, "", beginning_of(document.text())});
    }
    evaluation_.passages.push_back(std::move(passage));
  }

  std::string language_of(const Audit& audited) const {
    if (!audited.language.is_known()) return "unknown";
    return packs_.packs()[audited.language.value].pack.profile.language;
  }

  void count_findings(const Document& document, const Audit& audited,
                      const std::vector<PlacedSpan>& spans, const std::string& id,
                      RatedPassage& passage) {
    for (const Finding& finding : audited.findings) {
      bool is_right = std::any_of(spans.begin(), spans.end(), [&](const PlacedSpan& span) {
        return span.bytes.overlaps(finding.span);
      });
      ++passage.findings;
      passage.right += is_right ? 1 : 0;
      auto& category = evaluation_.findings[std::string(id_of(kCategories, finding.category))];
      ++(is_right ? category.right : category.wrong);
      if (is_right) continue;
      const Rule& rule = packs_.packs()[finding.pack].pack.rules[finding.rule.index()];
      evaluation_.false_alarms.add(
          {id, passage.language, rule.id, std::string(document.text(finding.span))});
    }
  }

  void count_labels(const Document& document, const Audit& audited, const Label& label,
                    const std::vector<PlacedSpan>& spans, const std::string& id,
                    RatedPassage& passage) {
    OffsetMap map(document.text());
    std::vector<CodePointSpan> of_findings;
    for (const Finding& finding : audited.findings) {
      of_findings.push_back(map.to_code_point(finding.span));
    }
    std::vector<CodePointSpan> of_labels;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      of_labels.push_back(spans[i].code_points);
      bool is_found = std::any_of(
          audited.findings.begin(), audited.findings.end(),
          [&](const Finding& finding) { return finding.span.overlaps(spans[i].bytes); });
      ++passage.labels;
      passage.found += is_found ? 1 : 0;
      const std::string& category = label.spans[i].category;
      auto& counts = evaluation_.labels[category];
      ++(is_found ? counts.found : counts.missed);
      if (is_found) continue;
      evaluation_.misses.add(
          {id, passage.language, category, std::string(document.text(spans[i].bytes))});
    }
    of_findings = united(std::move(of_findings));
    of_labels = united(std::move(of_labels));
    passage.finding_length = length_of(of_findings);
    passage.label_length = length_of(of_labels);
    passage.shared_length = shared_length(of_findings, of_labels);
  }

  const EvalCommand& command_;
  const PackSet& packs_;
  Labels& labels_;
  Evaluation evaluation_;
};

}  // namespace

int run(const EvalCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Audit);
  if (!report(packs) || !check_language(packs.set, command.reading.language)) return kWrongUse;
  if (command.labels == "-" && command.texts == "-") {
    complain("only one of the two files can be standard input");
    return kWrongUse;
  }
  Labels labels;
  LineProblems of_labels(command.labels);
  LineProblems of_texts(command.texts);
  if (!read_labels(command.labels, labels, of_labels)) return kWrongUse;
  Evaluator evaluator(command, packs.set, labels);
  bool is_read =
      for_each_line(command.texts, of_texts, [&](std::uint64_t number, std::string line) {
        evaluator.take(number, read_request(std::move(line)), of_texts, of_labels);
      });
  if (!is_read) return kWrongUse;
  std::map<std::uint64_t, std::string> without_text;
  for (const auto& [id, label] : labels) {
    if (label.text_line == 0) without_text[label.line] = id;
  }
  for (const auto& [line, id] : without_text) of_labels.tell(line, "no text has the id " + id);

  bool is_json = command.format == OutputFormat::Json;
  const Evaluation& result = evaluator.evaluation();
  if (!write_out(is_json ? render_json(result) : render_text(result))) return kWrongUse;
  std::uint64_t problems = of_labels.count() + of_texts.count();
  if (problems == 0) return kFine;
  complain(std::to_string(problems) + (problems == 1 ? " line" : " lines") + " could not be used");
  return kWrongUse;
}

}  // namespace unfeigned::cli
