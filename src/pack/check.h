// The checks that need the whole pack: names that must exist, lists that must be unique once
// folded, examples that must be enough. What fails is reported and taken out of the layer.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "pack/loader.h"
#include "pack/part.h"

namespace unfeigned {

// The profiles are those of all languages: words of patterns are cut as the texts will be. What is
// good but may be read otherwise than its author thinks goes to the surprises; see surprises.h.
void check_layer(Layer& layer, std::span<const LanguageProfile> profiles, LoadPurpose purpose,
                 Diagnostics& diagnostics, Diagnostics& surprises);

}  // namespace unfeigned
