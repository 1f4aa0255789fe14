#include <string>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "report/version.h"

namespace unfeigned::cli {

int run(const VersionCommand& /*command*/) {
  ReadyPacks packs = load({}, LoadPurpose::Audit);
  std::string out = "unfeigned " + std::string(kVersion) + "\nscore version " +
                    std::to_string(kScoreVersion) + '\n';
  for (const CompiledPack& compiled : packs.set.packs()) {
    const Pack& pack = compiled.pack;
    out += "pack " + pack.id + ' ' + pack.version + ' ' + pack.fingerprint + '\n';
  }
  return write_out(out) && report(packs) ? kFine : kWrongUse;
}

}  // namespace unfeigned::cli
