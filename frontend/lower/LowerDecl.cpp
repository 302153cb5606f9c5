// Slots, variables, closures, and functions from entry to exit.
#include "frontend/lower/FunctionLowerer.h"

#include "runtime/base/Check.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::FuncInfo;
using sema::Object;

FunctionLowerer::FunctionLowerer(Program& program, Function& function)
    : program_(program), function_(function), plan_(Program::planOf(function)),
      view_(program.instances, plan_.instantiation), buffers_(program.codeBuffers), b_(function, *buffers_),
      epoch_(++program.runs) {
  b_.setMapProvider([this](SlotMap& map) { provideMap(map); });
  exit_ = b_.newLabel();
}

void FunctionLowerer::fail(std::string why) {
  if (!failed_) program_.failure = std::move(why);
  failed_ = true;
}

void FunctionLowerer::at(Pos pos) {
  if (!pos || pos == pos_) return;
  pos_ = pos;
  SourcePosition position = program_.positionOf(pos);
  position.inlined = inlined_;
  b_.setPosition(position);
}

// ---- Slots ----

Reg FunctionLowerer::alloc(uint32_t slots) {
  uint32_t end = top_ + slots;
  if (end > kMaxFrameSlots) { // the code is not used, so any slot will do
    fail("function " + function_.name + " needs too large a frame");
    return 0;
  }
  Reg first = top_;
  top_ = Reg(end);
  // What is lowered after a failure is thrown away, but must stay in bounds.
  kinds_.resize(failed_ ? kFailedSlots : top_, WordKind::Scalar);
  frameSlots_ = std::max<uint32_t>(frameSlots_, slots ? end : end + 1); // a value of size 0 has a place, too
  return first;
}

void FunctionLowerer::liveWord(Reg slot, WordKind kind) {
  if (!failed_) kinds_[slot] = kind;
}

void FunctionLowerer::live(Reg slot, const Rep* rep) {
  if (failed_) return;
  for (size_t i = 0; i < rep->words.size(); i++) kinds_[slot + i] = rep->words[i];
}

void FunctionLowerer::dead(Reg slot, uint32_t slots) {
  if (failed_) return;
  std::fill_n(kinds_.begin() + slot, slots, WordKind::Scalar);
}

void FunctionLowerer::release(Reg mark) {
  if (mark >= top_) return;
  Reg end = mark;
  for (const Pin& pin : pins_) end = std::max(end, pin.end);
  if (end > mark) {
    Reg next = mark;
    for (const Pin& pin : pins_) {
      for (; next < pin.first && next < top_; next++) kinds_[next] = WordKind::Scalar;
      next = std::max(next, pin.end);
    }
  }
  if (end < top_) {
    top_ = end;
    if (!failed_) kinds_.resize(top_);
  }
}

void FunctionLowerer::addressed(Reg first, uint64_t slots) {
  std::vector<SlotRange>& ranges = function_.addressed;
  if (failed_ || (!ranges.empty() && ranges.back().first == first && ranges.back().count == slots)) return;
  ranges.push_back({first, static_cast<uint32_t>(slots)});
}

Reg FunctionLowerer::pinned(uint32_t slots) {
  Reg first = alloc(slots);
  addressed(first, slots);
  pins_.push_back({first, Reg(first + slots)});
  return first;
}

void FunctionLowerer::window(Reg first, uint32_t slots) {
  frameSlots_ = std::max<uint32_t>(frameSlots_, first + slots);
}

void FunctionLowerer::provideMap(SlotMap& map) {
  for (size_t i = kinds_.size(); i-- > 0;) // the last first: the map grows once
    if (kinds_[i] != WordKind::Scalar) map.set(i, kinds_[i]);
}

// ---- Variables ----

void FunctionLowerer::bindSlot(Object* v, Reg slot) {
  VarInfo& vi = info(v);
  vi.epoch = epoch_;
  vi.slot = slot;
  vi.viaPointer = false;
  vi.reserved = false;
  if (vi.homed && !vi.boxed) addressed(slot, std::max<uint32_t>(rep(v->type)->slots, 1));
}

Place FunctionLowerer::place(Object* v, Pos pos) {
  const Rep* r = rep(v->type);
  if (v->isPackageLevel) {
    void* address = program_.addressOf(v);
    Place p;
    p.rep = r;
    if (r->size == 8 && !r->isAggregate()) {
      p.kind = Place::Kind::Global;
      p.global = address;
      return p;
    }
    Reg base = alloc(1);
    b_.emitGlobalAddr(base, address);
    return memoryPlace(base, 0, r);
  }
  VarInfo& vi = info(v);
  if (!isHere(vi)) {
    fail("variable " + std::string(v->name.view()) + " is not in the frame of " + function_.name);
    return slotPlace(0, r);
  }
  if (vi.viaPointer) return memoryPlace(vi.slot, 0, r);
  Place p = slotPlace(vi.slot, r);
  p.inMemoryForm = vi.homed && r->scalar && r->narrow;
  return p;
}

