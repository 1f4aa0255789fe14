// Puts the elements of a vector in order; those that are equal stay as they stood. One routine
// serves every type: the library's sorts are compiled anew for each, which came to a sixth of what
// a visitor downloads. It moves each element once.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace unfeigned {

// Whether the element at place a goes before the one at place b.
struct PlaceOrder {
  bool (*goes_before)(const void* row, const void* less, std::uint32_t a, std::uint32_t b);
  const void* row;
  const void* less;
};

// The places in their order; empty where they are in order already.
std::vector<std::uint32_t> order_of(std::size_t count, const PlaceOrder& comparison);

template <class T, class Less = std::less<>>
void put_in_order(std::vector<T>& row, const Less& less = {}) {
  const PlaceOrder comparison = {
      [](const void* elements, const void* by, std::uint32_t a, std::uint32_t b) -> bool {
        const auto& all = *static_cast<const std::vector<T>*>(elements);
        return (*static_cast<const Less*>(by))(all[a], all[b]);
      },
      &row, &less};
  const std::vector<std::uint32_t> order = order_of(row.size(), comparison);
  if (order.empty()) return;
  std::vector<T> sorted;
  sorted.reserve(row.size());
  for (std::uint32_t place : order) sorted.push_back(std::move(row[place]));
  row = std::move(sorted);
}

}  // namespace unfeigned
