#include "match/word_trie.h"

namespace unfeigned {

std::uint32_t WordTrie::child_of(std::uint32_t node, char byte) const {
  if (node == 0) return first_[static_cast<unsigned char>(byte)];
  std::uint32_t child = nodes_[node].child;
  while (child != 0 && nodes_[child].byte != byte) child = nodes_[child].sibling;
  return child;
}

void WordTrie::add(std::string_view entry, std::uint32_t id) {
  bool is_prefix = !entry.empty() && entry.back() == '*';
  if (is_prefix) entry.remove_suffix(1);
  std::uint32_t node = 0;
  for (char byte : entry) {
    std::uint32_t child = child_of(node, byte);
    if (child == 0) {
      child = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back({byte, 0, node == 0 ? 0 : nodes_[node].child, 0, 0});
      (node == 0 ? first_[static_cast<unsigned char>(byte)] : nodes_[node].child) = child;
    }
    node = child;
  }
  std::uint32_t& list = is_prefix ? nodes_[node].prefix : nodes_[node].exact;
  if (list == 0) {
    list = static_cast<std::uint32_t>(lists_.size());
    lists_.emplace_back();
  }
  lists_[list].push_back(id);
}

void WordTrie::append(std::uint32_t list, std::vector<std::uint32_t>& out) const {
  if (list != 0) out.insert(out.end(), lists_[list].begin(), lists_[list].end());
}

void WordTrie::find(std::string_view word, std::vector<std::uint32_t>& out) const {
  std::uint32_t node = 0;
  for (char byte : word) {
    node = child_of(node, byte);
    if (node == 0) return;
    append(nodes_[node].prefix, out);
  }
  append(nodes_[node].exact, out);
}

}  // namespace unfeigned
