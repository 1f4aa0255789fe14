// Messages as the glue writes them, for tests that drive the page's App with bytes alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "app/messages.h"

namespace unfeigned::test {

struct TestSuggestion {
  std::string title;
  std::string text;
  std::vector<std::string> slots = {};  // labels; one that begins with "=" is kept
};

struct TestFinding {
  std::uint32_t list = 0;
  std::string rule = "generic-inconvenience.en.test";
  std::string severity = "major";
  std::string words = "any inconvenience";
  std::vector<std::string> guards = {};
  std::vector<TestSuggestion> suggestions = {};
  std::vector<std::string> beside = {};
};

struct TestMissing {
  std::string component = "harm";
  std::int32_t points = 6;
  std::vector<TestSuggestion> suggestions = {};
};

struct TestShown {
  std::string id;
  std::string words;
  std::vector<std::string> beside = {};
};

struct TestReport {
  std::uint32_t revision = 1;
  bool has_score = true;
  std::int32_t score = 432;
  std::string score_reason = {};
  std::string genre = "support";
  std::vector<std::string> reasons = {};
  // Of the report before, at its beginning and at its end; the findings stand between them.
  std::uint32_t kept_head = 0;
  std::uint32_t kept_tail = 0;
  std::vector<TestFinding> findings = {};
  std::vector<TestMissing> missing = {};
  std::vector<TestShown> components = {};
  std::vector<TestShown> facts = {};
  std::vector<std::pair<std::string, std::uint32_t>> notices = {};
  std::uint32_t ready = 0;
};

std::vector<std::uint8_t> boot_message(std::string_view language = "en");
// English and French, of which one is spoken.
std::vector<std::uint8_t> interface_message(std::string_view spoken);
std::vector<std::uint8_t> packs_message();
std::vector<std::uint8_t> text_message(std::uint32_t revision, bool has_text);
std::vector<std::uint8_t> report_message(const TestReport& report);
std::vector<std::uint8_t> invoke_message(NodeId node, std::string_view value);
std::vector<std::uint8_t> asides_message(const std::vector<AsideRecord>& asides);
std::vector<std::uint8_t> number_message(MessageKind kind, std::initializer_list<std::uint32_t> n);

// The strings of assets/strings/<language>.json: key and text, in file order. Understands only what
// those files contain: one flat object.
std::vector<std::pair<std::string, std::string>> read_strings(std::string_view language);

// An App that has read one text, and was asked for nothing yet.
App app_with(const TestReport& report);
// An App that has its strings and one text under revision 1.
App app_with_text();
// A region of the view, one line a node: depth, role, text, and what else a listener would hear.
std::string dump(const View& view, Tag region);
// What the page is asked to do since the last call.
std::vector<Effect> effects_of(App& app);
// Presses the node with this text; false when there is none.
bool press(App& app, std::string_view text, std::string_view value = "");
const ViewNode* node_named(const View& view, std::string_view text);

}  // namespace unfeigned::test
