#include "report/json.h"

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/message.h"
#include "report/version.h"

namespace unfeigned {

namespace {

class ReportWriter {
 public:
  ReportWriter(const Document& document, const Audit& audit, const PackSet& packs, OffsetUnit unit)
      : document_(document),
        audit_(audit),
        packs_(packs),
        unit_(unit),
        offsets_(document.text(), unit) {}

  std::string render(const JsonOptions& options) {
    out_.begin_object();
    if (options.path) {
      out_.key("path");
      out_.string(repair_utf8(std::string(*options.path)).text);
    }
    write_head();
    write_score();
    write_components();
    write_findings("findings", audit_.findings);
    write_findings("unsure", audit_.unsure);
    write_findings("noted", audit_.noted);
    write_evidence();
    write_notices();
    write_counts();
    out_.end_object();
    return out_.take();
  }

  std::string render_line(std::string_view id) {
    out_.begin_object();
    out_.key("id");
    out_.raw(id);
    write_language_and_genre();
    out_.key("score");
    write_plainness();
    write_short_findings("findings", audit_.findings);
    write_short_findings("unsure", audit_.unsure);
    write_short_findings("noted", audit_.noted);
    write_versions();
    out_.key("packs");
    out_.begin_array();
    for (const CompiledPack& compiled : packs_.packs()) {
      const Pack& pack = compiled.pack;
      out_.string(pack.id + ' ' + pack.version + ' ' + pack.fingerprint);
    }
    out_.end_array();
    out_.end_object();
    return out_.take();
  }

 private:
  const Rule& rule_of(const Finding& finding) const {
    return packs_.packs()[finding.pack].pack.rules[finding.rule.index()];
  }

  void member(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.string(value);
  }
  void member(std::string_view key, std::int64_t value) {
    out_.key(key);
    out_.number(value);
  }
  void tenths(std::string_view key, std::int64_t value) {
    out_.key(key);
    out_.tenths(value);
  }
  void bounds(Span span) { bounds(span, offsets_); }
  void bounds(Span span, const Offsets& offsets) {
    member("start", std::int64_t{offsets.of(span.begin)});
    member("end", std::int64_t{offsets.of(span.end)});
  }
  void place(Span span) {
    out_.begin_object();
    bounds(span);
    out_.end_object();
  }

  void write_versions() {
    member("schema_version", std::int64_t{kSchemaVersion});
    member("score_version", std::int64_t{kScoreVersion});
    member("offset_unit", id_of(kOffsetUnits, unit_));
  }

  void write_language_and_genre() {
    out_.key("language");
    if (audit_.language.is_known()) {
      out_.string(packs_.packs()[audit_.language.value].pack.profile.language);
    } else {
      out_.null();
    }
    member("genre", id_of(kGenres, audit_.genre));
  }

  void write_plainness() {
    if (audit_.score.plainness) {
      out_.tenths(*audit_.score.plainness);
    } else {
      out_.null();
    }
  }

  void write_head() {
    write_versions();
    out_.key("tool");
    out_.begin_object();
    member("name", "unfeigned");
    member("version", kVersion);
    out_.end_object();
    out_.key("packs");
    out_.begin_array();
    for (const CompiledPack& compiled : packs_.packs()) write_pack(compiled.pack);
    out_.end_array();
    write_language_and_genre();
    member("genre_source", audit_.is_genre_given ? "given" : "detected");
    out_.key("genre_reasons");
    out_.begin_array();
    for (Span span : audit_.genre_reasons) place(span);
    out_.end_array();
  }

  void write_pack(const Pack& pack) {
    std::int64_t rules = 0;
    for (const Rule& rule : pack.rules) {
      if (rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview) ++rules;
    }
    out_.begin_object();
    member("id", pack.id);
    member("language", pack.profile.language);
    member("version", pack.version);
    member("fingerprint", pack.fingerprint);
    member("rules", rules);
    out_.end_object();
  }

  void write_score() {
    const Score& score = audit_.score;
    out_.key("score");
    write_plainness();
    out_.key("score_reason");
    if (score.plainness) {
      out_.null();
      member("band", id_of(kBands, score.band));
      write_receipt(score.receipt, *score.plainness);
      return;
    }
    out_.string(id_of(kNoScoreReasons, score.reason));
    out_.key("band");
    out_.null();
    out_.key("receipt");
    out_.null();
  }

  void write_receipt(const Receipt& receipt, std::int32_t plainness) {
    out_.key("receipt");
    out_.begin_object();
    tenths("start", 1000);
    tenths("phrase_loss", receipt.phrase_loss);
    tenths("structure_loss", receipt.structure_loss);
    tenths("recovery", receipt.recovery);
    tenths("ceiling_loss", receipt.ceiling_loss);
    tenths("score", plainness);
    tenths("ceiling", receipt.ceiling);
    member("weight", std::int64_t{receipt.weight});
    member("clean_length", std::int64_t{receipt.clean_length});
    member("total_length", std::int64_t{receipt.total_length});
    out_.end_object();
  }

  void write_components() {
    out_.key("components");
    out_.begin_array();
    for (const FoundComponent& found : audit_.components) {
      out_.begin_object();
      member("component", id_of(kComponents, found.component));
      member("level", std::int64_t{found.level});
      bounds(found.span);
      out_.key("sentence");
      place(document_.sentences()[found.sentence].span);
      out_.end_object();
    }
    out_.end_array();
    out_.key("missing");
    out_.begin_array();
    for (const MissingComponent& one : audit_.missing) {
      out_.begin_object();
      member("component", id_of(kComponents, one.component));
      member("permille", std::int64_t{one.permille});
      tenths("points", one.points);
      out_.key("suggestion");
      if (one.suggestion) {
        write_suggestion(*one.suggestion);
      } else {
        out_.null();
      }
      out_.end_object();
    }
    out_.end_array();
  }

