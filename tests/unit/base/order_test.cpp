// The one sort: in order, stable, and each element is there once.
#include "base/order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/random.h"

namespace unfeigned {
namespace {

TEST(Order, EqualOnesStayAsTheyStood) {
  std::vector<std::pair<int, char>> row = {{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {0, 'e'}};
  put_in_order(row, [](const auto& a, const auto& b) { return a.first < b.first; });
  EXPECT_EQ(row,
            (std::vector<std::pair<int, char>>{{0, 'e'}, {1, 'b'}, {1, 'd'}, {2, 'a'}, {2, 'c'}}));
}

TEST(Order, WhatIsInOrderIsNotMoved) {
  EXPECT_TRUE(order_of(0, {}).empty());
  std::vector<std::string> row = {"a", "a", "b"};
  const std::string* first = row.data();
  put_in_order(row);
  EXPECT_EQ(row.data(), first);
  std::vector<std::string> one = {"b"};
  put_in_order(one);
  EXPECT_EQ(one, (std::vector<std::string>{"b"}));
}

TEST(Order, IsThatOfTheLibraryForRowsOfEveryLength) {
  testing::Random random(testing::seed_for("order"));
  for (std::size_t length = 0; length < 300; ++length) {
    std::vector<std::pair<std::uint32_t, std::size_t>> row;
    for (std::size_t i = 0; i < length; ++i) row.emplace_back(random.below(40), i);
    auto wanted = row;
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(wanted.begin(), wanted.end(), less);
    put_in_order(row, less);
    ASSERT_EQ(row, wanted) << length;
  }
}

}  // namespace
}  // namespace unfeigned
