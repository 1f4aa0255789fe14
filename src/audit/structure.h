// What a message gives its reader, and what its genre owes: the components that clean sentences
// show, and the structure loss for those that are missing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audit/reading.h"

namespace unfeigned {

// What a component that is missing takes from the score before structure, in per-mille.
struct Owed {
  Component component = Component::Harm;
  std::int32_t permille = 0;
};

// At most 500 per-mille a genre; nothing for genres that owe nothing.
std::span<const Owed> owed_by(Genre genre);

// The components that the sentences marked as clean show, by component, of several places the first
// of the highest level. The evidence of the reading must be final.
std::vector<FoundComponent> find_components(const Reading& reading,
                                            const std::vector<bool>& is_clean);

}  // namespace unfeigned
