// range over a function: the loop's body becomes the function that the iterator calls.
//
// Body and surrounding function share a word of state: kReady while the body may be called, kRunning from its entry until it
// returns true (so also when it panicked), then why it returned false (0: break, i + 1: the i-th way out), kExhausted when the
// iterator has returned. Ways out of the body (return, and break,
// continue and goto that leave the loop) set the state and return false; behind the call of the iterator the surrounding
// function, which may be such a body itself, goes where the state says.
#include "frontend/lower/FunctionLowerer.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::Object;

namespace {

bool defers(Node& n) {
  if (n.is(ast::Kind::DeferStmt)) return true;
  if (n.is(ast::Kind::FuncLit)) return false;
  bool found = false;
  forEachChild(n, [&](Node& child) { found = found || defers(child); });
  return found;
}

constexpr int32_t kReady = -1;
constexpr int32_t kExhausted = -2;
constexpr int32_t kRunning = -3;

} // namespace

void FunctionLowerer::setRangeState(Object* state, int32_t value) {
  Mark mark(*this);
  Reg word = alloc(1);
  b_.emitLoadI32(word, value);
  store(place(state, pos_), word);
}

void FunctionLowerer::rangeFunc(RangeStmt& s) {
  auto* iterator = sema::as<sema::Signature>(typeOf(*s.x));
  auto* yield = sema::as<sema::Signature>(iterator->params->at(0));
  bool escapes = program_.escape.siteEscapes(s);
  sema::Type* intType = program_.reps.context().basic(sema::BasicKind::Int);

  Object* state = program_.reps.context().object(sema::ObjectKind::Var, Symbol(), s.pos, nullptr, intType);
  state->isAssigned = true;
  info(state).boxed = escapes;
  info(state).homed = !escapes;
  declare(state, nullptr);
  setRangeState(state, kReady);

  std::vector<Object*> captures = capturesOfRangeBody(s, resultSignature());
  captures.push_back(state);
  Object* frame = nullptr;
  if (defers(*s.body)) {
    frame = range_ ? range_->frame : nullptr;
    if (!frame) { // this is the function: its frame's address, a constant as far as closures are concerned
      frame = program_.reps.context().object(sema::ObjectKind::Var, Symbol(), s.pos, nullptr,
                                             program_.reps.context().basic(sema::BasicKind::UnsafePointer));
      Reg slot = alloc(1);
      b_.emitLea(slot, 0, 0);
      liveWord(slot, WordKind::Pointer);
      bindSlot(frame, slot);
    }
    captures.push_back(frame);
  }
  Function* body = program_.newFunction(function_.name + "-range" + std::to_string(++plan_.rangeBodies), 0, &plan_);
  Program::planOf(*body).kind = Plan::Kind::RangeBody;
  program_.describe(*body, yield, nullptr);
  body->declared = program_.positionOf(s.body->pos);
  uint32_t words = 0;
  for (const Capture& c : captureLayout(captures)) {
    if (c.byValue) program_.setWords(body->captureMap, c.first, rep(c.variable->type));
    else body->captureMap.set(c.first, WordKind::Pointer);
    words = c.first + c.words;
  }
  body->captureCount = uint16_t(words);

  // The body's lowering binds the captured variables to its own slots.
  std::vector<VarInfo> saved;
  for (Object* v : captures) saved.push_back(info(v));
  RangeContext context{this, &s, state, frame, {}};
  {
    FunctionLowerer inner(program_, *body);
    if (!inner.rangeBody(context, yield, captures)) failed_ = true;
  }
  for (size_t i = 0; i < captures.size(); i++) info(captures[i]) = saved[i];
  if (failed_) return;

  Reg f = any(s.x);
  Reg value = alloc(1);
  closure(value, body, captures, !escapes);
  liveWord(value, WordKind::Pointer);
  {
    Mark mark(*this);
    Reg w = alloc(4);
    b_.emitMove(Reg(w + 3), value);
    at(s.pos);
    b_.emitCallClosure(w, f);
  }
  Reg word = alloc(1);
  load(word, place(state, s.pos));
  Label resumed = b_.newLabel();
  b_.emitJumpNeI(word, int16_t(kRunning), resumed);
  b_.emitTrap(uint16_t(TrapCode::RangeMissingPanic));
  b_.bind(resumed);
  setRangeState(state, kExhausted);
  for (size_t i = 0; i < context.exits.size(); i++) {
    Label next = b_.newLabel();
    b_.emitJumpNeI(word, int16_t(i + 1), next);
    leave(context.exits[i]);
    b_.bind(next);
  }
}

