#include "frontend/vet/Vet.h"

#include "frontend/vet/Pass.h"

namespace gossamer::vet {
namespace {

constexpr AnalyzerInfo kAnalyzers[] = {
#define GOSSAMER_ANALYZER(Id, name, doc) {name, doc},
#include "frontend/vet/Analyzers.def"
};
constexpr void (*kSubscribe[])(Pass&) = {
#define GOSSAMER_ANALYZER(Id, name, doc) check##Id,
#include "frontend/vet/Analyzers.def"
};
static_assert(std::size(kAnalyzers) <= 64, "a Selection is a word");

} // namespace

std::span<const AnalyzerInfo> analyzers() {
  return kAnalyzers;
}

void run(const Target& target, Selection selection) {
  Pass pass(target);
  for (size_t i = 0; i < std::size(kAnalyzers); ++i)
    if (selection >> i & 1) kSubscribe[i](pass);
  pass.walk();
}

} // namespace gossamer::vet
