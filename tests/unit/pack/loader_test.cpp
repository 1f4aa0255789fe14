#include "pack/loader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace unfeigned {
namespace {

constexpr std::string_view kManifest =
    R"("format":1,"pack":{"id":"en","language":"en","name":"English","version":"1"},)"
    R"("profile":{"script":"latin"})";

struct File {
  std::string name;
  std::string bytes;
};

struct Loaded {
  LoadedPacks packs;
  std::vector<std::string> told;
};

Loaded load(const std::vector<File>& files, LoadPurpose purpose = LoadPurpose::Audit) {
  std::vector<PackFile> views;
  views.reserve(files.size());
  for (const File& file : files) views.push_back({file.name, file.bytes});
  Diagnostics diagnostics;
  Loaded loaded;
  loaded.packs = load_packs(views, {purpose}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    loaded.told.push_back(to_string(diagnostic));
  }
  return loaded;
}

std::string rule(const std::string& id, const std::string& pattern, const std::string& more = "") {
  return R"({"id":")" + id + R"(","severity":"minor","patterns":[")" + pattern +
         R"("],"message":{"observed":"o","effect":"e","missing":"m"},)"
         R"("suggestions":[{"title":"t","replaces":"span","text":""}])" +
         more + "}";
}

std::string pack(const std::string& rules, const std::string& more = "") {
  return "{" + std::string(kManifest) + more + R"(,"rules":[)" + rules + "]}";
}

std::string team(const std::string& rules, const std::string& more = "") {
  return R"({"format":1,"pack":{"id":"team","language":"en","name":"Team","version":"2"})" + more +
         R"(,"rules":[)" + rules + "]}";
}

