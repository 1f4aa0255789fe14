// All words and prefixes that the patterns of a pack name, by hash: which classes hold a word. Most
// words of a text are in none, and a small table of bits says so without a reach into memory, so
// the cost hardly depends on how many words the patterns name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

class WordIndex {
 public:
  // Entry as in WordClasses: a word, or a prefix ending in '*'. Nothing is found before build().
  void add(std::string_view entry, std::uint32_t id);
  void build();

  // Appends the numbers of all entries that the word is or begins with.
  void find(std::string_view word, std::vector<std::uint32_t>& out) const;

  std::size_t size() const { return entries_.size(); }
  // Sorted, each once.
  std::span<const std::uint32_t> ids(std::uint32_t entry) const { return entries_[entry].ids; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::string text;  // with its '*'
    std::vector<std::uint32_t> ids;
  };

  void look_up(std::uint64_t hash, std::string_view text, bool is_prefix,
               std::vector<std::uint32_t>& out) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;   // open addressing: index + 1 into entries_, 0 is free
  std::vector<std::uint64_t> filter_;  // bits: a hash that some entry has
  std::uint64_t prefix_lengths_ = 0;  // bit n: there is a prefix of n bytes; bit 63 for longer ones
};

}  // namespace unfeigned
