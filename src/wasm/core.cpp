// The border between the audit and JavaScript: bytes in, JSON out, plain C names. Thin: nothing is
// decided here. Every call may grow the heap, so the caller reads its views of it anew.
//
// uf_load_pack, uf_ready and uf_audit return 0 when all went well and 1 when not; either way
// uf_result and uf_result_size give UTF-8 JSON that stays until the next call of one of them.
// uf_forget_pack takes a part away again. As long as uf_ready fails, texts are read with the packs
// that were ready before.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/auditor.h"
#include "pack/json_tree.h"
#include "pack/limits.h"
#include "pack/loader.h"
#include "report/json.h"
#include "report/json_writer.h"
#include "text/document.h"

namespace unfeigned {

namespace {

constexpr std::array kInputFormats = {
    EnumRow<InputFormat>{InputFormat::Text, "text"},
    EnumRow<InputFormat>{InputFormat::Markdown, "markdown"},
    EnumRow<InputFormat>{InputFormat::Html, "html"},
};
static_assert(is_dense(kInputFormats));

// Room for kMaxSetAside places with everything that can be said of each.
constexpr JsonLimits kOptionLimits{1 << 20, 4, 8192};

// As it was asked for: in the unit of the report, which only the text can turn into bytes.
struct Wish {
  SetAside what;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

struct Request {
  ReadOptions reading;
  AuditOptions audit;
  JsonOptions json;
  std::vector<Wish> set_aside;
  std::string problem;
};

class Core {
 public:
  int load_pack(std::string_view name, std::string_view bytes) {
    Diagnostics diagnostics;
    JsonLimits limits{kMaxPartBytes, kMaxPartDepth, kMaxPartValues};
    if (!JsonTree::parse(name, bytes, limits, diagnostics)) {
      return fail("the pack could not be read", diagnostics);
    }
    auto same = std::find_if(parts_.begin(), parts_.end(),
                             [name](const Part& part) { return part.name == name; });
    Part& part = same == parts_.end() ? parts_.emplace_back() : *same;
    part = {std::string(name), std::string(bytes)};
    return succeed("{}");
  }

  void forget_pack(std::string_view name) {
    std::erase_if(parts_, [name](const Part& part) { return part.name == name; });
  }

  int make_ready() {
    std::vector<PackFile> files;
    for (const Part& part : parts_) files.push_back({part.name, part.bytes});
    Diagnostics diagnostics;
    LoadedPacks loaded = load_packs(files, {LoadPurpose::Audit}, diagnostics);
    PackSet compiled = PackSet::compile(std::move(loaded.packs), diagnostics);
    if (diagnostics.has_errors()) return fail("the packs have errors", diagnostics);
    auditor_.reset();
    packs_ = std::move(compiled);
    auditor_.emplace(*packs_);
    return succeed(summary_of(loaded));
  }

  int audit_text(std::string_view options, std::string_view text) {
    Diagnostics diagnostics;
    if (!packs_) return fail("no pack is ready", diagnostics);
    if (text.size() > kMaxTextBytes) return fail("the text is too long", diagnostics);
    Request request = read_request(options, diagnostics);
    if (!request.problem.empty()) return fail(request.problem, diagnostics);
    const Document& document = auditor_->read(std::string(text), request.reading);
    request.audit.set_aside =
        placed(request.set_aside, Offsets(document.text(), request.json.unit));
    const Audit& audited = auditor_->audit(request.audit);
    return succeed(render_json(document, audited, *packs_, request.json));
  }

  const std::string& result() const { return result_; }

 private:
  struct Part {
    std::string name;
    std::string bytes;
  };

  int succeed(std::string result) {
    result_ = std::move(result);
    return 0;
  }

  // What each pack did, and the samples they bring, for a page that wants to name them.
  static std::string summary_of(const LoadedPacks& loaded) {
    JsonWriter out;
    auto member = [&out](std::string_view key, std::string_view value) {
      out.key(key);
      out.string(value);
    };
    auto count = [&out](std::string_view key, std::uint32_t value) {
      out.key(key);
      out.number(value);
    };
    out.begin_object();
    out.key("packs");
    out.begin_array();
    for (const LoadedLayer& layer : loaded.layers) {
      out.begin_object();
      member("file", layer.file);
      member("id", layer.id);
      member("language", layer.language);
      member("name", layer.name);
      member("version", layer.version);
      count("added", layer.rules.added);
      count("replaced", layer.rules.replaced);
      count("silenced", layer.rules.silenced);
      out.end_object();
    }
    out.end_array();
    out.key("samples");
    out.begin_array();
    for (const Sample& sample : loaded.samples) {
      out.begin_object();
      member("file", sample.file);
      member("title", sample.title);
      member("text", sample.text);
      out.end_object();
    }
    out.end_array();
    out.end_object();
    return out.take();
  }

