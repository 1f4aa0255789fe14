// Where an edit in one block changes what is found in another: what an Auditor must not remember.
#include "audit/auditor.h"

#include <gtest/gtest.h>

#include "report/json.h"
#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

PackSet packs() {
  Rule repeated = rule("hollow-values.en.thrice", {"care"});
  repeated.kind = RuleKind::Repeat;
  repeated.at_least = 3;
  Rule marker = rule("minimising.en.mark", {"tiny"});
  marker.kind = RuleKind::Marker;
  Rule claim = rule("minimising.en.claim", {"just wait"});
  claim.kind = RuleKind::Claim;
  claim.marker = marker.id;
  Rule excused = rule("generic-inconvenience.en.sorry", {"sorry for [any] inconvenience"});
  excused.unless = sources({"the form said sorry for"});
  return compile({english_pack({repeated, marker, claim, excused})});
}

struct Step {
  std::string text;
  std::string findings;  // their rules' last words, in order; noted ones in brackets
};

std::string findings_of(const PackSet& all, const Audit& audited) {
  std::string out;
  auto add = [&](const std::vector<Finding>& list, bool is_noted) {
    for (const Finding& finding : list) {
      const std::string& id = all.packs()[0].pack.rules[finding.rule.index()].id;
      out += (is_noted ? "(" : "") + id.substr(id.rfind('.') + 1) + (is_noted ? ") " : " ");
    }
  };
  add(audited.findings, false);
  add(audited.noted, true);
  return out;
}

void expect_steps(const std::vector<Step>& steps) {
  PackSet all = packs();
  Auditor auditor(all);
  for (const Step& step : steps) {
    const Document& document = auditor.read(step.text, {});
    const Audit& audited = auditor.audit({});
    EXPECT_EQ(findings_of(all, audited), step.findings) << step.text;
    Document whole = Document::read(step.text, all.profiles(), {});
    EXPECT_EQ(render_json(document, audited, all, {}),
              render_json(whole, audit(whole, all, {}), all, {}))
        << step.text;
  }
}

TEST(Auditor, WhatIsCountedIsCountedInTheWholeText) {
  expect_steps({{"We care.\n\nYou care.\n\nThey wait.", ""},
                {"We care.\n\nYou care.\n\nThey care.", "thrice "},
                {"You care.\n\nThey care.", ""}});
}

TEST(Auditor, AClaimNeedsItsMarkerAnywhereInTheText) {
  expect_steps({{"You just wait.\n\nThe end.", ""},
                {"You just wait.\n\nThe tiny end.", "claim "},
                {"You just wait.\n\nThe end.", ""}});
}

TEST(Auditor, TheHeadOfAListDecidesForItsItems) {
  const std::string items = "\n\n- The team is sorry for any inconvenience.\n- The end of it.";
  expect_steps({{"This is to read:" + items, "sorry "},
                {"This is to avoid:" + items, "(sorry) "},
                {"This is to avoid:\n\nThe list:" + items, "sorry "}});
}

TEST(Auditor, AFenceAboveMakesCodeOfWhatFollows) {
  const std::string note = "The team is sorry for any inconvenience.";
  expect_steps({{"The note.\n\n" + note, "sorry "},
                {"```\nThe note.\n\n" + note, "(sorry) "},
                {"The note.\n\n" + note, "sorry "}});
}

TEST(Auditor, OneWordMakesAnExceptionAndItsLossUndoesIt) {
  expect_steps({{"The form said sorry for any inconvenience.", ""},
                {"The form is sorry for any inconvenience.", "sorry "},
                {"The form said sorry for any inconvenience.", ""}});
}

TEST(Auditor, ItStartsAnewWhenItsWordsAreOfTextsLongGone) {
  PackSet all = packs();
  Auditor auditor(all);
  for (int page = 0; page < 12; ++page) {
    std::string text = "We are sorry for any inconvenience.\n\n";
    for (int i = 0; i < 5'000; ++i) text += "w" + std::to_string(page * 5'000 + i) + ' ';
    const Document& document = auditor.read(text, {});
    EXPECT_EQ(auditor.audit({}).findings.size(), 1U);
    EXPECT_LT(document.word_count(), 33'000U);
  }
}

}  // namespace
}  // namespace unfeigned::testing
