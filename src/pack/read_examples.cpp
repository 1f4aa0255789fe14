#include <algorithm>
#include <string>
#include <utility>

#include "pack/choices.h"
#include "pack/fields.h"
#include "pack/part.h"

namespace unfeigned {

namespace {

enum class Brackets : std::uint8_t { None, AtMostOne, One };

Brackets brackets_of(ExampleKind kind) {
  switch (kind) {
    case ExampleKind::NearMiss:
      return Brackets::None;
    case ExampleKind::HitInContext:
      return Brackets::AtMostOne;
    case ExampleKind::Hit:
    case ExampleKind::Unsure:
    case ExampleKind::KnownGap:
      break;
  }
  return Brackets::One;
}

std::size_t count(std::string_view text, std::string_view mark) {
  std::size_t found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++found;
  }
  return found;
}

// Takes the brackets out of the text; false, with a diagnostic, when they are not as they must be.
bool cut_brackets(Example& example, JsonValue json, Diagnostics& diagnostics) {
  constexpr std::string_view kOpen = "[[";
  constexpr std::string_view kClose = "]]";
  std::size_t opened = count(example.text, kOpen);
  std::size_t closed = count(example.text, kClose);
  Brackets wanted = brackets_of(example.kind);
  std::string kind(id_of(kExampleKinds, example.kind));
  if (wanted == Brackets::None && opened + closed > 0) {
    diagnostics.error(json.place(), "A " + kind + " example expects no span; take [[ ]] out.");
    return false;
  }
  if (opened == 0 && closed == 0 && wanted != Brackets::One) return true;
  std::size_t begin = example.text.find(kOpen);
  std::size_t end = example.text.find(kClose);
  if (opened != 1 || closed != 1 || end < begin + kOpen.size()) {
    diagnostics.error(json.place(), "This " + kind +
                                        " example needs its expected span between [[ "
                                        "and ]], exactly once; found " +
                                        std::to_string(opened) + " [[ and " +
                                        std::to_string(closed) + " ]].");
    return false;
  }
  if (end == begin + kOpen.size()) {
    diagnostics.error(json.place(), "Nothing stands between [[ and ]].");
    return false;
  }
  example.text.erase(end, kClose.size());
  example.text.erase(begin, kOpen.size());
  example.expected =
      Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - kOpen.size())};
  return true;
}

// An example is a string, or an object with a text and the reason why it stands there.
// It stands for several where it has lists of choices.
std::vector<Example> read_entry(JsonValue json, ExampleKind kind, Diagnostics& diagnostics) {
  Example example;
  example.kind = kind;
  example.place = json.place();
  std::optional<JsonValue> text = json;
  if (json.is(JsonKind::Object)) {
    check_keys(json, {"text", "because"}, diagnostics);
    text = require(json, "text", diagnostics);
    example.because = kind == ExampleKind::NearMiss
                          ? read_required_text(json, "because", diagnostics)
                          : read_member_text(json, "because", diagnostics);
  } else if (kind == ExampleKind::NearMiss) {
    diagnostics.error(json.place(),
                      "A near-miss must be an object with \"text\" and \"because\"; it is " +
                          std::string(phrase(json.kind())) + ".");
    return {};
  }
  if (!text) return {};
  auto read = read_text(*text, TextRule::Filled, diagnostics);
  if (!read) return {};
  Choices choices = spell_out(*read);
  if (choices.problem) diagnostics.error(text->place(), *choices.problem);
  std::vector<Example> out;
  for (std::string& spelled : choices.texts) {
    example.text = std::move(spelled);
    if (!cut_brackets(example, *text, diagnostics)) break;
    out.push_back(example);
    ++example.choice;
  }
  return out;
}

}  // namespace

std::string name_of(const Example& example) {
  std::string name = example.rule + '/' + std::string(id_of(kExampleKinds, example.kind)) + '/' +
                     std::to_string(example.number);
  return example.choice == 1 ? name : name + '/' + std::to_string(example.choice);
}

void read_examples(JsonValue json, std::string_view language, RuleEntry& entry,
                   Diagnostics& diagnostics) {
  if (!expect(json, JsonKind::Object, diagnostics)) return;
  check_keys(json, {"hit", "hit_in_context", "near_miss", "unsure", "known_gap"}, diagnostics);
  for (const auto& row : kExampleKinds) {
    auto list = json.find(row.id);
    if (!list) continue;
    std::uint32_t number = 0;
    for (const Example& before : entry.examples) {
      if (before.kind == row.value) number = before.number;
    }
    for (JsonValue item : read_items(*list, diagnostics)) {
      ++number;
      for (Example& example : read_entry(item, row.value, diagnostics)) {
        example.rule = entry.rule.id;
        example.language = std::string(language);
        example.number = number;
        entry.examples.push_back(std::move(example));
      }
    }
  }
}

void hand_out_examples(Layer& layer, Diagnostics& diagnostics) {
  for (JsonValue part : layer.examples) {
    if (!expect(part, JsonKind::Object, diagnostics)) continue;
    for (JsonValue examples : part.children()) {
      auto entry = std::find_if(
          layer.rules.begin(), layer.rules.end(),
          [&examples](const RuleEntry& other) { return other.rule.id == examples.key(); });
      if (entry == layer.rules.end()) {
        diagnostics.error(examples.key_place(), "This pack has no rule \"" +
                                                    std::string(examples.key()) +
                                                    "\" that these could be examples of.");
        continue;
      }
      read_examples(examples, layer.language, *entry, diagnostics);
    }
  }
}

}  // namespace unfeigned
