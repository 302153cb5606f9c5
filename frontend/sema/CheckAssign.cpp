#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;
using ast::Op;

namespace {

std::string measure(size_t n, std::string_view unit) {
  std::string out = std::to_string(n) + " " + std::string(unit);
  if (n != 1) out += 's';
  return out;
}

} // namespace

void CheckerImpl::initVar(Object* v, Operand& x, Context context) {
  if (!x.valid() || isInvalid(x.type) || (v->type && isInvalid(v->type))) {
    if (!v->type) v->type = invalid();
    x.mode = Mode::Invalid;
    return;
  }
  if (!v->type) {
    Type* t = x.type;
    if (isUntyped(t)) {
      if (x.isNil()) {
        error(x, DiagCode::Type, "use of untyped nil in ", context);
        v->type = invalid();
        x.mode = Mode::Invalid;
        return;
      }
      t = defaultTypeOf(t);
    }
    v->type = t;
  }
  assignment(x, v->type, context);
}

void CheckerImpl::assignMismatch(Pos at, size_t l, std::span<ast::Expr*> rhs, size_t r) {
  (void)at;
  ast::Expr* first = rhs[0];
  if (rhs.size() == 1)
    if (auto* call = ast::unparen(first)->as<ast::CallExpr>()) {
      error(first, DiagCode::Type, "assignment mismatch: ", measure(l, "variable"), " but ", call->fun, " returns ",
            measure(r, "value"));
      return;
    }
  error(first, DiagCode::Type, "assignment mismatch: ", measure(l, "variable"), " but ", measure(r, "value"));
}

void CheckerImpl::returnMismatch(ast::Node* node, std::span<Object*> lhs, const std::vector<Operand>& rhs) {
  Pos at = posOf(node);
  std::string_view what = "not enough";
  if (rhs.size() > lhs.size()) {
    at = posOf(rhs[lhs.size()]);
    what = "too many";
  } else if (!rhs.empty()) {
    at = posOf(rhs.back());
  }
  std::vector<Type*> have, want;
  for (const Operand& x : rhs) {
    if (!x.valid()) return;
    have.push_back(x.type);
  }
  for (Object* v : lhs) want.push_back(v->type);
  error(at, DiagCode::Type, what, " return values\n\thave ", typesSummary(have, false, false), "\n\twant ",
        typesSummary(want, false, false));
}

void CheckerImpl::initVars(std::span<Object*> lhs, std::span<ast::Expr*> rhs, ast::ReturnStmt* ret) {
  Context context = ret ? Context("return statement") : Context("assignment");
  size_t l = lhs.size(), r = rhs.size();
  bool call = r == 1 && ast::unparen(rhs[0])->is(Kind::CallExpr);
  if (l == r && !call) {
    for (size_t i = 0; i < l; i++) {
      Operand x;
      exprFor(x, rhs[i], lhs[i]->type, lhs[i], nullptr);
      initVar(lhs[i], x, context);
    }
    return;
  }
  auto invalidate = [&] {
    for (Object* v : lhs) {
      v->used = v->used || ret;
      if (!v->type) v->type = invalid();
    }
  };
  if (r != 1) {
    size_t before = errorsSeen_;
    std::vector<Operand> values = operandList(rhs, false, nullptr);
    if (errorsSeen_ == before) {
      if (ret) returnMismatch(ret, lhs, values);
      else if (r > 0) assignMismatch(posOf(rhs[0]), l, rhs, r);
    }
    invalidate();
    return;
  }
  bool commaOk = false;
  std::vector<Operand> values = operandList(rhs, l == 2 && !ret, &commaOk);
  if (values.size() == l) {
    for (size_t i = 0; i < l; i++) {
      if (commaOk && i == 1) {
        // The flag's conversion must not touch the expression's own type.
        values[i].expr = nullptr;
        if (!lhs[i]->type) lhs[i]->type = types_.basic(BasicKind::Bool);
        Operand flag = values[i];
        flag.expr = rhs[0];
        char why = 0;
        if (isInvalid(lhs[i]->type)) continue;
        if (!implicitType(flag, lhs[i]->type, nullptr, &why)) {
          error(rhs[0], DiagCode::Type, "cannot use ", flag, " as ", lhs[i]->type, " value in ", context);
        }
        continue;
      }
      initVar(lhs[i], values[i], context);
    }
    if (commaOk && values[0].valid()) {
      Type* flag = isBoolean(lhs[1]->type) ? lhs[1]->type : types_.basic(BasicKind::Bool);
      setCommaOk(rhs[0], flag);
    }
    return;
  }
  if (values[0].valid()) {
    if (ret) returnMismatch(ret, lhs, values);
    else assignMismatch(posOf(rhs[0]), l, rhs, values.size());
  }
  invalidate();
}

// A v, ok form: the expression's type becomes the pair's.
void CheckerImpl::setCommaOk(ast::Expr* e, Type* flag) {
  if (!e->type || e->type->kind == TypeKind::Tuple) return;
  Tuple* pair = types_.tupleOf({e->type, flag});
  for (;;) {
    e->type = pair;
    auto* p = e->as<ast::ParenExpr>();
    if (!p) return;
    e = p->x;
  }
}

