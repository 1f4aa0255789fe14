#include "audit/pack.h"

#include <array>
#include <functional>
#include <set>
#include <unordered_map>

#include "text/fold.h"
#include "text/tokenizer.h"

namespace unfeigned {
namespace {

// Lists the patterns of one pack in one row, with what each stands for.
class PatternList {
 public:
  void add(const std::vector<PatternSource>& patterns, PatternRole role) {
    bool is_of_rule =
        role.kind == PatternRole::Kind::Rule || role.kind == PatternRole::Kind::Unless;
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
    if (status != RuleStatus::Retired && status != RuleStatus::Off)
      add(pack.rules[i], RuleIndex{i});
  }
}

void list_cues(const Pack& pack, bool nearby, PatternList& list) {
  for (std::uint32_t i = 0; i < pack.cues.size(); ++i) {
    if (is_nearby(static_cast<Cue>(i)) == nearby)
      list.add(pack.cues[i], {PatternRole::Kind::Cue, {}, i});
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

PatternList list_genres(const Pack& pack) {
  PatternList list;
  for (std::uint32_t i = 0; i < pack.genre_cues.size(); ++i) {
    list.add(pack.genre_cues[i].patterns, {PatternRole::Kind::Genre, {}, i});
  }
  return list;
}

PatternList list_components(const Pack& pack) {
  PatternList list;
  for (std::uint32_t i = 0; i < pack.components.size(); ++i) {
    list.add(pack.components[i], {PatternRole::Kind::Component, {}, i});
  }
  return list;
}

}  // namespace

// Phones and old forms lose accents. A word without its accents counts as the word, unless that
// makes it another word of the language, or a beginning so short that it begins everything.
class PatternReader::BareWords {
 public:
  explicit BareWords(const Pack& pack)
      : known_(pack.common_words.begin(), pack.common_words.end()) {
    known_.insert(pack.profile.function_words.begin(), pack.profile.function_words.end());
  }

  std::string of(std::string_view word, bool is_prefix) {
    auto [place, is_new] = bare_[is_prefix ? 1 : 0].try_emplace(std::string(word));
    if (is_new) place->second = make(word, is_prefix);
    return place->second;
  }

 private:
  std::string make(std::string_view word, bool is_prefix) const {
    constexpr std::size_t kShortestPrefix = 4;  // bytes
    std::string bare = without_marks(word);
    bool is_other = bare != word && !known_.contains(bare);
    return is_other && (!is_prefix || bare.size() >= kShortestPrefix) ? bare : std::string();
  }

  std::set<std::string, std::less<>> known_;
  // What was asked before, of words and of prefixes; never iterated.
  std::array<std::unordered_map<std::string, std::string>, 2> bare_;
};

PatternReader::PatternReader(const Pack& pack, WordCutter& cutter)
    : pack_(pack), bare_words_(std::make_unique<BareWords>(pack)) {
  context_.cut = [&cutter](std::string_view text) { return cutter.cut(text); };
  context_.bare = [this](std::string_view word, bool is_prefix) {
    return bare_words_->of(word, is_prefix);
  };
  context_.lexicon = [this](std::string_view name) -> std::optional<std::span<const std::string>> {
    auto found = pack_.lexicons.find(name);
    if (found == pack_.lexicons.end()) return std::nullopt;
    return std::span<const std::string>(found->second);
  };
  context_.parsed_lexicons = &parsed_lexicons_;
}

PatternReader::~PatternReader() = default;

PatternSet PatternReader::compile(std::span<const PatternSource> patterns,
                                  Diagnostics& diagnostics) const {
  return PatternSet::compile(patterns, context_, pack_.common_words, diagnostics);
}

PackSet PackSet::compile(std::vector<Pack> packs, Diagnostics& diagnostics) {
  PackSet set;
  for (const Pack& pack : packs) set.profiles_.push_back(pack.profile);
  WordCutter cutter(set.profiles_);
  for (Pack& pack : packs) {
    PatternReader reader(pack, cutter);
    auto table = [&](PatternList list) {
      return PatternTable{reader.compile(list.sources(), diagnostics), list.take_roles()};
    };
    CompiledPack compiled{{},
                          table(list_everywhere(pack)),
                          table(list_nearby(pack)),
                          table(list_genres(pack)),
                          table(list_components(pack))};
    compiled.pack = std::move(pack);
    set.packs_.push_back(std::move(compiled));
  }
  return set;
}

}  // namespace unfeigned
