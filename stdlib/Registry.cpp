#include "stdlib/Registry.h"

#include "stdlib/Embedded.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

namespace gossamer::stdlib {

struct Library::Loaded {
  std::deque<std::string> strings; // a deque: views into its elements survive growth
  std::deque<std::vector<PackageSource>> files;
  std::vector<Package> packages;
};

static const Package* findPackage(std::span<const Package> packages, std::string_view importPath) {
  auto it = std::lower_bound(packages.begin(), packages.end(), importPath,
                             [](const Package& p, std::string_view path) { return p.importPath < path; });
  return it != packages.end() && it->importPath == importPath ? &*it : nullptr;
}

Library::Library() : packages_(embeddedPackages()) {}

std::span<const PackageSource> Library::find(std::string_view importPath) const {
  const Package* package = findPackage(packages_, importPath);
  return package ? package->files : std::span<const PackageSource>();
}

NativeFn Library::findNative(std::string_view fullName) {
  // The first dot after the last slash ends the import path; no slash can follow it, as receivers are local names.
  size_t slash = fullName.rfind('/');
  size_t dot = fullName.find('.', slash == std::string_view::npos ? 0 : slash);
  if (dot == std::string_view::npos) return nullptr;
  const Package* package = findPackage(embeddedPackages(), fullName.substr(0, dot));
  if (!package || !package->natives) return nullptr;
  for (const NativeEntry& entry : *package->natives)
    if (entry.name == fullName) return entry.fn;
  return nullptr;
}

bool Library::fromDirectory(const std::string& root, Library& out, std::string& error) {
  namespace fs = std::filesystem;
  auto loaded = std::make_shared<Loaded>();
  std::map<std::string, std::vector<fs::path>> folders; // ordered as packages() promises
  std::error_code code;
  fs::recursive_directory_iterator it(root, code), end;
  for (; !code && it != end; it.increment(code)) {
    const fs::path& path = it->path();
    if (path.extension() != ".go" || path.stem().string().ends_with("_test")) continue;
    folders[fs::relative(path.parent_path(), root, code).generic_string()].push_back(path);
  }
  if (code) {
    error = "cannot read the library in " + root + ": " + code.message();
    return false;
  }
  auto keep = [&](std::string text) -> std::string_view { return loaded->strings.emplace_back(std::move(text)); };
  for (auto& [importPath, paths] : folders) {
    std::sort(paths.begin(), paths.end());
    auto& files = loaded->files.emplace_back();
    for (const fs::path& path : paths) {
      std::ifstream in(path, std::ios::binary);
      std::string text(std::istreambuf_iterator<char>(in), {});
      if (!in) {
        error = "cannot read " + path.string();
        return false;
      }
      files.push_back({keep(path.string()), keep(std::move(text)), {}});
    }
    const Package* own = findPackage(embeddedPackages(), importPath);
    loaded->packages.push_back({keep(importPath), files, own ? own->natives : nullptr});
  }
  out.packages_ = loaded->packages;
  out.loaded_ = std::move(loaded);
  return true;
}

} // namespace gossamer::stdlib
