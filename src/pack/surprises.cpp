#include "pack/surprises.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/characters.h"

namespace unfeigned {

namespace {

// "d'" and "qu'" are as long as what is elided; what is left is a word and no ending.
constexpr std::size_t kLongestElision = 2;
constexpr std::size_t kShortestElided = 3;

struct WrittenWord {
  std::string_view text;
  bool has_star = false;
};

// The words between the signs of the notation; names of lexicons and shapes are none.
std::vector<WrittenWord> written_words(std::string_view notation) {
  constexpr std::string_view kSigns = " ()[]|~#*^";
  std::vector<WrittenWord> words;
  for (std::size_t at = 0; at < notation.size();) {
    std::size_t end = std::min(notation.find_first_of(kSigns, at), notation.size());
    std::string_view text = notation.substr(at, end - at);
    bool has_star = end < notation.size() && notation[end] == '*';
    bool is_gap = at > 0 && notation[at - 1] == '~';
    bool is_none_of = text == "-" && end < notation.size() && notation[end] == '(';
    bool is_name = !text.empty() && (text[0] == '%' || text[0] == '@');
    if (!text.empty() && !is_gap && !is_none_of && !is_name) words.push_back({text, has_star});
    at = std::max(end, at + 1);
  }
  return words;
}

std::string listed(const std::vector<std::string>& words, bool has_star) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  if (has_star) out += '*';
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::uint32_t at = 0; at < text.size(); at += code_point_at(text, at).size) ++count;
  return count;
}

// What is elided has lost its vowel, all but the mute one of "qu'".
bool looks_elided(std::string_view head) {
  constexpr std::string_view kVowels = "aeiouy";
  bool has_mute = head.ends_with("qu");
  return !head.empty() && (has_mute || kVowels.find(head.back()) == std::string_view::npos);
}

// The part up to the apostrophe, where it looks elided and stayed with its word.
std::optional<std::string_view> unsplit_elision(std::string_view word) {
  std::size_t mark = word.find('\'');
  if (mark == std::string_view::npos) return std::nullopt;
  std::string_view head = word.substr(0, mark);
  bool is_elided = looks_elided(head) && count_code_points(head) <= kLongestElision &&
                   count_code_points(word.substr(mark + 1)) >= kShortestElided;
  return is_elided ? std::optional(word.substr(0, mark + 1)) : std::nullopt;
}

// Whether the cut was made elsewhere than behind elided words, where everybody expects it.
bool is_cut_within(const std::vector<std::string>& words) {
  return words.size() > 1 && std::any_of(words.begin(), words.end() - 1,
                                         [](const std::string& w) { return w.back() != '\''; });
}

bool is_han_word(std::string_view word) {
  return !word.empty() && is_han(code_point_at(word, 0).value);
}

bool is_mark(char c) { return c == '.' || c == '!' || c == '?'; }

}  // namespace

void check_surprises(const PatternSource& pattern, WordCutter& cutter, Diagnostics& diagnostics) {
  for (const WrittenWord& written : written_words(pattern.notation)) {
    std::vector<std::string> words = cutter.cut(written.text);
    if (words.empty()) continue;  // a mark that stands alone
    std::string reading = '"' + std::string(written.text) + (written.has_star ? "*" : "") +
                          "\" is read as \"" + listed(words, written.has_star) + '"';
    if (written.has_star && is_han_word(words.back())) {
      diagnostics.warning(pattern.place, reading +
                                             ": a Han character is a word of its own, so the "
                                             "star does nothing.");
    } else if (written.has_star && is_cut_within(words)) {
      diagnostics.warning(pattern.place,
                          reading + ": several words, and the star is of the last one only.");
    }
    if (written.text.size() > 1 && is_mark(written.text.back())) {
      diagnostics.warning(pattern.place, reading + ": a mark is seen only where it stands alone.");
    }
    for (const std::string& word : words) {
      auto elision = unsplit_elision(word);
      if (!elision) continue;
      diagnostics.warning(pattern.place, reading + ": one word, since \"" + std::string(*elision) +
                                             "\" is no elision of the pack.");
    }
  }
}

}  // namespace unfeigned
