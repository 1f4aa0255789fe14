// Whole audits of whole texts, compared with what people have looked at and agreed to. Each text of
// tests/golden/<language> has a <case>.audit.json (what programs get) and a <case>.report.txt (what
// people get). A difference is written beside the golden file as *.new; tests/tools/promote.sh
// accepts it after somebody has read it.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "golden/golden_case.h"
#include "report/json.h"
#include "report/text.h"
#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

using nlohmann::ordered_json;

// Texts that are there; a new one raises this, and a lost one is noticed.
constexpr std::size_t kCases = 24;

// The report with one value a line at the top and one finding a line below it, so that a difference
// reads well. The fingerprint of a pack changes with every edit and is tested elsewhere.
std::string readable(const std::string& report) {
  ordered_json parsed = ordered_json::parse(report, nullptr, false);
  EXPECT_TRUE(parsed.is_object()) << report;
  for (ordered_json& pack : parsed["packs"]) {
    pack.erase("fingerprint");
    pack.erase("rules");
  }
  std::string out = "{\n";
  bool is_first = true;
  for (const auto& [key, value] : parsed.items()) {
    if (!is_first) out += ",\n";
    is_first = false;
    out += ordered_json(key).dump() + ": ";
    if (!value.is_array() || value.empty()) {
      out += value.dump();
      continue;
    }
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      out += (i == 0 ? "\n  " : ",\n  ") + value[i].dump();
    }
    out += "\n]";
  }
  return out + "\n}\n";
}

class GoldenAudit : public ::testing::Test {
 public:
  explicit GoldenAudit(GoldenCase golden) : golden_(std::move(golden)) {}
  void TestBody() override {
    Document document = read_case(golden_);
    Audit audited = audit(document, asset_packs(), {});
    std::string json = render_json(document, audited, asset_packs(), {});
    expect_golden(golden_.stem + ".audit.json", readable(json));
    TextOptions options{golden_.name, false, 96};
    std::string text = render_text(document, audited, asset_packs(), options);
    expect_golden(golden_.stem + ".report.txt", text);
  }

 private:
  GoldenCase golden_;
};

TEST(Golden, EveryTextIsACase) {
  std::vector<GoldenCase> cases = golden_cases();
  EXPECT_EQ(cases.size(), kCases);
  std::set<std::string> stems;
  for (const GoldenCase& golden : cases) {
    EXPECT_TRUE(stems.insert(golden.stem).second) << golden.stem << " has two texts";
  }
  // A golden file without its text would be compared with nothing.
  for (const std::string& path : source_files("tests/golden")) {
    for (std::string_view ending : {".audit.json", ".report.txt"}) {
      if (!path.ends_with(ending)) continue;
      std::string stem = path.substr(0, path.size() - ending.size());
      EXPECT_TRUE(stems.contains(stem)) << path << " has no text";
    }
  }
}

void register_cases() {
  for (const GoldenCase& golden : golden_cases()) {
    ::testing::RegisterTest("golden", golden.label.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [golden] { return new GoldenAudit(golden); });
  }
}

}  // namespace
}  // namespace unfeigned::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  unfeigned::testing::register_cases();
  return RUN_ALL_TESTS();
}