Type* CheckerImpl::lhsVar(ast::Expr* e) {
  auto* id = ast::unparen(e)->as<ast::Ident>();
  if (id && isBlank(id)) {
    id->mode = static_cast<uint8_t>(Mode::Variable);
    return nullptr;
  }
  // Being assigned to is not a use.
  Object* v = nullptr;
  bool used = false;
  if (id) {
    Object* o = lookup(id->name);
    if (o && o->isVar() && o->pkg == env_.pkg) {
      v = o;
      used = o->used;
    }
  }
  Operand x;
  expr(x, e);
  if (v) v->used = used;
  if (!x.valid()) return invalid();
  if (x.mode != Mode::Variable && x.mode != Mode::MapIndex) {
    if (auto* sel = ast::unparen(e)->as<ast::SelectorExpr>())
      if (modeOf(*ast::unparen(sel->x)) == Mode::MapIndex) {
        error(x, DiagCode::Type, "cannot assign to struct field ", x.expr, " in map");
        return invalid();
      }
    error(x, DiagCode::Type, "cannot assign to ", x.expr, " (neither addressable nor a map index expression)");
    return invalid();
  }
  markAssigned(e);
  return x.type;
}

void CheckerImpl::assignVar(ast::Expr* lhs, Operand* x, ast::Expr* rhs, Context context) {
  Type* t = lhsVar(lhs);
  Operand own;
  if (t && isInvalid(t)) {
    if (x) x->mode = Mode::Invalid;
    else if (rhs) rawExpr(own, rhs, nullptr, true);
    return;
  }
  if (!x) {
    x = &own;
    exprFor(own, rhs, t, nullptr, lhs);
  }
  if (!x->valid()) return;
  if (!t && context.words == "assignment") context = Context("assignment to _ identifier");
  assignment(*x, t, context);
}

void CheckerImpl::assignRange(ast::Expr* lhs, Operand& y) {
  // The operand stands for the iteration value, not for the expression it is shown as.
  Type* t = lhsVar(lhs);
  if (!t || isInvalid(t)) return;
  std::string cause;
  if (assignable(y, t, &cause)) return;
  Operand shown = y;
  if (cause.empty()) error(lhs, DiagCode::Type, "cannot use ", shown, " as ", t, " value in assignment");
  else error(lhs, DiagCode::Type, "cannot use ", shown, " as ", t, " value in assignment: ", cause);
}

void CheckerImpl::assignVars(std::span<ast::Expr*> lhs, std::span<ast::Expr*> rhs, ast::Stmt*) {
  size_t l = lhs.size(), r = rhs.size();
  bool call = r == 1 && ast::unparen(rhs[0])->is(Kind::CallExpr);
  if (l == r && !call) {
    for (size_t i = 0; i < l; i++) assignVar(lhs[i], nullptr, rhs[i], "assignment");
    return;
  }
  if (r != 1) {
    size_t before = errorsSeen_;
    bool good = useLhs(lhs);
    useExprs(rhs);
    if (good && errorsSeen_ == before && r > 0) assignMismatch(posOf(rhs[0]), l, rhs, r);
    return;
  }
  bool commaOk = false;
  std::vector<Operand> values = operandList(rhs, l == 2, &commaOk);
  if (values.size() == l) {
    Type* flagType = types_.basic(BasicKind::Bool);
    for (size_t i = 0; i < l; i++) {
      if (commaOk && i == 1) {
        Type* t = lhsVar(lhs[1]);
        if (!t || isInvalid(t)) continue;
        char why = 0;
        if (!implicitType(values[1], t, nullptr, &why))
          error(rhs[0], DiagCode::Type, "cannot use ", values[1], " as ", t, " value in assignment");
        else if (isBoolean(t)) flagType = t;
        continue;
      }
      assignVar(lhs[i], &values[i], nullptr, "assignment");
    }
    if (commaOk && values[0].valid()) setCommaOk(rhs[0], flagType);
    return;
  }
  if (values[0].valid()) assignMismatch(posOf(rhs[0]), l, rhs, values.size());
  useLhs(lhs);
}

bool CheckerImpl::useLhs(std::span<ast::Expr*> list) {
  bool good = true;
  for (ast::Expr* e : list) {
    auto* id = ast::unparen(e)->as<ast::Ident>();
    if (id && isBlank(id)) continue;
    Object* v = id ? lookup(id->name) : nullptr;
    bool used = v && v->used;
    Operand x;
    rawExpr(x, e, nullptr, false);
    good = good && x.valid();
    if (v && v->isVar() && v->pkg == env_.pkg) v->used = used;
  }
  return good;
}

