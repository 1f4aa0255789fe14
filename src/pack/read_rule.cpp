#include <algorithm>
#include <string>
#include <utility>

#include "pack/fields.h"
#include "pack/fingerprint.h"
#include "pack/part.h"

namespace unfeigned {

namespace {

constexpr std::uint32_t kMostMatches = 100;

enum class Within : std::uint8_t { Block, Document };
constexpr std::array kWithin = {
    EnumRow<Within>{Within::Block, "block"},
    EnumRow<Within>{Within::Document, "document"},
};
static_assert(is_dense(kWithin));

void read_id(JsonValue json, std::string_view language, Rule& rule, Diagnostics& diagnostics) {
  rule.id = read_required_text(json, "id", diagnostics);
  if (rule.id.empty()) return;
  SourcePlace place = json.find("id")->place();
  std::size_t first = rule.id.find('.');
  std::size_t last = rule.id.rfind('.');
  bool has_three_parts = first != std::string::npos && first != last &&
                         std::count(rule.id.begin(), rule.id.end(), '.') == 2;
  if (!has_three_parts || !is_kebab(std::string_view(rule.id).substr(last + 1))) {
    diagnostics.error(place, "The id \"" + rule.id +
                                 "\" must be category.language.slug, the slug in lower-case words "
                                 "with hyphens.");
  }
  if (!has_three_parts) return;
  std::string category = rule.id.substr(0, first);
  if (auto found = from_id(kCategories, category)) {
    rule.category = *found;
  } else {
    diagnostics.error(place, "The id \"" + rule.id + "\" begins with \"" + category +
                                 "\", which is no category; known are " +
                                 join(ids_of(kCategories)) + ".");
  }
  std::string_view spoken = std::string_view(rule.id).substr(first + 1, last - first - 1);
  if (spoken != language) {
    diagnostics.error(place, "The id \"" + rule.id + "\" names the language \"" +
                                 std::string(spoken) + "\"; this pack is in \"" +
                                 std::string(language) + "\".");
  }
}

std::vector<PatternSource> read_patterns(JsonValue json, std::string_view key,
                                         Diagnostics& diagnostics) {
  std::vector<PatternSource> out;
  auto list = json.find(key);
  if (!list) return out;
  for (ListedText& entry : read_texts(*list, diagnostics)) {
    auto is_same = [&entry](const PatternSource& other) { return other.notation == entry.text; };
    if (std::any_of(out.begin(), out.end(), is_same)) {
      diagnostics.error(entry.json.place(), "This pattern stands twice in the list; keep one.");
      continue;
    }
    out.push_back({std::move(entry.text), entry.json.place()});
  }
  return out;
}

void read_guards_off(JsonValue json, Rule& rule, Diagnostics& diagnostics) {
  auto list = json.find("guards_off");
  if (!list) return;
  for (JsonValue item : read_items(*list, diagnostics)) {
    auto guard = read_enum(item, kRuleGuards, diagnostics);
    if (!guard) continue;
    std::uint32_t bit = 1U << static_cast<unsigned>(*guard);
    if ((rule.guards_off & bit) != 0) {
      diagnostics.error(item.place(), "This guard stands twice in the list; keep one.");
    }
    rule.guards_off |= bit;
  }
}

void refuse(JsonValue json, std::string_view key, std::string_view only, Diagnostics& diagnostics) {
  auto value = json.find(key);
  if (!value) return;
  diagnostics.error(value->key_place(), "The key \"" + std::string(key) + "\" belongs to " +
                                            std::string(only) + " rules only; take it out.");
}

// What only some kinds have.
void read_kind_fields(JsonValue json, Rule& rule, Diagnostics& diagnostics) {
  if (rule.kind == RuleKind::Repeat || rule.kind == RuleKind::Together) {
    if (auto value = require(json, "at_least", diagnostics)) {
      rule.at_least = read_count(*value, 2, kMostMatches, diagnostics).value_or(rule.at_least);
    }
    rule.within_block =
        read_member_enum(json, "within", kWithin, Within::Document, diagnostics) == Within::Block;
  } else {
    refuse(json, "at_least", "repeat and together", diagnostics);
    refuse(json, "within", "repeat and together", diagnostics);
  }
  if (rule.kind == RuleKind::Claim) {
    rule.marker = read_required_text(json, "marker", diagnostics);
  } else {
    refuse(json, "marker", "claim", diagnostics);
  }
}

// One sentence of a message; {words} is the only parameter it may have.
std::string read_sentence(JsonValue message, std::string_view key, Diagnostics& diagnostics) {
  constexpr std::string_view kKnown = "{words}";
  std::string text = read_required_text(message, key, diagnostics);
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
    bool is_field = open > 0 && text[open - 1] == '{';  // {{name}} speaks of a merge field
    if (is_field || end == std::string::npos || text[end] != '}' || end == open + 1) continue;
    std::string name = text.substr(open, end + 1 - open);
    if (name != kKnown) {
      diagnostics.error(message.find(key)->place(),
                        "The parameter " + name + " is not known; the only one is {words}.");
    }
  }
  return text;
}

void read_message(JsonValue json, Rule& rule, Diagnostics& diagnostics) {
  if (rule.kind == RuleKind::Marker && !json.find("message")) return;
  auto message = require(json, "message", diagnostics);
  if (!message || !expect(*message, JsonKind::Object, diagnostics)) return;
  check_keys(*message, {"observed", "effect", "missing"}, diagnostics);
  rule.message.observed = read_sentence(*message, "observed", diagnostics);
  rule.message.effect = read_sentence(*message, "effect", diagnostics);
  rule.message.missing = read_sentence(*message, "missing", diagnostics);
}

void read_suggestions(JsonValue json, Rule& rule, Diagnostics& diagnostics) {
  auto list = json.find("suggestions");
  bool needs_one = rule.kind != RuleKind::Marker && rule.status == RuleStatus::Stable;
  if (!list || (list->is(JsonKind::Array) && list->children().empty())) {
    if (needs_one) {
      diagnostics.error(list ? list->place() : json.place(),
                        "A stable rule needs at least one suggestion.");
    }
    return;
  }
  for (JsonValue item : read_items(*list, diagnostics)) {
    if (!expect(item, JsonKind::Object, diagnostics)) continue;
    check_keys(item, {"title", "replaces", "text"}, diagnostics);
    SuggestionTemplate suggestion;
    suggestion.title = read_required_text(item, "title", diagnostics);
    if (auto replaces = require(item, "replaces", diagnostics)) {
      suggestion.replaces =
          read_enum(*replaces, kReplaces, diagnostics).value_or(Replaces::Sentence);
    }
    if (auto text = require(item, "text", diagnostics)) {
      // An empty text is a deletion.
      suggestion.text = read_text(*text, TextRule::MayBeEmpty, diagnostics).value_or(std::string());
    }
    auto has_title = [&](const SuggestionTemplate& s) { return s.title == suggestion.title; };
    if (!suggestion.title.empty() &&
        std::any_of(rule.suggestions.begin(), rule.suggestions.end(), has_title)) {
      diagnostics.error(item.place(), "Two suggestions have the title \"" + suggestion.title +
                                          "\"; readers choose by it.");
    }
    rule.suggestions.push_back(std::move(suggestion));
  }
}

void read_status(JsonValue json, Rule& rule, Diagnostics& diagnostics) {
  rule.status = read_member_enum(json, "status", kRuleStatuses, RuleStatus::Stable, diagnostics);
  rule.because = read_member_text(json, "because", diagnostics);
  bool is_out = rule.status == RuleStatus::Off || rule.status == RuleStatus::Retired;
  if (is_out && !json.find("because")) {
    diagnostics.error(json.place(), "A rule that is off or retired must say why in \"because\".");
  }
}

}  // namespace

