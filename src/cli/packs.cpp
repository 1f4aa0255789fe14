#include "cli/packs.h"

#include <array>
#include <cstdio>
#include <deque>
#include <set>
#include <span>
#include <utility>

#include "cli/files.h"
#include "embedded/embedded_packs.h"
#include "pack/limits.h"

namespace unfeigned::cli {

namespace {

// Languages that may be asked for by name although no pack covers them yet: the report says so.
constexpr std::array<const char*, 4> kLanguages = {"en", "fr", "pl", "zh"};

// No path of the user's begins like this, so no file of theirs joins a built-in pack by its folder.
constexpr std::string_view kBuiltin = "<built-in>/";

struct NamedBytes {
  std::string name;
  std::string bytes;
};

class Collection {
 public:
  void add_builtin() {
    for (const EmbeddedFile& file : embedded_packs()) {
      names_.push_back(std::string(kBuiltin) + std::string(file.name));
      files_.push_back({names_.back(), file.bytes});
    }
  }
  void add_path(const std::string& path, ReadyPacks& out) {
    FoundFiles found = json_files(path);
    if (!found.problem.empty()) out.problems.push_back(found.problem);
    for (const std::string& name : found.paths) {
      FileContent content = read_file(name, kMaxPartBytes);
      if (!content.problem.empty()) {
        out.problems.push_back(content.problem);
        continue;
      }
      names_.push_back(name);
      contents_.push_back(std::move(content.bytes));
      files_.push_back({names_.back(), contents_.back()});
      out.given.push_back(name);
    }
  }
  std::span<const PackFile> files() const { return files_; }

 private:
  // Deques: views into their elements must stay good.
  std::deque<std::string> names_;
  std::deque<std::string> contents_;
  std::vector<PackFile> files_;
};

}  // namespace

ReadyPacks load(const PackChoice& choice, LoadPurpose purpose) {
  ReadyPacks out;
  Collection collection;
  if (choice.has_builtin) collection.add_builtin();
  for (const std::string& path : choice.packs) collection.add_path(path, out);
  if (choice.config) collection.add_path(*choice.config, out);
  LoadedPacks loaded = load_packs(collection.files(), {purpose}, out.diagnostics);
  out.set = PackSet::compile(std::move(loaded.packs), out.diagnostics);
  out.examples = std::move(loaded.examples);
  out.surprises = std::move(loaded.surprises);
  return out;
}

bool report(const ReadyPacks& packs) {
  for (const std::string& problem : packs.problems) complain(problem);
  for (const Diagnostic& diagnostic : packs.diagnostics.all()) {
    std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
  }
  return packs.is_usable();
}

bool check_language(const PackSet& packs, const std::string& language) {
  std::set<std::string> known(kLanguages.begin(), kLanguages.end());
  for (const LanguageProfile& profile : packs.profiles()) known.insert(profile.language);
  if (language == "auto" || known.contains(language)) return true;
  std::string list = "auto";
  for (const std::string& one : known) list += ", " + one;
  complain("--lang: \"" + language + "\" is not known; there are " + list);
  return false;
}

std::string forced_language(const std::string& language) {
  return language == "auto" ? std::string() : language;
}

}  // namespace unfeigned::cli
