// The texts under tests/golden, found by looking, and how each is read.
#pragma once

#include <string>
#include <vector>

#include "audit/audit.h"
#include "text/document.h"

namespace unfeigned::testing {

struct GoldenCase {
  std::string path;   // tests/golden/en/promo.txt
  std::string stem;   // tests/golden/en/promo
  std::string name;   // promo.txt
  std::string label;  // en/promo
  InputFormat format = InputFormat::Text;
};

std::vector<GoldenCase> golden_cases();

Document read_case(const GoldenCase& golden);

}  // namespace unfeigned::testing
