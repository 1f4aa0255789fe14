#include "pack/json_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/exact_bytes.h"

namespace unfeigned {
namespace {

constexpr JsonLimits kLimits = {1 << 20, 16, 1000};

struct Parsed {
  std::optional<JsonTree> tree;
  Diagnostics diagnostics;
};

Parsed parse(std::string_view bytes, const JsonLimits& limits = kLimits) {
  testing::ExactBytes exact(bytes);
  Parsed parsed;
  parsed.tree = JsonTree::parse("file.json", exact.view(), limits, parsed.diagnostics);
  return parsed;
}

// "line:column pointer kind text" for the value and everything below it, in the order of the file.
std::string dump(JsonValue top) {
  std::string out;
  std::vector<JsonValue> open = {top};
  while (!open.empty()) {
    JsonValue value = open.back();
    open.pop_back();
    SourcePlace place = value.place();
    out += std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + place.pointer +
           " = " + std::string(phrase(value.kind()));
    if (!value.text().empty()) out += ' ' + std::string(value.text());
    out += '\n';
    std::vector<JsonValue> children = value.children();
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return out;
}

std::string dump(std::string_view bytes) {
  Parsed parsed = parse(bytes);
  if (!parsed.tree) return to_string(parsed.diagnostics.all().at(0));
  return dump(parsed.tree->root());
}

TEST(JsonTree, EveryKindStandsAtItsFirstByte) {
  EXPECT_EQ(dump("{ \"a\": [1, true,\n  false, null , \"x\"],\n\"b\":{}}"),
            "1:1  = an object\n"
            "1:8 /a = an array\n"
            "1:9 /a/0 = a number 1\n"
            "1:12 /a/1 = true or false\n"
            "2:3 /a/2 = true or false\n"
            "2:10 /a/3 = null\n"
            "2:17 /a/4 = a string x\n"
            "3:5 /b = an object\n");
}

// The parser reads one byte past a number; whatever stands there must not shift what follows.
TEST(JsonTree, NumbersDoNotShiftWhatFollows) {
  EXPECT_EQ(dump("[-1.5e3,2,3 ,\n4\n,5]"),
            "1:1  = an array\n"
            "1:2 /0 = a number -1.5e3\n"
            "1:9 /1 = a number 2\n"
            "1:11 /2 = a number 3\n"
            "2:1 /3 = a number 4\n"
            "3:2 /4 = a number 5\n");
  EXPECT_EQ(dump("12"), "1:1  = a number 12\n");
  EXPECT_EQ(dump("{\"n\":0}"), "1:1  = an object\n1:6 /n = a number 0\n");
}

TEST(JsonTree, ColumnsCountCodePoints) {
  EXPECT_EQ(dump("[\"\xC3\xA9\xE4\xBD\xA0\xF0\x9F\x98\x80\", 1]"),
            "1:1  = an array\n"
            "1:2 /0 = a string \xC3\xA9\xE4\xBD\xA0\xF0\x9F\x98\x80\n"
            "1:9 /1 = a number 1\n");
}

TEST(JsonTree, EscapesBracketsAndCommasInStringsAreSteppedOver) {
  EXPECT_EQ(dump("[\"a\\\"],:\\\\\", \"\\u00e9\\n\", 7]"),
            "1:1  = an array\n"
            "1:2 /0 = a string a\"],:\\\n"
            "1:14 /1 = a string \xC3\xA9\n\n"
            "1:26 /2 = a number 7\n");
}

TEST(JsonTree, ByteOrderMarkTakesNoColumn) {
  EXPECT_EQ(dump("\xEF\xBB\xBF[1]"), "1:1  = an array\n1:2 /0 = a number 1\n");
}

TEST(JsonTree, CarriageReturnsBeforeLineFeedsCountNoLine) {
  EXPECT_EQ(dump("[\r\n1,\r\n2]"), "1:1  = an array\n2:1 /0 = a number 1\n3:1 /1 = a number 2\n");
}

TEST(JsonTree, PointersEscapeTildeAndSlash) {
  Parsed parsed = parse("{\"a/b~c\":{\"\":1}}");
  ASSERT_TRUE(parsed.tree);
  EXPECT_EQ(parsed.tree->root().children().at(0).children().at(0).place().pointer, "/a~1b~0c/");
}

TEST(JsonTree, KeysHaveAPlaceOfTheirOwn) {
  Parsed parsed = parse("{\n  \"name\" :\n 1}");
  ASSERT_TRUE(parsed.tree);
  JsonValue member = parsed.tree->root().children().at(0);
  EXPECT_EQ(member.key(), "name");
  EXPECT_EQ(member.key_place().line, 2U);
  EXPECT_EQ(member.key_place().column, 3U);
  EXPECT_EQ(member.place().line, 3U);
  EXPECT_EQ(member.place().column, 2U);
}

TEST(JsonTree, EveryDuplicateKeyIsTold) {
  Parsed parsed = parse("{\"a\":1,\n\"b\":{\"c\":1,\"c\":2},\n\"a\":3}");
  EXPECT_FALSE(parsed.tree);
  ASSERT_EQ(parsed.diagnostics.all().size(), 2U);
  EXPECT_EQ(to_string(parsed.diagnostics.all()[0]),
            "file.json:2:12: error: The key \"c\" stands twice in this object, first on line 2; "
            "keep one. (at /b/c)");
  EXPECT_EQ(to_string(parsed.diagnostics.all()[1]),
            "file.json:3:1: error: The key \"a\" stands twice in this object, first on line 1; "
            "keep one. (at /a)");
}

TEST(JsonTree, DeepNestingIsRefusedWithItsPlace) {
  Parsed parsed = parse(std::string(100'000, '['));
  EXPECT_FALSE(parsed.tree);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
  EXPECT_EQ(parsed.diagnostics.all()[0].column, 17U);
  EXPECT_TRUE(parse(std::string(16, '[') + std::string(16, ']')).tree);
}

TEST(JsonTree, TooManyValuesAreRefused) {
  Parsed parsed = parse("[1,2,3,4]", {1000, 16, 4});
  EXPECT_FALSE(parsed.tree);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
  EXPECT_EQ(parsed.diagnostics.all()[0].column, 8U);
  EXPECT_TRUE(parse("[1,2,3]", {1000, 16, 4}).tree);
}

TEST(JsonTree, TooManyBytesAreRefusedUnread) {
  Parsed parsed = parse("[1,2,3]", {6, 16, 100});
  EXPECT_FALSE(parsed.tree);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
  EXPECT_EQ(to_string(parsed.diagnostics.all()[0]),
            "file.json: error: The file has 7 bytes; the limit is 6.");
}

TEST(JsonTree, WhatIsNotJsonIsToldWithItsPlace) {
  struct Case {
    std::string bytes;
    std::uint32_t line;
    std::uint32_t column;
  };
  const std::vector<Case> cases = {
      {"", 1, 1},           {"[1,]", 1, 4},          {"{\"a\" 1}", 1, 6},  {"[\n nul]", 2, 5},
      {"[1] x", 1, 5},      {"\"open", 1, 6},        {"[1e999]", 1, 6},    {"{\"a\":'b'}", 1, 6},
      {"[\"\xFF\"]", 1, 3}, {"[\"\\ud800\"]", 1, 9}, {"[1 // no\n]", 1, 4}};
  for (const Case& wanted : cases) {
    Parsed parsed = parse(wanted.bytes);
    EXPECT_FALSE(parsed.tree) << wanted.bytes;
    ASSERT_EQ(parsed.diagnostics.all().size(), 1U) << wanted.bytes;
    const Diagnostic& told = parsed.diagnostics.all()[0];
    EXPECT_EQ(told.line, wanted.line) << wanted.bytes;
    EXPECT_EQ(told.column, wanted.column) << wanted.bytes;
    EXPECT_EQ(told.message.substr(0, 18), "This is not JSON: ");
    EXPECT_EQ(told.message.find("exception"), std::string::npos) << told.message;
    EXPECT_EQ(told.message.find('\xFF'), std::string::npos) << "invalid UTF-8 in a message";
  }
}

TEST(JsonTree, FindLooksAtOwnMembersOnly) {
  Parsed parsed = parse("{\"a\":{\"b\":1}}");
  ASSERT_TRUE(parsed.tree);
  EXPECT_TRUE(parsed.tree->root().find("a"));
  EXPECT_FALSE(parsed.tree->root().find("b"));
  EXPECT_FALSE(parsed.tree->root().find("a")->find("b")->find("b"));
}

TEST(JsonTree, MovingATreeKeepsItsValues) {
  Parsed parsed = parse("[\"text\"]");
  ASSERT_TRUE(parsed.tree);
  JsonValue value = parsed.tree->root().children().at(0);
  JsonTree moved = std::move(*parsed.tree);
  EXPECT_EQ(value.text(), "text");
  EXPECT_EQ(moved.root().children().size(), 1U);
}

}  // namespace
}  // namespace unfeigned
