#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "base/enum_table.h"

namespace unfeigned::cli {

namespace {

constexpr std::array kFormats = {
    EnumRow<OutputFormat>{OutputFormat::Text, "text"},
    EnumRow<OutputFormat>{OutputFormat::Json, "json"},
};
static_assert(is_dense(kFormats));

constexpr std::array kInputs = {
    EnumRow<InputFormat>{InputFormat::Text, "text"},
    EnumRow<InputFormat>{InputFormat::Markdown, "markdown"},
    EnumRow<InputFormat>{InputFormat::Html, "html"},
};
static_assert(is_dense(kInputs));

// The values of an enum as the user writes them; "auto" stands for nothing.
template <class Enum, std::size_t N>
std::vector<std::string> names(const std::array<EnumRow<Enum>, N>& rows, bool has_auto) {
  std::vector<std::string> out;
  if (has_auto) out.emplace_back("auto");
  for (const auto& row : rows) out.emplace_back(row.id);
  return out;
}

// What the parser fills: strings, checked by it, turned into values afterwards.
struct Raw {
  std::vector<std::string> files;
  std::vector<std::string> packs;
  std::string config;
  bool has_no_builtin = false;
  std::string language = "auto";
  std::string genre = "auto";
  std::string format = "text";
  std::string offsets = "utf8";
  std::string input = "auto";
  std::string fail_on;
  std::vector<std::string> set_aside;
  double fail_under = -1;
  std::string labels;
  std::string texts;
  std::vector<std::string> words;
  std::string file;
  std::uint32_t frames = 5;
  std::string label_offsets = "codepoint";
  std::uint32_t list = 20;
  bool has_branches = false;
  std::optional<std::uint32_t> sample;
  std::uint64_t seed = 1;
  bool is_template = false;

