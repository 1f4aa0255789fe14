#include "base/order.h"

#include <algorithm>

namespace unfeigned {

std::vector<std::uint32_t> order_of(std::size_t count, const PlaceOrder& comparison) {
  const auto goes_before = [&comparison](std::uint32_t a, std::uint32_t b) {
    return comparison.goes_before(comparison.row, comparison.less, a, b);
  };
  std::vector<std::uint32_t> order;
  std::uint32_t sorted = 1;
  while (sorted < count && !goes_before(sorted, sorted - 1)) ++sorted;
  if (sorted >= count) return order;
  for (std::uint32_t place = 0; place < count; ++place) order.push_back(place);
  // Merges neighbours of one, then of two, of four and so on.
  std::vector<std::uint32_t> merged(count);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, count);
      const std::size_t end = std::min(begin + 2 * width, count);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t at = begin; at < end; ++at) {
        const bool is_right =
            right < end && (left == middle || goes_before(order[right], order[left]));
        merged[at] = order[is_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace unfeigned
