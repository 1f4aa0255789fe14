// The report as it comes from the glue (web/glue/report.mjs), read field by field. Whether the
// whole message was sound is for the caller to ask the reader. Findings that read as those of the
// report before are not told again.
#pragma once

#include <string>
#include <vector>

#include "app/records.h"
#include "app/wire.h"

namespace unfeigned::wire {

std::string string_of(WireReader& in);
std::vector<std::string> strings_of(WireReader& in);
// `before` may be empty.
ReportRecord read_report(WireReader& in, const SharedReport& before);

}  // namespace unfeigned::wire
