#include "app/read_team.h"

#include <string>

#include "app/read_report.h"

namespace unfeigned::wire {

namespace {

TeamPack read_pack(WireReader& in) {
  TeamPack pack;
  pack.name = string_of(in);
  pack.version = string_of(in);
  pack.language = string_of(in);
  pack.added = in.u32();
  pack.replaced = in.u32();
  pack.silenced = in.u32();
  return pack;
}

TeamMistake read_mistake(WireReader& in) {
  TeamMistake mistake;
  mistake.line = in.u32();
  mistake.column = in.u32();
  mistake.pointer = string_of(in);
  mistake.message = string_of(in);
  return mistake;
}

TeamFile read_file(WireReader& in) {
  TeamFile file;
  file.name = string_of(in);
  file.is_tried = in.u32() != 0;
  const std::uint32_t status = in.u32();
  file.status = status <= 2 ? static_cast<TeamStatus>(status) : TeamStatus::Broken;
  file.waits_for = string_of(in);
  const std::uint32_t packs = in.count(24);
  for (std::uint32_t i = 0; i < packs; ++i) file.packs.push_back(read_pack(in));
  const std::uint32_t mistakes = in.count(16);
  for (std::uint32_t i = 0; i < mistakes; ++i) file.mistakes.push_back(read_mistake(in));
  file.samples = strings_of(in);
  return file;
}

}  // namespace

std::vector<TeamFile> read_team(WireReader& in) {
  std::vector<TeamFile> files;
  const std::uint32_t n = in.count(28);
  for (std::uint32_t i = 0; i < n; ++i) files.push_back(read_file(in));
  return files;
}

}  // namespace unfeigned::wire
