#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

using ast::Kind;
using ast::Op;

namespace {

CompareOp compareOp(Op op) {
  switch (op) {
  case Op::Equal: return CompareOp::Eq;
  case Op::NotEqual: return CompareOp::Ne;
  case Op::Less: return CompareOp::Lt;
  case Op::LessEqual: return CompareOp::Le;
  case Op::Greater: return CompareOp::Gt;
  default: return CompareOp::Ge;
  }
}

ConstantOp constantOp(Op op, bool integers) {
  switch (op) {
  case Op::Add: return ConstantOp::Add;
  case Op::Sub: return ConstantOp::Sub;
  case Op::Mul: return ConstantOp::Mul;
  case Op::Div: return integers ? ConstantOp::IntQuo : ConstantOp::Quo;
  case Op::Rem: return ConstantOp::Rem;
  case Op::And: return ConstantOp::And;
  case Op::Or: return ConstantOp::Or;
  case Op::Xor: return ConstantOp::Xor;
  case Op::AndNot: return ConstantOp::AndNot;
  case Op::AndAnd: return ConstantOp::LogicAnd;
  default: return ConstantOp::LogicOr;
  }
}

// For "constant addition overflow".
std::string_view operationName(ast::Expr* e) {
  if (auto* b = e ? e->as<ast::BinaryExpr>() : nullptr) {
    switch (b->op) {
    case Op::Add: return "addition ";
    case Op::Sub: return "subtraction ";
    case Op::Xor: return "bitwise XOR ";
    case Op::Mul: return "multiplication ";
    case Op::Shl: return "shift ";
    default: return "";
    }
  }
  if (auto* u = e ? e->as<ast::UnaryExpr>() : nullptr; u && u->op == Op::Xor) return "bitwise complement ";
  return "";
}

unsigned unsignedWidth(Type* t) {
  switch (basicKind(t)) {
  case BasicKind::Uint8: return 8;
  case BasicKind::Uint16: return 16;
  case BasicKind::Uint32: return 32;
  case BasicKind::Uint:
  case BasicKind::Uint64:
  case BasicKind::Uintptr: return 64;
  default: return 0;
  }
}

bool isZero(Constant c) { return c && c.sign() == 0; }

constexpr uint32_t kSpineChunk = 256;

} // namespace

// ---- Recording ----

void CheckerImpl::record(Operand& x) {
  ast::Expr* e = x.expr;
  if (!e) return;
  e->type = x.type && x.valid() ? x.type : invalid();
  e->mode = static_cast<uint8_t>(x.mode);
  if (x.mode == Mode::Constant && x.value) {
    if (e->constant) *const_cast<Constant*>(e->constant) = x.value;
    else e->constant = arena_.make<Constant>(x.value);
  }
}

void CheckerImpl::expr(Operand& x, ast::Expr* e, const Target* target) {
  rawExpr(x, e, nullptr, false, target);
  exclude(x, true, true, true);
  singleValue(x);
}

// For a variable of type t (null: any): declared, or given as an expression.
void CheckerImpl::exprFor(Operand& x, ast::Expr* e, Type* t, const Object* variable, ast::Expr* place) {
  if (!isTarget(t)) return expr(x, e);
  Target target{as<Signature>(t), variable, place};
  expr(x, e, &target);
}

void CheckerImpl::genericExpr(Operand& x, ast::Expr* e) {
  rawExpr(x, e, nullptr, true);
  exclude(x, true, true, true);
  singleValue(x);
}

void CheckerImpl::multiExpr(Operand& x, ast::Expr* e) {
  rawExpr(x, e, nullptr, false);
  exclude(x, true, true, true);
}

void CheckerImpl::exprWithHint(Operand& x, ast::Expr* e, Type* hint) {
  rawExpr(x, e, hint, false);
  exclude(x, true, true, true);
  singleValue(x);
}

void CheckerImpl::exprOrType(Operand& x, ast::Expr* e, bool allowGeneric) {
  rawExpr(x, e, nullptr, allowGeneric);
  exclude(x, true, false, false);
  singleValue(x);
}

