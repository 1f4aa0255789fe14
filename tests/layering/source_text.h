// A source file as text: its lines, its #include lines, the words of its code. No parser; enough
// for rules about layout and names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned::testing {

struct Include {
  std::string path;
  std::size_t line = 0;  // from 1
  bool is_system = false;
};

// Paths are from the top of the repository.
std::vector<std::string> lines_of(const std::string& path);
std::vector<Include> includes_of(const std::string& path);

// The lines without their comments and without what stands in quotation marks.
std::vector<std::string> code_lines(const std::string& path);

// Runs of letters, digits and underscores.
std::vector<std::string> words_in(std::string_view line);

// Runs of two or more string literals with nothing but commas and white space between them.
std::vector<std::vector<std::string>> literal_lists(std::string_view source);

}  // namespace unfeigned::testing
