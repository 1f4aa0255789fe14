#include "text/shapes.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace unfeigned {
namespace {

constexpr std::uint32_t kMaxAddressBytes = 2048;

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Reads figures and marks of one run; positions are bytes of the view.
class Reader {
 public:
  Reader(std::string_view view, std::uint32_t at) : view_(view), at_(at) {}

  std::uint32_t at() const { return at_; }
  // Consumes between least and most figures, none of them followed by a further one.
  bool figures(std::uint32_t least, std::uint32_t most) {
    std::uint32_t end = at_;
    while (end < view_.size() && is_figure(view_[end])) ++end;
    std::uint32_t count = end - at_;
    if (count < least || count > most) return false;
    at_ = end;
    return true;
  }
  // Consumes one of the marks and says which; 0 for none.
  char mark(std::string_view marks) {
    if (at_ >= view_.size() || marks.find(view_[at_]) == std::string_view::npos) return 0;
    return view_[at_++];
  }

 private:
  std::string_view view_;
  std::uint32_t at_;
};

// 10:30, 10:30:15, 9h05; returns the end or `at`.
std::uint32_t clock_end(std::string_view view, std::uint32_t at) {
  Reader reader(view, at);
  if (!reader.figures(1, 2)) return at;
  if (reader.mark(":h") == 0 || !reader.figures(2, 2)) return at;
  std::uint32_t end = reader.at();
  if (reader.mark(":") != 0 && reader.figures(2, 2)) end = reader.at();
  return end;
}

// 2026-05-03, 3/5/2026, 03.05.26; the two marks must be the same.
std::uint32_t date_end(std::string_view view, std::uint32_t at) {
  Reader iso(view, at);
  if (iso.figures(4, 4) && iso.mark("-") != 0 && iso.figures(1, 2) && iso.mark("-") != 0 &&
      iso.figures(1, 2)) {
    return iso.at();
  }
  Reader reader(view, at);
  if (!reader.figures(1, 2)) return at;
  char mark = reader.mark("/.-");
  if (mark == 0 || !reader.figures(1, 2) || reader.mark(std::string_view(&mark, 1)) == 0) return at;
  std::uint32_t year = reader.at();
  bool is_year = reader.figures(2, 4) && (reader.at() - year != 3);
  return is_year ? reader.at() : at;
}

// +48 22 555 01 23, (020) 7946-0018: 7 to 15 figures in groups, with a sign that it is no amount.
// Four groups of which a later one has two figures are such a sign: thousands come in threes.
std::uint32_t phone_end(std::string_view view, std::uint32_t at) {
  std::uint32_t digits = 0;
  std::uint32_t groups = 0;
  bool has_sign = view[at] == '+' || view[at] == '0';
  if (at > 0 && (view[at - 1] == '+' || view[at - 1] == '(')) has_sign = true;
  bool has_pairs = false;
  std::uint32_t end = at;
  for (std::uint32_t i = at; i < view.size() && i < at + 32;) {
    if (is_figure(view[i])) {
      ++groups;
      std::uint32_t begin = i;
      while (i < view.size() && is_figure(view[i])) ++i;
      digits += i - begin;
      has_pairs = has_pairs || (groups > 1 && i - begin == 2);
      end = i;
      continue;
    }
    if (std::string_view("+ -()").find(view[i]) == std::string_view::npos) break;
    has_sign = has_sign || (view[i] == '-' && digits > 0);
    bool is_gap_too_wide = i > end + 1;
    if (is_gap_too_wide) break;
    ++i;
  }
  has_sign = has_sign || (has_pairs && groups >= 4);
  return has_sign && groups >= 2 && digits >= 7 && digits <= 15 ? end : at;
}

bool touches_currency(std::string_view view, Span span) {
  std::uint32_t before = span.begin;
  if (before > 0 && view[before - 1] == ' ') --before;
  if (before > 0 && is_currency_sign(code_point_before(view, before).value)) return true;
  std::uint32_t after = span.end;
  while (after < view.size() && code_point_at(view, after).value <= 0x202F &&
         is_white_space(code_point_at(view, after).value) && after < span.end + 3) {
    after += code_point_at(view, after).size;
  }
  return after < view.size() && is_currency_sign(code_point_at(view, after).value);
}

bool touches_percent(std::string_view view, Span span) {
  std::uint32_t after = span.end;
  if (after < view.size() && view[after] == ' ') ++after;
  return after < view.size() && (view[after] == '%' || view.substr(after, 3) == "\xEF\xBC\x85");
}

// AB1234, or 20431 after '#', or INV-20431 (both halves).
bool is_mixed_code(std::string_view word) {
  std::size_t figures = 0;
  std::size_t capitals = 0;
  for (char c : word) {
    if (is_figure(c)) ++figures;
    if (is_upper(c)) ++capitals;
    if (!is_figure(c) && !is_upper(c)) return false;
  }
  return word.size() >= 4 && figures >= 2 && capitals >= 1;
}

void mark_code(std::string_view view, std::span<Token> tokens, std::size_t i) {
  Token& token = tokens[i];
  std::string_view word = view.substr(token.span.begin, token.span.size());
  if (is_mixed_code(word)) token.shape |= kShapeCode;
  bool is_hashed = token.span.begin > 0 && view[token.span.begin - 1] == '#';
  if (token.kind == TokenKind::Number && is_hashed) token.shape |= kShapeCode;
  if (token.kind != TokenKind::Number || word.size() < 2 || i == 0) return;
  Token& left = tokens[i - 1];
  std::string_view prefix = view.substr(left.span.begin, left.span.size());
  bool is_joined = left.span.end + 1 == token.span.begin && view[left.span.end] == '-';
  bool is_prefix = prefix.size() <= 5 && std::all_of(prefix.begin(), prefix.end(), is_upper);
  if (is_joined && is_prefix) {
    left.shape |= kShapeCode;
    token.shape |= kShapeCode;
  }
}

void mark_range(std::span<Token> tokens, std::size_t from, std::uint32_t end, std::uint8_t shape) {
  for (std::size_t i = from; i < tokens.size() && tokens[i].span.begin < end; ++i) {
    tokens[i].shape |= shape;
  }
}

void mark_number(std::string_view view, std::span<Token> tokens, std::size_t i) {
  Token& token = tokens[i];
  std::uint32_t at = token.span.begin;
  if (std::uint32_t end = date_end(view, at); end > at) {
    mark_range(tokens, i, end, kShapeDate);
  } else if (end = clock_end(view, at); end > at) {
    mark_range(tokens, i, end, kShapeClock);
  } else if (end = phone_end(view, at); end > at) {
    mark_range(tokens, i, end, kShapePhone);
  } else {
    if (touches_currency(view, token.span)) token.shape |= kShapeMoney;
    if (touches_percent(view, token.span)) token.shape |= kShapePercent;
  }
}

// The run of bytes without white space or brackets around a position of the sentence.
Span run_around(std::string_view view, std::uint32_t at, Span sentence) {
  auto is_stop = [](char c) {
    return is_white_space(static_cast<unsigned char>(c)) || c == '<' || c == '>' || c == '(' ||
           c == ')' || c == '"';
  };
  Span run{at, at};
  while (run.begin > sentence.begin && at - run.begin < kMaxAddressBytes &&
         !is_stop(view[run.begin - 1]))
    --run.begin;
  while (run.end < sentence.end && run.end - at < kMaxAddressBytes && !is_stop(view[run.end]))
    ++run.end;
  return run;
}

// Marks all tokens of the run around each occurrence of a sign.
void mark_runs(std::string_view view, std::span<Token> tokens, Span sentence, std::string_view sign,
               std::uint8_t shape) {
  std::string_view text = view.substr(0, sentence.end);
  std::size_t found = text.find(sign, sentence.begin);
  while (found != std::string_view::npos) {
    auto at = static_cast<std::uint32_t>(found);
    Span run = run_around(view, at, sentence);
    bool has_dot = text.substr(at, run.end - at).find('.') != std::string_view::npos;
    if (has_dot && (shape == kShapeUrl || run.begin < at)) {
      auto first = std::lower_bound(
          tokens.begin(), tokens.end(), run.begin,
          [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
      for (; first != tokens.end() && run.contains(first->span); ++first) first->shape |= shape;
    }
    found = text.find(sign, std::max(at + 1, run.end));
  }
}

}  // namespace

void mark_shapes(std::string_view view, std::span<Token> tokens) {
  if (tokens.empty()) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::Number && tokens[i].shape == 0) mark_number(view, tokens, i);
    if (kind == TokenKind::Number || is_upper(view[tokens[i].span.begin]))
      mark_code(view, tokens, i);
  }
  Span sentence{tokens.front().span.begin, tokens.back().span.end};
  mark_runs(view, tokens, sentence, "@", kShapeAddress);
  mark_runs(view, tokens, sentence, "://", kShapeUrl);
  mark_runs(view, tokens, sentence, "www.", kShapeUrl);
}

}  // namespace unfeigned