void CheckerImpl::exclude(Operand& x, bool noValue, bool builtin, bool typeExpr) {
  switch (x.mode) {
  case Mode::NoValue:
    if (!noValue) return;
    error(x, DiagCode::Type, x, typeExpr ? " used as value" : " used as value or type");
    break;
  case Mode::Builtin:
    if (!builtin) return;
    error(x, DiagCode::Type, x, " must be called");
    break;
  case Mode::TypeExpr:
    if (!typeExpr) return;
    error(x, DiagCode::Type, x, " is not an expression");
    break;
  default: return;
  }
  x.mode = Mode::Invalid;
}

bool CheckerImpl::singleValue(Operand& x) {
  if (x.mode == Mode::Value && x.type && x.type->kind == TypeKind::Tuple) {
    error(x, DiagCode::Type, "multiple-value ", x, " in single-value context");
    x.mode = Mode::Invalid;
    return false;
  }
  return x.valid();
}

// ---- Dispatch ----

// x.f().g()… may be as long as the source likes. A long chain is evaluated from the inside in pieces, so that the
// recursion over it stays shallow.
void CheckerImpl::evaluateSpine(ast::Expr* e) {
  std::vector<ast::Expr*> spine;
  for (ast::Expr* at = e; at;) {
    if (at->flags & kFlagSpineSeen) break;
    at->flags |= kFlagSpineSeen;
    ast::Expr* inner = nullptr;
    switch (at->kind) {
    case Kind::CallExpr: inner = at->as<ast::CallExpr>()->fun; break;
    case Kind::SelectorExpr: inner = at->as<ast::SelectorExpr>()->x; break;
    case Kind::IndexExpr: inner = at->as<ast::IndexExpr>()->x; break;
    case Kind::SliceExpr: inner = at->as<ast::SliceExpr>()->x; break;
    case Kind::TypeAssertExpr: inner = at->as<ast::TypeAssertExpr>()->x; break;
    default: break;
    }
    if (inner && at->kind == Kind::CallExpr) spine.push_back(at);
    at = inner;
  }
  if (spine.size() < kSpineChunk) return;
  for (size_t i = spine.size(); i-- > 0;) {
    if ((spine.size() - i) % kSpineChunk != 0 || i == 0) continue;
    Operand x;
    rawExpr(x, spine[i], nullptr, false);
    memo_[spine[i]] = x;
    spine[i]->flags |= kFlagMemo;
  }
}

void CheckerImpl::rawExpr(Operand& x, ast::Expr* e, Type* hint, bool allowGeneric, const Target* target) {
  if (e->flags & kFlagMemo) {
    auto it = memo_.find(e);
    if (it != memo_.end()) {
      x = it->second;
      memo_.erase(it);
      e->flags &= static_cast<uint16_t>(~kFlagMemo);
      return;
    }
  }
  e->flags &= kCheckerFlags; // the parser's height; lowering wants the bits
  x.mode = Mode::Invalid;
  x.type = invalid();
  x.value = Constant();
  x.expr = e;
  if (nativeStackLow()) {
    error(e, DiagCode::Unsupported, "expression is nested too deeply");
    return;
  }
  if (e->kind == Kind::CallExpr && !(e->flags & kFlagSpineSeen)) evaluateSpine(e);
  exprKind(x, e, hint, allowGeneric, target);
  x.expr = e;
  if (!allowGeneric && (x.mode == Mode::Value || x.mode == Mode::TypeExpr)) requireInstance(x, target);
  // A value of a type that is being declared: type T [unsafe.Sizeof(T{})]int.
  if (!objectPath_.empty() && x.mode != Mode::Invalid && x.mode != Mode::NoValue && x.type && !finiteSize(x.type))
    x.mode = Mode::Invalid;
  x.expr = e;
  record(x);
}

// A generic function or type by itself is no value and no type, but a function's type arguments may follow from what it is
// assigned to.
void CheckerImpl::requireInstance(Operand& x, const Target* target) {
  if (!x.type) return;
  if (x.mode == Mode::TypeExpr) {
    if (!isGeneric(x.type)) return;
    error(x, DiagCode::Type, "cannot use generic type ", x.expr, " without instantiation");
  } else {
    if (x.type->kind != TypeKind::Signature || static_cast<Signature*>(x.type)->typeParams.empty()) return;
    if (target) return instantiateFunc(x, nullptr, target);
    error(x, DiagCode::Type, "cannot use generic function ", x.expr, " without instantiation");
  }
  x.mode = Mode::Invalid;
}

