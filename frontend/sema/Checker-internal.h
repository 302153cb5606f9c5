// The checker's inside, shared by the Check*.cpp files. Each file holds the member functions of one subject:
//   CheckPackage  collecting a package's objects, imports, unused imports     CheckDecl   resolving one object
//   CheckType     type expressions        CheckExpr    operands and operators    CheckConvert  assignability, conversion
//   CheckCall     calls and arguments     CheckBuiltin predeclared functions     CheckSelector x.f and T.m
//   CheckLiteral  literals                CheckIndex   indexing, slicing         CheckStmt     statements
//   CheckAssign   assignments             CheckRange   for range                 CheckLabel    labels and branches
//   CheckReturn   terminating statements  InitOrder    initialisation order      CheckCell     documents
//   Suggest       "did you mean"          Operand      messages about operands  CheckCycle  recursive declarations
//   Infer, Unify  type arguments          CheckCore    what type sets have in common
//   Mono          instantiations and interfaces without end
#pragma once

#include "frontend/sema/Checker.h"
#include "frontend/sema/TypeContext.h"
#include "runtime/base/NativeStack.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gossamer::sema {

// How a declared object is to be resolved. Owned by the checker (not the arena: the dependency list grows).
struct DeclInfo {
  Package* pkg = nullptr;
  ast::File* file = nullptr;
  Scope* scope = nullptr;         // where its type and initialiser are looked up: the file's scope
  ast::Expr* typeExpr = nullptr;
  ast::Expr* init = nullptr;
  std::span<Object*> lhs;         // of var a, b = f()
  ast::TypeSpec* typeSpec = nullptr;
  ast::FuncDecl* func = nullptr;
  int64_t iota = 0;
  bool inheritedInit = false;     // a const taking over the expression of the one above
  bool lhsDone = false;
  std::vector<const ast::Directive*> embeds; // of a var
  std::vector<Object*> deps;      // package-level objects its initialiser or body refers to
  std::unordered_set<Object*> depSet;

  void addDep(Object* o) {
    if (deps.size() < 16) {
      for (Object* d : deps)
        if (d == o) return;
    } else {
      if (depSet.empty()) depSet.insert(deps.begin(), deps.end());
      if (!depSet.insert(o).second) return;
    }
    deps.push_back(o);
  }
};

struct Operand {
  Mode mode = Mode::Invalid;
  BuiltinId builtin{};
  ast::Expr* expr = nullptr;
  Type* type = nullptr;
  Constant value;

  bool valid() const { return mode != Mode::Invalid; }
  bool isConstant() const { return mode == Mode::Constant; }
  bool isNil() const { return mode == Mode::Nil; }
};

// What is collected while a function's body is checked.
struct FuncState {
  FuncInfo* info = nullptr;
  FuncState* outer = nullptr;
  std::vector<Object*> locals;
  std::vector<Object*> captures;
  std::vector<ast::FuncLit*> literals;
  bool hasLabels = false; // labels, gotos or labelled branches: CheckLabel has work to do
};

// Where checking stands: saved and restored around everything nested.
struct Env {
  Package* pkg = nullptr;
  ast::File* file = nullptr;
  int goMinor = 26;
  Scope* scope = nullptr;
  DeclInfo* decl = nullptr;      // whose dependencies are being collected
  FuncInfo* func = nullptr;
  FuncState* state = nullptr;    // of func
  Constant iota;                 // none outside constant declarations
  Pos errorPos;                  // replaces every position while an inherited constant initialiser is evaluated
  bool hasCallOrRecv = false;    // seen in the expression at hand: len(f()) is not constant
  bool inTypeParamList = false;
  bool document = false;         // in a cell: looser rules
};

// Resolution state of objects (Object::colour).
enum Colour : uint8_t { kWhite = 0, kGrey = 1, kBlack = 2 };

// Why an untyped operand does not fit a type.
inline constexpr char kTruncated = 't', kOverflows = 'o', kMismatch = 'm';

