// What the text module needs to know about one language: plain data that a pack fills.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unfeigned {

enum class Script : unsigned char { Latin, Han };

// What stands between two sentences of a script.
constexpr std::string_view sentence_gap(Script script) { return script == Script::Han ? "" : " "; }

struct LanguageProfile {
  std::string language;  // BCP 47 primary subtag: "en"
  Script script = Script::Latin;
  // Folded words that are frequent in this language and rare in the others; each occurrence is one
  // vote for the language of its sentence.
  std::vector<std::string> function_words;
  // Letters (code points, lower case) that this language uses and English does not; one vote each
  // word that has one.
  std::u32string letters;
  // Folded words after which a full stop does not end a sentence: "mr", "e.g".
  std::vector<std::string> abbreviations;
  // Folded words that split off the front of a token at an apostrophe, with it: "l'", "qu'".
  std::vector<std::string> elisions;
  // Han characters that are read as another one, such as a traditional form as its simplified one;
  // sorted by the first. Text and patterns alike are read so, and no chain is followed.
  std::vector<std::pair<char32_t, char32_t>> folds;
  // Folded words that make a bracketed text a merge field: "name", "order".
  std::vector<std::string> merge_fields;
  // The first word of a line such as "From:" that opens quoted mail history, folded.
  std::vector<std::string> history_headers;
};

}  // namespace unfeigned
