// Pasted mail as it comes: where blocks and sentences begin and end.
#include <gtest/gtest.h>

#include "support/hand_packs.h"

namespace unfeigned::testing {
namespace {

// "P:one|two / L:three": kinds of blocks and their sentences, white space as in the view.
std::string dump(const std::string& text) {
  std::vector<LanguageProfile> profiles{english_profile()};
  Document document = Document::read(text, profiles, {});
  std::string out;
  for (const Block& block : document.blocks()) {
    if (!out.empty()) out += " / ";
    out += "PLHQMC"[static_cast<std::size_t>(block.kind)];
    char separator = ':';
    for (std::uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
      Span span = document.sentences()[s].span;
      out += separator;
      out += document.view().substr(span.begin, span.size());
      separator = '|';
    }
  }
  return out;
}

struct Case {
  const char* name;
  std::string text;
  std::string wanted;
};

const std::vector<Case> kCases = {
    {"empty", "", ""},
    {"white space only", " \n\t\n ", ""},
    {"hard wraps", "We are sorry for any\ninconvenience. Bye.",
     "P:We are sorry for any inconvenience.|Bye."},
    {"windows line ends", "one\r\ntwo\r\n\r\nthree", "P:one  two / P:three"},
    {"lone carriage returns", "one\rtwo\r\rthree", "P:one two / P:three"},
    {"title before a name", "Dear Mr. Okafor, we lost it.", "P:Dear Mr. Okafor, we lost it."},
    {"initial", "Write to J. Smith today.", "P:Write to J. Smith today."},
    {"abbreviation inside", "Some items, e.g. Shoes, are late.",
     "P:Some items, e.g. Shoes, are late."},
    {"lower-case start", "we are sorry. we will fix it.", "P:we are sorry.|we will fix it."},
    {"short word before a lower-case start may abbreviate", "see fig. two of it",
     "P:see fig. two of it"},
    {"bullets", "We did:\n- one\n- two\n  and more\n\u2022 three",
     "P:We did: / L:one / L:two   and more / L:three"},
    {"numbers", "1. one\n2) two", "L:one / L:two"},
    {"a number at a line's start is text", "In\n2019 we began.", "P:In 2019 we began."},
    {"heading", "# Sorry\nWe lost it.", "H:Sorry / P:We lost it."},
    {"quoted lines", "Hello.\n> We miss you.\n> Come back.\nBye.",
     "P:Hello. / Q:We miss you.|Come back. / P:Bye."},
    {"mail history", "Thanks.\n\nFrom: A\nSent: today\nWe miss you.",
     "P:Thanks. / M:From: A Sent: today We miss you."},
    {"headers at the top are the message's own", "From: A\nTo: B\n\nHello.",
     "P:From: A To: B / P:Hello."},
    {"code", "```\nsorry\n```\nBye.", "C:``` sorry ``` / P:Bye."},
    {"full-width semicolon", "\u62b1\u6b49\uff1b\u6211\u4eec\u4f1a\u6539\u3002\u597d\u3002",
     "P:\u62b1\u6b49\uff1b|\u6211\u4eec\u4f1a\u6539\u3002|\u597d\u3002"},
    {"exclamation and question", "What?! No! Yes.", "P:What?!|No!|Yes."},
    {"quote after the mark", "He said \u201cNo.\u201d Then he left.",
     "P:He said \u201cNo.\u201d|Then he left."},
    {"no space after a full stop", "It is done.We left.", "P:It is done.We left."},
};

TEST(Blocks, PastedMail) {
  for (const Case& one : kCases) EXPECT_EQ(dump(one.text), one.wanted) << one.name;
  EXPECT_EQ(kCases.size(), 22U);
}

TEST(Blocks, CrLfEqualsLf) {
  std::string lf = "One two.\nThree.\n\n- four\n- five\n\n> six\n";
  std::string crlf;
  for (char c : lf) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(dump(lf), dump(crlf));
}

}  // namespace
}  // namespace unfeigned::testing
