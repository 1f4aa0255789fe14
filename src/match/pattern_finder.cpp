// The matcher.
//
// What: for every pattern of a pack, all its maximal matches in a text.
// Trick: a pattern has words that every match must contain. Each pattern is indexed on the rarest
// set of them (common_words tells what is rare), so that at a token only those patterns are looked
// at whose anchor just stands there: a few for one token in ten. The look is a walk over the
// pattern's position automaton with its states as bits, from the anchor to the right as far as it
// goes and to the left as far as it goes; what it spans is the largest match through this anchor.
// Before that, the words to either side are held against what may stand there (Buckets); and where
// anything may, the words around against another set that every match must contain. That turns nine
// looks of ten away.
// A token's words and prefixes are found once a distinct word of the text (WordIndex), and each of
// them lists its anchors side by side, so the cost of a token does not grow with the number of
// patterns that do not anchor on it. Alternatives: multiplying the alternatives out into phrases
// for Aho-Corasick gives a hundred times as many phrases; one automaton for all patterns needs
// states that gaps multiply.
#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <span>
#include <utility>

#include "base/check.h"
#include "base/order.h"
#include "match/compiled_patterns.h"
#include "match/pattern_set.h"

namespace unfeigned {
namespace {

// States of an automaton. Nearly all patterns have at most 64 positions and need one word.
template <std::size_t Words>
using Bits = std::array<std::uint64_t, Words>;

// A distinct word of a Document that some pattern names.
struct NamedWord {
  // What may stand beside it, over all of its glances: most of the times none of them fits.
  Buckets left = 0;
  Buckets right = 0;
  // The entries of the WordIndex that the word is, in Finder::entries_.
  std::uint32_t entries_begin = 0;
  std::uint32_t entries_end = 0;
};

// A distinct word of a Document: its bucket and, in Finder::named_, what the patterns ask of it.
// Most tokens are asked for no more than that, so it is kept small.
class WordInfo {
 public:
  WordInfo() = default;
  WordInfo(std::uint32_t named, bool has_glances, Buckets bucket)
      : bits_(named << 8U | (has_glances ? kHasGlances : 0U) | kIsKnown |
              static_cast<std::uint32_t>(std::countr_zero(bucket))) {}
  bool is_known() const { return bits_ != 0; }
  Buckets bucket() const { return Buckets{1} << (bits_ & (kIsKnown - 1)); }
  bool has_glances() const { return (bits_ & kHasGlances) != 0; }
  std::uint32_t named() const { return bits_ >> 8U; }

 private:
  // Below them the number of the bucket, above them the place in named_.
  static constexpr std::uint32_t kIsKnown = 64;
  static constexpr std::uint32_t kHasGlances = 128;

  std::uint32_t bits_ = 0;
};

}  // namespace

// Passes over the tokens of one Document after another.
class PatternSearch::Finder {
 public:
  explicit Finder(const CompiledPatterns& compiled) : compiled_(compiled) {}

  void begin(const Document& document) {
    document_ = &document;
    if (infos_.size() < document.word_count()) infos_.resize(document.word_count());
  }

  void look_at(std::uint32_t token, TokenSpan block) {
    const Token& here = document_->tokens()[token];
    block_ = block;
    if (here.kind == TokenKind::Ender) return verify_all(compiled_.ender_anchors, token);
    if (here.kind == TokenKind::MergeField) return verify_all(compiled_.merge_anchors, token);
    const WordInfo info = info_of(here.word);
    if (info.has_glances()) glance(info.named(), token);
    if (here.kind == TokenKind::Number) verify_all(compiled_.number_anchors, token);
    if (here.shape != 0) verify_all(compiled_.shape_anchors, token);
  }

  std::vector<Match> take() {
    keep_maximal();
    for (Match& match : matches_) match.named = named_tokens(match);
    return std::exchange(matches_, {});
  }
  std::uint64_t take_verifications() { return std::exchange(verifications_, 0); }

