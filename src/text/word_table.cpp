#include "text/word_table.h"

#include <cstring>

#include "text/fold.h"

namespace unfeigned {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two

// Words are short: eight bytes a step and one strong mix a step are both quick and spread well.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15ULL;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left > 0) {
    std::uint64_t chunk = 0;
    std::size_t step = left < 8 ? left : 8;
    std::memcpy(&chunk, at, step);
    hash = (hash ^ chunk) * 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 32U;
    at += step;
    left -= step;
  }
  return hash;
}

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots, 0) {}

WordId WordTable::intern(std::string_view spelling) {
  std::uint64_t hash = hash_of(spelling);
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[slots_[at] - 1];
    if (entry.hash == hash && entry.size == spelling.size() &&
        std::memcmp(spellings_.data() + entry.offset, spelling.data(), spelling.size()) == 0) {
      return entry.word;
    }
  }
  return add(spelling, hash);
}

WordId WordTable::add(std::string_view spelling, std::uint64_t hash) {
  std::string form = fold_word(spelling);
  auto next = WordId{static_cast<std::uint32_t>(words_.size())};
  auto [place, is_new] = folded_.try_emplace(form, next);
  if (is_new) words_.push_back(std::move(form));
  entries_.push_back({hash, static_cast<std::uint32_t>(spellings_.size()),
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
