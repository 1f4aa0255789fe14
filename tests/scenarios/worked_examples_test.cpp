// Real texts for the worked examples of the score, and a model incident notice in every language.
// The numbers are those of the formula for the weights and lengths that each text was written to
// have: S_p = 100 * 2^(-D/2), D = P / (U + 3); base = S_p * (1 - M); plus 30 % * E of what is lost
// by then.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "audit/audit.h"
#include "audit/structure.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

struct Worked {
  const char* file;
  Genre genre;
  std::int32_t plainness;  // tenths
};
constexpr std::array kWorked = {
    Worked{"template-apology", Genre::Incident, 125},           // P 12, U 0, M .5
    Worked{"conditional-apology", Genre::Incident, 111},        // P 13, U 0, M .5
    Worked{"plain-notice", Genre::Incident, 1000},              // nothing found, nothing missing
    Worked{"notice-with-inconvenience", Genre::Incident, 920},  // the ceiling of a notable finding
    Worked{"notice-with-condition", Genre::Incident, 750},      // the ceiling of a major one
    Worked{"support-reply", Genre::Support, 787},               // P 3, U 2.4, M .11, E .67
    Worked{"offer", Genre::Promo, 958},                         // P 1, U 3.9, E .46
};
constexpr std::int32_t kTolerance = 5;

Audit audit_file(const std::string& file, Genre genre) {
  Document document = Document::read(read_source_file(file), asset_packs().profiles(), {});
  return audit(document, asset_packs(), {genre, false});
}

TEST(WorkedExamples, ComeOutAtTheirComputedValues) {
  for (const Worked& one : kWorked) {
    Audit audited =
        audit_file("tests/scenarios/worked/" + std::string(one.file) + ".txt", one.genre);
    ASSERT_TRUE(audited.score.plainness) << one.file;
    EXPECT_LE(std::abs(*audited.score.plainness - one.plainness), kTolerance)
        << one.file << ": " << *audited.score.plainness;
  }
  EXPECT_EQ(kWorked.size(), 7U);
}

TEST(ModelNotice, HasEverythingAnIncidentOwesInEveryLanguage) {
  for (const char* language : {"en", "fr", "pl", "zh"}) {
    Audit audited =
        audit_file("tests/scenarios/model/" + std::string(language) + ".txt", Genre::Incident);
    EXPECT_EQ(audited.score.plainness, 1000) << language;
    for (const Owed& owed : owed_by(Genre::Incident)) {
      EXPECT_TRUE(std::any_of(
          audited.components.begin(), audited.components.end(),
          [&](const FoundComponent& found) { return found.component == owed.component; }))
          << language << ": " << id_of(kComponents, owed.component);
    }
  }
}

TEST(IncidentNotice, ThatGivesAnAddressAndADateAloneGetsSixtyAtMost) {
  const std::string text =
      "The meadow behind the old mill was green, and the river ran slowly on 4 March. Few walked "
      "there, and those who did had little to say about it. You can write to help@quill.example.\n";
  Document document = Document::read(text, asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {Genre::Incident, false});
  ASSERT_EQ(audited.findings.size(), 0U);
  for (const FoundComponent& found : audited.components) {
    const bool is_owed =
        std::any_of(owed_by(Genre::Incident).begin(), owed_by(Genre::Incident).end(),
                    [&](const Owed& owed) { return owed.component == found.component; });
    EXPECT_TRUE(!is_owed || found.component == Component::Contact)
        << id_of(kComponents, found.component);
  }
  ASSERT_TRUE(audited.score.plainness);
  EXPECT_LE(*audited.score.plainness, 600);
  EXPECT_GT(*audited.score.plainness, 500) << "what is there counts for something";
}

// The sentence that names who answers for it, or nothing.
std::optional<Span> owner_sentence(const Document& document, const Audit& audited) {
  for (const FoundComponent& found : audited.components) {
    if (found.component == Component::Owner) return document.sentences()[found.sentence].span;
  }
  return std::nullopt;
}

TEST(SupportReply, WithoutItsOwnerLosesTwoPoints) {
  for (const char* language : {"en", "fr", "pl", "zh"}) {
    std::string text =
        read_source_file("tests/scenarios/" + std::string(language) + "/double-charge.good.txt");
    std::optional<std::int32_t> before;
    for (;;) {
      Document document = Document::read(text, asset_packs().profiles(), {});
      Audit audited = audit(document, asset_packs(), {Genre::Support, false});
      std::optional<Span> owner = owner_sentence(document, audited);
      if (!before) {
        ASSERT_TRUE(owner) << language;
        before = audited.score.plainness;
      }
      if (!owner) {
        EXPECT_LE(*audited.score.plainness, *before - 20) << language << "\n" << text;
        break;
      }
      text.erase(owner->begin, owner->size());
    }
  }
}

}  // namespace
}  // namespace unfeigned::testing
