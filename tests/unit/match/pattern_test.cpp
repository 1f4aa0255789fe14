#include "match/pattern.h"

#include <gtest/gtest.h>

#include <map>

#include "text/tokenizer.h"

namespace unfeigned::testing {
namespace {

class PatternTest : public ::testing::Test {
 protected:
  PatternTest() : cutter_({}) {
    context_.cut = [this](std::string_view text) { return cutter_.cut(text); };
    context_.lexicon =
        [this](std::string_view name) -> std::optional<std::span<const std::string>> {
      auto found = lexicons_.find(name);
      if (found == lexicons_.end()) return std::nullopt;
      return std::span<const std::string>(found->second);
    };
  }

  std::string round_trip(std::string_view notation) {
    ParsedPattern parsed = parse_pattern(notation, context_);
    if (parsed.error)
      return "error at " + std::to_string(parsed.error->offset) + ": " + parsed.error->message;
    return to_string(parsed);
  }

  std::map<std::string, std::vector<std::string>, std::less<>> lexicons_ = {
      {"soon", {"shortly", "as soon as possible", "asap*"}},
      {"bad", {"(a"}},
      {"nested", {"%soon"}},
      {"first", {"^ a"}}};
  WordCutter cutter_;
  PatternContext context_;
};

TEST_F(PatternTest, ReadsEveryConstruct) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Sorry", "sorry"},
      {"mix-up", "mix up"},
      {"we\u2019re", "we're"},
      {"(a b|c) [d|e]", "(a b|c) [(d|e)]"},
      {"[please] bear", "[please] bear"},
      {"a ~3 b*", "a ~3 b*"},
      {"# @clock @merge", "# @clock @merge"},
      {"^ no thanks", "^ no thanks"},
      {"sure [!] here's", "sure [!] here's"},
      {"-(i|we) said", "-(i|we) said"},
      {"reply %soon", "reply (shortly|as soon as possible|asap*)"},
      {"-(a|%soon)", "error at 0: -( ) takes single words only"},
      {"\u60a8\u7684~4\u5fc3\u60c5", "\u60a8 \u7684 ~4 \u5fc3 \u60c5"},
      {"(a|(b|c d))", "(a|(b|c d))"},
  };
  for (const auto& [notation, wanted] : cases) EXPECT_EQ(round_trip(notation), wanted) << notation;
  EXPECT_EQ(cases.size(), 14U);
}

TEST_F(PatternTest, ErrorsHaveAPlace) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"", "error at 0: the pattern is empty"},
      {"a (b", "error at 2: this bracket is never closed"},
      {"a b)", "error at 3: a closing bracket without its opening one"},
      {"(a]", "error at 2: a closing bracket without its opening one"},
      {"(a|)", "error at 4: an alternative is empty"},
      {"(|a)", "error at 1: an alternative is empty"},
      {"a ~ b", "error at 2: a gap is written ~1 to ~16"},
      {"a ~17 b", "error at 2: a gap is written ~1 to ~16"},
      {"a ^ b", "error at 2: ^ may only stand at the very beginning of a pattern"},
      {"a @nose", "error at 2: there is no shape @nose"},
      {"a %none", "error at 2: there is no lexicon %none"},
      {"%bad", "error at 0: in %bad, entry \"(a\": this bracket is never closed"},
      {"%nested",
       "error at 0: in %nested, entry \"%soon\": a lexicon entry cannot refer to a lexicon"},
      {"%first",
       "error at 0: in %first, entry \"^ a\": ^ would bind every pattern that names this lexicon; "
       "write it there"},
      {"a , b", "error at 2: \",\" has no word that a text could contain"},
      {"((((((((((((((a))))))))))))))", "error at 12: brackets are nested too deeply"},
  };
  for (const auto& [notation, wanted] : cases) EXPECT_EQ(round_trip(notation), wanted) << notation;
  EXPECT_EQ(cases.size(), 16U);
}

}  // namespace
}  // namespace unfeigned::testing
