// Where an engine's packages come from: the library, parsed with its function bodies skipped, on first import.
//
// A Loader belongs to one engine and is used by its thread alone.
#pragma once

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
  /// Reads the library from a folder instead of the binary. False with a message if it cannot be read.
  bool useDirectory(const std::string& root, std::string& error);

  sema::Package* import(std::string_view path, Pos at, std::string& error) override;
  std::string_view pathOfName(std::string_view name) override;
  std::string_view pathOfMissing(std::string_view name) override;

  /// Every package imported so far, each after those it imports: the order of initialisation.
  const std::vector<sema::Package*>& loaded() const { return loaded_; }

private:
  ParseContext context_;
  SourceManager& sources_;
  stdlib::Library library_;
  sema::Checker* checker_ = nullptr;
  std::vector<sema::Package*> loaded_;
};

} // namespace gossamer