// Bits of ast::Node::flags while checking; the parser leaves a node's height (at most kMaxDepth) in the low ones.
static_assert(kMaxDepth < 0x2000);
inline constexpr uint16_t kFlagShiftOperand = 0x2000; // untyped constant left of a non-constant shift: must become an integer
inline constexpr uint16_t kFlagSpineSeen = 0x4000;    // counted by evaluateSpine
inline constexpr uint16_t kFlagMemo = 0x8000;         // evaluated already: see memo_

inline constexpr uint16_t kCheckerFlags = 0xE000;

// "struct", "func"… of a type that is not basic; "" otherwise.
std::string_view compositeKind(Type* t);

// What a statement may contain.
struct StmtContext {
  bool breakOk = false;
  bool continueOk = false;
  bool fallthroughOk = false;
  bool finalSwitchCase = false;
  bool inTypeSwitch = false;
  ast::Stmt* breakTarget = nullptr;
  ast::Stmt* continueTarget = nullptr;
};

// Where a value is assigned to, for messages: "assignment", "argument to f".
struct Context {
  std::string_view words;
  ast::Expr* function = nullptr;
  Context(const char* w) : words(w) {}
  Context(std::string_view w, ast::Expr* f = nullptr) : words(w), function(f) {}
};

class CheckerImpl final : public ObjectResolver {
public:
  CheckerImpl(const ParseContext& context, Importer& importer);

  Arena& arena_;
  SymbolTable& symbols_;
  DiagnosticEngine& diags_;
  ParseContext parse_;
  Importer& importer_;
  TypeContext types_;
  ConstantPool consts_;
  std::unordered_map<std::string_view, Package*> packages_;
  std::deque<DeclInfo> decls_;
  Env env_;
  bool mayLackBodies_ = false; // Checker::allowMissingBodies
  std::vector<Object*> objectPath_;             // grey objects, outermost first
  std::deque<std::function<void()>> delayed_;   // checks that need complete types
  bool runningDelayed_ = false;
  uint32_t resolveDepth_ = 0;
  // Of complete structs: without these a doubling chain of types takes for ever.
  std::unordered_map<Struct*, int64_t> structSizes_, structAligns_;
  uint32_t exprDepth_ = 0;
  std::unordered_map<ast::Expr*, Operand> memo_; // deep left spines, evaluated from the inside
  uint64_t errorsSeen_ = 0;

  // Symbols looked at often.
  Symbol blank_, init_, main_, dot_;
  Object* iota_ = nullptr;

  // ---- Messages (Operand.cpp) ----
  void put(std::string& out, std::string_view s) const { out += s; }
  void put(std::string& out, const char* s) const { out += s; }
  void put(std::string& out, const std::string& s) const { out += s; }
  void put(std::string& out, char c) const { out += c; }
  void put(std::string& out, int n) const { out += std::to_string(n); }
  void put(std::string& out, size_t n) const { out += std::to_string(n); }
  void put(std::string& out, int64_t n) const { out += std::to_string(n); }
  void put(std::string& out, Symbol s) const { out += s.view(); }
  void put(std::string& out, Type* t) const;
  void put(std::string& out, const Operand& x) const;
  void put(std::string& out, ast::Expr* e) const;
  void put(std::string& out, const Object* o) const { out += o->name.view(); }
  void put(std::string& out, const Context& c) const {
    out += c.words;
    put(out, c.function);
  }
  void put(std::string& out, Constant c) const { out += ConstantPool::toString(c); }
  template <class... A> std::string text(const A&... args) const {
    std::string out;
    (put(out, args), ...);
    return out;
  }
  std::string describeOperand(const Operand& x) const;

  Pos posOf(Pos p) const { return p; }
  Pos posOf(const ast::Node* n) const;
  Pos posOf(const Operand& x) const { return posOf(x.expr); }
  Pos posOf(const Object* o) const { return o->pos; }
  Diagnostic dropped_; // stands in for a suppressed diagnostic
  Diagnostic& report(Pos at, DiagCode code, std::string message);
  template <class P, class... A> Diagnostic& error(const P& at, DiagCode code, const A&... args) {
    return report(posOf(at), code, text(args...));
  }
  Diagnostic& soft(Pos at, DiagCode code, std::string message); // a warning in documents
  std::string at(Pos p) const; // "file:line:col"

