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

std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash =
      mixed(packed(text.data(), text.size()) + text.size() * 0x9E3779B97F4A7C15ULL);
  for (std::size_t at = 8; at < text.size(); at += 8) {
    hash = mixed(hash ^ packed(text.data() + at, std::min<std::size_t>(8, text.size() - at)));
  }
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

WordTable::WordTable()
    : slots_(kFirstSlots), words_(std::make_shared<std::vector<std::string>>()) {}

WordId WordTable::intern(std::string_view spelling) {
  std::uint32_t hash = hash_of(spelling);
  std::uint64_t front = packed(spelling.data(), spelling.size());
  std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].size != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.front != front || slot.size != spelling.size() || slot.hash != hash) continue;
    bool is_same = spelling.size() <= 8 || std::memcmp(spellings_.data() + slot.offset,
                                                       spelling.data(), spelling.size()) == 0;
    if (is_same) return slot.word;
  }
  return add(spelling, hash);
}

WordId WordTable::add(std::string_view spelling, std::uint32_t hash) {
  std::string form = fold_word(spelling);
  WordId word{static_cast<std::uint32_t>(words_->size())};
  // A folded form is its own fold, so this goes one step deep; an ignorable character alone folds
  // to nothing and is a word of its own.
  bool is_folded = form == spelling || form.empty();
  if (is_folded) {
    words_->push_back(std::move(form));
  } else {
    word = intern(form);
  }
  if ((used_ + 1) * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.size != 0) place(slot);
    }
  }
  place({packed(spelling.data(), spelling.size()), hash,
         static_cast<std::uint32_t>(spelling.size()), static_cast<std::uint32_t>(spellings_.size()),
         word});
  ++used_;
  if (spelling.size() > 8) spellings_ += spelling;
  return word;
}

void WordTable::place(const Slot& slot) {
  std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].size != 0) at = (at + 1) & mask;
  slots_[at] = slot;
}

}  // namespace unfeigned
