// The syntax tree. Nodes.def lists the node kinds and their fields; this header makes structs of them.
//
// Nodes live in the arena of their compilation, are trivially destructible and never move, so plain pointers
// to them are kept freely. The parser fills children, lists, attributes and places; the fields marked INFO in
// Nodes.def, and type, constant and mode of Expr, belong to the checker and to lowering, which write them
// once.
//
// Depth: the parser refuses sources whose tree would be deeper than kMaxDepth (see Parser.h), except along
// the left spine of binary expressions, calls and selectors (a + b + c + …, x.f().g()…) and the chain of
// else-ifs: these may be as long as the source likes, so a recursive pass must walk them with a loop.
//
//   switch (node->kind) { case ast::Kind::CallExpr: return visitCall(*node->as<ast::CallExpr>()); … }
//   ast::forEachChild(*node, [&](ast::Node& child) { … });
#pragma once

#include "frontend/ast/Arena.h"
#include "frontend/ast/Symbol.h"
#include "frontend/source/SourceFile.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the checker hangs on nodes; frontend/sema defines them.
namespace gossamer::sema {
struct Type;
class Constant;
struct Object;
struct Scope;
struct Selection;
struct Instance;
struct FuncInfo;
} // namespace gossamer::sema

namespace gossamer::ast {

// A file that a //go:embed directive names, by its path from the package's folder.
struct EmbeddedFile {
  std::string path, data;
};

enum class Kind : uint8_t {
#define NODE(Name, Base) Name,
#include "frontend/ast/Nodes.def"
};

enum class Op : uint8_t {
#define GOSSAMER_OPERATOR(Name, spelling, precedence) Name,
#include "frontend/ast/Operators.def"
};
std::string_view spelling(Op op);
int precedence(Op op); // 1 (||) to 5 (*), 0 for an operator that is not binary

enum class LitKind : uint8_t { Int, Float, Imaginary, Rune, String };
enum class ChanDir : uint8_t { Both, Send, Receive };
enum class BranchKind : uint8_t { Break, Continue, Goto, Fallthrough };
enum class DeclKind : uint8_t { Import, Const, Type, Var };

// Bits of FuncDecl::pragmas.
enum Pragma : uint32_t {
  kPragmaNoinline = 1u << 0,
  kPragmaNosplit = 1u << 1,
  kPragmaNoescape = 1u << 2,
  kPragmaLinkname = 1u << 3,
  kPragmaWrapper = 1u << 4, // of our library alone: recover looks through the function and its literals
};

#define NODE(Name, Base) struct Name;
#include "frontend/ast/Nodes.def"

struct Node {
  const Kind kind;
  uint8_t mode = 0;   // of an Expr: sema's operand mode
  uint16_t flags = 0; // free for the phase at work
  Pos pos;

  explicit Node(Kind kind) : kind(kind) {}

  // This node as a T, or null when it is of another kind.
  template <typename T> T* as() { return kind == T::kKind ? static_cast<T*>(this) : nullptr; }
  template <typename T> const T* as() const {
    return kind == T::kKind ? static_cast<const T*>(this) : nullptr;
  }
  bool is(Kind k) const { return kind == k; }
};

struct Expr : Node {
  using Node::Node;
  sema::Type* type = nullptr;
  const sema::Constant* constant = nullptr;
};

struct Stmt : Node {
  using Node::Node;
};

struct Decl : Node {
  using Node::Node;
};

#define NODE(Name, Base)                                                                                     \
  struct Name : Base {                                                                                       \
    static constexpr Kind kKind = Kind::Name;                                                                \
    Name() : Base(Kind::Name) {}
#define CHILD(Type, name) Type* name = nullptr;
#define LIST(Type, name) std::span<Type*> name;
#define ATTR(Type, name, init) Type name = init;
#define PLACE(name) Pos name;
#define INFO(Type, name, init) Type name = init;
#define END(Name)                                                                                            \
  }                                                                                                          \
  ;
#include "frontend/ast/Nodes.def"

std::string_view kindName(Kind kind);
bool isExpr(Kind kind);
bool isStmt(Kind kind);
bool isDecl(Kind kind);

// Calls visit(Node&) for each child that is there, in the order of the fields.
template <typename Visit> void forEachChild(Node& node, Visit&& visit) {
  switch (node.kind) {
#define NODE(Name, Base)                                                                                     \
  case Kind::Name: {                                                                                         \
    [[maybe_unused]] auto& it = static_cast<Name&>(node);
#define CHILD(Type, name)                                                                                    \
  if (it.name) visit(static_cast<Node&>(*it.name));
#define LIST(Type, name)                                                                                     \
  for (auto* child : it.name) visit(static_cast<Node&>(*child));
#define END(Name)                                                                                            \
  break;                                                                                                     \
  }
#include "frontend/ast/Nodes.def"
  }
}

// The leftmost token of a node: where gc places compile errors about an expression.
Pos startPos(const Node& node);
// Just past the last token where the tree knows it; otherwise near it.
Pos endPos(const Node& node);

// x without the parentheses around it.
Expr* unparen(Expr* x);
// The expression as gc prints it in messages: function bodies as "func(x int) {…}", long literals shortened
// likewise.
std::string exprText(const Expr& x);

// The tree as text, a node a line, children indented: what `gossamer dump --ast` prints.
std::string dump(const Node& node, const SourceManager* positions = nullptr);

} // namespace gossamer::ast
