#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;
using ast::Op;

void CheckerImpl::stmtList(std::span<ast::Stmt*> list, const StmtContext& ctx) {
  // A fallthrough counts only as the last statement that is not empty.
  size_t end = list.size();
  while (end > 0 && list[end - 1]->is(Kind::EmptyStmt)) end--;
  StmtContext inner = ctx;
  inner.fallthroughOk = false;
  for (size_t i = 0; i < list.size(); i++) {
    if (ctx.fallthroughOk && i + 1 == end) stmt(list[i], ctx);
    else stmt(list[i], inner);
  }
}

void CheckerImpl::blockStmt(ast::BlockStmt* s, const StmtContext& ctx) {
  if (!s) return;
  s->scope = openScope();
  StmtContext inner = ctx;
  inner.fallthroughOk = false;
  stmtList(s->stmts, inner);
  closeScope();
}

void CheckerImpl::stmt(ast::Stmt* s, const StmtContext& ctx) {
  StmtContext inner = ctx;
  inner.fallthroughOk = inner.finalSwitchCase = inner.inTypeSwitch = false;
  s->flags &= kCheckerFlags;
  switch (s->kind) {
  case Kind::EmptyStmt: return;
  case Kind::BadStmt: errorsSeen_++; return;
  case Kind::DeclStmt:
    if (auto* d = s->as<ast::DeclStmt>()->decl) declStmt(d);
    return;
  case Kind::LabeledStmt: {
    auto* l = s->as<ast::LabeledStmt>();
    if (env_.state) env_.state->hasLabels = true;
    if (l->stmt) stmt(l->stmt, ctx);
    return;
  }
  case Kind::ExprStmt: exprStmt(s->as<ast::ExprStmt>()); return;
  case Kind::SendStmt: sendStmt(s->as<ast::SendStmt>()); return;
  case Kind::IncDecStmt: {
    auto* i = s->as<ast::IncDecStmt>();
    Operand x;
    expr(x, i->x);
    if (!x.valid()) return;
    if (!allBasic(x.type, basic::kNumeric)) {
      std::string_view op = i->op == Op::Add ? "++" : "--";
      error(i->x, DiagCode::Type, "invalid operation: ", i->x, op, " (non-numeric type ", x.type, ")");
      return;
    }
    Operand target = x;
    storeTo(i->x, target, x, "assignment");
    return;
  }
  case Kind::AssignStmt: assignStmt(s->as<ast::AssignStmt>()); return;
  case Kind::GoStmt: goDefer(s->as<ast::GoStmt>()->call, "go"); return;
  case Kind::DeferStmt:
    if (env_.func) env_.func->hasDefer = true;
    goDefer(s->as<ast::DeferStmt>()->call, "defer");
    return;
  case Kind::ReturnStmt: returnStmt(s->as<ast::ReturnStmt>()); return;
  case Kind::BranchStmt: branchStmt(s->as<ast::BranchStmt>(), ctx); return;
  case Kind::BlockStmt: blockStmt(s->as<ast::BlockStmt>(), inner); return;
  case Kind::IfStmt: ifStmt(s->as<ast::IfStmt>(), inner); return;
  case Kind::SwitchStmt: switchStmt(s->as<ast::SwitchStmt>(), inner); return;
  case Kind::TypeSwitchStmt: typeSwitchStmt(s->as<ast::TypeSwitchStmt>(), inner); return;
  case Kind::SelectStmt: selectStmt(s->as<ast::SelectStmt>(), inner); return;
  case Kind::ForStmt: forStmt(s->as<ast::ForStmt>(), inner); return;
  case Kind::RangeStmt: rangeStmt(s->as<ast::RangeStmt>(), inner); return;
  default: error(s, DiagCode::Syntax, "invalid statement"); return;
  }
}

