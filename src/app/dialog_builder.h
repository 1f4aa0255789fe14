// The helper with which the files of dialogs put one together. Nothing outside of them includes
// this; what a dialog holds is not decided here.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "app/view_builder.h"

namespace unfeigned {

// A dialog under construction: its heading, and later its row of buttons.
class DialogBuilder {
 public:
  DialogBuilder(ViewBuilder& builder, const AppState& state, const std::string& title)
      : builder_(builder), strings_(state.strings) {
    ViewNode& node = builder.add(kNoNode, "dialog", Role::Region, Tag::Dialog);
    node.label = title;
    root_ = node.id;
    builder.add(root_, "dialog/title", Role::Heading, Tag::Lead, title).value = "2";
  }

  NodeId root() const { return root_; }
  ViewNode& add(std::string_view path, Role role, Tag tag, std::string text = {}) {
    return builder_.add(root_, path, role, tag, std::move(text));
  }
  void field(std::uint32_t index, const std::string& label, const std::string& value,
             const std::string& lang, const std::string& keyboard, bool is_wrong) {
    ViewNode& node = add("dialog/field/" + std::to_string(index), Role::Field, Tag::Choice, label);
    node.value = value;
    node.lang = lang;
    node.label = keyboard;
    node.is_active = is_wrong;
    node.command = FieldCommand{index};
  }
  void button(std::string_view key, Tag tag, SimpleCommand command) {
    if (buttons_ == kNoNode) buttons_ = add("dialog/buttons", Role::Group, Tag::Buttons).id;
    builder_
        .add(buttons_, "dialog/button/" + std::string(key), Role::Button, tag, strings_.get(key))
        .command = command;
  }
  void check(std::string_view path, const std::string& label, bool is_checked,
             SimpleCommand command) {
    ViewNode& node = add(path, Role::Checkbox, Tag::Choice, label);
    node.is_checked = is_checked;
    node.command = command;
  }
  void close(std::string_view key) { button(key, Tag::Close, SimpleCommand::CloseDialog); }

 private:
  ViewBuilder& builder_;
  const Strings& strings_;
  NodeId root_ = kNoNode;
  NodeId buttons_ = kNoNode;
};

}  // namespace unfeigned
