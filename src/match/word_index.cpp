#include "match/word_index.h"

#include <algorithm>
#include <bit>

namespace unfeigned {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kPrefixMark = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t kFilterBitsPerEntry = 16;

// FNV-1a, one byte at a time, so that the hashes of all prefixes come along the way.
std::uint64_t step(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
}

// FNV leaves its low bits weak, and a prefix must not be mistaken for the word itself.
std::uint64_t finish(std::uint64_t hash, bool is_prefix) {
  hash ^= is_prefix ? kPrefixMark : 0;
  hash ^= hash >> 32U;
  hash *= 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 29U);
}

std::size_t length_bit(std::size_t length) { return std::min<std::size_t>(length, 63); }

}  // namespace

void WordIndex::add(std::string_view entry, std::uint32_t id) {
  bool is_prefix = !entry.empty() && entry.back() == '*';
  std::string_view word = is_prefix ? entry.substr(0, entry.size() - 1) : entry;
  if (is_prefix) prefix_lengths_ |= std::uint64_t{1} << length_bit(word.size());
  std::uint64_t hash = kSeed;
  for (char byte : word) hash = step(hash, byte);
  entries_.push_back({finish(hash, is_prefix), std::string(entry), {id}});
}

void WordIndex::build() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.text < b.text; });
  std::vector<Entry> merged;
  for (Entry& entry : entries_) {
    if (!merged.empty() && merged.back().text == entry.text) {
      merged.back().ids.push_back(entry.ids.front());
    } else {
      merged.push_back(std::move(entry));
    }
  }
  entries_ = std::move(merged);
  for (Entry& entry : entries_) {
    std::sort(entry.ids.begin(), entry.ids.end());
    entry.ids.erase(std::unique(entry.ids.begin(), entry.ids.end()), entry.ids.end());
  }
  slots_.assign(std::bit_ceil(entries_.size() * 2 + 1), 0);
  filter_.assign(std::bit_ceil(entries_.size() * kFilterBitsPerEntry / 64 + 1), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::uint64_t hash = entries_[i].hash;
    filter_[(hash >> 6U) & (filter_.size() - 1)] |= std::uint64_t{1} << (hash & 63U);
    std::size_t at = (hash >> 20U) & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

void WordIndex::look_up(std::uint64_t hash, std::string_view text, bool is_prefix,
                        std::vector<std::uint32_t>& out) const {
  if (((filter_[(hash >> 6U) & (filter_.size() - 1)] >> (hash & 63U)) & 1U) == 0) return;
  for (std::size_t at = (hash >> 20U) & (slots_.size() - 1); slots_[at] != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    const Entry& entry = entries_[slots_[at] - 1];
    bool is_same = entry.hash == hash && entry.text.size() == text.size() + (is_prefix ? 1 : 0) &&
                   entry.text.compare(0, text.size(), text) == 0;
    if (!is_same) continue;
    out.push_back(slots_[at] - 1);
    return;
  }
}

void WordIndex::find(std::string_view word, std::vector<std::uint32_t>& out) const {
  if (entries_.empty()) return;
  std::uint64_t hash = kSeed;
  for (std::size_t i = 0; i < word.size(); ++i) {
    hash = step(hash, word[i]);
    bool may_be_prefix = ((prefix_lengths_ >> length_bit(i + 1)) & 1U) != 0;
    if (may_be_prefix) look_up(finish(hash, true), word.substr(0, i + 1), true, out);
  }
  look_up(finish(hash, false), word, false, out);
}

}  // namespace unfeigned
