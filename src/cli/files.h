// Files and standard streams, with an answer for everything that can go wrong. No text of a user
// is changed here: bytes are passed on as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace unfeigned::cli {

struct FileContent {
  std::string bytes;
  std::string problem;  // a sentence that names the file; empty when all went well
};

// "-" is standard input. A file of more than `limit` bytes is refused without being read whole.
FileContent read_file(const std::string& path, std::size_t limit);

// What the ending of a file's name says of the markup in it.
InputFormat format_of(std::string_view path);

struct FoundFiles {
  std::vector<std::string> paths;  // with '/', sorted
  std::string problem;
};

// The path itself, or the *.json files below it when it is a folder.
FoundFiles json_files(const std::string& path);

// False when the output could not be written; that is told on standard error.
bool write_out(std::string_view text);
// "unfeigned: " + message, on a line of standard error.
void complain(std::string_view message);

}  // namespace unfeigned::cli