// The slot of a variable about to be initialised: for a boxed one a fresh box.
Reg FunctionLowerer::declareSlot(Object* v) {
  VarInfo& vi = info(v);
  const Rep* r = rep(v->type);
  if (vi.boxed) {
    Reg slot = alloc(1);
    bindSlot(v, slot);
    vi.viaPointer = true;
    return slot;
  }
  if (vi.epoch == epoch_ && vi.reserved) return vi.slot;
  Reg slot = alloc(r);
  bindSlot(v, slot);
  return slot;
}

void FunctionLowerer::declare(Object* v, Expr* value) {
  const Rep* r = rep(v->type);
  VarInfo& vi = info(v);
  if (vi.boxed) {
    Reg slot = alloc(1);
    {
      Mark mark(*this);
      Reg x = value && r->slots <= kMaxLocalSlots ? anyAs(value, v->type) : 0;
      b_.emitNew(slot, program_.reps.info(r));
      liveWord(slot, WordKind::Pointer);
      if (value) {
        if (r->slots <= kMaxLocalSlots) storeMemory(x, slot, 0, r);
        else storeExpr(memoryPlace(slot, 0, r), value, v->type);
      }
    }
    bindSlot(v, slot);
    vi.viaPointer = true;
    return;
  }
  Reg slot = vi.epoch == epoch_ && vi.reserved ? vi.slot : alloc(r);
  if (value) intoAs(slot, value, v->type);
  else zero(slot, r);
  live(slot, r);
  if (!(vi.epoch == epoch_ && vi.reserved)) bindSlot(v, slot);
}

void FunctionLowerer::declareFrom(Object* v, Reg value) {
  const Rep* r = rep(v->type);
  VarInfo& vi = info(v);
  Reg slot = declareSlot(v);
  if (vi.boxed) {
    b_.emitNew(slot, program_.reps.info(r));
    liveWord(slot, WordKind::Pointer);
    storeMemory(value, slot, 0, r);
    return;
  }
  move(slot, value, r->slots);
  live(slot, r);
}

// ---- Closures ----

std::vector<FunctionLowerer::Capture> FunctionLowerer::captureLayout(std::span<Object* const> captures) {
  std::vector<Capture> layout;
  uint32_t word = 0;
  for (Object* v : captures) {
    const Rep* r = rep(v->type);
    bool byValue = capturedByValue(v, r);
    uint32_t words = byValue ? r->slots : 1;
    layout.push_back({v, byValue, word, words});
    word += words;
  }
  return layout;
}

uint32_t FunctionLowerer::captureWords(const std::vector<Capture>& captures) {
  return captures.empty() ? 0 : captures.back().first + captures.back().words;
}

void FunctionLowerer::openCaptures(std::span<Object* const> captures) {
  std::vector<Capture> layout = captureLayout(captures);
  uint32_t words = captureWords(layout);
  if (words == 0 && captures.empty()) return;
  Reg first = alloc(words);
  if (words == 1) b_.emitLoadCapture(first, 0);
  else if (words > 1) b_.emitLoadCaptureN(first, 0, uint16_t(words));
  for (const Capture& c : layout) {
    Reg slot = Reg(first + c.first);
    bindSlot(c.variable, slot);
    if (c.byValue) {
      live(slot, rep(c.variable->type));
    } else {
      info(c.variable).viaPointer = true;
      liveWord(slot, WordKind::Pointer);
    }
  }
}

void FunctionLowerer::closure(Reg dst, Function* function, std::span<Object* const> captures, bool inFrame, Reg area) {
  std::vector<Capture> layout = captureLayout(captures);
  uint32_t words = captureWords(layout);
  if (words == 0) return b_.emitLoadFunc(dst, function);
  if (area != kNoSlot) inFrame = true;
  else if ((inFrame = inFrame && conditional_ == 0)) area = pinned(1 + words);
  else area = alloc(1 + words);
  for (const Capture& c : layout) {
    Reg to = Reg(area + 1 + c.first);
    const Rep* r = rep(c.variable->type);
    if (c.byValue) {
      load(to, place(c.variable, pos_));
      live(to, r);
      continue;
    }
    VarInfo& vi = info(c.variable);
    if (!isHere(vi)) fail("captured variable " + std::string(c.variable->name.view()) + " is not in the frame of " + function_.name);
    if (vi.viaPointer) b_.emitMove(to, vi.slot);
    else b_.emitLea(to, vi.slot, 0);
    liveWord(to, WordKind::Pointer);
  }
  if (inFrame) {
    b_.emitLoadFunctionWord(area, function);
    b_.emitLea(dst, area, 0);
  } else {
    b_.emitMakeClosure(dst, Reg(area + 1), uint16_t(words), function);
  }
}

