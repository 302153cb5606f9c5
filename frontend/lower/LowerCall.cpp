// Calls, arguments, receivers; go and defer.
#include "frontend/lower/FunctionLowerer.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;
using sema::Object;

void FunctionLowerer::emitCall(Reg window, Function* callee) {
  if (callee->flags & kNativeFunction) b_.emitCallNative(window, callee);
  else b_.emitCall(window, callee);
}

Function* FunctionLowerer::functionOf(const Callee& callee) {
  Function* function = program_.functionOf(callee);
  if (Instantiation* own = view_.instantiation()) {
    if (callee.selector && sema::isTypeParam(callee.selector->selection->recv)) plan_.byType = true;
    if (callee.instantiation)
      for (sema::Type* arg : callee.instantiation->args)
        if (Instances::mentionsArgument(*own, arg)) {
          if (plan_.parts.empty() || plan_.parts.back() != function) plan_.parts.push_back(function);
          break;
        }
  }
  return function;
}

// The receiver of method `method` found from x along `path`, as the method takes it: a pointer or a value.
void FunctionLowerer::receiverValue(Reg dst, Expr* x, std::span<const int> path, Object* method) {
  sema::Type* type = typeOf(*x);
  size_t steps = path.empty() ? 0 : path.size() - 1;
  for (size_t i = 0; i < steps; i++) {
    if (auto* p = sema::as<sema::Pointer>(type)) type = p->elem;
    type = program_.reps.context().typeOf(sema::as<sema::Struct>(type)->fields[size_t(path[i])]);
  }
  bool pointer = sema::as<sema::Pointer>(type) != nullptr;
  if (steps == 0 && pointer == method->hasPointerRecv) return into(dst, x);
  Mark mark(*this);
  Place from = pathPlace(x, path, steps);
  if (method->hasPointerRecv) {
    if (pointer) return load(dst, from);
    if (from.kind == Place::Kind::Memory && from.offset == 0) {
      // The address of a boxed variable, or of what a pointer points at.
      if (!unparen(x)->is(ast::Kind::Ident) || selectsThroughPointer(x, path)) b_.emitNilCheck(from.base, 0, 0);
      else if (isTemp(from.base) && b_.retargetLast(from.base, dst)) return;
      return move(dst, from.base, 1);
    }
    Reg a = address(from);
    if (!isTemp(a) || !b_.retargetLast(a, dst)) move(dst, a, 1);
    return;
  }
  if (pointer) {
    Reg p = read(from);
    const Rep* r = rep(sema::as<sema::Pointer>(type)->elem);
    return load(dst, memoryPlace(p, 0, r));
  }
  load(dst, from);
}

bool FunctionLowerer::selectsThroughPointer(Expr* x, std::span<const int> path) {
  sema::Type* type = typeOf(*x);
  for (size_t i = 0; i + 1 < path.size(); i++) {
    if (sema::as<sema::Pointer>(type)) return true;
    type = program_.reps.context().typeOf(sema::as<sema::Struct>(type)->fields[size_t(path[i])]);
  }
  return sema::as<sema::Pointer>(type) != nullptr;
}

// Extra arguments of a variadic call as a slice.
void FunctionLowerer::packVariadic(Reg dst, CallExpr& e, std::span<Expr* const> extra, sema::Type* sliceType, bool twoPasses) {
  auto* slice = sema::as<sema::Slice>(sliceType);
  const Rep* elem = rep(slice->elem);
  if (extra.empty()) return zero(dst, rep(sliceType));
  Mark mark(*this);
  Reg base = dst; // nobody reads the slot yet
  Reg area = areaFor(e);
  if (area != kNoSlot) {
    b_.emitZeroN(area, uint32_t(slotsFor(elem->size * extra.size())));
    if (elem->pointers)
      for (size_t i = 0; i < extra.size(); i++) live(Reg(area + i * elem->slots), elem);
    b_.emitLea(base, area, 0);
  } else {
    b_.emitNew(base, program_.reps.table().arrayOf(program_.reps.info(elem), extra.size()));
  }
  liveWord(base, WordKind::Pointer);
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < extra.size(); i++)
      if ((twoPasses && isEarly(*extra[i])) == (pass == 0)) {
        Mark inner(*this);
        Reg v = anyAs(extra[i], slice->elem);
        Place p = memoryPlace(base, i * elem->size, elem);
        storeMemory(v, p.base, p.offset, elem);
      }
  b_.emitLoadI32(Reg(dst + 1), int32_t(extra.size()));
  b_.emitLoadI32(Reg(dst + 2), int32_t(extra.size()));
}

