// What names stand for: objects, the scopes that hold them, packages, and what the checker hangs on syntax nodes.
//
// All of it lives in the checker's arena. After checking it is read-only, except for the `lowering` words, which belong
// to lowering, and for what checkBody adds when a library function's body is checked later.
//
// Where things are found after checking:
//   every Expr         type (final, after conversion of untyped operands), mode, constant (not null: a constant)
//   Ident              object: what it declares or refers to; null for blank and for errors
//   SelectorExpr       selection: null for errors
//   CallExpr           callKind, builtin
//   v, ok forms        the right-hand expression's type is a Tuple of the value's type and the flag's
//   f(g()) with g multi-valued, and return g(): the argument's type is a Tuple
//   IndexExpr/CallExpr instance: type arguments of an instantiated function (see also Checker::instanceOf)
//   FuncLit, FuncDecl  info
//   CaseClause         object: the variable of a type switch's clause (null without binding)
//   BranchStmt         target, or null for a fallthrough
//   For/RangeStmt      perIterationVars; RangeStmt rangeKind
//   nil                its type is the type it was converted to
#pragma once

#include "frontend/sema/Constant.h"
#include "frontend/sema/Types.h"

#include <span>
#include <string>
#include <string_view>

namespace gossamer::sema {

// What an expression stands for (ast::Node::mode).
enum class Mode : uint8_t {
  Invalid,  // an error was reported
  NoValue,  // a call without results
  Builtin,  // a builtin function, only ever called
  TypeExpr, // the expression denotes a type
  Constant,
  Variable, // addressable
  MapIndex, // m[k]: assignable but not addressable; allows v, ok
  Value,
  Nil,
  CommaOk,  // a value that allows v, ok: type assertion, receive
};
inline Mode modeOf(const ast::Expr& e) { return static_cast<Mode>(e.mode); }

enum class CallKind : uint8_t { Call, Conversion, Builtin };
enum class RangeKind : uint8_t { None, Int, String, Array, ArrayPointer, Slice, Map, Chan, Func };

enum class BuiltinId : uint8_t {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind) Id,
#include "frontend/sema/Builtins.def"
};
std::string_view builtinName(BuiltinId id);

enum class ObjectKind : uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };

struct FuncInfo;
struct DeclInfo; // private to the checker: how a package-level or local object is declared

struct Object {
  const ObjectKind kind;
  uint8_t colour = 0; // private to the checker: resolution state

  // Of variables and constants
  bool used : 1 = false;
  bool isField : 1 = false;
  bool isEmbedded : 1 = false;     // an embedded field
  bool isParam : 1 = false;        // receiver, parameter or result
  bool isResult : 1 = false;
  bool isReceiver : 1 = false;
  bool isPackageLevel : 1 = false; // a package's variable, or a document's top-level one
  bool isCaptured : 1 = false;     // used in a function literal nested in its function
  bool isAssigned : 1 = false;     // assigned after its declaration (also by ++, op=, range without :=)
  bool isAssignedInCapture : 1 = false; // … by a nested literal
  bool isAddrTaken : 1 = false;    // &x, x[:] of an array, x.f() with pointer receiver, also of a part of x
  bool isAlias : 1 = false;        // of a TypeName
  bool isLoopVar : 1 = false;      // declared by a for or range clause with perIterationVars
  // Of a method
  bool hasPointerRecv : 1 = false;
  bool isMethod : 1 = false;
  bool isInterfaceMethod : 1 = false;
  bool isDotImport : 1 = false;    // private: visible through import .
  bool isInit : 1 = false;         // a func init

  Symbol name;
  Pos pos;                    // of the declaring identifier
  Package* pkg = nullptr;     // null for the universe
  Type* type = nullptr;       // null until resolved (see Checker::resolve) and for PkgName, Label, Builtin
  Scope* parent = nullptr;    // null for fields and methods
  Constant constant;          // Const
  BuiltinId builtin{};        // Builtin
  int32_t index = -1;         // of a field in its struct; of a parameter; of a method among its type's methods
  Package* imported = nullptr; // PkgName
  FuncInfo* function = nullptr; // Var: the function it is local to; null for package-level ones and fields
  ast::Node* node = nullptr;  // Func: FuncDecl (or the Field of an interface method); TypeName: TypeSpec; Var: its Ident
  Object* origin = nullptr;   // field or method of an instance: the generic type's one
  Named* instanceOf = nullptr; // method of an instance of a generic type: that instance
  DeclInfo* decl = nullptr;
  void* lowering = nullptr;