void FunctionLowerer::funcLit(Reg dst, FuncLit& e) {
  Function* function = program_.literal(e, plan_);
  closure(dst, function, e.info->captures, !program_.escape.siteEscapes(e), areaFor(e));
}

// ---- Functions ----

void FunctionLowerer::bindParameters(sema::Signature* signature) {
  signature_ = signature;
  Reg slot = 0;
  auto bind = [&](Object* v, bool isResult) {
    const Rep* r = rep(v->type);
    slot = alloc(r);
    bindSlot(v, slot);
    if (!isResult) live(slot, r);
  };
  for (Object* v : signature->results->vars) bind(v, true);
  if (signature->recv) bind(signature->recv, false);
  for (Object* v : signature->params->vars) bind(v, false);
}

// What deferred closures refer to must be in the frame, and in its map, wherever a panic may strike: the slots are
// set aside and zeroed at the entry.
void FunctionLowerer::reserveForDefers(FuncInfo* fi, const BlockStmt* body) {
  if (!hasDefer_) return;
  Reg first = top_;
  for (Object* v : fi->locals) {
    VarInfo& vi = info(v);
    if (!vi.homed || vi.boxed) continue;
    const Rep* r = rep(v->type);
    Reg slot = alloc(r);
    live(slot, r);
    bindSlot(v, slot);
    vi.reserved = true;
  }
  if (body) {
    for (Stmt* s : body->stmts) {
      auto* defer = s->as<DeferStmt>();
      if (!defer || program_.escape.siteEscapes(*defer)) continue;
      auto* c = unparen(defer->call)->as<CallExpr>();
      auto* lit = c ? unparen(c->fun)->as<FuncLit>() : nullptr;
      if (!lit || !c->args.empty() || program_.escape.siteEscapes(*lit)) continue;
      std::vector<Capture> layout = captureLayout(lit->info->captures);
      uint32_t words = captureWords(layout);
      if (words == 0) continue;
      Reg area = alloc(1 + words);
      for (const Capture& capture : layout) {
        if (capture.byValue) live(Reg(area + 1 + capture.first), rep(capture.variable->type));
        else liveWord(Reg(area + 1 + capture.first), WordKind::Pointer);
      }
      addressed(area, 1 + words);
      deferAreas_.push_back({s, area});
    }
  }
  if (top_ == first) return;
  if (top_ - first == 1) b_.emitZero(first);
  else b_.emitZeroN(first, uint32_t(top_ - first));
}

void FunctionLowerer::prologue(FuncInfo* fi, std::span<Object* const> captures, const BlockStmt* body) {
  info_ = fi;
  hasDefer_ = fi->hasDefer;
  bindParameters(fi->signature);
  openCaptures(captures);
  resultVariables_ = fi->namedResults;
  for (Object* v : fi->signature->results->vars) resultVariables_ = resultVariables_ || info(v).homed || info(v).boxed;
  for (Object* v : fi->signature->results->vars) {
    VarInfo& vi = info(v);
    const Rep* r = rep(v->type);
    Reg slot = vi.slot;
    if (vi.boxed) {
      Reg box = alloc(1);
      if (hasDefer_) {
        zero(slot, r);
        live(slot, r);
      }
      b_.emitNew(box, program_.reps.info(r));
      liveWord(box, WordKind::Pointer);
      vi.slot = box;
      vi.viaPointer = true;
    } else if (resultVariables_ || hasDefer_) {
      zero(slot, r);
      live(slot, r);
    }
  }
  auto box = [&](Object* v) {
    VarInfo& vi = info(v);
    if (!vi.boxed) return;
    const Rep* r = rep(v->type);
    Reg slot = alloc(1);
    b_.emitNew(slot, program_.reps.info(r));
    liveWord(slot, WordKind::Pointer);
    storeMemory(vi.slot, slot, 0, r);
    vi.slot = slot;
    vi.viaPointer = true;
  };
  if (fi->signature->recv) box(fi->signature->recv);
  for (Object* v : fi->signature->params->vars) box(v);
  reserveForDefers(fi, body);
  entryTop_ = top_;
}

