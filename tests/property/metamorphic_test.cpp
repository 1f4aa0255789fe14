// The same text in another dress: decomposed letters, other quotation marks, no-break spaces,
// capitals, hard wraps, the other Chinese script. What is found may differ by one finding at the
// most. And a sentence of another language behind a text changes nothing that was found before it.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

constexpr std::array kLanguages = {"en", "fr", "pl", "zh"};

std::vector<std::string> texts_of(const std::string& language) {
  std::vector<std::string> texts;
  for (const std::string& file : source_files("tests/scenarios/" + language)) {
    if (file.ends_with(".txt")) texts.push_back(read_source_file(file));
  }
  return texts;
}

// Rule ids with how often each was found, flagged or unsure.
std::map<std::string, int> found_in(const std::string& text) {
  Document document = Document::read(text, asset_packs().profiles(), {});
  Audit audited = audit(document, asset_packs(), {Genre::General, false});
  std::map<std::string, int> counts;
  for (const auto* list : {&audited.findings, &audited.unsure}) {
    for (const Finding& finding : *list) {
      ++counts[asset_packs().packs()[finding.pack].pack.rules[finding.rule.index()].id];
    }
  }
  return counts;
}

// How many findings have no partner on the other side; the larger side's count.
int difference(const std::map<std::string, int>& a, const std::map<std::string, int>& b) {
  auto missing = [](const auto& from, const auto& in) {
    int sum = 0;
    for (const auto& [id, count] : from) {
      auto other = in.find(id);
      sum += std::max(0, count - (other == in.end() ? 0 : other->second));
    }
    return sum;
  };
  return std::max(missing(a, b), missing(b, a));
}

std::string told(const std::map<std::string, int>& counts) {
  std::string out;
  for (const auto& [id, count] : counts) out += id + " x" + std::to_string(count) + '\n';
  return out;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string replaced(std::string text,
                     const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  return to_utf8(nfd->normalize(icu::UnicodeString::fromUTF8(text), status));
}

std::string with_other_marks(const std::string& text) {
  return replaced(text, {{"\u2019", "'"},
                         {"\u201c", "\""},
                         {"\u201d", "\""},
                         {"\u201e", "\""},
                         {"\u00ab\u00a0", "\u201c"},
                         {"\u00a0\u00bb", "\u201d"},
                         {"\u00ab", "\u201c"},
                         {"\u00bb", "\u201d"},
                         {"\u300c", "\u201c"},
                         {"\u300d", "\u201d"}});
}

std::string with_hard_spaces(const std::string& text) { return replaced(text, {{" ", "\u00a0"}}); }

std::string in_capitals(const std::string& text) {
  icu::UnicodeString upper;
  icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1))
    upper.append(u_toupper(all.char32At(i)));
  return to_utf8(upper);
}

// As old mail programs send it: a line feed for a space once a line is long.
std::string hard_wrapped(const std::string& text) {
  constexpr std::size_t kLine = 60;
  std::string out;
  std::size_t line = 0;
  for (char c : text) {
    bool breaks = c == ' ' && line > kLine;
    out += breaks ? '\n' : c;
    line = breaks || c == '\n' ? 0 : line + 1;
  }
  return out;
}

// Through the folds of the pack, read backwards or forwards; of several traditional forms one is
// taken.
std::string in_the_other_script(const std::string& text) {
  std::map<char32_t, char32_t> there;
  std::map<char32_t, char32_t> back;
  for (const LanguageProfile& profile : asset_packs().profiles()) {
    for (auto [from, to] : profile.folds) {
      there.emplace(from, to);
      if (to != U'\u60a8') back.emplace(to, from);
    }
  }
  icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    auto point = static_cast<char32_t>(all.char32At(i));
    auto simple = there.find(point);
    auto traditional = back.find(point);
    if (simple != there.end())
      point = simple->second;
    else if (traditional != back.end())
      point = traditional->second;
    out.append(static_cast<UChar32>(point));
  }
  return to_utf8(out);
}

struct Dress {
  const char* name;
  std::function<std::string(const std::string&)> put_on;
};

class Metamorphic : public ::testing::TestWithParam<const char*> {};

TEST_P(Metamorphic, TheSameTextInAnotherDressReadsTheSame) {
  std::vector<Dress> dresses = {{"decomposed", decomposed},
                                {"other marks", with_other_marks},
                                {"hard spaces", with_hard_spaces},
                                {"capitals", in_capitals},
                                {"hard wraps", hard_wrapped}};
  if (std::string(GetParam()) == "zh") dresses.push_back({"the other script", in_the_other_script});
  std::vector<std::string> texts = texts_of(GetParam());
  EXPECT_EQ(texts.size(), 24U);
  std::map<std::string, int> changed;
  for (const std::string& text : texts) {
    auto plain = found_in(text);
    for (const Dress& dress : dresses) {
      std::string other = dress.put_on(text);
      if (other != text) ++changed[dress.name];
      auto dressed = found_in(other);
      EXPECT_LE(difference(plain, dressed), 1) << dress.name << "\n"
                                               << text << "\nplain:\n"
                                               << told(plain) << "dressed:\n"
                                               << told(dressed);
    }
  }
  // A dress that changes nothing proves nothing.
  EXPECT_EQ(changed[std::string(GetParam()) == "zh" ? "the other script" : "capitals"], 24);
  EXPECT_GT(changed["hard spaces"], 0);
}

TEST_P(Metamorphic, ASentenceOfAnotherLanguageBehindItChangesNothing) {
  const std::map<std::string, std::string> tails = {
      {"en", "The parcel is at the depot."},
      {"fr", "Le colis est au d\u00e9p\u00f4t de la gare."},
      {"pl", "Paczka jest ju\u017c w magazynie przy dworcu."},
      {"zh", "\u5305\u88f9\u5728\u4ed3\u5e93\u3002"}};
  for (const std::string& text : texts_of(GetParam())) {
    auto plain = found_in(text);
    for (const auto& [language, tail] : tails) {
      if (language == GetParam()) continue;
      EXPECT_EQ(told(found_in(text + "\n\n" + tail)), told(plain)) << language << "\n" << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Metamorphic, ::testing::ValuesIn(kLanguages),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace unfeigned::testing
