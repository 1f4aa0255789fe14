#include <string>
#include <utility>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "text/document.h"

namespace unfeigned::cli {

namespace {

// The words on the command line are one text, whether they were quoted or not.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

int run(const ExplainCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Audit);
  if (!report(packs) || !check_language(packs.set, command.reading.language)) return kWrongUse;
  FileContent content{joined(command.words), ""};
  std::string path = command.file.value_or("-");
  if (command.words.empty()) content = read_file(path, kMaxTextBytes);
  if (content.bytes.size() > kMaxTextBytes) content.problem = "the text is longer than 8 MiB";
  if (!content.problem.empty()) {
    complain(content.problem);
    return kWrongUse;
  }
  std::string language = forced_language(command.reading.language);
  Document document = Document::read(std::move(content.bytes), packs.set.profiles(),
                                     {command.input.value_or(format_of(path)), language});
  AuditTrace trace;
  Audit audited =
      audit(document, packs.set, {command.reading.genre, command.reading.is_template, &trace});
  bool is_written =
      write_out(explain({document, audited, trace, packs.set, !language.empty(), command.frames}));
  return is_written ? kFine : kWrongUse;
}

}  // namespace unfeigned::cli
