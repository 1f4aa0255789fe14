// A pack with every kind of mistake, and all that an author is told about it, in one go. To accept
// a change, look at the .new file and move it over the golden one.
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "pack/loader.h"

namespace unfeigned {
namespace {

const std::string kFolder = std::string(UNFEIGNED_SOURCE_DIR) + "/tests/unit/pack/data/mistakes";

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

std::string read(const std::string& path) {
  File file(std::fopen(path.c_str(), "rb"));
  std::string bytes;
  if (!file) return bytes;
  for (int c = std::getc(file.get()); c != EOF; c = std::getc(file.get())) {
    bytes.push_back(static_cast<char>(c));
  }
  return bytes;
}

TEST(Mistakes, AreAllToldAtOnce) {
  const std::vector<std::string> names = {"future.json", "manifest.json", "rules.json",
                                          "torn.json"};
  std::vector<std::string> bytes;
  bytes.reserve(names.size());
  for (const std::string& name : names)
    bytes.push_back(read(std::string(kFolder).append("/").append(name)));
  std::vector<PackFile> files;
  for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], bytes[i]});

  Diagnostics diagnostics;
  LoadedPacks loaded = load_packs(files, {LoadPurpose::Authoring}, diagnostics);
  std::string told;
  for (const Diagnostic& diagnostic : diagnostics.all()) told += to_string(diagnostic) + '\n';

  const std::string golden = kFolder + "/expected.txt";
  if (told != read(golden)) {
    File out(std::fopen((golden + ".new").c_str(), "wb"));
    if (out) std::fwrite(told.data(), 1, told.size(), out.get());
  }
  EXPECT_EQ(told, read(golden)) << "written to " << golden << ".new";
  EXPECT_EQ(loaded.packs.size(), 1U) << "what is left of the pack is loaded";
}

}  // namespace
}  // namespace unfeigned
