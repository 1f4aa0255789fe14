#include "text/language.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/utf8.h"
#include "text/characters.h"

namespace unfeigned {
namespace {

// A longer sentence needs more than a chance hit: German "so" and "in" are not English.
constexpr std::uint32_t kLongSentence = 8;   // words
constexpr std::uint32_t kWordsPerVote = 10;  // at most this many for each vote
constexpr std::size_t kDecisiveTokens = 40;  // what has not shown by then does not show

}  // namespace

LanguageVoter::LanguageVoter(std::span<const LanguageProfile> profiles) : profiles_(profiles) {
  UF_CHECK(profiles.size() <= kMaxProfiles);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    for (const std::string& word : profiles[i].function_words)
      function_words_[word] |= static_cast<std::uint8_t>(1U << i);
  }
}

// Words are interned in order, so what is known of them only ever grows at its end.
void LanguageVoter::learn(std::span<const std::string> words) {
  while (cache_.size() < words.size()) {
    const std::string& form = words[cache_.size()];
    Votes votes;
    auto function_word = function_words_.find(form);
    if (function_word != function_words_.end()) votes.function_word = function_word->second;
    for (std::size_t i = 0; i < profiles_.size() && !is_ascii(form); ++i) {
      auto bit = static_cast<std::uint8_t>(1U << i);
      for (std::uint32_t at = 0; at < form.size();) {
        CodePoint point = code_point_at(form, at);
        if (profiles_[i].letters.find(point.value) != std::u32string::npos) votes.letters |= bit;
        at += point.size;
      }
    }
    votes.is_kana = !form.empty() && is_kana(code_point_at(form, 0).value);
    cache_.push_back(votes);
  }
}

LanguageIndex LanguageVoter::decide(std::span<const Token> tokens,
                                    std::span<const std::string> words, LanguageIndex previous) {
  learn(words);
  std::uint32_t han = 0;
  std::uint32_t other = 0;
  for (const Token& token : tokens.first(std::min(tokens.size(), kDecisiveTokens))) {
    if (token.kind == TokenKind::Han) ++han;
    if (token.kind != TokenKind::Word) continue;
    ++other;
    if (cache_[token.word.index()].is_kana) return {};
  }
  if (han == 0 || han * 2 < other) return decide_latin(tokens, previous);
  for (std::size_t i = 0; i < profiles_.size(); ++i) {
    if (profiles_[i].script == Script::Han) return {static_cast<std::uint8_t>(i)};
  }
  return {};
}

LanguageVoter::Count LanguageVoter::count(std::span<const Token> tokens) const {
  Count all;
  for (const Token& token : tokens.first(std::min(tokens.size(), kDecisiveTokens))) {
    if (token.kind != TokenKind::Word || token.shape != 0) continue;
    ++all.words;
    Votes own = cache_[token.word.index()];
    if ((own.function_word | own.letters) == 0) continue;
    for (std::size_t i = 0; i < profiles_.size(); ++i) {
      all.votes[i] += (own.function_word >> i) & 1U;
      all.votes[i] += (own.letters >> i) & 1U;
    }
  }
  return all;
}

std::vector<std::uint32_t> LanguageVoter::votes(std::span<const Token> tokens,
                                                std::span<const std::string> words) {
  learn(words);
  Count all = count(tokens);
  return {all.votes.begin(), all.votes.begin() + static_cast<std::ptrdiff_t>(profiles_.size())};
}

LanguageIndex LanguageVoter::decide_latin(std::span<const Token> tokens,
                                          LanguageIndex previous) const {
  const auto [votes, word_count] = count(tokens);
  std::size_t best = kMaxProfiles;
  std::uint32_t all_votes = 0;
  bool is_tied = false;
  for (std::size_t i = 0; i < profiles_.size(); ++i) {
    if (profiles_[i].script != Script::Latin) continue;
    all_votes += votes[i];
    if (best == kMaxProfiles || votes[i] > votes[best]) {
      best = i;
      is_tied = false;
    } else if (votes[i] == votes[best]) {
      is_tied = is_tied || previous.value == i;
    }
  }
  if (best == kMaxProfiles) return {};
  // One vote and none against it is enough where the text goes on as before.
  bool goes_on = previous.value == best && all_votes == votes[best] && all_votes > 0;
  bool is_long = word_count >= kLongSentence;
  if (is_long && votes[best] * kWordsPerVote < word_count && !goes_on) return {};
  // "Rest assured." says nothing of its language: it goes with the sentence before, or with the
  // first profile, which is what a text opens with when nothing speaks against it.
  bool has_previous = previous.is_known() && profiles_[previous.value].script == Script::Latin;
  if (votes[best] == 0 && has_previous) return previous;
  if (is_tied) return previous;
  return {static_cast<std::uint8_t>(best)};
}

}  // namespace unfeigned
