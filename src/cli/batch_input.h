// JSON Lines, as `unfeigned batch` and `unfeigned eval` take them: reading them one by one within a
// bound, and understanding one. Nothing is judged here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "audit/audit.h"
#include "cli/command_line.h"
#include "pack/json_tree.h"

namespace unfeigned::cli {

inline constexpr std::size_t kMaxLineBytes = std::size_t{64} * 1024 * 1024;

// Reads lines that end at LF; keeps one line in memory and never more than the limit of it.
class LineReader {
 public:
  LineReader(std::FILE* file, std::size_t limit) : file_(file), limit_(limit) {}

  // False at the end of the input.
  bool next();
  std::string& line() { return line_; }
  bool is_too_long() const { return is_too_long_; }
  std::uint64_t number() const { return number_; }  // 1-based
  bool has_failed() const { return std::ferror(file_) != 0; }

 private:
  std::FILE* file_;
  std::size_t limit_;
  std::string line_;
  bool is_too_long_ = false;
  std::uint64_t number_ = 0;
};

struct BatchRequest {
  std::string id = "null";  // JSON, as it came
  std::string text;
  std::optional<std::string> language;
  std::optional<std::string> genre;  // as written; "auto" asks for detection
  std::optional<bool> is_template;
  std::string problem;  // a sentence; empty when the line was understood
};

// A text that is longer than an audit takes is a problem as well.
BatchRequest read_request(std::string line);

// How its text is to be read: what the line says goes before what the command says. Streams come
// from elsewhere and bring genres of their own: those we do not know are detected, and the answer
// says what the text was taken for.
AuditOptions audit_options(const BatchRequest& request, const ReadingChoice& choice);
ReadOptions read_options(const BatchRequest& request, const ReadingChoice& choice);

// A line that is one object, whatever its keys; otherwise nothing, and a sentence.
std::optional<JsonTree> read_object(std::string line, std::string& problem);
// JSON again, as it came; "null" when there is none.
std::string read_id(JsonValue root, std::string& problem);
// A member that may be absent.
std::optional<std::string> read_string(JsonValue root, std::string_view key, std::string& problem);
bool is_blank(std::string_view line);

// Escapes of surrogates without their partner (\uD800) become \uFFFD, of the same length; every
// other byte stays as it is.
void mend_lone_surrogates(std::string& json);

}  // namespace unfeigned::cli
