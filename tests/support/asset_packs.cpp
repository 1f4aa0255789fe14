#include "support/asset_packs.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace unfeigned::testing {
namespace {

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

}  // namespace

std::string read_source_file(const std::string& path) {
  std::ifstream file(std::string(UNFEIGNED_SOURCE_DIR) + '/' + path, std::ios::binary);
  if (!file) give_up("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

LoadedPacks load_asset_packs(LoadPurpose purpose, Diagnostics& diagnostics) {
  std::filesystem::path root = std::filesystem::path(UNFEIGNED_SOURCE_DIR) / "assets" / "packs";
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".json") {
      names.push_back(std::filesystem::relative(entry.path(), root).generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  std::deque<std::string> contents;
  std::vector<PackFile> files;
  for (const std::string& name : names) {
    contents.push_back(read_source_file("assets/packs/" + name));
    files.push_back({name, contents.back()});
  }
  return load_packs(files, {purpose}, diagnostics);
}

const PackSet& asset_packs() {
  static const PackSet packs = [] {
    Diagnostics diagnostics;
    LoadedPacks loaded = load_asset_packs(LoadPurpose::Audit, diagnostics);
    PackSet set = PackSet::compile(std::move(loaded.packs), diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
    }
    if (diagnostics.has_errors()) give_up("the packs have errors");
    return set;
  }();
  return packs;
}

}  // namespace unfeigned::testing
