#include "base/diagnostic.h"

#include <algorithm>

namespace unfeigned {

namespace {

Diagnostic make(DiagnosticLevel level, const SourcePlace& place, std::string message) {
  return {level, place.file, place.pointer, place.line, place.column, std::move(message)};
}

}  // namespace

void Diagnostics::error(const SourcePlace& place, std::string message) {
  add(make(DiagnosticLevel::Error, place, std::move(message)));
}

void Diagnostics::warning(const SourcePlace& place, std::string message) {
  add(make(DiagnosticLevel::Warning, place, std::move(message)));
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& d) { return d.level == DiagnosticLevel::Error; });
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string out;
  if (!diagnostic.file.empty()) {
    out += diagnostic.file;
    if (diagnostic.line != 0) {
      out += ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column);
    }
    out += ": ";
  }
  out += diagnostic.level == DiagnosticLevel::Error ? "error: " : "warning: ";
  out += diagnostic.message;
  if (!diagnostic.pointer.empty()) out += " (at " + diagnostic.pointer + ")";
  return out;
}

}  // namespace unfeigned
