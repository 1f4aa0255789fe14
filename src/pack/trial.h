// Tries a rule with one of its parts left out or written otherwise: which of its examples would
// turn out differently. Raw matches are looked at, with the rule's own exceptions; guards and other
// rules are not asked.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "audit/pack.h"
#include "pack/examples.h"
#include "text/document.h"

namespace unfeigned {

// A rule that is otherwise in one pattern or exception.
struct Variant {
  bool is_exception = false;
  std::uint32_t part = 0;  // index into patterns or unless
  std::string notation;    // what stands there instead; empty: nothing
};

enum class Need : std::uint8_t {
  Needed,  // an example turns out differently
  NotNeeded,
  Untried,  // the rule cannot be without it
};

// The spans that one pattern or exception matches, in one text.
using Places = std::vector<Span>;

// What a rule's examples hold for it, found once.
class RuleTrial {
 public:
  // The examples that speak of the rule are picked out; those of a marker are those of its claims.
  RuleTrial(const PackSet& packs, std::uint32_t pack, const Rule& rule,
            std::span<const Example> examples);

  bool has_examples() const { return !texts_.empty(); }
  std::vector<Need> try_all(std::span<const Variant> variants);

  // Whether this pattern matches in the examples, but only words that another pattern of the rule
  // matches as well.
  bool is_shadowed(std::uint32_t part) const;

 private:
  struct Text {
    const Example* example = nullptr;
    Document document;
    std::vector<Places> parts;       // by pattern of the rule
    std::vector<Places> exceptions;  // by exception of the rule
  };
  // How an example turns out.
  struct Result {
    bool is_met = false;
    Places places;  // of all matches that no exception meets, sorted, each once
  };

  std::vector<std::vector<Places>> find(const std::vector<PatternSource>& patterns,
                                        std::vector<bool>& is_usable) const;
  Result result_of(const Text& text, const std::vector<Places>& parts,
                   const std::vector<Places>& exceptions) const;
  static bool differs(const Example& example, const Result& before, const Result& after);

  const PackSet& packs_;
  const Pack& pack_;
  const Rule& rule_;
  std::vector<Text> texts_;
};

}  // namespace unfeigned