void CheckerImpl::exprKind(Operand& x, ast::Expr* e, Type* hint, bool allowGeneric, const Target* target) {
  switch (e->kind) {
  case Kind::BadExpr: errorsSeen_++; return;
  case Kind::Ident: ident(x, e->as<ast::Ident>(), nullptr, false); return;
  case Kind::BasicLit: basicLit(x, e->as<ast::BasicLit>()); return;
  case Kind::CompositeLit: compositeLit(x, e->as<ast::CompositeLit>(), hint); return;
  case Kind::FuncLit: funcLit(x, e->as<ast::FuncLit>()); return;
  case Kind::ParenExpr: {
    // A generic type may stand in parentheses, a generic function needs its type arguments there.
    rawExpr(x, e->as<ast::ParenExpr>()->x, hint, true);
    if (x.mode == Mode::Value) requireInstance(x, nullptr);
    x.expr = e;
    return;
  }
  case Kind::SelectorExpr: selector(x, e->as<ast::SelectorExpr>(), nullptr, false); return;
  case Kind::IndexExpr: {
    auto* index = e->as<ast::IndexExpr>();
    if (!indexExpr(x, index)) return;
    size_t want = static_cast<Signature*>(under(x.type))->typeParams.size();
    if (allowGeneric && allows(21) && index->indices.size() < want) {
      // An argument of a call: inferred with it.
      std::vector<Type*> args;
      if (typeArguments(index->indices, args)) partial_[index] = std::move(args);
      else x.mode = Mode::Invalid;
    } else {
      instantiateFunc(x, index, target);
    }
    return;
  }
  case Kind::SliceExpr: sliceExpr(x, e->as<ast::SliceExpr>()); return;
  case Kind::TypeAssertExpr: typeAssert(x, e->as<ast::TypeAssertExpr>()); return;
  case Kind::CallExpr: callExpr(x, e->as<ast::CallExpr>()); return;
  case Kind::StarExpr: starExpr(x, e->as<ast::StarExpr>()); return;
  case Kind::UnaryExpr: unary(x, e->as<ast::UnaryExpr>()); return;
  case Kind::BinaryExpr: binary(x, e->as<ast::BinaryExpr>()); return;
  case Kind::KeyValueExpr:
    error(e, DiagCode::Type, "unexpected key:value expression");
    return;
  case Kind::ArrayTypeExpr:
  case Kind::SliceTypeExpr:
  case Kind::MapTypeExpr:
  case Kind::ChanTypeExpr:
  case Kind::FuncTypeExpr:
  case Kind::StructTypeExpr:
  case Kind::InterfaceTypeExpr:
    x.type = typeExpr(e);
    x.mode = isInvalid(x.type) ? Mode::Invalid : Mode::TypeExpr;
    return;
  default:
    error(e, DiagCode::Syntax, "unexpected expression");
    return;
  }
}

// ---- Identifiers ----

void CheckerImpl::noteUse(Object* v) {
  // A variable of an enclosing function is captured by every literal between it and its use.
  if (!v->function || v->function == env_.func) return;
  v->isCaptured = true;
  for (FuncState* f = env_.state; f && f->info != v->function; f = f->outer) {
    if (std::find(f->captures.begin(), f->captures.end(), v) != f->captures.end()) return;
    f->captures.push_back(v);
  }
}

