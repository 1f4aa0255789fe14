#include "golden/golden_case.h"

#include <array>
#include <string_view>
#include <utility>

#include "support/asset_packs.h"
#include "support/source_files.h"

namespace unfeigned::testing {
namespace {

constexpr std::string_view kFolder = "tests/golden/";

struct Ending {
  std::string_view text;
  InputFormat format;
};
constexpr std::array kEndings = {
    Ending{".txt", InputFormat::Text},
    Ending{".md", InputFormat::Markdown},
    Ending{".html", InputFormat::Html},
};

}  // namespace

std::vector<GoldenCase> golden_cases() {
  std::vector<GoldenCase> cases;
  for (const std::string& path : source_files(std::string(kFolder))) {
    // Texts stand in the folder of a language; what stands above is about all of them.
    std::size_t slash = path.find('/', kFolder.size());
    if (slash == std::string::npos || path.ends_with(".report.txt")) continue;
    for (const Ending& ending : kEndings) {
      if (!path.ends_with(ending.text)) continue;
      GoldenCase golden;
      golden.path = path;
      golden.stem = path.substr(0, path.size() - ending.text.size());
      golden.name = path.substr(slash + 1);
      golden.label = golden.stem.substr(kFolder.size());
      golden.format = ending.format;
      cases.push_back(std::move(golden));
    }
  }
  return cases;
}

Document read_case(const GoldenCase& golden) {
  return Document::read(read_source_file(golden.path), asset_packs().profiles(),
                        {golden.format, ""});
}

}  // namespace unfeigned::testing