RuleEntry read_rule(JsonValue json, std::string_view language, Diagnostics& diagnostics) {
  RuleEntry entry{{}, json, 0, false, {}};
  Rule& rule = entry.rule;
  rule.place = json.place();
  if (!expect(json, JsonKind::Object, diagnostics)) return entry;
  read_id(json, language, rule, diagnostics);
  read_status(json, rule, diagnostics);
  entry.meaning = meaning_of_rule(json);
  if (rule.status == RuleStatus::Off && !json.find("patterns")) {
    entry.is_silencing = true;
    check_keys(json, {"id", "status", "because"}, diagnostics);
    return entry;
  }
  check_keys(json,
             {"id", "kind", "severity", "certainty", "status", "since", "because", "patterns",
              "unless", "guards_off", "at_least", "within", "marker", "message", "suggestions",
              "sources", "examples"},
             diagnostics);
  rule.kind = read_member_enum(json, "kind", kRuleKinds, RuleKind::Pattern, diagnostics);
  if (rule.kind == RuleKind::Marker) {
    rule.severity = read_member_enum(json, "severity", kSeverities, Severity::Notable, diagnostics);
  } else if (auto severity = require(json, "severity", diagnostics)) {
    rule.severity = read_enum(*severity, kSeverities, diagnostics).value_or(Severity::Notable);
  }
  rule.certainty = read_member_enum(json, "certainty", kCertainties, Certainty::Firm, diagnostics);
  rule.since = read_member_text(json, "since", diagnostics);
  auto patterns = require(json, "patterns", diagnostics);
  rule.patterns = read_patterns(json, "patterns", diagnostics);
  if (patterns && patterns->is(JsonKind::Array) && patterns->children().empty()) {
    diagnostics.error(patterns->place(), "This list is empty; a rule needs at least one pattern.");
  }
  rule.unless = read_patterns(json, "unless", diagnostics);
  read_guards_off(json, rule, diagnostics);
  read_kind_fields(json, rule, diagnostics);
  read_message(json, rule, diagnostics);
  read_suggestions(json, rule, diagnostics);
  if (auto sources = json.find("sources")) read_texts(*sources, diagnostics);
  if (auto examples = json.find("examples")) {
    read_examples(*examples, language, entry, diagnostics);
  }
  return entry;
}

}  // namespace unfeigned
