#include "audit/match_memory.h"

#include <algorithm>

#include "base/check.h"

namespace unfeigned {
namespace {

// Choices of sentences that are remembered for one block and one set of patterns: commentary looks
// at those of the matches and then at all.
constexpr std::ptrdiff_t kMostChoices = 2;

bool is_same_choice(std::span<const std::uint32_t> remembered,
                    std::span<const std::uint32_t> sentences, std::uint32_t first) {
  return std::equal(
      remembered.begin(), remembered.end(), sentences.begin(), sentences.end(),
      [first](std::uint32_t known, std::uint32_t sentence) { return known + first == sentence; });
}

}  // namespace

std::vector<Match> MatchMemory::find(const Document& document, const PatternSet& patterns,
                                     std::span<const std::uint32_t> sentences) {
  std::vector<Match> all;
  while (!sentences.empty()) {
    const Block& block = document.blocks()[document.sentences()[sentences.front()].block];
    auto after = std::lower_bound(sentences.begin(), sentences.end(), block.sentences.end);
    auto own = sentences.first(static_cast<std::size_t>(after - sentences.begin()));
    std::uint32_t first = document.sentences()[block.sentences.begin].tokens.begin;
    for (Match match : find_in_block(document, patterns, own).matches) {
      match.tokens = {match.tokens.begin + first, match.tokens.end + first};
      all.push_back(match);
    }
    sentences = sentences.subspan(own.size());
  }
  return all;
}

const MatchMemory::Found& MatchMemory::find_in_block(const Document& document,
                                                     const PatternSet& patterns,
                                                     std::span<const std::uint32_t> sentences) {
  const Block& block = document.blocks()[document.sentences()[sentences.front()].block];
  UF_CHECK(block.content != 0);
  std::uint32_t first = block.sentences.begin;
  std::vector<Found>& all = found_[block.content];
  for (const Found& found : all) {
    if (found.patterns == &patterns && is_same_choice(found.sentences, sentences, first))
      return found;
  }
  auto is_of_set = [&](const Found& found) { return found.patterns == &patterns; };
  if (std::count_if(all.begin(), all.end(), is_of_set) >= kMostChoices) {
    all.erase(std::find_if(all.begin(), all.end(), is_of_set));
  }
  Found& found = all.emplace_back();
  found.patterns = &patterns;
  for (std::uint32_t sentence : sentences) found.sentences.push_back(sentence - first);
  found.matches = search_of(patterns).find(document, sentences, nullptr);
  std::uint32_t token = document.sentences()[first].tokens.begin;
  for (Match& match : found.matches)
    match.tokens = {match.tokens.begin - token, match.tokens.end - token};
  return found;
}

PatternSearch& MatchMemory::search_of(const PatternSet& patterns) {
  auto known = std::find_if(searches_.begin(), searches_.end(),
                            [&](const auto& one) { return one.first == &patterns; });
  if (known != searches_.end()) return known->second;
  return searches_.emplace_back(&patterns, PatternSearch(patterns)).second;
}

void MatchMemory::forget(std::span<const std::uint32_t> contents) {
  for (std::uint32_t content : contents) found_.erase(content);
}

}  // namespace unfeigned