void CheckerImpl::ident(Operand& x, ast::Ident* e, Named* def, bool wantType) {
  (void)def;
  x.expr = e;
  Scope* where = nullptr;
  Object* o = lookup(e->name, &where);
  if (!o) {
    if (isBlank(e)) {
      error(e, DiagCode::Undefined, "cannot use _ as value or type");
    } else if (!e->name) {
      errorsSeen_++; // a name the parser made up
    } else {
      Diagnostic& d = error(e, DiagCode::Undefined, "undefined: ", e->name);
      if (!env_.document || !noteFailedDefinition(d, e)) suggestName(d, e);
    }
    return;
  }
  e->object = o;
  if (where && where->isFile) {
    auto& imports = state(env_.pkg).dotImports;
    if (auto it = imports.find(o); it != imports.end()) it->second->used = true;
  }
  switch (o->kind) {
  case ObjectKind::PkgName:
    error(e, DiagCode::Type, "use of package ", o->name, " not in selector");
    return;
  case ObjectKind::Builtin:
    x.builtin = o->builtin;
    x.mode = Mode::Builtin;
    return;
  case ObjectKind::Nil:
    x.mode = Mode::Nil;
    x.type = o->type;
    return;
  case ObjectKind::Label: return;
  default: break;
  }
  if (o->colour != kBlack) resolve(o);
  if (o->isPackageLevel && env_.decl && o->kind != ObjectKind::TypeName && o->pkg == env_.pkg) env_.decl->addDep(o);
  Type* t = o->type ? o->type : invalid();
  switch (o->kind) {
  case ObjectKind::Const:
    if (isInvalid(t)) return;
    if (o == iota_) {
      if (!env_.iota) {
        error(e, DiagCode::Undefined, "cannot use iota outside constant declaration");
        return;
      }
      x.value = env_.iota;
    } else {
      x.value = o->constant;
    }
    o->used = true;
    x.mode = Mode::Constant;
    break;
  case ObjectKind::TypeName:
    if (isInvalid(t)) return;
    if (!allows(18) && (t == types_.anyType() || t == types_.comparableType()))
      requireVersion(e->pos, 18, text("predeclared ", e->name));
    x.mode = Mode::TypeExpr;
    break;
  case ObjectKind::Var:
    // A use counts even when the variable's type is in doubt.
    if (o->pkg == env_.pkg) o->used = true;
    noteUse(o);
    if (isInvalid(t)) {
      if (env_.document) errorsSeen_++; // a statement that needs it does not check either
      return;
    }
    x.mode = Mode::Variable;
    break;
  case ObjectKind::Func: x.mode = isInvalid(t) ? Mode::Invalid : Mode::Value; break;
  default: return;
  }
  x.type = t;
}

// ---- Memory ----

Object* CheckerImpl::rootVariable(ast::Expr* e) {
  for (;;) {
    e = ast::unparen(e);
    switch (e->kind) {
    case Kind::Ident: {
      Object* o = e->as<ast::Ident>()->object;
      return o && o->isVar() ? o : nullptr;
    }
    case Kind::SelectorExpr: {
      auto* s = e->as<ast::SelectorExpr>();
      if (!s->selection) return nullptr;
      if (s->selection->kind == SelectionKind::Qualified) return s->selection->obj;
      if (s->selection->kind != SelectionKind::FieldVal || s->selection->indirect) return nullptr;
      e = s->x;
      break;
    }
    case Kind::IndexExpr: {
      auto* i = e->as<ast::IndexExpr>();
      if (!i->x->type || !as<Array>(i->x->type)) return nullptr;
      e = i->x;
      break;
    }
    default: return nullptr;
    }
  }
}

void CheckerImpl::markAddrTaken(ast::Expr* e) {
  if (Object* v = rootVariable(e); v && v->isVar()) v->isAddrTaken = true;
}

void CheckerImpl::markAssigned(ast::Expr* e) {
  if (Object* v = rootVariable(e); v && v->isVar()) {
    v->isAssigned = true;
    if (v->function && v->function != env_.func) v->isAssignedInCapture = true;
  }
}

// ---- Operators ----

bool CheckerImpl::operatorApplies(const Operand& x, Op op) {
  uint16_t info = 0;
  switch (op) {
  case Op::Add: info = basic::kNumeric | basic::kString; break;
  case Op::Sub:
  case Op::Mul:
  case Op::Div: info = basic::kNumeric; break;
  case Op::Rem:
  case Op::And:
  case Op::Or:
  case Op::Xor:
  case Op::AndNot: info = basic::kInteger; break;
  case Op::AndAnd:
  case Op::OrOr:
  case Op::Not: info = basic::kBoolean; break;
  default: break;
  }
  if (allBasic(x.type, info)) return true;
  error(x, DiagCode::Type, "invalid operation: operator ", ast::spelling(op), " not defined on ", x);
  return false;
}

