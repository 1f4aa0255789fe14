#include "pack/branches.h"

#include <cstddef>
#include <utility>

namespace unfeigned {

namespace {

struct Bracket {
  std::size_t begin = 0;           // of its contents
  std::vector<std::size_t> marks;  // where its '|' stand
};

Branch cut_out(std::string_view notation, std::size_t begin, std::size_t end,
               std::string_view words) {
  return {std::string(words),
          std::string(notation.substr(0, begin)) + std::string(notation.substr(end))};
}

// The contents of a bracket end at `end`.
void add_branches(std::string_view notation, const Bracket& bracket, std::size_t end,
                  std::vector<Branch>& out) {
  bool is_optional = end < notation.size() && notation[end] == ']';
  if (bracket.marks.empty()) {
    if (!is_optional) return;
    std::size_t open = bracket.begin - 1;
    out.push_back(cut_out(notation, open, end + 1, notation.substr(open, end + 1 - open)));
    return;
  }
  std::size_t begin = bracket.begin;
  for (std::size_t i = 0; i <= bracket.marks.size(); ++i) {
    bool is_last = i == bracket.marks.size();
    std::size_t stop = is_last ? end : bracket.marks[i];
    std::string_view words = notation.substr(begin, stop - begin);
    // The mark behind it goes with it; behind the last one stands none.
    out.push_back(is_last ? cut_out(notation, begin - 1, stop, words)
                          : cut_out(notation, begin, stop + 1, words));
    begin = stop + 1;
  }
}

}  // namespace

std::vector<Branch> branches_of(std::string_view notation) {
  std::vector<Branch> out;
  std::vector<Bracket> open = {{}};
  for (std::size_t at = 0; at < notation.size(); ++at) {
    char c = notation[at];
    if (c == '(' || c == '[') open.push_back({at + 1, {}});
    if (c == '|') open.back().marks.push_back(at);
    bool is_end = c == ')' || c == ']';
    if (!is_end || open.size() == 1) continue;
    Bracket bracket = std::move(open.back());
    open.pop_back();
    add_branches(notation, bracket, at, out);
  }
  add_branches(notation, open.front(), notation.size(), out);
  return out;
}

}  // namespace unfeigned
