#include "pack/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "match/pattern.h"
#include "pack/fields.h"
#include "pack/surprises.h"
#include "text/tokenizer.h"

namespace unfeigned {

namespace {

constexpr std::string_view kSlotOpen = "\xE2\x9F\xA8";
constexpr std::string_view kSlotClose = "\xE2\x9F\xA9";
constexpr std::size_t kFewestHits = 2;
constexpr std::size_t kFewestNearMisses = 2;

using LexiconTexts = std::map<std::string, std::vector<std::string>, std::less<>>;

bool is_live(const Rule& rule) {
  return rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview;
}

LexiconTexts texts_of(const Layer& layer) {
  LexiconTexts out;
  for (const auto& [id, lexicon] : layer.lexicons) {
    for (const PatternSource& entry : lexicon.value) out[id].push_back(entry.notation);
  }
  return out;
}

// Keeps the patterns that parse; two that are the same once folded are told.
class PatternCheck {
 public:
  PatternCheck(const LexiconTexts& lexicons, WordCutter& cutter, Diagnostics& diagnostics,
               Diagnostics& surprises)
      : cutter_(cutter), diagnostics_(diagnostics), surprises_(surprises) {
    context_.lexicon =
        [&lexicons](std::string_view name) -> std::optional<std::span<const std::string>> {
      auto found = lexicons.find(name);
      if (found == lexicons.end()) return std::nullopt;
      return std::span<const std::string>(found->second);
    };
    context_.cut = [&cutter](std::string_view text) { return cutter.cut(text); };
  }

  void keep_good(std::vector<PatternSource>& patterns) const {
    std::map<std::string, std::string> seen;  // folded notation -> as written
    std::erase_if(patterns, [&](const PatternSource& pattern) {
      ParsedPattern parsed = parse_pattern(pattern.notation, context_);
      if (parsed.error) {
        diagnostics_.error(pattern.place, "The pattern \"" + pattern.notation + "\", byte " +
                                              std::to_string(parsed.error->offset + 1) + ": " +
                                              parsed.error->message + '.');
        return true;
      }
      auto [first, is_new] = seen.emplace(to_string(parsed), pattern.notation);
      if (is_new) {
        check_surprises(pattern, cutter_, surprises_);
        return false;
      }
      diagnostics_.error(pattern.place, "\"" + pattern.notation +
                                            "\" matches the same words as \"" + first->second +
                                            "\" in this list; keep one.");
      return true;
    });
  }