void CheckerImpl::overflow(Operand& x, Pos opPos) {
  if (!x.value) {
    error(opPos, DiagCode::Constant, "constant result is not representable");
    x.mode = Mode::Invalid;
    return;
  }
  if (isTyped(x.type)) {
    if (auto* b = as<Basic>(x.type)) representableOrReport(x, b);
    return;
  }
  constexpr unsigned kMaxBits = 512;
  if (isInteger(x.type) && x.value.kind() == ConstantKind::Int && x.value.bitLength() > kMaxBits) {
    error(opPos, DiagCode::Constant, "constant ", operationName(x.expr), "overflow");
    x.mode = Mode::Invalid;
  }
}

void CheckerImpl::unary(Operand& x, ast::UnaryExpr* e) {
  Op op = e->op;
  if (op == Op::And) {
    // &T{…} and &(T{…}) are allowed although a literal is not addressable.
    ast::Expr* inner = ast::unparen(e->x);
    Type* hint = nullptr;
    rawExpr(x, e->x, hint, false);
    exclude(x, true, true, true);
    if (!singleValue(x)) return;
    if (inner->kind != Kind::CompositeLit && x.mode != Mode::Variable) {
      error(x, DiagCode::Type, "invalid operation: cannot take address of ", x);
      x.mode = Mode::Invalid;
      return;
    }
    markAddrTaken(e->x);
    x.mode = Mode::Value;
    x.type = types_.pointer(x.type);
    return;
  }
  expr(x, e->x);
  if (!x.valid()) return;
  switch (op) {
  case Op::Receive: {
    env_.hasCallOrRecv = true;
    Chan* c = channelFor(x, ChanDir::Receive, posOf(x));
    if (!c) {
      x.mode = Mode::Invalid;
      return;
    }
    x.mode = Mode::CommaOk;
    x.type = c->elem;
    return;
  }
  case Op::Tilde:
    error(e, DiagCode::Type, "cannot use ~ outside of interface or type constraint",
          allBasic(x.type, basic::kInteger) ? " (use ^ for bitwise complement)" : "");
    x.mode = Mode::Invalid;
    return;
  case Op::Not:
    if (!operatorApplies(x, op)) {
      x.mode = Mode::Invalid;
      return;
    }
    break;
  default: {
    uint16_t info = op == Op::Xor ? basic::kInteger : basic::kNumeric;
    if (!allBasic(x.type, info)) {
      error(x, DiagCode::Type, "invalid operation: operator ", ast::spelling(op), " not defined on ", x);
      x.mode = Mode::Invalid;
      return;
    }
  }
  }
  if (x.isConstant()) {
    if (!x.value) return;
    switch (op) {
    case Op::Not: x.value = Constant::ofBool(!x.value.boolValue()); break;
    case Op::Sub: x.value = consts_.negate(x.value); break;
    case Op::Xor: {
      Constant i = consts_.toInt(x.value);
      x.value = i ? consts_.complement(i, unsignedWidth(x.type)) : i;
      break;
    }
    default: break;
    }
    x.expr = e;
    overflow(x, e->pos);
    return;
  }
  x.mode = Mode::Value;
}

bool CheckerImpl::mayConvert(const Operand& x, const Operand& y) {
  if (isTyped(x.type) && isTyped(y.type)) return false;
  if (allBasic(x.type, basic::kNumeric) != allBasic(y.type, basic::kNumeric)) return false;
  if (isInterface(x.type) || isInterface(y.type)) return true;
  if (allBasic(x.type, basic::kBoolean) != allBasic(y.type, basic::kBoolean)) return false;
  if (allBasic(x.type, basic::kString) != allBasic(y.type, basic::kString)) return false;
  if (x.isNil()) return hasNil(y.type);
  if (y.isNil()) return hasNil(x.type);
  if (as<Pointer>(x.type) || as<Pointer>(y.type)) return false;
  return true;
}

void CheckerImpl::matchOperands(Operand& x, Operand& y) {
  if (!mayConvert(x, y)) return;
  convertUntyped(x, y.type);
  if (!x.valid()) return;
  convertUntyped(y, x.type);
  if (!y.valid()) x.mode = Mode::Invalid;
}