  PackChoice pack_choice() const {
    PackChoice choice{packs, std::nullopt, !has_no_builtin};
    if (!config.empty()) choice.config = config;
    return choice;
  }
  ReadingChoice reading_choice() const { return {language, from_id(kGenres, genre), is_template}; }
};

void add_packs(CLI::App& command, Raw& raw) {
  command
      .add_option("--pack", raw.packs,
                  "Add the rules of a pack: a file or a folder; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command.add_option("--config", raw.config, "The team's pack; its rules come last")
      ->type_name("FILE");
  command.add_flag("--no-builtin", raw.has_no_builtin, "Use only the packs given here");
}

void add_reading(CLI::App& command, Raw& raw) {
  command.add_option("--lang", raw.language, "Language of the text: auto, or one that has a pack")
      ->type_name("LANG")
      ->capture_default_str();
  command.add_option("--genre", raw.genre, "What kind of text it is")
      ->type_name("GENRE")
      ->check(CLI::IsMember(names(kGenres, true)))
      ->capture_default_str();
  command.add_flag("--template", raw.is_template,
                   "Merge fields such as {{name}} are meant to be there");
}

void add_offsets(CLI::App& command, Raw& raw) {
  command.add_option("--offsets", raw.offsets, "Unit of all offsets in JSON")
      ->type_name("UNIT")
      ->check(CLI::IsMember(names(kOffsetUnits, false)))
      ->capture_default_str();
}

void add_format(CLI::App& command, Raw& raw) {
  command.add_option("--format", raw.format, "How to tell what was found")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(names(kFormats, false)))
      ->capture_default_str();
}

void add_input(CLI::App& command, Raw& raw) {
  command.add_option("--input", raw.input, "Markup of the text; auto goes by the file's name")
      ->type_name("INPUT")
      ->check(CLI::IsMember(names(kInputs, true)))
      ->capture_default_str();
}

void describe_audit(CLI::App& command, Raw& raw) {
  command.add_option("FILE", raw.files, "Texts to audit; none or - for standard input")
      ->type_name("");
  add_format(command, raw);
  add_offsets(command, raw);
  add_reading(command, raw);
  add_input(command, raw);
  add_packs(command, raw);
  command
      .add_option("--fail-under", raw.fail_under,
                  "Exit with 1 when a text has less plainness; texts without a number pass")
      ->type_name("N")
      ->check(CLI::Range(0.0, 100.0));
  command.add_option("--fail-on", raw.fail_on, "Exit with 1 when a finding is this severe")
      ->type_name("SEVERITY")
      ->check(CLI::IsMember(names(kSeverities, false)));
  command
      .add_option("--set-aside", raw.set_aside,
                  "Note a rule's findings without counting them, or one by its id in the report; "
                  "may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
}

void describe_check(CLI::App& command, Raw& raw) {
  command.add_option("PATH", raw.packs, "Files or folders")->type_name("")->required();
  command.add_flag("--no-builtin", raw.has_no_builtin, "Do not lay the packs on the built-in ones");
  command.add_flag("--branches", raw.has_branches,
                   "Look for alternatives and guards turned off that no example needs");
  command.add_option("--sample", raw.sample, "Look at only so many alternatives")->type_name("N");
  command.add_option("--seed", raw.seed, "Which alternatives the sample takes")
      ->type_name("N")
      ->capture_default_str();
}

void describe_eval(CLI::App& command, Raw& raw) {
  command.add_option("LABELS", raw.labels, "What a team has marked, as JSON Lines")
      ->type_name("")
      ->required();
  command.add_option("TEXTS", raw.texts, "The texts, as JSON Lines")->type_name("")->required();
  add_format(command, raw);
  command.add_option("--offsets", raw.label_offsets, "Unit of the offsets in LABELS")
      ->type_name("UNIT")
      ->check(CLI::IsMember(names(kOffsetUnits, false)))
      ->capture_default_str();
  command.add_option("--list", raw.list, "Show so many misses and so many false alarms")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--seed", raw.seed, "Seed of the resampling that gives the intervals")
      ->type_name("N")
      ->capture_default_str();
  add_reading(command, raw);
  add_packs(command, raw);
}

void describe_explain(CLI::App& command, Raw& raw) {
  auto* words = command.add_option("TEXT", raw.words, "The text; its words are joined by a space")
                    ->type_name("");
  command.add_option("--file", raw.file, "Read the text from a file; - for standard input")
      ->type_name("FILE")
      ->excludes(words);
  command.add_option("--frames", raw.frames, "Show so many patterns that nearly match a sentence")
      ->type_name("N")
      ->capture_default_str();
  add_reading(command, raw);
  add_input(command, raw);
  add_packs(command, raw);
}

AuditCommand audit_command(const Raw& raw) {
  AuditCommand command;
  command.files = raw.files;
  command.reading = raw.reading_choice();
  command.packs = raw.pack_choice();
  command.format = from_id(kFormats, raw.format).value_or(OutputFormat::Text);
  command.offsets = from_id(kOffsetUnits, raw.offsets).value_or(OffsetUnit::Utf8);
  command.input = from_id(kInputs, raw.input);
  if (raw.fail_under >= 0) {
    command.fail_under = static_cast<std::int32_t>(std::lround(raw.fail_under * 10));
  }
  command.fail_on = from_id(kSeverities, raw.fail_on);
  command.set_aside = raw.set_aside;
  return command;
}

BatchCommand batch_command(const Raw& raw) {
  return {raw.reading_choice(), raw.pack_choice(),
          from_id(kOffsetUnits, raw.offsets).value_or(OffsetUnit::Utf8)};
}

EvalCommand eval_command(const Raw& raw) {
  return {raw.labels,
          raw.texts,
          raw.reading_choice(),
          raw.pack_choice(),
          from_id(kFormats, raw.format).value_or(OutputFormat::Text),
          from_id(kOffsetUnits, raw.label_offsets).value_or(OffsetUnit::CodePoint),
          raw.list,
          raw.seed};
}

ExplainCommand explain_command(const Raw& raw) {
  ExplainCommand command;
  command.words = raw.words;
  if (!raw.file.empty()) command.file = raw.file;
  command.reading = raw.reading_choice();
  command.packs = raw.pack_choice();
  command.input = from_id(kInputs, raw.input);
  command.frames = raw.frames;
  return command;
}

RulesCommand rules_command(const Raw& raw) {
  return {raw.pack_choice(), from_id(kFormats, raw.format).value_or(OutputFormat::Text),
          raw.language};
}

}  // namespace

CommandLine parse_command_line(int argc, const char* const* argv) {
  CLI::App app("Finds formulaic empathy in copy and says which fact is missing.", "unfeigned");
  app.require_subcommand(0, 1);
  bool is_version = false;
  app.add_flag("--version", is_version, "Print the version, the score's version and the packs'");

  Raw raw;
  auto* audit = app.add_subcommand("audit", "Audit texts");
  describe_audit(*audit, raw);
  auto* batch = app.add_subcommand(
      "batch", "Audit a stream: one JSON object a line in, one a line out, in order");
  add_offsets(*batch, raw);
  add_reading(*batch, raw);
  add_packs(*batch, raw);
  auto* rules = app.add_subcommand("rules", "List the rules");
  add_format(*rules, raw);
  rules->add_option("--lang", raw.language, "Only the rules of this language")->type_name("LANG");
  add_packs(*rules, raw);
  auto* check =
      app.add_subcommand("check-pack", "Check packs: every field, every pattern, every example");
  describe_check(*check, raw);
  auto* eval = app.add_subcommand("eval", "Measure the findings against labelled texts");
  describe_eval(*eval, raw);
  auto* explain = app.add_subcommand("explain", "Tell how a text is read, sentence by sentence");
  describe_explain(*explain, raw);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    // Help leaves with 0 on standard output; complaints go to standard error.
    return {std::nullopt, app.exit(problem) == 0 ? kFine : kWrongUse};
  }
  if (audit->parsed()) return {audit_command(raw), kFine};
  if (batch->parsed()) return {batch_command(raw), kFine};
  if (rules->parsed()) return {rules_command(raw), kFine};
  if (check->parsed()) {
    return {CheckPackCommand{raw.pack_choice(), raw.has_branches, raw.sample, raw.seed}, kFine};
  }
  if (eval->parsed()) return {eval_command(raw), kFine};
  if (explain->parsed()) return {explain_command(raw), kFine};
  if (is_version) return {VersionCommand{}, kFine};
  std::fputs(app.help().c_str(), stderr);
  return {std::nullopt, kWrongUse};
}

}  // namespace unfeigned::cli
