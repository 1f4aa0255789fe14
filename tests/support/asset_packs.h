// The packs of the repository, read from assets/packs as the command line embeds them.
#pragma once

#include <string>
#include <vector>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "pack/loader.h"

namespace unfeigned::testing {

// All packs, not compiled, with their examples. Problems go to `diagnostics`.
LoadedPacks load_asset_packs(LoadPurpose purpose, Diagnostics& diagnostics);

// All packs, compiled once; ends the test program when they have errors.
const PackSet& asset_packs();

// A file of the repository; ends the test program when it is not there.
std::string read_source_file(const std::string& path);

}  // namespace unfeigned::testing
