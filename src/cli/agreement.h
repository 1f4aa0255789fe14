// How far two judges of the same passages agree: the labels of a team and the findings of the tool.
// Pure arithmetic over counts: no text, no pack, no file. A figure whose denominator is zero is
// absent; it is never taken for 0 or 1.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/enum_table.h"
#include "base/span.h"

namespace unfeigned::cli {

// One passage that both have judged. Lengths are in code points.
struct RatedPassage {
  std::string language;
  bool is_labelled = false;  // the team marks it
  bool is_flagged = false;   // the tool marks it
  // Whether the team says where. A passage that is labelled as a whole takes no part in the figures
  // about spans.
  bool has_places = true;
  std::uint32_t findings = 0;
  std::uint32_t right = 0;   // findings that overlap a labelled span
  std::uint32_t labels = 0;  // labelled spans
  std::uint32_t found = 0;   // labelled spans that a finding overlaps
  std::uint32_t finding_length = 0;
  std::uint32_t label_length = 0;
  std::uint32_t shared_length = 0;
  std::uint64_t word_eighths = 0;  // a word is eight, a Han character five, as in the score
};

enum class Measure : std::uint8_t {
  PassagePrecision,
  PassageRecall,
  PassageF1,
  SpanPrecision,
  SpanRecall,
  SpanF1,
  OverlapF1,        // by characters, the mean over passages with a finding or a labelled span
  Kappa,            // Cohen's, of flagged against labelled
  FalsePerThousand  // findings per 1,000 words of passages that are not labelled
};
inline constexpr std::array kMeasures = {
    EnumRow<Measure>{Measure::PassagePrecision, "passage_precision"},
    EnumRow<Measure>{Measure::PassageRecall, "passage_recall"},
    EnumRow<Measure>{Measure::PassageF1, "passage_f1"},
    EnumRow<Measure>{Measure::SpanPrecision, "span_precision"},
    EnumRow<Measure>{Measure::SpanRecall, "span_recall"},
    EnumRow<Measure>{Measure::SpanF1, "span_f1"},
    EnumRow<Measure>{Measure::OverlapF1, "overlap_f1"},
    EnumRow<Measure>{Measure::Kappa, "kappa"},
    EnumRow<Measure>{Measure::FalsePerThousand, "false_per_1000_words"},
};
static_assert(is_dense(kMeasures));

using Figures = std::array<std::optional<double>, kMeasures.size()>;

struct Interval {
  double low = 0;
  double high = 0;
};
using Intervals = std::array<std::optional<Interval>, kMeasures.size()>;

inline constexpr std::uint32_t kResamples = 1000;

Figures figures_of(std::span<const RatedPassage> passages);

// Percentile bootstrap over passages, 95 %. The same passages in the same order and the same seed
// give the same intervals on every machine. Resamples in which a figure is absent are left out of
// its interval.
Intervals bootstrap(std::span<const RatedPassage> passages, std::uint64_t seed);

// The spans in order, those that overlap or touch as one.
std::vector<CodePointSpan> united(std::vector<CodePointSpan> spans);
std::uint32_t length_of(std::span<const CodePointSpan> united_spans);
std::uint32_t shared_length(std::span<const CodePointSpan> a, std::span<const CodePointSpan> b);

// "0.833", "-0.120": rounded to so many figures after the point.
std::string decimal(double value, std::uint32_t places);

}  // namespace unfeigned::cli
