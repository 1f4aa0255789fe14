#include "pack/fields.h"

#include <algorithm>
#include <cmath>

#include "pack/limits.h"

namespace unfeigned {

namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

}  // namespace

bool expect(JsonValue value, JsonKind kind, Diagnostics& diagnostics) {
  if (value.is(kind)) return true;
  diagnostics.error(value.place(), "This must be " + std::string(phrase(kind)) + "; it is " +
                                       std::string(phrase(value.kind())) + ".");
  return false;
}

void check_keys(JsonValue object, std::initializer_list<std::string_view> known,
                Diagnostics& diagnostics) {
  for (JsonValue member : object.children()) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) continue;
    diagnostics.error(member.key_place(), "The key \"" + std::string(member.key()) +
                                              "\" is not known here; known are " +
                                              join({known.begin(), known.end()}) + ".");
  }
}

std::optional<JsonValue> require(JsonValue object, std::string_view key, Diagnostics& diagnostics) {
  auto value = object.find(key);
  if (!value) {
    diagnostics.error(object.place(), "The key \"" + std::string(key) + "\" is missing; add it.");
  }
  return value;
}

std::optional<std::string> read_text(JsonValue value, TextRule rule, Diagnostics& diagnostics) {
  if (!expect(value, JsonKind::String, diagnostics)) return std::nullopt;
  if (value.text().empty() && rule == TextRule::Filled) {
    diagnostics.error(value.place(), "This string is empty; fill it or leave it out.");
    return std::nullopt;
  }
  if (value.text().size() > kMaxStringBytes) {
    diagnostics.error(value.place(), "This string has " + std::to_string(value.text().size()) +
                                         " bytes; the limit is " + std::to_string(kMaxStringBytes) +
                                         ".");
    return std::nullopt;
  }
  if (has_control_character(value.text())) {
    diagnostics.error(value.place(), "This string holds a control character; only \\n may stand.");
    return std::nullopt;
  }
  return std::string(value.text());
}

std::string read_member_text(JsonValue object, std::string_view key, Diagnostics& diagnostics) {
  auto value = object.find(key);
  if (!value) return {};
  return read_text(*value, TextRule::Filled, diagnostics).value_or(std::string());
}

std::string read_required_text(JsonValue object, std::string_view key, Diagnostics& diagnostics) {
  auto value = require(object, key, diagnostics);
  if (!value) return {};
  return read_text(*value, TextRule::Filled, diagnostics).value_or(std::string());
}

std::vector<JsonValue> read_items(JsonValue value, Diagnostics& diagnostics) {
  if (!expect(value, JsonKind::Array, diagnostics)) return {};
  std::vector<JsonValue> items = value.children();
  if (items.size() > kMaxListItems) {
    diagnostics.error(value.place(), "This list has " + std::to_string(items.size()) +
                                         " entries; the limit is " + std::to_string(kMaxListItems) +
                                         ".");
    return {};
  }
  return items;
}

std::vector<ListedText> read_texts(JsonValue value, Diagnostics& diagnostics) {
  std::vector<ListedText> out;
  for (JsonValue item : read_items(value, diagnostics)) {
    if (auto text = read_text(item, TextRule::Filled, diagnostics)) {
      out.push_back({std::move(*text), item});
    }
  }
  return out;
}

std::optional<std::uint32_t> read_count(JsonValue value, std::uint32_t least, std::uint32_t most,
                                        Diagnostics& diagnostics) {
  if (!expect(value, JsonKind::Number, diagnostics)) return std::nullopt;
  double number = value.number();
  if (std::floor(number) != number || number < least || number > most) {
    diagnostics.error(value.place(), "This must be a whole number from " + std::to_string(least) +
                                         " to " + std::to_string(most) + "; it is " +
                                         std::string(value.text()) + ".");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(number);
}

std::string where(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string join(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

bool is_kebab(std::string_view id) {
  bool was_hyphen = true;
  for (char c : id) {
    bool is_hyphen = c == '-';
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_plain && (!is_hyphen || was_hyphen)) return false;
    was_hyphen = is_hyphen;
  }
  return !id.empty() && !was_hyphen;
}

void report_unknown_id(JsonValue value, const std::vector<std::string_view>& known,
                       Diagnostics& diagnostics) {
  diagnostics.error(value.place(), "\"" + std::string(value.text()) +
                                       "\" is not known here; known are " + join(known) + ".");
}

}  // namespace unfeigned
