#include "cli/evaluation.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "report/excerpt.h"
#include "report/json.h"
#include "report/json_writer.h"
#include "report/version.h"

namespace unfeigned::cli {

namespace {

constexpr std::uint32_t kTextPlaces = 3;
constexpr std::uint32_t kJsonPlaces = 4;
constexpr std::string_view kNoCategory = "(none)";

struct Group {
  std::string language;  // empty: all
  std::size_t passages = 0;
  std::size_t labelled = 0;
  std::size_t flagged = 0;
  Figures figures;
  Intervals intervals;
};

Group make_group(std::string language, std::span<const RatedPassage> passages, std::uint64_t seed) {
  Group group;
  group.language = std::move(language);
  group.passages = passages.size();
  for (const RatedPassage& passage : passages) {
    group.labelled += passage.is_labelled ? 1 : 0;
    group.flagged += passage.is_flagged ? 1 : 0;
  }
  group.figures = figures_of(passages);
  group.intervals = bootstrap(passages, seed);
  return group;
}

// All passages, then those of each language.
std::vector<Group> groups_of(const Evaluation& evaluation) {
  std::vector<Group> groups = {make_group("", evaluation.passages, evaluation.seed)};
  std::set<std::string> languages;
  for (const RatedPassage& passage : evaluation.passages) languages.insert(passage.language);
  for (const std::string& language : languages) {
    std::vector<RatedPassage> own;
    std::copy_if(evaluation.passages.begin(), evaluation.passages.end(), std::back_inserter(own),
                 [&](const RatedPassage& passage) { return passage.language == language; });
    groups.push_back(make_group(language, own, evaluation.seed));
  }
  return groups;
}

std::string_view words_of(Measure measure) {
  switch (measure) {
    case Measure::PassagePrecision:
      return "precision by passage";
    case Measure::PassageRecall:
      return "recall by passage";
    case Measure::PassageF1:
      return "F1 by passage";
    case Measure::SpanPrecision:
      return "precision by span";
    case Measure::SpanRecall:
      return "recall by span";
    case Measure::SpanF1:
      return "F1 by span";
    case Measure::OverlapF1:
      return "mean overlap F1";
    case Measure::Kappa:
      return "Cohen's kappa";
    case Measure::FalsePerThousand:
      break;
  }
  return "false per 1,000 words";
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string text_of(const Group& group) {
  constexpr std::size_t kNameWidth = 24;
  constexpr std::size_t kFigureWidth = 8;
  std::string out =
      (group.language.empty() ? "All" : group.language) + ": " + std::to_string(group.passages) +
      (group.passages == 1 ? " passage, " : " passages, ") + std::to_string(group.labelled) +
      " labelled, " + std::to_string(group.flagged) + " flagged\n";
  for (const auto& row : kMeasures) {
    auto m = static_cast<std::size_t>(row.value);
    out += "  " + padded(std::string(words_of(row.value)), kNameWidth);
    const auto& figure = group.figures[m];
    out += right_aligned(figure ? decimal(*figure, kTextPlaces) : "-", kFigureWidth);
    if (figure && group.intervals[m]) {
      out += "   " + decimal(group.intervals[m]->low, kTextPlaces) + " to " +
             decimal(group.intervals[m]->high, kTextPlaces);
    }
    out += '\n';
  }
  return out + '\n';
}

std::string table_row(const std::string& name, std::initializer_list<std::size_t> counts) {
  constexpr std::size_t kNameWidth = 28;
  constexpr std::size_t kCountWidth = 9;
  std::string out = "  " + padded(name, kNameWidth);
  for (std::size_t count : counts) out += right_aligned(std::to_string(count), kCountWidth);
  return out + '\n';
}

std::string name_of_category(const std::string& category) {
  return category.empty() ? std::string(kNoCategory) : harmless(category);
}

std::string categories_text(const Evaluation& evaluation) {
  std::string out = "Findings by category            findings    right    wrong\n";
  for (const auto& [category, counts] : evaluation.findings) {
    out += table_row(category, {counts.right + counts.wrong, counts.right, counts.wrong});
  }
  out += "\nLabels by category                labels    found   missed\n";
  for (const auto& [category, counts] : evaluation.labels) {
    out += table_row(name_of_category(category),
                     {counts.found + counts.missed, counts.found, counts.missed});
  }
  return out + '\n';
}

std::string list_text(std::string_view heading, const Disagreements& list) {
  std::string out(heading);
  out += ": " + std::to_string(list.count()) + '\n';
  for (const Disagreement& one : list.kept()) {
    out += "  " + harmless(one.id) + ' ' + harmless(one.language) + ' ' +
           name_of_category(one.kind) + ": \"" + harmless(one.words) + "\"\n";
  }
  if (list.count() > list.kept().size()) {
    out += "  and " + std::to_string(list.count() - list.kept().size()) + " more\n";
  }
  return out;
}

void write_figure(JsonWriter& out, const std::optional<double>& figure) {
  if (figure) {
    out.raw(decimal(*figure, kJsonPlaces));
  } else {
    out.null();
  }
}

void write_count(JsonWriter& out, std::string_view key, std::size_t count) {
  out.key(key);
  out.number(static_cast<std::int64_t>(count));
}

void write_group(JsonWriter& out, const Group& group) {
  out.begin_object();
  out.key("language");
  if (group.language.empty()) {
    out.null();
  } else {
    out.string(group.language);
  }
  write_count(out, "passages", group.passages);
  write_count(out, "labelled", group.labelled);
  write_count(out, "flagged", group.flagged);
  for (const auto& row : kMeasures) {
    const auto& interval = group.intervals[static_cast<std::size_t>(row.value)];
    out.key(row.id);
    out.begin_object();
    out.key("value");
    write_figure(out, group.figures[static_cast<std::size_t>(row.value)]);
    out.key("low");
    write_figure(out, interval ? std::optional(interval->low) : std::nullopt);
    out.key("high");
    write_figure(out, interval ? std::optional(interval->high) : std::nullopt);
    out.end_object();
  }
  out.end_object();
}

void write_categories(JsonWriter& out, const Evaluation& evaluation) {
  out.key("categories");
  out.begin_array();
  for (const auto& [category, counts] : evaluation.findings) {
    out.begin_object();
    out.key("category");
    out.string(category);
    write_count(out, "findings", counts.right + counts.wrong);
    write_count(out, "right", counts.right);
    write_count(out, "wrong", counts.wrong);
    out.end_object();
  }
  out.end_array();
  out.key("label_categories");
  out.begin_array();
  for (const auto& [category, counts] : evaluation.labels) {
    out.begin_object();
    out.key("category");
    out.string(category);
    write_count(out, "labels", counts.found + counts.missed);
    write_count(out, "found", counts.found);
    write_count(out, "missed", counts.missed);
    out.end_object();
  }
  out.end_array();
}

void write_list(JsonWriter& out, std::string_view key, std::string_view kind,
                const Disagreements& list) {
  out.key(key);
  out.begin_object();
  write_count(out, "count", list.count());
  out.key("shown");
  out.begin_array();
  for (const Disagreement& one : list.kept()) {
    out.begin_object();
    out.key("id");
    out.raw(one.id);
    out.key("language");
    out.string(one.language);
    out.key(kind);
    out.string(one.kind);
    out.key("words");
    out.string(one.words);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

}  // namespace

std::string render_text(const Evaluation& evaluation) {
  std::string out = "Intervals: 95 %, " + std::to_string(kResamples) + " resamples, seed " +
                    std::to_string(evaluation.seed) + ".\n\n";
  for (const Group& group : groups_of(evaluation)) out += text_of(group);
  out += categories_text(evaluation);
  out += list_text("Missed", evaluation.misses);
  return out + '\n' + list_text("False alarms", evaluation.false_alarms);
}

std::string render_json(const Evaluation& evaluation) {
  std::vector<Group> groups = groups_of(evaluation);
  JsonWriter out;
  out.begin_object();
  out.key("schema_version");
  out.number(kSchemaVersion);
  out.key("tool");
  out.begin_object();
  out.key("name");
  out.string("unfeigned");
  out.key("version");
  out.string(kVersion);
  out.end_object();
  out.key("seed");
  // As a string: a reader of JSON may hold numbers as doubles.
  out.string(std::to_string(evaluation.seed));
  out.key("resamples");
  out.number(kResamples);
  out.key("overall");
  write_group(out, groups.front());
  out.key("languages");
  out.begin_array();
  for (std::size_t i = 1; i < groups.size(); ++i) write_group(out, groups[i]);
  out.end_array();
  write_categories(out, evaluation);
  write_list(out, "misses", "category", evaluation.misses);
  write_list(out, "false_alarms", "rule", evaluation.false_alarms);
  out.end_object();
  return out.take() + '\n';
}

}  // namespace unfeigned::cli
