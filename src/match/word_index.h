// All words and prefixes that the patterns of a pack name, by hash: which classes hold a word. Most
// words of a text are in none, and a small table of bits says so without a reach into memory, so
// the cost hardly depends on how many words the patterns name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unfeigned {

class WordIndex {
 public:
  // Entry as in WordClasses: a word, or a prefix ending in '*'; what it points to must stay until
  // build(), before which nothing is found. The ids of an entry come in order, each once.
  void add(std::string_view entry, std::uint32_t id) { added_.emplace_back(entry, id); }
  void build();

  // Appends the numbers of all entries that the word is or begins with.
  void find(std::string_view word, std::vector<std::uint32_t>& out) const;

  std::size_t size() const { return entries_.empty() ? 0 : entries_.size() - 1; }
  // In order, each once.
  std::span<const std::uint32_t> ids(std::uint32_t entry) const {
    return std::span(ids_).subspan(entries_[entry].ids,
                                   entries_[entry + 1].ids - entries_[entry].ids);
  }

 private:
  // Where an entry begins in texts_, with its '*', and in ids_; it ends where the next one begins.
  struct Entry {
    std::uint32_t text = 0;
    std::uint32_t ids = 0;
  };
  // Half of the hash stands in the slot, so that other entries are not reached for.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // index + 1 into entries_, 0 is free
  };

  std::string_view text_of(std::uint32_t entry) const {
    return std::string_view(texts_).substr(entries_[entry].text,
                                           entries_[entry + 1].text - entries_[entry].text);
  }
  void place(std::string_view text, std::uint32_t entry);
  void look_up(std::uint64_t hash, std::string_view word, bool is_prefix,
               std::vector<std::uint32_t>& out) const;

  std::vector<std::pair<std::string_view, std::uint32_t>> added_;  // until build()
  std::vector<Entry> entries_;  // and one where the last one ends
  std::string texts_;
  std::vector<std::uint32_t> ids_;
  std::vector<Slot> slots_;            // open addressing
  std::vector<std::uint64_t> filter_;  // bits: a hash that some entry has
  // How long prefixes are, in bytes, as bits; bit 63 for longer ones.
  std::uint64_t short_lengths_ = 0;     // of those too short to tell by their beginning
  std::vector<std::uint64_t> lengths_;  // of the others, by the hash of their first bytes
};

}  // namespace unfeigned
