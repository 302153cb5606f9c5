// Where the checker's packages come from: the library's are parsed, with their function bodies skipped, on first import;
// those of the program have been checked before what imports them.
//
// A Loader belongs to one engine and is used by its thread alone.
#pragma once

#include "frontend/load/PackageGraph.h"
#include "frontend/parse/Parser.h"
#include "frontend/sema/Checker.h"
#include "stdlib/Registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

class Loader final : public sema::Importer {
public:
  Loader(const ParseContext& context, SourceManager& sources) : context_(context), sources_(sources) {}

  /// To be called before anything is imported: the checker needs its importer first.
  void setChecker(sema::Checker& checker) { checker_ = &checker; }
  /// Who knows why an import that is not the library's leads nowhere.
  void setGraph(const load::PackageGraph& graph) { graph_ = &graph; }
  /// Reads the library from a folder instead of the binary. False with a message if it cannot be read.
  bool useDirectory(const std::string& root, std::string& error);

  sema::Package* import(std::string_view path, Pos at, std::string& error) override;
  std::string_view pathOfName(std::string_view name) override;
  std::string_view pathOfMissing(std::string_view name) override;

  /// Whether a path is of Go's standard library, be it in ours or not.
  bool isStandard(std::string_view path) const;
  /// A package of the program was checked; a main package is not for others to load.
  void addChecked(sema::Package* package) { loaded_.push_back(package); }

  /// Every package imported so far, each after those it imports.
  const std::vector<sema::Package*>& loaded() const { return loaded_; }

private:
  ParseContext context_;
  SourceManager& sources_;
  stdlib::Library library_;
  sema::Checker* checker_ = nullptr;
  const load::PackageGraph* graph_ = nullptr;
  std::vector<sema::Package*> loaded_;
};

} // namespace gossamer