const Rule* find(const Loaded& loaded, std::string_view id) {
  for (const Rule& rule : loaded.packs.packs.at(0).rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

TEST(Loader, ReadsEveryFieldOfARule) {
  Loaded loaded = load({{"p.json", pack(R"({
    "id": "hollow-values.en.we-care", "kind": "repeat", "severity": "grave",
    "certainty": "likely", "status": "preview", "since": "0.1.0", "because": "still tried",
    "patterns": ["we care", "we really care"], "unless": ["we care for #"],
    "guards_off": ["negation", "template"], "at_least": 3, "within": "block",
    "message": {"observed": "{words} o", "effect": "e", "missing": "m of {{name}}"},
    "suggestions": [{"title": "t", "replaces": "sentence", "text": "a \u27e8act\u27e9"}],
    "sources": ["common usage"],
    "examples": {"hit": ["Because [[we care]]."],
                 "near_miss": [{"text": "We share.", "because": "no care"}]}})",
                                        R"(,"slots":{"act":"the act"})")}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  const Rule* read = find(loaded, "hollow-values.en.we-care");
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->kind, RuleKind::Repeat);
  EXPECT_EQ(read->category, Category::HollowValues);
  EXPECT_EQ(read->severity, Severity::Grave);
  EXPECT_EQ(read->certainty, Certainty::Likely);
  EXPECT_EQ(read->status, RuleStatus::Preview);
  EXPECT_EQ(read->since, "0.1.0");
  EXPECT_EQ(read->because, "still tried");
  ASSERT_EQ(read->patterns.size(), 2U);
  EXPECT_EQ(read->patterns[1].notation, "we really care");
  EXPECT_EQ(read->patterns[1].place.pointer, "/rules/0/patterns/1");
  EXPECT_EQ(read->patterns[1].place.line, 4U);
  EXPECT_EQ(read->unless.size(), 1U);
  EXPECT_FALSE(read->has_guard(Guard::Negation));
  EXPECT_FALSE(read->has_guard(Guard::Template));
  EXPECT_TRUE(read->has_guard(Guard::Quotation));
  EXPECT_EQ(read->at_least, 3U);
  EXPECT_TRUE(read->within_block);
  EXPECT_EQ(read->message.missing, "m of {{name}}");
  ASSERT_EQ(read->suggestions.size(), 1U);
  EXPECT_EQ(read->suggestions[0].replaces, Replaces::Sentence);
  ASSERT_EQ(loaded.packs.examples.size(), 2U);
  const Example& hit = loaded.packs.examples[0];
  EXPECT_EQ(name_of(hit), "hollow-values.en.we-care/hit/1");
  EXPECT_EQ(hit.text, "Because we care.");
  EXPECT_EQ(hit.expected, (Span{8, 15}));
  EXPECT_EQ(loaded.packs.examples[1].because, "no care");
}

TEST(Loader, ReadsAnExampleForEachChoice) {
  Loaded loaded = load({{"p.json", pack(R"({
    "id": "hollow-values.en.we-care", "severity": "minor", "patterns": ["(we|i) care"],
    "message": {"observed": "o", "effect": "e", "missing": "m"},
    "suggestions": [{"title": "t", "replaces": "sentence", "text": "a"}],
    "examples": {"hit": ["Because [[((we|i)) care]].", "[[We care]]."]}})")}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  std::vector<std::string> read;
  for (const Example& example : loaded.packs.examples) {
    read.push_back(name_of(example) + ": " + example.text + ' ' +
                   std::to_string(example.expected->begin) + '-' +
                   std::to_string(example.expected->end));
  }
  EXPECT_EQ(read, (std::vector<std::string>{
                      "hollow-values.en.we-care/hit/1: Because we care. 8-15",
                      "hollow-values.en.we-care/hit/1/2: Because i care. 8-14",
                      "hollow-values.en.we-care/hit/2: We care. 0-7",
                  }));
}

TEST(Loader, GivesExamplesThatStandApartToTheirRules) {
  const char* apart = R"({"format":1, "examples": {
    "hollow-values.en.we-care": {"hit": ["[[i care]]"],
                                 "near_miss": [{"text": "We share.", "because": "no care"}]},
    "hollow-values.en.gone": {"hit": ["[[gone]]"]}}})";
  Loaded loaded = load({{"a.json", apart}, {"p.json", pack(R"({
    "id": "hollow-values.en.we-care", "severity": "minor", "patterns": ["(we|i) care"],
    "message": {"observed": "o", "effect": "e", "missing": "m"},
    "suggestions": [{"title": "t", "replaces": "sentence", "text": "a"}],
    "examples": {"hit": ["[[We care]]."]}})")}});
  EXPECT_EQ(loaded.told,
            std::vector<std::string>{
                "a.json:4:5: error: This pack has no rule \"hollow-values.en.gone\" that these "
                "could be examples of. (at /examples/hollow-values.en.gone)"});
  std::vector<std::string> names;
  for (const Example& example : loaded.packs.examples) names.push_back(name_of(example));
  EXPECT_EQ(names, (std::vector<std::string>{"hollow-values.en.we-care/hit/1",
                                             "hollow-values.en.we-care/hit/2",
                                             "hollow-values.en.we-care/near_miss/1"}));
}

TEST(Loader, ReadsTheRestOfAPack) {
  Loaded loaded = load({{"p.json", R"({"format":1,
    "pack":{"id":"fr","language":"fr","name":"F","version":"1"},
    "profile":{"script":"latin","function_words":["LE"],"letters":"\u00e9\u00e8",
      "abbreviations":["M"],"elisions":["L'"],"merge_fields":["Nom"],"history_headers":["De"]},
    "common_words":["Le","De"],
    "lexicons":{"intensifier":["vraiment","tr*"]},
    "cues":{"negator":["ne"],"mention_list":["\u00e9vitez"]},
    "evidence":{"date":["# mai"]},
    "slots":{"when":"quand"}})"}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.packs.size(), 1U);
  const Pack& read = loaded.packs.packs[0];
  EXPECT_EQ(read.profile.language, "fr");
  EXPECT_EQ(read.profile.function_words, std::vector<std::string>{"le"});
  EXPECT_EQ(read.profile.letters, (std::u32string{0xE9, 0xE8}));
  EXPECT_EQ(read.profile.elisions, std::vector<std::string>{"l'"});
  EXPECT_EQ(read.profile.merge_fields, std::vector<std::string>{"nom"});
  EXPECT_EQ(read.common_words, (std::vector<std::string>{"le", "de"}));
  EXPECT_EQ(read.lexicons.at("intensifier").size(), 2U);
  EXPECT_EQ(read.cues[static_cast<std::size_t>(Cue::MentionList)].size(), 1U);
  EXPECT_EQ(read.evidence[static_cast<std::size_t>(EvidenceType::Date)].size(), 1U);
  EXPECT_EQ(read.slots.at("when"), "quand");
  EXPECT_EQ(read.fingerprint.size(), 16U);
}

TEST(Loader, FoldsAreSingleHanCharactersWithoutChains) {
  auto with = [](const std::string& folds) {
    return load(
        {{"p.json", R"({"format":1,"pack":{"id":"zh","language":"zh","name":"Z","version":"1"},
      "profile":{"script":"han","function_words":[],"folds":{)" +
                        folds + "}}}"}});
  };
  Loaded good = with(R"("\u5011":"\u4eec","\u4f60":"\u60a8")");
  EXPECT_EQ(good.told, std::vector<std::string>());
  ASSERT_EQ(good.packs.packs.size(), 1U);
  EXPECT_EQ(good.packs.packs[0].profile.folds,
            (std::vector<std::pair<char32_t, char32_t>>{{0x4F60, 0x60A8}, {0x5011, 0x4EEC}}));
  for (const char* bad : {R"("a":"b")", R"("\u5011\u5011":"\u4eec")", R"("\u5011":"\u5011")",
                          R"("\u5011":"\u4eec","\u4eec":"\u60a8")"}) {
    EXPECT_EQ(with(bad).told.size(), 1U) << bad;
  }
}

TEST(Loader, LaterPacksAddReplaceAndSilenceRules) {
  std::vector<File> files = {
      {"en/pack.json", pack(rule("minimising.en.one", "one") + "," +
                            rule("minimising.en.two", "two", R"(,"examples":{"hit":["[[two]]"]})") +
                            "," + rule("minimising.en.three", "three"))},
      {"team/team.json",
       team(rule("minimising.en.one", "uno") +
            R"(,{"id":"minimising.en.two","status":"off","because":"asked for"},)" +
            rule("minimising.en.four", "four"))}};
  Loaded loaded = load(files);
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.packs.size(), 1U);
  EXPECT_EQ(loaded.packs.packs[0].id, "en+team");
  EXPECT_EQ(loaded.packs.packs[0].version, "1+2");
  EXPECT_EQ(loaded.packs.packs[0].rules.size(), 4U);
  EXPECT_EQ(find(loaded, "minimising.en.one")->patterns.at(0).notation, "uno");
  EXPECT_EQ(find(loaded, "minimising.en.two")->status, RuleStatus::Off);
  EXPECT_EQ(find(loaded, "minimising.en.two")->because, "asked for");
  EXPECT_EQ(find(loaded, "minimising.en.three")->status, RuleStatus::Stable);
  EXPECT_TRUE(loaded.packs.examples.empty()) << "examples of a silenced rule cannot run";
}

TEST(Loader, SaysWhatEachPackDidToThoseBeforeIt) {
  Loaded loaded =
      load({{"en/pack.json",
             pack(rule("minimising.en.one", "one") + "," + rule("minimising.en.two", "two"))},
            {"team.json", team(rule("minimising.en.one", "uno") +
                               R"(,{"id":"minimising.en.two","status":"off","because":"b"},)" +
                               rule("minimising.en.three", "three") + "," +
                               rule("minimising.en.four", "four"))}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.layers.size(), 2U);
  EXPECT_EQ(loaded.packs.layers[0].file, "en/pack.json");
  EXPECT_EQ(loaded.packs.layers[0].rules, (MergeCounts{2, 0, 0}));
  const LoadedLayer& added = loaded.packs.layers[1];
  EXPECT_EQ(added.file, "team.json");
  EXPECT_EQ(added.id + added.language + added.name + added.version, "teamenTeam2");
  EXPECT_EQ(added.rules, (MergeCounts{2, 1, 1}));
}

TEST(Loader, AFileMayHoldPacksOfSeveralLanguages) {
  std::string list =
      "[" + team(rule("minimising.en.one", "one")) + "," +
      R"({"format":1,"pack":{"id":"team","language":"fr","name":"F","version":"1"},)" +
      R"("rules":[{"id":"minimising.fr.un","status":"off","because":"b"}]}])";
  std::string french = R"({"format":1,"pack":{"id":"fr","language":"fr","name":"F","version":"1"},)"
                       R"("profile":{"script":"latin"},"rules":[)" +
                       rule("minimising.fr.un", "un") + "]}";
  Loaded loaded = load({{"en.json", pack("")}, {"fr/fr.json", french}, {"x/team.json", list}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.packs.size(), 2U);
  EXPECT_EQ(loaded.packs.packs[0].id, "en+team");
  EXPECT_EQ(loaded.packs.packs[1].rules.at(0).status, RuleStatus::Off);

  Loaded broken =
      load({{"x/en.json", pack("")}, {"team.json", "[" + team("") + ",\n  {\"format\":9}]"}});
  ASSERT_EQ(broken.told.size(), 1U);
  EXPECT_EQ(broken.told[0].substr(0, 17), "team.json:2:13: e");
  EXPECT_NE(broken.told[0].find("(at /1/format)"), std::string::npos) << broken.told[0];
}

TEST(Loader, SamplesBelongToTheirFileAndNeedNoPack) {
  Loaded empty = load({{"x/en.json", pack("")}, {"team.json", R"({"format":1})"}});
  EXPECT_EQ(empty.told, std::vector<std::string>());
  Loaded loaded =
      load({{"x/en.json", pack("")},
            {"team.json", R"({"format":1,"samples":[{"title":"A note","text":"One.\n\nTwo."}]})"}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.samples.size(), 1U);
  EXPECT_EQ(loaded.packs.samples[0].file, "team.json");
  EXPECT_EQ(loaded.packs.samples[0].title, "A note");
  EXPECT_EQ(loaded.packs.samples[0].text, "One.\n\nTwo.");
  Loaded bare = load({{"x/en.json", pack("")},
                      {"team.json", R"({"format":1,"samples":[{"title":"A note","text":""}]})"}});
  ASSERT_EQ(bare.told.size(), 1U);
  EXPECT_NE(bare.told[0].find("(at /samples/0/text)"), std::string::npos) << bare.told[0];
}

TEST(Loader, ConflictsBetweenPacksNameBothPlaces) {
  std::string base_more =
      R"(,"lexicons":{"a":["x"]},"cues":{"negator":["not"]},"evidence":{"date":["#"]},)"
      R"("slots":{"s":"one","same":"label"},"common_words":["the"])";
  std::string team_more = R"(,"profile":{"script":"latin"},"lexicons":{"a":["y"],"b":["z"]},)"
                          R"("cues":{"negator":["never"]},"evidence":{"date":["##"]},)"
                          R"("slots":{"s":"two","same":"label"},"common_words":["a"])";
  Loaded loaded = load({{"a.json", pack("", base_more)},
                        {"b/b.json", team(R"({"id":"minimising.en.x","status":"off",)"
                                          R"("because":"b"})",
                                          team_more)}});
  ASSERT_EQ(loaded.told.size(), 7U);
  for (const std::string& told : loaded.told) EXPECT_EQ(told.substr(0, 9), "b/b.json:") << told;
  EXPECT_NE(
      loaded.told[4].find("The lexicon \"a\" is already defined by an earlier pack, at a.json:1:"),
      std::string::npos)
      << loaded.told[4];
  EXPECT_NE(loaded.told[6].find("No earlier pack has a rule \"minimising.en.x\""),
            std::string::npos)
      << loaded.told[6];
}

TEST(Loader, APackWithTheIdOfAnEarlierOneTakesItsPlace) {
  Loaded loaded = load({{"built-in/en.json", pack(rule("minimising.en.one", "one"))},
                        {"mine/en.json", pack(rule("minimising.en.two", "two"))}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.packs.size(), 1U);
  EXPECT_EQ(find(loaded, "minimising.en.one"), nullptr);
  EXPECT_NE(find(loaded, "minimising.en.two"), nullptr);
}

TEST(Loader, PartsJoinThePackOfTheNearestFolderAbove) {
  std::string part = R"({"format":1,"rules":[)" + rule("minimising.en.one", "one") + "]}";
  Loaded good =
      load({{"x/en/rules/a.json", part}, {"x/en/pack.json", pack("")}, {"x/team.json", team("")}});
  EXPECT_EQ(good.told, std::vector<std::string>());
  EXPECT_NE(find(good, "minimising.en.one"), nullptr);

  Loaded lost = load({{"y/a.json", part}, {"x/en/pack.json", pack("")}});
  ASSERT_EQ(lost.told.size(), 1U);
  EXPECT_NE(lost.told[0].find("belongs to no pack"), std::string::npos);

  Loaded torn = load({{"x/a.json", part}, {"x/pack.json", pack("")}, {"x/team.json", team("")}});
  ASSERT_EQ(torn.told.size(), 1U);
  EXPECT_NE(torn.told[0].find("several packs"), std::string::npos);

  Loaded twice = load({{"x/a.json", pack("")}, {"x/b.json", pack("")}});
  ASSERT_EQ(twice.told.size(), 1U);
  EXPECT_NE(twice.told[0].find("already described at x/a.json:1:"), std::string::npos);
}

TEST(Loader, LanguagesAreKeptApartAndSorted) {
  std::string polish = R"({"format":1,"pack":{"id":"pl","language":"pl","name":"P","version":"1"},)"
                       R"("profile":{"script":"latin"}})";
  Loaded loaded = load({{"packs/pl.json", polish}, {"packs/en.json", pack("")}});
  EXPECT_EQ(loaded.told, std::vector<std::string>());
  ASSERT_EQ(loaded.packs.packs.size(), 2U);
  EXPECT_EQ(loaded.packs.packs[0].id, "en");
  EXPECT_EQ(loaded.packs.packs[1].id, "pl");
}

TEST(Loader, OnlyAuthorsNeedExamplesSourcesAndSince) {
  std::vector<File> files = {{"p.json", pack(rule("minimising.en.one", "one"))}};
  EXPECT_TRUE(load(files, LoadPurpose::Audit).told.empty());
  EXPECT_EQ(load(files, LoadPurpose::Authoring).told.size(), 4U);
}

std::size_t count_of(const Loaded& loaded, std::string_view words) {
  return static_cast<std::size_t>(std::count_if(
      loaded.told.begin(), loaded.told.end(),
      [words](const std::string& told) { return told.find(words) != std::string::npos; }));
}

TEST(Loader, ForAuthorsAPatternWithAMistakeIsTakenOutAndTheRestWorks) {
  Loaded loaded = load({{"p.json", pack(rule("minimising.en.one", "a) b") + "," +
                                        rule("minimising.en.two", "two"))}},
                       LoadPurpose::Authoring);
  EXPECT_EQ(count_of(loaded, "The pattern "), 1U);
  EXPECT_TRUE(find(loaded, "minimising.en.one")->patterns.empty());
  EXPECT_EQ(find(loaded, "minimising.en.two")->patterns.size(), 1U);
}

TEST(Loader, ForAuthorsAMistakeInALexiconIsToldOnceAndNotBlamedOnPatterns) {
  Loaded loaded = load({{"p.json", pack(rule("minimising.en.one", "%bad thing"),
                                        R"(,"lexicons":{"bad":["(","good"]})")}},
                       LoadPurpose::Authoring);
  EXPECT_EQ(count_of(loaded, "The pattern "), 1U);
  EXPECT_EQ(count_of(loaded, "/lexicons/bad/0"), 1U);
  EXPECT_EQ(find(loaded, "minimising.en.one")->patterns.size(), 1U);
}

// In an audit the same mistakes are told by the compiler of patterns, with the same place.
TEST(Loader, InAnAuditMistakesOfPatternsAreToldByTheCompiler) {
  std::string bytes = pack(rule("minimising.en.one", "a) b"));
  PackFile file{"p.json", bytes};
  Diagnostics diagnostics;
  LoadedPacks loaded = load_packs({&file, 1}, {}, diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
  PackSet::compile(std::move(loaded.packs), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].file, "p.json");
  EXPECT_EQ(diagnostics.all()[0].pointer, "/rules/0/patterns/0");
}

}  // namespace
}  // namespace unfeigned
