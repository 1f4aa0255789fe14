#include <algorithm>
#include <string>
#include <utility>

#include "pack/fields.h"
#include "pack/fingerprint.h"
#include "pack/part.h"

namespace unfeigned {

namespace {

std::vector<PatternSource> read_entries(JsonValue list, Diagnostics& diagnostics) {
  std::vector<PatternSource> out;
  for (ListedText& entry : read_texts(list, diagnostics)) {
    out.push_back({std::move(entry.text), entry.json.place()});
  }
  return out;
}

void report_twice(JsonValue value, const SourcePlace& first, Diagnostics& diagnostics) {
  diagnostics.error(
      value.key_place(),
      "\"" + std::string(value.key()) + "\" is already defined at " + where(first) + "; keep one.");
}

void read_lexicons(JsonValue json, Layer& layer, Diagnostics& diagnostics) {
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  for (JsonValue value : json.children()) {
    std::string id(value.key());
    if (!is_kebab(id)) {
      diagnostics.error(value.key_place(),
                        "The lexicon id \"" + id + "\" must be lower-case words with hyphens.");
    }
    if (auto first = layer.lexicons.find(id); first != layer.lexicons.end()) {
      report_twice(value, first->second.place, diagnostics);
      continue;
    }
    LexiconEntries entries = read_entries(value, diagnostics);
    if (value.is(JsonKind::Array) && value.children().empty()) {
      diagnostics.error(value.place(), "This lexicon is empty; a pattern with it never matches.");
    }
    layer.lexicons.emplace(id, Defined<LexiconEntries>{std::move(entries), value.key_place(),
                                                       meaning_of("lexicons", id, value)});
  }
}

// Cues and evidence: lists of patterns under the ids of a closed set.
template <class Enum, std::size_t N>
void read_pattern_lists(JsonValue json, std::string_view section,
                        const std::array<EnumRow<Enum>, N>& rows,
                        std::array<std::optional<Defined<std::vector<PatternSource>>>, N>& out,
                        Diagnostics& diagnostics) {
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  for (JsonValue value : json.children()) {
    auto id = from_id(rows, value.key());
    if (!id) {
      diagnostics.error(value.key_place(), "\"" + std::string(value.key()) + "\" is none of the " +
                                               std::string(section) + "; known are " +
                                               join(ids_of(rows)) + ".");
      continue;
    }
    auto& slot = out[static_cast<std::size_t>(*id)];
    if (slot) {
      report_twice(value, slot->place, diagnostics);
      continue;
    }
    slot = Defined<std::vector<PatternSource>>{read_entries(value, diagnostics), value.key_place(),
                                               meaning_of(section, value.key(), value)};
  }
}

// Each cue of a genre is an object {"points", "patterns"}.
void read_genres(JsonValue json, Layer& layer, Diagnostics& diagnostics) {
  constexpr std::uint32_t kMostPoints = 4;
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  for (JsonValue list : json.children()) {
    auto genre = from_id(kGenres, list.key());
    if (!genre) {
      diagnostics.error(list.key_place(), "\"" + std::string(list.key()) +
                                              "\" is none of the genres; known are " +
                                              join(ids_of(kGenres)) + ".");
      continue;
    }
    layer.genre_meaning += meaning_of("genres", list.key(), list);
    for (JsonValue item : read_items(list, diagnostics)) {
      if (!expect(item, JsonKind::Object, diagnostics)) continue;
      check_keys(item, {"points", "patterns"}, diagnostics);
      auto points = require(item, "points", diagnostics);
      auto patterns = require(item, "patterns", diagnostics);
      if (!points || !patterns) continue;
      auto count = read_count(*points, 1, kMostPoints, diagnostics).value_or(1);
      layer.genre_cues.push_back(
          {*genre, static_cast<std::int32_t>(count), read_entries(*patterns, diagnostics)});
    }
  }
}

// By component, each ask an object {"genres"?, "title", "text", "example"}.
void read_asks(JsonValue json, Layer& layer, Diagnostics& diagnostics) {
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  for (JsonValue list : json.children()) {
    auto component = from_id(kComponents, list.key());
    if (!component) {
      diagnostics.error(list.key_place(), "\"" + std::string(list.key()) +
                                              "\" is none of the components; known are " +
                                              join(ids_of(kComponents)) + ".");
      continue;
    }
    std::uint64_t place = 0;
    for (JsonValue item : read_items(list, diagnostics)) {
      if (!expect(item, JsonKind::Object, diagnostics)) continue;
      check_keys(item, {"genres", "title", "text", "example"}, diagnostics);
      // The first that fits is used, so their order means something; their examples do not.
      ++place;
      for (std::string_view key : {"genres", "title", "text"}) {
        if (auto value = item.find(key))
          layer.ask_meaning += place * meaning_of("asks", list.key(), *value);
      }
      Ask ask{*component, {}, {}, {}, {}, item.place()};
      ask.title = read_required_text(item, "title", diagnostics);
      ask.text = read_required_text(item, "text", diagnostics);
      ask.example = read_member_text(item, "example", diagnostics);
      auto genres = item.find("genres");
      for (JsonValue value : genres ? read_items(*genres, diagnostics) : std::vector<JsonValue>()) {
        if (auto genre = read_enum(value, kGenres, diagnostics)) ask.genres.push_back(*genre);
      }
      layer.asks.push_back(std::move(ask));
    }
  }
}

void read_slots(JsonValue json, Layer& layer, Diagnostics& diagnostics) {
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  for (JsonValue value : json.children()) {
    std::string id(value.key());
    if (!is_kebab(id)) {
      diagnostics.error(value.key_place(),
                        "The slot id \"" + id + "\" must be lower-case words with hyphens.");
    }
    if (auto first = layer.slots.find(id); first != layer.slots.end()) {
      report_twice(value, first->second.place, diagnostics);
      continue;
    }
    auto label = read_text(value, TextRule::Filled, diagnostics);
    layer.slots.emplace(id, Defined<std::string>{label.value_or(id), value.key_place(),
                                                 meaning_of("slots", id, value)});
  }
}

void read_rules(JsonValue json, Layer& layer, Diagnostics& diagnostics) {
  for (JsonValue item : read_items(json, diagnostics)) {
    RuleEntry entry = read_rule(item, layer.language, diagnostics);
    if (entry.rule.id.empty()) continue;
    auto first = std::find_if(layer.rules.begin(), layer.rules.end(), [&](const RuleEntry& other) {
      return other.rule.id == entry.rule.id;
    });
    if (first != layer.rules.end()) {
      diagnostics.error(entry.rule.place, "The rule \"" + entry.rule.id +
                                              "\" is already defined at " +
                                              where(first->rule.place) + "; keep one.");
      continue;
    }
    layer.rules.push_back(std::move(entry));
  }
}

void read_once(JsonValue root, Layer& layer, Diagnostics& diagnostics) {
  if (auto profile = root.find("profile")) {
    if (layer.profile) {
      report_twice(*profile, layer.profile->place, diagnostics);
    } else {
      layer.profile =
          Defined<LanguageProfile>{read_profile(*profile, layer.language, diagnostics),
                                   profile->key_place(), meaning_of("profile", "", *profile)};
    }
  }
  if (auto words = root.find("common_words")) {
    if (layer.common_words) {
      report_twice(*words, layer.common_words->place, diagnostics);
    } else {
      layer.common_words =
          Defined<std::vector<std::string>>{read_folded(*words, diagnostics), words->key_place(),
                                            meaning_of("common_words", "", *words)};
    }
  }
}

}  // namespace

void read_samples(JsonValue json, std::vector<Sample>& samples, Diagnostics& diagnostics) {
  for (JsonValue item : read_items(json, diagnostics)) {
    if (!expect(item, JsonKind::Object, diagnostics)) continue;
    check_keys(item, {"title", "text"}, diagnostics);
    Sample sample{item.place().file, read_required_text(item, "title", diagnostics), {}};
    // A text has lines; only a title has to stand on a button.
    auto text = require(item, "text", diagnostics);
    if (!text || !expect(*text, JsonKind::String, diagnostics)) continue;
    sample.text = text->text();
    if (sample.text.empty())
      diagnostics.error(text->place(), "This sample has no text; write one.");
    samples.push_back(std::move(sample));
  }
}

void read_part(JsonValue root, Layer& layer, Diagnostics& diagnostics) {
  check_keys(root,
             {"$schema", "format", "pack", "profile", "common_words", "lexicons", "cues",
              "evidence", "genres", "components", "asks", "slots", "rules", "examples", "samples"},
             diagnostics);
  read_once(root, layer, diagnostics);
  if (auto json = root.find("lexicons")) read_lexicons(*json, layer, diagnostics);
  if (auto json = root.find("cues")) {
    read_pattern_lists(*json, "cues", kCues, layer.cues, diagnostics);
  }
  if (auto json = root.find("evidence")) {
    read_pattern_lists(*json, "evidence", kEvidenceTypes, layer.evidence, diagnostics);
  }
  if (auto json = root.find("genres")) read_genres(*json, layer, diagnostics);
  if (auto json = root.find("components")) {
    read_pattern_lists(*json, "components", kComponents, layer.components, diagnostics);
  }
  if (auto json = root.find("asks")) read_asks(*json, layer, diagnostics);
  if (auto json = root.find("slots")) read_slots(*json, layer, diagnostics);
  if (auto json = root.find("rules")) read_rules(*json, layer, diagnostics);
  if (auto json = root.find("examples")) layer.examples.push_back(*json);
}

}  // namespace unfeigned
