// The wording of the page: key -> sentence with {placeholders}, handed over at boot from
// assets/strings/<lang>.json. Sentences are never glued from parts; numbers choose between whole
// sentences (key.one, key.other). A missing key shows itself, so that nobody ships it unseen.
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
  // key.one for 1, key.other for the rest; {n} is the number.
  std::string plural(std::string_view key, std::uint32_t n,
                     std::initializer_list<TextArgument> arguments) const;
  // The text of prefix.id, or the id itself: the id of a pack may be newer than this catalogue.
  std::string name(std::string_view prefix, std::string_view id) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

// "12.3" for 123: amounts are kept in tenths, so that what is shown adds up.
std::string tenths_text(std::int32_t tenths);

}  // namespace unfeigned
