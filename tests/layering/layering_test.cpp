// Holds the source to the table of rooms in CONTRIBUTING.md, and to the house rules that a reader
// of a change overlooks. It reads the files as text and knows nothing of what they do.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layering/source_text.h"
#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

using nlohmann::json;

// Which rooms each room may include, besides itself. An edge list, not an order.
const std::map<std::string, std::set<std::string>> kRooms = {
    {"base", {}},
    {"text", {"base", "embedded"}},
    {"match", {"base", "text"}},
    {"audit", {"base", "text", "match"}},
    {"pack", {"base", "text", "match", "audit"}},
    {"report", {"base", "text", "match", "audit"}},
    {"cli", {"base", "text", "match", "audit", "pack", "report", "embedded"}},
    {"app", {"base", "text", "match", "audit", "report"}},
    {"ui", {"base", "app"}},
    {"wasm", {"base", "text", "match", "audit", "pack", "report", "app", "ui"}},
};

struct Library {
  std::string_view prefix;  // of the path in an #include
  std::set<std::string> rooms;
};
const std::array<Library, 7> kLibraries = {{
    {"unicode/", {"text"}},
    {"nlohmann/", {"pack", "report", "cli"}},
    {"imgui", {"ui", "wasm"}},
    {"emscripten", {"wasm"}},
    {"CLI/", {"cli"}},
    {"unistd.h", {"cli"}},
    {"sys/", {"cli"}},
}};

// Of the standard library: what would bring threads, locales, exceptions or a clock into the
// engine, or make the page larger for nothing.
const std::array<std::string_view, 14> kUnwanted = {
    "iostream", "istream", "ostream", "sstream", "iomanip", "regex", "locale",
    "thread",   "mutex",   "future",  "chrono",  "random",  "ctime", "exception"};

std::string room_of(const std::string& path) {
  std::size_t begin = path.find('/') + 1;
  std::size_t end = path.find('/', begin);
  return end == std::string::npos ? std::string() : path.substr(begin, end - begin);
}

bool is_cpp(const std::string& path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

std::vector<std::string> cpp_files(const std::string& folder) {
  std::vector<std::string> files = source_files(folder);
  std::erase_if(files, [](const std::string& path) { return !is_cpp(path); });
  return files;
}

TEST(Layering, EveryFileStandsInARoom) {
  std::set<std::string> found;
  for (const std::string& path : cpp_files("src")) {
    EXPECT_TRUE(kRooms.contains(room_of(path))) << path;
    found.insert(room_of(path));
  }
  EXPECT_EQ(found.size(), kRooms.size()) << "the table names a room that is not there";
}

TEST(Layering, RoomsIncludeOnlyTheRoomsTheyMay) {
  std::size_t looked_at = 0;
  for (const std::string& path : cpp_files("src")) {
    std::string room = room_of(path);
    for (const Include& include : includes_of(path)) {
      std::size_t slash = include.path.find('/');
      if (include.is_system || slash == std::string::npos) continue;
      ++looked_at;
      std::string other = include.path.substr(0, slash);
      bool may = other == room || kRooms.at(room).contains(other);
      EXPECT_TRUE(may) << path << ':' << include.line << " includes " << include.path;
    }
  }
  EXPECT_GT(looked_at, 200U) << "the #include lines were not found";
}

TEST(Layering, LibrariesStayInTheirRooms) {
  std::set<std::string_view> used;
  for (const std::string& path : cpp_files("src")) {
    for (const Include& include : includes_of(path)) {
      for (const Library& library : kLibraries) {
        if (!include.path.starts_with(library.prefix)) continue;
        used.insert(library.prefix);
        EXPECT_TRUE(library.rooms.contains(room_of(path)))
            << path << ':' << include.line << " includes " << include.path;
        // A header would hand the library on to whoever includes it. POSIX is no library.
        bool is_handed_on =
            path.ends_with(".h") && include.path.find(".h") + 2 != include.path.size();
        EXPECT_FALSE(is_handed_on) << path << ':' << include.line << " includes " << include.path;
      }
    }
  }
  EXPECT_GE(used.size(), 5U);
}

// An include in quotation marks is a file of ours, by its room, or one of Dear ImGui's.
TEST(Layering, OwnFilesAreIncludedByTheirRoom) {
  for (const std::string& path : cpp_files("src")) {
    for (const Include& include : includes_of(path)) {
      if (include.is_system || include.path.find('/') != std::string::npos) continue;
      EXPECT_TRUE(include.path.starts_with("imgui"))
          << path << ':' << include.line << " includes " << include.path;
    }
  }
}

TEST(Layering, TheStandardLibraryIsTakenInPart) {
  for (const std::string& path : cpp_files("src")) {
    for (const Include& include : includes_of(path)) {
      bool is_unwanted = include.is_system && std::find(kUnwanted.begin(), kUnwanted.end(),
                                                        include.path) != kUnwanted.end();
      EXPECT_FALSE(is_unwanted) << path << ':' << include.line << " includes " << include.path;
    }
  }
}

TEST(Layering, NothingIsThrownOutsideTheCommandLine) {
  const std::set<std::string> unwanted = {"throw",   "try",    "catch",     "dynamic_cast",
                                          "typeid",  "strtod", "setlocale", "isalpha",
                                          "tolower", "toupper"};
  for (const std::string& path : cpp_files("src")) {
    if (room_of(path) == "cli") continue;
    std::vector<std::string> lines = code_lines(path);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const std::string& word : words_in(lines[i])) {
        EXPECT_FALSE(unwanted.contains(word)) << path << ':' << i + 1 << " has " << word;
      }
    }
  }
}

