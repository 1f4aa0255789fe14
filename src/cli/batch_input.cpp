#include "cli/batch_input.h"

#include <array>

#include "base/diagnostic.h"
#include "pack/json_tree.h"
#include "report/json_writer.h"

namespace unfeigned::cli {

namespace {

// A line may carry more than we ask for, but not without end.
constexpr JsonLimits kLineLimits = {kMaxLineBytes, 64, 1'000'000};

std::optional<std::uint32_t> hex4(std::string_view digits) {
  if (digits.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  for (char c : digits.substr(0, 4)) {
    std::uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

bool is_high(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::optional<std::uint32_t> escaped_unit(std::string_view json, std::size_t at) {
  if (json.substr(at, 2) != "\\u") return std::nullopt;
  return hex4(json.substr(at + 2));
}

std::string wrong_kind(JsonValue value, std::string_view wanted) {
  return '"' + std::string(value.key()) + "\" must be " + std::string(wanted) + "; it is " +
         std::string(phrase(value.kind()));
}

// Writes the id into the request first, so that a complaint about the rest can carry it.
void read_id(JsonValue root, BatchRequest& request) {
  auto id = root.find("id");
  if (!id || id->is(JsonKind::Null)) return;
  if (id->is(JsonKind::Number)) {
    request.id = std::string(id->text());
  } else if (id->is(JsonKind::String)) {
    JsonWriter writer;
    writer.string(id->text());
    request.id = writer.take();
  } else {
    request.problem = wrong_kind(*id, "a string or a number");
  }
}

void read_string(JsonValue root, std::string_view key, std::optional<std::string>& out,
                 std::string& problem) {
  auto value = root.find(key);
  if (!value || value->is(JsonKind::Null)) return;
  if (value->is(JsonKind::String)) {
    out = std::string(value->text());
  } else {
    problem = wrong_kind(*value, "a string");
  }
}

}  // namespace

bool LineReader::next() {
  line_.clear();
  is_too_long_ = false;
  int c = std::getc(file_);
  if (c == EOF) return false;
  ++number_;
  for (; c != EOF && c != '\n'; c = std::getc(file_)) {
    if (line_.size() < limit_) {
      line_.push_back(static_cast<char>(c));
    } else {
      is_too_long_ = true;
    }
  }
  return true;
}

void mend_lone_surrogates(std::string& json) {
  constexpr std::size_t kEscape = 6;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    auto unit = escaped_unit(json, at);
    if (!unit) {
      at += 2;
      continue;
    }
    auto next = is_high(*unit) ? escaped_unit(json, at + kEscape) : std::nullopt;
    bool is_pair = next && is_low(*next);
    if (!is_pair && (is_high(*unit) || is_low(*unit))) json.replace(at + 2, 4, "FFFD");
    at += is_pair ? 2 * kEscape : kEscape;
  }
}

BatchRequest read_request(std::string line) {
  BatchRequest request;
  mend_lone_surrogates(line);
  Diagnostics diagnostics;
  auto tree = JsonTree::parse("", line, kLineLimits, diagnostics);
  if (!tree) {
    const Diagnostic& first = diagnostics.all().front();
    request.problem = "column " + std::to_string(first.column) + ": " + first.message;
    return request;
  }
  JsonValue root = tree->root();
  if (!root.is(JsonKind::Object)) {
    request.problem = "a line must be an object; it is " + std::string(phrase(root.kind()));
    return request;
  }
  read_id(root, request);
  std::optional<std::string> text;
  read_string(root, "text", text, request.problem);
  read_string(root, "lang", request.language, request.problem);
  read_string(root, "genre", request.genre, request.problem);
  auto is_template = root.find("template");
  if (is_template && is_template->is(JsonKind::Boolean)) {
    request.is_template = is_template->boolean();
  } else if (is_template && !is_template->is(JsonKind::Null)) {
    request.problem = wrong_kind(*is_template, "true or false");
  }
  if (!text && request.problem.empty()) request.problem = "the key \"text\" is missing";
  request.text = std::move(text).value_or(std::string());
  return request;
}

}  // namespace unfeigned::cli
