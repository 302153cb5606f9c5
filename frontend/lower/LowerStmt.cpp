// Statements, but for loops, switch and select.
#include "frontend/lower/FunctionLowerer.h"

#include <array>

namespace gossamer::lower {

using namespace ast;
using sema::Object;

void FunctionLowerer::statements(std::span<Stmt* const> stmts) {
  for (Stmt* s : stmts) statement(s);
}

void FunctionLowerer::block(BlockStmt* b) {
  Block scope(*this);
  statements(b->stmts);
}

void FunctionLowerer::statement(Stmt* s) {
  if (failed_ || !s) return;
  Reg outer = statementTop_;
  statementTop_ = top_;
  switch (s->kind) {
  case ast::Kind::EmptyStmt:
  case ast::Kind::BadStmt: break;
  case ast::Kind::LabeledStmt: labeled(*s->as<LabeledStmt>()); break;
  case ast::Kind::DeclStmt:
    at(s->pos);
    if (s->as<DeclStmt>()->decl->decl == DeclKind::Var) varDecl(*s->as<DeclStmt>()->decl);
    break;
  case ast::Kind::AssignStmt:
    at(s->pos);
    if (s->as<AssignStmt>()->define) {
      define(*s->as<AssignStmt>());
      break;
    }
    [[fallthrough]];
  default: {
    Mark mark(*this);
    statementOf(s);
  }
  }
  statementTop_ = outer;
}

void FunctionLowerer::statementOf(Stmt* s) {
  switch (s->kind) {
  case ast::Kind::ExprStmt:
    at(startPos(*s));
    return discard(s->as<ExprStmt>()->x);
  case ast::Kind::SendStmt: {
    auto& send = *s->as<SendStmt>();
    auto* chan = sema::as<sema::Chan>(typeOf(*send.channel));
    at(s->pos);
    Reg c, v;
    EarlyCalls scope(*this);
    if (callsFirst(std::array{send.channel, send.value}) && !isEarly(*send.channel)) {
      v = anyAs(send.value, chan->elem);
      c = any(send.channel);
    } else {
      c = any(send.channel);
      v = anyAs(send.value, chan->elem);
    }
    at(s->pos);
    return b_.emitSend(c, v);
  }
  case ast::Kind::IncDecStmt: {
    auto& inc = *s->as<IncDecStmt>();
    at(s->pos);
    return assignOp(inc.x, inc.op, nullptr, s->pos);
  }
  case ast::Kind::AssignStmt: return assignment(*s->as<AssignStmt>());
  case ast::Kind::GoStmt: return goStmt(*s->as<GoStmt>());
  case ast::Kind::DeferStmt: return deferStmt(*s->as<DeferStmt>());
  case ast::Kind::ReturnStmt:
    at(s->pos);
    return returnStmt(*s->as<ReturnStmt>());
  case ast::Kind::BranchStmt: return branchStmt(*s->as<BranchStmt>());
  case ast::Kind::BlockStmt: return block(s->as<BlockStmt>());
  case ast::Kind::IfStmt: return ifStmt(*s->as<IfStmt>());
  case ast::Kind::SwitchStmt: return switchStmt(*s->as<SwitchStmt>());
  case ast::Kind::TypeSwitchStmt: return typeSwitchStmt(*s->as<TypeSwitchStmt>());
  case ast::Kind::SelectStmt: return selectStmt(*s->as<SelectStmt>());
  case ast::Kind::ForStmt: return forStmt(*s->as<ForStmt>());
  case ast::Kind::RangeStmt: return rangeStmt(*s->as<RangeStmt>());
  default: fail("a statement that cannot be lowered"); return;
  }
}

// ---- Variables ----

void FunctionLowerer::varDecl(GenDecl& decl) {
  for (Node* n : decl.specs) {
    auto* spec = n->as<ValueSpec>();
    if (!spec) continue;
    at(spec->pos);
    if (spec->values.size() == spec->names.size() || spec->values.empty()) {
      if (spec->names.size() > 1 && !spec->values.empty()) {
        // All values before the first variable exists.
        std::vector<Reg> values;
        std::vector<const Rep*> reps;
        Reg first = top_;
        for (size_t i = 0; i < spec->names.size(); i++) {
          Object* v = spec->names[i]->object;
          sema::Type* type = v && !spec->names[i]->name.isBlank() ? v->type : spec->typeExpr ? typeOf(*spec->typeExpr) : typeOf(*spec->values[i]);
          const Rep* r = rep(type);
          Reg slot = alloc(r);
          intoAs(slot, spec->values[i], type);
          live(slot, r);
          values.push_back(slot);
          reps.push_back(r);
        }
        (void)first;
        for (size_t i = 0; i < spec->names.size(); i++) {
          Object* v = spec->names[i]->object;
          if (!v || spec->names[i]->name.isBlank()) continue;
          if (v->isPackageLevel) store(place(v, pos_), values[i]);
          else if (info(v).boxed || info(v).reserved) declareFrom(v, values[i]);
          else bindSlot(v, values[i]);
        }
        continue;
      }
      for (size_t i = 0; i < spec->names.size(); i++) {
        Object* v = spec->names[i]->object;
        Expr* value = spec->values.empty() ? nullptr : spec->values[i];
        if (!v || spec->names[i]->name.isBlank()) {
          if (value) discard(value);
          continue;
        }
        if (v->isPackageLevel) { // of a document
          Mark mark(*this);
          Place p = place(v, spec->names[i]->pos);
          if (value) {
            storeExpr(p, value, v->type);
          } else if (p.rep->slots > kMaxLocalSlots) {
            b_.emitZeroMem(address(p), uint32_t(p.rep->size));
          } else {
            Reg t = alloc(p.rep);
            zero(t, p.rep);
            store(p, t);
          }
          continue;
        }
        declare(v, value);
      }
      continue;
    }
    std::vector<Expr*> names(spec->names.begin(), spec->names.end());
    assignTuple(names, spec->values[0], true);
  }
}

void FunctionLowerer::define(AssignStmt& s) {
  if (s.lhs.size() != s.rhs.size()) return assignTuple(s.lhs, s.rhs[0], true);
  auto isNew = [&](size_t i) { return i < 64 ? (s.fresh >> i & 1) != 0 : true; };
  auto object = [&](size_t i) {
    auto* ident = s.lhs[i]->as<Ident>();
    return ident && !ident->name.isBlank() ? ident->object : nullptr;
  };
  if (s.lhs.size() == 1) {
    Object* v = object(0);
    if (!v) return discard(s.rhs[0]);
    if (v->isPackageLevel || !isNew(0)) {
      Mark mark(*this);
      return assignOne(s.lhs[0], s.rhs[0]);
    }
    return declare(v, s.rhs[0]);
  }
  // Several: all values first, straight into the slots of new variables.
  std::vector<Reg> values(s.lhs.size());
  std::vector<const Rep*> reps(s.lhs.size());
  for (size_t i = 0; i < s.lhs.size(); i++) {
    Object* v = object(i);
    reps[i] = v ? rep(v->type) : repOf(*s.rhs[i]);
    values[i] = alloc(reps[i]);
  }
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(s.rhs);
  for (int pass = twoPasses ? 0 : 1; pass < 2; pass++)
    for (size_t i = 0; i < s.lhs.size(); i++) {
      if (twoPasses && isEarly(*s.rhs[i]) != (pass == 0)) continue;
      Object* v = object(i);
      intoAs(values[i], s.rhs[i], v ? v->type : nullptr);
      live(values[i], reps[i]);
    }
  for (size_t i = 0; i < s.lhs.size(); i++) {
    Object* v = object(i);
    if (!v) continue;
    if (v->isPackageLevel || !isNew(i)) {
      Mark mark(*this);
      store(place(v, pos_), values[i]);
      continue;
    }
    VarInfo& vi = info(v);
    if (vi.boxed || (vi.epoch == epoch_ && vi.reserved)) declareFrom(v, values[i]);
    else bindSlot(v, values[i]);
  }
}

// ---- Assignments ----

void FunctionLowerer::assignment(AssignStmt& s) {
  at(s.pos);
  if (s.op != Op::None) return assignOp(s.lhs[0], s.op, s.rhs[0], s.pos);
  if (s.lhs.size() == 1 && s.rhs.size() == 1) return assignOne(s.lhs[0], s.rhs[0]);
  if (s.lhs.size() == s.rhs.size()) return assignMany(s.lhs, s.rhs);
  assignTuple(s.lhs, s.rhs[0], false);
}

void FunctionLowerer::assignOne(Expr* lhs, Expr* rhs) {
  lhs = unparen(lhs);
  if (auto* ident = lhs->as<Ident>(); ident && ident->name.isBlank()) return discard(rhs);
  sema::Type* type = typeOf(*lhs);
  Pos pos = pos_;
  if (auto* ident = lhs->as<Ident>()) {
    Object* v = ident->object;
    if (!v->isPackageLevel) {
      VarInfo& vi = info(v);
      if (isHere(vi) && !vi.viaPointer) return intoVariable(vi.slot, rhs, type);
    }
    Reg value = rep(type)->slots <= kMaxLocalSlots ? anyAs(rhs, type) : 0;
    Place p = place(v, ident->pos);
    at(pos);
    if (p.rep->slots > kMaxLocalSlots) return storeExpr(p, rhs, type);
    return store(p, value);
  }
  const Rep* r = rep(type);
  if (r->slots > kMaxLocalSlots) return storeExpr(place(lhs), rhs, type);
  EarlyCalls scope(*this);
  callEarly(lhs);
  // A field of a variable's own slots is written directly where nothing can be seen of it.
  Reg value = anyAs(rhs, type);
  Place p = place(lhs);
  at(pos);
  if (p.kind == Place::Kind::Slot && isTemp(value) && b_.retargetLast(value, p.base)) return;
  store(p, value);
}

void FunctionLowerer::assignMany(std::span<Expr*> lhs, std::span<Expr*> rhs) {
  Pos pos = pos_;
  size_t n = lhs.size();
  std::vector<Place> places(n);
  std::vector<Reg> values(n);
  auto isVariable = [&](size_t i) {
    auto* ident = unparen(lhs[i])->as<Ident>();
    return ident != nullptr;
  };
  // First what the left sides need; whatever lies in a variable's slot might be assigned here.
  EarlyCalls scope(*this);
  for (size_t i = 0; i < n; i++)
    if (!isVariable(i)) callEarly(lhs[i]);
  bool twoPasses = callsFirst(rhs);
  for (int pass = twoPasses ? 0 : 1; pass < 2; pass++) {
    for (size_t i = 0; i < n && pass == 1; i++)
      if (!isVariable(i)) places[i] = pin(place(lhs[i]));
    for (size_t i = 0; i < n; i++) {
      bool early = isEarly(*rhs[i]);
      if (twoPasses && early != (pass == 0)) continue;
      sema::Type* type = unparen(lhs[i])->is(ast::Kind::Ident) && unparen(lhs[i])->as<Ident>()->name.isBlank() ? nullptr : typeOf(*lhs[i]);
      values[i] = anyAs(rhs[i], type);
      if (twoPasses && early) values[i] = pinReg(values[i], repOf(*rhs[i])->slots);
    }
  }
  for (size_t i = 0; i < n; i++)
    if (isVariable(i)) places[i] = place(lhs[i]);
  // A value still in a variable that an earlier assignment overwrites has to be saved.
  for (size_t j = 1; j < n; j++) {
    if (isTemp(values[j])) continue;
    const Rep* r = repOf(*rhs[j]);
    for (size_t i = 0; i < j; i++) {
      const Place& p = places[i];
      bool frame = p.kind == Place::Kind::Slot || p.kind == Place::Kind::Part || p.kind == Place::Kind::Element;
      if (!frame) {
        // Through a pointer to the variable, perhaps.
        if ((p.kind != Place::Kind::Memory && p.kind != Place::Kind::Slice) || !mayBePointedAt(rhs[j])) continue;
        values[j] = copyOf(values[j], r);
        break;
      }
      uint32_t extent = p.kind == Place::Kind::Element ? p.length : std::max(1u, p.rep->slots);
      if (p.base < values[j] + r->slots && values[j] < p.base + extent) {
        values[j] = copyOf(values[j], r);
        break;
      }
    }
  }
  at(pos);
  for (size_t i = 0; i < n; i++)
    if (places[i].kind != Place::Kind::Blank) store(places[i], values[i]);
}

// Is e (a part of) a variable in the frame whose address is about?
bool FunctionLowerer::mayBePointedAt(Expr* e) {
  e = unparen(e);
  while (true) {
    if (auto* selector = e->as<SelectorExpr>()) e = unparen(selector->x);
    else if (auto* index = e->as<IndexExpr>()) e = unparen(index->x);
    else break;
  }
  auto* ident = e->as<Ident>();
  return !ident || !ident->object || !ident->object->isVar() || ident->object->isPackageLevel || info(ident->object).homed;
}

// a, b = f()   v, ok = m[k]   v, ok := x.(T)   v, ok = <-c
void FunctionLowerer::assignTuple(std::span<Expr*> lhs, Expr* rhs, bool isDefine) {
  Pos pos = pos_;
  auto* tuple = sema::cast<sema::Tuple>(typeOf(*rhs));
  size_t n = lhs.size();
  auto object = [&](size_t i) -> Object* {
    auto* ident = unparen(lhs[i])->as<Ident>();
    return ident && !ident->name.isBlank() ? ident->object : nullptr;
  };
  // A variable that this statement declares has no slot yet.
  auto isNew = [&](size_t i) {
    Object* v = object(i);
    return isDefine && v && !v->isPackageLevel && v->pos == unparen(lhs[i])->pos;
  };
  auto* c = unparen(rhs)->as<CallExpr>();
  bool plain = isDefine;
  for (size_t i = 0; i < n && plain; i++) {
    Object* v = object(i);
    if (!v) continue;
    plain = isNew(i) && !info(v).boxed && !(info(v).epoch == epoch_ && info(v).reserved) &&
            (rep(v->type)->isInterface() == rep(tuple->at(i))->isInterface());
  }
  if (plain) {
    // The results become the variables where they are.
    Reg r;
    if (c) {
      r = call(*c);
    } else {
      const Rep* first = rep(tuple->at(0));
      r = alloc(first->slots + 1);
      {
        Mark mark(*this);
        commaOk(rhs, object(0) ? r : kNoSlot, object(1) ? Reg(r + first->slots) : kNoSlot);
      }
      if (object(0)) live(r, first);
    }
    for (size_t i = 0; i < n; i++) {
      if (Object* v = object(i)) bindSlot(v, r);
      r = Reg(r + rep(tuple->at(i))->slots);
    }
    return;
  }
  // New variables get their slots first, below the temporaries.
  struct Fresh {
    Object* v;
    Reg slot;
  };
  std::vector<Fresh> fresh(n);
  if (isDefine)
    for (size_t i = 0; i < n; i++)
      if (isNew(i)) {
        VarInfo& vi = info(object(i));
        bool reserved = vi.epoch == epoch_ && vi.reserved;
        fresh[i] = {object(i), reserved ? vi.slot : alloc(vi.boxed ? 1 : rep(object(i)->type)->slots)};
      }
  Mark mark(*this);
  Reg statementTop = std::exchange(statementTop_, top_);
  std::vector<Place> places(n);
  EarlyCalls scope(*this);
  for (size_t i = 0; i < n; i++)
    if (!unparen(lhs[i])->is(ast::Kind::Ident)) callEarly(lhs[i]);
  std::vector<Reg> values(n);
  if (c) {
    Reg r = call(*c);
    for (size_t i = 0; i < n; i++) {
      values[i] = r;
      r = Reg(r + rep(tuple->at(i))->slots);
    }
  } else {
    const Rep* first = rep(tuple->at(0));
    values = {alloc(first), alloc(1)};
    bool wantOk = object(1) || !unparen(lhs[1])->is(ast::Kind::Ident);
    bool wantValue = object(0) || !unparen(lhs[0])->is(ast::Kind::Ident);
    commaOk(rhs, wantValue ? values[0] : kNoSlot, wantOk ? values[1] : kNoSlot);
    if (wantValue) live(values[0], first);
  }
  at(pos);
  // What the left sides need, before any of them is assigned.
  for (size_t i = 0; i < n; i++)
    if (!unparen(lhs[i])->is(ast::Kind::Ident) && places[i].kind == Place::Kind::Blank) places[i] = pin(place(lhs[i]));
  for (size_t i = 0; i < n; i++) {
    const Rep* from = rep(tuple->at(i));
    Object* v = object(i);
    bool blank = unparen(lhs[i])->is(ast::Kind::Ident) && !v;
    if (blank) continue;
    sema::Type* type = v ? v->type : typeOf(*lhs[i]);
    const Rep* to = rep(type);
    Reg value = values[i];
    if (to->isInterface() && !from->isInterface()) {
      value = alloc(2);
      toInterface(value, values[i], from);
      live(value, to);
    }
    if (fresh[i].v) {
      Reg slot = fresh[i].slot;
      VarInfo& vi = info(v);
      if (vi.boxed) {
        b_.emitNew(slot, program_.reps.info(to));
        liveWord(slot, WordKind::Pointer);
        storeMemory(value, slot, 0, to);
        bindSlot(v, slot);
        vi.viaPointer = true;
      } else {
        move(slot, value, to->slots);
        live(slot, to);
        if (!(vi.epoch == epoch_ && vi.reserved)) bindSlot(v, slot);
      }
      continue;
    }
    if (places[i].kind == Place::Kind::Blank) places[i] = place(lhs[i]);
    at(pos);
    store(places[i], value);
  }
  statementTop_ = statementTop;
}

void FunctionLowerer::assignOp(Expr* lhs, Op op, Expr* rhs, Pos pos) {
  lhs = unparen(lhs);
  const Rep* r = repOf(*lhs);
  bool isShift = op == Op::Shl || op == Op::Shr;
  // The right side's value, if it must be there before the left is read.
  Reg early = kNoSlot;
  Place p;
  if (rhs && !rhs->constant && !isShift && hasCall(*rhs)) {
    if (hasCall(*lhs)) p = pin(place(lhs));
    early = any(rhs);
  }
  auto compute = [&](Reg dst, Reg x) {
    at(pos);
    if (!rhs) {
      if (r->isInt()) {
        b_.emitAddI(dst, x, op == Op::Add ? 1 : -1);
        return narrow(dst, r);
      }
      Reg one = alloc(r);
      if (r->kind == Kind::Complex64) b_.emitLoadI64(one, std::bit_cast<uint32_t>(1.0f));
      else if (r->kind == Kind::Float32) b_.emitLoadI64(one, std::bit_cast<uint32_t>(1.0f));
      else b_.emitLoadI64(one, std::bit_cast<int64_t>(1.0));
      if (r->kind == Kind::Complex128) b_.emitZero(Reg(one + 1));
      return arithmeticReg(dst, op, x, one, r);
    }
    if (early != kNoSlot) return arithmeticReg(dst, op, x, early, r);
    arithmetic(dst, op, x, rhs, r, pos);
  };
  if (p.kind == Place::Kind::Blank) p = place(lhs);
  if (p.kind == Place::Kind::Slot && !p.inMemoryForm) return compute(p.base, p.base);
  if (p.kind == Place::Kind::Map && (!rhs || early != kNoSlot || rhs->constant) && r->kind != Kind::String && op != Op::Div &&
      op != Op::Rem && !isShift && !isComplex(r->kind)) {
    // One look-up: the entry's address.
    Reg a = alloc(1);
    at(pos);
    b_.emitMapAddr(a, p.base, p.index, program_.reps.info(p.map));
    liveWord(a, WordKind::Pointer);
    Reg x = alloc(r);
    loadMemory(x, a, 0, r);
    compute(x, x);
    return storeMemory(x, a, 0, r);
  }
  Reg x = alloc(r);
  at(pos);
  load(x, p);
  live(x, r);
  compute(x, x);
  at(pos);
  store(p, x);
}

// ---- Control ----

void FunctionLowerer::returnStmt(ReturnStmt& s) {
  if (inline_) {
    InlineContext& context = *inline_;
    if (!s.results.empty()) {
      if (context.signature->results->size() == 0) discard(s.results[0]);
      else if (rep(context.signature->results->at(0))->slots == 0) discard(s.results[0]);
      else intoVariable(context.result, s.results[0], context.signature->results->at(0));
    }
    if (&s != context.last) jump(context.end);
    return;
  }
  Pos pos = s.pos;
  sema::Signature* signature = resultSignature();
  size_t count = signature ? signature->results->size() : 0;
  auto done = [&] {
    at(pos);
    leave({Exit::Kind::Return, nullptr});
  };
  if (s.results.empty() || count == 0) {
    for (Expr* e : s.results) discard(e);
    return done();
  }
  std::vector<Object*> vars(signature->results->vars.begin(), signature->results->vars.end());
  bool boxed = false;
  for (Object* v : vars) boxed = boxed || info(v).viaPointer;
  bool direct = !hasDefer_ && !boxed && !range_;

  if (s.results.size() == 1 && count > 1) { // return f()
    auto* c = unparen(s.results[0])->as<CallExpr>();
    auto* tuple = static_cast<sema::Tuple*>(typeOf(*s.results[0]));
    Reg r = call(*c);
    at(pos);
    for (size_t i = 0; i < count; i++) {
      const Rep* from = rep(tuple->at(i));
      const Rep* to = rep(vars[i]->type);
      Reg value = r;
      if (to->isInterface() && !from->isInterface()) {
        value = alloc(2);
        toInterface(value, r, from);
        live(value, to);
      }
      store(place(vars[i], pos), value);
      if (direct && !resultVariables_) live(info(vars[i]).slot, to);
      r = Reg(r + from->slots);
    }
  } else if (count == 1) {
    const Rep* r = rep(vars[0]->type);
    Expr* e = s.results[0];
    if (direct && r->slots == 1) {
      int64_t value;
      if (!needsConversion(*e, vars[0]->type) && constInt(*e, value) && value >= INT32_MIN && value <= INT32_MAX)
        return b_.emitReturnI(0, int32_t(value));
      Reg v = anyAs(e, vars[0]->type);
      at(pos);
      return b_.emitReturnWord(v);
    }
    if (direct && r->slots > 0) {
      intoVariable(info(vars[0]).slot, e, vars[0]->type);
    } else {
      Reg v = anyAs(e, vars[0]->type);
      at(pos);
      if (r->slots) store(place(vars[0], pos), v);
    }
  } else {
    EarlyCalls scope(*this);
    bool twoPasses = callsFirst(s.results);
    bool straight = direct && !resultVariables_; // nothing reads the result slots
    std::vector<Reg> values(count);
    for (int pass = twoPasses ? 0 : 1; pass < 2; pass++)
      for (size_t i = 0; i < count; i++) {
        if (twoPasses && isEarly(*s.results[i]) != (pass == 0)) continue;
        if (straight) {
          intoAs(info(vars[i]).slot, s.results[i], vars[i]->type);
          live(info(vars[i]).slot, rep(vars[i]->type));
        } else {
          values[i] = anyAs(s.results[i], vars[i]->type);
        }
      }
    at(pos);
    if (!straight) {
      // return b, a of named results.
      for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++) {
          if (info(vars[i]).viaPointer) continue;
          Reg slot = info(vars[i]).slot;
          const Rep* to = rep(vars[i]->type);
          const Rep* from = rep(vars[j]->type);
          if (slot < values[j] + from->slots && values[j] < slot + to->slots) {
            values[j] = copyOf(values[j], from);
            break;
          }
        }
      for (size_t i = 0; i < count; i++) store(place(vars[i], pos), values[i]);
    }
  }
  done();
  if (direct && !resultVariables_) dead(0, function_.resultSlots);
}