  // ---- Language versions ----
  bool allows(int minor) const { return env_.goMinor >= minor; }
  // Reports "what requires go1.N or later" unless the language is that new.
  bool requireVersion(Pos at, int minor, std::string_view what);
  std::string versionSuffix(int minor) const;

  // ---- Environment ----
  struct EnvSaver {
    CheckerImpl& c;
    Env saved;
    explicit EnvSaver(CheckerImpl& checker) : c(checker), saved(checker.env_) {}
    ~EnvSaver() { c.env_ = saved; }
    EnvSaver(const EnvSaver&) = delete;
    EnvSaver& operator=(const EnvSaver&) = delete;
  };
  Scope* openScope();
  void closeScope() { env_.scope = env_.scope->parent; }
  Object* lookup(Symbol name, Scope** where = nullptr);
  // Declares in the current scope (or `scope`); reports redeclaration.
  void declare(Scope* scope, ast::Ident* ident, Object* o);
  void reportRedeclared(Object* o, Object* old);
  Object* newVar(ast::Ident* ident, Type* type);      // local to the current function, or package-level outside
  Object* newLocal(Symbol name, Pos pos, Type* type);
  void later(std::function<void()> f) { delayed_.push_back(std::move(f)); }
  // Now, or, while types are being declared, once they are complete; in the environment of now.
  template <class F> void whenComplete(F f) {
    if (resolveDepth_ == 0) f();
    else
      later([this, pkg = env_.pkg, file = env_.file, goMinor = env_.goMinor, f] {
        EnvSaver saver(*this);
        env_.pkg = pkg;
        env_.file = file;
        env_.goMinor = goMinor;
        f();
      });
  }
  void runDelayed();
  void unusedLocals(std::span<Object* const> locals);

  // ---- Packages (CheckPackage.cpp) ----
  Package* checkPackage(const PackageInput& input);
  void collectObjects(Package* pkg, const PackageInput& input);
  void collectImport(Package* pkg, ast::File* file, Scope* fileScope, ast::ImportSpec* spec);
  void collectConst(Package* pkg, ast::File* file, Scope* scope, ast::GenDecl* decl);
  void collectVar(Package* pkg, ast::File* file, Scope* scope, ast::ValueSpec* spec);
  void collectType(Package* pkg, ast::File* file, Scope* scope, ast::TypeSpec* spec);
  void collectFunc(Package* pkg, ast::File* file, Scope* scope, ast::FuncDecl* func);
  void declarePackageObject(Package* pkg, ast::Ident* ident, Object* o, DeclInfo* d);
  void attachMethods(Package* pkg);
  Package* importPackage(std::string_view path, Pos pos);
  void unusedImports(Package* pkg);
  bool arityMatches(ast::ValueSpec* spec, size_t values, bool isConst, bool inherited);
  struct PendingMethod {
    Object* func;
    ast::FuncDecl* decl;
    Scope* scope;
  };
  struct PackageState {
    std::vector<Object*> objects;      // package-level objects in source order
    std::vector<PendingMethod> methods;
    std::vector<Object*> imports;      // PkgName objects
    std::vector<std::pair<Scope*, ast::File*>> fileScopes;
    std::unordered_map<Object*, std::vector<Object*>> methodsOf; // TypeName -> methods
    std::vector<Package*> imported;
    std::vector<Object*> bodies;       // functions whose bodies are to be checked
    std::unordered_map<Object*, Object*> dotImports;  // object seen through import . -> the import's PkgName
  };
  std::unordered_map<Package*, std::unique_ptr<PackageState>> states_;
  PackageState& state(Package* pkg) {
    auto& s = states_[pkg];
    if (!s) s = std::make_unique<PackageState>();
    return *s;
  }
  DeclInfo* newDecl(Package* pkg, ast::File* file, Scope* scope);

