// The parser tells its handler what it read but not where. Between two values there can only be
// white space, commas and colons, so a cursor of our own follows the parser: at each call it skips
// those, stands on the first byte of the value, and then steps over the value itself. Counting
// what the parser consumed would not do: for numbers it reads one byte too many.
#include "pack/json_tree.h"

#include <algorithm>
#include <array>
#include <utility>

#define JSON_NO_IO
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/order.h"
#include "base/utf8.h"

namespace unfeigned {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

struct Node {
  JsonKind kind = JsonKind::Null;
  bool boolean = false;
  std::uint32_t parent = kNone;
  std::uint32_t index = 0;  // among its siblings
  std::uint32_t first_child = kNone;
  std::uint32_t last_child = kNone;
  std::uint32_t next = kNone;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t key_line = 0;
  std::uint32_t key_column = 0;
  double number = 0;
  std::string key;
  std::string text;
};

}  // namespace

struct JsonStorage {
  std::string file;
  std::vector<Node> nodes;
};

namespace {

std::string pointer_of(const JsonStorage& storage, std::uint32_t node) {
  std::vector<std::string> steps;
  for (; storage.nodes[node].parent != kNone; node = storage.nodes[node].parent) {
    const Node& at = storage.nodes[node];
    if (storage.nodes[at.parent].kind == JsonKind::Array) {
      steps.push_back(std::to_string(at.index));
      continue;
    }
    std::string step;
    for (char c : at.key) {
      if (c == '~') {
        step += "~0";
      } else if (c == '/') {
        step += "~1";
      } else {
        step += c;
      }
    }
    steps.push_back(std::move(step));
  }
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) out += '/' + *step;
  return out;
}

