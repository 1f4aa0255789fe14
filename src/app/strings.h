// The wording of the page: key -> sentence with {placeholders}, handed over at boot from
// assets/strings/<lang>.json. Sentences are never glued from parts; numbers choose between whole
// sentences (key.one, key.other), in the way and in the marks that the file asks for. A missing key
// shows itself, so that nobody ships it unseen.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace unfeigned {

using TextArgument = std::pair<std::string_view, std::string_view>;

class Strings {
 public:
  void set(std::string_view key, std::string_view text);
  bool has(std::string_view key) const { return texts_.contains(key); }
  std::string get(std::string_view key) const;
  std::string format(std::string_view key, std::initializer_list<TextArgument> arguments) const;
  // key.one, key.few, key.many or key.other, by the language's "plural.rule"; {n} is the number.
  std::string plural(std::string_view key, std::uint32_t n,
                     std::initializer_list<TextArgument> arguments) const;
  // The text of prefix.id, or the id itself: the id of a pack may be newer than this catalogue.
  std::string name(std::string_view prefix, std::string_view id) const;

  // "61,000" for 61000, with the language's mark between groups of three.
  std::string whole(std::int64_t value) const;
  // "12.3" for 123, with the language's decimal mark: amounts are kept in tenths, so that what is
  // shown adds up.
  std::string tenths(std::int32_t tenths) const;
  // A number as it was typed or written in a file, with the language's decimal mark.
  std::string decimal(std::string_view number) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace unfeigned
