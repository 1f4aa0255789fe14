// Every example of every pack is a case of its own, named after its rule, its kind and its number:
// packs/conditional-apology.en.if-offended.hit/2. A case runs the example with all rules in force,
// then with its rule alone, and tries the suggestions; where the example stands for several texts,
// the others are run with all rules in force. What a whole pack must hold is below.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/example_runner.h"
#include "pack/needed.h"
#include "support/asset_packs.h"
#include "support/source_files.h"
#include "text/breaks.h"

namespace unfeigned::testing {
namespace {

using nlohmann::json;

struct Assets {
  Diagnostics diagnostics;
  std::vector<Pack> packs;  // not compiled
  std::vector<Example> examples;
  PackSet set;
};

const Assets& assets() {
  static const Assets loaded = [] {
    Assets all;
    LoadedPacks read = load_asset_packs(LoadPurpose::Authoring, all.diagnostics);
    all.packs = read.packs;
    all.examples = std::move(read.examples);
    all.set = PackSet::compile(std::move(read.packs), all.diagnostics);
    return all;
  }();
  return loaded;
}

// A pack that only says how its language is cut into words.
Pack with_profile_only(const Pack& pack) {
  Pack bare;
  bare.id = pack.id;
  bare.profile = pack.profile;
  return bare;
}

// One rule of its language and, for a claim, its marker; of the other packs what cuts words, and
// nothing that tells genres. Examples come rule by rule, so the last set is the one that is wanted
// again.
const PackSet& packs_with_only(const std::string& id) {
  static std::string current;
  static PackSet set;
  if (current == id) return set;
  std::vector<Pack> packs = assets().packs;
  for (Pack& pack : packs) {
    std::string marker;
    bool is_here = false;
    for (const Rule& rule : pack.rules) {
      if (rule.id != id) continue;
      is_here = true;
      marker = rule.marker;
    }
    if (!is_here) {
      pack = with_profile_only(pack);
      continue;
    }
    pack.genre_cues.clear();
    for (auto& component : pack.components) component.clear();
    std::erase_if(pack.rules, [&](const Rule& rule) { return rule.id != id && rule.id != marker; });
  }
  Diagnostics ignored;
  set = PackSet::compile(std::move(packs), ignored);
  current = id;
  return set;
}

bool is_on_graphemes(const Example& example) {
  static BreakFinder graphemes(BreakKind::Grapheme);
  std::vector<std::uint32_t> boundaries;
  graphemes.find(example.text, boundaries);
  auto is_boundary = [&](std::uint32_t at) {
    return at == 0 || std::find(boundaries.begin(), boundaries.end(), at) != boundaries.end();
  };
  return is_boundary(example.expected->begin) && is_boundary(example.expected->end);
}

class ExampleCase : public ::testing::Test {
 public:
  explicit ExampleCase(std::span<const Example> choices) : choices_(choices) {}
  void TestBody() override {
    for (const Example& example : choices_) {
      SCOPED_TRACE(
          to_string(Diagnostic{DiagnosticLevel::Error, example.place.file, example.place.pointer,
                               example.place.line, example.place.column, example.text}));
      EXPECT_EQ(run_example(example, assets().set).value_or(""), "");
      if (example.choice == 1) {
        EXPECT_EQ(run_example(example, packs_with_only(example.rule)).value_or(""), "")
            << "with the rule alone";
        EXPECT_EQ(try_suggestions(example, assets().set).value_or(""), "");
      }
      if (example.expected) {
        EXPECT_TRUE(is_on_graphemes(example)) << "the span cuts a character";
      }
    }
  }