Reg FunctionLowerer::areaFor(const Node& n) {
  for (const Area& area : areas_)
    if (area.node == &n) return area.slot;
  return kNoSlot;
}

// What an argument's value needs in the frame lies below the window, where the callee's frame does not reach.
void FunctionLowerer::reserveAreas(CallExpr& e, sema::Signature* signature) {
  if (conditional_ == 0) {
    for (Expr* argument : e.args) {
      Expr* a = unparen(argument);
      if (auto* lit = a->as<FuncLit>(); lit && !program_.escape.siteEscapes(*lit)) {
        uint32_t words = captureWords(captureLayout(lit->info->captures));
        if (words) areas_.push_back({lit, pinned(1 + words)});
      }
      auto* u = a->as<UnaryExpr>();
      auto* lit = u && u->op == Op::And ? unparen(u->x)->as<CompositeLit>() : nullptr;
      if (lit && !program_.escape.siteEscapes(*u) && repOf(*lit)->isAggregate()) {
        uint32_t slots = repOf(*lit)->slots;
        if (slots && slots <= kMaxLocalSlots) areas_.push_back({u, pinned(slots)});
      }
    }
  }
  size_t params = signature->params->size();
  if (signature->variadic && !e.hasDots && e.args.size() >= params && !program_.escape.siteEscapes(e)) {
    bool transient = (e.flags & kTransient) != 0;
    auto* slice = sema::as<sema::Slice>(signature->params->at(params - 1));
    if (slice && (transient || conditional_ == 0)) {
      uint64_t slots = slotsFor(rep(slice->elem)->size * (e.args.size() - params + 1));
      if (slots > 0 && slots <= kMaxLocalSlots) {
        areas_.push_back({&e, transient ? alloc(uint32_t(slots)) : pinned(uint32_t(slots))});
        addressed(areas_.back().slot, slots);
      }
    }
  }
}

