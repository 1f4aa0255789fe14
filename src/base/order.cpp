#include "base/order.h"

#include <algorithm>
#include <numeric>

namespace unfeigned {

std::vector<std::uint32_t> order_of(std::size_t count, const PlaceOrder& comparison) {
  const auto goes_before = [&comparison](std::uint32_t a, std::uint32_t b) {
    return comparison.goes_before(comparison.row, comparison.less, a, b);
  };
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  if (std::is_sorted(order.begin(), order.end(), goes_before)) return {};
  std::stable_sort(order.begin(), order.end(), goes_before);
  return order;
}

}  // namespace unfeigned
