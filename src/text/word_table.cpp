#include "text/word_table.h"

#include <algorithm>
#include <cstring>

#include "text/fold.h"

namespace unfeigned {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two

// Up to eight bytes as one number.
std::uint64_t packed(const char* at, std::size_t size) {
  std::uint64_t value = 0;
  if (size >= 8) {
    std::memcpy(&value, at, 8);
  } else if (size >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + size - 4, 4);
    value = low | (static_cast<std::uint64_t>(high) << (8 * (size - 4)));
  } else {
    for (std::size_t i = 0; i < size; ++i) {
      value |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
    }
  }
  return value;
}

std::uint64_t mixed(std::uint64_t hash) {
  hash *= 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 32U);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = mixed(packed(text.data(), text.size()) + text.size() * 0x9E3779B97F4A7C15ULL);
  for (std::size_t at = 8; at < text.size(); at += 8) {
    hash = mixed(hash ^ packed(text.data() + at, std::min<std::size_t>(8, text.size() - at)));
  }
  return hash;
}

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots, 0) {}

WordId WordTable::intern(std::string_view spelling) {
  std::uint64_t hash = hash_of(spelling);
  std::uint64_t front = packed(spelling.data(), spelling.size());
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash != hash || entry.size != spelling.size() || entry.front != front) continue;
    bool is_same = spelling.size() <= 8 ||
                   std::memcmp(spellings_.data() + entry.offset, spelling.data(), spelling.size()) == 0;
    if (is_same) return entry.word;
  }
  return add(spelling, hash);
}

WordId WordTable::add(std::string_view spelling, std::uint64_t hash) {
  std::string form = fold_word(spelling);
  auto next = WordId{static_cast<std::uint32_t>(words_.size())};
  auto [place, is_new] = folded_.try_emplace(form, next);
  if (is_new) words_.push_back(std::move(form));
  entries_.push_back({hash, packed(spelling.data(), spelling.size()),
                      static_cast<std::uint32_t>(spellings_.size()),
                      static_cast<std::uint32_t>(spelling.size()), place->second});
  spellings_ += spelling;
  if (entries_.size() * 2 > slots_.size()) {
    grow();
  } else {
    std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(entries_.size());
  }
  return place->second;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace unfeigned
