// In which order the operands of an expression are evaluated.
//
// The spec orders calls, receive operations and && and || only; programs see the rest where a call changes a
// variable that stands beside it, or where an operand panics. gc first makes all calls of a statement, in
// turn (beside calls, predeclared functions and slice expressions count as such), and does what is left of
// the operands when the instruction that needs them executes.
//
// An operand that is a call has nothing left to do, so mostly it is enough to evaluate the operands that are
// early before those that are not, in two passes. Where an operand calls and has more to do that others'
// calls may change (x + f(), a[f()]), the calls of all operands are made ahead, and their values are found
// when the operands are lowered.
#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;

// Does evaluating e call something, receive or assert? (What gc evaluates before the rest of a statement.)
bool FunctionLowerer::hasCall(const Node& start, Early what) {
  // Selectors and indices may be chained without end.
  const Node* at = &start;
  while (true) {
    if (auto* s = at->as<SelectorExpr>()) {
      at = s->x;
    } else if (auto* i = at->as<IndexExpr>(); i && !i->instance) {
      for (const Expr* index : i->indices)
        if (hasCall(*index, what)) return true;
      at = i->x;
    } else {
      break;
    }
  }
  const Node& n = *at;
  switch (n.kind) {
  case ast::Kind::Ident:
  case ast::Kind::BasicLit:
  case ast::Kind::FuncLit: return false;
  case ast::Kind::TypeAssertExpr: return true;
  case ast::Kind::SliceExpr:
    if (what == Early::AllInTurn) return true;
    break;
  case ast::Kind::CallExpr: {
    auto& call = *n.as<CallExpr>();
    if (call.constant) return false;
    if (sema::CallKind(call.callKind) == sema::CallKind::Call) return true;
    if (sema::CallKind(call.callKind) == sema::CallKind::Builtin) {
      if (what == Early::AllInTurn) return true;
      auto id = BuiltinId(call.builtin);
      if (id == BuiltinId::Recover || id == BuiltinId::Copy || id == BuiltinId::Append ||
          id == BuiltinId::Panic)
        return true;
    }
    for (const Expr* a : call.args)
      if (hasCall(*a, what)) return true;
    return false;
  }
  case ast::Kind::UnaryExpr:
    if (n.as<UnaryExpr>()->op == Op::Receive) return true;
    return hasCall(*n.as<UnaryExpr>()->x, what);
  case ast::Kind::BinaryExpr: {
    const Node* left = &n;
    while (auto* b = left->as<BinaryExpr>()) {
      if (b->constant) return false;
      if (hasCall(*b->y, what)) return true;
      left = b->x;
    }
    return hasCall(*left, what);
  }
  default: break;
  }
  bool found = false;
  forEachChild(const_cast<Node&>(n), [&](Node& child) { found = found || hasCall(child, what); });
  return found;
}

bool FunctionLowerer::wasEarly(const Expr* e, Reg& slot) const {
  for (const EarlyValue& h : earlyValues_) {
    if (h.call != e) continue;
    slot = h.slot;
    return true;
  }
  return false;
}

void FunctionLowerer::callEarly(Expr* e, Early what) {
  if (!e) return;
  e = unparen(e);
  Reg slot;
  if (e->constant || sema::modeOf(*e) == sema::Mode::TypeExpr || !hasCall(*e, what) || wasEarly(e, slot))
    return;
  auto value = [&] {
    if (e->type->kind == sema::TypeKind::Tuple || repOf(*e)->slots > kMaxLocalSlots) return;
    Reg r = any(e);
    earlyValues_.push_back({e, r});
  };
  switch (e->kind) {
  case ast::Kind::TypeAssertExpr: return value();
  case ast::Kind::CallExpr: {
    auto& c = *e->as<CallExpr>();
    if (sema::CallKind(c.callKind) != sema::CallKind::Conversion) return value();
    return callEarly(c.args[0], what);
  }
  case ast::Kind::UnaryExpr:
    if (e->as<UnaryExpr>()->op == Op::Receive) return value();
    return callEarly(e->as<UnaryExpr>()->x, what);
  case ast::Kind::BinaryExpr: {
    auto& b = *e->as<BinaryExpr>();
    if (b.op == Op::AndAnd || b.op == Op::OrOr) return value();
    callEarly(b.x, what);
    return callEarly(b.y, what);
  }
  case ast::Kind::SelectorExpr: return callEarly(e->as<SelectorExpr>()->x, what);
  case ast::Kind::StarExpr: return callEarly(e->as<StarExpr>()->x, what);
  case ast::Kind::IndexExpr:
    callEarly(e->as<IndexExpr>()->x, what);
    return callEarly(e->as<IndexExpr>()->indices[0], what);
  case ast::Kind::SliceExpr: {
    if (what == Early::AllInTurn) return value();
    auto& s = *e->as<SliceExpr>();
    for (Expr* part : {s.x, s.low, s.high, s.max}) callEarly(part, what);
    return;
  }
  case ast::Kind::CompositeLit: {
    auto& lit = *e->as<CompositeLit>();
    if (sema::as<sema::Map>(typeOf(lit))) return value(); // keys and elements go into the map in turn
    for (Expr* element : lit.elements) {
      auto* pair = element->as<KeyValueExpr>();
      callEarly(pair ? pair->value : element, what);
    }
    return;
  }
  default: return;
  }
}

