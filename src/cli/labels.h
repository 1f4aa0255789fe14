// What a team says of its texts: the lines of LABELS of `unfeigned eval`, read, checked and laid on
// their texts. It audits nothing; a line that cannot be used is told and left out.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/offsets.h"

namespace unfeigned::cli {

// Tells what is wrong with the lines of one file, and counts it.
class LineProblems {
 public:
  explicit LineProblems(std::string file);
  void tell(std::uint64_t line, std::string_view problem);
  std::uint64_t count() const { return count_; }

 private:
  std::string file_;
  std::uint64_t count_ = 0;
};

// Calls `take` with the number of each line that is not blank, and the line. False when the file,
// or standard input for "-", cannot be read to its end; that is told.
bool for_each_line(const std::string& path, LineProblems& problems,
                   const std::function<void(std::uint64_t, std::string)>& take);

struct LabelSpan {
  std::uint32_t begin = 0;  // in the unit of the file
  std::uint32_t end = 0;
  std::string category;  // empty when there is none
};

struct Label {
  std::uint64_t line = 0;
  std::optional<std::string> language;
  bool is_marked = false;  // has a span, or a verdict other than "clean"
  std::vector<LabelSpan> spans;
  std::uint64_t text_line = 0;  // of TEXTS; 0 as long as none has come
};

// By id, as JSON writes it: "7" and 7 are two.
using Labels = std::map<std::string, Label>;

bool read_labels(const std::string& path, Labels& labels, LineProblems& problems);

struct PlacedSpan {
  Span bytes;
  CodePointSpan code_points;
};

// The spans of a label in its text, which must be valid UTF-8; nothing, and a sentence, when one
// does not lie in it.
std::optional<std::vector<PlacedSpan>> place_spans(const Label& label, std::string_view text,
                                                   OffsetUnit unit, std::string& problem);

}  // namespace unfeigned::cli
