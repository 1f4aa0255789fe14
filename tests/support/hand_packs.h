// Packs made by hand for tests of the engine: no JSON, no file.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "audit/pack.h"
#include "pack/examples.h"

namespace unfeigned::testing {

inline std::vector<PatternSource> sources(std::initializer_list<const char*> notations) {
  std::vector<PatternSource> all;
  for (const char* notation : notations) all.push_back({notation, {}});
  return all;
}

inline LanguageProfile english_profile() {
  LanguageProfile profile;
  profile.language = "en";
  profile.function_words = {"the",  "a",   "of", "to",  "and", "we",   "you",
                            "your", "our", "is", "are", "for", "this", "that",
                            "it",   "was", "in", "on",  "at",  "any",  "i"};
  profile.abbreviations = {"mr", "mrs", "dr", "e.g", "i.e", "approx", "no"};
  profile.merge_fields = {"name", "first", "order", "customer", "number", "insert", "date"};
  profile.history_headers = {"from", "sent", "to", "subject", "date"};
  return profile;
}

inline Rule rule(std::string id, std::initializer_list<const char*> patterns,
                 Severity severity = Severity::Notable) {
  Rule made;
  made.id = std::move(id);
  made.category = *from_id(kCategories, std::string_view(made.id).substr(0, made.id.find('.')));
  made.severity = severity;
  made.patterns = sources(patterns);
  made.message = {"It does.", "One may feel.", "Say what."};
  return made;
}

// The expected words stand between [ and ]; without them nothing is expected.
inline Example example(ExampleKind kind, std::string rule_id, std::string text) {
  Example made;
  made.kind = kind;
  made.rule = std::move(rule_id);
  made.language = "en";
  std::size_t begin = text.find('[');
  std::size_t end = text.find(']');
  if (begin != std::string::npos) {
    text.erase(end, 1).erase(begin, 1);
    made.expected = Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - 1)};
  }
  made.text = std::move(text);
  return made;
}

// An English pack with the cues that the guards need and one rule of each kind the tests use.
inline Pack english_pack(std::vector<Rule> rules) {
  Pack pack;
  pack.id = "en";
  pack.name = "English, by hand";
  pack.version = "0";
  pack.profile = english_profile();
  pack.rules = std::move(rules);
  auto cue = [&](Cue which, std::initializer_list<const char*> notations) {
    pack.cues[static_cast<std::size_t>(which)] = sources(notations);
  };
  cue(Cue::Negator, {"not", "never", "no", "cannot", "don't"});
  cue(Cue::ClauseStart, {"and", "but", "because", "so"});
  cue(Cue::Metalanguage, {"phrase", "slogan", "so called"});
  cue(Cue::Attribution, {"according to", "-(i|we|you|to) (says|said|claims)"});
  cue(Cue::Critical, {"hollow", "fake", "insincere"});
  cue(Cue::Ownership, {"we", "our", "us", "i"});
  cue(Cue::Legal, {"hereby", "liability", "indemnify"});
  cue(Cue::Commentary, {"read more", "comments are closed", "column", "press release"});
  cue(Cue::MentionList, {"avoid", "do not write"});
  pack.evidence[static_cast<std::size_t>(EvidenceType::Date)] =
      sources({"# (may|june)", "(may|june) #"});
  pack.evidence[static_cast<std::size_t>(EvidenceType::Amount)] = sources({"# (customers|euros)"});
  pack.slots = {{"what-happened", "what happened"}, {"when", "when"}};
  return pack;
}

struct Audited {
  Document document;
  Audit audit;
};

inline PackSet compile(std::vector<Pack> packs) {
  Diagnostics diagnostics;
  return PackSet::compile(std::move(packs), diagnostics);
}

inline Audited audit_text(const PackSet& packs, std::string text, AuditOptions options = {}) {
  Document document = Document::read(std::move(text), packs.profiles(), {});
  Audit result = audit(document, packs, options);
  return {std::move(document), std::move(result)};
}

}  // namespace unfeigned::testing
