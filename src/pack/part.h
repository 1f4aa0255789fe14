// What was read from the parts of one pack, before packs of one language are merged: the structs
// of the audit together with the places they came from, so that conflicts can name both.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "pack/examples.h"
#include "pack/json_tree.h"
#include "pack/loader.h"

namespace unfeigned {

// A value with the place it was defined at and a hash of what it means.
template <class T>
struct Defined {
  T value;
  SourcePlace place;
  std::uint64_t meaning = 0;
};

using LexiconEntries = std::vector<PatternSource>;

struct RuleEntry {
  Rule rule;
  JsonValue json;
  std::uint64_t meaning = 0;
  bool is_silencing = false;  // only id, status and because: turns an earlier rule off
  std::vector<Example> examples;
};

// One pack of one author, from all its parts.
struct Layer {
  std::string id;
  std::string language;
  std::string name;
  std::string version;
  SourcePlace place;

  std::optional<Defined<LanguageProfile>> profile;
  std::optional<Defined<std::vector<std::string>>> common_words;
  std::map<std::string, Defined<LexiconEntries>, std::less<>> lexicons;
  std::array<std::optional<Defined<std::vector<PatternSource>>>, kCues.size()> cues;
  std::array<std::optional<Defined<std::vector<PatternSource>>>, kEvidenceTypes.size()> evidence;
  std::array<std::optional<Defined<std::vector<PatternSource>>>, kComponents.size()> components;
  std::vector<GenreCue> genre_cues;
  std::uint64_t genre_meaning = 0;
  std::vector<Ask> asks;
  std::uint64_t ask_meaning = 0;
  std::map<std::string, Defined<std::string>, std::less<>> slots;
  std::vector<RuleEntry> rules;
  std::vector<JsonValue> examples;  // by rule, apart from the rules, which may stand in later parts
};

// Adds everything but the manifest of one part to the layer. The root must be an object.
void read_part(JsonValue root, Layer& layer, Diagnostics& diagnostics);

LanguageProfile read_profile(JsonValue json, std::string_view language, Diagnostics& diagnostics);

// Words as the text module compares them; two that fold to one are told.
std::vector<std::string> read_folded(JsonValue list, Diagnostics& diagnostics);

// A rule without regard to the rest of the pack, except for its language.
RuleEntry read_rule(JsonValue json, std::string_view language, Diagnostics& diagnostics);

// Adds to the examples of the entry; their numbers go on from those that are there.
void read_examples(JsonValue json, std::string_view language, RuleEntry& entry,
                   Diagnostics& diagnostics);

// Gives the examples that stand apart to their rules, once all parts of the layer were read.
void hand_out_examples(Layer& layer, Diagnostics& diagnostics);

// Texts to try a pack on; they belong to the file and not to the pack.
void read_samples(JsonValue json, std::vector<Sample>& samples, Diagnostics& diagnostics);

// Adds a later pack of the same language: rules with an id that exists replace the earlier one or
// silence it; anything else that is defined twice is a conflict.
MergeCounts merge(Layer& base, Layer later, Diagnostics& diagnostics);

}  // namespace unfeigned
