#include "audit/suggestions.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

struct Applied {
  std::string text;
  Suggestion suggestion;
};

Applied apply_first(const std::string& text, SuggestionTemplate source) {
  Rule made = rule("unspecific-promise.en.assured", {"rest assured", "any inconvenience"});
  made.suggestions = {std::move(source)};
  PackSet packs = compile({english_pack({made})});
  Audited got = audit_text(packs, text);
  if (got.audit.findings.empty()) return {"no finding", {}};
  Suggestion first = got.audit.findings[0].suggestions.at(0);
  return {apply_suggestions(got.document, std::vector{first}), first};
}

TEST(Suggestions, DeletingClosesTheHole) {
  SuggestionTemplate cut{"Cut it", Replaces::Words, ""};
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Rest assured, we will call you.", "We will call you."},
      {"You can rest assured of it.", "You can of it."},
      {"Rest assured. We will call you.", "We will call you."},
      {"We will call you. Rest assured!", "We will call you."},
      {"Rest assured, \u00e9mile will call.", "\u00c9mile will call."},
  };
  for (const auto& [text, wanted] : cases) {
    EXPECT_EQ(apply_first(text, cut).text, wanted) << text;
  }
  EXPECT_EQ(apply_first("Rest assured, we call.", cut).suggestion.applicability,
            Applicability::Ready);
}

TEST(Suggestions, SlotsAreWrittenOutWithTheirLabels) {
  Applied got = apply_first(
      "Sorry for any inconvenience today. Bye.",
      {"Say what", Replaces::Sentence, "\u27e8what-happened\u27e9 on \u27e8odd:gen\u27e9."});
  EXPECT_EQ(got.text, "\u27e8what happened\u27e9 on \u27e8odd:gen\u27e9. Bye.");
  EXPECT_EQ(got.suggestion.applicability, Applicability::FillIn);
  ASSERT_EQ(got.suggestion.slots.size(), 2U);
  Span first = got.suggestion.slots[0].place;
  EXPECT_EQ(got.suggestion.text.substr(first.begin, first.size()), "\u27e8what happened\u27e9");
  EXPECT_EQ(got.suggestion.slots[0].id, "what-happened");
}

TEST(Suggestions, FactsOfAReplacedSentenceAreKeptAsSlots) {
  Applied got = apply_first("Sorry for any inconvenience on 3 May in the shop.",
                            {"Say what", Replaces::Sentence, "We were closed."});
  EXPECT_EQ(got.text, "We were closed. \u27e83 May\u27e9");
  EXPECT_EQ(got.suggestion.applicability, Applicability::FillIn)
      << "a kept fact is a slot to place";
  ASSERT_EQ(got.suggestion.keeps.size(), 1U);
}

TEST(ApplySuggestions, LeavesOutWhatOverlaps) {
  Document document = Document::read("one two three", {}, {});
  Suggestion a{"a", Applicability::Ready, {0, 7}, "X", {}, {}};
  Suggestion b{"b", Applicability::Ready, {4, 13}, "Y", {}, {}};
  Suggestion c{"c", Applicability::Ready, {8, 13}, "Z", {}, {}};
  EXPECT_EQ(apply_suggestions(document, std::vector{c, b, a}), "X Z");
  EXPECT_EQ(apply_suggestions(document, {}), "one two three");
}

}  // namespace
}  // namespace unfeigned::testing
