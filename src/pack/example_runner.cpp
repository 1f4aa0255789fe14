#include "pack/example_runner.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "audit/audit.h"
#include "text/document.h"

namespace unfeigned {

namespace {

// What came of one text, with what an expectation needs to be judged.
class Outcome {
 public:
  Outcome(std::string text, const std::string& language, const PackSet& packs)
      : packs_(packs),
        document_(Document::read(std::move(text), packs.profiles(), {InputFormat::Text, language})),
        audit_(audit(document_, packs, {})) {}

  const Document& document() const { return document_; }
  const Audit& audited() const { return audit_; }
  const Rule& rule_of(const Finding& finding) const {
    return packs_.packs()[finding.pack].pack.rules[finding.rule.index()];
  }
  std::vector<const Finding*> of_rule(const std::vector<Finding>& list, std::string_view id) const {
    std::vector<const Finding*> out;
    for (const Finding& finding : list) {
      if (rule_of(finding).id == id) out.push_back(&finding);
    }
    return out;
  }
  // Where the rule shows, in words, for messages about what did not come as expected.
  std::string appearances(std::string_view id) const {
    std::string out;
    append(out, "flagged", of_rule(audit_.findings, id));
    append(out, "unsure", of_rule(audit_.unsure, id));
    append(out, "noted", of_rule(audit_.noted, id));
    append(out, "cleared", of_rule(audit_.cleared, id));
    return out.empty() ? "nothing of this rule" : out;
  }

 private:
  void append(std::string& out, std::string_view status,
              const std::vector<const Finding*>& list) const {
    for (const Finding* finding : list) {
      if (!out.empty()) out += "; ";
      out += std::string(status) + " \"" + std::string(document_.text(finding->span)) + '"';
      for (const GuardHit& hit : finding->guards) {
        out += ", by the guard " + std::string(id_of(kGuards, hit.guard));
      }
      if (finding->guards.empty() && status == "cleared") out += winner_over(*finding);
    }
  }
  std::string winner_over(const Finding& loser) const {
    for (const auto* list : {&audit_.findings, &audit_.unsure}) {
      for (const Finding& finding : *list) {
        if (finding.span.overlaps(loser.span)) return ", in favour of " + rule_of(finding).id;
      }
    }
    return {};
  }

