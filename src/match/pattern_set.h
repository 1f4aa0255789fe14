// All patterns of one pack, compiled once, and the pass that finds their matches in a Document.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/ids.h"
#include "base/span.h"
#include "match/pattern.h"
#include "text/document.h"

namespace unfeigned {

struct PatternSource {
  std::string notation;
  SourcePlace place;
};

// A raw hit. It is maximal: no other hit of the same pattern contains it.
struct Match {
  PatternIndex pattern;
  TokenSpan tokens;
  // Bit i: the pattern names the token tokens.begin + i; 0 where a gap skips over it.
  std::uint64_t named = ~std::uint64_t{0};
  friend auto operator<=>(const Match&, const Match&) = default;
};

struct MatchStatistics {
  std::uint64_t tokens = 0;
  std::uint64_t verifications = 0;  // (token, pattern) pairs that were looked at closely
};

struct CompiledPatterns;

class PatternSet {
 public:
  PatternSet();
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // common_words: folded words, most frequent first; they decide which word of a pattern it is
  // indexed on. Patterns that do not compile are reported and never match; indices stay as given.
  static PatternSet compile(std::span<const PatternSource> patterns, const PatternContext& context,
                            std::span<const std::string> common_words, Diagnostics& diagnostics);

  // Matches in the given sentences of one Document (indices into its sentences()), which must be
  // in order; sorted by (first token, last token, pattern).
  std::vector<Match> find(const Document& document, std::span<const std::uint32_t> sentences,
                          MatchStatistics* statistics) const;

  std::size_t size() const;

 private:
  friend class PatternSearch;
  std::unique_ptr<CompiledPatterns> compiled_;
};

// The same pass for Documents that share a table of words, again and again: what it learnt of a
// word stays. The set must outlive it.
class PatternSearch {
 public:
  explicit PatternSearch(const PatternSet& patterns);
  ~PatternSearch();
  PatternSearch(PatternSearch&&) noexcept;
  PatternSearch& operator=(PatternSearch&&) noexcept;

  // As PatternSet::find.
  std::vector<Match> find(const Document& document, std::span<const std::uint32_t> sentences,
                          MatchStatistics* statistics);

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

}  // namespace unfeigned