// Boxed results go where the caller finds them.
void FunctionLowerer::emitReturn() {
  if (hasDefer_) {
    // The deferred calls are made from here, for the sake of the line; the exit will find none left.
    b_.emitPoll();
    b_.emitRunDefers();
    return jump(exit_);
  }
  Reg slot = 0;
  for (Object* v : signature_ ? signature_->results->vars : std::span<Object*>()) {
    const Rep* r = rep(v->type);
    const VarInfo& vi = info(v);
    if (vi.boxed && isHere(vi)) loadMemory(slot, vi.slot, 0, r);
    else if (vi.homed && r->scalar && r->narrow) extend(slot, slot, r); // it may have been written as memory
    slot = Reg(slot + r->slots);
  }
  b_.emitReturn();
}

// Tells Lowering's user that main is about to return, while what main has in scope is still there.
void FunctionLowerer::mainReturns() {
  if (!program_.mainReturns || plan_.object != program_.main || b_.unreachable()) return;
  function_.flags |= kScopedMaps;
  Mark mark(*this);
  emitCall(alloc(3), program_.mainReturns);
}

void FunctionLowerer::epilogue() {
  if (!hasDefer_) {
    if (!b_.unreachable()) {
      if (signature_ && signature_->results->size() > 0 && !info_->namedResults) b_.emitUnreachable();
      else emitReturn();
    }
    return;
  }
  pins_.clear();
  release(entryTop_);
  b_.bind(exit_);
  // A frame whose deferred calls run is found by the word before RunDefers, which comes back to itself after each: it must
  // have the same map and line.
  b_.emitPoll();
  b_.markDeferReturn();
  b_.emitRunDefers();
  hasDefer_ = false;
  emitReturn();
}

bool FunctionLowerer::finish() {
  if (failed_) return false;
  b_.finish(frameSlots_);
  return true;
}

bool FunctionLowerer::declared(FuncInfo* fi) {
  auto* decl = fi->node->as<FuncDecl>();
  at(decl->pos);
  if (fi->hasDefer) function_.flags |= kHasDefer;
  prologue(fi, {}, decl->body);
  statements(decl->body->stmts);
  at(decl->body->rbrace);
  mainReturns();
  epilogue();
  return finish();
}

bool FunctionLowerer::literal(FuncInfo* fi) {
  auto* lit = fi->node->as<FuncLit>();
  at(lit->pos);
  if (fi->hasDefer) function_.flags |= kHasDefer;
  prologue(fi, fi->captures, lit->body);
  statements(lit->body->stmts);
  at(lit->body->rbrace);
  epilogue();
  return finish();
}

bool FunctionLowerer::cell(FuncInfo* fi, std::span<Node* const> items) {
  info_ = fi;
  hasDefer_ = fi->hasDefer;
  if (hasDefer_) function_.flags |= kHasDefer;
  entryTop_ = top_;
  for (Node* item : items) {
    if (item->is(ast::Kind::FuncDecl)) continue;
    if (auto* decl = item->as<GenDecl>()) {
      at(decl->pos);
      if (decl->decl == DeclKind::Var) varDecl(*decl);
    } else if (isStmt(item->kind)) {
      statement(static_cast<Stmt*>(item));
    }
  }
  epilogue();
  return finish();
}

bool FunctionLowerer::initializers(sema::Package* package) {
  for (const sema::Initializer& init : package->initOrder) {
    if (!init.rhs) {
      embedded(*init.lhs[0], init.files);
      continue;
    }
    program_.escape.analyseInitializer(init.rhs);
    Block block(*this);
    statementTop_ = top_;
    at(startPos(*init.rhs));
    if (init.lhs.size() == 1) {
      Object* v = init.lhs[0];
      if (v->name.isBlank()) {
        discard(init.rhs);
        continue;
      }
      Place to = place(v, pos_);
      storeExpr(to, init.rhs, v->type);
      continue;
    }
    auto* tuple = sema::cast<sema::Tuple>(typeOf(*init.rhs));
    std::vector<Reg> values;
    if (auto* c = unparen(init.rhs)->as<CallExpr>()) {
      Reg r = call(*c);
      for (size_t i = 0; i < init.lhs.size(); i++) {
        values.push_back(r);
        r = Reg(r + rep(tuple->at(i))->slots);
      }
    } else {
      const Rep* first = rep(tuple->at(0));
      Reg value = alloc(first), ok = alloc(1);
      commaOk(init.rhs, value, ok);
      live(value, first);
      values = {value, ok};
    }
    for (size_t i = 0; i < init.lhs.size(); i++) {
      Object* v = init.lhs[i];
      if (v->name.isBlank()) continue;
      const Rep* from = rep(tuple->at(i));
      const Rep* to = rep(v->type);
      Reg value = values[i];
      if (to->isInterface() && !from->isInterface()) {
        Reg converted = alloc(2);
        toInterface(converted, value, from);
        live(converted, to);
        value = converted;
      }
      store(place(v, pos_), value);
    }
  }
  for (Object* init : package->initFuncs) {
    at(init->pos);
    Function* callee = program_.functionOf(init);
    Mark mark(*this);
    Reg w = alloc(3);
    emitCall(w, callee);
  }
  b_.emitReturn();
  return finish();
}

