#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace unfeigned::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 65536;
constexpr std::size_t kMebibyte = std::size_t{1024} * 1024;

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

FileContent refused(const std::string& path, std::string_view why) {
  return {"", path + ": " + std::string(why)};
}

bool ends_in(std::string_view path, std::string_view ending) {
  if (path.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), path.end() - static_cast<long>(ending.size()),
                    [](char wanted, char c) {
                      char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                      return wanted == lower;
                    });
}

}  // namespace

InputFormat format_of(std::string_view path) {
  if (ends_in(path, ".md") || ends_in(path, ".markdown")) return InputFormat::Markdown;
  if (ends_in(path, ".html") || ends_in(path, ".htm")) return InputFormat::Html;
  return InputFormat::Text;
}

FileContent read_file(const std::string& path, std::size_t limit) {
  bool is_stdin = path == "-";
  std::string name = is_stdin ? "standard input" : path;
  std::error_code ignored;
  if (!is_stdin && fs::is_directory(path, ignored)) {
    return refused(name, "is a folder; name the files in it");
  }
  std::unique_ptr<std::FILE, Closer> file(is_stdin ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return refused(name, std::strerror(errno));
  FileContent content;
  std::array<char, kChunk> chunk{};
  while (std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    if (content.bytes.size() + size > limit) {
      return refused(name, "has more than " + std::to_string(limit) + " bytes (" +
                               std::to_string(limit / kMebibyte) + " MiB), the limit");
    }
    content.bytes.append(chunk.data(), size);
  }
  if (std::ferror(file.get()) != 0) return refused(name, std::strerror(errno));
  return content;
}

FoundFiles json_files(const std::string& path) {
  FoundFiles found;
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    found.paths.push_back(fs::path(path).lexically_normal().generic_string());
    return found;
  }
  fs::recursive_directory_iterator at(path, error);
  while (!error && at != fs::recursive_directory_iterator()) {
    if (at->is_regular_file(error) && at->path().extension() == ".json") {
      found.paths.push_back(at->path().lexically_normal().generic_string());
    }
    at.increment(error);
  }
  if (error) {
    found.problem = path + ": " + error.message();
  } else if (found.paths.empty()) {
    found.problem = path + ": holds no .json file";
  }
  std::sort(found.paths.begin(), found.paths.end());
  return found;
}

bool write_out(std::string_view text) {
  bool is_written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) complain("the output could not be written");
  return is_written;
}

void complain(std::string_view message) {
  std::fprintf(stderr, "unfeigned: %.*s\n", static_cast<int>(message.size()), message.data());
}

}  // namespace unfeigned::cli
