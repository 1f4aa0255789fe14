#include "match/word_trie.h"

namespace unfeigned {

std::uint32_t WordTrie::child_of(std::uint32_t node, char byte) const {
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
      Node fresh;
      fresh.byte = byte;
      fresh.sibling = nodes_[node].child;
      nodes_.push_back(std::move(fresh));
      nodes_[node].child = child;
    }
    node = child;
  }
  (is_prefix ? nodes_[node].prefix : nodes_[node].exact).push_back(id);
}

void WordTrie::find(std::string_view word, std::vector<std::uint32_t>& out) const {
  std::uint32_t node = 0;
  for (char byte : word) {
    node = child_of(node, byte);
    if (node == 0) return;
    const auto& prefix = nodes_[node].prefix;
    out.insert(out.end(), prefix.begin(), prefix.end());
  }
  const auto& exact = nodes_[node].exact;
  out.insert(out.end(), exact.begin(), exact.end());
}

}  // namespace unfeigned