  explicit Object(ObjectKind k) : kind(k) {}
  bool isExported() const { return name.isExported(); }
  bool isVar() const { return kind == ObjectKind::Var; }
  bool isFunc() const { return kind == ObjectKind::Func; }
};

inline Type* Tuple::at(size_t i) const { return vars[i]->type; }

// Names declared in a block. Small scopes are searched linearly, larger ones by an open-addressed table.
struct Scope {
  Scope* parent = nullptr;
  Object** objects = nullptr; // in order of declaration
  uint32_t count = 0;
  uint32_t capacity = 0;
  uint32_t tableSize = 0; // power of two, 0 while small
  bool isFunc : 1 = false;
  bool isPackage : 1 = false;
  bool isFile : 1 = false;
  FuncInfo* function = nullptr;
  uint32_t* table = nullptr; // index + 1 into objects

  std::span<Object* const> all() const { return {objects, count}; }
  Object* lookup(Symbol name) const; // in this scope only
  // Declares; an older object of that name is returned and stays unless `shadow`.
  Object* insert(Arena& arena, Object* o, bool shadow = false);
  void remove(Object* o); // what o shadowed is visible again
  // Makes the scope hold just these, as all() once gave them.
  void restore(Arena& arena, std::span<Object* const> objects);

private:
  void place(uint32_t index);
};

enum class SelectionKind : uint8_t {
  FieldVal,   // x.f
  MethodVal,  // x.m: also the function of a call x.m(…)
  MethodExpr, // T.m
  Qualified,  // pkg.Name: obj is the package's object
};

struct Selection {
  SelectionKind kind;
  bool indirect = false;      // a pointer is followed somewhere on the path
  Type* recv = nullptr;       // type of x
  Object* obj = nullptr;      // field, method, or the package's object
  std::span<const int> index; // embedded fields to walk, last the field's or method's own index
  // MethodVal, MethodExpr: type is that of the method value or function; FieldVal: of the field.
  Type* type = nullptr;
};

// Type arguments, given or inferred, of an instantiated generic function or type.
struct Instance {
  std::span<Type*> typeArgs;
  Type* type = nullptr;
  void* lowering = nullptr; // what lowering made of the function, where no type argument depends on a type parameter
};

// What lowering wants to know about one function or function literal.
struct FuncInfo {
  ast::Node* node = nullptr;     // FuncDecl or FuncLit
  Object* object = nullptr;      // null for a literal
  FuncInfo* outer = nullptr;     // of a literal: the enclosing function; null at package level
  Signature* signature = nullptr;
  Package* pkg = nullptr;
  std::span<Object*> captures;   // variables of enclosing functions used here or in nested literals, in order of first use
  std::span<Object*> locals;     // variables declared in the body, in source order (parameters and results not included)
  std::span<ast::FuncLit*> literals; // nested directly
  bool hasDefer = false;
  bool hasRecover = false;       // calls recover itself
  bool hasLabels = false;
  bool namedResults = false;
  bool bodyChecked = false;
  bool failed = false;           // the body has errors
  uint32_t literalNumber = 0;    // counted within the outermost function: f.func1, f.func1.2…
  void* lowering = nullptr;
};

// lhs… = rhs of a package-level variable declaration; lhs may hold blank variables. For `var a, b = f()` one entry with both.
struct Initializer {
  std::span<Object*> lhs;
  ast::Expr* rhs = nullptr; // null for a variable that takes embedded files
  std::span<const ast::EmbeddedFile* const> files; // by path
};

// //go:linkname local target: if the local declaration has no body or initialiser, it stands for the target, "path.name".
struct Linkname {
  Object* local;
  std::string_view target;
};

struct Package {
  std::string_view path;
  Symbol name;
  Scope* scope = nullptr;
  std::span<ast::File*> files;
  std::span<Package*> imports;     // directly imported, each once, in order of first import
  std::span<Initializer> initOrder; // variables without initialiser do not occur
  std::span<Linkname> linknames;
  std::span<Object*> initFuncs;    // func init()s in source order
  std::span<Object*> funcs;        // every function and method declared, init and blank ones included
  std::span<Object*> namedTypes;   // every package-level TypeName
  uint32_t localTypes = 0;         // how many types its functions declare
  bool complete = false;           // declarations checked
  bool failed = false;             // has errors
  bool mayLackBodies = false;
  bool isLibrary = false;          // bodies are checked on demand
  bool fake = false;               // stands for a package that could not be imported
  int goMinor = 26;                // language version 1.N
  void* lowering = nullptr;
};

} // namespace gossamer::sema
