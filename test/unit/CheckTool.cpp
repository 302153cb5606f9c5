// gossamer-check: the parser and the checker by themselves, for trying them against Go's own suites and library.
//
//   gossamer-check [-lang=go1.N] [-goroot DIR] [-library] [-quiet] FILE...    checks the files as one package
//
// Imports are read from DIR/src (default: Go's installed tree), which makes checking a program that imports net/http a
// test of the checker. Prints the diagnostics as gc does; with -quiet only their number and the time taken. -library
// checks imported packages' function bodies too.
#include "frontend/load/BuildConstraint.h"
#include "frontend/parse/Parser.h"
#include "frontend/sema/Checker.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace gossamer;

namespace {

bool readAll(const std::filesystem::path& path, std::string& out) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  out.assign(std::istreambuf_iterator<char>(in), {});
  return true;
}

class TreeImporter final : public sema::Importer {
public:
  TreeImporter(const ParseContext& context, SourceManager& sources, std::filesystem::path root, bool bodies)
      : context_(context), sources_(sources), root_(std::move(root)), bodies_(bodies) {}

  sema::Package* import(std::string_view path, Pos, std::string& error) override {
    if (sema::Package* known = checker->findPackage(path)) return known;
    std::filesystem::path folder = root_ / "src" / path;
    if (!std::filesystem::is_directory(folder)) folder = root_ / "src" / "vendor" / path;
    if (!std::filesystem::is_directory(folder)) {
      error = "package " + std::string(path) + " is not in std";
      return nullptr;
    }
    std::vector<std::filesystem::path> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (load::fileNameAdmits(entry.path().filename().string())) names.push_back(entry.path());
    std::sort(names.begin(), names.end());
    std::vector<ast::File*> files;
    for (const auto& name : names) {
      std::string text;
      if (!readAll(name, text) || !load::buildLineAdmits(text)) continue;
      SourceFile* file = sources_.add(name.string(), std::move(text));
      if (file) files.push_back(parseFile(context_, *file));
    }
    if (files.empty()) {
      error = "no Go files in " + folder.string();
      return nullptr;
    }
    sema::Package* pkg = checker->checkPackage({.path = std::string(path), .files = files, .isLibrary = true});
    if (bodies_ && pkg)
      for (sema::Object* f : pkg->funcs) checker->checkBody(f);
    return pkg;
  }

  std::string_view pathOfName(std::string_view name) override {
    for (std::string_view path : {"fmt", "time", "math/rand", "net/http", "context", "log", "os", "testing", "sync"})
      if (path.substr(path.rfind('/') + 1) == name) return path;
    return {};
  }

  sema::Checker* checker = nullptr;

private:
  ParseContext context_;
  SourceManager& sources_;
  std::filesystem::path root_;
  bool bodies_;
};

} // namespace

int main(int argc, char** argv) {
  std::string root = "/usr/local/go";
  int minor = 26;
  bool bodies = false, quiet = false, dump = false;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; i++) {
    std::string_view arg = argv[i];
    if (arg == "-goroot" && i + 1 < argc) root = argv[++i];
    else if (arg.starts_with("-lang=go1.")) minor = std::atoi(argv[i] + 10);
    else if (arg == "-library") bodies = true;
    else if (arg == "-quiet") quiet = true;
    else if (arg == "-dump") dump = true;
    else paths.emplace_back(arg);
  }
  Arena arena;
  SymbolTable symbols;
  SourceManager sources;
  DiagnosticEngine diagnostics(sources);
  ParseContext context{arena, symbols, diagnostics};
  TreeImporter importer(context, sources, root, bodies);
  sema::Checker checker(context, importer);
  importer.checker = &checker;

  auto start = std::chrono::steady_clock::now();
  std::vector<ast::File*> files;
  size_t lines = 0;
  for (const std::string& path : paths) {
    std::string text;
    if (!readAll(path, text)) {
      std::fprintf(stderr, "cannot read %s\n", path.c_str());
      return 2;
    }
    SourceFile* file = sources.add(path, std::move(text));
    files.push_back(parseFile(context, *file));
    if (quiet) lines += file->lineCount();
  }
  auto parsed = std::chrono::steady_clock::now();
  if (diagnostics.hasErrors()) {
    RenderOptions options;
    options.limit = 0;
    std::fputs(diagnostics.render(options).c_str(), stderr);
    return 1;
  }
  sema::Package* pkg = checker.checkPackage({.path = "main", .files = files, .goMinor = minor});
  auto checked = std::chrono::steady_clock::now();
  if (dump) std::fputs(sema::dumpTypes(*pkg, sources).c_str(), stdout);
  if (quiet) {
    auto ms = [](auto d) { return std::chrono::duration<double, std::milli>(d).count(); };
    std::printf("%zu errors, %zu lines, parse %.1f ms, check %.1f ms\n", diagnostics.errorCount(), lines,
                ms(parsed - start), ms(checked - parsed));
  } else {
    RenderOptions options;
    options.limit = 0;
    std::fputs(diagnostics.render(options).c_str(), stderr);
  }
  return diagnostics.hasErrors() ? 1 : 0;
}