// Evaluates the arguments into the slots from `first` on.
void FunctionLowerer::argumentList(CallExpr& e, sema::Signature* signature, Reg first) {
  size_t params = signature->params->size();
  Conditional noPins(*this); // they would lie in the callee's frame
  Reg few[24];
  std::vector<Reg> many;
  Reg* slots = few;
  if (params > std::size(few)) {
    many.resize(params);
    slots = many.data();
  }
  Reg next = first;
  for (size_t i = 0; i < params; i++) {
    slots[i] = next;
    next = Reg(next + rep(signature->params->at(i))->slots);
  }
  auto slotAt = [&](size_t i) { return slots[i]; };
  if (e.args.size() == 1 && e.args[0]->type && e.args[0]->type->kind == sema::TypeKind::Tuple) {
    // f(g()): the results of g are the arguments, converted where need be.
    auto* tuple = static_cast<sema::Tuple*>(typeOf(*e.args[0]));
    auto* inner = unparen(e.args[0])->as<CallExpr>();
    bool same = !signature->variadic;
    for (size_t i = 0; same && i < tuple->size(); i++)
      same = rep(tuple->at(i))->isInterface() == rep(signature->params->at(i))->isInterface();
    Reg saved = top_;
    bool over = same && first >= 3 && windowFree_ == first;
    windowFree_ = kNoSlot;
    Reg r = call(*inner, over ? first : kNoSlot);
    if (over) {
      if (top_ < saved) alloc(uint32_t(saved - top_));
      else if (r == first) release(saved);
    }
    if (r != first || !same) {
      std::vector<Reg> values;
      for (size_t i = 0; i < tuple->size(); i++) {
        values.push_back(r);
        r = Reg(r + rep(tuple->at(i))->slots);
      }
      auto put = [&](Reg to, size_t i, sema::Type* target) {
        const Rep* from = rep(tuple->at(i));
        const Rep* want = rep(target);
        if (want->isInterface() && !from->isInterface()) toInterface(to, values[i], from);
        else move(to, values[i], from->slots);
      };
      size_t fixed = signature->variadic ? params - 1 : params;
      for (size_t i = 0; i < fixed; i++) {
        put(slotAt(i), i, signature->params->at(i));
        live(slotAt(i), rep(signature->params->at(i)));
      }
      if (signature->variadic) {
        auto* slice = sema::as<sema::Slice>(signature->params->at(params - 1));
        const Rep* elem = rep(slice->elem);
        size_t extra = tuple->size() - fixed;
        Reg to = slotAt(params - 1);
        if (extra == 0) {
          zero(to, rep(slice));
        } else {
          Reg base = alloc(1);
          b_.emitNew(base, program_.reps.table().arrayOf(program_.reps.info(elem), extra));
          liveWord(base, WordKind::Pointer);
          for (size_t i = 0; i < extra; i++) {
            Mark inner(*this);
            Reg v = alloc(elem);
            put(v, fixed + i, slice->elem);
            live(v, elem);
            Place p = memoryPlace(base, i * elem->size, elem);
            storeMemory(v, p.base, p.offset, elem);
          }
          b_.emitMove(to, base);
          b_.emitLoadI64(Reg(to + 1), int64_t(extra));
          b_.emitMove(Reg(to + 2), Reg(to + 1));
        }
        live(to, rep(slice));
      }
    } else {
      for (size_t i = 0; i < params; i++) live(slotAt(i), rep(signature->params->at(i)));
    }
    return;
  }
  bool pack = signature->variadic && !e.hasDots;
  size_t fixed = pack ? params - 1 : params;
  std::span<Expr* const> extra = pack ? std::span<Expr* const>(e.args).subspan(fixed) : std::span<Expr* const>();
  EarlyCalls scope(*this);
  size_t made = earlyValues_.size();
  bool twoPasses = callsFirst(e.args);
  if (earlyValues_.size() > made) windowFree_ = kNoSlot;
  bool extraCalls = false;
  for (Expr* a : extra) extraCalls = extraCalls || (twoPasses && isEarly(*a));
  for (int pass = twoPasses ? 0 : 1; pass < 2; pass++) {
    for (size_t i = 0; i < fixed; i++) {
      if (twoPasses && isEarly(*e.args[i]) != (pass == 0)) continue;
      sema::Type* to = signature->params->at(i);
      Reg slot = slotAt(i);
      const Rep* r = rep(to);
      auto* inner = unparen(e.args[i])->as<CallExpr>();
      if (pass == 0 && windowFree_ == first && slot >= 3 && inner && sema::CallKind(inner->callKind) == sema::CallKind::Call &&
          !needsConversion(*e.args[i], to) && !isIntrinsic(*inner)) {
        // The first to be written: its call's window may lie over ours, so that the result ends up in place.
        windowFree_ = kNoSlot;
        Reg saved = top_;
        Reg got = call(*inner, slot);
        if (got != slot) move(slot, got, r->slots);
        if (top_ < saved) alloc(uint32_t(saved - top_));
        else release(saved);
        dead(first, uint32_t(saved - first));
      } else {
        windowFree_ = kNoSlot;
        intoAs(slot, e.args[i], to);
      }
      live(slot, r);
    }
    if (pack && (!twoPasses || extraCalls == (pass == 0))) {
      Reg slot = slotAt(params - 1);
      windowFree_ = kNoSlot;
      packVariadic(slot, e, extra, signature->params->at(params - 1), twoPasses);
      live(slot, rep(signature->params->at(params - 1)));
    }
  }
}

bool FunctionLowerer::isIntrinsic(CallExpr& e) {
  Callee callee = calleeOf(view_, e);
  if (!callee.isDeclared()) return false;
  if (callee.object->pkg && callee.object->pkg->path == "math") return true;
  return program_.inlinable(callee);
}

