// What ops do out of line. Each function decodes its own instruction (see Opcodes.def), and answers how to go on.
#include "gossamer/Host.h"
#include "runtime/base/Check.h"
#include "runtime/chan/Select.h"
#include "runtime/heap/Barrier.h"
#include "runtime/object/Map.h"
#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Park.h"
#include "runtime/type/Equality.h"
#include "vm/interp/Interpreter-internal.h"

#include <cinttypes>
#include <cstdio>

namespace gossamer {
namespace {

// Operands of the instruction at pc.
Slot& ra(const Word* pc, Slot* fp) { return fp[operandA(*pc)]; }
Slot& rb(const Word* pc, Slot* fp) { return fp[operandB(*pc)]; }
Slot& rc(const Word* pc, Slot* fp) { return fp[operandC(*pc)]; }
/// An optional slot, or null.
Slot* optional(Slot* fp, SlotIndex slot) { return slot == kNoSlot ? nullptr : fp + slot; }
const TypeInfo* typeAt(const Word* word) { return reinterpret_cast<const TypeInfo*>(*word); }

template <class T> T& valueAt(Slot& slot) { return reinterpret_cast<T&>(slot); }
String& stringAt(Slot& slot) { return valueAt<String>(slot); }
Slice& sliceAt(Slot& slot) { return valueAt<Slice>(slot); }
Interface& ifaceAt(Slot& slot) { return valueAt<Interface>(slot); }

Next trapped(Machine& m, bool ok) { return ok ? Next::Continue : m.raise(); }
Next bounds(Machine& m, TrapCode code, int64_t index, int64_t bound) {
  m.trap().raiseBounds(code, index, bound);
  return m.raise();
}

/// After an operation that may park: the goroutine's place was stored, what it delivers is written by its waker.
Next after(Machine& m, Status status) {
  switch (status) {
  case Status::Ok: return Next::Continue;
  case Status::Panic: return m.raise();
  case Status::Park: return m.parked();
  case Status::Yield: m.setResume(Resume::After); return m.leave(RunOutcome::Yielded);
  case Status::Goexit: return m.startPanic({nullptr, Slot::zero()}, true);
  case Status::Exit:
    m.vm.scheduler().exit(m.native.exitCode, RunEnd::Exited);
    return m.leave(RunOutcome::Parked);
  }
  GOSSAMER_UNREACHABLE();
}

Next comparison(Machine& m, Slot& result, Equal equal) {
  if (equal == Equal::Trapped) return m.raise();
  result = Slot::ofBool(equal == Equal::Yes);
  return Next::Continue;
}

/// The limits of a slicing expression; `bound` is the length of strings and arrays, the capacity of slices.
struct SliceLimits {
  int64_t low, high, max;
};
bool checkLimits(Trap& trap, SliceLimits& s, int64_t bound, bool three, bool byCapacity) {
  auto outside = [](int64_t i, int64_t n) { return static_cast<uint64_t>(i) > static_cast<uint64_t>(n); };
  if (three) {
    if (outside(s.max, bound))
      return trap.raiseBounds(byCapacity ? TrapCode::Slice3MaxCapacity : TrapCode::Slice3MaxLength, s.max, bound);
    if (outside(s.high, s.max)) return trap.raiseBounds(TrapCode::Slice3High, s.high, s.max);
    if (outside(s.low, s.high)) return trap.raiseBounds(TrapCode::Slice3Low, s.low, s.high);
    return true;
  }
  if (outside(s.high, bound))
    return trap.raiseBounds(byCapacity ? TrapCode::SliceHighCapacity : TrapCode::SliceHighLength, s.high, bound);
  if (outside(s.low, s.high)) return trap.raiseBounds(TrapCode::SliceLow, s.low, s.high);
  return true;
}

Next slice(Machine& m, const Word* pc, Slot* fp, bool byCapacity) {
  Slice from = sliceAt(rb(pc, fp));
  const Slot* low = optional(fp, operandC(*pc));
  const Slot* high = optional(fp, operandD(pc[1]));
  const Slot* max = optional(fp, operandE(pc[1]));
  SliceLimits s{low ? low->i : 0, high ? high->i : from.len, max ? max->i : from.cap};
  if (!checkLimits(m.trap(), s, from.cap, max, byCapacity)) return m.raise();
  int64_t capacity = s.max - s.low;
  // With no room left the pointer stays, lest it keep the next object alive.
  auto* base = static_cast<char*>(from.ptr) + (capacity ? s.low * int64_t{operandF(pc[1])} : 0);
  sliceAt(ra(pc, fp)) = {base, s.high - s.low, capacity};
  return Next::Continue;
}



} // namespace

const Word* branchTarget(const Word* pc) {
  const OpcodeInfo& info = infoOf(opcodeOf(*pc));
  return pc + (info.operands[kC].kind == OperandKind::J16 ? signedC(*pc) : signedBC(*pc));
}

void Machine::collect() { vm.scheduler().collectGarbage(); }

// Panics of ops in Ops.inc.

Next slowNilDereference(Machine& m, const Word*, Slot*) { return m.raise(TrapCode::NilDereference); }
Next slowDivideByZero(Machine& m, const Word*, Slot*) { return m.raise(TrapCode::DivideByZero); }
Next slowNegativeShift(Machine& m, const Word*, Slot*) { return m.raise(TrapCode::NegativeShift); }
Next slowTrapText(Machine& m, const Word* pc, Slot*) {
  m.trap().raiseText(static_cast<TrapCode>(operandA(*pc)), reinterpret_cast<const StringConst*>(pc[1])->view());
  return m.raise();
}
Next slowTrap(Machine& m, const Word* pc, Slot*) { return m.raise(static_cast<TrapCode>(operandA(*pc))); }
Next slowSliceIndex(Machine& m, const Word* pc, Slot* fp) {
  return bounds(m, TrapCode::Index, rc(pc, fp).i, (&rb(pc, fp))[1].i);
}
Next slowArrayIndex(Machine& m, const Word* pc, Slot* fp) {
  return bounds(m, TrapCode::Index, rc(pc, fp).i, operandF(pc[1]));
}
Next slowCheckedIndex(Machine& m, const Word* pc, Slot* fp) {
  int64_t length = opcodeOf(*pc) == Opcode::CheckIndexI ? int64_t{unsignedBC(*pc)} : rb(pc, fp).i;
  return bounds(m, TrapCode::Index, ra(pc, fp).i, length);
}
Next slowUnreachable(Machine& m, const Word*, Slot*) {
  GOSSAMER_UNREACHABLE("control in %s", frameFunction(m.g->fp)->name.c_str());
}

// Preemption.

Next slowEntryPoll(Machine& m, const Word*, Slot*) {
  m.setResume(Resume::At);
  return m.leave(RunOutcome::Yielded);
}
Next slowBranchPoll(Machine& m, const Word*, Slot*) {
  m.setResume(Resume::Branch);
  return m.leave(RunOutcome::Yielded);
}
Next slowPlainPoll(Machine& m, const Word*, Slot*) {
  m.setResume(Resume::After);
  return m.leave(RunOutcome::Yielded);
}

// Equality.

Next slowEqIface(Machine& m, const Word* pc, Slot* fp) {
  return comparison(m, ra(pc, fp), equalInterfaces(ifaceAt(rb(pc, fp)), ifaceAt(rc(pc, fp)), m.trap()));
}
Next slowEqValue(Machine& m, const Word* pc, Slot* fp) {
  return comparison(m, ra(pc, fp), equalValues(typeAt(pc + 1), &rb(pc, fp), &rc(pc, fp), m.trap()));
}
Next slowEqMem(Machine& m, const Word* pc, Slot* fp) {
  const void* x = rb(pc, fp).p;
  const void* y = rc(pc, fp).p;
  if (!x || !y) return m.raise(TrapCode::NilDereference);
  return comparison(m, ra(pc, fp), equalValues(typeAt(pc + 1), x, y, m.trap()));
}

// Slices and strings.

Next slowSliceSlice(Machine& m, const Word* pc, Slot* fp) { return slice(m, pc, fp, true); }
Next slowSliceArray(Machine& m, const Word* pc, Slot* fp) {
  if (!rb(pc, fp).p) return m.raise(TrapCode::NilDereference);
  return slice(m, pc, fp, false);
}
Next slowSliceStr(Machine& m, const Word* pc, Slot* fp) {
  String from = stringAt(rb(pc, fp));
  const Slot* low = optional(fp, operandC(*pc));
  const Slot* high = optional(fp, operandD(pc[1]));
  SliceLimits s{low ? low->i : 0, high ? high->i : from.len, 0};
  if (!checkLimits(m.trap(), s, from.len, false, false)) return m.raise();
  int64_t length = s.high - s.low;
  stringAt(ra(pc, fp)) = {from.ptr + (length ? s.low : 0), length};
  return Next::Continue;
}
Next slowSliceToArrayPtr(Machine& m, const Word* pc, Slot* fp) {
  Slot* from = &rb(pc, fp);
  int64_t wanted = operandF(pc[1]);
  if (from[1].i < wanted) return bounds(m, TrapCode::SliceToArray, from[1].i, wanted);
  ra(pc, fp) = from[0];
  return Next::Continue;
}
Next slowMakeSlice(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const Slot* capacity = optional(fp, operandC(*pc));
  int64_t length = rb(pc, fp).i;
  return trapped(m, makeSlice(m.alloc, typeAt(pc + 1), length, capacity ? capacity->i : length,
                              &sliceAt(ra(pc, fp)), m.trap()));
}
Next slowAppendWordGrow(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  Slot value = rc(pc, fp);
  return trapped(m, appendValues(m.alloc, typeAt(pc + 1), sliceAt(rb(pc, fp)), &value, 1, &sliceAt(ra(pc, fp)),
                                 m.trap()));
}
Next slowAppend(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const TypeInfo* elem = typeAt(pc + 2);
  const Slot* values = &rc(pc, fp);
  int64_t count = operandD(pc[1]);
  size_t slots = elem->slots();
  if (elem->size == slots * sizeof(Slot) || count == 1)
    return trapped(m, appendValues(m.alloc, elem, sliceAt(rb(pc, fp)), values, count, &sliceAt(ra(pc, fp)), m.trap()));
  // Elements shorter than their slots.
  Slice to = sliceAt(rb(pc, fp));
  if (to.cap - to.len < count && !growSlice(m.alloc, elem, &to, count, m.trap())) return m.raise();
  auto* at = static_cast<char*>(to.ptr) + to.len * static_cast<int64_t>(elem->size);
  for (int64_t i = 0; i < count; ++i, at += elem->size)
    std::memcpy(at, values + i * static_cast<int64_t>(slots), elem->size);
  to.len += count;
  sliceAt(ra(pc, fp)) = to;
  return Next::Continue;
}
Next slowAppendSlice(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const String& tail = stringAt(rc(pc, fp)); // the first two words of a slice are alike
  return trapped(m, appendValues(m.alloc, typeAt(pc + 1), sliceAt(rb(pc, fp)), tail.ptr, tail.len,
                                 &sliceAt(ra(pc, fp)), m.trap()));
}
Next slowConcat(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const String* parts = &stringAt(rb(pc, fp));
  String* result = &stringAt(ra(pc, fp));
  if (operandC(*pc) == 2) return trapped(m, concat(m.alloc, parts[0], parts[1], result, m.trap()));
  return trapped(m, concat(m.alloc, std::span(parts, operandC(*pc)), result, m.trap()));
}
Next slowBytesToStr(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  stringAt(ra(pc, fp)) = stringOfBytes(m.alloc, {rb(pc, fp).p, (&rb(pc, fp))[1].i, 0});
  return Next::Continue;
}
Next slowRunesToStr(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  stringAt(ra(pc, fp)) = stringOfRunes(m.alloc, {rb(pc, fp).p, (&rb(pc, fp))[1].i, 0});
  return Next::Continue;
}
Next slowRuneToStr(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  stringAt(ra(pc, fp)) = stringOfRune(m.alloc, rb(pc, fp).i);
  return Next::Continue;
}
Next slowStrToBytes(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  sliceAt(ra(pc, fp)) = bytesOfString(m.alloc, stringAt(rb(pc, fp)));
  return Next::Continue;
}
Next slowStrToRunes(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  sliceAt(ra(pc, fp)) = runesOfString(m.alloc, stringAt(rb(pc, fp)));
  return Next::Continue;
}

// Allocation.

Next slowNewRefill(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  ra(pc, fp) = Slot::ofPointer(m.alloc.newObject(typeAt(pc + 1)));
  return Next::Continue;
}
Next slowMakeClosure(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  auto* function = reinterpret_cast<Function*>(pc[1]);
  size_t words = operandC(*pc);
  Closure* closure = newClosure(m.alloc, function, words, closureShapeOf(*function, m.vm.types().shapes()));
  std::memcpy(closure->captures(), &rb(pc, fp), words * sizeof(Slot));
  ra(pc, fp) = Slot::ofPointer(closure);
  return Next::Continue;
}

// Maps.

Next slowMakeMap(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const Slot* hint = optional(fp, operandB(*pc));
  ra(pc, fp) = Slot::ofPointer(
      makeMap(m.alloc, typeAt(pc + 1), hint ? hint->i : 0, m.vm.policy().draw(Choice::MapSeed)));
  return Next::Continue;
}
Next slowMapGet(Machine& m, const Word* pc, Slot* fp) {
  const TypeInfo* type = typeAt(pc + 2);
  auto* map = static_cast<const Map*>(rb(pc, fp).p);
  const Slot* key = &rc(pc, fp);
  const void* elem = nullptr;
  if (map && map->layout->fast == MapLayout::Fast::Bits64) {
    elem = mapFind64(type, map, key->u);
  } else if (map && map->layout->fast == MapLayout::Fast::String) {
    elem = mapFindString(type, map, *reinterpret_cast<const String*>(key));
  } else if (map && map->layout->fast == MapLayout::Fast::Bits32) {
    elem = mapFind32(type, map, static_cast<uint32_t>(key->u));
  } else {
    MapResult result = mapFind(type, map, key, &elem, m.trap());
    if (result == MapResult::Trapped) return m.raise();
    if (result == MapResult::Absent) elem = nullptr;
  }
  const TypeInfo* elemType = type->underlying->elem;
  if (Slot* to = optional(fp, operandA(*pc))) {
    if (elem)
      loadValue(elemType, elem, to);
    else
      zeroSlots(to, elemType->slots());
  }
  if (Slot* ok = optional(fp, operandD(pc[1]))) *ok = Slot::ofBool(elem);
  return Next::Continue;
}
namespace {
void* assign(Machine& m, const TypeInfo* type, Map* map, const Slot* key) {
  if (map && map->layout->fast == MapLayout::Fast::Bits64) return mapAssign64(m.alloc, type, map, key->u, m.trap());
  if (map && map->layout->fast == MapLayout::Fast::String)
    return mapAssignString(m.alloc, type, map, *reinterpret_cast<const String*>(key), m.trap());
  return mapAssign(m.alloc, type, map, key, m.trap());
}
} // namespace
Next slowMapSet(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const TypeInfo* type = typeAt(pc + 1);
  void* elem = assign(m, type, static_cast<Map*>(ra(pc, fp).p), &rb(pc, fp));
  if (!elem) return m.raise();
  copyValue(type->underlying->elem, elem, &rc(pc, fp));
  return Next::Continue;
}
Next slowMapAddr(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  void* elem = assign(m, typeAt(pc + 1), static_cast<Map*>(rb(pc, fp).p), &rc(pc, fp));
  if (!elem) return m.raise();
  ra(pc, fp) = Slot::ofPointer(elem);
  return Next::Continue;
}
Next slowMapDelete(Machine& m, const Word* pc, Slot* fp) {
  return trapped(m, mapDelete(typeAt(pc + 1), static_cast<Map*>(ra(pc, fp).p), &rb(pc, fp), m.trap()));
}
Next slowMapClear(Machine&, const Word* pc, Slot* fp) {
  if (auto* map = static_cast<Map*>(ra(pc, fp).p)) mapClear(typeAt(pc + 1), map);
  return Next::Continue;
}
Next slowMapIterInit(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  auto* iter = static_cast<MapIter*>(m.alloc.newBlock(sizeof(MapIter), m.mapIterShape));
  mapIterInit(iter, typeAt(pc + 1), static_cast<Map*>(rb(pc, fp).p), m.vm.policy().draw(Choice::MapSeed));
  ra(pc, fp) = Slot::ofPointer(iter);
  return Next::Continue;
}

// Interfaces.

Next slowBoxIface(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  ifaceAt(ra(pc, fp)) = box(m.alloc, typeAt(pc + 1), &rb(pc, fp));
  return Next::Continue;
}
Next slowAssertTypeFailed(Machine& m, const Word* pc, Slot* fp) {
  const TypeInfo* wanted = typeAt(pc + 1);
  Slot* ok = optional(fp, operandC(*pc));
  if (!ok) {
    m.vm.types().raiseAssertion(m.trap(), typeAt(pc + 2), ifaceAt(rb(pc, fp)).type, wanted);
    return m.raise();
  }
  if (Slot* to = optional(fp, operandA(*pc))) zeroSlots(to, wanted->slots());
  *ok = Slot::ofBool(false);
  return Next::Continue;
}
Next slowAssertIface(Machine& m, const Word* pc, Slot* fp) {
  const TypeInfo* wanted = typeAt(pc + 1);
  Interface value = ifaceAt(rb(pc, fp));
  Slot* ok = optional(fp, operandC(*pc));
  bool fits = assertsTo(m.vm.types(), value, wanted);
  if (!fits && !ok) {
    m.vm.types().raiseAssertion(m.trap(), typeAt(pc + 2), value.type, wanted);
    return m.raise();
  }
  ifaceAt(ra(pc, fp)) = fits ? value : Interface{nullptr, Slot::zero()};
  if (ok) *ok = Slot::ofBool(fits);
  return Next::Continue;
}
Next slowImplements(Machine& m, const Word* pc, Slot* fp) {
  ra(pc, fp) = Slot::ofBool(assertsTo(m.vm.types(), ifaceAt(rb(pc, fp)), typeAt(pc + 1)));
  return Next::Continue;
}

// Channels.

Next slowMakeChan(Machine& m, const Word* pc, Slot* fp) {
  m.safepoint();
  const Slot* size = optional(fp, operandB(*pc));
  Channel* channel = nullptr;
  Status status = makeChannel(m.worker, typeAt(pc + 1), size ? size->i : 0, &channel, m.trap());
  if (status == Status::Ok) ra(pc, fp) = Slot::ofPointer(channel);
  return after(m, status);
}
Next slowSend(Machine& m, const Word* pc, Slot* fp) {
  return after(m, send(m.worker, static_cast<Channel*>(ra(pc, fp).p), &rb(pc, fp), m.trap()));
}
Next slowRecv(Machine& m, const Word* pc, Slot* fp) {
  return after(m, recv(m.worker, static_cast<Channel*>(rb(pc, fp).p), optional(fp, operandA(*pc)),
                       optional(fp, operandC(*pc))));
}
Next slowCloseChan(Machine& m, const Word* pc, Slot* fp) {
  return after(m, close(m.worker, static_cast<Channel*>(ra(pc, fp).p), m.trap()));
}
Next slowChanLen(Machine& m, const Word* pc, Slot* fp) {
  ra(pc, fp).i = channelLen(m.worker, static_cast<Channel*>(rb(pc, fp).p));
  return Next::Continue;
}
Next slowChanCap(Machine& m, const Word* pc, Slot* fp) {
  ra(pc, fp).i = channelCap(m.worker, static_cast<Channel*>(rb(pc, fp).p));
  return Next::Continue;
}
Next slowSelect(Machine& m, const Word* pc, Slot* fp) {
  auto* table = reinterpret_cast<const SelectTable*>(pc[1]);
  constexpr size_t kInPlace = 16;
  SelectCase inPlace[kInPlace];
  std::vector<SelectCase> many;
  SelectCase* cases = inPlace;
  size_t count = table->cases.size();
  if (count > kInPlace) {
    many.resize(count);
    cases = many.data();
  }
  for (size_t i = 0; i < count; ++i) {
    const SelectArm& arm = table->cases[i];
    cases[i] = {static_cast<Channel*>(fp[arm.channel].p), optional(fp, arm.value),
                arm.isSend ? SelectDir::Send : SelectDir::Recv};
  }
  Slot* index = &ra(pc, fp);
  return after(m, select(m.worker, std::span(cases, count),
                         table->hasDefault ? SelectDefault::Present : SelectDefault::Absent, index, index + 1,
                         m.trap()));
}

// Calls.

Next Machine::enter(Slot* window, Slot* callerFp, const Word* returnTo, const Closure* closure) {
  const Function* f = functionOf(closure);
  const Word* code = f->code.load(std::memory_order_acquire);
  Slot* callee = window;
  if (callee + f->frameSlots > stackLimit) {
    size_t limit = vm.options().maxStackBytes;
    size_t slots = 2 * kFrameHeaderSlots + kChunkFrameSlots + f->frameSlots;
    if (!vm.scheduler().stacks().enterChunk(*g, slots, limit)) {
      std::string text = "runtime: goroutine stack exceeds " + std::to_string(limit) + "-byte limit\n";
      vm.reportCrash(text);
      return fatal("stack overflow", TraceScope::Current);
    }
    stackLimit = g->chunk->end();
    Slot* link = g->chunk->begin() + kFrameHeaderSlots;
    setFrameHeader(link, callerFp, returnTo, interpreter.chunkSwitch_.function.closure());
    link[0] = Slot::ofPointer(window);
    link[1] = Slot::ofPointer(f);
    callee = link + kChunkFrameSlots + kFrameHeaderSlots;
    size_t words = size_t{f->resultSlots} + f->paramSlots;
    std::memcpy(static_cast<void*>(callee), window, words * sizeof(Slot));
    callerFp = link;
    returnTo = interpreter.chunkSwitch_.code;
  }
  setFrameHeader(callee, callerFp, returnTo, closure);
  g->fp = callee;
  g->pc = code;
  return Next::Reload;
}

Next slowChunkReturn(Machine& m, const Word*, Slot* fp) {
  auto* window = static_cast<Slot*>(fp[0].p);
  auto* f = static_cast<const Function*>(fp[1].p);
  const Slot* callee = fp + kChunkFrameSlots + kFrameHeaderSlots;
  std::memcpy(static_cast<void*>(window), callee, f->resultSlots * sizeof(Slot));
  m.g->pc = returnPc(fp);
  m.g->fp = callerFp(fp);
  m.vm.scheduler().stacks().leaveChunk(*m.g);
  m.stackLimit = m.g->chunk->end();
  return Next::Reload;
}

Next slowCallFull(Machine& m, const Word* pc, Slot* fp) {
  return m.enter(&ra(pc, fp) + kFrameHeaderSlots, fp, pc + 2, reinterpret_cast<Function*>(pc[1])->closure());
}
Next slowCallClosureFull(Machine& m, const Word* pc, Slot* fp) {
  return m.enter(&ra(pc, fp) + kFrameHeaderSlots, fp, pc + 1, static_cast<Closure*>(rb(pc, fp).p));
}
Next slowCallIfaceFull(Machine& m, const Word* pc, Slot* fp) {
  const Interface& value = ifaceAt(rb(pc, fp));
  Function* f = m.vm.types().methodFor(value.type, operandF(pc[1]));
  GOSSAMER_CHECK(f, "%.*s has no method %u", static_cast<int>(value.type->string.size()), value.type->string.data(),
                 operandF(pc[1]));
  Slot* window = &ra(pc, fp) + kFrameHeaderSlots;
  window[operandC(*pc)] = value.data;
  return m.enter(window, fp, pc + 2, f->closure());
}

Next slowLazyCompile(Machine& m, const Word*, Slot* fp) {
  const Closure* closure = frameClosure(fp);
  auto* f = const_cast<Function*>(functionOf(closure));
  if (!f->isCompiled()) {
    LazyCompiler* compiler = f->module->compiler();
    std::string error;
    if (!compiler)
      return m.fatal(f->name + " has no code", TraceScope::Current);
    if (!compiler->compile(*f, error)) return m.fatal(error, TraceScope::Current);
  }
  return m.enter(fp, callerFp(fp), returnPc(fp), closure);
}

Next slowNativeEntry(Machine& m, const Word*, Slot* fp) {
  m.safepoint();
  m.native.args = fp;
  return after(m, frameFunction(fp)->native(m.native));
}
Next slowCallNative(Machine& m, const Word* pc, Slot* fp) {
  auto* f = reinterpret_cast<Function*>(pc[1]);
  Slot* callee = &ra(pc, fp) + kFrameHeaderSlots;
  setFrameHeader(callee, fp, pc + 2, f->closure());
  m.g->fp = callee;
  m.g->pc = f->code.load(std::memory_order_relaxed);
  m.safepoint();
  m.native.args = callee;
  return after(m, f->native(m.native));
}

Next slowGoExit(Machine& m, const Word*, Slot*) { return m.leave(RunOutcome::Exited); }

Next slowGo(Machine& m, const Word* pc, Slot* fp) {
  auto* closure = static_cast<Closure*>(ra(pc, fp).p);
  if (!closure) return m.fatal("go of nil func value", TraceScope::Current);
  if (!spawn(m.worker, closure, pc)) return m.fatal("runtime: out of memory", TraceScope::Current);
  return Next::Continue;
}
Next slowDefer(Machine& m, const Word* pc, Slot* fp) {
  m.defer(fp, static_cast<Closure*>(ra(pc, fp).p));
  return Next::Continue;
}
Next slowDeferFor(Machine& m, const Word* pc, Slot* fp) {
  m.deferFor(fp, static_cast<Slot*>(rb(pc, fp).p), static_cast<Closure*>(ra(pc, fp).p));
  return Next::Continue;
}
Next slowRunDefers(Machine& m, const Word*, Slot*) { return m.runDefers(); }
Next slowPanic(Machine& m, const Word* pc, Slot* fp) {
  Interface value = ifaceAt(ra(pc, fp));
  if (value.isNil()) return m.raise(TrapCode::PanicNil);
  return m.startPanic(value, false);
}
Next slowPanicStep(Machine& m, const Word*, Slot* fp) { return m.panicStep(fp); }
Next slowRecover(Machine& m, const Word* pc, Slot* fp) {
  ifaceAt(ra(pc, fp)) = m.recover(fp);
  return Next::Continue;
}

// print, println.

Next slowPrint(Machine& m, const Word* pc, Slot* fp) {
  Slot none[3] = {};
  Slot* value = operandA(*pc) == kNoSlot ? none : &ra(pc, fp);
  char buffer[64];
  std::string text;
  auto format = [&](const char* pattern, auto... values) {
    std::snprintf(buffer, sizeof buffer, pattern, values...);
    text = buffer;
  };
  switch (static_cast<PrintKind>(operandB(*pc))) {
  case PrintKind::Bool: text = value->u ? "true" : "false"; break;
  case PrintKind::Int: text = std::to_string(value->i); break;
  case PrintKind::Uint: text = std::to_string(value->u); break;
  case PrintKind::Float: text = printedFloat(value->f); break;
  case PrintKind::Float32: text = printedFloat32(value->asFloat32()); break;
  case PrintKind::Complex: text = printedComplex(value[0].f, value[1].f); break;
  case PrintKind::Complex64: {
    float parts[2];
    std::memcpy(parts, value, sizeof parts);
    text = printedComplex64(parts[0], parts[1]);
    break;
  }
  case PrintKind::String: text = stringAt(*value).view(); break;
  case PrintKind::Pointer: format("0x%" PRIx64, value->u); break;
  case PrintKind::Slice: format("[%" PRId64 "/%" PRId64 "]0x%" PRIx64, value[1].i, value[2].i, value[0].u); break;
  case PrintKind::Iface: format("(0x%" PRIx64 ",0x%" PRIx64 ")", value[0].u, value[1].u); break;
  case PrintKind::Space: text = " "; break;
  case PrintKind::Newline: text = "\n"; break;
  }
  m.vm.host().write(2, text.data(), text.size());
  return Next::Continue;
}

} // namespace gossamer
