// Runs the command line and compares what it says with golden files. A case is a folder: `args`
// (one argument a line), `stdin` if there is input, and the goldens `out`, `err` and `exit`. A
// mismatch writes what came as *.new beside the golden and fails. Cases run in tests/cli/data.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace unfeigned {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(UNFEIGNED_SOURCE_DIR) + "/tests/cli";
constexpr std::size_t kCases = 63;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

std::string read(const std::string& path) {
  File file(std::fopen(path.c_str(), "rb"));
  std::string bytes;
  if (!file) return bytes;
  std::array<char, 65536> chunk{};
  while (std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    bytes.append(chunk.data(), size);
  }
  return bytes;
}

void write(const std::string& path, std::string_view bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  ASSERT_TRUE(file) << path;
  ASSERT_EQ(std::fwrite(bytes.data(), 1, bytes.size(), file.get()), bytes.size());
}

// A folder of its own for the files of one run, gone afterwards.
class Scratch {
 public:
  Scratch() : path_((fs::temp_directory_path() / "unfeigned-cli-XXXXXX").string()) {
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string file(const std::string& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

struct Result {
  int exit = -1;
  std::string out;
  std::string err;
};

void redirect(const std::string& path, int flags, int descriptor) {
  constexpr int kOwnerOnly = 0600;
  int opened = open(path.c_str(), flags, kOwnerOnly);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
}

Result run(const std::vector<std::string>& arguments, const std::string& input) {
  Scratch scratch;
  pid_t child = fork();
  if (child == 0) {
    if (chdir((kFolder + "/data").c_str()) != 0) _exit(127);
    redirect(input.empty() ? "/dev/null" : input, O_RDONLY, STDIN_FILENO);
    redirect(scratch.file("out"), O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(scratch.file("err"), O_WRONLY | O_CREAT, STDERR_FILENO);
    std::vector<std::string> all = {"unfeigned"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> raw;
    raw.reserve(all.size() + 1);
    for (std::string& argument : all) raw.push_back(argument.data());
    raw.push_back(nullptr);
    execv(UNFEIGNED_BINARY, raw.data());
    _exit(127);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  Result result;
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.out = read(scratch.file("out"));
  result.err = read(scratch.file("err"));
  return result;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void compare(const std::string& golden, const std::string& came) {
  std::error_code ignored;
  bool exists = fs::exists(golden, ignored);
  if (exists && read(golden) == came) return;
  write(golden + ".new", came);
  if (!exists) ADD_FAILURE() << golden << " is missing";
  EXPECT_EQ(read(golden), came) << "written to " << golden << ".new";
}

class GoldenCase : public ::testing::Test {
 public:
  explicit GoldenCase(std::string folder) : folder_(std::move(folder)) {}
  void TestBody() override {
    std::error_code ignored;
    std::string input = folder_ + "/stdin";
    Result came = run(lines_of(read(folder_ + "/args")), fs::exists(input, ignored) ? input : "");
    compare(folder_ + "/out", came.out);
    compare(folder_ + "/err", came.err);
    compare(folder_ + "/exit", std::to_string(came.exit) + '\n');
  }

 private:
  std::string folder_;
};

std::vector<std::string> case_folders() {
  std::vector<std::string> folders;
  std::error_code error;
  for (fs::directory_iterator at(kFolder + "/cases", error), end; !error && at != end;
       at.increment(error)) {
    folders.push_back(at->path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

TEST(Cli, AllCasesAreRun) { EXPECT_EQ(case_folders().size(), kCases); }

TEST(Cli, VersionNamesTheProgramTheScoreAndEveryPack) {
  Result came = run({"--version"}, "");
  EXPECT_EQ(came.exit, 0);
  EXPECT_EQ(came.err, "");
  std::vector<std::string> lines = lines_of(came.out);
  ASSERT_GE(lines.size(), 3U) << came.out;
  EXPECT_EQ(lines[0], "unfeigned 0.1.0");
  EXPECT_EQ(lines[1], "score version 2");
  for (std::size_t i = 2; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].substr(0, 5), "pack ");
    constexpr std::size_t kFingerprint = 16;
    ASSERT_GT(lines[i].size(), kFingerprint);
    EXPECT_EQ(lines[i].find_last_not_of("0123456789abcdef"), lines[i].size() - kFingerprint - 1);
  }
}

TEST(Cli, AFileOverTheLimitIsRefusedByName) {
  Scratch scratch;
  std::string path = scratch.file("big.txt");
  constexpr std::size_t kLimit = std::size_t{8} * 1024 * 1024;
  write(path, std::string(kLimit + 1, ' '));
  Result came = run({"audit", "--no-builtin", "--pack", "plain.json", path, "plain.md"}, "");
  EXPECT_EQ(came.exit, 2);
  EXPECT_EQ(came.err, "unfeigned: " + path + ": has more than 8388608 bytes (8 MiB), the limit\n");
  EXPECT_NE(came.out.find("plain.md: 0 findings"), std::string::npos);

  write(path, std::string(kLimit, ' '));
  EXPECT_EQ(run({"audit", "--no-builtin", "--pack", "plain.json", path}, "").exit, 0);
}

TEST(Cli, AnOverlongLineOfABatchIsAnsweredAndTheNextIsRead) {
  Scratch scratch;
  constexpr std::size_t kLimit = std::size_t{64} * 1024 * 1024;
  write(scratch.file("in"), "{\"id\":1,\"text\":\"" + std::string(kLimit, 'x') +
                                "\"}\n{\"id\":2,\"text\":\"the end\"}\n");
  Result came = run({"batch", "--no-builtin", "--pack", "plain.json"}, scratch.file("in"));
  EXPECT_EQ(came.exit, 2);
  std::vector<std::string> lines = lines_of(came.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0],
            R"({"id":null,"line":1,"error":"the line has more than 67108864 bytes, the limit"})");
  EXPECT_EQ(lines[1].substr(0, 8), R"({"id":2,)");
}

TEST(Cli, ATextOverTheLimitInABatchIsAnsweredWithItsId) {
  Scratch scratch;
  constexpr std::size_t kLimit = std::size_t{8} * 1024 * 1024;
  write(scratch.file("in"), "{\"id\":\"big\",\"text\":\"" + std::string(kLimit + 1, 'x') + "\"}\n");
  Result came = run({"batch", "--no-builtin", "--pack", "plain.json"}, scratch.file("in"));
  EXPECT_EQ(came.exit, 2);
  EXPECT_EQ(came.out,
            "{\"id\":\"big\",\"line\":1,\"error\":\"the text has 8388609 bytes; the "
            "limit is 8388608\"}\n");
}

}  // namespace
}  // namespace unfeigned

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  for (const std::string& folder : unfeigned::case_folders()) {
    std::string name = folder.substr(folder.rfind('/') + 1);
    ::testing::RegisterTest("CliGolden", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [folder] { return new unfeigned::GoldenCase(folder); });
  }
  return RUN_ALL_TESTS();
}
