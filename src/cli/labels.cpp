#include "cli/labels.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "cli/batch_input.h"
#include "cli/files.h"

namespace unfeigned::cli {

namespace {

constexpr std::string_view kClean = "clean";

struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

// A whole number that an offset can be.
std::optional<std::uint32_t> read_offset(JsonValue span, std::string_view key) {
  constexpr double kMost = 0x7FFFFFFF;
  auto value = span.find(key);
  if (!value || !value->is(JsonKind::Number)) return std::nullopt;
  double number = value->number();
  if (!(number >= 0) || number > kMost) return std::nullopt;
  auto whole = static_cast<std::uint32_t>(number);
  return static_cast<double>(whole) == number ? std::optional(whole) : std::nullopt;
}

std::string nth(std::size_t i) { return "span " + std::to_string(i + 1); }

void read_spans(JsonValue root, Label& label, std::string& problem) {
  auto list = root.find("spans");
  if (!list || list->is(JsonKind::Null)) return;
  if (!list->is(JsonKind::Array)) {
    problem = "\"spans\" must be a list; it is " + std::string(phrase(list->kind()));
    return;
  }
  for (JsonValue item : list->children()) {
    auto begin = read_offset(item, "start");
    auto end = read_offset(item, "end");
    if (!begin || !end || *begin >= *end) {
      problem = nth(label.spans.size()) + " needs a \"start\" and an \"end\" behind it";
      return;
    }
    auto category = read_string(item, "category", problem);
    if (!problem.empty()) return;
    label.spans.push_back({*begin, *end, std::move(category).value_or(std::string())});
  }
}

Label read_label(JsonValue root, std::string& problem) {
  Label label;
  label.language = read_string(root, "lang", problem);
  auto verdict = read_string(root, "verdict", problem);
  read_spans(root, label, problem);
  label.is_marked = !label.spans.empty() || (verdict && *verdict != kClean);
  return label;
}

// Where the offsets of a text lie, for spans in any order: bytes by offset.
class ByteIndex {
 public:
  ByteIndex(std::string_view text, OffsetUnit unit) {
    for (std::uint32_t at = 0; at < text.size();) {
      CodePoint point = code_point_at(text, at);
      bool is_pair = unit == OffsetUnit::Utf16 && point.value > 0xFFFF;
      std::uint32_t units = unit == OffsetUnit::Utf8 ? point.size : (is_pair ? 2 : 1);
      bytes_.push_back(at);
      bytes_.resize(bytes_.size() + units - 1, kInside);
      at += point.size;
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  // Nothing past the end or inside a character.
  std::optional<std::uint32_t> of(std::uint32_t offset) const {
    if (offset >= bytes_.size() || bytes_[offset] == kInside) return std::nullopt;
    return bytes_[offset];
  }

 private:
  static constexpr std::uint32_t kInside = 0xFFFFFFFFU;
  std::vector<std::uint32_t> bytes_;
};

}  // namespace

LineProblems::LineProblems(std::string file) : file_(std::move(file)) {}

void LineProblems::tell(std::uint64_t line, std::string_view problem) {
  ++count_;
  complain(file_ + ':' + std::to_string(line) + ": " + std::string(problem));
}

bool for_each_line(const std::string& path, LineProblems& problems,
                   const std::function<void(std::uint64_t, std::string)>& take) {
  bool is_stdin = path == "-";
  std::unique_ptr<std::FILE, Closer> file(is_stdin ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) {
    complain(path + ": " + std::strerror(errno));
    return false;
  }
  LineReader reader(file.get(), kMaxLineBytes);
  while (reader.next()) {
    if (reader.is_too_long()) {
      problems.tell(reader.number(), "the line has more than " + std::to_string(kMaxLineBytes) +
                                         " bytes, the limit");
    } else if (!is_blank(reader.line())) {
      take(reader.number(), std::move(reader.line()));
    }
  }
  if (!reader.has_failed()) return true;
  complain(path + ": " + std::strerror(errno));
  return false;
}

bool read_labels(const std::string& path, Labels& labels, LineProblems& problems) {
  return for_each_line(path, problems, [&](std::uint64_t number, std::string line) {
    std::string problem;
    auto tree = read_object(std::move(line), problem);
    if (!tree) return problems.tell(number, problem);
    std::string id = read_id(tree->root(), problem);
    if (problem.empty() && id == "null") problem = "the key \"id\" is missing";
    Label label = read_label(tree->root(), problem);
    if (!problem.empty()) return problems.tell(number, problem);
    label.line = number;
    auto [first, is_new] = labels.try_emplace(id, std::move(label));
    if (is_new) return;
    problems.tell(number, "the id " + id + " has a label already, on line " +
                              std::to_string(first->second.line) + "; that one counts");
  });
}

std::optional<std::vector<PlacedSpan>> place_spans(const Label& label, std::string_view text,
                                                   OffsetUnit unit, std::string& problem) {
  ByteIndex index(text, unit);
  OffsetMap map(text);
  std::vector<PlacedSpan> placed;
  for (const LabelSpan& span : label.spans) {
    auto begin = index.of(span.begin);
    auto end = index.of(span.end);
    if (!begin || !end) {
      problem = nth(placed.size()) + " does not lie in its text, counted in " +
                std::string(id_of(kOffsetUnits, unit));
      return std::nullopt;
    }
    Span bytes{*begin, *end};
    placed.push_back({bytes, map.to_code_point(bytes)});
  }
  return placed;
}

}  // namespace unfeigned::cli
