#include "audit/structure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

Pack pack_with_structure() {
  Pack pack = english_pack({rule("hollow-values.en.care", {"we care"})});
  auto component = [&](Component which, std::initializer_list<const char*> notations) {
    pack.components[static_cast<std::size_t>(which)] = sources(notations);
  };
  component(Component::Harm, {"you ~3 (lost|waited)"});
  component(Component::Repair, {"refunded"});
  component(Component::Contact, {"call"});
  component(Component::Terms, {"price"});
  component(Component::Exploration, {"what ~6 ?"});
  pack.genre_cues = {{Genre::Support, 2, sources({"your order"})},
                     {Genre::Support, 2, sources({"your message", "you wrote"})},
                     {Genre::Incident, 2, sources({"outage"})},
                     {Genre::Incident, 3, sources({"statement"})}};
  return pack;
}

// "harm2 repair1": what was found, with its level.
std::string found(const std::string& text, Genre genre = Genre::Support) {
  PackSet packs = compile({pack_with_structure()});
  AuditOptions options;
  options.genre = genre;
  std::string out;
  for (const FoundComponent& one : audit_text(packs, text, options).audit.components) {
    out += (out.empty() ? "" : " ") + std::string(id_of(kComponents, one.component)) +
           std::to_string(one.level);
  }
  return out;
}

TEST(Structure, AComponentNeedsACleanSentence) {
  EXPECT_EQ(found("You lost the day."), "harm1");
  EXPECT_EQ(found("We care that you lost the day."), "");
  EXPECT_EQ(found("\"You lost the day\" is what they say."), "");
  EXPECT_EQ(found("We care. You lost the day."), "harm1");
}

TEST(Structure, TheNameOfAButtonIsNoQuotation) {
  EXPECT_EQ(found("You lost the day, press \"Send again\"."), "harm1");
  EXPECT_EQ(found("You lost the day, \"we are on it\" was the answer."), "");
}

TEST(Structure, AFactInTheSentenceMakesItLevelTwo) {
  EXPECT_EQ(found("You lost the day. We refunded \xE2\x82\xAC"
                  "40."),
            "harm1 repair2 fact2");
  EXPECT_EQ(found("We refunded it. We refunded \xE2\x82\xAC"
                  "40."),
            "repair2 fact2");
}

TEST(Structure, ContactNeedsANumberAndTermsAnAmount) {
  EXPECT_EQ(found("Call us at any time."), "");
  EXPECT_EQ(found("Call +48 22 555 01 23 at any time."), "contact2 fact2");
  EXPECT_EQ(found("The price is fair."), "");
  EXPECT_EQ(found("The price is \xE2\x82\xAC"
                  "40."),
            "terms2 fact2");
}

TEST(Structure, AQuestionIsOneWithItsMark) {
  EXPECT_EQ(found("What did we miss?"), "exploration1");
  EXPECT_EQ(found("This is what we miss."), "");
}

TEST(Structure, GenresThatOweNothingAreNotSearched) {
  EXPECT_EQ(found("You lost the day.", Genre::General), "");
}

TEST(Structure, WhatAGenreOwesIsAtMostHalf) {
  for (const auto& row : kGenres) {
    std::int32_t sum = 0;
    std::int32_t previous = 1000;
    for (const Owed& one : owed_by(row.value)) {
      EXPECT_LE(one.permille, previous) << row.id << ": heaviest first";
      previous = one.permille;
      sum += one.permille;
    }
    EXPECT_LE(sum, 500) << row.id;
    bool owes = row.value != Genre::General && is_scored(row.value);
    EXPECT_EQ(sum > 0, owes) << row.id;
  }
}

TEST(Structure, TheSharesOfWhatIsMissingAddUpToTheLoss) {
  PackSet packs = compile({pack_with_structure()});
  AuditOptions options;
  options.genre = Genre::Support;
  Audit audited =
      audit_text(packs,
                 "You lost the day at the depot and we are here for you at any time in the week.",
                 options)
          .audit;
  ASSERT_TRUE(audited.score.plainness);
  std::int32_t sum = 0;
  for (const MissingComponent& one : audited.missing) sum += one.points;
  EXPECT_EQ(sum, audited.score.receipt.structure_loss);
  EXPECT_EQ(audited.missing.size(), 7U);
  auto question = std::find_if(
      audited.missing.begin(), audited.missing.end(),
      [](const MissingComponent& one) { return one.component == Component::Exploration; });
  ASSERT_NE(question, audited.missing.end());
  EXPECT_EQ(question->permille, 40);
}

TEST(Genre, NeedsPointsAndALead) {
  PackSet packs = compile({pack_with_structure()});
  auto genre = [&](const std::string& text) { return audit_text(packs, text).audit.genre; };
  EXPECT_EQ(genre("Your order is here. Your order is late."), Genre::General)
      << "a sign counts once";
  EXPECT_EQ(genre("Your order is here. You wrote to us. Your message came."), Genre::Support);
  EXPECT_EQ(genre("Your order is here. You wrote to us. A statement on the outage."),
            Genre::General);
}

TEST(Genre, TellsTheWordsThatDecided) {
  PackSet packs = compile({pack_with_structure()});
  Audit audited = audit_text(packs, "You wrote that your order is late.").audit;
  ASSERT_EQ(audited.genre, Genre::Support);
  EXPECT_EQ(audited.genre_reasons, (std::vector<Span>{{0, 9}, {15, 25}}));
}

}  // namespace
}  // namespace unfeigned::testing
