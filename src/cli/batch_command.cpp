#include <algorithm>
#include <string>
#include <utility>

#include "audit/audit.h"
#include "cli/batch_input.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "report/json.h"
#include "text/document.h"

namespace unfeigned::cli {

namespace {

class Batch {
 public:
  Batch(const BatchCommand& command, const PackSet& packs) : command_(command), packs_(packs) {}

  std::string answer(BatchRequest request, std::uint64_t line) {
    if (!request.problem.empty()) {
      ++bad_lines_;
      return render_batch_error(request.id, line, request.problem);
    }
    AuditOptions options = audit_options(request, command_.reading);
    ReadOptions reading = read_options(request, command_.reading);
    Document document = Document::read(std::move(request.text), packs_.profiles(), reading);
    Audit audited = audit(document, packs_, options);
    return render_batch_line(document, audited, packs_, {command_.offsets, request.id});
  }

  std::uint64_t bad_lines() const { return bad_lines_; }

 private:
  const BatchCommand& command_;
  const PackSet& packs_;
  std::uint64_t bad_lines_ = 0;
};

}  // namespace

int run(const BatchCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Audit);
  if (!report(packs) || !check_language(packs.set, command.reading.language)) return kWrongUse;
  Batch batch(command, packs.set);
  LineReader reader(stdin, kMaxLineBytes);
  while (reader.next()) {
    if (is_blank(reader.line())) continue;
    BatchRequest request;
    if (reader.is_too_long()) {
      request.problem =
          "the line has more than " + std::to_string(kMaxLineBytes) + " bytes, the limit";
    } else {
      request = read_request(std::move(reader.line()));
    }
    if (!write_out(batch.answer(std::move(request), reader.number()) + '\n')) return kWrongUse;
  }
  if (reader.has_failed()) {
    complain("standard input could not be read to its end");
    return kWrongUse;
  }
  if (batch.bad_lines() == 0) return kFine;
  complain(std::to_string(batch.bad_lines()) + " of " + std::to_string(reader.number()) +
           " lines could not be used");
  return kWrongUse;
}

}  // namespace unfeigned::cli
