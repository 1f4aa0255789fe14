// The helper with which build_view and its parts put nodes into a View. It gives out the ids and
// keeps them distinct; it decides nothing about what is shown.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/view.h"

namespace unfeigned {

class ViewBuilder {
 public:
  explicit ViewBuilder(View& view) : view_(view) {}

  // The reference holds until the next call.
  ViewNode& add(NodeId parent, std::string_view path, Role role, Tag tag, std::string text = {});

 private:
  View& view_;
  std::set<NodeId> taken_;
};

void build_cards(ViewBuilder& builder, const AppState& state, NodeId panel);

}  // namespace unfeigned
