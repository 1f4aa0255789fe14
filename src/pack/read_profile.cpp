#include <algorithm>
#include <string>
#include <utility>

#include "base/order.h"
#include "base/utf8.h"
#include "pack/fields.h"
#include "pack/part.h"
#include "text/characters.h"
#include "text/fold.h"

namespace unfeigned {

namespace {

constexpr std::array kScripts = {
    EnumRow<Script>{Script::Latin, "latin"},
    EnumRow<Script>{Script::Han, "han"},
};
static_assert(is_dense(kScripts));

std::vector<std::string> read_folded_member(JsonValue object, std::string_view key,
                                            Diagnostics& diagnostics) {
  auto list = object.find(key);
  if (!list) return {};
  return read_folded(*list, diagnostics);
}

std::u32string read_letters(JsonValue object, Diagnostics& diagnostics) {
  std::u32string out;
  auto value = object.find("letters");
  if (!value) return out;
  std::string text = read_text(*value, TextRule::MayBeEmpty, diagnostics).value_or(std::string());
  for (std::uint32_t offset = 0; offset < text.size();) {
    CodePoint letter = code_point_at(text, offset);
    if (out.find(letter.value) != std::u32string::npos) {
      diagnostics.error(value->place(), "The letter \"" + text.substr(offset, letter.size) +
                                            "\" stands twice; keep one.");
    }
    out.push_back(letter.value);
    offset += letter.size;
  }
  return out;
}

// The one Han character that `text` is, or 0.
char32_t single_han(std::string_view text) {
  if (text.empty()) return 0;
  CodePoint point = code_point_at(text, 0);
  return point.size == text.size() && is_han(point.value) ? point.value : 0;
}

std::vector<std::pair<char32_t, char32_t>> read_folds(JsonValue object, Diagnostics& diagnostics) {
  std::vector<std::pair<char32_t, char32_t>> folds;
  auto json = object.find("folds");
  if (!json || !expect(*json, JsonKind::Object, diagnostics)) return folds;
  for (JsonValue value : json->children()) {
    char32_t from = single_han(value.key());
    char32_t to =
        single_han(read_text(value, TextRule::Filled, diagnostics).value_or(std::string()));
    if (from == 0 || to == 0 || from == to) {
      diagnostics.error(value.key_place(),
                        "A fold names one Han character and another one it is read as.");
      continue;
    }
    folds.emplace_back(from, to);
  }
  put_in_order(folds);
  for (JsonValue value : json->children()) {
    char32_t to =
        single_han(read_text(value, TextRule::MayBeEmpty, diagnostics).value_or(std::string()));
    auto chained = std::lower_bound(folds.begin(), folds.end(), std::pair{to, char32_t{0}});
    if (to != 0 && chained != folds.end() && chained->first == to) {
      diagnostics.error(value.place(),
                        "This character is itself read as another one; name that one.");
    }
  }
  return folds;
}

}  // namespace

std::vector<std::string> read_folded(JsonValue list, Diagnostics& diagnostics) {
  std::vector<std::string> out;
  std::vector<std::pair<std::string, std::string>> seen;  // folded, as written; sorted
  for (const ListedText& entry : read_texts(list, diagnostics)) {
    std::pair<std::string, std::string> both(fold_word(entry.text), entry.text);
    auto place = std::lower_bound(seen.begin(), seen.end(), both.first,
                                  [](const auto& row, const auto& key) { return row.first < key; });
    if (place != seen.end() && place->first == both.first) {
      diagnostics.error(entry.json.place(), "\"" + entry.text + "\" is the same word as \"" +
                                                place->second + "\" in this list; keep one.");
      continue;
    }
    out.push_back(both.first);
    seen.insert(place, std::move(both));
  }
  return out;
}

LanguageProfile read_profile(JsonValue json, std::string_view language, Diagnostics& diagnostics) {
  LanguageProfile profile;
  profile.language = std::string(language);
  if (!expect(json, JsonKind::Object, diagnostics)) return profile;
  check_keys(json,
             {"script", "function_words", "letters", "abbreviations", "elisions", "merge_fields",
              "history_headers", "folds"},
             diagnostics);
  if (auto script = require(json, "script", diagnostics)) {
    profile.script = read_enum(*script, kScripts, diagnostics).value_or(Script::Latin);
  }
  profile.function_words = read_folded_member(json, "function_words", diagnostics);
  profile.letters = read_letters(json, diagnostics);
  profile.abbreviations = read_folded_member(json, "abbreviations", diagnostics);
  profile.elisions = read_folded_member(json, "elisions", diagnostics);
  profile.merge_fields = read_folded_member(json, "merge_fields", diagnostics);
  profile.history_headers = read_folded_member(json, "history_headers", diagnostics);
  profile.folds = read_folds(json, diagnostics);
  return profile;
}

}  // namespace unfeigned