void CheckerImpl::binary(Operand& x, ast::BinaryExpr* e) {
  // The left spine may be very long: a loop instead of recursion.
  std::vector<ast::BinaryExpr*> spine;
  ast::Expr* left = e;
  while (auto* b = left->as<ast::BinaryExpr>()) {
    spine.push_back(b);
    left = b->x;
  }
  rawExpr(x, left, nullptr, false);
  exclude(x, true, true, true);
  singleValue(x);
  while (!spine.empty()) {
    ast::BinaryExpr* b = spine.back();
    spine.pop_back();
    Operand y;
    expr(y, b->y);
    if (!x.valid() || !y.valid()) {
      x.mode = Mode::Invalid;
      x.expr = b;
    } else {
      binaryStep(x, y, b, b->op, b->pos, b->x, b->y);
    }
    x.expr = b;
    if (!spine.empty()) {
      if (!x.valid()) x.type = invalid();
      record(x);
    }
  }
}

void CheckerImpl::binaryStep(Operand& x, Operand& y, ast::Expr* e, Op op, Pos opPos, ast::Expr* lhs, ast::Expr* rhs) {
  if (op == Op::Shl || op == Op::Shr) {
    shift(x, y, e, op);
    return;
  }
  if (op == Op::Tilde || op == Op::None) {
    x.mode = Mode::Invalid;
    return;
  }
  matchOperands(x, y);
  if (!x.valid()) return;
  if (ast::precedence(op) == 3) {
    comparison(x, y, op);
    return;
  }
  if (!identical(x.type, y.type)) {
    if (!isInvalid(x.type) && !isInvalid(y.type)) {
      if (e)
        error(x, DiagCode::Type, "invalid operation: ", e, " (mismatched types ", x.type, " and ", y.type, ")");
      else
        error(x, DiagCode::Type, "invalid operation: ", lhs, " ", ast::spelling(op), "= ", rhs, " (mismatched types ",
              x.type, " and ", y.type, ")");
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (!operatorApplies(x, op)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (op == Op::Div || op == Op::Rem) {
    if ((x.isConstant() || allBasic(x.type, basic::kInteger)) && y.isConstant() && y.value && y.value.sign() == 0) {
      error(y, DiagCode::Constant, "invalid operation: division by zero");
      x.mode = Mode::Invalid;
      return;
    }
    // A complex divisor too small for the square of its size to be told from zero cannot be divided by.
    if (x.isConstant() && y.isConstant() && isComplex(x.type) && y.value) {
      auto square = [&](Constant part) { return consts_.binary(ConstantOp::Mul, part, part); };
      if (isZero(square(consts_.real(y.value))) && isZero(square(consts_.imag(y.value)))) {
        error(y, DiagCode::Constant, "invalid operation: division by zero");
        x.mode = Mode::Invalid;
        return;
      }
    }
  }
  if (x.isConstant() && y.isConstant()) {
    if (!x.value || !y.value) {
      x.value = Constant();
      return;
    }
    x.value = consts_.binary(constantOp(op, isInteger(x.type)), x.value, y.value);
    if (e) x.expr = e;
    overflow(x, opPos);
    return;
  }
  x.mode = Mode::Value;
}

std::string CheckerImpl::incomparableCause(Type* t) {
  if (isTypeParam(t)) {
    auto* i = cast<Interface>(under(t));
    return i && typeSet(i).isEmpty() ? "empty type set" : "incomparable types in type set";
  }
  Type* u = under(t);
  switch (u->kind) {
  case TypeKind::Slice:
  case TypeKind::Signature:
  case TypeKind::Map: return text(compositeKind(t), " can only be compared to nil");
  case TypeKind::Struct:
    for (Object* f : static_cast<Struct*>(u)->fields)
      if (f->type && !isComparable(f->type)) return text("struct containing ", f->type, " cannot be compared");
    break;
  case TypeKind::Array: return text(t, " cannot be compared");
  default: break;
  }
  return {};
}

void CheckerImpl::comparison(Operand& x, Operand& y, Op op, bool switchCase) {
  if (switchCase) op = Op::Equal;
  Operand* wrong = &x;
  std::string cause;
  bool ok = assignable(x, y.type, nullptr) || assignable(y, x.type, nullptr);
  if (!ok) {
    // Only the second operand shows that they differ.
    wrong = &y;
    cause = text("mismatched types ", x.type, " and ", y.type);
  } else if (op == Op::Equal || op == Op::NotEqual) {
    if (x.isNil() || y.isNil()) {
      Type* other = x.isNil() ? y.type : x.type;
      if (!hasNil(other) || isUntyped(other)) {
        wrong = &y;
        ok = false;
      }
    } else if (!isComparable(x.type)) {
      wrong = &x;
      cause = incomparableCause(x.type);
      ok = false;
    } else if (!isComparable(y.type)) {
      wrong = &y;
      cause = incomparableCause(y.type);
      ok = false;
    }
  } else if (!allBasic(x.type, basic::kOrdered)) {
    wrong = &x;
    ok = false;
  } else if (!allBasic(y.type, basic::kOrdered)) {
    wrong = &y;
    ok = false;
  }
  if (!ok) {
    if (cause.empty()) {
      if (isTypeParam(x.type) || isTypeParam(y.type)) {
        if (!isTypeParam(x.type)) wrong = &y;
        cause = text("type parameter ", wrong->type, " cannot use operator ", ast::spelling(op));
      } else {
        std::string_view what = compositeKind(wrong->type);
        cause = what.empty() || wrong->isNil()
                    ? text("operator ", ast::spelling(op), " not defined on ",
                           wrong->isNil() ? std::string("untyped nil") : text(wrong->type))
                    : text("operator ", ast::spelling(op), " not defined on ", what);
      }
    }
    if (switchCase)
      error(x, DiagCode::Type, "invalid case ", x.expr, " in switch on ", y.expr, " (", cause, ")");
    else
      error(*wrong, DiagCode::Type, "invalid operation: ", x.expr, " ", ast::spelling(op), " ", y.expr, " (", cause, ")");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.isConstant() && y.isConstant()) {
    if (x.value && y.value) x.value = Constant::ofBool(consts_.compare(compareOp(op), x.value, y.value));
  } else {
    x.mode = Mode::Value;
    // The operands are compared as values of their default types if nothing else decided.
    updateExprType(x.expr, defaultTypeOf(x.type), true);
    updateExprType(y.expr, defaultTypeOf(y.type), true);
  }
  x.type = types_.basic(BasicKind::UntypedBool);
}

void CheckerImpl::shift(Operand& x, Operand& y, ast::Expr* e, Op op) {
  Constant xv = x.isConstant() ? consts_.toInt(x.value) : Constant();
  if (!(allBasic(x.type, basic::kInteger) || (isUntyped(x.type) && xv))) {
    error(x, DiagCode::Type, "invalid operation: shifted operand ", x, " must be integer");
    x.mode = Mode::Invalid;
    return;
  }
  Constant yv;
  if (y.isConstant()) {
    yv = consts_.toInt(y.value);
    if (yv && yv.sign() < 0) {
      error(y, DiagCode::Type, "invalid operation: negative shift count ", y);
      x.mode = Mode::Invalid;
      return;
    }
    if (isUntyped(y.type)) representableOrReport(y, types_.basic(BasicKind::Uint));
  } else if (allBasic(y.type, basic::kInteger)) {
    if (!allBasic(y.type, basic::kUnsigned) && !allows(13)) {
      error(y, DiagCode::LanguageVersion, "invalid operation: signed shift count ", y, " ", versionSuffix(13));
      y.mode = Mode::Invalid;
    }
  } else if (isUntyped(y.type)) {
    convertUntyped(y, types_.basic(BasicKind::Uint));
  } else {
    error(y, DiagCode::Type, "invalid operation: shift count ", y, " must be integer");
    y.mode = Mode::Invalid;
  }
  if (!y.valid()) {
    x.mode = Mode::Invalid;
    return;
  }
  if (x.isConstant()) {
    if (y.isConstant()) {
      if (!x.value || !y.value) { // an error was reported
        x.value = Constant();
        if (!isInteger(x.type)) x.type = types_.basic(BasicKind::UntypedInt);
        return;
      }
      constexpr uint64_t kBound = 1023 - 1 + 52; // enough to write the smallest float64
      uint64_t n = 0;
      if (!xv || !yv || !yv.isUint64(&n) || n > kBound) {
        error(y, DiagCode::Constant, "invalid operation: invalid shift count ", y);
        x.mode = Mode::Invalid;
        return;
      }
      // 2.0 << 3 is an integer.
      if (!isInteger(x.type)) x.type = types_.basic(BasicKind::UntypedInt);
      unsigned bits = static_cast<unsigned>(n);
      x.value = op == Op::Shl ? consts_.shiftLeft(xv, bits) : consts_.shiftRight(xv, bits);
      Pos opPos = e ? e->pos : posOf(x);
      if (isUntyped(y.type)) convertUntyped(y, types_.basic(BasicKind::Uint));
      if (e) x.expr = e;
      overflow(x, opPos);
      return;
    }
    if (isUntyped(x.type)) {
      // The constant's type is what it would be if the shift were replaced by its left operand: known later.
      ast::Expr* inner = x.expr;
      while (inner) {
        inner->flags |= kFlagShiftOperand;
        auto* p = inner->as<ast::ParenExpr>();
        inner = p ? p->x : nullptr;
      }
      x.mode = Mode::Value;
      return;
    }
  }
  if (!allBasic(x.type, basic::kInteger)) {
    error(x, DiagCode::Type, "invalid operation: shifted operand ", x, " must be integer");
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Value;
}

void CheckerImpl::starExpr(Operand& x, ast::StarExpr* e) {
  exprOrType(x, e->x);
  switch (x.mode) {
  case Mode::Builtin:
    error(x, DiagCode::Type, "invalid operation: cannot indirect ", x);
    x.mode = Mode::Invalid;
    return;
  case Mode::Invalid: return;
  case Mode::TypeExpr:
    checkVarType(e->x, x.type);
    x.type = types_.pointer(x.type);
    return;
  default: break;
  }
  if (x.isNil()) {
    error(x, DiagCode::Type, "invalid operation: cannot indirect ", x);
    x.mode = Mode::Invalid;
    return;
  }
  Type* elem = nullptr;
  bool complained = false;
  auto pointers = [&](Type*, Type* u, std::string&) {
    auto* p = cast<Pointer>(u);
    if (p && (!elem || identical(p->elem, elem))) {
      elem = p->elem;
      return true;
    }
    if (p) error(x, DiagCode::Type, "invalid operation: pointers of ", x, " must have identical base types");
    else error(x, DiagCode::Type, "invalid operation: cannot indirect ", x);
    complained = true;
    return false;
  };
  commonUnder(x.type, pointers, nullptr);
  if (!elem || complained) {
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Variable;
  x.type = elem;
}

void CheckerImpl::typeAssert(Operand& x, ast::TypeAssertExpr* e) {
  expr(x, e->x);
  if (!x.valid()) {
    if (e->typeExpr) varType(e->typeExpr);
    return;
  }
  if (!e->typeExpr) {
    error(e, DiagCode::Syntax, "invalid syntax tree: use of .(type) outside type switch");
    x.mode = Mode::Invalid;
    return;
  }
  if (isTypeParam(x.type)) {
    error(x, DiagCode::Type, "invalid operation: cannot use type assertion on type parameter value ", x);
    x.mode = Mode::Invalid;
    return;
  }
  if (!isInterface(x.type)) {
    error(x, DiagCode::Type, "invalid operation: ", x, " is not an interface");
    x.mode = Mode::Invalid;
    return;
  }
  Type* t = varType(e->typeExpr);
  if (isInvalid(t)) {
    x.mode = Mode::Invalid;
    return;
  }
  checkAssertion(e, x, t, false);
  x.mode = Mode::CommaOk;
  x.type = t;
}

void CheckerImpl::checkAssertion(ast::Expr* e, Operand& x, Type* t, bool typeSwitch) {
  // Asserting to an interface can only fail statically when a method's type conflicts.
  // Whether a dynamic value also satisfies another interface shows only when the program runs.
  std::string cause;
  if (isInterface(t) || isTypeParam(t) || !missingMethod(t, x.type, false, &cause)) return;
  if (typeSwitch)
    error(e, DiagCode::Type, "impossible type switch case: ", e, "\n\t", x, " cannot have dynamic type ", t, " ", cause);
  else
    error(e, DiagCode::Type, "impossible type assertion: ", e, "\n\t", t, " does not implement ", x.type, " ", cause);
}

} // namespace gossamer::sema
