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
    check(request);
    if (!request.problem.empty()) {
      ++bad_lines_;
      return render_batch_error(request.id, line, request.problem);
    }
    std::string language = request.language.value_or(command_.reading.language);
    AuditOptions options{command_.reading.genre,
                         request.is_template.value_or(command_.reading.is_template)};
    // Streams come from elsewhere and bring genres of their own: those we do not know are detected,
    // and the answer says what the text was taken for. A language without a pack gives no findings.
    if (request.genre) options.genre = from_id(kGenres, *request.genre);
    Document document = Document::read(std::move(request.text), packs_.profiles(),
                                       {InputFormat::Text, forced_language(language)});
    Audit audited = audit(document, packs_, options);
    return render_batch_line(document, audited, packs_, {command_.offsets, request.id});
  }

  std::uint64_t bad_lines() const { return bad_lines_; }

 private:
  void check(BatchRequest& request) const {
    if (!request.problem.empty()) return;
    if (request.text.size() > kMaxTextBytes) {
      request.problem = "the text has " + std::to_string(request.text.size()) +
                        " bytes; the limit is " + std::to_string(kMaxTextBytes);
    }
  }

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
