#include "support/app_messages.h"

#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "app/outbox.h"
#include "app/wire.h"
#include "base/utf8.h"

namespace unfeigned::test {

namespace {

void write_texts(WireWriter& w, const std::vector<std::string>& texts) {
  w.u32(static_cast<std::uint32_t>(texts.size()));
  for (const auto& each : texts) w.text(each);
}

void write_suggestions(WireWriter& w, const std::vector<TestSuggestion>& suggestions) {
  w.u32(static_cast<std::uint32_t>(suggestions.size()));
  for (const auto& suggestion : suggestions) {
    w.text(suggestion.title);
    w.text(suggestion.slots.empty() ? "ready" : "fill_in");
    w.text(suggestion.text);
    w.u32(static_cast<std::uint32_t>(suggestion.slots.size()));
    for (std::string_view slot : suggestion.slots) {
      const bool is_kept = slot.starts_with('=');
      w.text(slot.substr(is_kept ? 1 : 0));
      w.u32(is_kept ? 1 : 0);
    }
  }
}

void write_shown(WireWriter& w, const std::vector<TestShown>& all) {
  w.u32(static_cast<std::uint32_t>(all.size()));
  for (const auto& shown : all) {
    w.text(shown.id);
    w.u32(shown.beside.empty() ? 1 : 2);
    w.text(shown.words);
    write_texts(w, shown.beside);
  }
}

void write_finding(WireWriter& w, const TestFinding& finding) {
  w.u32(finding.list);
  w.text(finding.rule);
  w.text(std::string_view(finding.rule).substr(0, finding.rule.find('.')));
  w.text(finding.severity);
  w.i32(125);
  w.text(finding.words);
  w.text("This names no harm.");
  w.text("A reader may feel that nobody looked.");
  w.text("Say what went wrong.");
  write_texts(w, finding.guards);
  write_suggestions(w, finding.suggestions);
  write_texts(w, finding.beside);
}

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

// The string that starts after the quote at `at`; leaves `at` behind the closing quote.
std::string json_string(const std::string& json, std::size_t& at) {
  std::string out;
  for (++at; json[at] != '"'; ++at) {
    if (json[at] != '\\') {
      out += json[at];
      continue;
    }
    ++at;
    if (json[at] == 'u') {
      append_utf8(out, static_cast<char32_t>(hex_value(std::string_view(json).substr(at + 1, 4))));
      at += 4;
    } else {
      out += json[at] == 'n' ? '\n' : json[at];
    }
  }
  ++at;
  return out;
}

constexpr std::string_view kRoles[] = {"?",     "region",  "heading", "p",      "quote", "button",
                                       "check", "select",  "meter",   "status", "live",  "alert",
                                       "list",  "item",    "group",   "label",  "link",  "table",
                                       "row",   "rowhead", "colhead", "cell",   "field"};

}  // namespace

std::string dump(const View& view, Tag region) {
  std::string out;
  std::map<NodeId, int> depth;
  for (const ViewNode& node : view.nodes) {
    if (node.parent == kNoNode && node.tag != region) continue;
    if (node.parent != kNoNode && !depth.contains(node.parent)) continue;
    depth[node.id] = node.parent == kNoNode ? 0 : depth[node.parent] + 1;
    out += std::string(static_cast<std::size_t>(depth[node.id]) * 2, ' ');
    out += kRoles[static_cast<std::size_t>(node.role)];
    if (!node.text.empty()) out += " '" + node.text + "'";
    if (!node.label.empty()) out += " name='" + node.label + "'";
    if (!node.value.empty()) out += " =" + node.value;
    if (node.is_disabled) out += " disabled";
    if (node.is_expandable) {
      out += node.is_active ? " open" : " closed";
    } else if (node.is_active) {
      out += " active";
    }
    out += '\n';
  }
  return out;
}

App app_with(const TestReport& report) {
  App app = app_with_text();
  app.receive(report_message(report));
  effects_of(app);
  return app;
}

std::vector<std::uint8_t> asides_message(const std::vector<AsideRecord>& asides) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Asides));
  w.u32(static_cast<std::uint32_t>(asides.size()));
  for (const AsideRecord& aside : asides) {
    w.u32(static_cast<std::uint32_t>(aside.kind));
    w.u32(aside.is_kept ? 1 : 0);
    w.text(aside.rule);
    w.text(aside.words);
    w.text(aside.why);
  }
  return w.bytes();
}

