#include "cli/agreement.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/generator.h"

namespace unfeigned::cli {

namespace {

std::optional<double> ratio(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

// What every figure is made of; passages are added one by one, so a resample needs no copy.
class Sums {
 public:
  void add(const RatedPassage& passage) {
    both_ += passage.is_labelled && passage.is_flagged ? 1 : 0;
    labelled_ += passage.is_labelled ? 1 : 0;
    flagged_ += passage.is_flagged ? 1 : 0;
    ++passages_;
    if (!passage.is_labelled) {
      false_findings_ += passage.findings;
      clean_eighths_ += static_cast<double>(passage.word_eighths);
    }
    if (!passage.has_places) return;
    findings_ += passage.findings;
    right_ += passage.right;
    labels_ += passage.labels;
    found_ += passage.found;
    double lengths = double{1} * passage.finding_length + passage.label_length;
    if (lengths == 0) return;
    overlap_ += 2.0 * passage.shared_length / lengths;
    ++overlapped_;
  }

  Figures figures() const {
    Figures all;
    auto at = [&all](Measure measure) -> auto& { return all[static_cast<std::size_t>(measure)]; };
    at(Measure::PassagePrecision) = ratio(both_, flagged_);
    at(Measure::PassageRecall) = ratio(both_, labelled_);
    at(Measure::PassageF1) = ratio(2 * both_, flagged_ + labelled_);
    at(Measure::SpanPrecision) = ratio(right_, findings_);
    at(Measure::SpanRecall) = ratio(found_, labels_);
    at(Measure::SpanF1) = span_f1();
    at(Measure::OverlapF1) = ratio(overlap_, overlapped_);
    at(Measure::Kappa) = kappa();
    constexpr double kEighthsOfThousandWords = 8000;
    at(Measure::FalsePerThousand) =
        ratio(false_findings_ * kEighthsOfThousandWords, clean_eighths_);
    return all;
  }

 private:
  // Several findings may share one label, so this is the mean of the two ratios and no count of
  // pairs. Absent only where there is neither a finding nor a label.
  std::optional<double> span_f1() const {
    if (findings_ + labels_ == 0) return std::nullopt;
    double precision = ratio(right_, findings_).value_or(0);
    double recall = ratio(found_, labels_).value_or(0);
    return ratio(2 * precision * recall, precision + recall).value_or(0);
  }

  // Absent where chance alone gives full agreement.
  std::optional<double> kappa() const {
    if (passages_ == 0) return std::nullopt;
    double agreed = passages_ - labelled_ - flagged_ + 2 * both_;
    double by_chance = labelled_ * flagged_ + (passages_ - labelled_) * (passages_ - flagged_);
    return ratio(agreed * passages_ - by_chance, passages_ * passages_ - by_chance);
  }

  // Whole numbers all but one; doubles hold them exactly.
  double passages_ = 0;
  double labelled_ = 0;
  double flagged_ = 0;
  double both_ = 0;
  double findings_ = 0;
  double right_ = 0;
  double labels_ = 0;
  double found_ = 0;
  double overlap_ = 0;
  double overlapped_ = 0;
  double false_findings_ = 0;
  double clean_eighths_ = 0;
};

}  // namespace

Figures figures_of(std::span<const RatedPassage> passages) {
  Sums sums;
  for (const RatedPassage& passage : passages) sums.add(passage);
  return sums.figures();
}

Intervals bootstrap(std::span<const RatedPassage> passages, std::uint64_t seed) {
  std::array<std::vector<double>, kMeasures.size()> values;
  Generator generator(seed);
  for (std::uint32_t i = 0; i < kResamples; ++i) {
    Sums sums;
    for (std::size_t k = 0; k < passages.size(); ++k) {
      sums.add(passages[generator.below(passages.size())]);
    }
    Figures figures = sums.figures();
    for (std::size_t m = 0; m < figures.size(); ++m) {
      if (figures[m]) values[m].push_back(*figures[m]);
    }
  }
  Intervals intervals;
  for (std::size_t m = 0; m < values.size(); ++m) {
    if (values[m].empty()) continue;
    std::sort(values[m].begin(), values[m].end());
    // One value in forty is left out on either side.
    std::size_t left_out = values[m].size() / 40;
    intervals[m] = Interval{values[m][left_out], values[m][values[m].size() - 1 - left_out]};
  }
  return intervals;
}

std::vector<CodePointSpan> united(std::vector<CodePointSpan> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<CodePointSpan> out;
  for (CodePointSpan span : spans) {
    if (out.empty() || span.begin > out.back().end) {
      out.push_back(span);
    } else {
      out.back().end = std::max(out.back().end, span.end);
    }
  }
  return out;
}

std::uint32_t length_of(std::span<const CodePointSpan> united_spans) {
  std::uint32_t length = 0;
  for (CodePointSpan span : united_spans) length += span.size();
  return length;
}

std::uint32_t shared_length(std::span<const CodePointSpan> a, std::span<const CodePointSpan> b) {
  std::uint32_t length = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    std::uint32_t begin = std::max(a[i].begin, b[k].begin);
    std::uint32_t end = std::min(a[i].end, b[k].end);
    if (begin < end) length += end - begin;
    ++(a[i].end < b[k].end ? i : k);
  }
  return length;
}

std::string decimal(double value, std::uint32_t places) {
  long long scaled = std::llround(value * std::pow(10.0, places));
  std::string figures = std::to_string(std::llabs(scaled));
  std::string out = scaled < 0 ? "-" : "";
  if (figures.size() <= places) figures = std::string(places + 1 - figures.size(), '0') + figures;
  out += figures.substr(0, figures.size() - places);
  if (places == 0) return out;
  out += '.';
  return out + figures.substr(figures.size() - places);
}

}  // namespace unfeigned::cli
