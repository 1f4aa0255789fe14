// Writes compact JSON into a string, members in the order of the calls. The strings given must be
// valid UTF-8; they are passed on as they are, except for what JSON must escape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace unfeigned {

class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);
  void string(std::string_view value);
  void number(std::int64_t value);
  void tenths(std::int64_t value);  // 432 is written as 43.2
  void boolean(bool value);
  void null();
  void raw(std::string_view json);  // a value that is JSON already

  std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void write_string(std::string_view value);

  std::string out_;
  bool needs_comma_ = false;
};

// 432 -> "43.2"
std::string tenths_text(std::int64_t value);

}  // namespace unfeigned
