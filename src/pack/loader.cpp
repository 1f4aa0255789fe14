#include "pack/loader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "pack/check.h"
#include "pack/fields.h"
#include "pack/fingerprint.h"
#include "pack/json_tree.h"
#include "pack/limits.h"
#include "pack/part.h"

namespace unfeigned {

namespace {

constexpr std::uint32_t kFormat = 1;
constexpr JsonLimits kPartLimits = {kMaxPartBytes, kMaxPartDepth, kMaxPartValues};

struct Part {
  std::string file;
  JsonValue root;
  std::optional<std::size_t> layer;  // index into the layers
};

std::string_view folder_of(std::string_view name) {
  std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
}

bool is_below(std::string_view file, std::string_view folder) {
  if (folder.empty()) return true;
  return file.size() > folder.size() && file.substr(0, folder.size()) == folder &&
         file[folder.size()] == '/';
}

// False when the file is of no use at all.
bool check_format(JsonValue root, Diagnostics& diagnostics) {
  if (!expect(root, JsonKind::Object, diagnostics)) return false;
  auto format = require(root, "format", diagnostics);
  if (!format) return true;
  if (!expect(*format, JsonKind::Number, diagnostics)) return true;
  if (format->number() == kFormat) return true;
  diagnostics.error(format->place(), "The format " + std::string(format->text()) +
                                         " is not supported; this version reads format " +
                                         std::to_string(kFormat) + ".");
  return false;
}

// A file that brings nothing but samples, or nothing yet, needs no pack to belong to.
bool needs_pack(JsonValue root) {
  std::vector<JsonValue> members = root.children();
  return std::any_of(members.begin(), members.end(), [](JsonValue member) {
    std::string_view key = member.key();
    return key != "$schema" && key != "format" && key != "samples";
  });
}

bool is_language(std::string_view tag) {
  std::size_t primary = std::min(tag.find('-'), tag.size());
  return primary >= 2 && primary <= 3 && is_kebab(tag);
}

Layer read_manifest(JsonValue json, Diagnostics& diagnostics) {
  Layer layer;
  layer.place = json.place();
  if (!expect(json, JsonKind::Object, diagnostics)) return layer;
  check_keys(json, {"id", "language", "name", "version"}, diagnostics);
  layer.id = read_required_text(json, "id", diagnostics);
  layer.language = read_required_text(json, "language", diagnostics);
  layer.name = read_required_text(json, "name", diagnostics);
  layer.version = read_required_text(json, "version", diagnostics);
  if (!layer.id.empty() && !is_kebab(layer.id)) {
    diagnostics.error(json.find("id")->place(), "A pack id must be lower-case words with hyphens.");
  }
  if (!layer.language.empty() && !is_language(layer.language)) {
    diagnostics.error(json.find("language")->place(),
                      "A language must be a BCP 47 tag in lower case, such as \"en\".");
  }
  return layer;
}

class Loading {
 public:
  Loading(const LoadOptions& options, Diagnostics& diagnostics)
      : options_(options), diagnostics_(diagnostics) {}

  void parse(std::span<const PackFile> files) {
    for (const PackFile& file : files) {
      auto tree = JsonTree::parse(file.name, file.bytes, kPartLimits, diagnostics_);
      if (!tree) continue;
      trees_.push_back(std::move(*tree));
      JsonValue root = trees_.back().root();
      if (!root.is(JsonKind::Array)) {
        add_part(file, root);
        continue;
      }
      for (JsonValue part : root.children()) add_part(file, part);
    }
  }

  void read_layers() {
    for (Part& part : parts_) {
      if (!part.layer) part.layer = find_layer(part);
      if (!part.layer) continue;
      Layer& layer = layers_[*part.layer];
      if (!layer.language.empty()) read_part(part.root, layer, diagnostics_);
    }
    for (Layer& layer : layers_) hand_out_examples(layer, diagnostics_);
  }

  // One layer a language, with all packs of it laid upon each other.
  std::map<std::string, Layer> merge_layers(LoadedPacks& loaded) {
    std::map<std::string, Layer> merged;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
      if (layers_[i].language.empty() || layers_[i].id.empty() || is_replaced(i)) continue;
      Layer& later = layers_[i];
      LoadedLayer told{later.place.file, later.id, later.language, later.name, later.version, {}};
      told.rules = merge(merged[told.language], std::move(later), diagnostics_);
      loaded.layers.push_back(std::move(told));
    }
    loaded.samples = std::move(samples_);
    return merged;
  }

  LoadPurpose purpose() const { return options_.purpose; }

 private:
  void add_part(const PackFile& file, JsonValue root) {
    if (!check_format(root, diagnostics_)) return;
    if (auto samples = root.find("samples")) read_samples(*samples, samples_, diagnostics_);
    if (!needs_pack(root)) return;
    Part part{std::string(file.name), root, std::nullopt};
    if (auto manifest = root.find("pack")) {
      Layer layer = read_manifest(*manifest, diagnostics_);
      part.layer = layers_.size();
      layers_.push_back(std::move(layer));
    }
    parts_.push_back(std::move(part));
  }

