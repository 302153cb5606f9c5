#include "frontend/vet/Vet.h"

#include "frontend/driver/EngineImpl.h"
#include "gossamer/Vet.h"

#include <algorithm>
#include <tuple>

namespace gossamer {

std::vector<Analyzer> analyzers() {
  std::vector<Analyzer> out;
  for (const vet::AnalyzerInfo& info : vet::analyzers()) out.push_back({info.name, info.doc});
  return out;
}

std::vector<Message> Engine::Impl::vet(const std::vector<std::string>& analyzers) {
  std::span<const vet::AnalyzerInfo> all = vet::analyzers();
  vet::Selection selection = analyzers.empty() ? vet::kAllAnalyzers : 0;
  for (size_t i = 0; i < all.size(); ++i)
    if (std::find(analyzers.begin(), analyzers.end(), all[i].name) != analyzers.end())
      selection |= vet::Selection(1) << i;
  for (const sema::Package* root : checkedRoots_)
    vet::run({*root, checker.types(), sources, diagnostics}, selection);
  // All of them: where the compiler says a thing once a line, vet says it of each place.
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& diagnostic : diagnostics.all()) sorted.push_back(&diagnostic);
  auto key = [](const Diagnostic* diagnostic) { return std::tie(diagnostic->pos, diagnostic->message); };
  std::sort(sorted.begin(), sorted.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
  sorted.erase(std::unique(sorted.begin(), sorted.end(), [&](auto* a, auto* b) { return key(a) == key(b); }),
               sorted.end());
  std::vector<Message> findings;
  for (const Diagnostic* diagnostic : sorted) findings.push_back(messageOf(*diagnostic));
  diagnostics.clear();
  return findings;
}

std::vector<Message> Engine::vet(const std::vector<std::string>& analyzers) {
  return impl_->vet(analyzers);
}

} // namespace gossamer
