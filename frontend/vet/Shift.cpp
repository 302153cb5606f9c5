// shift: shifting by at least the width of an operand leaves nothing of it.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"
#include "frontend/vet/SourceText.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

int widthOf(sema::Type* type) {
  using enum sema::BasicKind;
  switch (sema::basicKind(type)) {
  case Int8:
  case Uint8: return 8;
  case Int16:
  case Uint16: return 16;
  case Int32:
  case Uint32: return 32;
  case Int:
  case Uint:
  case Uintptr:
  case Int64:
  case Uint64: return 64;
  default: return 0;
  }
}

bool isConstantBool(const ast::Expr* x, bool value) {
  return x && x->constant && x->constant->kind() == sema::ConstantKind::Bool &&
         x->constant->boolValue() == value;
}

// Is every case of the clause a constant that the tag, a constant too, is not?
bool neverMatches(const ast::CaseClause& clause, const ast::Expr* tag) {
  if (clause.isDefault || (tag && !tag->constant)) return false;
  std::string value = tag ? sema::ConstantPool::toExactString(*tag->constant) : std::string();
  return std::all_of(clause.exprs.begin(), clause.exprs.end(), [&](const ast::Expr* x) {
    if (!tag) return isConstantBool(x, false);
    return x->constant && sema::ConstantPool::toExactString(*x->constant) != value;
  });
}

// Does the walk stand in code that a constant condition rules out, as code for other word sizes is?
bool isRuledOut(const Pass& pass) {
  std::span<ast::Node* const> path = pass.path();
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    const ast::Node* inside = path[i + 1];
    if (auto* stmt = path[i]->as<ast::IfStmt>()) {
      if (inside == stmt->then && isConstantBool(stmt->cond, false)) return true;
      if (inside == stmt->otherwise && isConstantBool(stmt->cond, true)) return true;
    } else if (auto* stmt = path[i]->as<ast::SwitchStmt>()) {
      auto* clause = inside->as<ast::CaseClause>();
      if (clause && neverMatches(*clause, stmt->tag)) return true;
    }
  }
  return false;
}

void checkShiftOf(Pass& pass, const ast::Node& at, const ast::Expr& x, const ast::Expr& count) {
  if (x.constant || !x.type) return; // the compiler sees to constants
  auto by = constantInt(&count);
  if (!by) return;
  int narrowest = 0, widest = 0;
  for (sema::Type* type : possibleTypes(x.type)) {
    int width = widthOf(type);
    if (width == 0) return;
    narrowest = narrowest ? std::min(narrowest, width) : width;
    widest = std::max(widest, width);
  }
  if (narrowest == 0 || *by < narrowest || isRuledOut(pass)) return;
  std::string bits = (narrowest == widest ? "" : "may be ") + std::to_string(narrowest) + " bits";
  pass.report(ast::startPos(at), sourceText(x, &pass.sources()) + " (" + bits + ") too small for shift of " +
                                     std::to_string(*by));
}

bool isShift(ast::Op op) {
  return op == ast::Op::Shl || op == ast::Op::Shr;
}

} // namespace

void checkShift(Pass& pass) {
  pass.on<ast::BinaryExpr>([&pass](ast::BinaryExpr& x) {
    if (isShift(x.op)) checkShiftOf(pass, x, *x.x, *x.y);
  });
  pass.on<ast::AssignStmt>([&pass](ast::AssignStmt& stmt) {
    if (isShift(stmt.op)) checkShiftOf(pass, stmt, *stmt.lhs[0], *stmt.rhs[0]);
  });
}

} // namespace gossamer::vet
