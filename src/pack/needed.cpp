#include "pack/needed.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "base/generator.h"
#include "pack/branches.h"
#include "pack/dead_parts.h"
#include "pack/trial.h"
#include "text/tokenizer.h"

namespace unfeigned {

namespace {

struct AskedRule {
  std::uint32_t pack = 0;
  const Rule* rule = nullptr;
};

std::vector<AskedRule> asked_rules(const NeedQuestion& question) {
  std::vector<AskedRule> asked;
  for (std::uint32_t pack = 0; pack < question.packs.packs().size(); ++pack) {
    for (const Rule& rule : question.packs.packs()[pack].pack.rules) {
      bool is_live = rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview;
      if (is_live && question.is_asked(rule)) asked.push_back({pack, &rule});
    }
  }
  return asked;
}

const PatternSource& source_of(const Rule& rule, const Variant& variant) {
  return (variant.is_exception ? rule.unless : rule.patterns)[variant.part];
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string name_of(const Rule& rule, const Variant& variant) {
  return (variant.is_exception ? "exception " : "pattern ") +
         quoted(source_of(rule, variant).notation);
}

// Whether something was said of this very place.
bool is_told(const Diagnostics& diagnostics, const SourcePlace& place) {
  const auto& all = diagnostics.all();
  return std::any_of(all.begin(), all.end(), [&place](const Diagnostic& one) {
    return one.file == place.file && one.line == place.line && one.pointer == place.pointer;
  });
}

void check_parts_of(const NeedQuestion& question, const AskedRule& asked, const Diagnostics& dead,
                    Diagnostics& unneeded) {
  const Rule& rule = *asked.rule;
  RuleTrial trial(question.packs, asked.pack, rule, question.examples);
  if (!trial.has_examples()) return;
  std::vector<Variant> variants;
  for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) variants.push_back({false, i, ""});
  for (std::uint32_t i = 0; i < rule.unless.size(); ++i) variants.push_back({true, i, ""});
  std::vector<Need> needs = trial.try_all(variants);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const Variant& variant = variants[i];
    if (needs[i] != Need::NotNeeded || is_told(dead, source_of(rule, variant).place)) {
      continue;
    }
    std::string message = "No example needs the " + name_of(rule, variant);
    if (variant.is_exception) {
      message += '.';
    } else if (trial.is_shadowed(variant.part)) {
      message += ": other patterns of the rule match the same words.";
    } else {
      message += ": it matches in none of them.";
    }
    unneeded.warning(source_of(rule, variant).place, std::move(message));
  }
}

// Branches
// ------------------------------------------------------------------------------------------

struct AskedBranch {
  Variant variant;
  std::string words;
};

std::vector<AskedBranch> branches_of_rule(const Rule& rule) {
  std::vector<AskedBranch> all;
  for (bool is_exception : {false, true}) {
    const auto& list = is_exception ? rule.unless : rule.patterns;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      for (Branch& branch : branches_of(list[i].notation)) {
        all.push_back({{is_exception, i, std::move(branch.without)}, std::move(branch.words)});
      }
    }
  }
  return all;
}

// Those of one rule that are marked.
BranchTally try_branches(const NeedQuestion& question, const AskedRule& asked,
                         const std::vector<bool>& is_chosen, Diagnostics& diagnostics) {
  BranchTally tally;
  RuleTrial trial(question.packs, asked.pack, *asked.rule, question.examples);
  std::vector<AskedBranch> all = branches_of_rule(*asked.rule);
  std::vector<Variant> variants;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_chosen[i]) continue;
    variants.push_back(std::move(all[i].variant));
    words.push_back(std::move(all[i].words));
  }
  std::vector<Need> needs = trial.try_all(variants);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    ++tally.tried;
    if (needs[i] != Need::NotNeeded) {
      ++tally.needed;
      continue;
    }
    diagnostics.warning(source_of(*asked.rule, variants[i]).place,
                        "No example needs " + quoted(words[i]) + " in the " +
                            name_of(*asked.rule, variants[i]) + '.');
  }
  return tally;
}

