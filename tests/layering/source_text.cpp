#include "layering/source_text.h"

#include <algorithm>
#include <utility>

#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The end of the literal that begins at `at`, behind its closing mark.
std::size_t end_of_literal(std::string_view text, std::size_t at) {
  char mark = text[at];
  for (++at; at < text.size() && text[at] != mark && text[at] != '\n'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

}  // namespace

std::vector<std::string> lines_of(const std::string& path) {
  std::string text = read_source_file(path);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<Include> includes_of(const std::string& path) {
  constexpr std::string_view kStart = "#include ";
  std::vector<Include> found;
  std::vector<std::string> lines = lines_of(path);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (!line.starts_with(kStart) || line.size() <= kStart.size()) continue;
    bool is_system = line[kStart.size()] == '<';
    std::size_t begin = kStart.size() + 1;
    std::size_t end = line.find(is_system ? '>' : '"', begin);
    found.push_back({std::string(line.substr(begin, end - begin)), i + 1, is_system});
  }
  return found;
}

std::vector<std::string> code_lines(const std::string& path) {
  std::vector<std::string> lines = lines_of(path);
  for (std::string& line : lines) {
    std::string code;
    for (std::size_t at = 0; at < line.size();) {
      if (line.compare(at, 2, "//") == 0) break;
      // A mark between digits separates them: 8'388'608.
      bool is_separator = line[at] == '\'' && at > 0 && is_word_char(line[at - 1]);
      if ((line[at] == '"' || line[at] == '\'') && !is_separator) {
        at = end_of_literal(line, at);
        code += ' ';
      } else {
        code += line[at++];
      }
    }
    line = std::move(code);
  }
  return lines;
}

std::vector<std::string> words_in(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_word_char(line[end])) ++end;
    if (end > at) words.emplace_back(line.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

std::vector<std::vector<std::string>> literal_lists(std::string_view source) {
  std::vector<std::vector<std::string>> lists;
  std::vector<std::string> current;
  auto finish = [&] {
    if (current.size() > 1) lists.push_back(current);
    current.clear();
  };
  for (std::size_t at = 0; at < source.size();) {
    if (source.compare(at, 2, "//") == 0) {
      at = std::min(source.find('\n', at), source.size());
    } else if (source[at] == '"') {
      std::size_t end = end_of_literal(source, at);
      current.emplace_back(source.substr(at + 1, end - at - 2));
      at = end;
    } else {
      if (std::string_view(", \n").find(source[at]) == std::string_view::npos) finish();
      ++at;
    }
  }
  finish();
  return lists;
}

}  // namespace unfeigned::testing
