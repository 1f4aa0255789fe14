#include "match/word_index.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace unfeigned {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kPrefixMark = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t kFilterBitsPerEntry = 16;
constexpr std::size_t kBeginning = 3;  // bytes

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

std::uint64_t length_bit(std::size_t length) {
  return std::uint64_t{1} << std::min<std::size_t>(length, 63);
}

// Of the first three bytes.
std::size_t beginning_of(std::string_view word) {
  std::uint64_t hash = kSeed;
  for (char byte : word.substr(0, kBeginning)) hash = step(hash, byte);
  return static_cast<std::size_t>(finish(hash, true) >> 20U);
}

}  // namespace

void WordIndex::build() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;  // never iterated
  std::vector<std::uint32_t> entry_of;                          // by place in added_
  entry_of.reserve(added_.size());
  for (const auto& [text, id] : added_) {
    auto [place, is_new] = numbers.try_emplace(text, static_cast<std::uint32_t>(entries_.size()));
    if (is_new) {
      entries_.push_back({static_cast<std::uint32_t>(texts_.size()), 0});
      texts_ += text;
    }
    ++entries_[place->second].ids;  // so far: how many
    entry_of.push_back(place->second);
  }
  std::uint32_t end = 0;
  for (Entry& entry : entries_) entry.ids = std::exchange(end, end + entry.ids);
  entries_.push_back({static_cast<std::uint32_t>(texts_.size()), end});
  ids_.resize(end);
  std::vector<std::uint32_t> filled(size());
  for (std::size_t i = 0; i < added_.size(); ++i) {
    ids_[entries_[entry_of[i]].ids + filled[entry_of[i]]++] = added_[i].second;
  }
  added_ = decltype(added_)();  // and their room: braces alone would keep it
  slots_.assign(std::bit_ceil(size() * 2 + 1), {});
  filter_.assign(std::bit_ceil(size() * kFilterBitsPerEntry / 64 + 1), 0);
  lengths_.assign(std::bit_ceil(size() + 1), 0);
  for (std::uint32_t i = 0; i < size(); ++i) place(text_of(i), i);
}

void WordIndex::place(std::string_view text, std::uint32_t entry) {
  bool is_prefix = !text.empty() && text.back() == '*';
  if (is_prefix) text.remove_suffix(1);
  std::uint64_t hash = kSeed;
  for (char byte : text) hash = step(hash, byte);
  hash = finish(hash, is_prefix);
  filter_[(hash >> 6U) & (filter_.size() - 1)] |= std::uint64_t{1} << (hash & 63U);
  std::size_t at = (hash >> 20U) & (slots_.size() - 1);
  while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), entry + 1};
  if (!is_prefix) return;
  bool is_short = text.size() < kBeginning;
  (is_short ? short_lengths_ : lengths_[beginning_of(text) & (lengths_.size() - 1)]) |=
      length_bit(text.size());
}

void WordIndex::look_up(std::uint64_t hash, std::string_view word, bool is_prefix,
                        std::vector<std::uint32_t>& out) const {
  if (((filter_[(hash >> 6U) & (filter_.size() - 1)] >> (hash & 63U)) & 1U) == 0) return;
  std::size_t size = word.size() + (is_prefix ? 1 : 0);
  for (std::size_t at = (hash >> 20U) & (slots_.size() - 1); slots_[at].entry != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash != static_cast<std::uint32_t>(hash >> 32U)) continue;
    std::uint32_t entry = slots_[at].entry - 1;
    std::string_view text = text_of(entry);
    bool is_same =
        text.size() == size && text.starts_with(word) && (!is_prefix || text.back() == '*');
    if (!is_same) continue;
    out.push_back(entry);
    return;
  }
}

void WordIndex::find(std::string_view word, std::vector<std::uint32_t>& out) const {
  if (size() == 0) return;
  std::uint64_t lengths = short_lengths_;
  if (word.size() >= kBeginning) lengths |= lengths_[beginning_of(word) & (lengths_.size() - 1)];
  std::uint64_t hash = kSeed;
  for (std::size_t i = 0; i < word.size(); ++i) {
    hash = step(hash, word[i]);
    if ((lengths & length_bit(i + 1)) != 0)
      look_up(finish(hash, true), word.substr(0, i + 1), true, out);
  }
  look_up(finish(hash, false), word, false, out);
}

}  // namespace unfeigned
