// Cuts a block into sentences: ICU's boundaries (UAX #29), mended where service copy defeats them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/document.h"

namespace unfeigned {

class SentenceCutter {
 public:
  explicit SentenceCutter(std::span<const LanguageProfile> profiles);

  // Appends the sentences of view[block], without the white space around them.
  void cut(std::string_view view, Span block, std::vector<Span>& out);

 private:
  bool ends_in_abbreviation(std::string_view view, std::uint32_t begin, std::uint32_t end) const;
  void add_pieces(std::string_view view, Span piece, std::vector<Span>& out) const;

  std::vector<std::string> abbreviations_;  // of all profiles, sorted
  BreakFinder breaks_;
  std::vector<std::uint32_t> boundaries_;
};

// The marks that end a sentence, at its end: ".", "?!" or nothing. Quotation marks and brackets
// after them are left out.
Span ender_of(std::string_view view, Span sentence);

}  // namespace unfeigned
