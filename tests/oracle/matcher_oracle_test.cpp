// The compiled matcher against the naive one: all short patterns over a small alphabet, and random
// longer ones with every construct of the notation.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "match/pattern_set.h"
#include "support/naive_matcher.h"
#include "support/random.h"
#include "text/tokenizer.h"

namespace unfeigned::testing {
namespace {

PatternContext context_for(WordCutter& cutter) {
  PatternContext context;
  context.cut = [&cutter](std::string_view text) { return cutter.cut(text); };
  return context;
}

std::vector<std::uint32_t> all_sentences(const Document& document) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < document.sentences().size(); ++i) all.push_back(i);
  return all;
}

std::string show(const std::vector<TokenSpan>& spans) {
  std::string out;
  for (TokenSpan span : spans) {
    out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ") ";
  }
  return out;
}

class Comparison {
 public:
  explicit Comparison(std::string text)
      : document_(Document::read(std::move(text), {}, {})),
        cutter_({}),
        context_(context_for(cutter_)) {}

  // Compares one pattern; returns how many matches the oracle found.
  std::size_t compare(const std::string& notation) {
    ParsedPattern parsed = parse_pattern(notation, context_);
    if (parsed.error) {
      ADD_FAILURE() << notation << ": " << parsed.error->message;
      return 0;
    }
    Diagnostics diagnostics;
    std::vector<PatternSource> source{{notation, {}}};
    PatternSet set = PatternSet::compile(source, context_, {}, diagnostics);
    if (diagnostics.has_errors()) return 0;  // nothing but gaps and options: refused, never matched
    std::vector<TokenSpan> got;
    for (const Match& match : set.find(document_, all_sentences(document_), nullptr))
      got.push_back(match.tokens);
    std::vector<TokenSpan> wanted = naive_matches(parsed, document_);
    EXPECT_EQ(show(got), show(wanted)) << notation << " in \"" << document_.text() << '"';
    return wanted.size();
  }

 private:
  Document document_;
  WordCutter cutter_;
  PatternContext context_;
};

TEST(MatcherOracle, AllPatternsOfUpToThreePlacesOverFourWords) {
  const std::vector<std::string> atoms = {"a", "b", "c", "d", "(a|b)", "[c]", "~1", "-(a|d)", "x*"};
  Comparison comparison("a b c d a a b. b c a d d! x xa b\n\na c b d xx a b c");
  std::size_t patterns = 0;
  std::size_t matches = 0;
  for (const std::string& one : atoms) {
    matches += comparison.compare(one);
    for (const std::string& two : atoms) {
      matches += comparison.compare(one + ' ' + two);
      for (const std::string& three : atoms) {
        matches += comparison.compare(one + ' ' + two + ' ' + three);
        ++patterns;
      }
    }
  }
  EXPECT_EQ(patterns, atoms.size() * atoms.size() * atoms.size());
  EXPECT_GT(matches, 1000U);
}

class PatternWriter {
 public:
  explicit PatternWriter(Random& random) : random_(random) {}

  std::string sequence(int depth) {
    std::string out;
    std::uint32_t count = 1 + random_.below(4);
    for (std::uint32_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + item(depth);
    return out;
  }

 private:
  std::string item(int depth) {
    static const std::vector<std::string> kWords = {"a", "b", "c", "d",      "ab*",
                                                    "#", ".", "!", "@merge", "@clock"};
    switch (depth > 2 ? 0 : random_.below(8)) {
      case 1:
        return '(' + sequence(depth + 1) + '|' + sequence(depth + 1) + ')';
      case 2:
        return '[' + sequence(depth + 1) + ']';
      case 3:
        return '~' + std::to_string(1 + random_.below(4));
      case 4:
        return "-(" + random_.pick(std::vector<std::string>{"a", "b|c", "a|ab*"}) + ')';
      case 5:
        return '[' + sequence(depth + 1) + '|' + sequence(depth + 1) + ']';
      default:
        return random_.pick(kWords);
    }
  }
  Random& random_;
};

TEST(MatcherOracle, RandomPatternsOnRandomTexts) {
  Random random(seed_for("matcher oracle"));
  static const std::vector<std::string> kPieces = {"a",   "b",  "c",     "d",     "ab",
                                                   "abc", "7",  "10:30", "{{x}}", "a.",
                                                   "b!",  "c?", "\n\n",  "d,",    "(a)"};
  std::size_t matches = 0;
  for (int text = 0; text < 60; ++text) {
    std::string words;
    for (int i = 0; i < 40; ++i) words += random.pick(kPieces) + ' ';
    Comparison comparison(words);
    for (int i = 0; i < 40; ++i) {
      std::string notation = PatternWriter(random).sequence(0);
      matches += comparison.compare(random.one_in(6) ? "^ " + notation : notation);
    }
  }
  EXPECT_GT(matches, 3000U);
}

}  // namespace
}  // namespace unfeigned::testing
