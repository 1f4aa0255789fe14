#include "app/receipt.h"

#include <algorithm>
#include <utility>

#include "base/order.h"

namespace unfeigned {

namespace {

// What of `all` is not in `other`, each as often as it is too many.
template <typename T>
std::vector<T> without(const std::vector<T>& all, std::vector<T> other) {
  std::vector<T> rest;
  for (const T& one : all) {
    const auto found = std::find(other.begin(), other.end(), one);
    if (found == other.end()) {
      rest.push_back(one);
    } else {
      other.erase(found);
    }
  }
  return rest;
}

using RuleAndWords = std::pair<std::string, std::string>;

std::vector<RuleAndWords> flagged(const ReportRecord& report) {
  std::vector<RuleAndWords> out;
  for (const FindingRecord& finding : report.findings) {
    if (finding.list == FindingList::Findings) out.emplace_back(finding.rule, finding.words);
  }
  return out;
}

std::vector<std::string> words_of(const std::vector<RuleAndWords>& findings) {
  std::vector<std::string> out;
  out.reserve(findings.size());
  for (const auto& [rule, words] : findings) out.push_back(words);
  return out;
}

std::vector<std::string> components_of(const ReportRecord& report) {
  std::vector<std::string> out;
  out.reserve(report.components.size());
  for (const ShownRecord& component : report.components) out.push_back(component.id);
  return out;
}

std::int32_t amount_in(const std::vector<Term>& terms, TermKind kind,
                       const std::string& component) {
  for (const Term& term : terms) {
    if (term.kind == kind && term.component == component) return term.amount;
  }
  return 0;
}

std::vector<TermChange> changes(const std::vector<Term>& before, const std::vector<Term>& now) {
  // The lines of both in the order of the receipt; a missing component stands among its like.
  std::vector<Term> all = before;
  for (const Term& term : now) {
    const bool is_known = std::any_of(all.begin(), all.end(), [&term](const Term& other) {
      return other.kind == term.kind && other.component == term.component;
    });
    if (!is_known) all.push_back(term);
  }
  put_in_order(all, [](const Term& a, const Term& b) { return a.kind < b.kind; });
  std::vector<TermChange> out;
  out.reserve(all.size());
  for (const Term& term : all) {
    out.push_back({term.kind, term.component, amount_in(before, term.kind, term.component),
                   amount_in(now, term.kind, term.component)});
  }
  return out;
}

}  // namespace

std::vector<Term> terms_of(const ReportRecord& report) {
  if (!report.score) return {};
  std::vector<Term> terms;
  const auto add = [&terms](TermKind kind, std::int32_t amount, std::string component = {}) {
    if (amount != 0) terms.push_back({kind, std::move(component), amount});
  };
  terms.push_back({TermKind::Start, {}, 1000});
  add(TermKind::Phrases, -report.receipt.phrase_loss);
  for (const MissingRecord& one : report.missing) {
    add(TermKind::Missing, -one.points, one.component);
  }
  add(TermKind::Facts, report.receipt.recovery);
  add(TermKind::Worst, -report.receipt.ceiling_loss);
  terms.push_back({TermKind::Plainness, {}, *report.score});
  return terms;
}

Comparison compare(const ReportRecord& before, const ReportRecord& now) {
  Comparison out;
  if (before.score && now.score) out.terms = changes(terms_of(before), terms_of(now));
  out.gone = words_of(without(flagged(before), flagged(now)));
  out.fresh = words_of(without(flagged(now), flagged(before)));
  out.gained = without(components_of(now), components_of(before));
  out.lost = without(components_of(before), components_of(now));
  return out;
}

}  // namespace unfeigned
