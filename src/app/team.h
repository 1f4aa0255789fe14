// The rules that a team brought to the page: the file beside it and the one that was dropped on it,
// what each does to the built-in rules, and what is wrong with one that cannot be used.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace unfeigned {

struct TeamPack {
  std::string name;
  std::string version;
  std::string language;
  std::uint32_t added = 0;
  std::uint32_t replaced = 0;
  std::uint32_t silenced = 0;
};

// As a Diagnostic, for the author of the file.
struct TeamMistake {
  std::uint32_t line = 0;  // 0: the file as a whole
  std::uint32_t column = 0;
  std::string pointer;
  std::string message;
};

enum class TeamStatus : std::uint8_t {
  InUse,
  Broken,   // left out
  Waiting,  // for built-in rules that could not be fetched
};

struct TeamFile {
  std::string name;
  bool is_tried = false;  // dropped on the page, and gone when it is loaded again
  TeamStatus status = TeamStatus::InUse;
  std::string waits_for;  // a language
  std::vector<TeamPack> packs;
  std::vector<TeamMistake> mistakes;
  std::vector<std::string> samples;  // titles
};

}  // namespace unfeigned