  void write_kind(const Finding& finding) {
    member("rule", rule_of(finding).id);
    member("category", id_of(kCategories, finding.category));
    member("severity", id_of(kSeverities, finding.severity));
    member("certainty", id_of(kCertainties, finding.certainty));
  }

  std::string filled(const Finding& finding, const std::string& message) const {
    // Without markup: the message is for people.
    return fill_message(message, document_.view().substr(finding.span.begin, finding.span.size()));
  }
  std::string message_of(const Finding& finding) const {
    return filled(finding, why_of(packs_.packs()[finding.pack].pack, rule_of(finding)));
  }

  void write_short_findings(std::string_view key, const std::vector<Finding>& findings) {
    out_.key(key);
    out_.begin_array();
    for (const Finding& finding : findings) {
      out_.begin_object();
      bounds(finding.span);
      write_kind(finding);
      member("message", message_of(finding));
      write_original(finding.span);
      out_.end_object();
    }
    out_.end_array();
  }

  // Where bytes were repaired, the offsets of the text that was given are told as well.
  void write_original(Span span) {
    if (document_.repairs().empty()) return;
    out_.key("original_bytes");
    out_.begin_object();
    member("start", std::int64_t{document_.original_offset(span.begin)});
    member("end", std::int64_t{document_.original_offset(span.end)});
    out_.end_object();
  }

  void write_findings(std::string_view key, const std::vector<Finding>& findings) {
    out_.key(key);
    out_.begin_array();
    for (const Finding& finding : findings) write_finding(finding);
    out_.end_array();
  }

  void write_finding(const Finding& finding) {
    const Rule& rule = rule_of(finding);
    out_.begin_object();
    member("id", rule.id + '@' + std::to_string(offsets_.of(finding.span.begin)));
    bounds(finding.span);
    write_kind(finding);
    member("status", id_of(kStatuses, finding.status));
    tenths("points", finding.points);
    member("message", message_of(finding));
    member("observed", filled(finding, rule.message.observed));
    member("effect", filled(finding, rule.message.effect));
    member("missing", filled(finding, rule.message.missing));
    member("words", document_.text(finding.span));
    out_.key("sentence");
    place(document_.sentences()[finding.sentence].span);
    out_.key("guards");
    out_.begin_array();
    for (const GuardHit& hit : finding.guards) {
      out_.begin_object();
      member("guard", id_of(kGuards, hit.guard));
      bounds(hit.evidence);
      out_.end_object();
    }
    out_.end_array();
    out_.key("suggestions");
    out_.begin_array();
    for (const Suggestion& suggestion : finding.suggestions) write_suggestion(suggestion);
    out_.end_array();
    write_original(finding.span);
    out_.end_object();
  }

  void write_suggestion(const Suggestion& suggestion) {
    Offsets inside(suggestion.text, unit_);
    out_.begin_object();
    member("title", suggestion.title);
    member("applicability", id_of(kApplicabilities, suggestion.applicability));
    bounds(suggestion.replaced);
    member("text", suggestion.text);
    out_.key("slots");
    out_.begin_array();
    for (const Slot& slot : suggestion.slots) {
      out_.begin_object();
      member("id", slot.id);
      member("label", slot.label);
      bounds(slot.place, inside);
      out_.end_object();
    }
    out_.end_array();
    out_.key("keeps");
    out_.begin_array();
    for (Span kept : suggestion.keeps) place(kept);
    out_.end_array();
    out_.end_object();
  }

  void write_evidence() {
    out_.key("evidence");
    out_.begin_array();
    for (const Evidence& evidence : audit_.evidence) {
      out_.begin_object();
      member("type", id_of(kEvidenceTypes, evidence.type));
      bounds(evidence.span);
      out_.key("credited");
      out_.boolean(evidence.is_credited);
      out_.end_object();
    }
    out_.end_array();
  }

  void write_notices() {
    out_.key("notices");
    out_.begin_array();
    for (const Notice& notice : audit_.notices) {
      out_.begin_object();
      member("kind", id_of(kNoticeKinds, notice.kind));
      out_.key("places");
      out_.begin_array();
      for (Span span : notice.places) place(span);
      out_.end_array();
      out_.end_object();
    }
    out_.end_array();
  }

  void write_counts() {
    auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    out_.key("text");
    out_.begin_object();
    member("bytes", count(document_.text().size()));
    member("blocks", count(document_.blocks().size()));
    member("sentences", count(document_.sentences().size()));
    member("tokens", count(document_.tokens().size()));
    out_.end_object();
  }

  const Document& document_;
  const Audit& audit_;
  const PackSet& packs_;
  OffsetUnit unit_;
  Offsets offsets_;
  JsonWriter out_;
};

}  // namespace

std::string render_json(const Document& document, const Audit& audit, const PackSet& packs,
                        const JsonOptions& options) {
  return ReportWriter(document, audit, packs, options.unit).render(options);
}

std::string render_batch_line(const Document& document, const Audit& audit, const PackSet& packs,
                              const BatchLineOptions& options) {
  return ReportWriter(document, audit, packs, options.unit).render_line(options.id);
}

std::string render_batch_error(std::string_view id, std::uint64_t line, std::string_view error) {
  JsonWriter out;
  out.begin_object();
  out.key("id");
  out.raw(id);
  out.key("line");
  out.number(static_cast<std::int64_t>(line));
  out.key("error");
  out.string(error);
  out.end_object();
  return out.take();
}

}  // namespace unfeigned
