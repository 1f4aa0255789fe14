// What an audit says of its way, and that saying it changes nothing.
#include "audit/trace.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/hand_packs.h"

namespace unfeigned {
namespace {

using testing::compile;
using testing::english_pack;
using testing::rule;
using testing::sources;

PackSet packs() {
  Rule care = rule("hollow-values.en.care", {"we try", "we care"});
  care.unless = sources({"care home", "if we care"});
  Pack pack = english_pack({care});
  pack.genre_cues = {{Genre::Support, 5, sources({"your ticket"})},
                     {Genre::Status, 3, sources({"outage"})}};
  return compile({pack});
}

struct Traced {
  Document document;
  AuditTrace trace;
  Audit audit;
};

Traced traced(const PackSet& set, const std::string& text, std::optional<Genre> genre = {}) {
  Document document = Document::read(text, set.profiles(), {});
  AuditTrace trace;
  Audit audited = audit(document, set, {genre, false, &trace});
  return {std::move(document), std::move(trace), std::move(audited)};
}

TEST(Trace, TellsWhichPatternMatchedAndWhatDroppedIt) {
  PackSet set = packs();
  Traced came = traced(set, "They ask if we care. Now we care.");
  ASSERT_EQ(came.trace.matches.size(), 2U);
  const TracedMatch& dropped = came.trace.matches[0];
  EXPECT_EQ(dropped.match.part, 1U);
  ASSERT_TRUE(dropped.exception.has_value());
  EXPECT_EQ(dropped.exception->part, 1U);
  EXPECT_EQ(came.document.text(came.document.span_of(dropped.exception->tokens)), "if we care");
  EXPECT_FALSE(came.trace.matches[1].exception.has_value());
  EXPECT_EQ(came.audit.findings.size(), 1U);
}

TEST(Trace, TellsWhichSentencesAreClean) {
  PackSet set = packs();
  Traced came = traced(set, "The parcel is here. Now we care. You said \"it is so\" to us.");
  EXPECT_EQ(came.trace.is_clean, (std::vector<bool>{true, false, false}));
}

TEST(Trace, TellsThePointsOfEachGenre) {
  PackSet set = packs();
  const std::string text = "The outage was in your ticket.";
  Traced came = traced(set, text);
  ASSERT_EQ(came.trace.genres.size(), 2U);
  EXPECT_EQ(came.trace.genres[0].genre, Genre::Status);
  EXPECT_EQ(came.trace.genres[0].points, 3);
  EXPECT_EQ(came.trace.genres[1].genre, Genre::Support);
  EXPECT_EQ(came.trace.genres[1].points, 5);
  ASSERT_EQ(came.trace.genres[1].reasons.size(), 1U);
  EXPECT_EQ(came.document.text(came.trace.genres[1].reasons[0]), "your ticket");
  EXPECT_EQ(came.audit.genre, Genre::Support);
  EXPECT_TRUE(traced(set, text, Genre::Brand).trace.genres.empty());
}

TEST(Trace, ChangesNothing) {
  PackSet set = packs();
  const std::string text = "They ask if we care. Now we care, and we try. The outage is over.";
  Traced with = traced(set, text);
  Audit without = audit(with.document, set, {});
  EXPECT_EQ(with.audit.score.plainness, without.score.plainness);
  EXPECT_EQ(with.audit.findings.size(), without.findings.size());
  EXPECT_EQ(with.audit.cleared.size(), without.cleared.size());
  EXPECT_EQ(with.audit.genre, without.genre);
}

}  // namespace
}  // namespace unfeigned