// The target of a block that does nothing but break or continue.
FunctionLowerer::Label* FunctionLowerer::jumpOnly(BlockStmt& b) {
  auto* jump = b.stmts.size() == 1 ? b.stmts[0]->as<BranchStmt>() : nullptr;
  if (!jump || (jump->branch != BranchKind::Break && jump->branch != BranchKind::Continue)) return nullptr;
  for (size_t i = targets_.size(); i-- > 0;)
    if (targets_[i].stmt == jump->target)
      return jump->branch == BranchKind::Break ? &targets_[i].breakTo : &targets_[i].continueTo;
  return nullptr;
}

void FunctionLowerer::ifStmt(IfStmt& first) {
  Label end = b_.newLabel();
  Reg base = top_;
  size_t pins = pins_.size();
  for (IfStmt* s = &first; s;) {
    // The scopes of a chain of else-ifs nest; all end with the chain.
    if (s->init) statement(s->init);
    statementTop_ = top_;
    at(s->cond->pos);
    Label otherwise = s->otherwise ? b_.newLabel() : end;
    if (Label* away = s->otherwise ? nullptr : jumpOnly(*s->then); away && !s->cond->constant) {
      // if cond { break }: one jump.
      branch(s->cond, *away, true);
      break;
    }
    if (s->cond->constant) {
      if (!s->cond->constant->boolValue()) jump(otherwise);
    } else {
      branch(s->cond, otherwise, false);
    }
    block(s->then);
    if (!s->otherwise) break;
    if (!b_.unreachable()) jump(end);
    b_.bind(otherwise);
    if (auto* next = s->otherwise->as<IfStmt>()) {
      s = next;
      continue;
    }
    statement(s->otherwise);
    break;
  }
  pins_.resize(pins);
  release(base);
  b_.bind(end);
}

FunctionLowerer::Label FunctionLowerer::labelOf(const Stmt* s) {
  for (const GotoLabel& g : gotoLabels_)
    if (g.stmt == s) return g.label;
  gotoLabels_.push_back({s, b_.newLabel()});
  return gotoLabels_.back().label;
}

void FunctionLowerer::labeled(LabeledStmt& s) {
  b_.bind(labelOf(&s));
  statement(s.stmt);
}

void FunctionLowerer::branchStmt(BranchStmt& s) {
  at(s.pos);
  switch (s.branch) {
  case BranchKind::Goto: return leave({Exit::Kind::Goto, s.target});
  case BranchKind::Fallthrough:
    return jump(fallthrough_);
  case BranchKind::Break: return leave({Exit::Kind::Break, s.target});
  case BranchKind::Continue: return leave({Exit::Kind::Continue, s.target});
  }
}

} // namespace gossamer::lower
