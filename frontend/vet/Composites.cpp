// composites: a literal of another package's struct that does not name its fields breaks when the struct gets
// one more.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

// Structs of the library that will never change and are written without names everywhere.
bool isFrozen(const std::string& type) {
  constexpr std::string_view kTypes[] = {"image/color.Alpha",         "image/color.Alpha16",
                                         "image/color.CMYK",          "image/color.Gray",
                                         "image/color.Gray16",        "image/color.NRGBA",
                                         "image/color.NRGBA64",       "image/color.NYCbCrA",
                                         "image/color.RGBA",          "image/color.RGBA64",
                                         "image/color.YCbCr",         "image.Point",
                                         "image.Rectangle",           "image.Uniform",
                                         "unicode.Range16",           "unicode.Range32",
                                         "testing.InternalBenchmark", "testing.InternalExample",
                                         "testing.InternalTest",      "testing.InternalFuzzTarget"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

} // namespace

void checkComposites(Pass& pass) {
  pass.on<ast::CompositeLit>([&pass](ast::CompositeLit& literal) {
    if (literal.elements.empty() || !literal.type) return;
    std::string name = typeText(literal.type);
    sema::Type* base = withoutPointer(literal.type);
    auto* named = sema::as<sema::Named>(base);
    if (!named || !sema::as<sema::Struct>(base) || named->obj->pkg == &pass.package() ||
        isFrozen(typeText(base)))
      return;
    bool keyed = std::any_of(literal.elements.begin(), literal.elements.end(),
                             [](ast::Expr* element) { return element->is(ast::Kind::KeyValueExpr); });
    if (!keyed) pass.report(ast::startPos(literal), name + " struct literal uses unkeyed fields");
  });
}

} // namespace gossamer::vet