 private:
  std::span<const Example> choices_;  // all texts of one entry
};

void register_examples() {
  std::span<const Example> rest = assets().examples;
  while (!rest.empty()) {
    std::size_t choices = 1;
    while (choices < rest.size() && rest[choices].choice > 1) ++choices;
    std::span<const Example> entry = rest.first(choices);
    std::string name = name_of(entry.front());
    std::size_t slash = name.find('/');
    std::string suite = "packs/" + name.substr(0, slash);
    ::testing::RegisterTest(suite.c_str(), name.substr(slash + 1).c_str(), nullptr, nullptr,
                            __FILE__, __LINE__, [entry] { return new ExampleCase(entry); });
    rest = rest.subspan(choices);
  }
}

// The names of the examples, read from the files without a word of the loader.
std::set<std::string> names_in_the_files() {
  std::map<std::string, std::size_t> counts;  // by rule and kind
  std::set<std::string> out_of_force;
  auto add = [&counts](const std::string& rule, const json& examples) {
    for (const auto& [kind, list] : examples.items()) counts[rule + '/' + kind] += list.size();
  };
  std::vector<json> parts;
  for (const std::string& path : source_files("assets/packs"))
    parts.push_back(json::parse(read_source_file(path), nullptr, false));
  for (const json& part : parts) {
    if (!part.is_object() || !part.contains("rules")) continue;
    for (const json& rule : part["rules"]) {
      std::string status = rule.value("status", "stable");
      bool is_out = status == "off" || status == "retired";
      if (is_out) out_of_force.insert(rule.value("id", ""));
      if (!is_out && rule.contains("examples")) add(rule.value("id", ""), rule["examples"]);
    }
  }
  for (const json& part : parts) {
    if (!part.is_object() || !part.contains("examples")) continue;
    for (const auto& [rule, examples] : part["examples"].items()) {
      if (!out_of_force.contains(rule)) add(rule, examples);
    }
  }
  std::set<std::string> names;
  for (const auto& [list, count] : counts) {
    for (std::size_t i = 1; i <= count; ++i) names.insert(list + '/' + std::to_string(i));
  }
  return names;
}

TEST(Packs, EveryExampleInTheFilesIsACase) {
  std::set<std::string> registered;
  const auto* unit = ::testing::UnitTest::GetInstance();
  constexpr std::string_view kPrefix = "packs/";
  for (int s = 0; s < unit->total_test_suite_count(); ++s) {
    const auto* suite = unit->GetTestSuite(s);
    std::string name = suite->name();
    if (name.substr(0, kPrefix.size()) != kPrefix) continue;
    for (int t = 0; t < suite->total_test_count(); ++t) {
      registered.insert(name.substr(kPrefix.size()) + '/' + suite->GetTestInfo(t)->name());
    }
  }
  EXPECT_GT(registered.size(), 1'000U);
  EXPECT_EQ(registered, names_in_the_files());
}

TEST(Packs, LoadWithoutAComplaint) {
  for (const Diagnostic& diagnostic : assets().diagnostics.all()) {
    ADD_FAILURE() << to_string(diagnostic);
  }
  EXPECT_FALSE(assets().packs.empty());
}

TEST(Packs, RaiseNothingThemselves) {
  Diagnostics diagnostics;
  EXPECT_GT(check_own_words(assets().set, diagnostics), 500U);
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << to_string(diagnostic);
}

TEST(Packs, HaveARuleOfEveryCategory) {
  for (const Pack& pack : assets().packs) {
    std::set<Category> found;
    for (const Rule& rule : pack.rules) {
      bool is_live = rule.status == RuleStatus::Stable || rule.status == RuleStatus::Preview;
      if (is_live) found.insert(rule.category);
    }
    for (const auto& row : kCategories) {
      EXPECT_TRUE(found.contains(row.value)) << pack.id << " has no rule of " << row.id;
    }
  }
}

// An alternative that no example needs could be wrong, or be taken away, and no test would say so.
// Today 198 (French, Chinese) to 200 of these are needed; check-pack --branches names the others.
TEST(Packs, NeedTheirAlternatives) {
  constexpr std::size_t kTried = 200;
  constexpr std::uint64_t kSeed = 20190607;
  for (const CompiledPack& compiled : assets().set.packs()) {
    const std::string& id = compiled.pack.id;
    NeedQuestion question{assets().set, assets().examples, [&id](const Rule& rule) {
                            return rule.id.find('.' + id + '.') != std::string::npos;
                          }};
    Diagnostics unneeded;
    BranchTally tally = sample_branches(question, kTried, kSeed, unneeded);
    std::cout << id << ": " << tally.needed << " of " << tally.tried
              << " alternatives are needed, seed " << kSeed << '\n';
    EXPECT_EQ(tally.tried, kTried);
    EXPECT_GE(tally.needed, kTried * 95 / 100) << id;
  }
}

// What stands in a lexicon or a list of slots and is named nowhere is dead weight in every
// visitor's download.
TEST(Packs, NameEveryLexiconAndEverySlot) {
  for (const Pack& pack : assets().packs) {
    std::string patterns;
    std::string texts;
    auto add = [&patterns](const std::vector<PatternSource>& list) {
      for (const PatternSource& source : list) patterns += source.notation + '\n';
    };
    for (const auto& [id, entries] : pack.lexicons) {
      for (const std::string& entry : entries) patterns += entry + '\n';
    }
    for (const auto& list : pack.cues) add(list);
    for (const auto& list : pack.evidence) add(list);
    for (const auto& list : pack.components) add(list);
    for (const GenreCue& cue : pack.genre_cues) add(cue.patterns);
    for (const Ask& ask : pack.asks) texts += ask.text + '\n';
    for (const Rule& rule : pack.rules) {
      add(rule.patterns);
      add(rule.unless);
      for (const SuggestionTemplate& one : rule.suggestions) texts += one.text + '\n';
    }
    for (const auto& [id, entries] : pack.lexicons) {
      bool is_named = false;
      for (std::string_view end : {" ", "\n", ")", "]", "|"}) {
        is_named = is_named || patterns.find('%' + id + std::string(end)) != std::string::npos;
      }
      EXPECT_TRUE(is_named) << pack.id << ": no pattern names the lexicon " << id;
    }
    for (const auto& [id, label] : pack.slots) {
      EXPECT_NE(texts.find("\xE2\x9F\xA8" + id + "\xE2\x9F\xA9"), std::string::npos)
          << pack.id << ": no suggestion or ask has the slot " << id;
    }
  }
}

// The words that a pattern can match, those of its lexicons included; nothing when it has a part
// that matches any word.
std::optional<std::set<std::string>> words_of(const std::string& notation, const Pack& pack) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < notation.size();) {
    char c = notation[at];
    if (c == '~' || c == '#' || c == '@' || notation.compare(at, 2, "-(") == 0) return std::nullopt;
    std::size_t end = at + 1;
    auto is_part = [&](char part) {
      return std::string_view(" ()[]|^~#@%*").find(part) == std::string_view::npos;
    };
    if (c != '%' && !is_part(c)) {
      ++at;
      continue;
    }
    while (end < notation.size() && is_part(notation[end])) ++end;
    if (end < notation.size() && notation[end] == '*') return std::nullopt;
    std::string word = notation.substr(at, end - at);
    at = end;
    if (c != '%') {
      words.insert(word);
      continue;
    }
    auto lexicon = pack.lexicons.find(word.substr(1));
    if (lexicon == pack.lexicons.end()) return std::nullopt;
    for (const std::string& entry : lexicon->second) {
      auto more = words_of(entry, pack);
      if (!more) return std::nullopt;
      words.merge(*more);
    }
  }
  return words;
}

bool can_overlap(const Rule& rule, const std::string& exception, const Pack& pack) {
  auto own = words_of(exception, pack);
  if (!own) return true;
  for (const PatternSource& pattern : rule.patterns) {
    auto words = words_of(pattern.notation, pack);
    if (!words) return true;
    for (const std::string& word : *own) {
      if (words->contains(word)) return true;
    }
  }
  return false;
}

// An exception that shares no word with any pattern of its rule can never speak.
TEST(Packs, HaveExceptionsThatCanOverlapTheirPatterns) {
  std::size_t exceptions = 0;
  for (const Pack& pack : assets().packs) {
    for (const Rule& rule : pack.rules) {
      for (const PatternSource& exception : rule.unless) {
        ++exceptions;
        EXPECT_TRUE(can_overlap(rule, exception.notation, pack))
            << rule.id << ": " << exception.notation;
      }
    }
  }
  EXPECT_GT(exceptions, 100U);
  Pack pack;
  Rule rule;
  rule.patterns = {{"we (care|mind)", {}}};
  EXPECT_FALSE(can_overlap(rule, "rest assured", pack)) << "a check that always agrees is none";
  EXPECT_TRUE(can_overlap(rule, "mind the gap", pack));
}

// The same words of the same text as a hit of two rules would say that one of them is not needed.
TEST(Packs, HaveNoSpanTwiceAsAHit) {
  std::map<std::pair<std::string, std::string>, std::string> seen;
  for (const Example& example : assets().examples) {
    if (example.kind != ExampleKind::Hit) continue;
    std::string span =
        std::to_string(example.expected->begin) + '-' + std::to_string(example.expected->end);
    auto [first, is_new] = seen.emplace(std::pair(example.text, span), name_of(example));
    EXPECT_TRUE(is_new) << name_of(example) << " is " << first->second << " again";
  }
}

}  // namespace
}  // namespace unfeigned::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  unfeigned::testing::register_examples();
  return RUN_ALL_TESTS();
}
