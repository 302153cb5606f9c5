#include "frontend/ast/Ast.h"

namespace gossamer::ast {

std::string_view spelling(Op op) {
  static constexpr std::string_view kSpellings[] = {
#define GOSSAMER_OPERATOR(Name, spelling, precedence) spelling,
#include "frontend/ast/Operators.def"
  };
  return kSpellings[static_cast<size_t>(op)];
}

int precedence(Op op) {
  static constexpr int kPrecedences[] = {
#define GOSSAMER_OPERATOR(Name, spelling, precedence) precedence,
#include "frontend/ast/Operators.def"
  };
  return kPrecedences[static_cast<size_t>(op)];
}

std::string_view kindName(Kind kind) {
  static constexpr std::string_view kNames[] = {
#define NODE(Name, Base) #Name,
#include "frontend/ast/Nodes.def"
  };
  return kNames[static_cast<size_t>(kind)];
}

namespace {

enum class Base : uint8_t { Node, Expr, Stmt, Decl };

constexpr Base kBases[] = {
#define NODE(Name, BaseName) Base::BaseName,
#include "frontend/ast/Nodes.def"
};

Base baseOf(Kind kind) {
  return kBases[static_cast<size_t>(kind)];
}

} // namespace

bool isExpr(Kind kind) {
  return baseOf(kind) == Base::Expr;
}
bool isStmt(Kind kind) {
  return baseOf(kind) == Base::Stmt;
}
bool isDecl(Kind kind) {
  return baseOf(kind) == Base::Decl;
}

Pos startPos(const Node& node) {
  for (const Node* at = &node;;) {
    const Node* left = nullptr;
    switch (at->kind) {
    case Kind::CompositeLit: left = at->as<CompositeLit>()->typeExpr; break;
    case Kind::KeyValueExpr: left = at->as<KeyValueExpr>()->key; break;
    case Kind::SelectorExpr: left = at->as<SelectorExpr>()->x; break;
    case Kind::IndexExpr: left = at->as<IndexExpr>()->x; break;
    case Kind::TypeAssertExpr: left = at->as<TypeAssertExpr>()->x; break;
    case Kind::CallExpr: left = at->as<CallExpr>()->fun; break;
    case Kind::BinaryExpr: left = at->as<BinaryExpr>()->x; break;
    case Kind::ExprStmt: left = at->as<ExprStmt>()->x; break;
    case Kind::SendStmt: left = at->as<SendStmt>()->channel; break;
    case Kind::IncDecStmt: left = at->as<IncDecStmt>()->x; break;
    case Kind::LabeledStmt: left = at->as<LabeledStmt>()->label; break;
    case Kind::AssignStmt:
      if (auto* assign = at->as<AssignStmt>(); !assign->lhs.empty()) left = assign->lhs[0];
      break;
    case Kind::Field:
      if (auto* field = at->as<Field>())
        left = field->names.empty() ? static_cast<Node*>(field->typeExpr) : field->names[0];
      break;
    default: break;
    }
    if (!left) return at->pos;
    at = left;
  }
}

Pos endPos(const Node& node) {
  for (const Node* at = &node;;) {
    const Node* right = nullptr;
    switch (at->kind) {
    case Kind::Ident: return at->pos.advanced(static_cast<uint32_t>(at->as<Ident>()->name.view().size()));
    case Kind::BasicLit: return at->pos.advanced(static_cast<uint32_t>(at->as<BasicLit>()->text.size()));
    case Kind::CompositeLit: return at->as<CompositeLit>()->rbrace.advanced(1);
    case Kind::ParenExpr: return at->as<ParenExpr>()->rparen.advanced(1);
    case Kind::IndexExpr: return at->as<IndexExpr>()->rbracket.advanced(1);
    case Kind::SliceExpr: return at->as<SliceExpr>()->rbracket.advanced(1);
    case Kind::TypeAssertExpr: return at->as<TypeAssertExpr>()->rparen.advanced(1);
    case Kind::CallExpr: return at->as<CallExpr>()->rparen.advanced(1);
    case Kind::StructTypeExpr: return at->as<StructTypeExpr>()->rbrace.advanced(1);
    case Kind::InterfaceTypeExpr: return at->as<InterfaceTypeExpr>()->rbrace.advanced(1);
    case Kind::FuncTypeExpr: return at->as<FuncTypeExpr>()->end;
    case Kind::BlockStmt: return at->as<BlockStmt>()->rbrace.advanced(1);
    case Kind::SwitchStmt: return at->as<SwitchStmt>()->rbrace.advanced(1);
    case Kind::TypeSwitchStmt: return at->as<TypeSwitchStmt>()->rbrace.advanced(1);
    case Kind::SelectStmt: return at->as<SelectStmt>()->rbrace.advanced(1);
    case Kind::KeyValueExpr: right = at->as<KeyValueExpr>()->value; break;
    case Kind::FuncLit: right = at->as<FuncLit>()->body; break;
    case Kind::SelectorExpr: right = at->as<SelectorExpr>()->sel; break;
    case Kind::StarExpr: right = at->as<StarExpr>()->x; break;
    case Kind::UnaryExpr: right = at->as<UnaryExpr>()->x; break;
    case Kind::BinaryExpr: right = at->as<BinaryExpr>()->y; break;
    case Kind::ArrayTypeExpr: right = at->as<ArrayTypeExpr>()->elem; break;
    case Kind::SliceTypeExpr: right = at->as<SliceTypeExpr>()->elem; break;
    case Kind::MapTypeExpr: right = at->as<MapTypeExpr>()->value; break;
    case Kind::ChanTypeExpr: right = at->as<ChanTypeExpr>()->elem; break;
    case Kind::EllipsisExpr: right = at->as<EllipsisExpr>()->elem; break;
    case Kind::ExprStmt: right = at->as<ExprStmt>()->x; break;
    case Kind::SendStmt: right = at->as<SendStmt>()->value; break;
    case Kind::AssignStmt:
      if (auto* assign = at->as<AssignStmt>(); !assign->rhs.empty()) right = assign->rhs.back();
      break;
    default: break;
    }
    if (!right) return at->pos;
    at = right;
  }
}

Expr* unparen(Expr* x) {
  while (x && x->kind == Kind::ParenExpr) x = x->as<ParenExpr>()->x;
  return x;
}

} // namespace gossamer::ast
