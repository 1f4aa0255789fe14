// All words and prefixes that the patterns of a pack name, as a trie over bytes: one walk along a
// word finds every class that holds it. The walk ends at the first byte that no pattern shares,
// for most words after three or four, however many patterns there are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

class WordTrie {
 public:
  WordTrie() : nodes_(1) {}

  // Entry as in WordClasses: a word, or a prefix ending in '*'. Ids of one entry come in order.
  void add(std::string_view entry, std::uint32_t id);
  // Appends the ids of all entries that the word is or begins with; not sorted, may repeat.
  void find(std::string_view word, std::vector<std::uint32_t>& out) const;

 private:
  struct Node {
    char byte = 0;
    std::uint32_t child = 0;    // 0: none; node 0 is the root and nobody's child
    std::uint32_t sibling = 0;
    std::vector<std::uint32_t> exact;
    std::vector<std::uint32_t> prefix;
  };

  std::uint32_t child_of(std::uint32_t node, char byte) const;

  std::vector<Node> nodes_;
};

}  // namespace unfeigned
