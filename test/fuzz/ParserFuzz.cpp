// Any bytes must parse, as a file (at once and lazily) and as a cell; what parses without errors must do so
// lazily with the same result.
#include "frontend/parse/Parser.h"

#include <cstdlib>

using namespace gossamer;

// Directives inside bodies are only seen by who reads the bodies, so they do not count.
static std::string dumpDecls(const ast::File& file, const SourceManager& sources) {
  std::string out;
  for (ast::Decl* decl : file.decls) out += ast::dump(*decl, &sources);
  return out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  SourceManager sources;
  SourceFile* file = sources.add("fuzz.go", std::string(reinterpret_cast<const char*>(data), size));
  Arena arena;
  SymbolTable symbols;
  DiagnosticEngine diags(sources);
  ParseContext context{arena, symbols, diags};
  ast::File* whole = parseFile(context, *file);
  std::string wholeText = dumpDecls(*whole, sources);
  // A //line comment in a body is, like a directive, only seen by who reads the body, and moves what follows.
  if (!diags.hasErrors() && !file->hasLineDirectives()) {
    auto bodies = findBodies(file->text());
    ast::File* lazy = parseFile(context, *file, bodies);
    for (ast::Decl* decl : lazy->decls) {
      auto* function = decl->as<ast::FuncDecl>();
      if (function && function->lazyBody.begin && !parseBody(context, *file, *function)) std::abort();
    }
    if (dumpDecls(*lazy, sources) != wholeText) std::abort();
  }
  ast::Cell* cell = parseCell(context, *file, {file->pos(0), file->pos(file->size())});
  ast::dump(*cell);
  diags.render(RenderOptions{.color = true, .sourceLine = true, .limit = 0});
  return 0;
}
