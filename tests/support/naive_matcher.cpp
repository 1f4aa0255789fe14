#include "support/naive_matcher.h"

#include <algorithm>
#include <set>

namespace unfeigned::testing {
namespace {

using Ends = std::set<std::uint32_t>;

struct Naive {
  const ParsedPattern& pattern;
  const Document& document;
  TokenSpan block;

  bool word_fits(const Node& node, std::string_view word) const {
    if (node.kind == NodeKind::Word)
      return word == node.text || (!node.bare.empty() && word == node.bare);
    return word.starts_with(node.text) || (!node.bare.empty() && word.starts_with(node.bare));
  }

  bool token_fits(const Node& node, std::uint32_t at) const {
    const Token& token = document.tokens()[at];
    std::string_view word = document.word(token.word);
    bool is_word = token.kind == TokenKind::Word || token.kind == TokenKind::Number ||
                   token.kind == TokenKind::Han;
    bool is_address = (token.shape & (kShapeAddress | kShapeUrl)) != 0;
    switch (node.kind) {
      case NodeKind::Word:
      case NodeKind::Prefix:
        return is_word && !is_address && word_fits(node, word);
      case NodeKind::Number:
        return token.kind == TokenKind::Number;
      case NodeKind::Shape:
        return (token.shape & node.shape) != 0;
      case NodeKind::Merge:
        return token.kind == TokenKind::MergeField;
      case NodeKind::Ender:
        return token.kind == TokenKind::Ender && word == node.text;
      case NodeKind::NoneOf:
        return is_word &&
               std::none_of(node.children.begin(), node.children.end(), [&](std::uint32_t child) {
                 return word_fits(pattern.nodes[child], word);
               });
      default:
        return false;
    }
  }

  // Where a match of the node that begins at `at` can end.
  Ends ends(std::uint32_t index, std::uint32_t at) const {
    const Node& node = pattern.nodes[index];
    switch (node.kind) {
      case NodeKind::Start: {
        bool is_first =
            at < block.end && document.sentences()[document.sentence_of(at)].tokens.begin == at;
        return is_first ? Ends{at} : Ends{};
      }
      case NodeKind::Gap: {
        Ends all{at};
        for (std::uint32_t i = at; i < block.end && i - at < node.limit; ++i) {
          if (document.tokens()[i].kind == TokenKind::Ender) break;
          all.insert(i + 1);
        }
        return all;
      }
      case NodeKind::Sequence: {
        Ends all{at};
        for (std::uint32_t child : node.children) {
          Ends next;
          for (std::uint32_t from : all) next.merge(ends(child, from));
          all = std::move(next);
        }
        return all;
      }
      case NodeKind::Choice: {
        Ends all;
        for (std::uint32_t child : node.children) all.merge(ends(child, at));
        return all;
      }
      case NodeKind::Optional: {
        Ends all = ends(node.children.front(), at);
        all.insert(at);
        return all;
      }
      default:
        return at < block.end && token_fits(node, at) ? Ends{at + 1} : Ends{};
    }
  }
};

}  // namespace

std::vector<TokenSpan> naive_matches(const ParsedPattern& pattern, const Document& document) {
  std::vector<TokenSpan> all;
  auto root = static_cast<std::uint32_t>(pattern.nodes.size() - 1);
  for (const Block& block : document.blocks()) {
    if (block.sentences.is_empty()) continue;
    TokenSpan tokens{document.sentences()[block.sentences.begin].tokens.begin,
                     document.sentences()[block.sentences.end - 1].tokens.end};
    Naive naive{pattern, document, tokens};
    for (std::uint32_t begin = tokens.begin; begin < tokens.end; ++begin) {
      for (std::uint32_t end : naive.ends(root, begin)) {
        if (end > begin) all.push_back({begin, end});
      }
    }
  }
  std::vector<TokenSpan> maximal;
  for (TokenSpan one : all) {
    bool is_inside = std::any_of(all.begin(), all.end(), [&](TokenSpan other) {
      return other != one && other.contains(one);
    });
    if (!is_inside) maximal.push_back(one);
  }
  std::sort(maximal.begin(), maximal.end());
  return maximal;
}

}  // namespace unfeigned::testing
