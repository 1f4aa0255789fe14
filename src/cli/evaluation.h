// The result of `unfeigned eval`, and its two renderings. Holding labels against findings is done
// in eval_command.cpp, the arithmetic in agreement.cpp; here figures are only named and laid out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/agreement.h"

namespace unfeigned::cli {

struct CategoryOfFindings {
  std::size_t right = 0;
  std::size_t wrong = 0;
};
struct CategoryOfLabels {
  std::size_t found = 0;
  std::size_t missed = 0;
};

// A labelled span that no finding overlaps, or a finding that overlaps none.
struct Disagreement {
  std::string id;  // JSON
  std::string language;
  std::string kind;   // the label's category, may be empty; the finding's rule
  std::string words;  // as they stand in the text
};

// Counts all, keeps the first ones.
class Disagreements {
 public:
  explicit Disagreements(std::size_t limit) : limit_(limit) {}
  void add(Disagreement one) {
    ++count_;
    if (kept_.size() < limit_) kept_.push_back(std::move(one));
  }
  std::size_t count() const { return count_; }
  const std::vector<Disagreement>& kept() const { return kept_; }

 private:
  std::size_t limit_;
  std::size_t count_ = 0;
  std::vector<Disagreement> kept_;
};

struct Evaluation {
  explicit Evaluation(std::size_t limit) : misses(limit), false_alarms(limit) {}

  std::vector<RatedPassage> passages;
  std::map<std::string, CategoryOfFindings> findings;  // by the tool's category
  std::map<std::string, CategoryOfLabels> labels;      // by the team's category
  Disagreements misses;
  Disagreements false_alarms;
  std::uint64_t seed = 1;
};

std::string render_text(const Evaluation& evaluation);
std::string render_json(const Evaluation& evaluation);

}  // namespace unfeigned::cli