Reg FunctionLowerer::call(CallExpr& e, Reg at_) {
  Callee callee = calleeOf(view_, e);
  sema::Signature* signature = signatureOf(view_, e);
  const Rep* receiverRep = nullptr;
  if (callee.kind == Callee::Kind::Method)
    receiverRep = rep(sema::as<sema::Signature>(program_.reps.context().typeOf(callee.object))->recv->type);
  CallLayout layout = program_.layoutOf(signature, receiverRep);
  if (callee.kind == Callee::Kind::Interface) layout.paramSlots++;

  // What is called comes first, below the window.
  size_t areas = areas_.size();
  Reg function = 0;
  if (at_ != kNoSlot) {
    // The caller has nothing of use from at_ - 3 on.
    release(Reg(at_ - 3));
  }
  bool needsFunction = callee.kind == Callee::Kind::Value || callee.kind == Callee::Kind::Interface ||
                       (callee.kind == Callee::Kind::Literal && !callee.literal->info->captures.empty());
  if (needsFunction) {
    if (at_ != kNoSlot) {
      // It would lie where the window has to be.
      at_ = kNoSlot;
    }
    if (callee.kind == Callee::Kind::Interface) {
      const sema::Selection& selection = *callee.selection;
      Place from = pathPlace(callee.selector->x, selection.index, selection.index.size() - 1);
      function = read(from);
    } else {
      function = any(e.fun);
    }
  }
  reserveAreas(e, signature);
  Reg w = alloc(3 + layout.resultSlots + layout.paramSlots);
  Reg first = Reg(w + 3 + layout.resultSlots);
  windowFree_ = first;
  if (callee.kind == Callee::Kind::Method) {
    // A receiver without calls is read after the arguments' calls, as any operand.
    const sema::Selection& selection = *callee.selection;
    bool late = !hasCall(*callee.selector->x);
    bool calls = false;
    for (Expr* a : e.args) calls = calls || hasCall(*a);
    late = late && calls && callee.object->hasPointerRecv;
    if (!late) {
      Conditional noPins(*this);
      windowFree_ = kNoSlot;
      receiverValue(first, callee.selector->x, selection.index, callee.object);
      live(first, receiverRep);
    } else {
      windowFree_ = Reg(first + receiverRep->slots);
    }
    argumentList(e, signature, Reg(first + receiverRep->slots));
    if (late) {
      Conditional noPins(*this);
      receiverValue(first, callee.selector->x, selection.index, callee.object);
      live(first, receiverRep);
    }
  } else if (callee.kind == Callee::Kind::Interface) {
    windowFree_ = kNoSlot;
    argumentList(e, signature, Reg(first + 1));
  } else {
    argumentList(e, signature, first);
  }
  windowFree_ = kNoSlot;
  at(e.pos);
  // The arguments belong to the callee now.
  dead(w, uint32_t(top_ - w));
  areas_.resize(areas);
  switch (callee.kind) {
  case Callee::Kind::Function:
  case Callee::Kind::Method: emitCall(w, functionOf(callee)); break;
  case Callee::Kind::Interface:
    b_.emitCallIface(w, function, uint16_t(layout.resultSlots), program_.reps.selector(callee.object));
    break;
  case Callee::Kind::Literal:
    if (!needsFunction) {
      emitCall(w, program_.literal(*callee.literal, plan_));
      break;
    }
    [[fallthrough]];
  case Callee::Kind::Value: b_.emitCallClosure(w, function); break;
  }
  release(Reg(w + 3 + layout.resultSlots));
  Reg slot = Reg(w + 3);
  for (size_t i = 0; i < signature->results->size(); i++) {
    const Rep* r = rep(signature->results->at(i));
    live(slot, r);
    slot = Reg(slot + r->slots);
  }
  return Reg(w + 3);
}

void FunctionLowerer::callInto(Reg dst, CallExpr& e) {
  Callee callee = calleeOf(view_, e);
  if (callee.isDeclared()) {
    if (callee.object->pkg && callee.object->pkg->path == "math" && e.args.size() == 1) {
      std::string_view name = callee.object->name.view();
      if (name == "Sqrt" || name == "Abs") {
        Reg x = any(e.args[0]);
        return name == "Sqrt" ? b_.emitSqrtF64(dst, x) : b_.emitAbsF64(dst, x);
      }
    }
    if (program_.inlinable(callee) && inlineCall(dst, e, callee)) return;
  }
  Reg r = call(e);
  uint32_t slots = e.type && e.type->kind != sema::TypeKind::Tuple ? repOf(e)->slots : 0;
  move(dst, r, slots);
}

// ---- go and defer ----

