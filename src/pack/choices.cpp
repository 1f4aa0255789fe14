#include "pack/choices.h"

#include <algorithm>
#include <cstddef>

namespace unfeigned {

namespace {

constexpr std::string_view kOpen = "((";
constexpr std::string_view kClose = "))";

// What stands before a list, and its choices.
struct Stretch {
  std::string_view before;
  std::vector<std::string_view> choices;
};

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> out;
  for (std::size_t bar = list.find('|'); bar != std::string_view::npos; bar = list.find('|')) {
    out.push_back(list.substr(0, bar));
    list.remove_prefix(bar + 1);
  }
  out.push_back(list);
  return out;
}

}  // namespace

Choices spell_out(std::string_view text) {
  std::vector<Stretch> stretches;
  std::size_t most = 1;
  while (true) {
    std::size_t open = text.find(kOpen);
    std::size_t close = text.find(kClose);
    if (open == std::string_view::npos && close == std::string_view::npos) break;
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      return {{}, "A list of choices stands between (( and )); one of them has no partner here."};
    }
    std::string_view list = text.substr(open + kOpen.size(), close - open - kOpen.size());
    if (list.find(kOpen) != std::string_view::npos) {
      return {{}, "A list of choices cannot stand in another one."};
    }
    stretches.push_back({text.substr(0, open), split(list)});
    if (stretches.back().choices.size() < 2) {
      return {{}, "Choices between (( and )) are parted by |; here is only one."};
    }
    most = std::max(most, stretches.back().choices.size());
    text.remove_prefix(close + kClose.size());
  }
  Choices out;
  for (std::size_t turn = 0; turn < most; ++turn) {
    std::string& spelled = out.texts.emplace_back();
    for (const Stretch& stretch : stretches) {
      spelled.append(stretch.before).append(stretch.choices[turn % stretch.choices.size()]);
    }
    spelled.append(text);
  }
  return out;
}

}  // namespace unfeigned
