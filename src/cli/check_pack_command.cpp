#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "pack/example_runner.h"
#include "pack/needed.h"

namespace unfeigned::cli {

namespace {

bool is_given(const ReadyPacks& packs, const std::string& file) {
  return file.empty() ||
         std::find(packs.given.begin(), packs.given.end(), file) != packs.given.end();
}

// The examples of the packs that were named; those of the packs below them are not in question.
std::size_t run_examples(const ReadyPacks& packs, Diagnostics& diagnostics) {
  std::size_t count = 0;
  for (const Example& example : packs.examples) {
    if (!is_given(packs, example.place.file)) continue;
    ++count;
    auto problem = run_example(example, packs.set);
    if (!problem) problem = try_suggestions(example, packs.set);
    if (problem) diagnostics.error(example.place, name_of(example) + ": " + *problem);
  }
  return count;
}

std::string counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

// Unless all are asked for: nobody reads on.
constexpr std::size_t kMostUnneeded = 20;

void sort_by_place(std::vector<Diagnostic>& told) {
  std::stable_sort(told.begin(), told.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
}

// Warns of what no example needs, and returns what is told of it below the sum.
std::string check_needs(const CheckPackCommand& command, ReadyPacks& packs) {
  NeedQuestion question{packs.set, packs.examples,
                        [&packs](const Rule& rule) { return is_given(packs, rule.place.file); }};
  Diagnostics unneeded;
  check_parts(question, packs.diagnostics, unneeded);
  if (command.has_branches) check_guards_off(question, unneeded);
  std::string line;
  if (command.has_branches || command.sample) {
    BranchTally tally = command.sample
                            ? sample_branches(question, *command.sample, command.seed, unneeded)
                            : check_branches(question, unneeded);
    line = counted(tally.tried, "alternative") + ", " + std::to_string(tally.needed) +
           " needed by an example";
    if (command.sample) line += " (seed " + std::to_string(command.seed) + ')';
    line += '\n';
  }
  std::vector<Diagnostic> told = unneeded.all();
  sort_by_place(told);
  std::size_t count = command.has_branches ? told.size() : std::min(told.size(), kMostUnneeded);
  for (std::size_t i = 0; i < count; ++i) packs.diagnostics.add(told[i]);
  if (count < told.size()) {
    line += "and " + std::to_string(told.size() - count) +
            " more warnings like the last; --branches tells them all\n";
  }
  return line;
}

}  // namespace

int run(const CheckPackCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Authoring);
  for (const std::string& problem : packs.problems) complain(problem);
  if (!packs.problems.empty()) return kWrongUse;

  std::size_t examples = run_examples(packs, packs.diagnostics);
  check_own_words(packs.set, packs.diagnostics);
  // Of a pack that is wrong nothing more can be said for certain.
  std::string tally = packs.diagnostics.has_errors() ? "" : check_needs(command, packs);
  for (const Diagnostic& surprise : packs.surprises.all()) packs.diagnostics.add(surprise);
  // In the order of the files, as an author mends them.
  std::vector<Diagnostic> told = packs.diagnostics.all();
  std::erase_if(told, [&packs](const Diagnostic& d) { return !is_given(packs, d.file); });
  sort_by_place(told);

  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::string out;
  for (const Diagnostic& diagnostic : told) {
    ++(diagnostic.level == DiagnosticLevel::Error ? errors : warnings);
    out += to_string(diagnostic) + '\n';
  }
  out += counted(packs.given.size(), "file") + ", " + counted(examples, "example") + ", " +
         counted(errors, "error") + ", " + counted(warnings, "warning") + '\n';
  out += tally;
  if (!write_out(out)) return kWrongUse;
  return errors > 0 ? kFound : kFine;
}

}  // namespace unfeigned::cli
