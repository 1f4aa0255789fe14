#include "app/outbox.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace unfeigned {

namespace {

std::uint32_t flags_of(const ViewNode& node) {
  return (node.is_disabled ? 1U : 0U) | (node.is_checked ? 2U : 0U) | (node.is_active ? 4U : 0U) |
         (node.is_expandable ? 8U : 0U);
}

// Whether the mirror has nothing to do; it does not know what a press of a node does.
bool reads_alike(const ViewNode& a, const ViewNode& b) {
  const auto told = [](const ViewNode& node) {
    return std::tie(node.id, node.parent, node.role, node.tag, node.look, node.text, node.label,
                    node.value, node.lang, node.options);
  };
  return flags_of(a) == flags_of(b) && told(a) == told(b);
}

void write_node(WireWriter& out, const ViewNode& node) {
  out.u32(node.parent);
  out.u32(static_cast<std::uint32_t>(node.role));
  out.u32(static_cast<std::uint32_t>(node.tag));
  out.u32(static_cast<std::uint32_t>(node.look));
  out.u32(flags_of(node));
  out.text(node.text);
  out.text(node.label);
  out.text(node.value);
  out.text(node.lang);
  out.u32(static_cast<std::uint32_t>(node.options.size()));
  for (const Option& option : node.options) {
    out.text(option.value);
    out.text(option.text);
  }
}

}  // namespace

void write_effect(WireWriter& out, const Effect& effect) {
  out.begin_record(static_cast<std::uint32_t>(RecordKind::Effect));
  out.u32(static_cast<std::uint32_t>(effect.kind));
  out.u32(effect.first);
  out.u32(effect.second);
  out.u32(effect.revision);
  out.text(effect.language);
  out.text(effect.genre);
  out.text(effect.text);
  out.end_record();
}

void write_nodes(WireWriter& out, const View& view, const View& told) {
  if (std::ranges::equal(view.nodes, told.nodes, reads_alike)) return;
  std::unordered_map<NodeId, const ViewNode*> known;  // looked up, never iterated
  for (const ViewNode& node : told.nodes) known.emplace(node.id, &node);
  out.begin_record(static_cast<std::uint32_t>(RecordKind::Nodes));
  out.u32(static_cast<std::uint32_t>(view.nodes.size()));
  for (const ViewNode& node : view.nodes) {
    const auto before = known.find(node.id);
    const bool is_known = before != known.end() && reads_alike(*before->second, node);
    out.u32(node.id);
    out.u32(is_known ? 1 : 0);
    if (!is_known) write_node(out, node);
  }
  out.end_record();
}

void write_boxes(WireWriter& out, std::span<const NodeBox> boxes) {
  out.begin_record(static_cast<std::uint32_t>(RecordKind::Boxes));
  out.u32(static_cast<std::uint32_t>(boxes.size()));
  for (const NodeBox& box : boxes) {
    out.u32(box.node);
    out.f32(box.x);
    out.f32(box.y);
    out.f32(box.width);
    out.f32(box.height);
  }
  out.end_record();
}

void write_sizes(WireWriter& out, const Sizes& sizes) {
  out.begin_record(static_cast<std::uint32_t>(RecordKind::Sizes));
  out.f32(sizes.bar);
  out.f32(sizes.foot);
  out.f32(sizes.head);
  out.f32(sizes.panel);
  out.end_record();
}

}  // namespace unfeigned
