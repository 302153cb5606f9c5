// The library's Go sources as the front end sees them.
#include "frontend/parse/Parser.h"
#include "stdlib/Registry.h"

#include <gtest/gtest.h>

#include <string>

using namespace gossamer;
using stdlib::Library;
using stdlib::Package;
using stdlib::PackageSource;

namespace {

struct Parsed {
  Arena arena;
  SymbolTable symbols;
  SourceManager sources;
  DiagnosticEngine diags{sources};
  ast::File* file = nullptr;

  explicit Parsed(const PackageSource& source, bool skipBodies) {
    std::vector<BodyRange> bodies;
    if (skipBodies)
      for (stdlib::BodyRange body : source.bodies) bodies.push_back({body.open, body.close});
    SourceFile* text = sources.addStatic(std::string(source.fileName), source.text);
    file = parseFile({arena, symbols, diags}, *text, bodies);
  }
};

std::string fullName(const Package& package, const ast::FuncDecl& f) {
  std::string name(f.name->name.view());
  if (f.receiver) {
    ast::Expr* type = f.receiver->typeExpr;
    if (auto* star = type->as<ast::StarExpr>())
      name = "(*" + std::string(star->x->as<ast::Ident>()->name.view()) + ")." + name;
    else
      name = std::string(type->as<ast::Ident>()->name.view()) + "." + name;
  }
  return std::string(package.importPath) + "." + name;
}

} // namespace

TEST(LibrarySources, ParseWithoutErrors) {
  for (const Package& package : Library().packages())
    for (const PackageSource& source : package.files) {
      Parsed parsed(source, false);
      EXPECT_FALSE(parsed.diags.hasErrors()) << parsed.diags.render({});
    }
}

TEST(LibrarySources, EveryBodyIsInTheTable) {
  for (const Package& package : Library().packages())
    for (const PackageSource& source : package.files) {
      Parsed whole(source, false), lazy(source, true);
      EXPECT_FALSE(lazy.diags.hasErrors()) << lazy.diags.render({});
      size_t bodies = 0, skipped = 0;
      for (ast::Decl* decl : whole.file->decls)
        if (auto* f = decl->as<ast::FuncDecl>()) bodies += f->body != nullptr;
      for (ast::Decl* decl : lazy.file->decls)
        if (auto* f = decl->as<ast::FuncDecl>()) skipped += f->body == nullptr && f->lazyBody.end > f->lazyBody.begin;
      EXPECT_EQ(bodies, skipped) << source.fileName;
      EXPECT_EQ(source.bodies.size(), bodies) << source.fileName;
    }
}

TEST(LibrarySources, EveryFunctionWithoutBodyIsANative) {
  for (const Package& package : Library().packages())
    for (const PackageSource& source : package.files) {
      Parsed parsed(source, false);
      for (ast::Decl* decl : parsed.file->decls) {
        auto* f = decl->as<ast::FuncDecl>();
        if (f && !f->body) EXPECT_NE(Library::findNative(fullName(package, *f)), nullptr) << fullName(package, *f);
      }
    }
}
