// Finds code that compiles but is probably wrong, in go vet's words and at its places.
//
// Every analyzer of Analyzers.def is a file of this folder. They share one walk over the package's trees: an
// analyzer subscribes to kinds of nodes (Pass.h) and reports; none changes anything. What go vet learns about
// the library from "facts" is here asked of the checked trees, or a table in the analyzer.
//
//   vet::run({package, checker.types(), sources, diagnostics}, vet::kAllAnalyzers);
//
// The package was checked without errors. Thread safety: as that of the checker's types, i.e. none.
#pragma once

#include "frontend/sema/TypeContext.h"
#include "frontend/source/Diagnostic.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace gossamer::vet {

struct AnalyzerInfo {
  std::string_view name;
  std::string_view doc;
};

// Sorted by name.
std::span<const AnalyzerInfo> analyzers();

// A set of analyzers: bit i stands for analyzers()[i].
using Selection = uint64_t;
inline constexpr Selection kAllAnalyzers = ~Selection(0);

struct Target {
  const sema::Package& package;
  sema::TypeContext& types;
  const SourceManager& sources;
  DiagnosticEngine& diagnostics;
};

// Findings go to the diagnostics as errors of DiagCode::Vet.
void run(const Target& target, Selection selection);

} // namespace gossamer::vet
