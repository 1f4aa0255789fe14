#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "report/json.h"
#include "report/json_writer.h"
#include "report/message.h"

namespace unfeigned::cli {

namespace {

struct ListedRule {
  const Pack* pack = nullptr;
  const Rule* rule = nullptr;
  const Example* hit = nullptr;
};

// By id; markers are left out, since they are no finding by themselves.
std::vector<ListedRule> listed_rules(const ReadyPacks& packs, const std::string& language) {
  std::vector<ListedRule> out;
  for (const CompiledPack& compiled : packs.set.packs()) {
    if (language != "auto" && compiled.pack.profile.language != language) continue;
    for (const Rule& rule : compiled.pack.rules) {
      if (rule.kind == RuleKind::Marker) continue;
      auto hit = std::find_if(packs.examples.begin(), packs.examples.end(), [&](const Example& e) {
        return e.rule == rule.id && e.kind != ExampleKind::NearMiss &&
               e.kind != ExampleKind::KnownGap;
      });
      out.push_back({&compiled.pack, &rule, hit == packs.examples.end() ? nullptr : &*hit});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const ListedRule& a, const ListedRule& b) { return a.rule->id < b.rule->id; });
  return out;
}

std::string with_brackets(const Example& example) {
  std::string text = example.text;
  if (!example.expected) return text;
  text.insert(example.expected->end, "]");
  text.insert(example.expected->begin, "[");
  return text;
}

// The message about the words of the example, or about words in general.
std::string filled(const ListedRule& listed, const std::string& message) {
  constexpr std::string_view kNoWords = "\xE2\x80\xA6";
  if (listed.hit == nullptr || !listed.hit->expected) return fill_message(message, kNoWords);
  Span span = *listed.hit->expected;
  return fill_message(message, std::string_view(listed.hit->text).substr(span.begin, span.size()));
}

std::string text_of(const ListedRule& listed) {
  const Rule& rule = *listed.rule;
  std::string out = rule.id + "  " + std::string(id_of(kSeverities, rule.severity));
  if (rule.certainty != Certainty::Firm) {
    out += ", " + std::string(id_of(kCertainties, rule.certainty));
  }
  if (rule.status != RuleStatus::Stable) {
    out += ", " + std::string(id_of(kRuleStatuses, rule.status));
  }
  out += "\n  " + filled(listed, why_of(*listed.pack, rule)) + '\n';
  out += "  Missing: " + filled(listed, rule.message.missing) + '\n';
  if (listed.hit != nullptr) out += "  Such as: " + with_brackets(*listed.hit) + '\n';
  if (!rule.because.empty()) out += "  Because: " + rule.because + '\n';
  return out + '\n';
}

void write_rule(JsonWriter& out, const ListedRule& listed, OffsetUnit unit) {
  const Rule& rule = *listed.rule;
  auto member = [&out](std::string_view key, std::string_view value) {
    out.key(key);
    out.string(value);
  };
  out.begin_object();
  member("id", rule.id);
  member("category", id_of(kCategories, rule.category));
  member("language", listed.pack->profile.language);
  member("kind", id_of(kRuleKinds, rule.kind));
  member("severity", id_of(kSeverities, rule.severity));
  member("certainty", id_of(kCertainties, rule.certainty));
  member("status", id_of(kRuleStatuses, rule.status));
  member("since", rule.since);
  member("because", rule.because);
  member("observed", filled(listed, rule.message.observed));
  member("effect", filled(listed, rule.message.effect));
  member("missing", filled(listed, rule.message.missing));
  out.key("example");
  if (listed.hit == nullptr) {
    out.null();
  } else {
    Offsets offsets(listed.hit->text, unit);
    Span span = listed.hit->expected.value_or(Span{});
    out.begin_object();
    member("text", listed.hit->text);
    out.key("start");
    out.number(offsets.of(span.begin));
    out.key("end");
    out.number(offsets.of(span.end));
    out.end_object();
  }
  out.end_object();
}

std::string json_of(const std::vector<ListedRule>& rules) {
  JsonWriter out;
  out.begin_object();
  out.key("schema_version");
  out.number(kSchemaVersion);
  out.key("offset_unit");
  out.string(id_of(kOffsetUnits, OffsetUnit::Utf8));
  out.key("rules");
  out.begin_array();
  for (const ListedRule& listed : rules) write_rule(out, listed, OffsetUnit::Utf8);
  out.end_array();
  out.end_object();
  return out.take() + '\n';
}

}  // namespace

int run(const RulesCommand& command) {
  ReadyPacks packs = load(command.packs, LoadPurpose::Audit);
  if (!report(packs) || !check_language(packs.set, command.language)) return kWrongUse;
  std::vector<ListedRule> rules = listed_rules(packs, command.language);
  if (command.format == OutputFormat::Json) return write_out(json_of(rules)) ? kFine : kWrongUse;
  std::string out;
  for (const ListedRule& listed : rules) out += text_of(listed);
  out += std::to_string(rules.size()) + (rules.size() == 1 ? " rule\n" : " rules\n");
  return write_out(out) ? kFine : kWrongUse;
}

}  // namespace unfeigned::cli
