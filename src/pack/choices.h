// An example that stands for several: "We are ((sorry|deeply sorry)) if it hurt." is two texts, one
// for each choice between (( and )). Of several lists the first choices go together, then the
// second ones, and a shorter list begins anew, so that a text gets as many examples as its longest
// list has choices, and each choice its turn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

struct Choices {
  std::vector<std::string> texts;      // the text itself where it has no list
  std::optional<std::string> problem;  // a sentence; the texts are none then
};

Choices spell_out(std::string_view text);

}  // namespace unfeigned