  // ---- Declarations (CheckDecl.cpp) ----
  void resolve(Object* o) override;
  void declObject(Object* o);
  void constDecl(Object* o, ast::Expr* typeExpr, ast::Expr* init, bool inherited);
  void varDecl(Object* o, std::span<Object*> lhs, ast::Expr* typeExpr, ast::Expr* init);
  void typeDecl(Object* o, ast::TypeSpec* spec);
  std::span<TypeParam*> typeParamsInScope() const; // of the function whose body is being checked
  void funcDecl(Object* o, DeclInfo* d);
  void collectMethods(Object* typeName);
  void checkFieldCollisions(Named* n);
  void declStmt(ast::GenDecl* decl);
  // `params` is set before the constraints, which may mention it.
  void declareTypeParams(std::span<ast::Field*> fields, Scope* scope, std::span<TypeParam*>& params);
  bool checkBody(Object* func);
  void funcBody(FuncInfo* info, ast::BlockStmt* body, Scope* scope);
  FuncInfo* newFuncInfo(ast::Node* node, Object* object, Signature* sig);

  // ---- Cycles (CheckCycle.cpp) ----
  void directCycles(Package* pkg);
  bool validCycle(Object* o);
  static size_t firstInSource(std::span<Object* const> cycle);
  void reportCycle(std::span<Object* const> cycle, size_t first);
  std::unordered_set<Object*> sizing_; // what finiteSize has put on the path
  bool finiteSize(Type* t);
  bool finiteSize(Type* t, std::unordered_set<Type*>& seen);
  void validType(Named* n);

  // ---- Types without end (Mono.cpp) ----
  // The type `argument`, which mentions `from`, is given for the type parameter `to`.
  struct Flow {
    TypeParam *from, *to;
    Type* argument;
    Pos pos;
    uint32_t weight;
  };
  std::vector<Flow> flows_;
  std::unordered_map<TypeParam*, TypeParam*> receiverParams_; // a method's names for its type's parameters
  std::vector<std::pair<Interface*, Pos>> interfaces_;        // interface types as written, outside the library
  void noteInstantiation(Pos pos, std::span<TypeParam* const> params, std::span<Type* const> args,
                         std::span<ast::Expr* const> written);
  bool instantiationCycles(); // true if there is one
  void anonymousCycles();

  // ---- Type expressions (CheckType.cpp) ----
  Type* typeExpr(ast::Expr* e, Named* def = nullptr);     // any type; generic ones are an error
  Type* varType(ast::Expr* e);                            // not a constraint interface
  void checkVarType(ast::Expr* e, Type* t);
  Type* genericType(ast::Expr* e, std::string* cause);
  Type* typeInternal(ast::Expr* e, Named* def);
  void setType(ast::Expr* e, Type* t, Mode m = Mode::TypeExpr);
  Type* arrayType(ast::ArrayTypeExpr* e, Named* def);
  int64_t arrayLength(ast::Expr* e);
  Type* structType(ast::StructTypeExpr* e, Named* def);
  Type* interfaceType(ast::InterfaceTypeExpr* e, Named* def);
  Type* mapType(ast::MapTypeExpr* e, Named* def);
  Signature* funcType(ast::FuncTypeExpr* e, ast::Field* recv, std::span<ast::Field*> typeParams, Named* def,
                      Signature* into = nullptr);
  using ParamNames = std::vector<std::pair<ast::Ident*, Object*>>; // to be declared
  std::span<Object*> collectParams(std::span<ast::Field*> fields, bool results, bool* variadic, ParamNames& names);
  void receiver(Signature* sig, Scope* scope, ast::Field* recv, ParamNames& names);
  Type* instantiatedType(ast::Expr* x, std::span<ast::Expr*> args, ast::Expr* whole);
  Type* parseUnion(ast::Expr* e);
  void checkTerm(std::span<const UnionTerm> terms, size_t at, Pos where);
  void defineUnder(Named* def, Type* t) {
    if (def && !def->underlyingType) def->underlyingType = t;
  }
  void typeIdent(ast::Ident* e, Operand& x, bool wantType, Named* def);
  // Reports the first type argument that does not satisfy its constraint: where it is written, else at pos.
  void verifyInstance(Pos pos, std::span<TypeParam* const> params, std::span<Type* const> args,
                      std::span<ast::Expr* const> written);

