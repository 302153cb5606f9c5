#include "frontend/driver/Loader.h"

namespace gossamer {

bool Loader::useDirectory(const std::string& root, std::string& error) {
  return stdlib::Library::fromDirectory(root, library_, error);
}

sema::Package* Loader::import(std::string_view path, Pos at, std::string& error) {
  if (sema::Package* known = checker_->findPackage(path)) return known;
  std::span<const stdlib::PackageSource> sources = library_.find(path);
  if (sources.empty()) {
    error = "package " + std::string(path) + " is not in std";
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
    if (path.substr(path.rfind('/') + 1) == name && !library_.find(path).empty()) return path;
  for (const stdlib::Package& package : library_.packages()) {
    std::string_view path = package.importPath;
    if (path.substr(path.rfind('/') + 1) == name && path.find("internal") == std::string_view::npos) return path;
  }
  return {};
}

} // namespace gossamer
