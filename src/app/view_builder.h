// The helper with which build_view and its parts put nodes into a View. It gives out the ids and
// keeps them distinct; it decides nothing about what is shown.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/receipt.h"
#include "app/view.h"

namespace unfeigned {

class ViewBuilder {
 public:
  explicit ViewBuilder(View& view) : view_(view) { view_.nodes.reserve(kUsual); }

  // The reference holds until the next call.
  ViewNode& add(NodeId parent, std::string_view path, Role role, Tag tag, std::string text = {});

 private:
  // Nodes of a text with many findings; more than that are moved once or twice.
  static constexpr std::size_t kUsual = 2048;

  View& view_;
  std::unordered_set<NodeId> taken_;  // never iterated
};

// The parts of the panel, in its order, and the dialog over it.
void build_receipt(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_genre(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_there(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_missing(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_cards(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_noted(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_asides(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_reader(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_update(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_team_trouble(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_team(ViewBuilder& builder, const AppState& state, NodeId panel);
void build_team_samples(ViewBuilder& builder, const AppState& state, NodeId samples);
// What the bar offers beside its title and "Copy result", in the bar or in the menu.
void build_tools(ViewBuilder& builder, const AppState& state, NodeId parent, Tag tag);
void build_menu(ViewBuilder& builder, const AppState& state);
// The receipt beside the number.
void build_peek(ViewBuilder& builder, const AppState& state, NodeId head);
void build_dialog(ViewBuilder& builder, const AppState& state);
void build_aside_dialog(ViewBuilder& builder, const AppState& state, const AsideDialog& open);
void build_report(ViewBuilder& builder, const AppState& state, const ReportDialog& open);
void build_settings(ViewBuilder& builder, const AppState& state);
void build_about(ViewBuilder& builder, const AppState& state);
// How many findings of the present text are set aside, beside the number that leaves them out.
void build_aside_count(ViewBuilder& builder, const AppState& state, NodeId panel);

// A heading that shows and hides what belongs to it; returns the parent of that.
NodeId add_fold(ViewBuilder& builder, const AppState& state, NodeId panel, std::string_view path,
                Fold fold, const std::string& name);

// What a line of the receipt is called, and its amount with a sign.
std::string term_name(const Strings& strings, TermKind kind, const std::string& component);
std::string amount_text(const Strings& strings, std::int32_t tenths, TermKind kind);
// A button with words of the text that leads to them.
void add_words(ViewBuilder& builder, const AppState& state, NodeId parent, std::string_view path,
               const std::string& words, const Command& command);
// "a", "b" and "c" as one list of quoted words, at most a few.
std::string quoted_list(const Strings& strings, const std::vector<std::string>& words);

}  // namespace unfeigned
