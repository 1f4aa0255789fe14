// A JSON text as a tree in which every value knows where it stands: file, JSON pointer, line and
// column. Strict: duplicate keys, deep nesting and oversized input are refused with a place. It
// knows nothing of packs. No type of the JSON library leaves json_tree.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace unfeigned {

enum class JsonKind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

// "a string", "an object": as it reads in a message.
std::string_view phrase(JsonKind kind);

struct JsonLimits {
  std::size_t bytes = 0;
  std::uint32_t depth = 0;
  std::size_t values = 0;
};

struct JsonStorage;

// A view of one value; cheap to copy, lives as long as its tree.
class JsonValue {
 public:
  JsonValue(const JsonStorage* storage, std::uint32_t node) : storage_(storage), node_(node) {}

  JsonKind kind() const;
  bool is(JsonKind kind) const { return this->kind() == kind; }
  bool boolean() const;           // false for any other kind
  double number() const;          // 0 for any other kind
  std::string_view text() const;  // a string decoded, a number as it was written; else empty
  std::string_view key() const;   // the name under which it stands in an object; else empty

  // Elements of an array, members of an object, in the order of the file; nothing for others.
  std::vector<JsonValue> children() const;
  // A member of an object.
  std::optional<JsonValue> find(std::string_view key) const;

  SourcePlace place() const;
  SourcePlace key_place() const;  // of the name instead of the value

 private:
  const JsonStorage* storage_;
  std::uint32_t node_;
};

class JsonTree {
 public:
  // Nothing when the text is not JSON or breaks a limit; then the diagnostics say why.
  static std::optional<JsonTree> parse(std::string_view file, std::string_view bytes,
                                       const JsonLimits& limits, Diagnostics& diagnostics);

  ~JsonTree();
  JsonTree(JsonTree&&) noexcept;
  JsonTree& operator=(JsonTree&&) noexcept;

  JsonValue root() const { return {storage_.get(), 0}; }

 private:
  explicit JsonTree(std::unique_ptr<JsonStorage> storage);
  std::unique_ptr<JsonStorage> storage_;
};

// Where a byte of a text stands, for errors that have no value.
SourcePlace place_of_byte(std::string_view file, std::string_view bytes, std::size_t offset);

}  // namespace unfeigned
