#include "report/json_writer.h"

#include <array>
#include <charconv>

namespace unfeigned {
namespace {

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = true;
  for (std::size_t byte : {0x22U, 0x5CU, 0x7FU}) table[byte] = true;
  return table;
}
// Bytes that JSON must escape, and the one that terminals must not get.
constexpr std::array<bool, 256> kEscaped = make_escaped();

}  // namespace

void JsonWriter::begin_value() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  begin_value();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  begin_value();
  write_string(name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view value) {
  begin_value();
  write_string(value);
}

void JsonWriter::number(std::int64_t value) {
  begin_value();
  std::array<char, 20> digits;
  auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::tenths(std::int64_t value) {
  begin_value();
  out_ += tenths_text(value);
}

void JsonWriter::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  begin_value();
  out_ += "null";
}

void JsonWriter::raw(std::string_view json) {
  begin_value();
  out_ += json;
}

void JsonWriter::write_string(std::string_view value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out_ += '"';
  // What needs no escape is passed on in one piece.
  std::size_t from = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    char c = value[at];
    auto byte = static_cast<unsigned char>(c);
    if (!kEscaped[byte]) continue;
    out_ += value.substr(from, at - from);
    from = at + 1;
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\r') {
      out_ += "\\r";
    } else if (c == '\t') {
      out_ += "\\t";
    } else {
      out_ += "\\u00";
      out_ += kDigits[byte >> 4];
      out_ += kDigits[byte & 0x0FU];
    }
  }
  out_ += value.substr(from);
  out_ += '"';
}

std::string tenths_text(std::int64_t value) {
  std::uint64_t amount =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string text = value < 0 ? "-" : "";
  return text + std::to_string(amount / 10) + '.' + std::to_string(amount % 10);
}

}  // namespace unfeigned
