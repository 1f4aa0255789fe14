// A hash of what a pack means, so that two reports can be told to rest on the same rules. Equal
// for the same rules in one file or in many, in any order, with or without what only authors read.
// Not a defence against somebody who wants two packs to collide.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pack/json_tree.h"

namespace unfeigned {

// 64-bit FNV-1a over a named entry: its keys in sorted order and its values.
std::uint64_t meaning_of(std::string_view section, std::string_view name, JsonValue value);
// The same without the keys of a rule that cannot change an answer.
std::uint64_t meaning_of_rule(JsonValue rule);

// 16 hex digits.
std::string to_hex(std::uint64_t value);

}  // namespace unfeigned
