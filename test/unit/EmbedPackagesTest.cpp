// Several packages from a host's view: given in memory, and read through a Host that makes its files up.
#include "gossamer/Engine.h"
#include "gossamer/Host.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace gossamer {
namespace {

/// A tree of files in memory; folders are what their paths say.
class TreeHost : public Host {
public:
  HostResult write(int fd, const char* data, size_t n) override {
    (fd == 2 ? error : output).append(data, n);
    return {int64_t(n), 0};
  }
  HostResult open(const std::string& path, int, uint32_t) override {
    ++opens;
    auto found = files.find(absolute(path));
    if (found == files.end()) return {-1, isFolder(absolute(path)) ? 0 : ENOENT};
    descriptors.push_back({&found->second, 0});
    return {int64_t(descriptors.size()) + 2, 0};
  }
  HostResult read(int fd, char* buffer, size_t n) override {
    if (fd < 3 || size_t(fd) > descriptors.size() + 2) return {0, EBADF};
    auto& [text, at] = descriptors[size_t(fd) - 3];
    size_t got = text->copy(buffer, n, at);
    at += got;
    return {int64_t(got), 0};
  }
  HostResult close(int) override { return {0, 0}; }
  int stat(const std::string& path, bool, HostStat& out) override {
    auto found = files.find(absolute(path));
    out = {};
    if (found != files.end()) out.size = int64_t(found->second.size());
    out.mode = found != files.end() ? S_IFREG : S_IFDIR;
    return found != files.end() || isFolder(absolute(path)) ? 0 : ENOENT;
  }
  int fstat(int fd, HostStat& out) override {
    out.mode = S_IFREG;
    return 0;
  }
  int readDirectory(const std::string& path, std::vector<std::string>& names) override {
    for (auto& [name, text] : files) {
      if (!name.starts_with(path + "/")) continue;
      std::string below = name.substr(path.size() + 1);
      below = below.substr(0, below.find('/'));
      if (std::find(names.begin(), names.end(), below) == names.end()) names.push_back(below);
    }
    return names.empty() ? ENOENT : 0;
  }
  int workingDirectory(std::string& out) override {
    out = "/work";
    return 0;
  }
  int64_t monotonicNanos() override { return 0; }
  int64_t wallNanos() override { return 0; }
  void entropy(void* buffer, size_t n) override { std::fill_n(static_cast<char*>(buffer), n, '\x2a'); }

  std::map<std::string, std::string> files;
  std::string output, error;
  int opens = 0;

private:
  static std::string absolute(const std::string& path) { return path.starts_with('/') ? path : "/work/" + path; }
  bool isFolder(const std::string& path) const {
    auto next = files.lower_bound(path + "/");
    return next != files.end() && next->first.starts_with(path + "/");
  }
  std::vector<std::pair<const std::string*, size_t>> descriptors;
};

Options with(Host& host) {
  Options options;
  options.host = &host;
  return options;
}

TEST(EmbedPackages, InMemory) {
  TreeHost host;
  Engine engine(with(host));
  engine.addPackage("example.com/lib",
                    {{"lib.go", "package lib\nimport \"example.com/lib/internal/base\"\n"
                                "func init() { println(\"lib\") }\nfunc F() int { return base.X }"}});
  engine.addPackage(
      "example.com/lib/internal/base",
      {{"a.go", "package base\nfunc init() { println(\"base\") }"}, {"b.go", "package base\nvar X = 42"}});
  engine.addPackage("example.com/unused", {{"unused.go", "not Go at all"}});
  Compilation compiled = engine.compile(
      {{"main.go", "package main\nimport \"example.com/lib\"\nfunc main() { println(lib.F()) }"}});
  ASSERT_TRUE(compiled.ok()) << compiled.text();
  EXPECT_EQ(engine.run().kind, ExitKind::Returned);
  EXPECT_EQ(host.error, "base\nlib\n42\n");
  EXPECT_EQ(host.opens, 0);
}

std::string refusalOf(const std::string& imported,
                      std::vector<std::pair<std::string, std::string>> offered = {}) {
  TreeHost host;
  host.files["/work/go.mod"] = "module example.com/work";
  host.files["/work/lib/lib.go"] = "package lib";
  Engine engine(with(host));
  for (auto& [path, text] : offered) engine.addPackage(path, {{path + ".go", text}});
  Compilation compiled =
      engine.compile({{"main.go", "package main\nimport _ \"" + imported + "\"\nfunc main() {}"}});
  EXPECT_EQ(host.opens, 0) << "a program in memory is to read no files";
  return compiled.text();
}

TEST(EmbedPackages, InMemoryRefused) {
  EXPECT_EQ(refusalOf("example.com/work/lib"), "main.go:2:8: package example.com/work/lib is not in std\n");
  EXPECT_EQ(refusalOf("a/internal/b", {{"a/internal/b", "package b"}}),
            "main.go:2:8: use of internal package a/internal/b not allowed\n");
  EXPECT_EQ(refusalOf("cmd", {{"cmd", "package main"}}),
            "main.go:2:8: import \"cmd\" is a program, not an importable package\n");
  EXPECT_EQ(refusalOf("a", {{"a", "package a\nimport _ \"b\""}, {"b", "package b\nimport _ \"a\""}}),
            "package command-line-arguments\n\timports a from main.go\n\timports b from a.go\n"
            "\timports a from b.go: import cycle not allowed\n");
  EXPECT_EQ(refusalOf("a", {{"a", "package a\nvar x int = \"\""}}),
            "a.go:2:13: cannot use \"\" (untyped string constant) as int value in variable declaration\n");
}

TEST(EmbedPackages, TheLibraryCannotBeReplaced) {
  EXPECT_EQ(refusalOf("errors", {{"errors", "package errors\nvar x int = \"\""}}), "");
}

TEST(EmbedPackages, ReadThroughTheHost) {
  TreeHost host;
  host.files = {{"/work/go.mod", "module example.com/work\n\ngo 1.26\n"},
                {"/work/cmd/main.go",
                 "package main\nimport (\n\"example.com/work/lib\"\n\"example.com/offered\"\n)\n"
                 "func main() { println(lib.Text, offered.X) }"},
                {"/work/lib/lib.go", "package lib\nimport _ \"embed\"\n//go:embed text\nvar Text string"},
                {"/work/lib/text", "embedded"}};
  Engine engine(with(host));
  engine.addPackage("example.com/offered", {{"offered.go", "package offered\nconst X = 1"}});
  Compilation compiled = engine.compileFiles({"cmd"});
  ASSERT_TRUE(compiled.ok()) << compiled.text();
  EXPECT_EQ(engine.run().kind, ExitKind::Returned);
  EXPECT_EQ(host.error, "embedded 1\n");
}

TEST(EmbedPackages, AHostThatDeniesFilesDeniesThemToTheCompiler) {
  Engine engine; // of an ordinary process: the folder is there
  EXPECT_NE(engine.compileFiles({"/usr"}, Goal::Package).text().find("no Go files in /usr"),
            std::string::npos);
  TreeHost host;
  Engine denied(with(host));
  EXPECT_NE(denied.compileFiles({"/usr"}, Goal::Package).text().find("open /usr: no such file or directory"),
            std::string::npos);
}

} // namespace
} // namespace gossamer
