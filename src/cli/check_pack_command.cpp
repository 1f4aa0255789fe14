#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "pack/example_runner.h"

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

}  // namespace

int run(const CheckPackCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Authoring);
  for (const std::string& problem : packs.problems) complain(problem);
  if (!packs.problems.empty()) return kWrongUse;

  std::size_t examples = run_examples(packs, packs.diagnostics);
  check_own_words(packs.set, packs.diagnostics);
  // In the order of the files, as an author mends them.
  std::vector<Diagnostic> told = packs.diagnostics.all();
  std::erase_if(told, [&packs](const Diagnostic& d) { return !is_given(packs, d.file); });
  std::stable_sort(told.begin(), told.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });

  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::string out;
  for (const Diagnostic& diagnostic : told) {
    ++(diagnostic.level == DiagnosticLevel::Error ? errors : warnings);
    out += to_string(diagnostic) + '\n';
  }
  out += counted(packs.given.size(), "file") + ", " + counted(examples, "example") + ", " +
         counted(errors, "error") + ", " + counted(warnings, "warning") + '\n';
  if (!write_out(out)) return kWrongUse;
  return errors > 0 ? kFound : kFine;
}

}  // namespace unfeigned::cli