bool FunctionLowerer::thunk(const Thunk& spec) {
  auto* signature = sema::as<sema::Signature>(program_.reps.context().typeOf(spec.method));
  if (plan_.thunk.method->pos) at(plan_.thunk.method->pos);
  CallLayout outer = program_.layoutOf(signature, nullptr);
  const Rep* incoming = rep(spec.type);
  Reg results = alloc(outer.resultSlots);
  // Where the receiver is.
  Place from;
  switch (spec.receiver) {
  case Thunk::Receiver::Parameter: {
    Reg r = alloc(incoming);
    live(r, incoming);
    from = slotPlace(r, incoming);
    break;
  }
  case Thunk::Receiver::DataWord: {
    Reg r = alloc(1);
    liveWord(r, WordKind::Pointer);
    from = incoming->slots == 0 ? slotPlace(r, incoming) : memoryPlace(r, 0, incoming);
    break;
  }
  case Thunk::Receiver::Captured: break;
  }
  Reg params = top_;
  for (Object* p : signature->params->vars) {
    const Rep* r = rep(p->type);
    live(alloc(r), r);
  }
  uint32_t paramSlots = uint32_t(top_ - params);
  if (spec.receiver == Thunk::Receiver::Captured) {
    Reg r = alloc(incoming);
    if (incoming->slots) b_.emitLoadCaptureN(r, 0, uint16_t(incoming->slots));
    live(r, incoming);
    from = slotPlace(r, incoming);
  }
  sema::Type* end = spec.type;
  size_t steps = spec.path.empty() ? 0 : spec.path.size() - 1;
  from = walk(from, spec.type, spec.path, steps, &end);
  if (spec.method->isInterfaceMethod) {
    Reg iface = read(from);
    Reg w = alloc(3 + outer.resultSlots + 1 + outer.paramSlots);
    move(Reg(w + 3 + outer.resultSlots + 1), params, paramSlots);
    b_.emitCallIface(w, iface, uint16_t(outer.resultSlots), program_.reps.selector(spec.method));
    move(results, Reg(w + 3), outer.resultSlots);
  } else {
    Function* callee = program_.functionOf(spec.method);
    bool pointer = sema::as<sema::Pointer>(end) != nullptr;
    const Rep* receiverRep = rep(signature->recv->type);
    Reg w = Reg(top_);
    CallLayout layout = program_.layoutOf(signature, receiverRep);
    w = alloc(3 + layout.resultSlots + layout.paramSlots);
    Reg receiverSlot = Reg(w + 3 + layout.resultSlots);
    if (spec.method->hasPointerRecv) {
      if (pointer) load(receiverSlot, from);
      else b_.emitMove(receiverSlot, address(from));
    } else if (pointer) {
      Reg p = read(from);
      if (spec.receiver != Thunk::Receiver::Captured && steps == 0) {
        // gc's words for a method of a value called through a nil pointer in an interface.
        std::string name = program_.methodName(spec.method);
        std::string_view method = spec.method->name.view();
        std::string type = name.substr(0, name.size() - method.size() - 1);
        std::string_view base = std::string_view(type).substr(type.rfind('.') + 1);
        Label fine = b_.newLabel();
        b_.emitJumpNeI(p, 0, fine);
        b_.emitTrapText(uint16_t(TrapCode::PlainErrorText),
                        program_.in.module.string("value method " + name + " called using nil *" + std::string(base) + " pointer"));
        b_.bind(fine);
      }
      load(receiverSlot, memoryPlace(p, 0, receiverRep));
    } else {
      load(receiverSlot, from);
    }
    move(Reg(receiverSlot + receiverRep->slots), params, paramSlots);
    emitCall(w, callee);
    move(results, Reg(w + 3), outer.resultSlots);
  }
  b_.emitReturn();
  return finish();
}

} // namespace gossamer::lower
