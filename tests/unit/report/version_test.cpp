#include "report/version.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace unfeigned {
namespace {

TEST(Version, IsThatOfTheProject) {
  std::ifstream file(std::string(UNFEIGNED_SOURCE_DIR) + "/CMakeLists.txt");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_NE(text.str().find("project(unfeigned VERSION " + std::string(kVersion) + " "),
            std::string::npos);
}

}  // namespace
}  // namespace unfeigned