// Makes the closure that runs a go or defer statement's call with operands evaluated now.
Reg FunctionLowerer::deferredClosure(CallExpr& e, bool inFrame, bool isGo, const Stmt& s) {
  Callee callee = calleeOf(view_, e);
  bool isBuiltin = sema::CallKind(e.callKind) == sema::CallKind::Builtin;
  sema::Signature* signature = isBuiltin ? nullptr : signatureOf(view_, e);
  bool bare = !isBuiltin && e.args.empty() && signature->params->size() == 0 && signature->results->size() == 0;
  Reg dst = alloc(1);
  Conditional noPins(*this); // they would break up the run of operands
  if (bare && callee.kind == Callee::Kind::Literal) {
    Function* function = program_.literal(*callee.literal, plan_);
    auto captures = callee.literal->info->captures;
    for (const DeferArea& area : deferAreas_) {
      if (area.stmt != &s) continue;
      // Its place in the frame was set aside at the entry.
      for (const Capture& c : captureLayout(captures)) {
        Mark mark(*this);
        Reg to = Reg(area.slot + 1 + c.first);
        if (c.byValue) load(to, place(c.variable, pos_));
        else if (info(c.variable).viaPointer) b_.emitMove(to, info(c.variable).slot);
        else b_.emitLea(to, info(c.variable).slot, 0);
      }
      b_.emitLoadFunctionWord(area.slot, function);
      b_.emitLea(dst, area.slot, 0);
      return dst;
    }
    closure(dst, function, captures, false);
    liveWord(dst, WordKind::Pointer);
    return dst;
  }
  if (bare && callee.kind == Callee::Kind::Function) {
    b_.emitLoadFunc(dst, functionOf(callee));
    return dst;
  }
  if (bare && callee.kind == Callee::Kind::Value) {
    into(dst, e.fun);
    liveWord(dst, WordKind::Pointer);
    return dst;
  }

  // A wrapper: its closure holds first what is called, then the parameters.
  std::string name = function_.name + (isGo ? ".gowrap" : ".deferwrap") + std::to_string(++plan_.wrappers);
  Function* wrapper = program_.newFunction(std::move(name), kWrapper, &plan_);
  wrapper->declared = program_.positionOf(e.pos);
  Reg area = top_;
  auto note = [&](Reg slot, uint32_t slots) {
    for (uint32_t i = 0; i < slots && !failed_; i++) wrapper->captureMap.set(slot + i - area, kinds_[slot + i]);
  };
  if (isBuiltin) {
    // Operands in slots one behind the other.
    std::vector<Reg> at;
    auto id = BuiltinId(e.builtin);
    std::vector<const Rep*> reps;
    sema::Type* any_ = program_.reps.context().emptyInterface();
    for (Expr* a : e.args) {
      sema::Type* to = id == BuiltinId::Panic ? any_ : nullptr;
      if (id == BuiltinId::Delete && &a != &e.args[0] && a == e.args[1]) to = sema::as<sema::Map>(typeOf(*e.args[0]))->key;
      const Rep* r = to ? rep(to) : repOf(*a);
      Reg slot = alloc(r);
      {
        Mark mark(*this);
        intoAs(slot, a, to);
      }
      live(slot, r);
      at.push_back(slot);
      reps.push_back(r);
    }
    uint32_t words = uint32_t(top_ - area);
    note(area, words);
    wrapper->captureCount = uint16_t(words);
    FunctionLowerer inner(program_, *wrapper);
    inner.deferredBuiltin(e, reps, words);
    if (inner.failed_) failed_ = true;
    if (words) b_.emitMakeClosure(dst, area, uint16_t(words), wrapper);
    else b_.emitLoadFunc(dst, wrapper);
    liveWord(dst, WordKind::Pointer);
    return dst;
  }

  const Rep* receiverRep = nullptr;
  if (callee.kind == Callee::Kind::Method)
    receiverRep = rep(sema::as<sema::Signature>(program_.reps.context().typeOf(callee.object))->recv->type);
  CallLayout layout = program_.layoutOf(signature, receiverRep);
  uint32_t prefix = 0;
  Function* direct = nullptr;
  if (callee.kind == Callee::Kind::Interface) {
    const sema::Selection& selection = *callee.selection;
    Reg slot = alloc(2);
    {
      Mark mark(*this); // the parameters follow the prefix without a gap
      load(slot, pathPlace(callee.selector->x, selection.index, selection.index.size() - 1));
    }
    liveWord(slot, WordKind::InterfaceType);
    liveWord(Reg(slot + 1), WordKind::InterfaceData);
    at(e.pos);
    b_.emitNilCheck(slot, 0, 0); // as gc, which fetches the method now
    prefix = 2;
  } else if (callee.kind == Callee::Kind::Value ||
             (callee.kind == Callee::Kind::Literal && !callee.literal->info->captures.empty())) {
    Reg slot = alloc(1);
    {
      Mark mark(*this);
      into(slot, e.fun);
    }
    liveWord(slot, WordKind::Pointer);
    prefix = 1;
  } else if (callee.kind == Callee::Kind::Literal) {
    direct = program_.literal(*callee.literal, plan_);
  } else {
    direct = functionOf(callee);
  }
  Reg params = alloc(layout.paramSlots);
  if (receiverRep) {
    receiverValue(params, callee.selector->x, callee.selection->index, callee.object);
    live(params, receiverRep);
  }
  windowFree_ = kNoSlot;
  argumentList(e, signature, Reg(params + (receiverRep ? receiverRep->slots : 0)));
  uint32_t words = prefix + layout.paramSlots;
  note(area, words);
  wrapper->captureCount = uint16_t(words);

  FunctionLowerer inner(program_, *wrapper);
  inner.at(e.pos);
  uint32_t ifaceParam = callee.kind == Callee::Kind::Interface ? 1 : 0;
  Reg iface = prefix ? inner.alloc(prefix) : 0;
  if (prefix == 1) inner.b_.emitLoadCapture(iface, 0);
  if (prefix == 2) inner.b_.emitLoadCaptureN(iface, 0, 2);
  for (uint32_t i = 0; i < prefix && !failed_; i++) inner.liveWord(Reg(iface + i), kinds_[area + i]);
  Reg w = inner.alloc(3 + layout.resultSlots + ifaceParam + layout.paramSlots);
  Reg to = Reg(w + 3 + layout.resultSlots + ifaceParam);
  if (layout.paramSlots) inner.b_.emitLoadCaptureN(to, uint16_t(prefix), uint16_t(layout.paramSlots));
  if (prefix == 2)
    inner.b_.emitCallIface(w, iface, uint16_t(layout.resultSlots), program_.reps.selector(callee.object));
  else if (prefix == 1) inner.b_.emitCallClosure(w, iface);
  else inner.emitCall(w, direct);
  inner.b_.emitReturn();
  inner.finish();

  at(e.pos);
  (void)inFrame;
  if (words) b_.emitMakeClosure(dst, area, uint16_t(words), wrapper);
  else b_.emitLoadFunc(dst, wrapper);
  liveWord(dst, WordKind::Pointer);
  return dst;
}

