#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "pack/fields.h"
#include "pack/part.h"

namespace unfeigned {

namespace {

void report_conflict(std::string_view what, const SourcePlace& later, const SourcePlace& first,
                     Diagnostics& diagnostics) {
  diagnostics.error(later, std::string(what) + " is already defined by an earlier pack, at " +
                               where(first) + "; only rules may be replaced.");
}

template <class T>
void merge_one(std::string_view what, std::optional<Defined<T>>& base,
               std::optional<Defined<T>>& later, Diagnostics& diagnostics) {
  if (!later) return;
  if (base) {
    report_conflict(what, later->place, base->place, diagnostics);
    return;
  }
  base = std::move(later);
}

void merge_rule(Layer& base, RuleEntry entry, MergeCounts& counts, Diagnostics& diagnostics) {
  auto first = std::find_if(base.rules.begin(), base.rules.end(),
                            [&](const RuleEntry& other) { return other.rule.id == entry.rule.id; });
  if (entry.is_silencing) {
    if (first == base.rules.end()) {
      diagnostics.error(entry.rule.place, "No earlier pack has a rule \"" + entry.rule.id +
                                              "\" that could be turned off.");
      return;
    }
    first->rule.status = RuleStatus::Off;
    first->rule.because = std::move(entry.rule.because);
    first->rule.place = std::move(entry.rule.place);
    first->examples.clear();
    ++counts.silenced;
    return;
  }
  if (first == base.rules.end()) {
    base.rules.push_back(std::move(entry));
    ++counts.added;
  } else {
    *first = std::move(entry);
    ++counts.replaced;
  }
}

}  // namespace

MergeCounts merge(Layer& base, Layer later, Diagnostics& diagnostics) {
  bool is_first = base.id.empty();
  if (is_first) {
    base.language = later.language;
    base.place = later.place;
  }
  auto extend = [is_first](std::string& text, const std::string& more) {
    text += is_first ? more : '+' + more;
  };
  extend(base.id, later.id);
  extend(base.name, later.name);
  extend(base.version, later.version);

  merge_one("The profile", base.profile, later.profile, diagnostics);
  merge_one("The list of common words", base.common_words, later.common_words, diagnostics);
  for (const auto& row : kCues) {
    auto i = static_cast<std::size_t>(row.value);
    merge_one("The cue \"" + std::string(row.id) + '"', base.cues[i], later.cues[i], diagnostics);
  }
  for (const auto& row : kEvidenceTypes) {
    auto i = static_cast<std::size_t>(row.value);
    merge_one("The evidence \"" + std::string(row.id) + '"', base.evidence[i], later.evidence[i],
              diagnostics);
  }
  for (const auto& row : kComponents) {
    auto i = static_cast<std::size_t>(row.value);
    merge_one("The component \"" + std::string(row.id) + '"', base.components[i],
              later.components[i], diagnostics);
  }
  // A team may have signs of its own: they are asked beside the earlier ones.
  std::move(later.genre_cues.begin(), later.genre_cues.end(), std::back_inserter(base.genre_cues));
  base.genre_meaning += later.genre_meaning;
  // A team's words for an ask come first.
  base.asks.insert(base.asks.begin(), std::make_move_iterator(later.asks.begin()),
                   std::make_move_iterator(later.asks.end()));
  base.ask_meaning += later.ask_meaning;
  for (auto& [id, lexicon] : later.lexicons) {
    auto [first, is_new] = base.lexicons.try_emplace(id, lexicon);
    if (is_new) continue;
    report_conflict("The lexicon \"" + id + '"', lexicon.place, first->second.place, diagnostics);
  }
  for (auto& [id, label] : later.slots) {
    auto [first, is_new] = base.slots.try_emplace(id, label);
    if (is_new || first->second.value == label.value) continue;
    report_conflict("The slot \"" + id + '"', label.place, first->second.place, diagnostics);
  }
  MergeCounts counts;
  for (RuleEntry& entry : later.rules) merge_rule(base, std::move(entry), counts, diagnostics);
  return counts;
}

}  // namespace unfeigned