  int fail(std::string_view problem, const Diagnostics& diagnostics) {
    JsonWriter out;
    auto member = [&out](std::string_view key, std::string_view value) {
      out.key(key);
      out.string(value);
    };
    out.begin_object();
    member("problem", problem);
    out.key("diagnostics");
    out.begin_array();
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      out.begin_object();
      member("level", diagnostic.level == DiagnosticLevel::Error ? "error" : "warning");
      member("file", diagnostic.file);
      member("pointer", diagnostic.pointer);
      out.key("line");
      out.number(diagnostic.line);
      out.key("column");
      out.number(diagnostic.column);
      member("message", diagnostic.message);
      out.end_object();
    }
    out.end_array();
    out.end_object();
    result_ = out.take();
    return 1;
  }

  // A member that names one of a closed set; "auto" or its absence leaves the value as it is.
  template <class Enum, class Rows, class Target>
  static void read_choice(JsonValue root, std::string_view key, const Rows& rows, Target& target,
                          std::string& problem) {
    auto value = root.find(key);
    if (!value || value->text() == "auto") return;
    std::optional<Enum> found = from_id(rows, value->text());
    if (found) {
      target = *found;
    } else {
      problem = "the option \"" + std::string(key) + "\" has an unknown value";
    }
  }

  // Anything that is no such list is none.
  static void read_set_aside(JsonValue root, Request& request) {
    auto list = root.find("set_aside");
    if (!list) return;
    for (JsonValue one : list->children()) {
      Wish& wish = request.set_aside.emplace_back();
      if (auto rule = one.find("rule")) wish.what.rule = std::string(rule->text());
      if (auto quoted = one.find("quoted")) wish.what.is_quoted = quoted->boolean();
      auto start = one.find("start");
      auto end = one.find("end");
      if (start && end) {
        wish.start = offset_of(*start);
        wish.end = offset_of(*end);
        wish.what.words = Span{};
      } else if (wish.what.rule.empty()) {
        request.problem = "the option \"set_aside\" names neither a rule nor a place";
      }
    }
    if (request.set_aside.size() > kMaxSetAside) request.problem = "too much is set aside";
  }

  static std::uint32_t offset_of(JsonValue value) {
    double most = kMaxTextBytes;
    return static_cast<std::uint32_t>(std::clamp(value.number(), 0.0, most));
  }

  static std::vector<SetAside> placed(const std::vector<Wish>& wishes, const Offsets& offsets) {
    std::vector<SetAside> all;
    for (const Wish& wish : wishes) {
      SetAside& one = all.emplace_back(wish.what);
      if (one.words) one.words = Span{offsets.byte_at(wish.start), offsets.byte_at(wish.end)};
    }
    return all;
  }

  Request read_request(std::string_view options, Diagnostics& diagnostics) const {
    Request request;
    auto tree = JsonTree::parse("options", options, kOptionLimits, diagnostics);
    if (!tree) {
      request.problem = "the options could not be read";
      return request;
    }
    JsonValue root = tree->root();
    read_choice<Genre>(root, "genre", kGenres, request.audit.genre, request.problem);
    read_choice<InputFormat>(root, "input", kInputFormats, request.reading.format, request.problem);
    read_choice<OffsetUnit>(root, "offsets", kOffsetUnits, request.json.unit, request.problem);
    if (auto value = root.find("template")) request.audit.is_template = value->boolean();
    read_set_aside(root, request);
    auto language = root.find("language");
    if (!language || language->text() == "auto") return request;
    request.reading.forced_language = std::string(language->text());
    auto profiles = packs_->profiles();
    bool has_pack = std::any_of(profiles.begin(), profiles.end(), [&](const auto& profile) {
      return profile.language == request.reading.forced_language;
    });
    if (!has_pack) request.problem = "no pack is loaded for this language";
    return request;
  }

  std::deque<Part> parts_;
  std::optional<PackSet> packs_;
  std::optional<Auditor> auditor_;  // of those packs, where they are
  std::string result_;
};

// The module is one core; JavaScript holds no handle to it.
Core& core() {
  static Core instance;
  return instance;
}

std::string_view bytes_at(const char* data, std::uint32_t size) {
  return size == 0 ? std::string_view() : std::string_view(data, size);
}

}  // namespace

}  // namespace unfeigned

extern "C" {

void* uf_alloc(std::uint32_t bytes) { return std::malloc(bytes == 0 ? 1 : bytes); }

void uf_free(void* pointer) { std::free(pointer); }

int uf_load_pack(const char* name, std::uint32_t name_size, const char* json,
                 std::uint32_t json_size) {
  using unfeigned::bytes_at;
  using unfeigned::core;
  return core().load_pack(bytes_at(name, name_size), bytes_at(json, json_size));
}

void uf_forget_pack(const char* name, std::uint32_t name_size) {
  unfeigned::core().forget_pack(unfeigned::bytes_at(name, name_size));
}

int uf_ready() { return unfeigned::core().make_ready(); }

int uf_audit(const char* options, std::uint32_t options_size, const char* text,
             std::uint32_t text_size) {
  using unfeigned::bytes_at;
  using unfeigned::core;
  return core().audit_text(bytes_at(options, options_size), bytes_at(text, text_size));
}

const char* uf_result() { return unfeigned::core().result().data(); }

std::uint32_t uf_result_size() {
  return static_cast<std::uint32_t>(unfeigned::core().result().size());
}

}  // extern "C"