bool FunctionLowerer::rangeBody(RangeContext& context, sema::Signature* yield, std::span<Object* const> captures) {
  range_ = &context;
  info_ = context.outer->info_;
  RangeStmt& s = *context.loop;
  at(s.body->pos);
  bindParameters(yield);
  signature_ = nullptr;
  openCaptures(captures);
  entryTop_ = top_;
  Label ready = b_.newLabel(), running = b_.newLabel(), done = b_.newLabel();
  {
    Mark mark(*this);
    Reg state = alloc(1);
    load(state, place(context.state, s.pos));
    b_.emitJumpEqI(state, int16_t(kReady), ready);
    setRangeState(context.state, kRunning);
    b_.emitJumpEqI(state, int16_t(kRunning), running);
    b_.emitJumpNeI(state, int16_t(kExhausted), done);
    b_.emitTrap(uint16_t(TrapCode::RangeAfterExit));
    b_.bind(running);
    b_.emitTrap(uint16_t(TrapCode::RangeAfterPanic));
    b_.bind(done);
    b_.emitTrap(uint16_t(TrapCode::RangeAfterFalse));
  }
  b_.bind(ready);
  setRangeState(context.state, kRunning);
  Reg param = Reg(1); // behind the bool
  Expr* targets[] = {s.key, s.value};
  for (size_t i = 0; i < yield->params->size() && i < 2; i++) {
    const Rep* r = rep(yield->params->at(i));
    Reg from = param;
    param = Reg(param + r->slots);
    Expr* target = targets[i];
    if (!target) continue;
    auto* ident = unparen(target)->as<Ident>();
    if (ident && ident->name.isBlank()) continue;
    if (s.define) {
      Object* v = ident->object;
      if (!v) continue;
      if (info(v).boxed) declareFrom(v, from);
      else bindSlot(v, from);
      continue;
    }
    rangeAssign(s, target, r, [&](Reg dst) { move(dst, from, r->slots); });
  }
  entryTop_ = top_;
  block(s.body);
  at(s.body->rbrace);
  if (!b_.unreachable()) nextIteration();
  return finish();
}

void FunctionLowerer::nextIteration() {
  setRangeState(range_->state, kReady);
  b_.emitReturnI(0, 1);
}

// Leaves for a target that may lie outside the loop body being lowered.
void FunctionLowerer::leave(const Exit& exit) {
  bool isJump = exit.kind != Exit::Kind::Return;
  if (isJump) {
    for (size_t i = targets_.size(); i-- > 0;)
      if (targets_[i].stmt == exit.target && exit.kind != Exit::Kind::Goto)
        return jump(exit.kind == Exit::Kind::Break ? targets_[i].breakTo : targets_[i].continueTo);
  }
  if (!range_) {
    if (exit.kind == Exit::Kind::Return) {
      mainReturns();
      return emitReturn();
    }
    if (exit.kind == Exit::Kind::Goto) return jump(labelOf(exit.target));
    return fail("a branch without a target");
  }
  if (exit.kind == Exit::Kind::Goto && exit.target->pos >= range_->loop->body->pos &&
      exit.target->pos < range_->loop->body->rbrace)
    return jump(labelOf(exit.target));
  if (exit.target == range_->loop && exit.kind == Exit::Kind::Continue) return nextIteration();
  int32_t code = 0;
  if (exit.target != range_->loop || exit.kind != Exit::Kind::Break) {
    auto& exits = range_->exits;
    auto it = std::find(exits.begin(), exits.end(), exit);
    if (it == exits.end()) {
      exits.push_back(exit);
      it = exits.end() - 1;
    }
    code = int32_t(it - exits.begin()) + 1;
  }
  setRangeState(range_->state, code);
  b_.emitReturnI(0, 0);
}

sema::Signature* FunctionLowerer::resultSignature() const {
  const FunctionLowerer* f = this;
  while (f->range_) f = f->range_->outer;
  return f->signature_;
}

} // namespace gossamer::lower
