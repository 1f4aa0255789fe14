// From the bytes of pack files to the Packs of an audit, with every mistake of the author told at
// once. It reads no files and knows no folders but those in the names it is given.
//
// Files belong together by folder: a file without a "pack" entry is a part of the pack whose
// manifest stands in the nearest folder above it. Packs of one language are laid upon each other
// in the order given; a pack with the id of an earlier one takes its place. A file may also hold a
// list of parts, so that one file can bring packs of several languages.
#pragma once

#include <cstdint>
#include <span>
#include <string>
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

// What one pack did to those before it.
struct MergeCounts {
  std::uint32_t added = 0;
  std::uint32_t replaced = 0;
  std::uint32_t silenced = 0;
  friend bool operator==(const MergeCounts&, const MergeCounts&) = default;
};

// One pack of one author, as it went into the pack of its language.
struct LoadedLayer {
  std::string file;  // where its manifest stands
  std::string id;
  std::string language;
  std::string name;
  std::string version;
  MergeCounts rules;
};

// A text to try a pack on.
struct Sample {
  std::string file;
  std::string title;
  std::string text;
};

struct LoadedPacks {
  std::vector<Pack> packs;          // one a language, sorted by language
  std::vector<LoadedLayer> layers;  // in the order given
  std::vector<Sample> samples;
  std::vector<Example> examples;  // of rules that are neither off nor retired
  Diagnostics surprises;          // for authors: what is read otherwise than it may look
};

// What has errors is left out as far as that makes sense, the rest is loaded: the caller decides
// from the diagnostics whether to go on.
LoadedPacks load_packs(std::span<const PackFile> files, const LoadOptions& options,
                       Diagnostics& diagnostics);

}  // namespace unfeigned
