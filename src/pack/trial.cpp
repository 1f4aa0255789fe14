#include "pack/trial.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/order.h"
#include "text/tokenizer.h"

namespace unfeigned {

namespace {

bool is_of(const Example& example, const Rule& rule, const Pack& pack) {
  if (example.language != pack.profile.language || example.kind == ExampleKind::KnownGap) {
    return false;
  }
  if (rule.kind != RuleKind::Marker) return example.rule == rule.id;
  return std::any_of(pack.rules.begin(), pack.rules.end(), [&](const Rule& claim) {
    return claim.id == example.rule && claim.kind == RuleKind::Claim && claim.marker == rule.id;
  });
}

bool meets_any(Span span, const std::vector<Places>& exceptions) {
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const Places& places) {
    return std::any_of(places.begin(), places.end(),
                       [&](Span other) { return other.overlaps(span); });
  });
}

}  // namespace

RuleTrial::RuleTrial(const PackSet& packs, std::uint32_t pack, const Rule& rule,
                     std::span<const Example> examples)
    : packs_(packs), pack_(packs.packs()[pack].pack), rule_(rule) {
  for (const Example& example : examples) {
    if (!is_of(example, rule, pack_)) continue;
    Document document =
        Document::read(example.text, packs.profiles(), {InputFormat::Text, pack_.profile.language});
    texts_.push_back({&example, std::move(document), {}, {}});
  }
  std::vector<bool> ignored;
  std::vector<std::vector<Places>> parts = find(rule.patterns, ignored);
  std::vector<std::vector<Places>> exceptions = find(rule.unless, ignored);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    texts_[i].parts = std::move(parts[i]);
    texts_[i].exceptions = std::move(exceptions[i]);
  }
}

// By text, then by pattern. Patterns that do not compile are marked; they have no places.
std::vector<std::vector<Places>> RuleTrial::find(const std::vector<PatternSource>& patterns,
                                                 std::vector<bool>& is_usable) const {
  std::vector<PatternSource> numbered = patterns;
  // The place in a complaint tells which pattern it is about.
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    numbered[i].place = {"", "", static_cast<std::uint32_t>(i), 0};
  }
  WordCutter cutter(packs_.profiles());
  Diagnostics diagnostics;
  PatternSet set = PatternReader(pack_, cutter).compile(numbered, diagnostics);
  is_usable.assign(patterns.size(), true);
  for (const Diagnostic& diagnostic : diagnostics.all()) is_usable[diagnostic.line] = false;

  std::vector<std::vector<Places>> found;
  for (const Text& text : texts_) {
    std::vector<std::uint32_t> sentences(text.document.sentences().size());
    std::iota(sentences.begin(), sentences.end(), 0U);
    auto& places = found.emplace_back(patterns.size());
    for (const Match& match : set.find(text.document, sentences, nullptr)) {
      places[match.pattern.index()].push_back(text.document.span_of(match.tokens));
    }
  }
  return found;
}

RuleTrial::Result RuleTrial::result_of(const Text& text, const std::vector<Places>& parts,
                                       const std::vector<Places>& exceptions) const {
  Result result;
  std::size_t different = 0;
  for (const Places& places : parts) {
    std::size_t before = result.places.size();
    for (Span span : places) {
      if (!meets_any(span, exceptions)) result.places.push_back(span);
    }
    different += result.places.size() > before ? 1 : 0;
  }
  std::size_t count = result.places.size();
  put_in_order(result.places);
  result.places.erase(std::unique(result.places.begin(), result.places.end()), result.places.end());
  result.is_met = count > 0;
  if (rule_.kind == RuleKind::Repeat) result.is_met = count >= rule_.at_least;
  if (rule_.kind == RuleKind::Together) result.is_met = different >= rule_.at_least;
  if (text.example->expected && rule_.kind != RuleKind::Marker) {
    result.is_met = result.is_met && std::binary_search(result.places.begin(), result.places.end(),
                                                        *text.example->expected);
  }
  return result;
}

// A near-miss must gain nothing; a hit must be found where it was, and nowhere else.
bool RuleTrial::differs(const Example& example, const Result& before, const Result& after) {
  bool has_gained = !std::includes(before.places.begin(), before.places.end(), after.places.begin(),
                                   after.places.end());
  bool is_lost = before.is_met && !after.is_met;
  switch (example.kind) {
    case ExampleKind::Hit:
    case ExampleKind::Unsure:
      return is_lost || has_gained;
    case ExampleKind::HitInContext:
      return is_lost;
    case ExampleKind::NearMiss:
      return has_gained;
    case ExampleKind::KnownGap:
      break;
  }
  return false;
}

std::vector<Need> RuleTrial::try_all(std::span<const Variant> variants) {
  std::vector<PatternSource> patterns;
  for (const Variant& variant : variants) patterns.push_back({variant.notation, {}});
  std::vector<bool> is_usable;
  std::vector<std::vector<Places>> found = find(patterns, is_usable);
  std::vector<Need> needs(variants.size(), Need::NotNeeded);
  for (std::size_t t = 0; t < texts_.size(); ++t) {
    Text& text = texts_[t];
    Result before = result_of(text, text.parts, text.exceptions);
    for (std::size_t v = 0; v < variants.size(); ++v) {
      if (needs[v] == Need::Needed) continue;
      const Variant& variant = variants[v];
      // An empty notation does not compile, and is meant to match nothing.
      if (!is_usable[v] && !variant.notation.empty()) {
        needs[v] = Need::Untried;
        continue;
      }
      auto& changed = variant.is_exception ? text.exceptions : text.parts;
      std::swap(changed[variant.part], found[t][v]);
      Result after = result_of(text, text.parts, text.exceptions);
      std::swap(changed[variant.part], found[t][v]);
      bool is_other = differs(*text.example, before, after);
      if (is_other) needs[v] = Need::Needed;
    }
  }
  return needs;
}

bool RuleTrial::is_shadowed(std::uint32_t part) const {
  bool has_match = false;
  for (const Text& text : texts_) {
    for (Span span : text.parts[part]) {
      has_match = true;
      bool has_other = false;
      for (std::uint32_t other = 0; other < text.parts.size(); ++other) {
        const Places& places = text.parts[other];
        has_other = has_other || (other != part &&
                                  std::find(places.begin(), places.end(), span) != places.end());
      }
      if (!has_other) return false;
    }
  }
  return has_match;
}

}  // namespace unfeigned
