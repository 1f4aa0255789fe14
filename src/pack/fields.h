// Reads typed values out of a JSON object and tells the author of every one that does not fit. A
// reader always returns something usable, so that one mistake never hides the next.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/enum_table.h"
#include "pack/json_tree.h"

namespace unfeigned {

// A string of a list, with the value it came from.
struct ListedText {
  std::string text;
  JsonValue json;
};

enum class TextRule : std::uint8_t { Filled, MayBeEmpty };

// False, with a diagnostic, when the value is of another kind.
bool expect(JsonValue value, JsonKind kind, Diagnostics& diagnostics);

// Reports every key of the object that is not in the list, with the keys that are.
void check_keys(JsonValue object, std::initializer_list<std::string_view> known,
                Diagnostics& diagnostics);

// The member, or nothing and a diagnostic that it is missing.
std::optional<JsonValue> require(JsonValue object, std::string_view key, Diagnostics& diagnostics);

// A bounded string without control characters.
std::optional<std::string> read_text(JsonValue value, TextRule rule, Diagnostics& diagnostics);
// The same for a member; an empty string when it is absent.
std::string read_member_text(JsonValue object, std::string_view key, Diagnostics& diagnostics);
std::string read_required_text(JsonValue object, std::string_view key, Diagnostics& diagnostics);

// A bounded list of filled strings.
std::vector<ListedText> read_texts(JsonValue value, Diagnostics& diagnostics);
// Elements of a bounded array; nothing, with a diagnostic, for any other kind.
std::vector<JsonValue> read_items(JsonValue value, Diagnostics& diagnostics);

std::optional<std::uint32_t> read_count(JsonValue value, std::uint32_t least, std::uint32_t most,
                                        Diagnostics& diagnostics);

// "file:3:7"
std::string where(const SourcePlace& place);
// "a, b, c"
std::string join(const std::vector<std::string_view>& words);
// Lower-case letters, digits and single hyphens between them.
bool is_kebab(std::string_view id);

void report_unknown_id(JsonValue value, const std::vector<std::string_view>& known,
                       Diagnostics& diagnostics);

template <class Enum, std::size_t N>
std::vector<std::string_view> ids_of(const std::array<EnumRow<Enum>, N>& rows) {
  std::vector<std::string_view> ids;
  ids.reserve(N);
  for (const auto& row : rows) ids.push_back(row.id);
  return ids;
}

// One of a closed set of ids.
template <class Enum, std::size_t N>
std::optional<Enum> read_enum(JsonValue value, const std::array<EnumRow<Enum>, N>& rows,
                              Diagnostics& diagnostics) {
  if (!expect(value, JsonKind::String, diagnostics)) return std::nullopt;
  auto found = from_id(rows, value.text());
  if (!found) report_unknown_id(value, ids_of(rows), diagnostics);
  return found;
}

// The same for a member that may be absent.
template <class Enum, std::size_t N>
Enum read_member_enum(JsonValue object, std::string_view key,
                      const std::array<EnumRow<Enum>, N>& rows, Enum otherwise,
                      Diagnostics& diagnostics) {
  auto value = object.find(key);
  if (!value) return otherwise;
  return read_enum(*value, rows, diagnostics).value_or(otherwise);
}

}  // namespace unfeigned
