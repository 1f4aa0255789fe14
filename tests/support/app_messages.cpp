#include "support/app_messages.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "app/wire.h"
#include "base/utf8.h"

namespace unfeigned::test {

namespace {

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
  w.u32(static_cast<std::uint32_t>(finding.guards.size()));
  for (const auto& guard : finding.guards) w.text(guard);
  w.u32(static_cast<std::uint32_t>(finding.suggestions.size()));
  for (const auto& suggestion : finding.suggestions) {
    w.text(suggestion.title);
    w.text(suggestion.slots == 0 ? "ready" : "fill_in");
    w.text(suggestion.text);
    w.u32(suggestion.slots);
  }
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

}  // namespace

std::vector<std::pair<std::string, std::string>> read_strings() {
  std::ifstream in(UNFEIGNED_SOURCE_DIR "/assets/strings/en.json", std::ios::binary);
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

std::vector<std::uint8_t> boot_message() {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Boot));
  const auto strings = read_strings();
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

std::vector<std::uint8_t> text_message(std::uint32_t revision, bool has_text) {
  return number_message(MessageKind::Text, {revision, has_text ? 1U : 0U, 0U});
}

std::vector<std::uint8_t> report_message(const TestReport& report) {
  WireWriter w;
  w.u32(static_cast<std::uint32_t>(MessageKind::Report));
  w.u32(report.revision);
  w.text("en");
  w.text("support");
  w.u32(0);
  w.u32(report.has_score ? 1 : 0);
  w.i32(report.score);
  w.text(report.score_reason);
  w.text(report.has_score ? "formulaic" : "");
  for (const std::int32_t amount : {501, 12, 0, 67, 750}) w.i32(amount);
  w.u32(static_cast<std::uint32_t>(report.findings.size()));
  for (const auto& finding : report.findings) write_finding(w, finding);
  w.u32(static_cast<std::uint32_t>(report.notices.size()));
  for (const auto& [kind, places] : report.notices) {
    w.text(kind);
    w.u32(places);
  }
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

const ViewNode* node_named(const View& view, std::string_view text) {
  for (const ViewNode& node : view.nodes) {
    if (node.text == text) return &node;
  }
  return nullptr;
}

}  // namespace unfeigned::test
