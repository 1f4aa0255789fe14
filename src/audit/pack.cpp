#include "audit/pack.h"

#include "text/tokenizer.h"

namespace unfeigned {
namespace {

// Lists the patterns of one pack in one row, with what each stands for.
class PatternList {
 public:
  void add(const std::vector<PatternSource>& patterns, PatternRole role) {
    bool is_of_rule = role.kind == PatternRole::Kind::Rule || role.kind == PatternRole::Kind::Unless;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (is_of_rule) role.part = static_cast<std::uint32_t>(i);
      sources_.push_back(patterns[i]);
      roles_.push_back(role);
    }
  }

  std::span<const PatternSource> sources() const { return sources_; }
  std::vector<PatternRole> take_roles() { return std::move(roles_); }

 private:
  std::vector<PatternSource> sources_;
  std::vector<PatternRole> roles_;
};

// Calls `add` for each rule that is in force.
template <class Add>
void for_each_rule(const Pack& pack, Add add) {
  for (std::uint32_t i = 0; i < pack.rules.size(); ++i) {
    RuleStatus status = pack.rules[i].status;
    if (status != RuleStatus::Retired && status != RuleStatus::Off) add(pack.rules[i], RuleIndex{i});
  }
}

void list_cues(const Pack& pack, bool nearby, PatternList& list) {
  for (std::uint32_t i = 0; i < pack.cues.size(); ++i) {
    if (is_nearby(static_cast<Cue>(i)) == nearby) list.add(pack.cues[i], {PatternRole::Kind::Cue, {}, i});
  }
}

PatternList list_everywhere(const Pack& pack) {
  PatternList list;
  for_each_rule(pack, [&](const Rule& rule, RuleIndex index) {
    list.add(rule.patterns, {PatternRole::Kind::Rule, index, 0});
  });
  list_cues(pack, false, list);
  for (std::uint32_t i = 0; i < pack.evidence.size(); ++i) {
    list.add(pack.evidence[i], {PatternRole::Kind::Evidence, {}, i});
  }
  return list;
}

PatternList list_nearby(const Pack& pack) {
  PatternList list;
  for_each_rule(pack, [&](const Rule& rule, RuleIndex index) {
    list.add(rule.unless, {PatternRole::Kind::Unless, index, 0});
  });
  list_cues(pack, true, list);
  return list;
}

}  // namespace

PackSet PackSet::compile(std::vector<Pack> packs, Diagnostics& diagnostics) {
  PackSet set;
  for (const Pack& pack : packs) set.profiles_.push_back(pack.profile);
  WordCutter cutter(set.profiles_);
  for (Pack& pack : packs) {
    PatternContext context;
    context.cut = [&cutter](std::string_view text) { return cutter.cut(text); };
    context.lexicon = [&pack](std::string_view name) -> std::optional<std::span<const std::string>> {
      auto found = pack.lexicons.find(name);
      if (found == pack.lexicons.end()) return std::nullopt;
      return std::span<const std::string>(found->second);
    };
    PatternList everywhere = list_everywhere(pack);
    PatternList nearby = list_nearby(pack);
    auto table = [&](PatternList& list) {
      return PatternTable{PatternSet::compile(list.sources(), context, pack.common_words, diagnostics),
                          list.take_roles()};
    };
    CompiledPack compiled{{}, table(everywhere), table(nearby)};
    compiled.pack = std::move(pack);
    set.packs_.push_back(std::move(compiled));
  }
  return set;
}

}  // namespace unfeigned
