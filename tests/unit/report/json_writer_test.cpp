#include "report/json_writer.h"

#include <gtest/gtest.h>

#include <string>

namespace unfeigned {
namespace {

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
  JsonWriter out;
  out.begin_object();
  out.key("a");
  out.begin_array();
  out.number(1);
  out.begin_object();
  out.end_object();
  out.null();
  out.end_array();
  out.key("b");
  out.boolean(true);
  out.key("c");
  out.begin_array();
  out.end_array();
  out.key("d");
  out.raw("1e3");
  out.end_object();
  EXPECT_EQ(out.take(), R"({"a":[1,{},null],"b":true,"c":[],"d":1e3})");
}

TEST(JsonWriter, EscapesWhatJsonDemandsAndNothingElse) {
  JsonWriter out;
  out.string(std::string("\"\\/\b\n\r\t\x01\x7F") + '\0' + "\xC3\xA9\xF0\x9F\x98\x80");
  EXPECT_EQ(out.take(),
            "\"\\\"\\\\/\\u0008\\n\\r\\t\\u0001\\u007f\\u0000\xC3\xA9\xF0\x9F\x98\x80\"");
}

TEST(JsonWriter, TenthsKeepTheirSign) {
  EXPECT_EQ(tenths_text(432), "43.2");
  EXPECT_EQ(tenths_text(1000), "100.0");
  EXPECT_EQ(tenths_text(0), "0.0");
  EXPECT_EQ(tenths_text(7), "0.7");
  EXPECT_EQ(tenths_text(-5), "-0.5");
  EXPECT_EQ(tenths_text(-123), "-12.3");
}

}  // namespace
}  // namespace unfeigned
