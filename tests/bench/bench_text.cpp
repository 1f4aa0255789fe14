#include "bench/bench_text.h"

#include <algorithm>
#include <map>

#include "support/asset_packs.h"
#include "support/random.h"

namespace unfeigned::bench {
namespace {

// Nine pages have few words of middling frequency, so half of their longer words are replaced by
// made-up ones of rank 120 to 15,360, each as frequent as its rank has it (Zipf): within an octave
// of ranks evenly, and every octave as often as the others.
constexpr std::uint32_t kFirstRank = 120;
constexpr std::uint32_t kOctaves = 7;
constexpr std::size_t kLongWord = 4;

std::vector<std::string> paragraphs() {
  std::string text = testing::read_source_file("tests/bench/prose.txt");
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find("\n\n", at), text.size());
    all.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return all;
}

// Syllables that depend on the rank alone.
std::string made_up(testing::Random& random) {
  static const std::vector<std::string> kSyllables = {
      "ba",  "ten", "mor", "il",  "ser", "ko", "lan", "dri", "vu",  "pel",
      "ast", "ren", "qui", "sol", "fer", "mi", "tor", "ges", "hal", "wyn"};
  std::uint32_t octave = kFirstRank << random.below(kOctaves);
  std::string word;
  for (std::uint32_t rank = octave + random.below(octave); rank > 0;
       rank /= static_cast<std::uint32_t>(kSyllables.size())) {
    word += kSyllables[rank % kSyllables.size()];
  }
  return word;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void append_with_made_up_words(std::string& out, const std::string& paragraph,
                               testing::Random& random) {
  for (std::size_t at = 0; at < paragraph.size();) {
    std::size_t end = at;
    while (end < paragraph.size() && is_letter(paragraph[end])) ++end;
    bool is_replaced = end >= at + kLongWord && random.one_in(2);
    out += is_replaced ? made_up(random) : paragraph.substr(at, std::max<std::size_t>(end - at, 1));
    at = std::max(end, at + 1);
  }
}

}  // namespace

std::string prose(std::size_t bytes) {
  static const std::vector<std::string> kParagraphs = paragraphs();
  testing::Random random(1);
  std::string text;
  while (text.size() < bytes) {
    append_with_made_up_words(text, random.pick(kParagraphs), random);
    text += "\n\n";
  }
  std::size_t end = bytes;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  text.resize(bytes, ' ');
  return text;
}

std::string copy(std::size_t bytes) {
  std::string all;
  for (const char* name : {"cancelled-event", "damaged-luggage", "data-breach", "double-charge",
                           "fundraising-mail", "late-parcel", "layoff-note", "outage", "price-rise",
                           "product-recall", "service-withdrawn", "welcome-mail"}) {
    for (const char* end : {".bad.txt", ".good.txt"}) {
      all += testing::read_source_file(std::string("tests/scenarios/en/") + name + end) + "\n\n";
    }
  }
  std::string text;
  while (text.size() < bytes) text += all;
  text.resize(bytes);
  return text;
}

const std::vector<std::string>& words_by_rank() {
  static const std::vector<std::string> words = [] {
    std::map<std::string, std::size_t> counts;
    std::string word;
    for (char c : prose(1'000'000)) {
      if (is_letter(c)) {
        word += static_cast<char>(c | 0x20);
      } else if (!word.empty()) {
        ++counts[word];
        word.clear();
      }
    }
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> all;
    for (auto& [text, count] : ranked) all.push_back(text);
    return all;
  }();
  return words;
}

}  // namespace unfeigned::bench
