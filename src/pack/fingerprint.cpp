#include "pack/fingerprint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "base/order.h"

namespace unfeigned {

namespace {

constexpr std::array<std::string_view, 4> kForAuthors = {"because", "examples", "since", "sources"};

class Fnv1a {
 public:
  void add_byte(std::uint64_t byte) {
    hash_ ^= byte & 0xFFU;
    hash_ *= 0x100000001B3ULL;
  }
  void add_number(std::uint64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8) add_byte(number >> shift);
  }
  void add_text(std::string_view text) {
    add_number(text.size());
    for (char c : text) add_byte(static_cast<unsigned char>(c));
  }
  std::uint64_t hash() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

// The value itself, without what it holds.
void add_scalar(Fnv1a& hash, JsonValue value) {
  hash.add_byte(static_cast<std::uint64_t>(value.kind()));
  if (value.is(JsonKind::Boolean)) hash.add_byte(value.boolean() ? 1 : 0);
  if (value.is(JsonKind::Number)) hash.add_number(std::bit_cast<std::uint64_t>(value.number()));
  if (value.is(JsonKind::String)) hash.add_text(value.text());
}

std::vector<JsonValue> children_by_meaning(JsonValue value, bool is_rule) {
  std::vector<JsonValue> children = value.children();
  if (!value.is(JsonKind::Object)) return children;
  if (is_rule) {
    std::erase_if(children, [](JsonValue member) {
      return std::find(kForAuthors.begin(), kForAuthors.end(), member.key()) != kForAuthors.end();
    });
  }
  put_in_order(children, [](JsonValue a, JsonValue b) { return a.key() < b.key(); });
  return children;
}

// Depth first, each child after its name; `is_rule` is about the value at the top.
void add_value(Fnv1a& hash, JsonValue top, bool is_rule) {
  std::vector<JsonValue> open = {top};
  bool is_top = true;
  while (!open.empty()) {
    JsonValue value = open.back();
    open.pop_back();
    if (!is_top) hash.add_text(value.key());
    add_scalar(hash, value);
    if (value.is(JsonKind::Array) || value.is(JsonKind::Object)) {
      std::vector<JsonValue> children = children_by_meaning(value, is_top && is_rule);
      hash.add_number(children.size());
      open.insert(open.end(), children.rbegin(), children.rend());
    }
    is_top = false;
  }
}

std::uint64_t hash_entry(std::string_view section, std::string_view name, JsonValue value,
                         bool is_rule) {
  Fnv1a hash;
  hash.add_text(section);
  hash.add_text(name);
  add_value(hash, value, is_rule);
  return hash.hash();
}

}  // namespace

std::uint64_t meaning_of(std::string_view section, std::string_view name, JsonValue value) {
  return hash_entry(section, name, value, false);
}

std::uint64_t meaning_of_rule(JsonValue rule) { return hash_entry("rules", "", rule, true); }

std::string to_hex(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; value >>= 4) out[i] = kDigits[value & 0xFU];
  return out;
}

}  // namespace unfeigned