std::vector<Effect> effects_of(App& app) {
  WireWriter out;
  app.write_effects(out);
  app.write_mirror(out);
  std::vector<Effect> effects;
  WireReader in(out.bytes());
  while (!in.at_end() && in.ok()) {
    const std::uint32_t kind = in.u32();
    in.u32();
    // Effects come first; what follows is the mirror.
    if (kind != static_cast<std::uint32_t>(RecordKind::Effect)) break;
    Effect effect;
    effect.kind = static_cast<EffectKind>(in.u32());
    effect.first = in.u32();
    effect.second = in.u32();
    effect.revision = in.u32();
    effect.language = std::string(in.text());
    effect.genre = std::string(in.text());
    effect.text = std::string(in.text());
    effects.push_back(effect);
  }
  return effects;
}

std::vector<std::pair<std::string, std::string>> read_strings(std::string_view language) {
  const std::string folder = UNFEIGNED_SOURCE_DIR "/assets/strings/";
  std::ifstream in(folder + std::string(language) + ".json", std::ios::binary);
  const std::string json((std::istreambuf_iterator<char>(in)), {});
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t at = json.find('"'); at != json.npos; at = json.find('"', at)) {
    std::string key = json_string(json, at);
    at = json.find('"', at);
    std::string text = json_string(json, at);
    out.emplace_back(std::move(key), std::move(text));
  }
  return out;
}

std::vector<std::uint8_t> boot_message(std::string_view language) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Boot));
  const auto strings = read_strings(language);
  w.u32(static_cast<std::uint32_t>(strings.size()));
  for (const auto& [key, text] : strings) {
    w.text(key);
    w.text(text);
  }
  w.u32(1);
  w.text("en");
  w.u32(2);
  w.text("late-parcel");
  w.text("outage");
  return w.bytes();
}

std::vector<std::uint8_t> interface_message(std::string_view spoken) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Interface));
  w.text(spoken);
  w.u32(2);
  for (const char* text : {"en", "English", "fr",
                           "Fran\xC3\xA7"
                           "ais"})
    w.text(text);
  return w.bytes();
}

std::vector<std::uint8_t> packs_message() {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Packs));
  w.u32(2);
  for (const char* text : {"en", "0.1.0", "0.07", "pl", "0.2.0", ""}) w.text(text);
  return w.bytes();
}

std::vector<std::uint8_t> text_message(std::uint32_t revision, bool has_text) {
  return number_message(MessageKind::Text, {revision, has_text ? 1U : 0U, 0U});
}

std::vector<std::uint8_t> report_message(const TestReport& report) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Report));
  w.u32(report.revision);
  w.text("Hello, the text begins");
  w.text("en");
  w.text(report.genre);
  w.u32(0);
  write_texts(w, report.reasons);
  w.u32(report.has_score ? 1 : 0);
  w.i32(report.score);
  w.text(report.score_reason);
  w.text(report.has_score ? "formulaic" : "");
  for (const std::int32_t amount : {501, 12, 0, 67, 750}) w.i32(amount);
  w.u32(report.kept_head);
  w.u32(report.kept_tail);
  w.u32(static_cast<std::uint32_t>(report.findings.size()));
  for (const auto& finding : report.findings) write_finding(w, finding);
  w.u32(static_cast<std::uint32_t>(report.missing.size()));
  for (const auto& missing : report.missing) {
    w.text(missing.component);
    w.i32(missing.points);
    write_suggestions(w, missing.suggestions);
  }
  write_shown(w, report.components);
  write_shown(w, report.facts);
  w.u32(static_cast<std::uint32_t>(report.notices.size()));
  for (const auto& [kind, places] : report.notices) {
    w.text(kind);
    w.u32(places);
  }
  w.u32(report.ready);
  return w.bytes();
}

std::vector<std::uint8_t> invoke_message(NodeId node, std::string_view value) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Invoke));
  w.u32(node);
  w.text(value);
  return w.bytes();
}

std::vector<std::uint8_t> number_message(MessageKind kind, std::initializer_list<std::uint32_t> n) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(kind));
  for (const std::uint32_t each : n) w.u32(each);
  return w.bytes();
}

App app_with_text() {
  App app;
  app.receive(boot_message());
  WireWriter engine;
  engine.u32(static_cast<std::uint32_t>(MessageKind::Engine));
  engine.u32(static_cast<std::uint32_t>(EngineStatus::Ready));
  engine.text("");
  app.receive(engine.bytes());
  app.receive(text_message(1, true));
  return app;
}

bool press(App& app, std::string_view text, std::string_view value) {
  const ViewNode* node = node_named(app.view(), text);
  return node != nullptr && app.receive(invoke_message(node->id, value));
}

const ViewNode* node_named(const View& view, std::string_view text) {
  for (const ViewNode& node : view.nodes) {
    if (node.text == text) return &node;
  }
  return nullptr;
}

}  // namespace unfeigned::test
