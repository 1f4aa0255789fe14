#include <algorithm>
#include <string>
#include <utility>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "cli/terminal.h"
#include "report/json.h"
#include "report/json_writer.h"
#include "report/text.h"
#include "text/document.h"

namespace unfeigned::cli {

namespace {

// Audits one text after the other and writes each as soon as it is done.
class AuditRun {
 public:
  AuditRun(const AuditCommand& command, const PackSet& packs)
      : command_(command), packs_(packs), terminal_(look_at_terminal()) {}

  int run(const std::vector<std::string>& paths) {
    is_list_ = command_.format == OutputFormat::Json && paths.size() > 1;
    if (is_list_) is_written_ = write_out("{\"files\":[") && is_written_;
    for (const std::string& path : paths) audit_one(path);
    if (is_list_) is_written_ = write_out("]}\n") && is_written_;
    if (without_number_ > 0 && command_.fail_under) {
      complain("--fail-under: " + std::to_string(without_number_) +
               (without_number_ == 1 ? " text has" : " texts have") +
               " no number and passed unjudged");
    }
    if (has_problem_ || !is_written_) return kWrongUse;
    return has_failed_ ? kFound : kFine;
  }

 private:
  void audit_one(const std::string& path) {
    FileContent content = read_file(path, kMaxTextBytes);
    if (!content.problem.empty()) {
      complain(content.problem);
      has_problem_ = true;
      return;
    }
    ReadOptions reading{command_.input.value_or(format_of(path)),
                        forced_language(command_.reading.language)};
    Document document = Document::read(std::move(content.bytes), packs_.profiles(), reading);
    Audit audited = audit_of(document);
    is_written_ = write_out(rendered(document, audited, path)) && is_written_;
    ++written_;
    judge(audited, path);
  }

  // The id of a finding is its rule, '@' and where it starts, in the unit of the report. Its words
  // are known once it was found, and something that it hid may be meant as well: so the text is
  // audited until no id is new, which ends because each round takes one at least.
  Audit audit_of(const Document& document) const {
    AuditOptions options{command_.reading.genre, command_.reading.is_template};
    std::vector<std::string> ids;
    for (const std::string& id : command_.set_aside) {
      if (id.find('@') == std::string::npos) {
        options.set_aside.push_back({id, std::nullopt, false});
      } else {
        ids.push_back(id);
      }
    }
    const Offsets offsets(document.text(), command_.offsets);
    while (true) {
      Audit audited = audit(document, packs_, options);
      const std::size_t before = ids.size();
      for (const auto* findings : {&audited.findings, &audited.unsure}) {
        for (const Finding& finding : *findings) {
          const std::string& rule =
              packs_.packs()[finding.pack].pack.rules[finding.rule.index()].id;
          const std::string id = rule + '@' + std::to_string(offsets.of(finding.span.begin));
          if (std::erase(ids, id) > 0) options.set_aside.push_back({rule, finding.span, false});
        }
      }
      if (ids.size() == before) return audited;
    }
  }

  std::string rendered(const Document& document, const Audit& audited, const std::string& path) {
    if (command_.format == OutputFormat::Json) {
      JsonOptions options{command_.offsets, std::nullopt};
      if (!is_list_) return render_json(document, audited, packs_, options) + '\n';
      options.path = path;
      return (written_ > 0 ? ",\n" : "\n") + render_json(document, audited, packs_, options);
    }
    constexpr std::uint32_t kIndent = 4;
    TextOptions options{path, terminal_.has_colours, terminal_.width - kIndent};
    return (written_ > 0 ? "\n" : "") + render_text(document, audited, packs_, options);
  }

  void judge(const Audit& audited, const std::string& path) {
    if (command_.fail_under) {
      const auto& plainness = audited.score.plainness;
      if (!plainness) {
        ++without_number_;
      } else if (*plainness < *command_.fail_under) {
        complain(path + ": plainness " + tenths_text(*plainness) + " is under " +
                 tenths_text(*command_.fail_under));
        has_failed_ = true;
      }
    }
    if (command_.fail_on) {
      auto severe = std::count_if(
          audited.findings.begin(), audited.findings.end(),
          [&](const Finding& finding) { return finding.severity >= *command_.fail_on; });
      if (severe > 0) {
        complain(path + ": " + std::to_string(severe) +
                 (severe == 1 ? " finding is " : " findings are ") +
                 std::string(id_of(kSeverities, *command_.fail_on)) + " or worse");
        has_failed_ = true;
      }
    }
  }

  const AuditCommand& command_;
  const PackSet& packs_;
  Terminal terminal_;
  bool is_list_ = false;
  bool is_written_ = true;
  bool has_problem_ = false;
  bool has_failed_ = false;
  std::size_t written_ = 0;
  std::size_t without_number_ = 0;
};

// A rule that is not there would be set aside without anybody noticing.
bool check_set_aside(const AuditCommand& command, const PackSet& packs) {
  if (command.set_aside.size() > kMaxSetAside) {
    complain("--set-aside: at most " + std::to_string(kMaxSetAside) + " can be set aside");
    return false;
  }
  for (const std::string& id : command.set_aside) {
    const std::string rule = id.substr(0, id.find('@'));
    const auto all = packs.packs();
    bool is_known = std::any_of(all.begin(), all.end(), [&](const CompiledPack& compiled) {
      const auto& rules = compiled.pack.rules;
      return std::any_of(rules.begin(), rules.end(),
                         [&](const Rule& one) { return one.id == rule; });
    });
    if (is_known) continue;
    complain("--set-aside: no rule has the id \"" + rule + "\"");
    return false;
  }
  return true;
}

}  // namespace

int run(const AuditCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Audit);
  if (!report(packs) || !check_language(packs.set, command.reading.language)) return kWrongUse;
  if (!check_set_aside(command, packs.set)) return kWrongUse;
  std::vector<std::string> paths = command.files;
  if (paths.empty()) paths.emplace_back("-");
  return AuditRun(command, packs.set).run(paths);
}

}  // namespace unfeigned::cli
