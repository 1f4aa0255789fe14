#include "app/strings.h"

#include <vector>

namespace unfeigned {

namespace {

std::string fill(std::string_view pattern, const std::vector<TextArgument>& arguments) {
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == pattern.npos ? open : pattern.find('}', open);
    if (close == pattern.npos) break;
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
  const std::string number = std::to_string(n);
  std::vector<TextArgument> all(arguments);
  all.emplace_back("n", number);
  return fill(get(std::string(key) + (n == 1 ? ".one" : ".other")), all);
}

std::string Strings::name(std::string_view prefix, std::string_view id) const {
  const std::string key = std::string(prefix) + '.' + std::string(id);
  return has(key) ? get(key) : std::string(id);
}

std::string tenths_text(std::int32_t tenths) {
  const std::int32_t size = tenths < 0 ? -tenths : tenths;
  std::string out = tenths < 0 ? "-" : "";
  out += std::to_string(size / 10);
  out += '.';
  out += std::to_string(size % 10);
  return out;
}

}  // namespace unfeigned