void CheckerImpl::exprStmt(ast::ExprStmt* s) {
  Operand x;
  ast::Expr* e = s->x;
  rawExpr(x, e, nullptr, false);
  std::string_view what = "is not used";
  switch (x.mode) {
  case Mode::Invalid: return;
  case Mode::Builtin: what = "must be called"; break;
  case Mode::TypeExpr: what = "is not an expression"; break;
  default: {
    ast::Expr* inner = ast::unparen(e);
    if (auto* c = inner->as<ast::CallExpr>()) {
      if (static_cast<CallKind>(c->callKind) == CallKind::Call) return;
      if (static_cast<CallKind>(c->callKind) == CallKind::Builtin) {
        switch (static_cast<BuiltinId>(c->builtin)) {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind)                                                  \
  case BuiltinId::Id:                                                                                        \
    if (StmtKind::kind == StmtKind::Statement) return;                                                       \
    break;
#include "frontend/sema/Builtins.def"
        }
      }
    } else if (auto* u = inner->as<ast::UnaryExpr>(); u && u->op == Op::Receive) {
      return;
    }
    break;
  }
  }
  error(x, DiagCode::UnusedValue, x, " ", what);
}

void CheckerImpl::goDefer(ast::Expr* callee, std::string_view what) {
  if (!callee) return;
  if (callee->is(Kind::BadExpr)) {
    errorsSeen_++;
    return;
  }
  ast::Expr* inner = ast::unparen(callee);
  auto* call = inner->as<ast::CallExpr>();
  if (!call) {
    error(callee, DiagCode::Type, "expression in ", what, " must be function call");
    Operand ignored;
    rawExpr(ignored, callee, nullptr, false);
    return;
  }
  if (inner != callee) error(callee, DiagCode::Type, "expression in ", what, " must not be parenthesized");
  Operand x;
  rawExpr(x, call, nullptr, false);
  if (!x.valid()) return;
  switch (static_cast<CallKind>(call->callKind)) {
  case CallKind::Call: return;
  case CallKind::Conversion:
    error(x, DiagCode::Type, what, " requires function call, not conversion ", x);
    return;
  case CallKind::Builtin:
    switch (static_cast<BuiltinId>(call->builtin)) {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind)                                                  \
  case BuiltinId::Id:                                                                                        \
    if (StmtKind::kind == StmtKind::Statement) return;                                                       \
    break;
#include "frontend/sema/Builtins.def"
    }
    error(x, DiagCode::UnusedValue, what, " discards result of ", x);
    return;
  }
}

void CheckerImpl::sendStmt(ast::SendStmt* s) {
  Operand ch, value;
  expr(ch, s->channel);
  expr(value, s->value);
  if (!ch.valid() || !value.valid()) return;
  Chan* c = channelFor(ch, ChanDir::Send, posOf(s));
  if (!c) return;
  assignment(value, c->elem, "send");
}

// The channel type x can be sent to or received from; null, with a complaint, if there is none.
Chan* CheckerImpl::channelFor(const Operand& x, ChanDir dir, Pos at) {
  if (!isTypeParam(x.type))
    if (auto* c = cast<Chan>(under(x.type)); c && (c->dir == ChanDir::Both || c->dir == dir)) return c;
  Type* elem = nullptr;
  Chan* first = nullptr;
  std::string why;
  auto usable = [&](Type* t, Type* u, std::string& cause) {
    if (!u) {
      cause = "no specific channel type";
      return false;
    }
    auto* c = cast<Chan>(u);
    if (!c) {
      cause = text("non-channel ", t);
    } else if (c->dir != ChanDir::Both && c->dir != dir) {
      cause = text(dir == ChanDir::Send ? "receive-only channel " : "send-only channel ", t);
    } else if (elem && !identical(elem, c->elem)) {
      cause = text("channels ", first, " and ", t, " have different element types");
    } else {
      elem = c->elem;
      if (!first) first = c;
      return true;
    }
    return false;
  };
  commonUnder(x.type, usable, &why);
  if (first && why.empty()) return first;
  error(at, DiagCode::Type, "invalid operation: cannot ", dir == ChanDir::Send ? "send to " : "receive from ",
        isTypeParam(x.type) ? text(x, ": ", why) : text(why, " ", x));
  return nullptr;
}

