// The words of the page in every language of its own: the same keys, the same placeholders, and of
// each sentence with a number the forms that its language needs.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

using nlohmann::json;
using Texts = std::map<std::string, std::string>;

constexpr std::string_view kFolder = "assets/strings/";
const std::set<std::string> kSettings = {"plural.rule", "number.group", "number.decimal",
                                         "list.separator"};

const std::map<std::string, std::vector<std::string>> kForms = {
    {"one-other", {".one", ".other"}},
    {"french", {".one", ".other"}},
    {"polish", {".one", ".few", ".many"}},
    {"none", {".other"}},
};

Texts read_texts(const std::string& language) {
  Texts texts;
  const std::string path = std::string(kFolder) + language + ".json";
  const json parsed = json::parse(read_source_file(path), nullptr, false);
  EXPECT_TRUE(parsed.is_object()) << path;
  for (const auto& [key, value] : parsed.items()) {
    EXPECT_TRUE(value.is_string()) << path << ' ' << key;
    if (value.is_string()) texts[key] = value.get<std::string>();
  }
  return texts;
}

std::vector<std::string> languages() {
  std::vector<std::string> out;
  for (const std::string& path : source_files("assets/strings")) {
    const std::size_t name = path.rfind('/') + 1;
    out.push_back(path.substr(name, path.rfind('.') - name));
  }
  return out;
}

// {a} and {b} of a text, sorted; a brace without its other half fails the test.
std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t at = text.find_first_of("{}"); at != text.npos;
       at = text.find_first_of("{}", at)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    const bool is_whole = text[at] == '{' && end != text.npos && text[end] == '}';
    EXPECT_TRUE(is_whole) << text;
    if (!is_whole) break;
    out.insert(text.substr(at, end - at + 1));
    at = end + 1;
  }
  return out;
}

// The keys of sentences with a number, without their forms.
std::set<std::string> plurals(const Texts& english) {
  std::set<std::string> out;
  for (const auto& [key, text] : english) {
    if (!key.ends_with(".other")) continue;
    const std::string base = key.substr(0, key.size() - std::string_view(".other").size());
    if (english.contains(base + ".one")) out.insert(base);
  }
  return out;
}

// The keys a language must have: key -> the English key that it says the same as.
std::map<std::string, std::string> wanted_keys(const Texts& english, const std::string& rule) {
  std::map<std::string, std::string> out;
  for (const auto& [key, text] : english) out[key] = key;
  for (const std::string& base : plurals(english)) {
    out.erase(base + ".one");
    out.erase(base + ".other");
    for (const std::string& form : kForms.at(rule)) out[base + form] = base + ".other";
  }
  return out;
}

TEST(Strings, EveryLanguageSaysTheSameWithItsOwnForms) {
  const Texts english = read_texts("en");
  EXPECT_GT(english.size(), 200U);
  EXPECT_GE(plurals(english).size(), 11U);
  for (const std::string& language : languages()) {
    const Texts texts = read_texts(language);
    ASSERT_TRUE(texts.contains("plural.rule")) << language;
    ASSERT_TRUE(kForms.contains(texts.at("plural.rule"))) << language;
    const auto wanted = wanted_keys(english, texts.at("plural.rule"));
    for (const auto& [key, like] : wanted) {
      ASSERT_TRUE(texts.contains(key)) << language << " lacks " << key;
      EXPECT_EQ(placeholders(texts.at(key)), placeholders(english.at(like)))
          << language << ' ' << key;
    }
    for (const auto& [key, text] : texts) {
      EXPECT_TRUE(wanted.contains(key)) << language << " has " << key << " that English lacks";
      EXPECT_FALSE(text.empty()) << language << ' ' << key;
    }
  }
  EXPECT_EQ(languages(), (std::vector<std::string>{"en", "fr", "pl", "zh"}));
}

// A sentence that was never translated is the easiest one to miss.
TEST(Strings, NoSentenceStaysEnglish) {
  const Texts english = read_texts("en");
  std::size_t sentences = 0;
  for (const std::string& language : languages()) {
    if (language == "en") continue;
    for (const auto& [key, text] : read_texts(language)) {
      if (kSettings.contains(key) || text.find(' ') == text.npos || !english.contains(key))
        continue;
      // A name and a number need no translation.
      if (key == "about.version") continue;
      ++sentences;
      EXPECT_NE(text, english.at(key)) << language << ' ' << key;
    }
  }
  EXPECT_GT(sentences, 250U);
}

TEST(Strings, EveryLanguageNamesEveryPack) {
  for (const std::string& language : languages()) {
    const Texts texts = read_texts(language);
    for (const CompiledPack& pack : asset_packs().packs()) {
      const std::string& id = pack.pack.id;
      EXPECT_TRUE(texts.contains("language." + id)) << language << ' ' << id;
    }
  }
}

// French and Chinese typography that a keyboard does not give by itself.
TEST(Strings, PunctuationIsTheLanguagesOwn) {
  for (const auto& [key, text] : read_texts("fr")) {
    for (const char* bad : {" :", " ;", " !", " ?", "\xC2\xAB ", " \xC2\xBB", "'", "\""}) {
      EXPECT_EQ(text.find(bad), text.npos) << "fr " << key << ": " << text;
    }
  }
  for (const auto& [key, text] : read_texts("pl")) {
    EXPECT_EQ(text.find('"'), text.npos) << "pl " << key;
  }
  for (const auto& [key, text] : read_texts("zh")) {
    if (kSettings.contains(key)) continue;
    for (const char* bad : {", ", "; ", ": ", "? ", "! ", "\""}) {
      EXPECT_EQ(text.find(bad), text.npos) << "zh " << key << ": " << text;
    }
  }
}

}  // namespace
}  // namespace unfeigned::testing