// Of an operand that calls: is anything left to do behind its calls that may panic or that other calls may
// change?
bool FunctionLowerer::hasResidue(const Expr& operand) {
  const Expr* e = unparen(const_cast<Expr*>(&operand));
  if (Reg slot; !e->type || e->constant || sema::modeOf(*e) == sema::Mode::TypeExpr || wasEarly(e, slot))
    return false;
  switch (e->kind) {
  case ast::Kind::Ident: {
    sema::Object* v = e->as<Ident>()->object;
    return v && v->isVar() && (v->isPackageLevel || info(v).viaPointer || info(v).homed);
  }
  case ast::Kind::BasicLit:
  case ast::Kind::FuncLit:
  case ast::Kind::SliceExpr:
  case ast::Kind::TypeAssertExpr: return false;
  case ast::Kind::CallExpr: {
    auto& c = *e->as<CallExpr>();
    if (sema::CallKind(c.callKind) == sema::CallKind::Conversion) {
      const Rep* to = repOf(*e);
      bool number = to->isInt() || to->kind == Kind::Float32 || to->kind == Kind::Float64;
      return !number || hasResidue(*c.args[0]);
    }
    return false;
  }
  case ast::Kind::UnaryExpr: {
    auto& u = *e->as<UnaryExpr>();
    return u.op != Op::Receive && hasResidue(*u.x);
  }
  case ast::Kind::BinaryExpr: {
    const Expr* left = e;
    while (auto* b = left->as<BinaryExpr>()) {
      if (b->constant) return false;
      if ((b->op == Op::AndAnd || b->op == Op::OrOr) && hasCall(*b)) return false;
      bool mayPanic =
          (b->op == Op::Div || b->op == Op::Rem || b->op == Op::Shl || b->op == Op::Shr) && !b->y->constant;
      if (mayPanic || hasResidue(*b->y)) return true;
      left = unparen(b->x);
    }
    return hasResidue(*left);
  }
  case ast::Kind::CompositeLit: {
    auto& lit = *e->as<CompositeLit>();
    if (sema::as<sema::Map>(typeOf(lit))) return false;
    for (Expr* element : lit.elements) {
      auto* pair = element->as<KeyValueExpr>();
      if (hasResidue(pair ? *pair->value : *element)) return true;
    }
    return false;
  }
  default: return true;
  }
}

bool FunctionLowerer::hasLargeCall(const Node& n) {
  if (n.is(ast::Kind::FuncLit)) return false;
  if (auto* call = n.as<CallExpr>();
      call && !call->constant && call->type && call->type->kind != sema::TypeKind::Tuple &&
      sema::modeOf(*call) != sema::Mode::NoValue && repOf(*call)->slots > kMaxLocalSlots)
    return true;
  bool found = false;
  forEachChild(const_cast<Node&>(n), [&](Node& child) { found = found || hasLargeCall(child); });
  return found;
}

bool FunctionLowerer::callsFirst(std::span<Expr* const> operands) {
  bool calls = false, residue = false;
  for (Expr* e : operands) calls = calls || hasCall(*e);
  if (!calls) return false;
  for (Expr* e : operands) residue = residue || (isEarly(*e) && hasResidue(*e));
  if (!residue) return true;
  // Values that are too large for slots cannot wait in them: then the calls stay where they are, which is in
  // turn.
  for (Expr* e : operands)
    if (hasLargeCall(*e)) return true;
  for (Expr* e : operands) callEarly(e, Early::AllInTurn);
  return false;
}

} // namespace gossamer::lower
