#include "audit/precedence.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/order.h"

namespace unfeigned {
namespace {

// What is added up, in order of importance.
struct Worth {
  std::int64_t weight = 0;
  std::int64_t priority = 0;
  std::int64_t length = 0;
  std::int64_t earliness = 0;

  friend auto operator<=>(const Worth&, const Worth&) = default;
  friend Worth operator+(const Worth& a, const Worth& b) {
    return {a.weight + b.weight, a.priority + b.priority, a.length + b.length,
            a.earliness + b.earliness};
  }
};

Worth worth_of(const Finding& finding) {
  return {weight(finding.severity), priority(finding.category), finding.span.size(),
          -static_cast<std::int64_t>(finding.span.begin)};
}

}  // namespace

// Weighted interval scheduling: best[i] is the greatest worth among the first i findings by end.
std::vector<std::size_t> keep_heaviest(std::span<const Finding> findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  put_in_order(order, [&](std::size_t a, std::size_t b) {
    return std::tuple(findings[a].span.end, findings[a].span.begin) <
           std::tuple(findings[b].span.end, findings[b].span.begin);
  });
  auto compatible = [&](std::size_t i) {
    // How many of the findings before i in `order` end at or before its begin.
    std::uint32_t begin = findings[order[i]].span.begin;
    auto at = std::upper_bound(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), begin,
        [&](std::uint32_t value, std::size_t k) { return value < findings[k].span.end; });
    return static_cast<std::size_t>(at - order.begin());
  };
  std::vector<Worth> best(order.size() + 1);
  std::vector<bool> takes(order.size(), false);
  for (std::size_t i = 0; i < order.size(); ++i) {
    Worth with = best[compatible(i)] + worth_of(findings[order[i]]);
    takes[i] = with > best[i];
    best[i + 1] = takes[i] ? with : best[i];
  }
  std::vector<std::size_t> kept;
  for (std::size_t i = order.size(); i > 0;) {
    if (takes[i - 1]) {
      kept.push_back(order[i - 1]);
      i = compatible(i - 1);
    } else {
      --i;
    }
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace unfeigned
