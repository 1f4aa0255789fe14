#include "support/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kTop = UNFEIGNED_SOURCE_DIR;

}  // namespace

std::vector<std::string> source_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(kTop / folder, error), end; !error && at != end;
       at.increment(error)) {
    bool is_leftover = at->path().extension() == ".new";
    if (!is_leftover && at->is_regular_file(error)) {
      files.push_back(fs::relative(at->path(), kTop, error).generic_string());
    }
  }
  if (error || files.empty()) {
    std::fprintf(stderr, "cannot list %s\n", folder.c_str());
    std::exit(1);
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool has_source_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(kTop / path, error);
}

bool is_in_source(const std::string& path) {
  std::error_code error;
  return fs::exists(kTop / path, error);
}

void expect_golden(const std::string& path, const std::string& came) {
  bool is_there = has_source_file(path);
  std::string wanted = is_there ? read_source_file(path) : std::string();
  std::error_code ignored;
  fs::path beside = kTop / (path + ".new");
  if (is_there && wanted == came) {
    // Left there by an earlier failure, it would be promoted by mistake.
    fs::remove(beside, ignored);
    return;
  }
  std::ofstream file(beside, std::ios::binary);
  file << came;
  if (!is_there) ADD_FAILURE() << path << " is missing";
  EXPECT_EQ(wanted, came) << "written to " << path << ".new";
}

}  // namespace unfeigned::testing