  bool accepts(const Position& position, std::uint32_t token) {
    const Token& here = document_->tokens()[token];
    if (position.kind == PositionKind::Class &&
        (position.buckets & info_of(here.word).bucket()) == 0)
      return false;
    bool is_word = here.kind == TokenKind::Word || here.kind == TokenKind::Number ||
                   here.kind == TokenKind::Han;
    // The parts of an address are no words: nobody says "we miss you" by owning that domain.
    bool is_address = (here.shape & (kShapeAddress | kShapeUrl)) != 0;
    switch (position.kind) {
      case PositionKind::Class:
        return is_word && !is_address && has_class(here.word, position.word_class);
      case PositionKind::NotClass:
        return is_word && !has_class(here.word, position.word_class);
      case PositionKind::Number:
        return here.kind == TokenKind::Number;
      case PositionKind::Shape:
        return (here.shape & position.shape) != 0;
      case PositionKind::Merge:
        return here.kind == TokenKind::MergeField;
      case PositionKind::Ender:
        return here.kind == TokenKind::Ender && document_->word(here.word)[0] == position.ender;
      case PositionKind::Any:
        return here.kind != TokenKind::Ender;
    }
    return false;
  }

 private:
  // Looked up when a word is first met: a pass over a few sentences does not pay for all words.
  WordInfo info_of(WordId word) {
    WordInfo& info = infos_[word.index()];
    if (!info.is_known()) {
      std::uint32_t named = learn(document_->word(word));
      bool has_glances = named_[named].left != 0;
      info = WordInfo(named, has_glances, bucket_of(document_->word(word)));
    }
    return info;
  }

  // Its place in named_; 0 when no pattern names it.
  std::uint32_t learn(std::string_view word) {
    NamedWord named;
    named.entries_begin = static_cast<std::uint32_t>(entries_.size());
    compiled_.words.find(word, entries_);
    named.entries_end = static_cast<std::uint32_t>(entries_.size());
    if (named.entries_begin == named.entries_end) return 0;
    for (std::uint32_t i = named.entries_begin; i < named.entries_end; ++i) {
      for (const Glance& glance : compiled_.glances_of(entries_[i])) {
        named.left |= glance.left;
        named.right |= glance.right;
      }
    }
    named_.push_back(named);
    return static_cast<std::uint32_t>(named_.size() - 1);
  }

  bool has_class(WordId word, ClassId id) {
    const NamedWord& named = named_[info_of(word).named()];
    for (std::uint32_t i = named.entries_begin; i < named.entries_end; ++i) {
      auto ids = compiled_.words.ids(entries_[i]);
      if (std::binary_search(ids.begin(), ids.end(), id)) return true;
    }
    return false;
  }

  // Looks closely at the anchors of a word whose neighbours fit.
  void glance(std::uint32_t word, std::uint32_t token) {
    Buckets left = token > block_.begin ? bucket_at(token - 1) : 0;
    Buckets right = token + 1 < block_.end ? bucket_at(token + 1) : 0;
    const NamedWord named = named_[word];
    if (!fits(named.left, left) || !fits(named.right, right)) return;
    for (std::uint32_t i = named.entries_begin; i < named.entries_end; ++i) {
      for (const Glance& one : compiled_.glances_of(entries_[i])) {
        if (fits(one.left, left) && fits(one.right, right))
          look_closely(one.anchor, token, left, right);
      }
    }
  }

  void look_closely(std::uint32_t index, std::uint32_t token, Buckets left, Buckets right) {
    const Anchor& anchor = compiled_.class_anchors[index];
    if (anchor.left_class && (left == 0 || !has_class_at(token - 1, *anchor.left_class))) return;
    if (anchor.right_class && (right == 0 || !has_class_at(token + 1, *anchor.right_class))) return;
    if (anchor.partner && !has_partner(anchor, token)) return;
    verify(anchor, token);
  }

  bool has_partner(const Anchor& anchor, std::uint32_t token) {
    std::uint32_t begin = token - std::min<std::uint32_t>(anchor.reach_left, token - block_.begin);
    std::uint32_t end = std::min(token + anchor.reach_right + 1, block_.end);
    for (std::uint32_t at = begin; at < end; ++at) {
      if ((bucket_at(at) & anchor.partner_buckets) != 0 && has_class_at(at, *anchor.partner))
        return true;
    }
    return false;
  }

  // What is no word is in no bucket: it can stand only where all of them may.
  Buckets bucket_at(std::uint32_t token) {
    const Token& here = document_->tokens()[token];
    return here.kind == TokenKind::Ender || here.kind == TokenKind::MergeField ||
                   here.kind == TokenKind::Slot
               ? 0
               : info_of(here.word).bucket();
  }
  // Only asked where the bucket is not empty, so that there is a word at the token.
  bool has_class_at(std::uint32_t token, ClassId id) {
    return has_class(document_->tokens()[token].word, id);
  }
  static bool fits(Buckets allowed, Buckets there) {
    return allowed == kAllBuckets || (allowed & there) != 0;
  }

