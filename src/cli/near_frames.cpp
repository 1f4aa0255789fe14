#include "cli/near_frames.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "base/diagnostic.h"
#include "text/tokenizer.h"

namespace unfeigned::cli {

namespace {

// So many patterns, those with the most parts in the sentence, are looked at closely.
constexpr std::size_t kMostCandidates = 40;

bool is_beside(char first) { return first == '~' || first == '['; }

// Ends behind the bracket that opens at `at`, or behind the word that begins there.
std::size_t end_of_part(std::string_view notation, std::size_t at) {
  std::size_t depth = 0;
  for (; at < notation.size(); ++at) {
    char c = notation[at];
    bool is_open = c == '(' || c == '[';
    bool is_close = c == ')' || c == ']';
    if (depth == 0 && (c == ' ' || c == '|')) return at;
    depth += is_open ? 1 : 0;
    depth -= is_close && depth > 0 ? 1 : 0;
    if (is_close && depth == 0) return at + 1;
  }
  return at;
}

std::string joined(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += (out.empty() ? "" : " ") + parts[i];
  return out;
}

// The part without the gaps and optional parts before it: what must stand somewhere.
std::string core_of(const std::string& part) {
  std::size_t at = 0;
  while (at < part.size() && (part[at] == ' ' || part[at] == '^' || is_beside(part[at]))) {
    at = is_beside(part[at]) ? end_of_part(part, at) : at + 1;
  }
  return part.substr(at);
}

// Parts of the commonest words, and signs, say less than others.
constexpr std::size_t kLight = 1;
constexpr std::size_t kHeavy = 3;

std::size_t weight_of(const std::string& core, const std::set<std::string_view>& common) {
  constexpr std::string_view kSigns = " ()[]|^~#@%*";
  for (std::size_t at = 0; at < core.size();) {
    std::size_t end = std::min(core.find_first_of(kSigns, at), core.size());
    bool is_lexicon = at > 0 && core[at - 1] == '%';
    std::string_view word = std::string_view(core).substr(at, end - at);
    bool is_word = word.size() > 1 && (at == 0 || core[at - 1] != '@');
    if (is_lexicon || (is_word && !common.contains(word))) return kHeavy;
    at = end + 1;
  }
  return kLight;
}

// A run of a frame's parts, as a pattern of its own.
struct Run {
  std::size_t frame = 0;
  std::size_t size = 0;
  bool is_ending = false;
};

}  // namespace

std::vector<std::vector<std::string>> parts_of(std::string_view notation) {
  std::vector<std::vector<std::string>> all(1);
  std::string pending;  // what stays with the next part
  auto finish = [&] {
    if (!pending.empty() && !all.back().empty()) all.back().back() += ' ' + pending;
    pending.clear();
  };
  for (std::size_t at = 0; at < notation.size();) {
    if (notation[at] == ' ') {
      ++at;
      continue;
    }
    if (notation[at] == '|') {
      finish();
      all.emplace_back();
      ++at;
      continue;
    }
    std::size_t end = notation[at] == '^' ? at + 1 : end_of_part(notation, at);
    std::string text(notation.substr(at, end - at));
    if (!pending.empty()) pending += ' ';
    pending += text;
    const bool is_alone = !is_beside(text[0]) && text != "^";
    if (is_alone) all.back().push_back(std::exchange(pending, {}));
    at = end;
  }
  finish();
  return all;
}

NearFrames::NearFrames(const PackSet& packs) : packs_(packs) {
  WordCutter cutter(packs.profiles());
  for (const CompiledPack& compiled : packs.packs()) {
    PackFrames& own = by_pack_.emplace_back();
    std::set<std::string_view> common(compiled.pack.common_words.begin(),
                                      compiled.pack.common_words.end());
    common.insert(compiled.pack.profile.function_words.begin(),
                  compiled.pack.profile.function_words.end());
    std::map<std::string, std::uint32_t> indices;
    std::vector<PatternSource> sources;
    for (const Rule& rule : compiled.pack.rules) {
      if (rule.status != RuleStatus::Stable && rule.status != RuleStatus::Preview) continue;
      for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
        for (std::vector<std::string>& parts : parts_of(rule.patterns[i].notation)) {
          Frame frame{&rule, i, std::move(parts), {}, {}, 0};
          for (const std::string& part : frame.parts) {
            auto [at, is_new] =
                indices.try_emplace(core_of(part), static_cast<std::uint32_t>(sources.size()));
            if (is_new) sources.push_back({at->first, {}});
            frame.indices.push_back(at->second);
            frame.weights.push_back(weight_of(at->first, common));
            frame.weight += frame.weights.back();
          }
          own.frames.push_back(std::move(frame));
        }
      }
    }
    Diagnostics ignored;  // a part such as "-(a)" is no pattern by itself, and never found
    own.parts = PatternReader(compiled.pack, cutter).compile(sources, ignored);
  }
}