 private:
  PatternContext context_;
  WordCutter& cutter_;
  Diagnostics& diagnostics_;
  Diagnostics& surprises_;
};

void check_patterns(Layer& layer, WordCutter& cutter, Diagnostics& diagnostics,
                    Diagnostics& surprises) {
  // Entries first: a pattern must not be blamed for a lexicon's mistake.
  LexiconTexts written = texts_of(layer);
  PatternCheck entry_check(written, cutter, diagnostics, surprises);
  for (auto& [id, lexicon] : layer.lexicons) entry_check.keep_good(lexicon.value);
  LexiconTexts good = texts_of(layer);
  for (const auto& [id, lexicon] : layer.lexicons) good.try_emplace(id);
  PatternCheck check(good, cutter, diagnostics, surprises);
  for (auto& cue : layer.cues) {
    if (cue) check.keep_good(cue->value);
  }
  for (auto& evidence : layer.evidence) {
    if (evidence) check.keep_good(evidence->value);
  }
  for (auto& component : layer.components) {
    if (component) check.keep_good(component->value);
  }
  for (GenreCue& cue : layer.genre_cues) check.keep_good(cue.patterns);
  for (RuleEntry& entry : layer.rules) {
    check.keep_good(entry.rule.patterns);
    check.keep_good(entry.rule.unless);
  }
}

// The value in a rule to which a message about it points.
SourcePlace place_in(const RuleEntry& entry, std::string_view key) {
  auto value = entry.json.find(key);
  return value ? value->place() : entry.rule.place;
}

void check_slots_of(std::string_view rest, const SourcePlace& place, const Layer& layer,
                    Diagnostics& diagnostics) {
  while (true) {
    std::size_t open = rest.find(kSlotOpen);
    std::size_t close = rest.find(kSlotClose);
    if (open == std::string_view::npos && close == std::string_view::npos) return;
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      diagnostics.error(place, "A slot bracket in this text has no partner.");
      return;
    }
    std::string id(rest.substr(open + kSlotOpen.size(), close - open - kSlotOpen.size()));
    if (layer.slots.find(id) == layer.slots.end()) {
      diagnostics.error(place, "The slot \"" + id + "\" has no label; add it to \"slots\".");
    }
    rest.remove_prefix(close + kSlotClose.size());
  }
}

void check_slots(const RuleEntry& entry, const Layer& layer, Diagnostics& diagnostics) {
  auto list = entry.json.find("suggestions");
  if (!list) return;
  for (JsonValue item : list->children()) {
    auto text = item.find("text");
    if (text) check_slots_of(text->text(), text->place(), layer, diagnostics);
  }
}

void check_ask(const Ask& ask, const Layer& layer, LoadPurpose purpose, Diagnostics& diagnostics) {
  check_slots_of(ask.text, ask.place, layer, diagnostics);
  if (ask.text.find(kSlotOpen) == std::string::npos) {
    diagnostics.error(ask.place,
                      "An ask without a slot would write the fact for the author; add one.");
  }
  if (purpose == LoadPurpose::Authoring && ask.example.empty()) {
    diagnostics.error(ask.place, "The key \"example\" is missing; show the sentence filled in.");
  }
}

void check_marker(const RuleEntry& entry, const Layer& layer, Diagnostics& diagnostics) {
  const Rule& rule = entry.rule;
  if (rule.kind != RuleKind::Claim || rule.marker.empty()) return;
  auto marker = std::find_if(layer.rules.begin(), layer.rules.end(),
                             [&](const RuleEntry& other) { return other.rule.id == rule.marker; });
  SourcePlace place = place_in(entry, "marker");
  if (marker == layer.rules.end()) {
    diagnostics.error(place, "No rule has the id \"" + rule.marker + "\".");
  } else if (marker->rule.kind != RuleKind::Marker) {
    diagnostics.error(place, "The rule \"" + rule.marker + "\" is no marker.");
  } else if (is_live(rule) && !is_live(marker->rule)) {
    diagnostics.error(place, "The marker \"" + rule.marker +
                                 "\" is off, so this claim never fires; turn it off as well.");
  }
}

void check_unclaimed(const RuleEntry& entry, const Layer& layer, Diagnostics& diagnostics) {
  if (entry.rule.kind != RuleKind::Marker || !is_live(entry.rule)) return;
  bool is_claimed = std::any_of(layer.rules.begin(), layer.rules.end(), [&](const RuleEntry& r) {
    return r.rule.kind == RuleKind::Claim && r.rule.marker == entry.rule.id;
  });
  if (is_claimed) return;
  diagnostics.warning(entry.rule.place, "No claim names this marker, so it does nothing.");
}

void check_examples(const RuleEntry& entry, Diagnostics& diagnostics) {
  std::map<std::string_view, const Example*> seen;
  for (const Example& example : entry.examples) {
    auto [first, is_new] = seen.emplace(example.text, &example);
    if (!is_new) {
      diagnostics.error(example.place, "This text is already an example of this rule, on line " +
                                           std::to_string(first->second->place.line) +
                                           "; keep one.");
    }
    if (entry.rule.kind == RuleKind::Marker) {
      diagnostics.error(example.place,
                        "A marker is no finding by itself; give the example to its claim.");
    }
  }
}

std::size_t count_kind(const RuleEntry& entry, std::initializer_list<ExampleKind> kinds) {
  auto counted = std::count_if(entry.examples.begin(), entry.examples.end(), [&](const Example& e) {
    // However many texts an entry stands for, it is one idea.
    return e.choice == 1 && std::find(kinds.begin(), kinds.end(), e.kind) != kinds.end();
  });
  return static_cast<std::size_t>(counted);
}

void check_authoring(const RuleEntry& entry, Diagnostics& diagnostics) {
  const Rule& rule = entry.rule;
  if (rule.since.empty()) {
    diagnostics.error(rule.place, "The key \"since\" is missing; add the version.");
  }
  if (rule.kind == RuleKind::Marker) return;
  auto sources = entry.json.find("sources");
  if (!sources || sources->children().empty()) {
    diagnostics.error(rule.place, "The key \"sources\" is missing; say where the wording is from.");
  }
  if (rule.status != RuleStatus::Stable) return;
  SourcePlace place = place_in(entry, "examples");
  std::size_t hits =
      count_kind(entry, {ExampleKind::Hit, ExampleKind::HitInContext, ExampleKind::Unsure});
  if (hits < kFewestHits) {
    diagnostics.error(
        place, "A stable rule needs at least 2 hits; this one has " + std::to_string(hits) + ".");
  }
  std::size_t misses = count_kind(entry, {ExampleKind::NearMiss});
  if (misses < kFewestNearMisses) {
    diagnostics.error(place, "A stable rule needs at least 2 near-misses; this one has " +
                                 std::to_string(misses) + ".");
  }
}

}  // namespace

void check_layer(Layer& layer, std::span<const LanguageProfile> profiles, LoadPurpose purpose,
                 Diagnostics& diagnostics, Diagnostics& surprises) {
  if (!layer.profile) {
    diagnostics.error(layer.place, "No pack of the language \"" + layer.language +
                                       "\" has a \"profile\"; the first one needs it.");
  }
  // Elsewhere PackSet::compile says what does not parse, and a start costs a quarter less.
  if (purpose == LoadPurpose::Authoring) {
    WordCutter cutter(profiles);
    check_patterns(layer, cutter, diagnostics, surprises);
  }
  for (const Ask& ask : layer.asks) check_ask(ask, layer, purpose, diagnostics);
  for (const RuleEntry& entry : layer.rules) {
    check_slots(entry, layer, diagnostics);
    check_marker(entry, layer, diagnostics);
    check_unclaimed(entry, layer, diagnostics);
    check_examples(entry, diagnostics);
    if (purpose == LoadPurpose::Authoring && is_live(entry.rule)) {
      check_authoring(entry, diagnostics);
    }
  }
}

}  // namespace unfeigned
