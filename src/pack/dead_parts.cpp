#include "pack/dead_parts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unfeigned {

namespace {

// One token of a pattern: what can stand there.
using Places = std::vector<Node>;

bool is_place(const Node& node) {
  switch (node.kind) {
    case NodeKind::Start:
    case NodeKind::Sequence:
    case NodeKind::Choice:
    case NodeKind::Optional:
      return false;
    default:
      return true;
  }
}

// The words inside a "none of these" are no places of their own.
Places places_of(const ParsedPattern& pattern) {
  std::vector<bool> is_inside(pattern.nodes.size(), false);
  for (const Node& node : pattern.nodes) {
    if (node.kind != NodeKind::NoneOf) continue;
    for (std::uint32_t child : node.children) is_inside[child] = true;
  }
  Places places;
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    if (is_place(pattern.nodes[i]) && !is_inside[i]) places.push_back(pattern.nodes[i]);
  }
  return places;
}

bool is_open(const Node& node) {
  return node.kind == NodeKind::Gap || node.kind == NodeKind::NoneOf ||
         node.kind == NodeKind::Shape || node.kind == NodeKind::Number;
}

bool may_be_same(std::string_view a, bool a_is_prefix, std::string_view b, bool b_is_prefix) {
  if (a.empty() || b.empty()) return false;
  return a == b || (a_is_prefix && b.starts_with(a)) || (b_is_prefix && a.starts_with(b));
}

// Whether one token could stand at both; yes where that is not certain.
bool may_share(const Node& a, const Node& b) {
  bool has_ender = a.kind == NodeKind::Ender || b.kind == NodeKind::Ender;
  if (has_ender) return a.kind == b.kind && a.text == b.text;
  bool has_merge = a.kind == NodeKind::Merge || b.kind == NodeKind::Merge;
  if (has_merge) return a.kind == b.kind || a.kind == NodeKind::Gap || b.kind == NodeKind::Gap;
  if (is_open(a) || is_open(b)) return true;
  bool a_is_prefix = a.kind == NodeKind::Prefix;
  bool b_is_prefix = b.kind == NodeKind::Prefix;
  for (const std::string& left : {a.text, a.bare}) {
    for (const std::string& right : {b.text, b.bare}) {
      if (may_be_same(left, a_is_prefix, right, b_is_prefix)) return true;
    }
  }
  return false;
}

bool may_overlap(const Places& a, const Places& b) {
  return std::any_of(a.begin(), a.end(), [&b](const Node& left) {
    return std::any_of(b.begin(), b.end(),
                       [&left](const Node& right) { return may_share(left, right); });
  });
}

bool has(const ParsedPattern& pattern, NodeKind kind) {
  return std::any_of(pattern.nodes.begin(), pattern.nodes.end(),
                     [kind](const Node& node) { return node.kind == kind; });
}

bool has_cue(const Pack& pack, Cue cue) {
  return !pack.cues[static_cast<std::size_t>(cue)].empty();
}

// Why a guard has nothing to say about this rule; nothing where it may have.
std::optional<std::string> why_silent(Guard guard, const Pack& pack,
                                      const std::vector<ParsedPattern>& patterns) {
  auto all = [&patterns](auto is_so) {
    return std::all_of(patterns.begin(), patterns.end(), is_so);
  };
  std::optional<Cue> cue;
  if (guard == Guard::Metalanguage) cue = Cue::Metalanguage;
  if (guard == Guard::Attribution) cue = Cue::Attribution;
  if (guard == Guard::Negation) cue = Cue::Negator;
  if (guard == Guard::CriticalStance) cue = Cue::Critical;
  if (cue && !has_cue(pack, *cue)) {
    return "the pack has no \"" + std::string(id_of(kCues, *cue)) + "\" cues";
  }
  bool is_closed = all([](const ParsedPattern& pattern) { return !has(pattern, NodeKind::Gap); });
  bool is_first = all([](const ParsedPattern& pattern) { return has(pattern, NodeKind::Start); });
  if (guard == Guard::Negation && is_closed && is_first) {
    return std::string("nothing stands before its patterns or inside them");
  }
  bool is_fieldless =
      all([](const ParsedPattern& pattern) { return !has(pattern, NodeKind::Merge); });
  if (guard == Guard::Template && is_closed && is_fieldless) {
    return std::string("no pattern of the rule can hold a merge field");
  }
  return std::nullopt;
}

}  // namespace

void check_dead_parts(const Pack& pack, const Rule& rule, const PatternContext& context,
                      Diagnostics& diagnostics) {
  std::vector<ParsedPattern> patterns;
  std::vector<Places> places;
  for (const PatternSource& source : rule.patterns) {
    patterns.push_back(parse_pattern(source.notation, context));
    if (patterns.back().error) return;
    places.push_back(places_of(patterns.back()));
  }
  for (const PatternSource& source : rule.unless) {
    ParsedPattern parsed = parse_pattern(source.notation, context);
    if (parsed.error) continue;
    Places own = places_of(parsed);
    bool is_alive = std::any_of(places.begin(), places.end(),
                                [&own](const Places& other) { return may_overlap(own, other); });
    if (is_alive) continue;
    diagnostics.warning(source.place, "The exception \"" + source.notation +
                                          "\" shares no word with a pattern of its rule, so it "
                                          "never speaks.");
  }
  for (const auto& row : kRuleGuards) {
    if (rule.has_guard(row.value)) continue;
    auto why = why_silent(row.value, pack, patterns);
    if (!why) continue;
    diagnostics.warning(rule.place, "The guard \"" + std::string(row.id) +
                                        "\" need not be turned off: " + *why + '.');
  }
}

}  // namespace unfeigned
