#include "audit/quotation.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/characters.h"

namespace unfeigned {
namespace {

// A quotation that runs on longer than this is two stray marks. Single marks are apostrophes more
// often than not, so theirs are short.
constexpr std::uint32_t kMaxQuotationBytes = 20'000;
constexpr std::uint32_t kMaxSingleQuotationBytes = 300;
// Marks looked through for the partner of one; it keeps a page of stray marks linear.
constexpr std::size_t kMaxMarksBetween = 64;

struct Pair {
  char32_t open;
  char32_t close;
};
// Several marks close more than one way: Polish and German low quotes end in any high one.
constexpr std::array kPairs = {
    Pair{'"', '"'},       Pair{'\'', '\''},     Pair{'`', '`'},       Pair{0x201C, 0x201D},
    Pair{0x2018, 0x2019}, Pair{0x201E, 0x201D}, Pair{0x201E, 0x201C}, Pair{0x201E, '"'},
    Pair{0x201A, 0x2019}, Pair{0x201A, 0x2018}, Pair{0xAB, 0xBB},     Pair{0xBB, 0xAB},
    Pair{0x2039, 0x203A}, Pair{0x300C, 0x300D}, Pair{0x300E, 0x300F}, Pair{0xFF02, 0xFF02},
};

bool can_open(char32_t mark) {
  for (const Pair& pair : kPairs) {
    if (pair.open == mark) return true;
  }
  return false;
}

bool is_pair(char32_t open, char32_t close) {
  for (const Pair& pair : kPairs) {
    if (pair.open == open && pair.close == close) return true;
  }
  return false;
}

// Whether a mark can begin with this byte; most bytes are letters and spaces.
constexpr std::array<bool, 256> make_mark_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t byte : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U, 0xE3U, 0xEFU}) table[byte] = true;
  return table;
}
constexpr std::array<bool, 256> kMarkBytes = make_mark_bytes();

bool is_mark(char32_t c) { return c == '`' || c == '\'' || is_quotation_mark(c); }

// Corner brackets and guillemets say by their form which way they face, and French and Chinese set
// them against any neighbour; the others must be told by what stands around them.
bool faces_by_form(char32_t c) { return (c >= 0x300C && c <= 0x300F) || c == 0xAB || c == 0xBB; }

struct Mark {
  char32_t value = 0;
  Span span;
  bool can_open = false;
  bool can_close = false;
};

bool is_word_char(char32_t c) { return is_letter(c) || is_digit(c); }

Mark read_mark(std::string_view view, Span block, std::uint32_t at, CodePoint point) {
  Mark mark{point.value, {at, at + point.size}, false, false};
  char32_t left = at > block.begin ? code_point_before(view, at).value : U' ';
  char32_t right = mark.span.end < block.end ? code_point_at(view, mark.span.end).value : U' ';
  bool is_inside_word =
      is_word_char(left) && !is_han(left) && is_word_char(right) && !is_han(right);
  if (faces_by_form(point.value)) {
    mark.can_open = can_open(point.value);
    mark.can_close = true;
  } else if (!is_inside_word) {
    bool is_han_around = is_han(left) || is_han(right);
    mark.can_open =
        can_open(point.value) && !is_white_space(right) && (!is_word_char(left) || is_han_around);
    mark.can_close = !is_white_space(left) && (!is_word_char(right) || is_han_around);
  }
  return mark;
}

// Walks the marks of one block and pairs each opening one with the next that closes it.
void pair_marks(const std::vector<Mark>& marks, std::vector<Span>& out) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!marks[i].can_open) continue;
    bool is_single = marks[i].value == '\'' || marks[i].value == 0x2018;
    std::uint32_t limit = is_single ? kMaxSingleQuotationBytes : kMaxQuotationBytes;
    std::size_t last = std::min(marks.size(), i + 1 + kMaxMarksBetween);
    for (std::size_t k = i + 1; k < last; ++k) {
      if (marks[k].span.end - marks[i].span.begin > limit) break;
      if (!marks[k].can_close || !is_pair(marks[i].value, marks[k].value)) continue;
      out.push_back({marks[i].span.begin, marks[k].span.end});
      i = k;
      break;
    }
  }
}

}  // namespace

std::vector<Span> find_quotations(const Document& document) {
  std::vector<Span> quotations;
  std::vector<Mark> marks;
  std::string_view view = document.view();
  for (const Block& block : document.blocks()) {
    marks.clear();
    for (std::uint32_t at = block.span.begin; at < block.span.end;) {
      if (!kMarkBytes[static_cast<unsigned char>(view[at])]) {
        ++at;
        continue;
      }
      CodePoint point = code_point_at(view, at);
      if (is_mark(point.value)) marks.push_back(read_mark(view, block.span, at, point));
      at += point.size;
    }
    pair_marks(marks, quotations);
  }
  return quotations;
}

}  // namespace unfeigned