// Those of which more than a half stands somewhere in the sentence, by weight; the fullest first.
std::vector<const NearFrames::Frame*> NearFrames::candidates(
    const Document& document, std::uint32_t sentence, const std::set<const Rule*>& without) const {
  const PackFrames& own = by_pack_[document.sentences()[sentence].language.value];
  std::vector<bool> is_there(own.parts.size(), false);
  std::vector<std::uint32_t> sentences = {sentence};
  for (const Match& match : own.parts.find(document, sentences, nullptr)) {
    is_there[match.pattern.index()] = true;
  }
  std::vector<std::pair<std::size_t, const Frame*>> rated;  // per-mille of the weight
  for (const Frame& frame : own.frames) {
    if (without.contains(frame.rule) || frame.parts.size() < 2) continue;
    std::size_t found = 0;
    for (std::size_t i = 0; i < frame.indices.size(); ++i) {
      found += is_there[frame.indices[i]] ? frame.weights[i] : 0;
    }
    if (found * 2 > frame.weight) rated.emplace_back(found * 1000 / frame.weight, &frame);
  }
  std::stable_sort(rated.begin(), rated.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  rated.resize(std::min(rated.size(), kMostCandidates));
  std::vector<const Frame*> frames;
  frames.reserve(rated.size());
  for (const auto& [rate, frame] : rated) frames.push_back(frame);
  return frames;
}

std::size_t NearFrames::weight_of_run(const Frame& frame, std::size_t size, bool is_ending) {
  auto first = frame.weights.begin();
  if (is_ending) first += static_cast<std::ptrdiff_t>(frame.weights.size() - size);
  return std::accumulate(first, first + static_cast<std::ptrdiff_t>(size), std::size_t{0});
}

// The longest run of each frame; frames without any are left out, the nearest come first.
std::vector<NearFrame> NearFrames::nearest_of(const std::vector<const Frame*>& frames,
                                              const Document& document,
                                              std::uint32_t sentence) const {
  std::vector<Run> runs;
  std::vector<PatternSource> sources;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const std::vector<std::string>& parts = frames[i]->parts;
    for (std::size_t size = 1; size < parts.size(); ++size) {
      runs.push_back({i, size, false});
      sources.push_back({joined(parts, 0, size), {}});
      runs.push_back({i, size, true});
      std::size_t begin = parts.size() - size;
      sources.push_back(
          {core_of(parts[begin]) + (size > 1 ? " " : "") + joined(parts, begin + 1, parts.size()),
           {}});
    }
  }
  const Pack& pack = packs_.packs()[document.sentences()[sentence].language.value].pack;
  WordCutter cutter(packs_.profiles());
  Diagnostics ignored;
  PatternSet set = PatternReader(pack, cutter).compile(sources, ignored);
  std::vector<std::uint32_t> sentences = {sentence};
  std::vector<std::optional<std::pair<Run, TokenSpan>>> best(frames.size());
  for (const Match& match : set.find(document, sentences, nullptr)) {
    const Run& run = runs[match.pattern.index()];
    auto& own = best[run.frame];
    if (!own || run.size > own->first.size) own = std::pair(run, match.tokens);
  }
  std::vector<std::pair<std::size_t, NearFrame>> found;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const std::vector<std::string>& parts = frames[i]->parts;
    if (!best[i]) continue;
    const Run& run = best[i]->first;
    std::size_t weight = weight_of_run(*frames[i], run.size, run.is_ending);
    // A few words of many say nothing.
    if (weight * 2 <= frames[i]->weight) continue;
    const std::string& missing =
        run.is_ending ? parts[parts.size() - run.size - 1] : parts[run.size];
    found.emplace_back(
        weight * 1000 / frames[i]->weight,
        NearFrame{frames[i]->rule, frames[i]->part, best[i]->second, run.is_ending, missing});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<NearFrame> out;
  out.reserve(found.size());
  for (auto& [rate, frame] : found) out.push_back(std::move(frame));
  return out;
}

std::vector<NearFrame> NearFrames::find(const Document& document, std::uint32_t sentence,
                                        const std::set<const Rule*>& without,
                                        std::size_t count) const {
  if (!document.sentences()[sentence].language.is_known()) return {};
  std::set<const Rule*> seen;
  std::vector<NearFrame> out;
  for (NearFrame& frame : nearest_of(candidates(document, sentence, without), document, sentence)) {
    if (out.size() < count && seen.insert(frame.rule).second) out.push_back(std::move(frame));
  }
  return out;
}

}  // namespace unfeigned::cli
