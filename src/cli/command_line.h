// What the user asked for, as plain data. The only header that stands between the argument parser
// and the commands; no command sees the parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "audit/vocabulary.h"
#include "report/offsets.h"
#include "text/document.h"

namespace unfeigned::cli {

// Exit codes; stable.
inline constexpr int kFine = 0;
inline constexpr int kFound = 1;     // a threshold was missed, or a pack has mistakes
inline constexpr int kWrongUse = 2;  // arguments, packs or input that cannot be used

enum class OutputFormat : std::uint8_t { Text, Json };

// Which packs are in force.
struct PackChoice {
  std::vector<std::string> packs;     // files or folders, in the order given
  std::optional<std::string> config;  // the team's pack, after all others
  bool has_builtin = true;
};

// How texts are read and judged.
struct ReadingChoice {
  std::string language = "auto";
  std::optional<Genre> genre;  // nothing: detected
  bool is_template = false;
};

struct AuditCommand {
  std::vector<std::string> files;  // none: standard input
  ReadingChoice reading;
  PackChoice packs;
  OutputFormat format = OutputFormat::Text;
  OffsetUnit offsets = OffsetUnit::Utf8;
  std::optional<InputFormat> input;        // nothing: by the ending of the file's name
  std::optional<std::int32_t> fail_under;  // tenths
  std::optional<Severity> fail_on;
  std::vector<std::string> set_aside;  // ids of rules or, with @ and a start, of findings
};

struct BatchCommand {
  ReadingChoice reading;
  PackChoice packs;
  OffsetUnit offsets = OffsetUnit::Utf8;
};

struct RulesCommand {
  PackChoice packs;
  OutputFormat format = OutputFormat::Text;
  std::string language = "auto";
};

struct CheckPackCommand {
  PackChoice packs;
  bool has_branches = false;            // look at every alternative and every guard turned off
  std::optional<std::uint32_t> sample;  // of the alternatives, only so many
  std::uint64_t seed = 1;
};

// Findings held against what a team has labelled.
struct EvalCommand {
  std::string labels;  // JSON Lines; "-" for standard input
  std::string texts;
  ReadingChoice reading;
  PackChoice packs;
  OutputFormat format = OutputFormat::Text;
  OffsetUnit offsets = OffsetUnit::CodePoint;  // of the labels
  std::uint32_t list = 20;                     // so many misses and false alarms are shown
  std::uint64_t seed = 1;
};

// How one text is read, sentence by sentence.
struct ExplainCommand {
  std::vector<std::string> words;   // the text itself
  std::optional<std::string> file;  // instead of words; neither: standard input
  ReadingChoice reading;
  PackChoice packs;
  std::optional<InputFormat> input;  // nothing: by the ending of the file's name
  std::uint32_t frames = 5;          // patterns that nearly match, for each sentence
};

struct VersionCommand {};

using Command = std::variant<AuditCommand, BatchCommand, RulesCommand, CheckPackCommand,
                             EvalCommand, ExplainCommand, VersionCommand>;

struct CommandLine {
  std::optional<Command> command;  // nothing: everything was said, leave with exit_code
  int exit_code = kFine;
};

// Prints help and complaints itself.
CommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace unfeigned::cli
