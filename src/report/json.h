// The audit of one text as JSON: the format that other programs read. Fields are only ever added;
// a change of their meaning raises kSchemaVersion. No logic, no scoring.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/audit.h"
#include "report/offsets.h"
#include "text/document.h"

namespace unfeigned {

inline constexpr int kSchemaVersion = 1;

struct JsonOptions {
  OffsetUnit unit = OffsetUnit::Utf8;
  std::optional<std::string_view> path;  // told first, where a report is one of several
};

// The document must have been read with packs.profiles().
std::string render_json(const Document& document, const Audit& audit, const PackSet& packs,
                        const JsonOptions& options);

struct BatchLineOptions {
  OffsetUnit unit = OffsetUnit::Utf8;
  std::string_view id = "null";  // JSON, as it came
};

// The same in short, on one line without its end, for streams of texts.
std::string render_batch_line(const Document& document, const Audit& audit, const PackSet& packs,
                              const BatchLineOptions& options);

// A line for a text that could not be read.
std::string render_batch_error(std::string_view id, std::uint64_t line, std::string_view error);

}  // namespace unfeigned
