// Gives every distinct spelling of a Document a WordId; spellings that fold to the same form share
// one. Folding is done once a distinct spelling, which is what makes it affordable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"

namespace unfeigned {

class WordTable {
 public:
  WordTable();

  WordId intern(std::string_view spelling);
  const std::vector<std::string>& words() const { return words_; }
  std::vector<std::string> take() { return std::move(words_); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t front = 0;   // the first eight bytes: all there is of most words
    std::uint32_t offset = 0;  // into spellings_
    std::uint32_t size = 0;
    WordId word;
  };

  WordId add(std::string_view spelling, std::uint64_t hash);
  void grow();

  std::vector<std::uint32_t> slots_;  // open addressing; index + 1 into entries_, 0 is free
  std::vector<Entry> entries_;
  std::string spellings_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, WordId> folded_;  // looked up, never iterated
};

}  // namespace unfeigned
