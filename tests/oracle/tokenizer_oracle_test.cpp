// Our own loop for simple sentences against ICU's word boundaries.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/random.h"
#include "text/breaks.h"
#include "text/characters.h"
#include "text/tokenizer.h"

namespace unfeigned::testing {
namespace {

// What ICU calls the words of a text: segments with a letter or digit, Han cut apart.
std::vector<std::string> icu_words(const std::string& text) {
  BreakFinder finder(BreakKind::Word);
  std::vector<std::uint32_t> boundaries;
  finder.find(text, boundaries);
  std::vector<std::string> words;
  std::uint32_t begin = 0;
  for (std::uint32_t end : boundaries) {
    std::string segment = text.substr(begin, end - begin);
    std::string word;
    bool has_sign = false;
    for (std::uint32_t at = 0; at < segment.size();) {
      CodePoint point = code_point_at(segment, at);
      std::string one = segment.substr(at, point.size);
      if (is_han(point.value)) {
        words.push_back(one);
      } else {
        has_sign = has_sign || is_letter(point.value) || is_digit(point.value);
        word += one;
      }
      at += point.size;
    }
    if (has_sign) words.push_back(word);
    begin = end;
  }
  return words;
}

std::vector<std::string> our_words(const std::string& text) {
  WordTable table;
  std::vector<Token> tokens;
  Tokenizer(table, {}).tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    words.push_back(text.substr(token.span.begin, token.span.size()));
  return words;
}

TEST(TokenizerOracle, RandomSimpleText) {
  Random random(seed_for("tokenizer oracle"));
  static const std::vector<std::string> kPieces = {"a",
                                                   "Z",
                                                   "7",
                                                   "42",
                                                   "_",
                                                   ".",
                                                   ",",
                                                   ";",
                                                   ":",
                                                   "'",
                                                   "\"",
                                                   "-",
                                                   "!",
                                                   "?",
                                                   " ",
                                                   "  ",
                                                   "/",
                                                   "@",
                                                   "#",
                                                   "&",
                                                   "don",
                                                   "t",
                                                   "\xE2\x80\x99",
                                                   "\xE2\x80\x98",
                                                   "\xE2\x80\x9C",
                                                   "\xE2\x80\x9D",
                                                   "\xE2\x80\x94",
                                                   "\xE2\x80\xA6",
                                                   "\xE6\x82\xA8",
                                                   "\xE7\x9A\x84",
                                                   "\xE3\x80\x82",
                                                   "(",
                                                   ")",
                                                   "*",
                                                   "+"};
  std::size_t words = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    std::uint32_t count = 1 + random.below(12);
    for (std::uint32_t i = 0; i < count; ++i) text += random.pick(kPieces);
    std::vector<std::string> got = our_words(text);
    ASSERT_EQ(got, icu_words(text)) << '"' << text << '"';
    words += got.size();
  }
  EXPECT_GT(words, 50'000U);
}

TEST(TokenizerOracle, RandomTextWithOtherLettersGoesThroughIcu) {
  Random random(seed_for("tokenizer oracle, other letters"));
  static const std::vector<std::string> kPieces = {"a",
                                                   "7",
                                                   ".",
                                                   ",",
                                                   "'",
                                                   " ",
                                                   "\xC3\xA9",
                                                   "\xC5\x82",
                                                   "e\xCC\x81",
                                                   "\xC3\x9F",
                                                   "\xD0\xB6",
                                                   "\xE2\x80\x99",
                                                   "\xE6\x82\xA8",
                                                   "\xF0\x9F\x9A\x80",
                                                   "\xC2\xA0",
                                                   "-",
                                                   "x\xC2\xAD"
                                                   "y"};
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    std::uint32_t count = 1 + random.below(10);
    for (std::uint32_t i = 0; i < count; ++i) text += random.pick(kPieces);
    // Combining marks after a space or Han cling to what is no word; only words are compared.
    auto letters = [](std::vector<std::string> words) {
      std::string joined;
      for (const std::string& word : words) joined += word + '|';
      return joined;
    };
    ASSERT_EQ(letters(our_words(text)), letters(icu_words(text))) << '"' << text << '"';
  }
}

}  // namespace
}  // namespace unfeigned::testing
