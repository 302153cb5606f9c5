// Any bytes must check, as a package (with its bodies on demand as well) and as a document's cells, whatever errors they
// have; there is one importable package.
#include "frontend/sema/Checker.h"
#include "test/fuzz/TokenMutator.h"

#include <cstdlib>

using namespace gossamer;

namespace {

constexpr std::string_view kLibrary = R"(package lib

type T struct{ X int; y string }
func (t *T) M() int { return t.X }
type I interface{ M() int }
func F(a int, b ...string) (int, error) { return a, nil }
var V = map[string]T{"a": {X: 1}}
const C = 1 << 40
)";

class OnePackage final : public sema::Importer {
public:
  OnePackage(const ParseContext& context, SourceManager& sources) : context_(context), sources_(sources) {}

  sema::Package* import(std::string_view path, Pos, std::string& error) override {
    if (path != "lib") {
      error = "package " + std::string(path) + " is not in std";
      return nullptr;
    }
    if (sema::Package* known = checker->findPackage(path)) return known;
    ast::File* file = parseFile(context_, *sources_.addStatic("lib.go", kLibrary));
    return checker->checkPackage({.path = "lib", .files = {&file, 1}, .isLibrary = true});
  }
  std::string_view pathOfName(std::string_view name) override { return name == "lib" ? "lib" : ""; }

  sema::Checker* checker = nullptr;

private:
  ParseContext context_;
  SourceManager& sources_;
};

void check(std::string_view text, bool asCells) {
  SourceManager sources;
  SourceFile* file = sources.add("fuzz.go", std::string(text));
  Arena arena;
  SymbolTable symbols;
  DiagnosticEngine diags(sources);
  ParseContext context{arena, symbols, diags};
  OnePackage importer(context, sources);
  sema::Checker checker(context, importer);
  importer.checker = &checker;
  if (asCells) {
    sema::Package* document = checker.openDocument("doc");
    ast::Cell* cell = parseCell(context, *file, {file->pos(0), file->pos(file->size())});
    checker.checkCell(document, *cell);
    ast::Cell* again = parseCell(context, *file, {file->pos(0), file->pos(file->size())});
    checker.checkCell(document, *again);
  } else {
    ast::File* parsed = parseFile(context, *file);
    sema::Package* pkg = checker.checkPackage({.path = "main", .files = {&parsed, 1}});
    for (sema::Object* f : pkg->funcs) checker.checkBody(f);
    sema::dumpTypes(*pkg, sources);
  }
  diags.render(RenderOptions{.limit = 0});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, false);
  check(text, true);
  return 0;
}