void CheckerImpl::ifStmt(ast::IfStmt* s, const StmtContext& ctx) {
  // A chain of else-ifs may be long: a loop, with one scope for each init.
  Scope* outer = env_.scope;
  for (;;) {
    openScope();
    if (s->init) simpleStmt(s->init);
    Operand x;
    if (s->cond) {
      expr(x, s->cond);
      if (x.valid() && !allBasic(x.type, basic::kBoolean))
        error(s->cond, DiagCode::Type, "non-boolean condition in if statement");
      else if (x.valid() && isUntyped(x.type)) defaultType(x);
    }
    blockStmt(s->then, ctx);
    if (!s->otherwise) break;
    if (auto* next = s->otherwise->as<ast::IfStmt>()) {
      s = next;
      continue;
    }
    stmt(s->otherwise, ctx);
    break;
  }
  env_.scope = outer;
}

void CheckerImpl::branchStmt(ast::BranchStmt* s, const StmtContext& ctx) {
  if (s->label) {
    if (env_.state) env_.state->hasLabels = true;
    return; // see CheckLabel
  }
  switch (s->branch) {
  case ast::BranchKind::Break:
    if (!ctx.breakOk) error(s, DiagCode::ControlFlow, "break is not in a loop, switch, or select");
    s->target = ctx.breakTarget;
    break;
  case ast::BranchKind::Continue:
    if (!ctx.continueOk) error(s, DiagCode::ControlFlow, "continue is not in a loop");
    s->target = ctx.continueTarget;
    break;
  case ast::BranchKind::Fallthrough:
    if (!ctx.fallthroughOk) {
      if (ctx.finalSwitchCase) error(s, DiagCode::ControlFlow, "cannot fallthrough final case in switch");
      else if (ctx.inTypeSwitch) error(s, DiagCode::ControlFlow, "cannot fallthrough in type switch");
      else error(s, DiagCode::ControlFlow, "fallthrough statement out of place");
    } else if (ctx.finalSwitchCase) {
      error(s, DiagCode::ControlFlow, "cannot fallthrough final case in switch");
    }
    break;
  case ast::BranchKind::Goto: break;
  }
}

void CheckerImpl::returnStmt(ast::ReturnStmt* s) {
  if (!env_.func) return;
  Tuple* results = env_.func->signature->results;
  if (s->results.empty()) {
    if (results->size() == 0 || env_.func->node == nullptr) return;
    if (!env_.func->namedResults) {
      returnMismatch(s, results->vars, {});
      return;
    }
    for (Object* r : results->vars) {
      if (!r->name || r->name.isBlank()) continue;
      Object* seen = lookup(r->name);
      if (seen && seen != r)
        error(s, DiagCode::ControlFlow, "result parameter ", r, " not in scope at return\n\t", at(seen->pos),
              ": inner declaration of var ", seen, " ", seen->type ? text(seen->type) : std::string());
    }
    return;
  }
  if (results->size() == 0) {
    size_t before = errorsSeen_;
    std::vector<Operand> have = operandList(s->results, false, nullptr);
    if (errorsSeen_ == before) returnMismatch(s, results->vars, have);
    return;
  }
  initVars(results->vars, s->results, s);
}

