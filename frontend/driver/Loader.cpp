#include "frontend/driver/Loader.h"

#include <algorithm>
#include <iterator>

namespace gossamer {
namespace {

// The packages of Go's library: those that are not in ours deserve an explanation.
constexpr std::string_view kStandardPackages[] = {
#define GOSSAMER_STANDARD_PACKAGE(path) path,
#include "frontend/driver/StandardPackages.def"
#undef GOSSAMER_STANDARD_PACKAGE
};

bool isListed(std::string_view path) {
  return std::find(std::begin(kStandardPackages), std::end(kStandardPackages), path) != std::end(kStandardPackages);
}

std::string_view lastElement(std::string_view path) { return path.substr(path.rfind('/') + 1); }

} // namespace

bool Loader::useDirectory(const std::string& root, std::string& error) {
  return stdlib::Library::fromDirectory(root, library_, error);
}

bool Loader::isStandard(std::string_view path) const {
  return path == "unsafe" || path == "C" || !library_.find(path).empty() || isListed(path);
}

sema::Package* Loader::import(std::string_view path, Pos at, std::string& error) {
  if (sema::Package* known = checker_->findPackage(path)) return known;
  std::span<const stdlib::PackageSource> sources = library_.find(path);
  if (sources.empty()) {
    if (path == "C") error = "import \"C\": cgo is not supported";
    else if (graph_) error = graph_->problemOf(path);
    if (error.empty())
      error = "package " + std::string(path) + (isListed(path) ? " is not in gossamer's library yet" : " is not in std");
    return nullptr;
  }
  std::vector<ast::File*> files;
  for (const stdlib::PackageSource& source : sources) {
    SourceFile* file = sources_.addStatic(std::string(source.fileName), source.text);
    if (!file) {
      error = "the program is larger than 4 GB";
      return nullptr;
    }
    std::vector<BodyRange> bodies;
    bodies.reserve(source.bodies.size());
    for (const stdlib::BodyRange& body : source.bodies) bodies.push_back({body.open, body.close});
    files.push_back(parseFile(context_, *file, bodies));
  }
  sema::Package* package = checker_->checkPackage({.path = std::string(path), .files = files, .isLibrary = true});
  if (package) loaded_.push_back(package);
  return package;
}

std::string_view Loader::pathOfName(std::string_view name) {
  // Several packages may share a last element; documents mean the one people write about.
  constexpr std::string_view kPreferred[] = {"math/rand", "text/template"};
  for (std::string_view path : kPreferred)
    if (lastElement(path) == name && !library_.find(path).empty()) return path;
  for (const stdlib::Package& package : library_.packages()) {
    std::string_view path = package.importPath;
    if (lastElement(path) == name && path.find("internal") == std::string_view::npos) return path;
  }
  return {};
}

std::string_view Loader::pathOfMissing(std::string_view name) {
  for (std::string_view path : kStandardPackages)
    if (lastElement(path) == name && library_.find(path).empty()) return path;
  return {};
}

} // namespace gossamer