  // ---- Expressions (CheckExpr.cpp) ----
  // A variable of function type that an expression is assigned to: it tells what a generic function's type arguments are.
  struct Target {
    Signature* signature = nullptr;
    const Object* variable = nullptr; // which one, for messages: declared or a result,
    ast::Expr* place = nullptr;       // or an expression
    std::string description() const;
  };
  // The target for a variable of type t; false if that is no function type.
  static bool isTarget(Type* t) { return t && t->kind != TypeKind::Basic && as<Signature>(t); }
  void expr(Operand& x, ast::Expr* e, const Target* target = nullptr); // a single value
  void exprFor(Operand& x, ast::Expr* e, Type* t, const Object* variable, ast::Expr* place);
  void multiExpr(Operand& x, ast::Expr* e);                          // a value or a tuple, comma-ok allowed
  void genericExpr(Operand& x, ast::Expr* e);
  void exprOrType(Operand& x, ast::Expr* e, bool allowGeneric = false);
  void exprWithHint(Operand& x, ast::Expr* e, Type* hint);
  void rawExpr(Operand& x, ast::Expr* e, Type* hint, bool allowGeneric, const Target* target = nullptr);
  void exprKind(Operand& x, ast::Expr* e, Type* hint, bool allowGeneric, const Target* target);
  void requireInstance(Operand& x, const Target* target);
  void evaluateSpine(ast::Expr* e);
  void exclude(Operand& x, bool noValue, bool builtin, bool typeExpr);
  bool singleValue(Operand& x);
  void record(Operand& x);
  void ident(Operand& x, ast::Ident* e, Named* def, bool wantType);
  void unary(Operand& x, ast::UnaryExpr* e);
  void binary(Operand& x, ast::BinaryExpr* e);
  void binaryStep(Operand& x, Operand& y, ast::Expr* e, ast::Op op, Pos opPos, ast::Expr* lhs, ast::Expr* rhs);
  void matchOperands(Operand& x, Operand& y);
  bool mayConvert(const Operand& x, const Operand& y);
  void comparison(Operand& x, Operand& y, ast::Op op, bool switchCase = false);
  std::string incomparableCause(Type* t);
  void shift(Operand& x, Operand& y, ast::Expr* e, ast::Op op);
  bool operatorApplies(const Operand& x, ast::Op op);
  void overflow(Operand& x, Pos opPos);
  void starExpr(Operand& x, ast::StarExpr* e);
  void typeAssert(Operand& x, ast::TypeAssertExpr* e);
  void checkAssertion(ast::Expr* e, Operand& x, Type* t, bool typeSwitch);
  void markUsed(Object* v);
  void noteUse(Object* v);
  Object* rootVariable(ast::Expr* e); // the variable whose memory the expression is part of; null: none, or via a pointer
  void markAddrTaken(ast::Expr* e);
  void markAssigned(ast::Expr* e);

  // ---- Literals (CheckLiteral.cpp) ----
  void basicLit(Operand& x, ast::BasicLit* e);
  bool decodeString(std::string_view text, std::string* out);
  void compositeLit(Operand& x, ast::CompositeLit* e, Type* hint);
  void structLit(ast::CompositeLit* e, Type* type, Struct* s);
  int64_t indexedElements(std::span<ast::Expr*> elements, Type* elem, int64_t length);
  void mapLit(ast::CompositeLit* e, Type* type, Map* m);
  void funcLit(Operand& x, ast::FuncLit* e);