void CheckerImpl::switchStmt(ast::SwitchStmt* s, StmtContext ctx) {
  ctx.breakOk = true;
  ctx.breakTarget = s;
  Scope* outer = env_.scope;
  openScope();
  if (s->init) simpleStmt(s->init);
  Operand x;
  if (s->tag) {
    expr(x, s->tag);
    assignment(x, nullptr, "switch expression");
    if (x.valid() && !isComparable(x.type) && !hasNil(x.type)) {
      error(x, DiagCode::Type, "cannot switch on ", x, " (", x.type, " is not comparable)");
      x.mode = Mode::Invalid;
    }
  } else {
    // A missing tag stands for true.
    x.mode = Mode::Constant;
    x.type = types_.basic(BasicKind::Bool);
    x.value = Constant::ofBool(true);
    auto* id = arena_.make<ast::Ident>();
    id->name = symbols_.intern("true");
    id->pos = s->rbrace;
    x.expr = id;
  }
  struct Seen {
    Type* type;
    Pos pos;
  };
  std::unordered_map<std::string, std::vector<Seen>> seen;
  ast::CaseClause* firstDefault = nullptr;
  for (size_t i = 0; i < s->clauses.size(); i++) {
    ast::CaseClause* clause = s->clauses[i];
    if (clause->isDefault) {
      if (firstDefault)
        error(clause, DiagCode::ControlFlow, "multiple defaults (first at ", at(firstDefault->pos), ")");
      else firstDefault = clause;
    }
    for (ast::Expr* e : clause->exprs) {
      Operand v;
      expr(v, e);
      if (!x.valid() || !v.valid()) continue;
      Operand tag = x;
      convertUntyped(v, tag.type);
      if (v.valid()) convertUntyped(tag, v.type);
      if (!v.valid() || !tag.valid()) continue;
      Operand result = v;
      comparison(result, tag, Op::Equal, true);
      if (!result.valid() || !v.isConstant() || !v.value || v.value.kind() == ConstantKind::Bool) continue;
      std::vector<Seen>& list = seen[ConstantPool::toExactString(v.value)];
      bool duplicate = false;
      for (const Seen& old : list)
        if (identical(old.type, v.type)) {
          error(v, DiagCode::Redeclared, "duplicate case ", v, " in expression switch\n\t", at(old.pos),
                ": previous case");
          duplicate = true;
          break;
        }
      if (!duplicate) list.push_back({v.type, e->pos});
    }
    openScope();
    StmtContext inner = ctx;
    inner.fallthroughOk = i + 1 < s->clauses.size();
    inner.finalSwitchCase = i + 1 == s->clauses.size();
    stmtList(clause->body, inner);
    closeScope();
  }
  env_.scope = outer;
}

void CheckerImpl::typeSwitchStmt(ast::TypeSwitchStmt* s, StmtContext ctx) {
  ctx.breakOk = true;
  ctx.breakTarget = s;
  Scope* outer = env_.scope;
  openScope();
  if (s->init) simpleStmt(s->init);
  ast::Ident* bind = s->bind;
  if (bind && isBlank(bind)) {
    error(bind, DiagCode::UnusedVariable, "no new variable on left side of :=");
    bind = nullptr;
  }
  Operand x;
  bool known = false;
  if (s->x) {
    expr(x, s->x);
    if (x.valid()) {
      if (isTypeParam(x.type)) error(x, DiagCode::Type, "cannot use type switch on type parameter value ", x);
      else if (isInterface(x.type)) known = true;
      else error(x, DiagCode::Type, x, " is not an interface");
    }
  }
  struct Seen {
    Type* type; // null: nil
    ast::Expr* expr;
  };
  std::vector<Seen> seen;
  std::vector<Object*> clauseVars;
  ast::CaseClause* firstDefault = nullptr;
  for (size_t i = 0; i < s->clauses.size(); i++) {
    ast::CaseClause* clause = s->clauses[i];
    if (clause->isDefault) {
      if (firstDefault)
        error(clause, DiagCode::ControlFlow, "multiple defaults (first at ", at(firstDefault->pos), ")");
      else firstDefault = clause;
    }
    Type* single = nullptr;
    for (ast::Expr* e : clause->exprs) {
      Type* t = nullptr;
      auto* id = ast::unparen(e)->as<ast::Ident>();
      Object* named = id ? lookup(id->name) : nullptr;
      single = nullptr;
      if (named && named->kind == ObjectKind::Nil) {
        Operand ignored;
        expr(ignored, e);
      } else {
        t = varType(e);
        single = t;
        if (isInvalid(t)) continue;
      }
      bool duplicate = false;
      for (const Seen& old : seen) {
        if ((!t && !old.type) || (t && old.type && identical(t, old.type))) {
          error(e, DiagCode::Redeclared, "duplicate case ", t ? text(t) : std::string("nil"), " in type switch\n\t",
                at(posOf(old.expr)), ": previous case");
          duplicate = true;
          break;
        }
      }
      if (duplicate) continue;
      seen.push_back({t, e});
      if (known && t) checkAssertion(e, x, t, true);
    }
    openScope();
    if (bind) {
      Type* t = single;
      if (clause->exprs.size() != 1 || !t) t = known ? x.type : invalid();
      Object* v = newLocal(bind->name, bind->pos, t);
      v->node = bind;
      // The clauses' variables are one as far as "not used" goes.
      if (env_.state && !env_.state->locals.empty() && env_.state->locals.back() == v) v->isParam = true;
      v->isPackageLevel = false;
      v->function = env_.func;
      env_.scope->insert(arena_, v);
      v->parent = env_.scope;
      clause->object = v;
      clauseVars.push_back(v);
    }
    StmtContext inner = ctx;
    inner.inTypeSwitch = true;
    stmtList(clause->body, inner);
    closeScope();
  }
  if (bind) {
    bool used = false;
    for (Object* v : clauseVars) {
      used = used || v->used;
      v->isParam = false;
      v->used = true;
    }
    if (!used) soft(bind->pos, DiagCode::UnusedVariable, text(bind->name, " declared and not used"));
  }
  env_.scope = outer;
}

