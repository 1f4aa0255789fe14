// Lists files of the repository, so that a test reads what is there and not what it was told of.
#pragma once

#include <string>
#include <vector>

namespace unfeigned::testing {

// Every file under a folder of the repository, sorted, as paths from its top; ends the test program
// when the folder is not there. What a failed golden test left behind (*.new) is left out.
std::vector<std::string> source_files(const std::string& folder);

// Whether a file of the repository, or a folder, is there.
bool has_source_file(const std::string& path);
bool is_in_source(const std::string& path);

// Compares with a golden file. A file that differs or is missing fails the running test, and what
// came is written beside it as *.new for tests/tools/promote.sh.
void expect_golden(const std::string& path, const std::string& came);

}  // namespace unfeigned::testing
