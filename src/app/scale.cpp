#include "app/scale.h"

#include <array>
#include <optional>
#include <string_view>

namespace unfeigned {

namespace {

constexpr std::int64_t kMostPeople = 10'000'000'000;
constexpr std::int64_t kMostShare = 100;
constexpr std::int64_t kMostMinutes = 100'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 4> kSpaces = {" ", "\xC2\xA0", "\xE2\x80\xAF",
                                                     "\xE2\x80\x89"};

std::string_view trimmed(std::string_view text) {
  for (bool is_done = false; !is_done;) {
    is_done = true;
    for (const std::string_view space : kSpaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), is_done = false;
      if (text.ends_with(space)) text.remove_suffix(space.size()), is_done = false;
    }
  }
  return text;
}

// U+FF01 to U+FF5E are wide twins of ASCII, and what a Chinese keyboard gives: EF BC 81 to EF BD
// 9E.
std::string narrowed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const bool is_wide = at + 2 < text.size() && byte(0) == 0xEF &&
                         ((byte(1) == 0xBC && byte(2) >= 0x81) ||
                          (byte(1) == 0xBD && byte(2) >= 0x80 && byte(2) <= 0x9E));
    if (is_wide) {
      out += static_cast<char>((byte(1) - 0xBC) * 64 + byte(2) - 0x60);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

// The bytes of a separator between groups of digits: comma, full stop, apostrophe, some space.
std::size_t separator_size(std::string_view text) {
  for (const std::string_view one : {",", ".", "'", "\xE2\x80\x99"}) {
    if (text.starts_with(one)) return one.size();
  }
  for (const std::string_view space : kSpaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

// Digits, or groups of three behind the first: 100000, 100,000, 100 000.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t most) {
  std::int64_t value = 0;
  std::size_t digits = 0;  // since the last separator
  bool is_grouped = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      value = value * 10 + (text[at] - '0');
      if (value > most) return std::nullopt;
      ++digits;
      ++at;
      continue;
    }
    const std::size_t size = separator_size(text.substr(at));
    const bool is_whole_group = is_grouped ? digits == 3 : digits >= 1 && digits <= 3;
    if (size == 0 || !is_whole_group) return std::nullopt;
    is_grouped = true;
    digits = 0;
    at += size;
  }
  if (digits == 0 || (is_grouped && digits != 3)) return std::nullopt;
  return value;
}

// In hundredths; a comma or a full stop before at most two decimals.
std::optional<std::int64_t> hundredths(std::string_view text, std::int64_t most) {
  const std::size_t mark = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, mark);
  const std::string_view decimals = mark == std::string_view::npos ? "0" : text.substr(mark + 1);
  if (whole.empty() || decimals.empty() || decimals.size() > 2) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : whole) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > most) return std::nullopt;
  }
  for (const char c : decimals) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (decimals.size() == 1) value *= 10;
  if (value > most * 100) return std::nullopt;
  return value;
}

Scale problem(ScaleProblem what) {
  Scale scale;
  scale.problem = what;
  return scale;
}

std::int64_t divided(std::int64_t value, std::int64_t by) { return (value + by / 2) / by; }

}  // namespace

Scale scale_of(const ScaleInput& input) {
  const std::string typed[] = {narrowed(input.audience), narrowed(input.share),
                               narrowed(input.minutes)};
  const std::string_view audience = trimmed(typed[0]);
  std::string_view share = trimmed(typed[1]);
  const std::string_view minutes = trimmed(typed[2]);
  if (audience.empty() || share.empty() || minutes.empty()) return {};
  if (share.ends_with('%')) share = trimmed(share.substr(0, share.size() - 1));
  const auto people = whole_number(audience, kMostPeople);
  if (!people) return problem(ScaleProblem::Audience);
  const auto part = hundredths(share, kMostShare);
  if (!part) return problem(ScaleProblem::Share);
  const auto each = hundredths(minutes, kMostMinutes);
  if (!each) return problem(ScaleProblem::Minutes);
  const std::int64_t reached = divided(*people * *part, std::int64_t{100} * 100);
  return {ScaleProblem::None,   *people, std::string(share),
          std::string(minutes), reached, divided(reached * *each, std::int64_t{100} * 60)};
}

}  // namespace unfeigned
