// The type checker.
//
// A Checker belongs to one VM and serves all its packages: it owns the universe and every type, object and constant.
// A package is checked once (`checkPackage`) and then found by its path. For library packages only the declarations are
// checked then; a function's body when it is asked for (`checkBody`), which also parses it if the parser skipped it.
//
//   Checker checker({arena, symbols, diagnostics}, importer);
//   Package* main = checker.checkPackage({.path = "main", .files = files});
//   if (diagnostics.hasErrors()) …
//
// Errors go to the DiagnosticEngine in gc's words and places; follow-on errors are suppressed. The checker never fails
// otherwise: whatever the input, all nodes it reached are annotated (with Mode::Invalid where there was an error).
//
// Thread safety: none; the driver holds a lock around every call. Nothing is kept in globals.
#pragma once

#include "frontend/sema/Object.h"
#include "frontend/parse/Parser.h"
#include "frontend/source/Diagnostic.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::sema {

class CheckerImpl;

// Where packages come from: the driver. May call Checker::checkPackage for the imported package.
class Importer {
public:
  virtual ~Importer() = default;
  // The package, complete, or null with `error` set to gc's words ("package foo is not in std").
  virtual Package* import(std::string_view path, Pos at, std::string& error) = 0;
  // The path of the package a name like `fmt` or `rand` means when a document uses it without importing it; empty
  // when there is none.
  virtual std::string_view pathOfName(std::string_view name) { return {}; }
  // The path of a package of Go's standard library that goes by that name but that import() does not have.
  virtual std::string_view pathOfMissing(std::string_view name) { return {}; }
};

struct PackageInput {
  std::string path;
  std::span<ast::File* const> files;
  bool mayLackBodies = false; // functions may: their bodies are assembly
  bool isLibrary = false; // check bodies on demand; no unused import or variable errors to bother anyone with
  int goMinor = 26;       // -lang=go1.N; a file's //go:build may lower (or raise) it for that file
};

class Checker {
public:
  // The context's arena holds types and objects beside the trees and must outlive the checker, as must the rest of it.
  Checker(const ParseContext& context, Importer& importer);
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  // From now on functions of any package may lack a body, as gc takes them unless it is told that the package is complete.
  void allowMissingBodies();
  Package* checkPackage(const PackageInput& input);
  // The package checked under this path; "unsafe" is always there. Null if there is none.
  Package* findPackage(std::string_view path);

  // Checks the body of a declared function if that has not happened; false if it has errors.
  bool checkBody(Object* func);

  // The type arguments an identifier or selector that denotes a generic function was given by the place it is used in
  // (assigned, passed); null if it has none. Those of calls and of F[T] hang on the CallExpr and the IndexExpr.
  const Instance* instanceOf(const ast::Expr* e) const;

  // Types everyone needs: lowering, the runtime's error values, reflect.
  Type* basic(BasicKind kind);
  Type* byteType();
  Type* runeType();
  Named* errorType();     // the predeclared error
  Interface* emptyInterface();
  TypeContext& types();
  ConstantPool& constants();
  Arena& arena();
  const Scope* universe();

  // ---- Documents (gossamer book): cells checked one after another against one persistent package ----

  // Makes the document's package. Its scope persists; imports persist too.
  Package* openDocument(std::string_view path, int goMinor = 26);

  struct CellResult {
    // What to run, in source order, as the body of a function without parameters: statements, and var declarations and
    // := whose variables are package-level objects of the document. FuncDecls that checked stand at the end; they need no
    // running. Of a cell that failed only functions are left (FuncDecls and `name := func…`).
    std::vector<ast::Node*> items;
    FuncInfo* info = nullptr;        // of the cell as a function: never captures, hasDefer may be set
    std::vector<Object*> initFuncs;  // func init()s, to be called before the items run
    Object* mainFunc = nullptr;      // func main declared by this cell, to be called after
    std::vector<Object*> unused;     // variables declared at the top level that the cell itself does not use
    bool functionFailed = false;     // a function did not check and was left undefined
    bool ok = false;                 // everything checked
  };
  // Of a malformed cell no errors but those of its syntax are reported.
  CellResult checkCell(Package* document, ast::Cell& cell);
  // Takes back everything that the last checkCell changed, so that another version of the cell can be tried. What it
  // returned must not have run.
  void forgetCell(Package* document);

private:
  std::unique_ptr<CheckerImpl> impl_;
};

// The language version N of go1.N that holds in a file: its //go:build line's, else the package's.
int fileVersion(const ast::File* file, int packageMinor);

// The types, constants and objects the checker found, one expression or declaration a line: what `gossamer dump --types`
// prints.
std::string dumpTypes(const Package& package, const SourceManager& sources);

} // namespace gossamer::sema