TEST(HouseRules, CodeIsAscii) {
  std::size_t files = 0;
  for (const char* folder : {"src", "tests"}) {
    for (const std::string& path : cpp_files(folder)) {
      ++files;
      std::vector<std::string> lines = lines_of(path);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        bool is_ascii = std::all_of(lines[i].begin(), lines[i].end(), [](char c) {
          return static_cast<unsigned char>(c) < 0x80 && c != '\t' && c != '\r';
        });
        EXPECT_TRUE(is_ascii) << path << ':' << i + 1;
      }
    }
  }
  EXPECT_GT(files, 150U);
}

TEST(HouseRules, FilesAreShort) {
  constexpr std::size_t kMostLines = 400;
  for (const std::string& path : source_files("src")) {
    EXPECT_LE(lines_of(path).size(), kMostLines) << path;
  }
}

TEST(HouseRules, HeadersSayWhatTheyAre) {
  std::size_t headers = 0;
  for (const std::string& path : cpp_files("src")) {
    if (!path.ends_with(".h")) continue;
    ++headers;
    std::vector<std::string> lines = lines_of(path);
    ASSERT_GT(lines.size(), 3U) << path;
    EXPECT_TRUE(lines[0].starts_with("// ")) << path << " opens without a word";
    auto is_comment = [](const std::string& line) { return line.starts_with("//"); };
    auto code = std::find_if_not(lines.begin(), lines.end(), is_comment);
    ASSERT_NE(code, lines.end()) << path;
    EXPECT_EQ(*code, "#pragma once") << path;
  }
  EXPECT_GT(headers, 40U);
}

TEST(HouseRules, EveryFileIsCompiled) {
  std::string listed = read_source_file("src/sources.cmake");
  for (const std::string& path : cpp_files("src")) {
    if (!path.ends_with(".cpp")) continue;
    std::string line = "  " + path.substr(std::string_view("src/").size()) + '\n';
    EXPECT_NE(listed.find(line), std::string::npos) << path << " stands in no list";
  }
}

TEST(HouseRules, NothingIsLeftForLater) {
  // Spelt in halves, so that this file may be looked at as well.
  const std::set<std::string> marks = {
      "TO"
      "DO",
      "FIX"
      "ME",
      "XX"
      "X",
      "HA"
      "CK"};
  for (const char* folder : {"src", "tests"}) {
    for (const std::string& path : cpp_files(folder)) {
      for (const std::string& line : lines_of(path)) {
        for (const std::string& word : words_in(line)) {
          EXPECT_FALSE(marks.contains(word)) << path << ": " << line;
        }
      }
    }
  }
}

// The engine has no word of any language. Ids and messages for authors stand alone; what is looked
// for is a list of the smallest words there are, one literal after the other.
TEST(HouseRules, TheEngineHasNoWordListOfALanguage) {
  constexpr std::size_t kFewest = 4;
  std::set<std::string> common;
  for (const std::string& path : source_files("assets/packs")) {
    if (!path.ends_with("/pack.json")) continue;
    json part = json::parse(read_source_file(path), nullptr, false);
    ASSERT_TRUE(part.is_object()) << path;
    for (const json& word : part["profile"]["function_words"]) {
      common.insert(word.get<std::string>());
    }
  }
  ASSERT_GT(common.size(), 100U);
  auto common_in = [&common](const std::vector<std::string>& list) {
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(), [&](const std::string& word) { return common.contains(word); }));
  };
  for (const char* folder : {"src/text", "src/match", "src/audit"}) {
    for (const std::string& path : cpp_files(folder)) {
      for (const std::vector<std::string>& list : literal_lists(read_source_file(path))) {
        EXPECT_LT(common_in(list), kFewest) << path << " lists words from \"" << list[0] << '"';
      }
    }
  }
  auto planted =
      literal_lists("constexpr std::array kWords = {\"the\", \"and\",\n \"of\", \"we\"};");
  ASSERT_EQ(planted.size(), 1U);
  EXPECT_EQ(common_in(planted[0]), 4U) << "a check that sees nothing is none";
}

}  // namespace
}  // namespace unfeigned::testing
