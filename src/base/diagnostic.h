// Something wrong with a pack, a configuration or an argument, told to its author. Never used for
// the user's text: what is odd there is a Notice of the Audit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace unfeigned {

enum class DiagnosticLevel : std::uint8_t { Warning, Error };

struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::Error;
  std::string file;          // as the caller named it; empty when there is none
  std::string pointer;       // JSON pointer (RFC 6901) to the value; empty for the whole file
  std::uint32_t line = 0;    // 1-based; 0 when there is no place
  std::uint32_t column = 0;  // 1-based, in code points; 0 when there is no place
  std::string message;       // a sentence: what was found, then what to do

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Where a value stands in a file of the author, kept beside what was read from it.
struct SourcePlace {
  std::string file;
  std::string pointer;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// A sink that keeps everything, so that an author sees all problems of a pack at once.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void error(const SourcePlace& place, std::string message);
  void warning(const SourcePlace& place, std::string message);
  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const;

 private:
  std::vector<Diagnostic> all_;
};

// "file:line:column: error: message (at /pointer)"; parts that are absent are left out.
std::string to_string(const Diagnostic& diagnostic);

}  // namespace unfeigned