  void verify_all(const std::vector<Anchor>& anchors, std::uint32_t token) {
    for (const Anchor& anchor : anchors) verify(anchor, token);
  }

  // The largest match that has this position at this token.
  void verify(const Anchor& anchor, std::uint32_t token) {
    ++verifications_;
    const Automaton& automaton = compiled_.automata[anchor.pattern];
    if (automaton.positions.size() == 1 && !automaton.starts_sentence) {
      // Single words are most of the cues: finding the word was finding the match.
      if (accepts(automaton.positions[0], token))
        matches_.push_back({PatternIndex{anchor.pattern}, {token, token + 1}});
      return;
    }
    if (!accepts(automaton.positions[anchor.position], token)) return;
    if (automaton.words == 1) {
      verify_both_ways<1>(automaton, anchor, token);
    } else {
      verify_both_ways<kMaxPositions / 64>(automaton, anchor, token);
    }
  }

  template <std::size_t Words>
  void verify_both_ways(const Automaton& automaton, const Anchor& anchor, std::uint32_t token) {
    // The side with fewer words to choose from is the one to fail on.
    bool is_left_first = std::popcount(anchor.left) < std::popcount(anchor.right);
    std::uint32_t begin =
        is_left_first ? reach<Words>(automaton, anchor.position, token, block_.begin, -1) : 0;
    if (begin == kNowhere) return;
    std::uint32_t end = reach<Words>(automaton, anchor.position, token, block_.end, 1);
    if (end == kNowhere) return;
    if (!is_left_first) begin = reach<Words>(automaton, anchor.position, token, block_.begin, -1);
    if (begin == kNowhere) return;
    matches_.push_back({PatternIndex{anchor.pattern}, {begin, end + 1}});
  }

  static constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;

  // Walks from a position to the right (+1) or left (-1) and returns the farthest token at which
  // the pattern could end or begin.
  template <std::size_t Words>
  std::uint32_t reach(const Automaton& automaton, std::uint32_t position, std::uint32_t token,
                      std::uint32_t limit, int step) {
    const auto& edges = step > 0 ? automaton.follow : automaton.precede;
    const auto& goals = step > 0 ? automaton.last : automaton.first;
    std::size_t words = Words == 1 ? 1 : automaton.words;
    Bits<Words> states{};
    states[position / 64] = std::uint64_t{1} << (position % 64);
    std::uint32_t farthest = kNowhere;
    for (std::uint32_t at = token;; at = step > 0 ? at + 1 : at - 1) {
      bool is_goal = false;
      for (std::size_t w = 0; w < words; ++w) is_goal = is_goal || (states[w] & goals[w]) != 0;
      if (is_goal && (step > 0 || !automaton.starts_sentence || starts_sentence(at))) farthest = at;
      bool is_edge = step > 0 ? at + 1 >= limit : at <= limit;
      if (is_edge || !advance<Words>(automaton, edges, states, step > 0 ? at + 1 : at - 1))
        return farthest;
    }
  }

  // Moves the states along the edges to the token; false when none is left.
  template <std::size_t Words>
  bool advance(const Automaton& automaton, const std::vector<std::uint64_t>& edges,
               Bits<Words>& states, std::uint32_t token) {
    std::size_t words = Words == 1 ? 1 : automaton.words;
    Bits<Words> next{};
    for (std::size_t w = 0; w < words; ++w) {
      for (std::uint64_t left = states[w]; left != 0; left &= left - 1) {
        std::size_t from = w * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
        for (std::size_t k = 0; k < words; ++k) next[k] |= edges[from * words + k];
      }
    }
    bool is_alive = false;
    for (std::size_t w = 0; w < words; ++w) {
      for (std::uint64_t left = next[w]; left != 0; left &= left - 1) {
        auto bit = static_cast<std::size_t>(__builtin_ctzll(left));
        if (!accepts(automaton.positions[w * 64 + bit], token))
          next[w] &= ~(std::uint64_t{1} << bit);
      }
      is_alive = is_alive || next[w] != 0;
    }
    states = next;
    return is_alive;
  }

  bool starts_sentence(std::uint32_t token) const {
    return document_->sentences()[document_->sentence_of(token)].tokens.begin == token;
  }

