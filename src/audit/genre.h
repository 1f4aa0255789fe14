// Which kind of text this is, as far as it decides whether a number is given: commentary and legal
// texts have none. Anything else is `general` until a pack's cues say more.
#pragma once

#include <vector>

#include "audit/reading.h"

namespace unfeigned {

struct GenreReading {
  Genre genre = Genre::General;
  std::vector<Span> reasons;  // the words that decided, in order
};

GenreReading detect_genre(const Reading& reading);

}  // namespace unfeigned
