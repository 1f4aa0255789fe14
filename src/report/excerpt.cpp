#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "report/display_width.h"
#include "text/breaks.h"

namespace unfeigned {

namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
// A line of more bytes than this is looked at near the span only, so that a text of one line
// costs no more than one of many.
constexpr std::uint32_t kMaxLineBytes = 4096;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_inside_code_point(std::string_view text, std::uint32_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U;
}

struct Cluster {
  Span span;  // bytes of the line
  std::uint32_t cells = 0;
  std::string shown;
};

std::vector<Cluster> clusters_of(std::string_view line) {
  std::vector<std::uint32_t> ends;
  BreakFinder(BreakKind::Grapheme).find(line, ends);
  std::vector<Cluster> out;
  std::uint32_t begin = 0;
  for (std::uint32_t end : ends) {
    std::string shown = harmless(line.substr(begin, end - begin));
    auto cells = static_cast<std::uint32_t>(cluster_width(shown));
    out.push_back({{begin, end}, cells, std::move(shown)});
    begin = end;
  }
  return out;
}

std::uint32_t cells_of(const std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) {
  std::uint32_t cells = 0;
  for (std::size_t i = begin; i < end; ++i) cells += clusters[i].cells;
  return cells;
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Grows from the marked clusters to both sides in turn, until it is as wide as it may be.
Window window_around(const std::vector<Cluster>& clusters, Window marked, std::uint32_t width) {
  Window window = marked;
  std::uint32_t cells = cells_of(clusters, marked.begin, marked.end);
  while (window.end > window.begin + 1 && cells > width) cells -= clusters[--window.end].cells;
  bool can_grow = true;
  while (can_grow) {
    can_grow = false;
    if (window.begin > 0 && cells + clusters[window.begin - 1].cells <= width) {
      cells += clusters[--window.begin].cells;
      can_grow = true;
    }
    bool is_whole_span = window.end >= marked.end;
    if (is_whole_span && window.end < clusters.size() &&
        cells + clusters[window.end].cells <= width) {
      cells += clusters[window.end++].cells;
      can_grow = true;
    }
  }
  return window;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), begins_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (is_line_end(text[i]) && !is_pair) begins_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::uint32_t LineIndex::number_of(std::uint32_t offset) const {
  auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::uint32_t>(after - begins_.begin());
}

Span LineIndex::line_of(std::uint32_t offset) const {
  std::uint32_t begin = begins_[number_of(offset) - 1];
  std::size_t end = text_.find_first_of("\r\n", begin);
  return {begin, static_cast<std::uint32_t>(std::min(end, text_.size()))};
}

Excerpt make_excerpt(const LineIndex& lines, Span span, const ExcerptOptions& options) {
  std::string_view text = lines.text();
  Excerpt out;
  Span line = lines.line_of(span.begin);
  line.end = std::max(line.end, span.begin);
  out.line = lines.number_of(span.begin);
  bool is_cut_left = false;
  bool is_cut_right = false;
  // The column needs the line from its start; a line that is too long is counted in code points.
  std::uint32_t skipped = 0;
  while (span.begin - line.begin > kMaxLineBytes || is_inside_code_point(text, line.begin)) {
    if (!is_inside_code_point(text, line.begin)) ++skipped;
    ++line.begin;
    is_cut_left = true;
  }
  if (line.end - span.begin > kMaxLineBytes) {
    line.end = span.begin + kMaxLineBytes;
    while (is_inside_code_point(text, line.end)) --line.end;
    is_cut_right = true;
  }
  std::vector<Cluster> clusters = clusters_of(text.substr(line.begin, line.size()));

  Window marked;
  for (const Cluster& cluster : clusters) {
    if (line.begin + cluster.span.end <= span.begin) ++marked.begin;
    if (line.begin + cluster.span.begin < span.end) ++marked.end;
  }
  marked.end = std::max(marked.end, marked.begin);
  out.column = skipped + static_cast<std::uint32_t>(marked.begin) + 1;

  // Room for an ellipsis on both sides.
  Window window = window_around(clusters, marked, std::max(options.width, 4U) - 2);
  is_cut_left = is_cut_left || window.begin > 0;
  is_cut_right = is_cut_right || window.end < clusters.size();
  if (is_cut_left) out.text += kEllipsis;
  out.indent = (is_cut_left ? 1U : 0U) + cells_of(clusters, window.begin, marked.begin);
  std::size_t marked_end = std::min(marked.end, window.end);
  out.width = std::max(cells_of(clusters, marked.begin, marked_end), 1U);
  for (std::size_t i = window.begin; i < window.end; ++i) {
    if (i == marked.begin) out.marked.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += clusters[i].shown;
    if (i < marked_end) out.marked.end = static_cast<std::uint32_t>(out.text.size());
  }
  out.marked.end = std::max(out.marked.end, out.marked.begin);
  if (is_cut_right) out.text += kEllipsis;
  return out;
}

std::string harmless(std::string_view text) {
  std::string out;
  for (std::uint32_t offset = 0; offset < text.size();) {
    CodePoint at = code_point_at(text, offset);
    bool is_space = at.value == '\t' || at.value == '\n' || at.value == '\r' ||
                    at.value == 0x2028 || at.value == 0x2029;
    bool is_control = at.value < 0x20 || (at.value >= 0x7F && at.value < 0xA0);
    bool is_direction = (at.value >= 0x202A && at.value <= 0x202E) ||
                        (at.value >= 0x2066 && at.value <= 0x2069) || at.value == 0xFEFF;
    if (is_space) {
      out += ' ';
    } else if (is_control) {
      out += kReplacement;
    } else if (!is_direction) {
      out += text.substr(offset, at.size);
    }
    offset += at.size;
  }
  return out;
}

}  // namespace unfeigned