void CheckerImpl::selectStmt(ast::SelectStmt* s, StmtContext ctx) {
  ctx.breakOk = true;
  ctx.breakTarget = s;
  ast::CommClause* firstDefault = nullptr;
  for (ast::CommClause* clause : s->clauses) {
    if (!clause->comm) {
      if (firstDefault)
        error(clause, DiagCode::ControlFlow, "multiple defaults (first at ", at(firstDefault->pos), ")");
      else firstDefault = clause;
    }
    bool valid = false;
    ast::Expr* rhs = nullptr;
    if (!clause->comm || clause->comm->is(Kind::SendStmt) || clause->comm->is(Kind::BadStmt)) valid = true;
    else if (auto* a = clause->comm->as<ast::AssignStmt>()) rhs = a->rhs.size() == 1 && a->op == Op::None ? a->rhs[0] : nullptr;
    else if (auto* x = clause->comm->as<ast::ExprStmt>()) rhs = x->x;
    if (rhs) {
      auto* u = ast::unparen(rhs)->as<ast::UnaryExpr>();
      valid = (u && u->op == Op::Receive) || rhs->is(Kind::BadExpr);
    }
    Scope* outer = env_.scope;
    openScope();
    if (!valid) {
      Diagnostic& d = error(clause->comm->is(Kind::AssignStmt) ? clause->comm->pos : posOf(clause->comm), DiagCode::ControlFlow,
                            "select case must be send or receive (possibly with assignment)");
      // case v := ch: the arrow was forgotten if ch is a channel.
      if (rhs) {
        if (auto* id = rhs->as<ast::Ident>()) {
          Object* o = lookup(id->name);
          if (o && o->isVar() && o->type && as<Chan>(o->type)) {
            o->used = true;
            d.note(Pos(), text("did you mean <-", id->name, "?")).fix({id->pos, id->pos}, "<-");
          }
        }
        if (auto* a = clause->comm->as<ast::AssignStmt>(); a && a->define)
          for (ast::Expr* l : a->lhs)
            if (auto* id = l->as<ast::Ident>(); id && !isBlank(id)) {
              Object* v = newVar(id, invalid());
              v->used = true;
              declare(env_.scope, id, v);
            }
      }
    } else if (clause->comm) {
      simpleStmt(clause->comm);
    }
    stmtList(clause->body, ctx);
    env_.scope = outer;
  }
}

