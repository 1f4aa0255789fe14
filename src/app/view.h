// What is on the screen, as a tree without a single pixel: the accessible mirror is built from it,
// the painter lays it out, and so everything that is painted is also told to those who cannot see.
// Ids follow from what a node is, not from where it stands, so that focus survives a new report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/action.h"
#include "app/state.h"

namespace unfeigned {

// At most this many items of one list are shown; the rest is counted.
inline constexpr std::uint32_t kMaxItems = 200;

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0;

enum class Role : std::uint32_t {
  Region = 1,
  Heading,
  Paragraph,
  Quote,  // words of the user's text, in its language
  Button,
  Checkbox,
  Select,
  Meter,
  Status,  // told politely when it changes
  Live,    // told politely when it changes, and is not the status
  Alert,
  List,
  Item,
  Group,
  Label,
  Link,
  Table,
  Row,
  RowHead,
  ColumnHead,
  Cell,
  Field,  // a labelled line to type in
};

// How a node is dressed; the only thing that the painter and the style sheet agree on.
enum class Tag : std::uint32_t {
  Plain = 1,
  Bar,
  Foot,
  Head,
  Panel,
  Title,
  Primary,  // the one button that matters most
  Quiet,    // any other button
  Choice,
  Gauge,
  Band,
  Counts,
  Receipt,
  Message,
  Section,
  Cards,
  Card,
  CardHead,
  Words,
  Meta,
  Fact,  // a label and its sentence, side by side
  FactLabel,
  FactText,
  FactWanted,  // the fact that is missing
  Rewrite,
  Preview,
  Apply,
  Lead,
  Body,
  Samples,
  Sample,
  Notice,
  Problem,
  Small,
  ReceiptRow,
  Amount,
  Total,  // the last row of a receipt
  Gaps,   // what is missing
  Gap,
  GapName,
  GapCost,
  Fill,     // opens a form
  Entries,  // a name and the words that stand for it, line by line
  Entry,
  EntryName,
  Claims,
  Claim,
  Tool,    // a button that belongs to one card
  Dialog,  // a region of its own over the page; the browser lays it out, nothing of it is painted
  Buttons,
  Close,   // the way out of a dialog
  Wish,    // the sentence that a form makes
  Answer,  // words of the author in it
  OpenSlot,
  Offer,  // a framed line or two with a button
  FoldHead,
  FoldToggle,
  Fold,  // what a FoldToggle shows and hides: there all the time, so that paper can have it
  Peek,  // the button that lies over the number
  Popover,
  MenuItem,
  Grip,  // of the sheet that the findings are on a narrow page
};

// What a card looks like: its severity, or that it is a question, or only noted.
enum class Look : std::uint32_t { Note, Minor, Notable, Major, Grave, Question, Noted };

struct Option {
  std::string value;
  std::string text;
  friend bool operator==(const Option&, const Option&) = default;
};

struct ViewNode {
  NodeId id = kNoNode;
  NodeId parent = kNoNode;
  Role role = Role::Paragraph;
  Tag tag = Tag::Plain;
  Look look = Look::Note;
  std::string text;  // what is shown
  // The accessible name, where it has to differ from the text. Field: the keyboard that fits.
  std::string label;
  // Select: the chosen option; Field: what was typed; Meter: the number as it is shown, or nothing;
  // Link: the address; Heading: its level.
  std::string value;
  std::string lang;  // language of the text, where it is not the page's
  bool is_disabled = false;
  bool is_checked = false;
  // Field: what was typed is no answer; Fold and what shows and hides: it is shown.
  bool is_active = false;
  bool is_expandable = false;  // a button that shows and hides something
  std::vector<Option> options;
  Command command = SimpleCommand::None;
};

struct View {
  std::vector<ViewNode> nodes;  // a parent stands before its children, siblings in reading order

  const ViewNode* find(NodeId id) const;
};

NodeId node_id(std::string_view path);
Look look_of(const FindingRecord& finding);
View build_view(const AppState& state);

}  // namespace unfeigned
