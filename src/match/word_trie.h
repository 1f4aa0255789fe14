// All words and prefixes that the patterns of a pack name, as a trie over bytes: one walk along a
// word finds every class that holds it. The walk ends at the first byte that no pattern shares,
// for most words after three or four, however many patterns there are.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace unfeigned {

class WordTrie {
 public:
  WordTrie() : nodes_(1), lists_(1) {}

  // Entry as in WordClasses: a word, or a prefix ending in '*'.
  void add(std::string_view entry, std::uint32_t id);
  // Appends the ids of all entries that the word is or begins with; not sorted, may repeat.
  void find(std::string_view word, std::vector<std::uint32_t>& out) const;

 private:
  // Small, because the walk is bound by memory: most of a text's words end at one of the first nodes.
  struct Node {
    char byte = 0;
    std::uint32_t child = 0;    // 0: none; node 0 is the root and nobody's child
    std::uint32_t sibling = 0;
    std::uint32_t exact = 0;    // index into lists_; 0 is the empty list
    std::uint32_t prefix = 0;
  };

  std::uint32_t child_of(std::uint32_t node, char byte) const;
  void append(std::uint32_t list, std::vector<std::uint32_t>& out) const;

  std::vector<Node> nodes_;
  std::array<std::uint32_t, 256> first_{};  // children of the root by byte
  std::vector<std::vector<std::uint32_t>> lists_;
};

}  // namespace unfeigned
