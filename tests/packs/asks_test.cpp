// What a text is asked for, held against what the audit then finds: every component that a genre
// owes has a sentence that asks for it, and that sentence, filled in, shows the component and no
// formula.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "audit/structure.h"
#include "support/asset_packs.h"

namespace unfeigned::testing {
namespace {

const Ask* ask_for(const Pack& pack, Genre genre, Component component) {
  for (const Ask& ask : pack.asks) {
    bool fits = ask.genres.empty() ||
                std::find(ask.genres.begin(), ask.genres.end(), genre) != ask.genres.end();
    if (ask.component == component && fits) return &ask;
  }
  return nullptr;
}

// The parts of the ask's text between its slots stand in the example in their order.
bool is_filled_in(const Ask& ask) {
  std::size_t at = 0;
  std::string_view text = ask.text;
  while (!text.empty()) {
    std::size_t slot = std::min(text.find("\xE2\x9F\xA8"), text.size());
    std::size_t found = ask.example.find(text.substr(0, slot), at);
    if (found == std::string::npos) return false;
    at = found + slot;
    if (slot == text.size()) return true;
    text.remove_prefix(text.find("\xE2\x9F\xA9") + 3);
  }
  return at < ask.example.size();
}

struct AskCase {
  std::string name;
  std::size_t pack = 0;
  Genre genre = Genre::General;
  Component component = Component::Harm;
};

std::vector<AskCase> all_cases() {
  std::vector<AskCase> cases;
  for (std::size_t i = 0; i < asset_packs().packs().size(); ++i) {
    for (const auto& genre : kGenres) {
      for (const Owed& owed : owed_by(genre.value)) {
        std::string name = asset_packs().packs()[i].pack.profile.language + '_' +
                           std::string(genre.id) + '_' +
                           std::string(id_of(kComponents, owed.component));
        std::replace(name.begin(), name.end(), '-', '_');
        cases.push_back({std::move(name), i, genre.value, owed.component});
      }
    }
  }
  return cases;
}

class Asks : public ::testing::TestWithParam<AskCase> {};

TEST_P(Asks, ShowWhatTheyAskForOnceFilledIn) {
  const Pack& pack = asset_packs().packs()[GetParam().pack].pack;
  const Ask* ask = ask_for(pack, GetParam().genre, GetParam().component);
  ASSERT_NE(ask, nullptr) << "nothing asks for it";
  EXPECT_TRUE(is_filled_in(*ask)) << ask->text << "\n" << ask->example;
  Document document = Document::read(ask->example, asset_packs().profiles(),
                                     {InputFormat::Text, pack.profile.language});
  Audit audited = audit(document, asset_packs(), {GetParam().genre, false});
  EXPECT_TRUE(audited.findings.empty())
      << ask->example << ": " << document.text(audited.findings[0].span);
  EXPECT_TRUE(std::any_of(
      audited.components.begin(), audited.components.end(),
      [](const FoundComponent& found) { return found.component == GetParam().component; }))
      << ask->example;
}

INSTANTIATE_TEST_SUITE_P(Packs, Asks, ::testing::ValuesIn(all_cases()),
                         [](const auto& one) { return one.param.name; });

TEST(AsksOfAllPacks, CoverWhatEveryGenreOwes) {
  std::size_t owed = 0;
  for (const auto& genre : kGenres) owed += owed_by(genre.value).size();
  EXPECT_EQ(owed, 41U);
  EXPECT_EQ(all_cases().size(), owed * asset_packs().packs().size());
}

}  // namespace
}  // namespace unfeigned::testing
