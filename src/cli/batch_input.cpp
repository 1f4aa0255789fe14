#include "cli/batch_input.h"

#include <utility>

#include "base/diagnostic.h"
#include "cli/packs.h"
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

}  // namespace

std::string read_id(JsonValue root, std::string& problem) {
  auto id = root.find("id");
  if (!id || id->is(JsonKind::Null)) return "null";
  if (id->is(JsonKind::Number)) return std::string(id->text());
  if (id->is(JsonKind::String)) {
    JsonWriter writer;
    writer.string(id->text());
    return writer.take();
  }
  problem = wrong_kind(*id, "a string or a number");
  return "null";
}

std::optional<std::string> read_string(JsonValue root, std::string_view key, std::string& problem) {
  auto value = root.find(key);
  if (!value || value->is(JsonKind::Null)) return std::nullopt;
  if (value->is(JsonKind::String)) return std::string(value->text());
  problem = wrong_kind(*value, "a string");
  return std::nullopt;
}

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

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
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

std::optional<JsonTree> read_object(std::string line, std::string& problem) {
  mend_lone_surrogates(line);
  Diagnostics diagnostics;
  auto tree = JsonTree::parse("", line, kLineLimits, diagnostics);
  if (!tree) {
    const Diagnostic& first = diagnostics.all().front();
    problem = "column " + std::to_string(first.column) + ": " + first.message;
    return std::nullopt;
  }
  if (tree->root().is(JsonKind::Object)) return tree;
  problem = "a line must be an object; it is " + std::string(phrase(tree->root().kind()));
  return std::nullopt;
}

BatchRequest read_request(std::string line) {
  BatchRequest request;
  auto tree = read_object(std::move(line), request.problem);
  if (!tree) return request;
  JsonValue root = tree->root();
  // The id first, so that a complaint about the rest can carry it.
  request.id = read_id(root, request.problem);
  std::optional<std::string> text = read_string(root, "text", request.problem);
  request.language = read_string(root, "lang", request.problem);
  request.genre = read_string(root, "genre", request.problem);
  auto is_template = root.find("template");
  if (is_template && is_template->is(JsonKind::Boolean)) {
    request.is_template = is_template->boolean();
  } else if (is_template && !is_template->is(JsonKind::Null)) {
    request.problem = wrong_kind(*is_template, "true or false");
  }
  if (!text && request.problem.empty()) request.problem = "the key \"text\" is missing";
  request.text = std::move(text).value_or(std::string());
  if (request.problem.empty() && request.text.size() > kMaxTextBytes) {
    request.problem = "the text has " + std::to_string(request.text.size()) +
                      " bytes; the limit is " + std::to_string(kMaxTextBytes);
  }
  return request;
}

AuditOptions audit_options(const BatchRequest& request, const ReadingChoice& choice) {
  AuditOptions options{choice.genre, request.is_template.value_or(choice.is_template)};
  if (request.genre) options.genre = from_id(kGenres, *request.genre);
  return options;
}

ReadOptions read_options(const BatchRequest& request, const ReadingChoice& choice) {
  return {InputFormat::Text, forced_language(request.language.value_or(choice.language))};
}

}  // namespace unfeigned::cli
