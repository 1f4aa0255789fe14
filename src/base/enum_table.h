// One constexpr row table an enum: its ids as they are spelled in JSON, in the order of the
// enumerators. A static_assert beside each table keeps it dense and complete.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace unfeigned {

template <class Enum>
struct EnumRow {
  Enum value;
  std::string_view id;
};

template <class Enum, std::size_t N>
constexpr bool is_dense(const std::array<EnumRow<Enum>, N>& rows) {
  for (std::size_t i = 0; i < N; ++i) {
    if (static_cast<std::size_t>(rows[i].value) != i || rows[i].id.empty()) return false;
  }
  return true;
}

template <class Enum, std::size_t N>
constexpr std::string_view id_of(const std::array<EnumRow<Enum>, N>& rows, Enum value) {
  return rows[static_cast<std::size_t>(value)].id;
}

template <class Enum, std::size_t N>
constexpr std::optional<Enum> from_id(const std::array<EnumRow<Enum>, N>& rows,
                                      std::string_view id) {
  for (const auto& row : rows) {
    if (row.id == id) return row.value;
  }
  return std::nullopt;
}

}  // namespace unfeigned
