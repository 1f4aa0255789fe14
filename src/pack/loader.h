// From the bytes of pack files to the Packs of an audit, with every mistake of the author told at
// once. It reads no files and knows no folders but those in the names it is given.
//
// Files belong together by folder: a file without a "pack" entry is a part of the pack whose
// manifest stands in the nearest folder above it. Packs of one language are laid upon each other
// in the order given; a pack with the id of an earlier one takes its place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "pack/examples.h"

namespace unfeigned {

struct PackFile {
  std::string_view name;   // with '/' between folders
  std::string_view bytes;  // UTF-8 JSON
};

enum class LoadPurpose : std::uint8_t {
  // What only authors need may be missing, as it is in the packs of the page; patterns are left to
  // PackSet::compile.
  Audit,
  // Enough examples, sources and versions are demanded; every pattern and lexicon entry is parsed.
  Authoring,
};

struct LoadOptions {
  LoadPurpose purpose = LoadPurpose::Audit;
};

struct LoadedPacks {
  std::vector<Pack> packs;        // one a language, sorted by language
  std::vector<Example> examples;  // of rules that are neither off nor retired
  Diagnostics surprises;          // for authors: what is read otherwise than it may look
};

// What has errors is left out as far as that makes sense, the rest is loaded: the caller decides
// from the diagnostics whether to go on.
LoadedPacks load_packs(std::span<const PackFile> files, const LoadOptions& options,
                       Diagnostics& diagnostics);

}  // namespace unfeigned