// The body of the wrapper around a deferred builtin: its operands are the captured words.
void FunctionLowerer::deferredBuiltin(CallExpr& e, const std::vector<const Rep*>& operands, uint32_t words) {
  at(e.pos);
  Reg first = alloc(words);
  if (words) b_.emitLoadCaptureN(first, 0, uint16_t(words));
  std::vector<Reg> at_;
  Reg slot = first;
  for (const Rep* r : operands) {
    live(slot, r);
    at_.push_back(slot);
    slot = Reg(slot + r->slots);
  }
  switch (BuiltinId(e.builtin)) {
  case BuiltinId::Close: b_.emitCloseChan(at_[0]); break;
  case BuiltinId::Panic: b_.emitPanic(at_[0]); break;
  case BuiltinId::Delete: b_.emitMapDelete(at_[0], at_[1], program_.reps.info(operands[0])); break;
  case BuiltinId::Copy: {
    auto* to = sema::as<sema::Slice>(operands[0]->type);
    b_.emitCopy(kNoSlot, at_[0], at_[1], uint32_t(rep(to->elem)->size));
    break;
  }
  case BuiltinId::Clear:
    if (operands[0]->kind == Kind::Map) b_.emitMapClear(at_[0], program_.reps.info(operands[0]));
    else b_.emitClearSlice(at_[0], uint32_t(rep(sema::as<sema::Slice>(operands[0]->type)->elem)->size));
    break;
  case BuiltinId::Print:
  case BuiltinId::Println:
    for (size_t i = 0; i < operands.size(); i++) {
      if (i && BuiltinId(e.builtin) == BuiltinId::Println) b_.emitPrint(kNoSlot, uint16_t(PrintKind::Space));
      printValue(at_[i], operands[i]);
    }
    if (BuiltinId(e.builtin) == BuiltinId::Println) b_.emitPrint(kNoSlot, uint16_t(PrintKind::Newline));
    break;
  case BuiltinId::Recover: b_.emitRecover(alloc(2)); break; // counts if the function that defers it is a deferred call itself
  default: break;
  }
  if (!b_.unreachable()) b_.emitReturn();
  finish();
}

void FunctionLowerer::goStmt(GoStmt& s) {
  auto* c = unparen(s.call)->as<CallExpr>();
  if (!c) return;
  at(s.pos);
  Reg f = deferredClosure(*c, false, true, s);
  at(s.pos);
  b_.emitGo(f);
}

void FunctionLowerer::deferStmt(DeferStmt& s) {
  auto* c = unparen(s.call)->as<CallExpr>();
  if (!c) return;
  at(s.pos);
  Reg f = deferredClosure(*c, false, false, s);
  at(s.pos);
  if (range_) return b_.emitDeferFor(f, info(range_->frame).slot);
  b_.emitDefer(f);
}

} // namespace gossamer::lower