  const PackSet& packs_;
  Document document_;
  Audit audit_;
};

const Rule* find_rule(const PackSet& packs, std::string_view id) {
  for (const CompiledPack& compiled : packs.packs()) {
    for (const Rule& rule : compiled.pack.rules) {
      if (rule.id == id) return &rule;
    }
  }
  return nullptr;
}

// Where a match of this rule shows when no guard speaks against it. Rules in preview are shown
// among the questions or the notes, never counted.
std::vector<const Finding*> shown(const Outcome& outcome, const Rule& rule) {
  const Audit& audited = outcome.audited();
  if (rule.status == RuleStatus::Preview) {
    auto out = outcome.of_rule(audited.unsure, rule.id);
    for (const Finding* finding : outcome.of_rule(audited.noted, rule.id)) {
      if (finding->guards.empty()) out.push_back(finding);
    }
    return out;
  }
  bool is_question = rule.certainty == Certainty::Unsure;
  return outcome.of_rule(is_question ? audited.unsure : audited.findings, rule.id);
}

std::optional<std::string> expect_one(const Outcome& outcome, const Example& example,
                                      const std::vector<const Finding*>& found,
                                      std::string_view where) {
  if (found.size() == 1 && example.expected && found.front()->span == *example.expected) {
    return std::nullopt;
  }
  std::string expected;
  if (example.expected) expected = outcome.document().text(*example.expected);
  return "expected \"" + expected + "\" to be " + std::string(where) + ", exactly once; found " +
         outcome.appearances(example.rule) + '.';
}

std::optional<std::string> expect_somewhere(const Outcome& outcome, const Example& example,
                                            const Rule& rule) {
  for (const Finding* finding : shown(outcome, rule)) {
    if (!example.expected || finding->span == *example.expected) return std::nullopt;
  }
  return "expected the rule to appear; found " + outcome.appearances(rule.id) + '.';
}

// A match that a guard has answered is none; one that merely lost to a heavier match is.
std::optional<std::string> expect_none(const Outcome& outcome, const Rule& rule) {
  const Audit& audited = outcome.audited();
  auto is_unguarded = [](const Finding* finding) { return finding->guards.empty(); };
  bool is_flagged = !outcome.of_rule(audited.findings, rule.id).empty() ||
                    !outcome.of_rule(audited.unsure, rule.id).empty();
  auto noted = outcome.of_rule(audited.noted, rule.id);
  auto cleared = outcome.of_rule(audited.cleared, rule.id);
  if (!is_flagged && std::none_of(noted.begin(), noted.end(), is_unguarded) &&
      std::none_of(cleared.begin(), cleared.end(), is_unguarded)) {
    return std::nullopt;
  }
  return "expected nothing of this rule; found " + outcome.appearances(rule.id) + '.';
}

std::string applied(std::string_view text, const Suggestion& suggestion) {
  std::string out(text);
  out.replace(suggestion.replaced.begin, suggestion.replaced.size(), suggestion.text);
  return out;
}

std::optional<std::string> try_one(const Outcome& before, const Finding& finding,
                                   const Suggestion& suggestion, const std::string& language,
                                   const PackSet& packs) {
  std::string title = "the suggestion \"" + suggestion.title + "\" ";
  std::string text = applied(before.document().text(), suggestion);
  if (text == before.document().text()) return title + "changes nothing.";
  if (suggestion.applicability == Applicability::Ready && !suggestion.slots.empty()) {
    return title + "is ready but has slots.";
  }
  std::string shown = ": \"" + text + "\".";
  Outcome after(std::move(text), language, packs);
  for (const auto* list : {&after.audited().findings, &after.audited().unsure}) {
    for (const Finding& left : *list) {
      const Rule& rule = after.rule_of(left);
      bool is_same = rule.id == before.rule_of(finding).id;
      bool was_there = !before.of_rule(before.audited().findings, rule.id).empty() ||
                       !before.of_rule(before.audited().unsure, rule.id).empty();
      if (is_same) return title.append("leaves the finding").append(shown);
      if (!was_there && left.severity >= finding.severity) {
        return title.append("raises ").append(rule.id).append(shown);
      }
    }
  }
  return std::nullopt;
}

constexpr std::string_view kQuotedWords = "{words}";

bool is_live(const Rule& rule) {
  return rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview;
}

}  // namespace

std::optional<std::string> run_example(const Example& example, const PackSet& packs) {
  const Rule* rule = find_rule(packs, example.rule);
  if (rule == nullptr) return "the rule is not in the packs.";
  Outcome outcome(example.text, example.language, packs);
  switch (example.kind) {
    case ExampleKind::Hit:
      return expect_one(outcome, example, shown(outcome, *rule),
                        rule->status == RuleStatus::Preview ? "shown" : "flagged");
    case ExampleKind::HitInContext:
      return expect_somewhere(outcome, example, *rule);
    case ExampleKind::NearMiss:
      return expect_none(outcome, *rule);
    case ExampleKind::Unsure:
      return expect_one(outcome, example, outcome.of_rule(outcome.audited().unsure, rule->id),
                        "unsure");
    case ExampleKind::KnownGap:
      break;
  }
  if (expect_one(outcome, example, shown(outcome, *rule), "flagged")) {
    return std::nullopt;
  }
  return "this gap is closed: the rule is found now; move the example to \"hit\".";
}

std::optional<std::string> try_suggestions(const Example& example, const PackSet& packs) {
  if (example.kind != ExampleKind::Hit || example.choice > 1) return std::nullopt;
  Outcome outcome(example.text, example.language, packs);
  for (const auto* list : {&outcome.audited().findings, &outcome.audited().unsure}) {
    for (const Finding* finding : outcome.of_rule(*list, example.rule)) {
      for (const Suggestion& suggestion : finding->suggestions) {
        auto problem = try_one(outcome, *finding, suggestion, example.language, packs);
        if (problem) return problem;
      }
    }
  }
  return std::nullopt;
}

std::size_t check_own_words(const PackSet& packs, Diagnostics& diagnostics) {
  std::size_t looked_at = 0;
  for (const CompiledPack& compiled : packs.packs()) {
    const std::string& language = compiled.pack.profile.language;
    for (const Rule& rule : compiled.pack.rules) {
      if (!is_live(rule)) continue;
      std::vector<std::string> texts = {rule.message.observed, rule.message.effect,
                                        rule.message.missing};
      for (const SuggestionTemplate& suggestion : rule.suggestions) {
        texts.push_back(suggestion.text);
      }
      for (std::string& text : texts) {
        if (text.empty()) continue;
        // The words that a message will quote are not its own.
        for (std::size_t at = text.find(kQuotedWords); at != std::string::npos;
             at = text.find(kQuotedWords)) {
          text.replace(at, kQuotedWords.size(), "\xE2\x80\xA6");
        }
        ++looked_at;
        Outcome outcome(text, language, packs);
        for (const Finding& finding : outcome.audited().findings) {
          if (finding.severity < Severity::Notable) continue;
          diagnostics.error(rule.place, "The rule's own words \"" + text + "\" raise " +
                                            outcome.rule_of(finding).id + '.');
        }
      }
    }
  }
  return looked_at;
}

}  // namespace unfeigned
