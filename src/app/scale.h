// What a promise of attention amounts to: audience x share = people, people x minutes = hours.
// Whole numbers, rounded once at the end; what cannot be read as a number is named, never guessed.
#pragma once

#include <cstdint>
#include <string>

#include "app/dialogs.h"

namespace unfeigned {

enum class ScaleProblem : std::uint8_t { None, Empty, Audience, Share, Minutes };

struct Scale {
  ScaleProblem problem = ScaleProblem::Empty;
  std::int64_t audience = 0;
  std::string share;    // as it was typed, in narrow digits and without its sign
  std::string minutes;  // as it was typed, in narrow digits
  std::int64_t people = 0;
  std::int64_t hours = 0;
};

// Empty while a field is; otherwise the first field that is no number within its bounds.
Scale scale_of(const ScaleInput& input);

}  // namespace unfeigned
