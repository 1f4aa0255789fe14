#include "report/message.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace unfeigned {

namespace {

constexpr char kQuote = '"';
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::size_t kMostCodePoints = 80;

// Marks that open a quotation in some language, and a plain quote.
constexpr std::array<std::string_view, 8> kOpeners = {
    "\"",           "'",           "\xC2\xAB", "\xE2\x80\x98", "\xE2\x80\x9C", "\xE2\x80\x9E",
    "\xE3\x80\x8C", "\xE3\x80\x8E"};

bool ends_in_opener(std::string_view text) {
  // French sets a space after the opening mark.
  for (std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF"}) {
    std::string with_space = "\xC2\xAB" + std::string(space);
    if (text.ends_with(with_space)) return true;
  }
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [text](std::string_view opener) { return text.ends_with(opener); });
}

std::string in_short(std::string_view words) {
  std::string flat;
  std::vector<std::size_t> starts;  // of code points
  for (std::uint32_t offset = 0; offset < words.size();) {
    CodePoint at = code_point_at(words, offset);
    bool is_space = at.value <= 0x20;
    // Marks without a shape; they also stand where markup was blanked.
    bool is_unseen = at.value == 0xAD || at.value == 0x2060;
    if (is_unseen) {
      offset += at.size;
      continue;
    }
    if (!is_space || (!flat.empty() && flat.back() != ' ')) {
      starts.push_back(flat.size());
      flat += is_space ? std::string_view(" ") : words.substr(offset, at.size);
    }
    offset += at.size;
  }
  if (!flat.empty() && flat.back() == ' ') {
    flat.pop_back();
    starts.pop_back();
  }
  if (starts.size() <= kMostCodePoints) return flat;
  std::size_t half = kMostCodePoints / 2;
  return flat.substr(0, starts[half]) + std::string(kEllipsis) +
         flat.substr(starts[starts.size() - half]);
}

}  // namespace

std::string why_of(const Pack& pack, const Rule& rule) {
  std::string why = rule.message.observed;
  why += sentence_gap(pack.profile.script);
  return why + rule.message.effect;
}

std::string fill_message(std::string_view message, std::string_view words) {
  std::string out;
  while (true) {
    std::size_t at = message.find(kWordsParameter);
    out += message.substr(0, at);
    if (at == std::string_view::npos) return out;
    bool is_quoted = ends_in_opener(out);
    if (!is_quoted) out += kQuote;
    out += in_short(words);
    if (!is_quoted) out += kQuote;
    message.remove_prefix(at + kWordsParameter.size());
  }
}

}  // namespace unfeigned