  // The manifest in the nearest folder above the file.
  std::optional<std::size_t> find_layer(const Part& part) {
    std::optional<std::size_t> best;
    bool is_ambiguous = false;
    for (const Part& other : parts_) {
      if (!other.root.find("pack") || !is_below(part.file, folder_of(other.file))) continue;
      std::size_t depth = folder_of(other.file).size();
      std::size_t best_depth = best ? folder_of(manifest_file_[*best]).size() : 0;
      if (best && depth < best_depth) continue;
      is_ambiguous = best && depth == best_depth;
      best = other.layer;
      manifest_file_[*best] = other.file;
    }
    SourcePlace place = part.root.place();
    if (!best) {
      diagnostics_.error(place,
                         "This part belongs to no pack: no file in its folder or above has "
                         "\"pack\"; add it.");
    } else if (is_ambiguous) {
      diagnostics_.error(place,
                         "This part could belong to several packs of its folder; give it "
                         "a \"pack\" of its own or a folder of its own.");
      return std::nullopt;
    }
    return best;
  }

  // A later pack with the same id takes the place of this one; two in one folder are a mistake.
  bool is_replaced(std::size_t i) {
    for (std::size_t later = i + 1; later < layers_.size(); ++later) {
      const Layer& a = layers_[i];
      const Layer& b = layers_[later];
      if (a.id != b.id || a.language != b.language) continue;
      if (folder_of(a.place.file) == folder_of(b.place.file)) {
        diagnostics_.error(b.place, "The pack \"" + b.id + "\" is already described at " +
                                        where(a.place) + "; keep one \"pack\".");
      }
      return true;
    }
    return false;
  }

  LoadOptions options_;
  Diagnostics& diagnostics_;
  std::vector<JsonTree> trees_;  // what the parts are views of
  std::vector<Part> parts_;
  std::vector<Layer> layers_;
  std::vector<Sample> samples_;
  std::map<std::size_t, std::string> manifest_file_;
};

// Sums, so that neither the order of entries nor their spread over files matters.
std::uint64_t meaning_of(const Layer& layer) {
  std::uint64_t sum = 0;
  if (layer.profile) sum += layer.profile->meaning;
  if (layer.common_words) sum += layer.common_words->meaning;
  for (const auto& [id, lexicon] : layer.lexicons) sum += lexicon.meaning;
  for (const auto& [id, label] : layer.slots) sum += label.meaning;
  for (const auto& cue : layer.cues) sum += cue ? cue->meaning : 0;
  for (const auto& evidence : layer.evidence) sum += evidence ? evidence->meaning : 0;
  for (const auto& component : layer.components) sum += component ? component->meaning : 0;
  sum += layer.genre_meaning + layer.ask_meaning;
  for (const RuleEntry& entry : layer.rules) {
    bool is_out = entry.rule.status == RuleStatus::Off || entry.rule.status == RuleStatus::Retired;
    sum += is_out ? 0 : entry.meaning;
  }
  return sum;
}

Pack to_pack(Layer& layer) {
  Pack pack;
  pack.id = layer.id;
  pack.name = layer.name;
  pack.version = layer.version;
  pack.fingerprint = to_hex(meaning_of(layer));
  if (layer.profile) pack.profile = std::move(layer.profile->value);
  pack.profile.language = layer.language;
  if (layer.common_words) pack.common_words = std::move(layer.common_words->value);
  for (auto& [id, lexicon] : layer.lexicons) {
    auto& entries = pack.lexicons[id];
    for (PatternSource& entry : lexicon.value) entries.push_back(std::move(entry.notation));
  }
  for (std::size_t i = 0; i < layer.cues.size(); ++i) {
    if (layer.cues[i]) pack.cues[i] = std::move(layer.cues[i]->value);
  }
  for (std::size_t i = 0; i < layer.evidence.size(); ++i) {
    if (layer.evidence[i]) pack.evidence[i] = std::move(layer.evidence[i]->value);
  }
  for (std::size_t i = 0; i < layer.components.size(); ++i) {
    if (layer.components[i]) pack.components[i] = std::move(layer.components[i]->value);
  }
  pack.genre_cues = std::move(layer.genre_cues);
  pack.asks = std::move(layer.asks);
  for (auto& [id, label] : layer.slots) pack.slots[id] = std::move(label.value);
  for (RuleEntry& entry : layer.rules) pack.rules.push_back(std::move(entry.rule));
  return pack;
}

}  // namespace

LoadedPacks load_packs(std::span<const PackFile> files, const LoadOptions& options,
                       Diagnostics& diagnostics) {
  Loading loading(options, diagnostics);
  loading.parse(files);
  loading.read_layers();
  LoadedPacks loaded;
  std::map<std::string, Layer> merged = loading.merge_layers(loaded);

  std::vector<LanguageProfile> profiles;
  for (const auto& [language, layer] : merged) {
    if (layer.profile) profiles.push_back(layer.profile->value);
  }
  for (auto& [language, layer] : merged) {
    check_layer(layer, profiles, loading.purpose(), diagnostics, loaded.surprises);
    for (RuleEntry& entry : layer.rules) {
      RuleStatus status = entry.rule.status;
      if (status == RuleStatus::Off || status == RuleStatus::Retired) continue;
      std::move(entry.examples.begin(), entry.examples.end(), std::back_inserter(loaded.examples));
    }
    loaded.packs.push_back(to_pack(layer));
  }
  return loaded;
}

}  // namespace unfeigned
