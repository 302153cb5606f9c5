// What the grammar's actions call: makes nodes, checks what gc's parser checks besides grammar, words syntax
// errors.
//
// Lists are built as chains of links that are recycled when a list becomes a span. Every node's height is
// kept in Node::flags while parsing, so that a tree that later passes could not recurse over is refused
// (kMaxDepth).
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/parse/TokenFilter.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace gossamer::parse {

// Offsets in the lexer's text.
struct Extent {
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct Link {
  ast::Node* node;
  Link* next;
};
// The last link of a circular chain; null when empty.
using List = Link;

union Value {
  ast::Node* node;
  ast::Expr* expr;
  ast::Stmt* stmt;
  ast::Decl* decl;
  ast::Ident* ident;
  ast::BasicLit* literal;
  ast::Field* field;
  ast::BlockStmt* block;
  ast::FuncTypeExpr* signature;
  List* list;
  ast::Op op;
};

// Where a syntax error struck: symbol kinds on the parser's stack, innermost first, and the tokens it would
// have taken.
struct SyntaxState {
  std::vector<int> stack;
  std::vector<int> expected;
};

enum class OnSyntaxError : uint8_t { GiveUp, Report };

class Builder {
public:
  Builder(const ParseContext& context, Lexer& lexer, TokenFilter& filter, OnSyntaxError onSyntaxError)
      : context_(context), arena_(context.arena), lexer_(lexer), filter_(filter),
        errorsBefore_(context.diags.errorCount()), errorsBeforeItem_(errorsBefore_), onSyntaxError_(onSyntaxError) {}

  // ---- for the parser ----
  int nextToken(Value* value, Extent* extent);
  void opened(Bracket role) { filter_.opened(role); }
  // False: parsing ends here.
  bool recover(Sync sync);
  void syntaxError(const SyntaxState& state);
  bool givesUp() const { return onSyntaxError_ == OnSyntaxError::GiveUp; }
  void giveUp() { gaveUp_ = true; }
  // There was a syntax error, and nothing of this parse is to be used.
  bool gaveUp() const { return gaveUp_; }

  // ---- results ----
  const std::vector<ast::Node*>& topLevel() const { return topLevel_; }
  // Whether there was an error anywhere in that item of topLevel().
  bool isBroken(size_t item) const { return broken_[item]; }
  ast::Ident* packageName() const { return packageName_; }
  ast::BlockStmt* body() const { return body_; }
  // After parsing: reports uses of .(type) that no type switch claimed, and too deep a tree. False if the
  // tree must not be used.
  bool finish();
  std::span<ast::Directive*> directives();
  const std::vector<LineDirective>& lineDirectives() const { return lexer_.lineDirectives(); }
  Pos pos(uint32_t offset) const { return lexer_.pos(offset); }

  // ---- lists ----
  List* append(List* list, ast::Node* node); // null nodes are left out
  List* single(ast::Node* node) { return append(nullptr, node); }
  List* prepend(ast::Node* node, List* list);

  // ---- declarations ----
  void packageClause(ast::Ident* name, Extent at);
  void topLevel(ast::Node* node);
  void finishBody(ast::BlockStmt* block) { body_ = block; }
  ast::Node* cellStmt(ast::Stmt* stmt);
  ast::Decl* genDecl(ast::DeclKind kind, Extent at, List* specs, bool grouped);
  ast::Node* importSpec(ast::Ident* name, ast::BasicLit* path, Extent at);
  ast::Ident* dotName(Extent at);
  ast::Node* valueSpec(List* names, ast::Expr* type, List* values, Extent at);
  ast::Node* typeSpec(ast::Ident* name, List* typeParams, bool alias, ast::Expr* type);
  ast::Decl* funcDecl(Extent at, ast::Field* receiver, ast::Ident* name, List* typeParams,
                      ast::FuncTypeExpr* signature, ast::BlockStmt* body);
  ast::Decl* methodDecl(Extent at, List* receivers, ast::Ident* name, ast::FuncTypeExpr* signature,
                        ast::BlockStmt* body);
  void lazyBody(Extent at) { lazyBody_ = {pos(at.begin), pos(at.end)}; }

  // ---- types ----
  ast::Field* param(ast::Ident* name, ast::Expr* type, Extent at);
  List* groupParams(List* params, Extent close) { return group(params, close, false); }
  List* typeParams(List* params, Extent close) { return group(params, close, true); }
  List* resultParams(List* params) { return params; }
  List* resultType(ast::Expr* type) { return single(param(nullptr, type, {})); }
  ast::FuncTypeExpr* signature(List* params, List* results, Extent at);
  ast::Expr* funcType(Extent at, ast::FuncTypeExpr* signature);
  ast::Expr* ellipsis(Extent at, ast::Expr* elem);
  ast::Expr* sliceType(Extent at, ast::Expr* elem);
  ast::Expr* arrayType(Extent at, ast::Expr* length, ast::Expr* elem);
  ast::Expr* dotsArrayType(Extent at, ast::Expr* elem);
  ast::Expr* mapType(Extent at, ast::Expr* key, ast::Expr* value);
  ast::Expr* chanType(Extent at, ast::ChanDir dir, ast::Expr* elem);
  ast::Expr* structType(Extent at, List* fields, Extent rbrace);
  ast::Expr* interfaceType(Extent at, List* elements, Extent rbrace);
  ast::Field* field(List* names, ast::Expr* type, ast::BasicLit* tag, Extent at);
  ast::Field* embedded(ast::Expr* type, ast::BasicLit* tag, Extent at);
  ast::Field* parenEmbedded(ast::Expr* type, ast::BasicLit* tag, Extent at);
  ast::Field* method(ast::Ident* name, ast::FuncTypeExpr* signature, Extent at);

  // ---- expressions ----
  ast::Expr* binary(ast::Op op, ast::Expr* x, Extent at, ast::Expr* y);
  ast::Expr* unary(ast::Op op, Extent at, ast::Expr* x);
  ast::Expr* star(Extent at, ast::Expr* x);
  ast::Expr* receive(Extent at, ast::Expr* x);
  ast::Expr* selector(ast::Expr* x, Extent at, ast::Ident* sel);
  ast::Expr* index(ast::Expr* x, Extent at, List* indices, Extent close);
  ast::Expr* slice(ast::Expr* x, Extent at, ast::Expr* low, ast::Expr* high, ast::Expr* max, bool full,
                   Extent close);
  void checkFullSlice(ast::Expr* middle, Extent colon, ast::Expr* last, Extent close);
  ast::Expr* typeAssert(ast::Expr* x, Extent at, ast::Expr* type, Extent close);
  ast::Expr* call(ast::Expr* fun, Extent at, List* args, bool dots, Extent close);
  ast::Expr* paren(ast::Expr* x, Extent open, Extent close);
  ast::Expr* compositeLit(ast::Expr* type, Extent open, List* elements, Extent close);
  ast::Expr* parenCompositeLit(ast::Expr* type, Extent open, List* elements, Extent close);
  ast::Expr* keyValue(ast::Expr* key, Extent at, ast::Expr* value);
  ast::Expr* funcLit(Extent at, ast::FuncTypeExpr* signature, ast::BlockStmt* body);

  // ---- statements ----
  ast::BlockStmt* block(Extent open, List* stmts, Extent close);
  ast::Stmt* declStmt(ast::Decl* decl);
  ast::Stmt* labeled(ast::Ident* label, Extent colon, ast::Stmt* stmt);
  ast::Stmt* emptyLabeled(ast::Ident* label, Extent colon, int lookahead);
  ast::Stmt* exprStmt(ast::Expr* x, Extent at);
  ast::Stmt* incDec(ast::Op op, ast::Expr* x, Extent at);
  ast::Stmt* send(ast::Expr* channel, Extent at, ast::Expr* value);
  ast::Stmt* assign(ast::Op op, bool define, List* lhs, Extent at, List* rhs);
  ast::Stmt* goStmt(Extent at, ast::Expr* call);
  ast::Stmt* deferStmt(Extent at, ast::Expr* call);
  ast::Stmt* returnStmt(Extent at, List* results);
  ast::Stmt* branch(ast::BranchKind kind, Extent at, ast::Ident* label);
  ast::Stmt* ifStmt(Extent at, ast::Stmt* init, const Extent* semi, ast::Stmt* cond, ast::BlockStmt* then,
                    ast::Stmt* otherwise);
  ast::Stmt* forStmt(Extent at, ast::Stmt* init, ast::Stmt* cond, ast::Stmt* post, ast::BlockStmt* body);
  ast::Stmt* rangeClause(List* lhs, bool define, Extent at, ast::Expr* x);
  ast::Stmt* rangeStmt(Extent at, ast::Stmt* clause, ast::BlockStmt* body);
  ast::Stmt* switchStmt(Extent at, ast::Stmt* init, ast::Stmt* tag, Extent open, List* clauses, Extent close);
  ast::Stmt* caseClause(Extent at, List* exprs, bool isDefault, Extent colon, List* body, Extent bodyAt);
  ast::Stmt* selectStmt(Extent at, Extent open, List* clauses, Extent close);
  ast::Stmt* commClause(Extent at, ast::Stmt* comm, Extent colon, List* body, Extent bodyAt);

private:
  template <typename T> T* make(Pos at) {
    T* node = arena_.make<T>();
    node->pos = at;
    return node;
  }
  // Turns a chain into a span and recycles its links. Heights go to spanHeight_.
  template <typename T> std::span<T*> span(List* list);
  // Sets the height of a node from those of its children (and of the spans made since the last call).
  template <typename T> T* grown(T* node, std::initializer_list<const ast::Node*> children);
  ast::Expr* badExpr(Pos at) { return make<ast::BadExpr>(at); }

  List* group(List* params, Extent close, bool typeParams);
  ast::Expr* condition(ast::Stmt* stmt, Pos missing, std::string_view keyword);
  void valueError(const ast::Stmt& stmt);
  ast::Expr* reversedChan(Pos at, ast::Expr* x);
  void clauseEnds();
  void refuseDots(ast::Field* field, std::string_view message);
  ast::Expr* callOperand(ast::Expr* x, std::string_view keyword);
  Diagnostic& syntaxErrorAt(Pos at, std::string message);
  Diagnostic& errorAt(Pos at, std::string message);
  void suggest(Diagnostic& diagnostic, const SyntaxState& state);

  const ParseContext& context_;
  Arena& arena_;
  Lexer& lexer_;
  TokenFilter& filter_;
  Link* freeLinks_ = nullptr;
  uint32_t spanHeight_ = 0;
  Pos tooDeep_;
  std::vector<ast::Node*> topLevel_;
  std::vector<bool> broken_; // of topLevel_
  const size_t errorsBefore_; // of this text
  size_t errorsBeforeItem_;
  OnSyntaxError onSyntaxError_;
  bool gaveUp_ = false;
  ast::Ident* packageName_ = nullptr;
  ast::BlockStmt* body_ = nullptr;
  Range lazyBody_;
  std::vector<ast::TypeAssertExpr*> guards_; // x.(type) that no type switch has claimed
  size_t directivesUsed_ = 0;
  uint32_t syntaxErrors_ = 0;
  bool sawNonImport_ = false;
};

// The source text of a simple statement, for messages.
std::string stmtText(const ast::Stmt& stmt);

} // namespace gossamer::parse
