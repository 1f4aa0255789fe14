#include "ui/clusters.h"

#include <array>

#include "base/utf8.h"

namespace unfeigned::ui {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

// Marks, selectors and modifiers that belong to the character before them.
constexpr std::array kExtends = {
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x1AB0, 0x1AFF},
    Range{0x1DC0, 0x1DFF},   Range{0x200D, 0x200D},   Range{0x20D0, 0x20FF},
    Range{0x3099, 0x309A},   Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE007F}, Range{0xE0100, 0xE01EF},
};

// Scripts that run right to left, join, or stack their letters: a whole word is one run.
constexpr std::array kJoins = {
    Range{0x0590, 0x08FF},   Range{0x0900, 0x109F},   Range{0x1780, 0x18AF},
    Range{0x1900, 0x1AAF},   Range{0x1B00, 0x1CFF},   Range{0xA800, 0xABFF},
    Range{0xFB1D, 0xFDFF},   Range{0xFE70, 0xFEFC},   Range{0x10800, 0x10FFF},
    Range{0x11000, 0x11FFF}, Range{0x1E800, 0x1EFFF},
};

constexpr char32_t kJoiner = 0x200D;

// The user's own private characters must not be taken for ours.
bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

// Nearly every character of the page: it stands for itself, and nothing joins it to another.
bool is_common(char32_t c) {
  return c < 0x0300 || (c >= 0x2010 && c < 0x20D0) || (c >= 0x2100 && c < 0x3099) ||
         (c >= 0x30A0 && c < 0xA000) || (c >= 0xFF00 && c < 0xFFF0);
}

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// How much of a text holds nothing else, in bytes.
std::uint32_t common_run(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t at = 0;
  while (at < size) {
    const CodePoint c = code_point_at(text, at);
    if (!is_common(c.value)) break;
    at += c.size;
  }
  return at;
}

// The end of the run that starts at `begin`.
std::uint32_t run_end(std::string_view text, std::uint32_t begin) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const CodePoint first = code_point_at(text, begin);
  std::uint32_t end = begin + first.size;
  if (is_regional(first.value) && end < size) {
    const CodePoint second = code_point_at(text, end);
    return is_regional(second.value) ? end + second.size : end;
  }
  bool is_joining = is_in(kJoins, first.value);
  char32_t last = first.value;
  while (end < size) {
    const CodePoint next = code_point_at(text, end);
    const bool takes_any = last == kJoiner && next.value > 0x20;
    if (!takes_any && !is_in(kExtends, next.value) && !(is_joining && is_in(kJoins, next.value))) {
      break;
    }
    last = next.value;
    end += next.size;
  }
  return end;
}

}  // namespace

std::string Clusters::encode(std::string_view text) {
  std::uint32_t at = common_run(text);
  // The last one may be the beginning of a run.
  if (at < text.size() && at > 0) at -= code_point_before(text, at).size;
  std::string out(text.substr(0, at));
  while (at < text.size()) {
    const std::uint32_t end = run_end(text, at);
    const std::string_view run = text.substr(at, end - at);
    at = end;
    const CodePoint first = code_point_at(run, 0);
    const bool is_alone = run.size() == first.size;
    if (is_alone && !is_in(kJoins, first.value) && !is_private(first.value)) {
      out += run;
      continue;
    }
    auto found = known_.find(run);
    if (found == known_.end()) {
      if (runs_.size() == kCapacity) {
        out += run;
        continue;
      }
      const auto code = static_cast<char32_t>(kFirst + runs_.size());
      runs_.emplace_back(run);
      found = known_.emplace(std::string(run), code).first;
    }
    append_utf8(out, found->second);
  }
  return out;
}

std::string Clusters::text_of(char32_t code_point) const {
  if (code_point >= kFirst && code_point - kFirst < runs_.size()) {
    return runs_[code_point - kFirst];
  }
  std::string out;
  append_utf8(out, code_point);
  return out;
}

}  // namespace unfeigned::ui