class PlaceCursor {
 public:
  explicit PlaceCursor(std::string_view bytes) : bytes_(bytes) {
    // A byte order mark is not part of the first line.
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") offset_ = 3;
  }

  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }

  void skip_to_token() {
    while (offset_ < bytes_.size() && is_between(bytes_[offset_])) step();
  }
  void skip_string() {
    step();
    while (offset_ < bytes_.size() && bytes_[offset_] != '"') {
      if (bytes_[offset_] == '\\') step();
      step();
    }
    step();
  }
  // The bytes of a number or literal.
  std::string_view skip_scalar() {
    std::size_t begin = offset_;
    while (offset_ < bytes_.size() && !is_between(bytes_[offset_]) && bytes_[offset_] != ']' &&
           bytes_[offset_] != '}') {
      step();
    }
    return bytes_.substr(begin, offset_ - begin);
  }
  void step() {
    if (offset_ >= bytes_.size()) return;
    auto byte = static_cast<unsigned char>(bytes_[offset_++]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if (offset_ >= bytes_.size() || !is_continuation(bytes_[offset_])) {
      ++column_;
    }
  }

 private:
  static bool is_between(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
  }
  static bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

  std::string_view bytes_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

// What the library says, without its own numbering and place.
std::string in_plain_words(std::string_view what) {
  constexpr std::string_view kMark = "syntax error while parsing ";
  if (auto at = what.find(kMark); at != std::string_view::npos)
    what.remove_prefix(at + kMark.size());
  if (auto at = what.find("] "); what.substr(0, 1) == "[" && at != std::string_view::npos) {
    what.remove_prefix(at + 2);
  }
  // The message quotes raw input, which need not be UTF-8.
  return repair_utf8(std::string(what)).text;
}

class Handler {
 public:
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  Handler(JsonStorage& storage, std::string_view bytes, const JsonLimits& limits,
          Diagnostics& diagnostics)
      : storage_(storage),
        bytes_(bytes),
        cursor_(bytes),
        limits_(limits),
        diagnostics_(diagnostics) {}

  bool has_duplicates() const { return has_duplicates_; }

  bool null() { return add_scalar(JsonKind::Null, 0); }
  bool boolean(bool value) {
    if (!add_scalar(JsonKind::Boolean, 0)) return false;
    storage_.nodes.back().boolean = value;
    return true;
  }
  bool number_integer(number_integer_t value) {
    return add_scalar(JsonKind::Number, static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) {
    return add_scalar(JsonKind::Number, static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t& /*literal*/) {
    return add_scalar(JsonKind::Number, value);
  }
  bool string(string_t& value) {
    if (!add(JsonKind::String)) return false;
    storage_.nodes.back().text = std::move(value);
    cursor_.skip_string();
    return true;
  }
  bool binary(binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(JsonKind::Object); }
  bool start_array(std::size_t /*size*/) { return open(JsonKind::Array); }
  bool key(string_t& name) {
    cursor_.skip_to_token();
    key_line_ = cursor_.line();
    key_column_ = cursor_.column();
    key_ = std::move(name);
    cursor_.skip_string();
    return true;
  }
  bool end_object() {
    report_duplicates(open_.back());
    return close();
  }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& problem) {
    SourcePlace place = place_of_byte(storage_.file, bytes_, position == 0 ? 0 : position - 1);
    diagnostics_.error(place, "This is not JSON: " + in_plain_words(problem.what()) + ".");
    return false;
  }

 private:
  bool add(JsonKind kind) {
    cursor_.skip_to_token();
    if (storage_.nodes.size() >= limits_.values) {
      diagnostics_.error(
          {storage_.file, "", cursor_.line(), cursor_.column()},
          "This file holds more than " + std::to_string(limits_.values) + " values; split it.");
      return false;
    }
    auto id = static_cast<std::uint32_t>(storage_.nodes.size());
    Node& node = storage_.nodes.emplace_back();
    node.kind = kind;
    node.line = cursor_.line();
    node.column = cursor_.column();
    if (!open_.empty()) link(id, open_.back());
    return true;
  }
  void link(std::uint32_t id, std::uint32_t parent_id) {
    Node& node = storage_.nodes[id];
    Node& parent = storage_.nodes[parent_id];
    node.parent = parent_id;
    if (parent.kind == JsonKind::Object) {
      node.key = std::move(key_);
      node.key_line = key_line_;
      node.key_column = key_column_;
    }
    if (parent.last_child == kNone) {
      parent.first_child = id;
    } else {
      node.index = storage_.nodes[parent.last_child].index + 1;
      storage_.nodes[parent.last_child].next = id;
    }
    parent.last_child = id;
  }
  bool add_scalar(JsonKind kind, double number) {
    if (!add(kind)) return false;
    std::string_view written = cursor_.skip_scalar();
    if (kind == JsonKind::Number) storage_.nodes.back().text = std::string(written);
    storage_.nodes.back().number = number;
    return true;
  }
  bool open(JsonKind kind) {
    if (!add(kind)) return false;
    if (open_.size() >= limits_.depth) {
      diagnostics_.error({storage_.file, "", cursor_.line(), cursor_.column()},
                         "Values are nested deeper than " + std::to_string(limits_.depth) +
                             " levels here; nothing that is known needs that.");
      return false;
    }
    open_.push_back(static_cast<std::uint32_t>(storage_.nodes.size() - 1));
    cursor_.step();
    return true;
  }
  bool close() {
    open_.pop_back();
    cursor_.skip_to_token();
    cursor_.step();
    return true;
  }
  void report_duplicates(std::uint32_t object);

  JsonStorage& storage_;
  std::string_view bytes_;
  PlaceCursor cursor_;
  JsonLimits limits_;
  Diagnostics& diagnostics_;
  std::vector<std::uint32_t> open_;
  std::string key_;
  std::uint32_t key_line_ = 0;
  std::uint32_t key_column_ = 0;
  bool has_duplicates_ = false;
};

void Handler::report_duplicates(std::uint32_t object) {
  std::vector<std::uint32_t> members;
  for (std::uint32_t at = storage_.nodes[object].first_child; at != kNone;
       at = storage_.nodes[at].next) {
    members.push_back(at);
  }
  put_in_order(members, [this](std::uint32_t a, std::uint32_t b) {
    return storage_.nodes[a].key < storage_.nodes[b].key;
  });
  for (std::size_t i = 1; i < members.size(); ++i) {
    const Node& first = storage_.nodes[members[i - 1]];
    const Node& second = storage_.nodes[members[i]];
    if (first.key != second.key) continue;
    has_duplicates_ = true;
    diagnostics_.error(JsonValue(&storage_, members[i]).key_place(),
                       "The key \"" + second.key +
                           "\" stands twice in this object, first on line " +
                           std::to_string(first.key_line) + "; keep one.");
  }
}

}  // namespace

std::string_view phrase(JsonKind kind) {
  constexpr std::array<std::string_view, 6> kPhrases = {"null",     "true or false", "a number",
                                                        "a string", "an array",      "an object"};
  return kPhrases[static_cast<std::size_t>(kind)];
}

JsonKind JsonValue::kind() const { return storage_->nodes[node_].kind; }
bool JsonValue::boolean() const { return storage_->nodes[node_].boolean; }
double JsonValue::number() const { return storage_->nodes[node_].number; }
std::string_view JsonValue::text() const { return storage_->nodes[node_].text; }
std::string_view JsonValue::key() const { return storage_->nodes[node_].key; }

std::vector<JsonValue> JsonValue::children() const {
  std::vector<JsonValue> out;
  for (std::uint32_t at = storage_->nodes[node_].first_child; at != kNone;
       at = storage_->nodes[at].next) {
    out.emplace_back(storage_, at);
  }
  return out;
}

std::optional<JsonValue> JsonValue::find(std::string_view key) const {
  if (!is(JsonKind::Object)) return std::nullopt;
  for (std::uint32_t at = storage_->nodes[node_].first_child; at != kNone;
       at = storage_->nodes[at].next) {
    if (storage_->nodes[at].key == key) return JsonValue(storage_, at);
  }
  return std::nullopt;
}

SourcePlace JsonValue::place() const {
  const Node& node = storage_->nodes[node_];
  return {storage_->file, pointer_of(*storage_, node_), node.line, node.column};
}

SourcePlace JsonValue::key_place() const {
  const Node& node = storage_->nodes[node_];
  if (node.key_line == 0) return place();
  return {storage_->file, pointer_of(*storage_, node_), node.key_line, node.key_column};
}

JsonTree::JsonTree(std::unique_ptr<JsonStorage> storage) : storage_(std::move(storage)) {}
JsonTree::~JsonTree() = default;
JsonTree::JsonTree(JsonTree&&) noexcept = default;
JsonTree& JsonTree::operator=(JsonTree&&) noexcept = default;

std::optional<JsonTree> JsonTree::parse(std::string_view file, std::string_view bytes,
                                        const JsonLimits& limits, Diagnostics& diagnostics) {
  if (bytes.size() > limits.bytes) {
    diagnostics.error({std::string(file), "", 0, 0},
                      "The file has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                          std::to_string(limits.bytes) + ".");
    return std::nullopt;
  }
  auto storage = std::make_unique<JsonStorage>();
  storage->file = std::string(file);
  // Hand-written JSON has a value for every thirty bytes or so.
  constexpr std::size_t kBytesPerValue = 32;
  storage->nodes.reserve(std::min(bytes.size() / kBytesPerValue, limits.values) + 1);
  Handler handler(*storage, bytes, limits, diagnostics);
  bool is_whole = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &handler);
  if (!is_whole || handler.has_duplicates()) return std::nullopt;
  UF_CHECK(!storage->nodes.empty());
  return JsonTree(std::move(storage));
}

SourcePlace place_of_byte(std::string_view file, std::string_view bytes, std::size_t offset) {
  SourcePlace place{std::string(file), "", 1, 1};
  std::size_t begin = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::size_t i = begin; i < std::min(offset, bytes.size()); ++i) {
    if (bytes[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(bytes[i]) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace unfeigned