void CheckerImpl::shortVarDecl(ast::AssignStmt* s) {
  Scope* scope = env_.scope;
  std::vector<Object*> vars;
  std::vector<std::pair<ast::Ident*, Object*>> fresh;
  bool bad = false;
  bool cellLevel = env_.document && scope->isPackage;
  for (size_t i = 0; i < s->lhs.size(); i++) {
    ast::Expr* e = s->lhs[i];
    auto* id = e->as<ast::Ident>();
    Object* v = nullptr;
    if (!id) {
      ast::Expr* one[1] = {e};
      useLhs(one);
      error(e, DiagCode::Type, "non-name ", e, " on left side of :=");
      bad = true;
    } else {
      bool repeated = false;
      if (!isBlank(id))
        for (size_t k = 0; k < i; k++) {
          auto* other = s->lhs[k]->as<ast::Ident>();
          repeated = repeated || (other && other->name == id->name);
        }
      Object* old = repeated || isBlank(id) || cellLevel ? nullptr : scope->lookup(id->name);
      if (repeated) {
        error(e, DiagCode::Redeclared, e, " repeated on left side of :=");
        bad = true;
      } else if (old) {
        id->object = old;
        if (old->isVar()) {
          v = old;
          id->type = old->type;
          id->mode = static_cast<uint8_t>(Mode::Variable);
          old->isAssigned = true;
          if (old->function && old->function != env_.func) old->isAssignedInCapture = true;
        } else {
          error(e, DiagCode::Type, "cannot assign to ", e);
          bad = true;
        }
      } else {
        v = newVar(id, nullptr);
        if (i < 64) s->fresh |= uint64_t(1) << i;
        if (!isBlank(id)) fresh.push_back({id, v});
      }
    }
    if (!v) {
      v = types_.object(ObjectKind::Var, blank_, posOf(e), env_.pkg);
      v->colour = kBlack;
      v->used = true;
    }
    vars.push_back(v);
  }
  initVars(arena_.copy(vars), s->rhs, nullptr);
  for (size_t i = 0; i < vars.size(); i++)
    if (auto* id = s->lhs[i]->as<ast::Ident>()) {
      id->type = vars[i]->type;
      id->mode = static_cast<uint8_t>(vars[i]->type && !isInvalid(vars[i]->type) ? Mode::Variable : Mode::Invalid);
    }
  if (fresh.empty() && !bad) {
    error(s->pos, DiagCode::Redeclared, "no new variables on left side of :=");
    return;
  }
  if (cellLevel && fresh.size() > 1) reuseCellVariables(s, fresh);
  for (auto& [id, v] : fresh) declare(scope, id, v);
}

// In a function `x, err := f()` assigns to an err declared before it. At the top level of a cell := may declare any name
// anew; it assigns where a function would and the types allow it, so that closures which captured the variable see it.
void CheckerImpl::reuseCellVariables(ast::AssignStmt* s, std::vector<std::pair<ast::Ident*, Object*>>& fresh) {
  auto older = [&](ast::Ident* id) -> Object* {
    Object* old = env_.scope->lookup(id->name);
    return old && old->isVar() && cellObjects_.contains(old) ? old : nullptr;
  };
  if (std::all_of(fresh.begin(), fresh.end(), [&](auto& entry) { return older(entry.first) != nullptr; })) return;
  std::erase_if(fresh, [&](auto& entry) {
    auto& [id, v] = entry;
    Object* old = older(id);
    if (!old || !old->type || !v->type || isInvalid(v->type) || !identical(old->type, v->type)) return false;
    id->object = old;
    old->isAssigned = true;
    for (size_t i = 0; i < s->lhs.size() && i < 64; i++)
      if (s->lhs[i] == id) s->fresh &= ~(uint64_t(1) << i);
    return true;
  });
}

void CheckerImpl::assignStmt(ast::AssignStmt* s) {
  if (s->rhs.empty() || s->lhs.empty()) return;
  if (s->define) {
    shortVarDecl(s);
    return;
  }
  if (s->op == Op::None) {
    assignVars(s->lhs, s->rhs, s);
    return;
  }
  if (s->lhs.size() != 1 || s->rhs.size() != 1) {
    error(s->pos, DiagCode::Syntax, "assignment operation ", ast::spelling(s->op), "= requires single-valued expressions");
    return;
  }
  Operand x, y;
  expr(x, s->lhs[0]);
  Operand target = x;
  expr(y, s->rhs[0]);
  if (!x.valid() || !y.valid()) return;
  binaryStep(x, y, nullptr, s->op, s->pos, s->lhs[0], s->rhs[0]);
  if (!x.valid()) return;
  storeTo(s->lhs[0], target, x, "assignment operation");
}

// The second half of lhs op= rhs and lhs++: lhs has been evaluated, once.
void CheckerImpl::storeTo(ast::Expr* lhs, Operand& target, Operand& value, Context context) {
  if (target.mode != Mode::Variable && target.mode != Mode::MapIndex) {
    auto* sel = ast::unparen(lhs)->as<ast::SelectorExpr>();
    if (sel && modeOf(*ast::unparen(sel->x)) == Mode::MapIndex)
      error(target, DiagCode::Type, "cannot assign to struct field ", target.expr, " in map");
    else
      error(target, DiagCode::Type, "cannot assign to ", target.expr, " (neither addressable nor a map index expression)");
    return;
  }
  markAssigned(lhs);
  value.expr = lhs;
  assignment(value, target.type, context);
}

} // namespace gossamer::sema
