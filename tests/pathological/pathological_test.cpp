// Time over size. Of every hard text the audit of twice as many tokens may take less than three
// times as long, and that of the largest text that is accepted less than 24 times as long as that
// of an eighth of it. Times are the best of several runs, since a machine can only
// ever be slower than it is; more runs are made when the first ones look bad.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <string>

#include "audit/audit.h"
#include "pathological/hard_texts.h"
#include "report/json.h"
#include "report/text.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

constexpr std::size_t kTokens = 64'000;
constexpr double kMostRatio = 3.0;
// Short times need more than one look.
constexpr int kFewestRounds = 3;
constexpr double kLongEnough = 0.1;
constexpr int kMostRounds = 30;
// Sanitizers and a busy machine included; a square would need minutes.
constexpr double kMostSeconds = 10.0;
constexpr double kMostSecondsForTheLargest = 120.0;
// Less than three times for each doubling, as below; a square takes 64 times as long.
constexpr double kMostRatioForTheLargest = 24.0;
// Sanitized code is several times as slow; a quarter shows it as many kinds of memory.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kLargestBytes = kMaxTextBytes / 4;
#else
constexpr std::size_t kLargestBytes = kMaxTextBytes;
#endif
// Below this an eighth is too short to be measured against.
constexpr double kLeastSeconds = 0.02;

struct Outcome {
  double seconds = 0;
  std::size_t findings = 0;
};

// Processor time: another program's load must not look like ours.
double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// An audit alone; the reports of a hundred thousand findings are measured in bytes, not here.
Outcome only_audit(const std::string& text, InputFormat format) {
  std::clock_t begin = std::clock();
  Document document = Document::read(text, asset_packs().profiles(), {format, ""});
  Audit audited = audit(document, asset_packs(), {});
  return {seconds_since(begin), audited.findings.size()};
}

// An audit with both reports, as a user gets them.
Outcome audit_once(const std::string& text, InputFormat format) {
  std::clock_t begin = std::clock();
  Document document = Document::read(text, asset_packs().profiles(), {format, ""});
  Audit audited = audit(document, asset_packs(), {});
  JsonOptions options{OffsetUnit::Utf16, std::nullopt};
  std::string json = render_json(document, audited, asset_packs(), options);
  std::string report = render_text(document, audited, asset_packs(), {"text", false, 96});
  double seconds = seconds_since(begin);
  EXPECT_EQ(json.back(), '}');
  EXPECT_FALSE(report.empty());
  for (const Finding& finding : audited.findings) {
    EXPECT_LE(finding.span.end, document.text().size());
  }
  return {seconds, audited.findings.size()};
}

class LinearTime : public ::testing::Test {
 public:
  explicit LinearTime(const HardText& shape) : shape_(shape) {}
  void TestBody() override {
    std::string once = text_of_tokens(shape_, kTokens / 2);
    std::string twice = text_of_tokens(shape_, kTokens);
    double best_once = std::numeric_limits<double>::max();
    double best_twice = best_once;
    for (int round = 0; round < kMostRounds; ++round) {
      best_once = std::min(best_once, audit_once(once, shape_.format).seconds);
      best_twice = std::min(best_twice, audit_once(twice, shape_.format).seconds);
      bool is_settled = round + 1 >= kFewestRounds || best_once > kLongEnough;
      bool is_slow = best_twice > kMostSeconds;
      if (is_slow || (is_settled && best_twice < kMostRatio * best_once)) break;
    }
    std::printf("%zu tokens: %.1f ms, %.2f times the half\n", kTokens, best_twice * 1e3,
                best_twice / best_once);
    EXPECT_LT(best_twice, kMostSeconds);
    EXPECT_LT(best_twice, kMostRatio * best_once);
  }

 private:
  const HardText& shape_;
};

class LargestText : public ::testing::Test {
 public:
  explicit LargestText(const HardText& shape) : shape_(shape) {}
  void TestBody() override {
    std::string text = text_of_bytes(shape_, kLargestBytes);
    ASSERT_LE(text.size(), kLargestBytes);
    ASSERT_GT(text.size(), kLargestBytes - 200);
    std::string eighth = text_of_bytes(shape_, kLargestBytes / 8);
    double before = only_audit(eighth, shape_.format).seconds;
    // What is square is seen by now; the rest of its time would be many minutes.
    ASSERT_LT(before, kMostSeconds);
    Outcome outcome = only_audit(text, shape_.format);
    before = std::max(kLeastSeconds, before);
    std::printf("%zu bytes: %.2f s, %.1f times an eighth, %zu findings\n", text.size(),
                outcome.seconds, outcome.seconds / before, outcome.findings);
    EXPECT_LT(outcome.seconds, kMostSecondsForTheLargest);
    EXPECT_LT(outcome.seconds, kMostRatioForTheLargest * before);
  }

 private:
  const HardText& shape_;
};

// The shapes must be what their names say: some are all findings, some have none.
TEST(HardTexts, AreWhatTheyAreCalled) {
  EXPECT_GE(hard_texts().size(), 30U);
  std::size_t with_findings = 0;
  for (const HardText& shape : hard_texts()) {
    std::string text = text_of_tokens(shape, 1'600);
    if (audit_once(text, shape.format).findings > 50) ++with_findings;
  }
  EXPECT_GE(with_findings, 4U);
}

TEST(HardTexts, AreCutShortAloud) {
  std::string text;
  while (text.size() < kMaxTextBytes - 40) text += "We apologise for any inconvenience. ";
  Document document = Document::read(text, asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {});
  bool is_told = std::any_of(audited.notices.begin(), audited.notices.end(),
                             [](const Notice& one) { return one.kind == NoticeKind::Truncated; });
  EXPECT_TRUE(is_told) << audited.findings.size() << " findings";
}

TEST(HardTexts, TheSmallestAreAnswered) {
  for (const char* text : {"", "a", " ", "\n", "\"", "\xFF", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(audit_once(text, InputFormat::Text).findings, 0U) << text;
    EXPECT_EQ(audit_once(text, InputFormat::Markdown).findings, 0U) << text;
    EXPECT_EQ(audit_once(text, InputFormat::Html).findings, 0U) << text;
  }
}

std::string test_name(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  std::erase(out, ',');
  return out;
}

template <class Case>
void register_cases(const char* suite) {
  for (const HardText& shape : hard_texts()) {
    ::testing::RegisterTest(suite, test_name(shape.name).c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [&shape] { return new Case(shape); });
  }
}

}  // namespace
}  // namespace unfeigned::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  unfeigned::testing::register_cases<unfeigned::testing::LinearTime>("linear-time");
  unfeigned::testing::register_cases<unfeigned::testing::LargestText>("largest-text");
  return RUN_ALL_TESTS();
}
