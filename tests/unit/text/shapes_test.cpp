#include "text/shapes.h"

#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

struct Case {
  std::string text;
  std::string shapes;  // one letter for each token that has a shape
};

// c clock, d date, m money, p percent, @ address, t telephone, i identifier, u web address
std::string shapes_of(const std::string& text) {
  std::vector<LanguageProfile> profiles{english_profile()};
  Document document = Document::read(text, profiles, {});
  std::string out;
  for (const Token& token : document.tokens()) {
    for (std::size_t bit = 0; bit < 8; ++bit) {
      if (((token.shape >> bit) & 1) != 0) out += "cdmp@tiu"[bit];
    }
  }
  return out;
}

const std::vector<Case> kCases = {
    {"at 10:30 today", "cc"},
    {"at 9h05 today", "c"},
    {"on 2026-05-03 we", "ddd"},
    {"on 3/5/2026 we", "ddd"},
    {"on 03.05.2026 we", "d"},
    {"version 1.2.3 is out", ""},
    {"we pay \xE2\x82\xAC"
     "15 back",
     "m"},
    {"we pay 15 \xE2\x82\xAC back", "m"},
    {"we pay $ 1,200.50 back", "m"},
    {"you get 15\n\n\xE2\x82\xAC"
     "20 is due",
     "m"},  // what another paragraph begins with
    {"61 % of you", "p"},
    {"call +48 22 555 01 23 now", "ttttt"},
    {"call 010-5550-0123 now", "ttt"},
    {"we have 9 800 000 users", ""},
    {"call 61 555 01 30 now", "tttt"},
    {"we have 600 123 456 users", ""},
    {"in 2019 and 2020 we", ""},
    {"order INV-20431 is", "ii"},
    {"order AB1234 is", "i"},
    {"case #20431 is", "i"},
    {"the 1st of 3rd", ""},
    {"write to maria.lind@example.org now", "@@"},
    {"see https://example.org/we-miss-you now", "uuuuu"},
    {"see www.example.org now", "u"},
    {"an @ sign alone", ""},
};

TEST(Shapes, Table) {
  for (const Case& one : kCases) EXPECT_EQ(shapes_of(one.text), one.shapes) << one.text;
  EXPECT_EQ(kCases.size(), 25U);
}

}  // namespace
}  // namespace unfeigned::testing