  // ---- Selectors (CheckSelector.cpp) ----
  void selector(Operand& x, ast::SelectorExpr* e, Named* def, bool wantType);
  std::string lookupError(Type* t, Symbol sel, Object* found, bool structLit);
  Object* missingMethod(Type* t, Type* iface, bool staticCheck, std::string* cause,
                        const std::function<bool(Type*, Type*)>& same = identical);
  bool implements(Type* t, Type* iface, bool constraint, std::string* cause);
  void suggestName(Diagnostic& d, ast::Ident* e);
  void suggestPackageMember(Diagnostic& d, ast::Ident* e, Package* pkg);
  void suggestMember(Diagnostic& d, ast::Ident* sel, Type* t);

  // ---- Indexing (CheckIndex.cpp) ----
  // True: x is a generic function, the indices its type arguments, left to the caller.
  bool indexExpr(Operand& x, ast::IndexExpr* e);
  void indexOperand(Operand& x, ast::IndexExpr* e);
  bool singleIndex(Operand& x, ast::IndexExpr* e);
  void sliceExpr(Operand& x, ast::SliceExpr* e);
  bool validIndex(Operand& x, std::string_view what, bool allowNegative);
  // The index's constant value, or -1; `max` < 0: unknown length.
  int64_t index(ast::Expr* e, int64_t max);

  // ---- Conversions (CheckConvert.cpp) ----
  bool representable(Operand& x, Basic* t, Constant* rounded, char* why);
  bool representableConst(Constant c, Basic* t, Constant* rounded);
  void representableOrReport(Operand& x, Basic* t);
  void reportRepresent(Operand& x, Type* t, char why);
  void convertUntyped(Operand& x, Type* target);
  // The type an untyped operand takes for this target; null if impossible (`why` as representable's).
  Type* implicitType(Operand& x, Type* target, Constant* value, char* why);
  void updateExprType(ast::Expr* e, Type* t, bool final);
  void takeType(ast::Expr* e, Type* t, bool final);
  void defaultType(Operand& x) { convertUntyped(x, defaultTypeOf(x.type)); }
  Type* defaultTypeOf(Type* t);
  Type* widerUntyped(Type* a, Type* b); // of two untyped types the one that holds both; null if none does
  bool assignable(const Operand& x, Type* t, std::string* cause);
  void assignment(Operand& x, Type* t, Context context);
  void conversion(Operand& x, Type* t);
  bool convertible(const Operand& x, Type* t, std::string* cause);

  // ---- Calls (CheckCall.cpp, CheckBuiltin.cpp) ----
  enum class StmtKind { Conversion, Expression, Statement };
  StmtKind callExpr(Operand& x, ast::CallExpr* e);
  void arguments(ast::CallExpr* e, Signature*& sig, std::span<Type*> typeArgs);
  struct ArgumentList {
    std::vector<Operand> operands;
    std::vector<std::vector<Type*>> partial; // type arguments of generic functions that need more; may be shorter
  };
  std::unordered_map<ast::Expr*, std::vector<Type*>> partial_; // of f[T] while an argument is evaluated
  ArgumentList argumentList(std::span<ast::Expr*> args);
  std::vector<Operand> operandList(std::span<ast::Expr*> list, bool allowCommaOk, bool* commaOk);
  bool builtinCall(Operand& x, ast::CallExpr* e, BuiltinId id);
  Type* sliceElement(const Operand& x, std::string& why);
  bool bytesOrString(Type* t);
  bool partsUnsupported(const Operand& x, std::string_view name, BasicKind narrow, BasicKind wide);