BranchTally try_chosen(const NeedQuestion& question, const std::vector<AskedRule>& rules,
                       const std::vector<std::vector<bool>>& is_chosen, Diagnostics& diagnostics) {
  BranchTally sum;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    bool is_any = std::find(is_chosen[i].begin(), is_chosen[i].end(), true) != is_chosen[i].end();
    if (!is_any) continue;
    BranchTally tally = try_branches(question, rules[i], is_chosen[i], diagnostics);
    sum.tried += tally.tried;
    sum.needed += tally.needed;
  }
  return sum;
}

// Guards
// --------------------------------------------------------------------------------------------

std::vector<Pack> packs_with(const PackSet& packs, Guard guard) {
  std::vector<Pack> all;
  for (const CompiledPack& compiled : packs.packs()) {
    all.push_back(compiled.pack);
    for (Rule& rule : all.back().rules) {
      rule.guards_off &= ~(1U << static_cast<unsigned>(guard));
    }
  }
  return all;
}

bool meets(const PackSet& packs, const Example& example, Guard guard) {
  Document document =
      Document::read(example.text, packs.profiles(), {InputFormat::Text, example.language});
  Audit audited = audit(document, packs, {});
  for (const auto* list : {&audited.findings, &audited.unsure, &audited.noted, &audited.cleared}) {
    for (const Finding& finding : *list) {
      const Rule& rule = packs.packs()[finding.pack].pack.rules[finding.rule.index()];
      bool is_hit = std::any_of(finding.guards.begin(), finding.guards.end(),
                                [guard](const GuardHit& hit) { return hit.guard == guard; });
      if (is_hit && rule.id == example.rule) return true;
    }
  }
  return false;
}

}  // namespace

void check_parts(const NeedQuestion& question, Diagnostics& dead, Diagnostics& unneeded) {
  WordCutter cutter(question.packs.profiles());
  for (const AskedRule& asked : asked_rules(question)) {
    const Pack& pack = question.packs.packs()[asked.pack].pack;
    check_dead_parts(pack, *asked.rule, PatternReader(pack, cutter).context(), dead);
    check_parts_of(question, asked, dead, unneeded);
  }
}

void check_guards_off(const NeedQuestion& question, Diagnostics& diagnostics) {
  std::vector<AskedRule> rules = asked_rules(question);
  for (const auto& row : kRuleGuards) {
    auto is_off = [&row](const AskedRule& asked) { return !asked.rule->has_guard(row.value); };
    if (std::none_of(rules.begin(), rules.end(), is_off)) continue;
    Diagnostics ignored;  // said when the packs were compiled as they are
    PackSet guarded = PackSet::compile(packs_with(question.packs, row.value), ignored);
    for (const AskedRule& asked : rules) {
      if (!is_off(asked)) continue;
      bool is_met = std::any_of(
          question.examples.begin(), question.examples.end(), [&](const Example& example) {
            return example.rule == asked.rule->id && meets(guarded, example, row.value);
          });
      if (is_met) continue;
      diagnostics.warning(asked.rule->place, "No example of the rule meets the guard " +
                                                 quoted(row.id) + ", which it turns off.");
    }
  }
}

BranchTally check_branches(const NeedQuestion& question, Diagnostics& diagnostics) {
  std::vector<AskedRule> rules = asked_rules(question);
  std::vector<std::vector<bool>> is_chosen;
  is_chosen.reserve(rules.size());
  for (const AskedRule& asked : rules) {
    is_chosen.emplace_back(branches_of_rule(*asked.rule).size(), true);
  }
  return try_chosen(question, rules, is_chosen, diagnostics);
}

BranchTally sample_branches(const NeedQuestion& question, std::size_t count, std::uint64_t seed,
                            Diagnostics& diagnostics) {
  std::vector<AskedRule> rules = asked_rules(question);
  std::vector<std::vector<bool>> is_chosen;
  std::vector<std::pair<std::size_t, std::size_t>> all;  // rule, branch
  for (std::size_t i = 0; i < rules.size(); ++i) {
    is_chosen.emplace_back(branches_of_rule(*rules[i].rule).size(), false);
    for (std::size_t k = 0; k < is_chosen[i].size(); ++k) all.emplace_back(i, k);
  }
  Generator generator(seed);
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) {
    std::swap(all[i], all[i + generator.below(all.size() - i)]);
    is_chosen[all[i].first][all[i].second] = true;
  }
  return try_chosen(question, rules, is_chosen, diagnostics);
}

}  // namespace unfeigned
