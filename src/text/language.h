// Decides the language of a sentence: script first, then a vote of function words and letters.
// A sentence without a vote takes the language decided before it; what nobody claims is unknown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/document.h"

namespace unfeigned {

class LanguageVoter {
 public:
  // At most 8 profiles take part; the profiles must outlive the voter.
  explicit LanguageVoter(std::span<const LanguageProfile> profiles);

  // `words` are the folded forms by WordId. `previous` is what the sentence before was decided as.
  LanguageIndex decide(std::span<const Token> tokens, std::span<const std::string> words,
                       LanguageIndex previous);

  // What each profile's words and letters give it in a sentence of Latin script.
  std::vector<std::uint32_t> votes(std::span<const Token> tokens,
                                   std::span<const std::string> words);

 private:
  // Bit i: a function word, or a word with letters, of profile i.
  struct Votes {
    std::uint8_t function_word = 0;
    std::uint8_t letters = 0;
    bool is_kana = false;  // Japanese, which has Han too
  };
  static constexpr std::size_t kMaxProfiles = 8;
  struct Count {
    std::array<std::uint32_t, kMaxProfiles> votes{};
    std::uint32_t words = 0;
  };
  void learn(std::span<const std::string> words);
  Count count(std::span<const Token> tokens) const;
  LanguageIndex decide_latin(std::span<const Token> tokens, LanguageIndex previous) const;

  std::span<const LanguageProfile> profiles_;
  std::unordered_map<std::string_view, std::uint8_t> function_words_;  // bit i: of profile i
  std::vector<Votes> cache_;                                           // by WordId
};

}  // namespace unfeigned