  // ---- Generic functions (Infer.cpp) ----
  enum class InferDirection { FromArguments, FromTarget };
  struct InferError {
    Pos pos;
    std::string message;
  };
  // Finds the missing (null) type arguments from the arguments for `formal`. `pos`: where what concerns none of them goes.
  bool infer(Pos pos, std::span<TypeParam* const> params, std::vector<Type*>& args, Tuple* formal,
             std::span<Operand> actual, InferDirection direction, InferError* error);
  bool inferCall(ast::CallExpr* e, Signature*& sig, std::span<Type* const> typeArgs, Tuple*& formal, ArgumentList& args);
  void instantiateFunc(Operand& x, ast::IndexExpr* e, const Target* target);
  Instance* instantiateSignature(Pos pos, Signature* sig, std::span<Type* const> args,
                                 std::span<ast::Expr* const> written);
  std::vector<TypeParam*> renamed(std::span<TypeParam* const> params);
  void resolveInferred(std::span<TypeParam* const> params, std::vector<Type*>& args);
  bool typeArguments(std::span<ast::Expr*> list, std::vector<Type*>& args);
  std::string paramNames(std::span<TypeParam* const> params) const;
  void noteInstance(ast::Expr* e, Instance* instance);
  std::unordered_map<ast::Expr*, Instance*> instances_; // of identifiers and selectors that denote generic functions

  // ---- Sizes ----
  int64_t sizeOf(Type* t); ///< more than kMaxTypeSize is all one
  static constexpr int64_t kMaxTypeSize = int64_t{1} << 50; // as gc has it
  /// Complains, now or once its parts are complete, if no address space could hold the type.
  void globalSize(Object* o);
  void checkSize(ast::Node* where, Type* t);
  void checkChanElem(Pos at, Type* elem);
  int64_t alignOf(Type* t);
  int64_t offsetOf(Struct* s, size_t field);
  bool constantSize(Type* t);

  // ---- Statements ----
  void stmtList(std::span<ast::Stmt*> list, const StmtContext& ctx);
  void stmt(ast::Stmt* s, const StmtContext& ctx);
  void blockStmt(ast::BlockStmt* s, const StmtContext& ctx);
  void simpleStmt(ast::Stmt* s) {
    if (s) stmt(s, StmtContext{});
  }
  void exprStmt(ast::ExprStmt* s);
  void goDefer(ast::Expr* call, std::string_view what);
  void ifStmt(ast::IfStmt* s, const StmtContext& ctx);
  void switchStmt(ast::SwitchStmt* s, StmtContext ctx);
  void typeSwitchStmt(ast::TypeSwitchStmt* s, StmtContext ctx);
  void selectStmt(ast::SelectStmt* s, StmtContext ctx);
  void forStmt(ast::ForStmt* s, StmtContext ctx);
  void rangeStmt(ast::RangeStmt* s, StmtContext ctx);
  void sendStmt(ast::SendStmt* s);
  Chan* channelFor(const Operand& x, ChanDir dir, Pos at);
  void branchStmt(ast::BranchStmt* s, const StmtContext& ctx);
  void returnStmt(ast::ReturnStmt* s);

  // ---- Assignments (CheckAssign.cpp) ----
  void assignStmt(ast::AssignStmt* s);
  void shortVarDecl(ast::AssignStmt* s);
  void reuseCellVariables(ast::AssignStmt* s, std::vector<std::pair<ast::Ident*, Object*>>& fresh);
  void initVars(std::span<Object*> lhs, std::span<ast::Expr*> rhs, ast::ReturnStmt* ret);
  void initVar(Object* v, Operand& x, Context context);
  void initConst(Object* c, Operand& x);
  void assignVars(std::span<ast::Expr*> lhs, std::span<ast::Expr*> rhs, ast::Stmt* s);
  Type* lhsVar(ast::Expr* e);
  void assignVar(ast::Expr* lhs, Operand* x, ast::Expr* rhs, Context context);
  void storeTo(ast::Expr* lhs, Operand& target, Operand& value, Context context);
  void assignRange(ast::Expr* lhs, Operand& y);
  void setCommaOk(ast::Expr* e, Type* flag);
  void assignMismatch(Pos at, size_t l, std::span<ast::Expr*> rhs, size_t r);
  void returnMismatch(ast::Node* at, std::span<Object*> lhs, const std::vector<Operand>& rhs);
  void useExprs(std::span<ast::Expr*> list); // evaluate for side annotations, suppressing nothing
  bool useLhs(std::span<ast::Expr*> list); // false: one of them is in error
  std::string termText(const UnionTerm& t) const;
  std::string typesSummary(const std::vector<Type*>& types, bool variadic, bool dots) const;

