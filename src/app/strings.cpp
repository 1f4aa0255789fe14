#include "app/strings.h"

#include <vector>

namespace unfeigned {

namespace {

std::string fill(std::string_view pattern, const std::vector<TextArgument>& arguments) {
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    bool is_known = false;
    for (const auto& [key, value] : arguments) {
      if (key != name) continue;
      out += value;
      is_known = true;
      break;
    }
    if (!is_known) out += pattern.substr(open, close - open + 1);
    at = close + 1;
  }
  out += pattern.substr(at);
  return out;
}

// The form of a sentence that goes with a number. What the rules are called is the page's own; each
// names the languages that count in its way.
std::string_view plural_form(std::string_view rule, std::uint32_t n) {
  if (rule == "none") return ".other";
  if (rule == "french") return n <= 1 ? ".one" : ".other";
  if (rule != "polish") return n == 1 ? ".one" : ".other";
  if (n == 1) return ".one";
  const bool is_few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
  return is_few ? ".few" : ".many";
}

}  // namespace

void Strings::set(std::string_view key, std::string_view text) {
  texts_.insert_or_assign(std::string(key), std::string(text));
}

std::string Strings::get(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : found->second;
}

std::string Strings::format(std::string_view key,
                            std::initializer_list<TextArgument> arguments) const {
  return fill(get(key), arguments);
}

std::string Strings::plural(std::string_view key, std::uint32_t n,
                            std::initializer_list<TextArgument> arguments) const {
  const std::string number = whole(n);
  std::vector<TextArgument> all(arguments);
  all.emplace_back("n", number);
  return fill(get(std::string(key).append(plural_form(get("plural.rule"), n))), all);
}

std::string Strings::name(std::string_view prefix, std::string_view id) const {
  const std::string key = std::string(prefix) + '.' + std::string(id);
  return has(key) ? get(key) : std::string(id);
}

std::string Strings::whole(std::int64_t value) const {
  const std::string digits = std::to_string(value);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += get("number.group");
    out += digits[i];
  }
  return out;
}

std::string Strings::tenths(std::int32_t tenths) const {
  const std::int32_t size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + get("number.decimal") +
         std::to_string(size % 10);
}

std::string Strings::decimal(std::string_view number) const {
  std::string out(number);
  const std::size_t mark = out.find_first_of(".,");
  if (mark != std::string::npos) out.replace(mark, 1, get("number.decimal"));
  return out;
}

}  // namespace unfeigned
