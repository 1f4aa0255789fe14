// The packs that are in force: those built into the program and those the user names.
#pragma once

#include <string>
#include <vector>

#include "audit/pack.h"
#include "base/diagnostic.h"
#include "cli/command_line.h"
#include "pack/examples.h"
#include "pack/loader.h"

namespace unfeigned::cli {

struct ReadyPacks {
  PackSet set;
  std::vector<Example> examples;
  Diagnostics diagnostics;
  Diagnostics surprises;              // for authors; see LoadedPacks
  std::vector<std::string> given;     // the files the user named, as the diagnostics name them
  std::vector<std::string> problems;  // files that could not be read
  bool is_usable() const { return problems.empty() && !diagnostics.has_errors(); }
};

ReadyPacks load(const PackChoice& choice, LoadPurpose purpose);

// Says on standard error what is wrong; true when the packs can be used.
bool report(const ReadyPacks& packs);

// False, with a complaint that names the languages there are, for one that is not known.
bool check_language(const PackSet& packs, const std::string& language);

// "auto" is told to the core as an empty tag.
std::string forced_language(const std::string& language);

}  // namespace unfeigned::cli