  // ---- Labels, terminating statements ----
  void labels(ast::BlockStmt* body);
  bool isTerminating(ast::Stmt* s, ast::Ident* label);
  bool isTerminatingList(std::span<ast::Stmt*> list);
  bool hasBreak(ast::Stmt* s, ast::Stmt* target, ast::Ident* label, bool implicit);

  // ---- Initialisation order ----
  void initOrder(Package* pkg);
  void collectLinknames(Package* pkg);
  void collectEmbeds(Package* pkg, ast::File* file);
  // The variables of the package that take embedded files.
  std::vector<Initializer> embeddings(Package* pkg);

  // ---- Documents ----
  Package* openDocument(std::string_view path, int goMinor);
  // In a document: the package a name means that nothing in the cell declares, imported now if need be; null if there is
  // none.
  Object* documentPackage(ast::Ident* e);
  // The same for a package of Go's library that this one lacks: that is reported, and a stand-in returned.
  Object* missingDocumentPackage(ast::Ident* e);
  // Remembers that the cell at hand was to define this name, and says so where a later cell misses it.
  void failDefinition(std::string_view name, Pos pos);
  void failMalformed(const ast::Cell& cell);
  bool noteFailedDefinition(Diagnostic& d, ast::Ident* e);
  Scope* documentImports_ = nullptr;                // PkgName objects of the document
  std::unordered_set<Object*> cellObjects_;         // declared at the top level of the cell at hand
  struct FailedDefinition {
    Pos pos;
    uint32_t cell;
  };
  std::map<std::string, FailedDefinition, std::less<>> failedDefinitions_;
  uint32_t cellNumber_ = 0;
  struct {
    std::vector<Object*> objects, imports;
    std::vector<std::pair<Named*, std::span<Object*>>> methods; // of types of earlier cells that the cell adds to
  } beforeCell_;
  Checker::CellResult checkCell(Package* document, ast::Cell& cell);
  void forgetCell(Package* document);

  Type* invalid() { return types_.invalid(); }
  // The single underlying type of all types in t's type set; null if there is none (t not a type parameter: under(t)).
  Type* coreType(Type* t);
  // Says why coreType(t) would be null, or why what is asked of every type of its set does not hold of one.
  using TypeCondition = std::function<bool(Type* t, Type* u, std::string& why)>; // t, its underlying type; null: none
  Type* commonUnder(Type* t, const TypeCondition& condition, std::string* why);
  // Whether f holds of the underlying type of t or, for a type parameter, of each of its set: f(null) if it has none.
  template <class F> bool everyUnder(Type* t, F f) {
    if (!isTypeParam(t)) return f(under(t));
    auto* i = cast<Interface>(under(t));
    if (!i || typeSet(i).allTypes || typeSet(i).terms.empty()) return f(static_cast<Type*>(nullptr));
    for (const UnionTerm& term : typeSet(i).terms)
      if (!f(under(term.type))) return false;
    return true;
  }
  // Likewise of every type of a type parameter's set; false if it has none.
  template <class F> static bool everyTerm(Type* t, F f) {
    auto* i = cast<Interface>(under(t));
    if (!i || typeSet(i).allTypes || typeSet(i).terms.empty()) return false;
    for (const UnionTerm& term : typeSet(i).terms)
      if (!f(term.type)) return false;
    return true;
  }
  // Puts a reason in front of the one that led to it.
  template <class... A> void nestCause(std::string* cause, const A&... args) const {
    if (!cause) return;
    std::string message = text(args...);
    if (!cause->empty()) message += "\n\t" + *cause;
    *cause = std::move(message);
  }
  Type* coreString(Type* t); // likewise, []byte and string together counting as string
};

inline bool isBlank(const ast::Ident* i) { return i->name.isBlank(); }

// The UTF-8 form of a rune; U+FFFD for what is none.
void appendRune(std::string& out, uint32_t r);

} // namespace gossamer::sema
