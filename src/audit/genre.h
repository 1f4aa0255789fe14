// Which kind of text this is, from points that the packs' cues give: it decides what the text owes
// its reader, and whether a number is given at all (commentary and legal texts have none). A text
// whose signs do not agree stays `general`.
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
