#include "pack/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pack/loader.h"

namespace unfeigned {
namespace {

std::string fingerprint(const std::vector<std::string>& parts) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < parts.size(); ++i) names.push_back("p/" + std::to_string(i));
  std::vector<PackFile> files;
  for (std::size_t i = 0; i < parts.size(); ++i) files.push_back({names[i], parts[i]});
  Diagnostics diagnostics;
  LoadedPacks loaded = load_packs(files, {}, diagnostics);
  for (const Diagnostic& told : diagnostics.all()) ADD_FAILURE() << to_string(told);
  return loaded.packs.at(0).fingerprint;
}

std::string manifest(const std::string& name) {
  return R"("pack":{"id":"en","language":"en","name":")" + name + R"(","version":"1"})";
}

constexpr const char* kProfile = R"("profile":{"script":"latin","function_words":["the","of"]})";
constexpr const char* kLexicon = R"("lexicons":{"a":["x","y"],"b":["z"]})";
constexpr const char* kCues = R"("cues":{"negator":["not"]},"evidence":{"date":["#"]})";

std::string rule(const std::string& slug, const std::string& more) {
  return R"({"id":"minimising.en.)" + slug +
         R"(","severity":"minor","patterns":["%a","%b"],)"
         R"("message":{"observed":"o","effect":"e","missing":"m"},)"
         R"("suggestions":[{"title":"t","replaces":"span","text":""}])" +
         more + "}";
}

std::string whole(const std::string& rules) {
  return "{\"format\":1," + manifest("E") + "," + kProfile + "," + kLexicon + "," + kCues +
         ",\"rules\":[" + rules + "]}";
}

TEST(Fingerprint, IsTheSameForAFolderOfPartsAndOneStrippedFile) {
  std::string for_authors =
      R"(,"since":"0.1","because":"why","sources":["s"],"examples":{"hit":["[[x]]"]})";
  std::string folder = fingerprint({
      "{\"format\":1,\"rules\":[" + rule("two", for_authors) + "]}",
      "{\"format\":1," + manifest("E") + "," + kProfile + "}",
      "{ \"format\" : 1,\n" + std::string(kCues) + "}",
      "{\"format\":1,\"rules\":[" + rule("one", for_authors) + "]}",
      "{" + std::string(kLexicon) + ",\"format\":1}",
  });
  EXPECT_EQ(folder, fingerprint({whole(rule("one", "") + "," + rule("two", ""))}));
}

TEST(Fingerprint, DoesNotDependOnSpellingOfTheJson) {
  std::string plain = fingerprint({whole(rule("one", ""))});
  std::string shuffled =
      R"({"id":"minimising.en.one","message":{"missing":"\u006d","effect":"e","observed":"o"},)"
      R"("patterns":["%a","%b"], "suggestions":[{"text":"","replaces":"span","title":"t"}],)"
      R"("severity":"minor"})";
  EXPECT_EQ(plain, fingerprint({whole(shuffled)}));
}

TEST(Fingerprint, ChangesWithEverythingThatCanChangeAnAnswer) {
  std::vector<std::string> all = {fingerprint({whole(rule("one", ""))})};
  auto add = [&all](const std::string& bytes) { all.push_back(fingerprint({bytes})); };
  auto changed = [](std::string text, const std::string& from, const std::string& to) {
    std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  std::string base = whole(rule("one", ""));
  add(changed(base, "\"minor\"", "\"major\""));
  add(changed(base, "[\"%a\",\"%b\"]", "[\"%a\"]"));
  add(changed(base, "\"x\",\"y\"", "\"x\",\"w\""));
  add(changed(base, "\"the\"", "\"a\""));
  add(changed(base, "\"not\"", "\"never\""));
  add(changed(base, "\"date\"", "\"time\""));
  add(changed(base, "\"observed\":\"o\"", "\"observed\":\"p\""));
  add(changed(base, ".one\"", ".uno\""));
  add(whole(rule("one", R"(,"guards_off":["negation"])")));
  add(whole(rule("one", "") + "," + rule("two", "")));
  add(whole(""));
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()) - all.begin(), 12);
}

TEST(Fingerprint, DoesNotChangeWithTheNameOfThePack) {
  std::string a = "{\"format\":1," + manifest("English") + "," + kProfile + "}";
  std::string b = "{\"format\":1," + manifest("Plain English") + "," + kProfile + "}";
  EXPECT_EQ(fingerprint({a}), fingerprint({b}));
}

TEST(Fingerprint, OfARuleThatIsOffIsThatOfNoRule) {
  EXPECT_EQ(fingerprint({whole(rule("one", R"(,"status":"off","because":"b")"))}),
            fingerprint({whole("")}));
}

TEST(Fingerprint, IsWrittenAsSixteenDigits) {
  EXPECT_EQ(to_hex(0), "0000000000000000");
  EXPECT_EQ(to_hex(0xFEDCBA9876543210ULL), "fedcba9876543210");
  EXPECT_EQ(to_hex(0x1FULL), "000000000000001f");
}

// Sums and hashes must not drift between versions: reports of different days are compared by them.
TEST(Fingerprint, OfAKnownPackIsKnown) {
  EXPECT_EQ(fingerprint({whole(rule("one", ""))}), "074d0c3cdf1564a1");
}

}  // namespace
}  // namespace unfeigned