  // Which tokens the pattern names, along one path through it: forward to the positions that can
  // stand at each token, then back from the end, over named positions where there is a choice.
  std::uint64_t named_tokens(const Match& match) {
    const Automaton& automaton = compiled_.automata[match.pattern.index()];
    auto has = [&](const std::vector<std::uint64_t>& bits, std::size_t row, std::size_t bit) {
      return ((bits[row * automaton.words + bit / 64] >> (bit % 64)) & 1U) != 0;
    };
    std::size_t size = match.tokens.size();
    reachable_.assign(size, {});
    for (std::size_t i = 0; i < size; ++i) {
      auto token = static_cast<std::uint32_t>(match.tokens.begin + i);
      for (std::uint32_t p = 0; p < automaton.positions.size(); ++p) {
        bool is_linked = i == 0 && has(automaton.first, 0, p);
        for (std::size_t k = 0; i > 0 && !is_linked && k < reachable_[i - 1].size(); ++k) {
          is_linked = has(automaton.follow, reachable_[i - 1][k], p);
        }
        if (is_linked && accepts(automaton.positions[p], token)) reachable_[i].push_back(p);
      }
    }
    std::uint64_t named = ~std::uint64_t{0};
    std::uint32_t next = 0;
    for (std::size_t i = size; i-- > 0;) {
      std::optional<std::uint32_t> chosen;
      for (std::uint32_t p : reachable_[i]) {
        bool is_linked = i + 1 == size ? has(automaton.last, 0, p) : has(automaton.follow, p, next);
        bool is_better = !chosen || automaton.positions[*chosen].kind == PositionKind::Any;
        if (is_linked && is_better) chosen = p;
      }
      UF_CHECK(chosen.has_value());
      if (automaton.positions[*chosen].kind == PositionKind::Any && i < 64)
        named &= ~(std::uint64_t{1} << i);
      next = *chosen;
    }
    return named;
  }

  // Sorted by pattern, then begin, then the longest first, a match is contained in another of its
  // pattern exactly when its end is not past all ends before it.
  void keep_maximal() {
    put_in_order(matches_, [](const Match& a, const Match& b) {
      if (a.pattern != b.pattern) return a.pattern < b.pattern;
      if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
      return a.tokens.end > b.tokens.end;
    });
    std::vector<Match> kept;
    for (const Match& match : matches_) {
      bool is_inside = !kept.empty() && kept.back().pattern == match.pattern &&
                       kept.back().tokens.end >= match.tokens.end;
      if (!is_inside) kept.push_back(match);
    }
    put_in_order(kept, [](const Match& a, const Match& b) {
      return a.tokens != b.tokens ? a.tokens < b.tokens : a.pattern < b.pattern;
    });
    matches_ = std::move(kept);
  }

  const CompiledPatterns& compiled_;
  const Document* document_ = nullptr;
  TokenSpan block_;
  std::vector<WordInfo> infos_;                               // by WordId
  std::vector<NamedWord> named_ = std::vector<NamedWord>(1);  // the first is of all other words
  std::vector<std::uint32_t> entries_;                        // of the NamedWords
  std::vector<std::vector<std::uint32_t>> reachable_;         // scratch of named_tokens
  std::vector<Match> matches_;
  std::uint64_t verifications_ = 0;
};

PatternSearch::PatternSearch(const PatternSet& patterns)
    : finder_(std::make_unique<Finder>(*patterns.compiled_)) {}
PatternSearch::~PatternSearch() = default;
PatternSearch::PatternSearch(PatternSearch&&) noexcept = default;
PatternSearch& PatternSearch::operator=(PatternSearch&&) noexcept = default;

std::vector<Match> PatternSearch::find(const Document& document,
                                       std::span<const std::uint32_t> sentences,
                                       MatchStatistics* statistics) {
  if (sentences.empty()) return {};
  finder_->begin(document);
  for (std::uint32_t index : sentences) {
    const Sentence& sentence = document.sentences()[index];
    const SentenceSpan own = document.blocks()[sentence.block].sentences;
    TokenSpan block{document.sentences()[own.begin].tokens.begin,
                    document.sentences()[own.end - 1].tokens.end};
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      finder_->look_at(t, block);
    if (statistics != nullptr) statistics->tokens += sentence.tokens.size();
  }
  std::vector<Match> matches = finder_->take();
  if (statistics != nullptr) statistics->verifications += finder_->take_verifications();
  return matches;
}

std::vector<Match> PatternSet::find(const Document& document,
                                    std::span<const std::uint32_t> sentences,
                                    MatchStatistics* statistics) const {
  if (sentences.empty()) return {};
  return PatternSearch(*this).find(document, sentences, statistics);
}

}  // namespace unfeigned
