// Gives every distinct spelling of a Document a WordId; spellings that fold to the same form share
// one. Folding is done once a distinct spelling, which is what makes it affordable.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace unfeigned {

class WordTable {
 public:
  WordTable();

  WordId intern(std::string_view spelling);
  const std::vector<std::string>& words() const { return *words_; }
  // They outlive the table, and grow with it: a word that has its WordId keeps it.
  std::shared_ptr<const std::vector<std::string>> shared_words() const { return words_; }

 private:
  // All that a look-up compares stands in the slot itself: one reach into memory a word.
  struct Slot {
    std::uint64_t front = 0;  // the first eight bytes: all there is of most words
    std::uint32_t hash = 0;
    std::uint32_t size = 0;    // bytes; 0 is a free slot
    std::uint32_t offset = 0;  // into spellings_
    WordId word;
  };

  WordId add(std::string_view spelling, std::uint32_t hash);
  void place(const Slot& slot);

  std::vector<Slot> slots_;  // open addressing
  std::size_t used_ = 0;
  std::string spellings_;  // of words longer than eight bytes
  std::shared_ptr<std::vector<std::string>> words_;
};

}  // namespace unfeigned
