// Bytes that no author wrote: mutated packs must be loaded or refused, never crash, and every
// complaint must be valid UTF-8 with a place inside the file.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "pack/loader.h"
#include "support/exact_bytes.h"
#include "support/random.h"

namespace unfeigned {
namespace {

constexpr int kRuns = 1500;

const std::string kSource = R"json({"format":1,
 "pack":{"id":"en","language":"en","name":"E","version":"1"},
 "profile":{"script":"latin","function_words":["the","l'ete"],"letters":")json"
                            "\xC3\xA9\xE1\xBA\xBD"
                            R"json("},
 "lexicons":{"a":["x y","z*"],"b":["-(q|r)"]},
 "cues":{"negator":["not"]},"evidence":{"date":["# (may|june)"]},"slots":{"s":"label"},
 "rules":[{"id":"minimising.en.one","kind":"repeat","at_least":2,"severity":"minor",
  "patterns":["%a ~3 [%b]","^ (c|d) ."],"message":{"observed":"{words}","effect":"e","missing":"m"},
  "suggestions":[{"title":"t","replaces":"span","text":"\u27e8s\u27e9 )json"
                            "\xE2\x9F\xA8"
                            R"json("}],
  "examples":{"hit":["a [[b]] c"],"near_miss":[{"text":"t","because":"b"}]}}]})json";

std::string mutated(testing::Random& random) {
  constexpr std::string_view kBytes = "{}[]\",:\\u0019e-.%~^()|@#*\n\x80\xFF ";
  std::string bytes = kSource;
  std::uint32_t edits = 1 + random.below(6);
  for (std::uint32_t i = 0; i < edits; ++i) {
    auto length = static_cast<std::uint32_t>(bytes.size());
    std::size_t at = random.below(length);
    std::size_t size = random.below(12);
    switch (random.below(4)) {
      case 0:
        bytes[at] = random.pick(kBytes);
        break;
      case 1:
        bytes.erase(at, size);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random.below(length), size));
        break;
      default:
        bytes.insert(at, 1, random.pick(kBytes));
        break;
    }
    if (bytes.empty()) break;
  }
  return bytes;
}

TEST(HostilePacks, AreLoadedOrRefusedWithAPlace) {
  std::uint64_t seed = testing::seed_for("hostile packs");
  testing::Random random(seed);
  int refused = 0;
  for (int run = 0; run < kRuns; ++run) {
    testing::ExactBytes bytes(mutated(random));
    PackFile file{"p.json", bytes.view()};
    Diagnostics diagnostics;
    LoadedPacks loaded = load_packs({&file, 1}, {LoadPurpose::Authoring}, diagnostics);
    PackSet::compile(std::move(loaded.packs), diagnostics);
    refused += diagnostics.has_errors() ? 1 : 0;
    for (const Diagnostic& told : diagnostics.all()) {
      ASSERT_TRUE(repair_utf8(told.message).repairs.empty()) << "seed " << seed << " run " << run;
      ASSERT_EQ(told.file, "p.json") << told.message;
      ASSERT_GT(told.line, 0U) << told.message;
    }
  }
  // Nearly every mutation breaks something; a run that refuses nothing tests nothing.
  EXPECT_GT(refused, kRuns / 2) << "seed " << seed;
}

TEST(HostilePacks, ManyValuesAndLongStringsMeetTheirLimits) {
  auto told = [](const std::string& bytes) {
    PackFile file{"p.json", bytes};
    Diagnostics diagnostics;
    load_packs({&file, 1}, {}, diagnostics);
    return diagnostics.all().empty() ? std::string() : diagnostics.all()[0].message;
  };
  std::string manifest = R"({"format":1,"pack":{"id":"en","language":"en","name":"E",)";
  EXPECT_EQ(told(manifest + R"("version":")" + std::string(20'001, 'x') + R"("}})"),
            "This string has 20001 bytes; the limit is 20000.");
  std::string words = "\"a\"";
  for (int i = 0; i < 10'000; ++i) words += ",\"a\"";
  EXPECT_EQ(told(manifest + R"("version":"1"},"common_words":[)" + words + "]}"),
            "This list has 10001 entries; the limit is 10000.");
  EXPECT_EQ(told(std::string(8U * 1024 * 1024 + 1, ' ')),
            "The file has 8388609 bytes; the limit is 8388608.");
  std::string values = "[0";
  for (int i = 0; i < 400'000; ++i) values += ",0";
  EXPECT_EQ(told(values + "]"), "This file holds more than 400000 values; split it.");
}

}  // namespace
}  // namespace unfeigned