void CheckerImpl::forStmt(ast::ForStmt* s, StmtContext ctx) {
  ctx.breakOk = ctx.continueOk = true;
  ctx.breakTarget = ctx.continueTarget = s;
  s->perIterationVars = allows(22);
  Scope* outer = env_.scope;
  Scope* scope = openScope();
  if (s->init) simpleStmt(s->init);
  if (s->perIterationVars)
    for (Object* v : scope->all()) v->isLoopVar = true;
  if (s->cond) {
    Operand x;
    expr(x, s->cond);
    if (x.valid() && !allBasic(x.type, basic::kBoolean))
      error(s->cond, DiagCode::Type, "non-boolean condition in for statement");
    else if (x.valid() && isUntyped(x.type)) defaultType(x);
  }
  if (s->post) {
    if (auto* a = s->post->as<ast::AssignStmt>(); a && a->define)
      error(a->pos, DiagCode::Syntax, "cannot declare in post statement of for loop");
    simpleStmt(s->post);
  }
  blockStmt(s->body, ctx);
  env_.scope = outer;
}

void CheckerImpl::rangeStmt(ast::RangeStmt* s, StmtContext ctx) {
  ctx.breakOk = ctx.continueOk = true;
  ctx.breakTarget = ctx.continueTarget = s;
  s->perIterationVars = allows(22);
  Operand x;
  bool outerCall = env_.hasCallOrRecv;
  env_.hasCallOrRecv = false;
  expr(x, s->x);
  env_.hasCallOrRecv = outerCall || env_.hasCallOrRecv;
  Type *key = nullptr, *value = nullptr;
  std::string cause;
  bool ok = false, overInt = false;
  RangeKind kind = RangeKind::None;
  if (x.valid()) {
    Type* u = commonUnder(x.type, [this](Type* t, Type* v, std::string& why) {
      auto* c = cast<Chan>(v);
      if (c && c->dir == ChanDir::Send) why = text("receive from send-only channel ", t);
      return why.empty();
    }, &cause);
    auto found = [&](RangeKind k, Type* a, Type* b) {
      kind = k;
      key = a;
      value = b;
      ok = true;
    };
    Type* integer = types_.basic(BasicKind::Int);
    if (u) {
      switch (u->kind) {
      case TypeKind::Basic:
        if (isString(u)) {
          found(RangeKind::String, integer, types_.runeType());
        } else if (isInteger(u) || (isUntyped(x.type) && x.isConstant() && isNumeric(u) && consts_.toInt(x.value) && isInteger(u))) {
          if (allows(22)) {
            found(RangeKind::Int, x.type, nullptr);
            overInt = true;
          } else {
            cause = versionSuffix(22);
          }
        }
        break;
      case TypeKind::Array: found(RangeKind::Array, integer, static_cast<Array*>(u)->elem); break;
      case TypeKind::Slice: found(RangeKind::Slice, integer, static_cast<Slice*>(u)->elem); break;
      case TypeKind::Pointer:
        if (auto* a = as<Array>(static_cast<Pointer*>(u)->elem)) found(RangeKind::ArrayPointer, integer, a->elem);
        break;
      case TypeKind::Map: found(RangeKind::Map, static_cast<Map*>(u)->key, static_cast<Map*>(u)->elem); break;
      case TypeKind::Chan: found(RangeKind::Chan, static_cast<Chan*>(u)->elem, nullptr); break;
      case TypeKind::Signature: {
        auto* f = static_cast<Signature*>(u);
        const std::string form = "func must be func(yield func(...) bool): ";
        if (!allows(23)) {
          cause = versionSuffix(23);
        } else if (f->params->size() != 1) {
          cause = form + "wrong argument count";
        } else if (f->results->size() != 0) {
          cause = form + "unexpected results";
        } else {
          std::string why;
          auto* yield = cast<Signature>(commonUnder(f->params->at(0), nullptr, &why));
          bool oneResult = yield && yield->results->size() == 1;
          if (!yield) cause = form + (why.empty() ? "argument is not func" : "in yield type, " + why);
          else if (yield->params->size() > 2) cause = form + "yield func has too many parameters";
          else if (oneResult && unalias(yield->results->at(0))->kind != TypeKind::Basic && isBoolean(yield->results->at(0)))
            cause = form + "yield func returns user-defined boolean, not bool";
          else if (!oneResult || !isBoolean(yield->results->at(0))) cause = form + "yield func does not return bool";
          else
            found(RangeKind::Func, yield->params->size() > 0 ? yield->params->at(0) : nullptr,
                  yield->params->size() > 1 ? yield->params->at(1) : nullptr);
        }
        break;
      }
      default: break;
      }
    }
    if (!ok) {
      if (cause.empty()) error(x, DiagCode::Type, "cannot range over ", x);
      else error(x, DiagCode::Type, "cannot range over ", x, ": ", cause);
    } else if (!key && s->key) {
      error(s->key, DiagCode::Type, "range over ", x, " permits no iteration variables");
    } else if (!value && s->value) {
      error(s->value, DiagCode::Type, "range over ", x, " permits only one iteration variable");
    } else if (s->extra) {
      error(s->extra, DiagCode::Type, "range clause permits at most two iteration variables");
    }
  }
  s->rangeKind = static_cast<uint8_t>(kind);
  Scope* outer = env_.scope;
  openScope();
  ast::Expr* lhs[2] = {s->key, s->value};
  Type* rhs[2] = {key, value};
  if (s->define) {
    std::vector<std::pair<ast::Ident*, Object*>> fresh;
    bool invalidLhs = false;
    for (int i = 0; i < 2; i++) {
      if (!lhs[i]) continue;
      auto* id = lhs[i]->as<ast::Ident>();
      if (!id) {
        error(lhs[i], DiagCode::Type, "non-name ", lhs[i], " on left side of :=");
        invalidLhs = true;
        continue;
      }
      Object* v = newVar(id, nullptr);
      v->isPackageLevel = false;
      v->function = env_.func;
      v->isLoopVar = s->perIterationVars;
      if (!isBlank(id)) fresh.push_back({id, v});
      if (!rhs[i] || isInvalid(rhs[i])) {
        v->type = invalid();
        v->used = true;
        continue;
      }
      if (overInt) {
        initVar(v, x, "range clause");
      } else {
        Operand y;
        y.mode = Mode::Value;
        y.expr = lhs[i];
        y.type = rhs[i];
        v->type = rhs[i];
        id->type = rhs[i];
        (void)y;
      }
      id->type = v->type;
      id->mode = static_cast<uint8_t>(Mode::Variable);
    }
    if (fresh.empty() && !invalidLhs) error(s->key ? posOf(s->key) : s->pos, DiagCode::Type, "no new variables on left side of :=");
    for (auto& [id, v] : fresh) declare(env_.scope, id, v);
  } else if (s->key) {
    for (int i = 0; i < 2; i++) {
      if (!lhs[i]) continue;
      if (!rhs[i] || isInvalid(rhs[i])) {
        lhsVar(lhs[i]);
        continue;
      }
      if (overInt) {
        assignVar(lhs[i], &x, nullptr, "range clause");
        if (x.valid() && !isInteger(x.type) && !isTypeParam(x.type))
          error(lhs[i], DiagCode::Type, "cannot use iteration variable of type ", x.type);
      } else {
        Operand y;
        y.mode = Mode::Value;
        y.expr = lhs[i];
        y.type = rhs[i];
        assignRange(lhs[i], y);
      }
    }
  } else if (overInt) {
    assignment(x, nullptr, "range clause");
  }
  // x of an untyped string constant ranges as a string.
  if (x.valid() && isUntyped(x.type) && x.expr && x.expr->type && isUntyped(x.expr->type)) defaultType(x);
  blockStmt(s->body, ctx);
  env_.scope = outer;
}

} // namespace gossamer::sema
