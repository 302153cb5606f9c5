// Panics, deferred calls, recover, Goexit.
//
// A panic is a pseudo-call: a frame of the pseudo-function `panic` is pushed above the frame that panics, and its one instruction,
// PanicStep, runs the goroutine's deferred calls, newest first, each returning to it. So the panicking frames stay as they are for
// traces and for the deferred calls' pointers, and a panic in a deferred call nests by itself.
//
// Rules (the spec's "Handling panics")
//   U1 a deferred call belongs to the frame that deferred it; it leaves the goroutine's list before it is called.
//   U2 recover counts only in a function called by a PanicStep (or by a wrapper that was), for that step's panic.
//   U3 when a deferred call returns and its panic is recovered, control goes on at the deferReturn code of the frame it
//      belongs to; panics and Goexits whose pseudo-frames lie above that frame are overtaken and dropped.
//   U4 but Goexit cannot be recovered: if U3 would drop one, that Goexit goes on instead.
//   U5 when no deferred call is left, a panic asks the values of its chain for their text (Error, String), reports and ends
//      the program; a Goexit ends the goroutine.
#include "gossamer/Host.h"
#include "runtime/object/String.h"
#include "vm/interp/Interpreter-internal.h"

namespace gossamer {
namespace {

bool isSameValue(const Interface& a, const Interface& b) { return a.type == b.type && a.data.u == b.data.u; }

} // namespace

void Machine::defer(Slot* fp, Closure* closure) {
  g->deferHead = new DeferRecord{static_cast<DeferRecord*>(g->deferHead), fp, closure};
}

void Machine::deferFor(Slot* fp, Slot* frame, Closure* closure) {
  auto* link = reinterpret_cast<DeferRecord**>(&g->deferHead);
  // The list is in the order of frames: each frame on the way may have records in front.
  for (; fp && fp != frame; fp = callerFp(fp))
    while (*link && (*link)->fp == fp) link = &(*link)->next;
  *link = new DeferRecord{*link, frame, closure};
}

namespace {
/// Takes the newest deferred call off (U1); false if there is none, or it is not of frame `of` (null: of any).
bool popDefer(Goroutine* g, const Slot* of, DeferRecord& out) {
  auto* d = static_cast<DeferRecord*>(g->deferHead);
  if (!d || (of && d->fp != of)) return false;
  out = *d;
  g->deferHead = d->next;
  delete d;
  return true;
}
} // namespace

Next Machine::runDefers() {
  DeferRecord d;
  Slot* fp = g->fp;
  if (!popDefer(g, fp, d)) return Next::Continue;
  if (!d.closure) return raise(TrapCode::NilDereference);
  // Returns to this same instruction, for the next one. There is no window: the call goes above the frame.
  return enter(above(fp), fp, g->pc, d.closure);
}

Next Machine::raise() {
  Trap& t = trap();
  if (carrierOf(t.code) == TrapCarrier::Fatal) {
    std::string text = errorText(t);
    t = Trap();
    return fatal(text, TraceScope::All);
  }
  Interface value = panicValue(alloc, interpreter.runtimeTypes_, vm.types().basic(Kind::String), t);
  std::string signal = signalLine(t, reinterpret_cast<uint64_t>(g->pc));
  TrapCode cause = t.code;
  t = Trap();
  Next next = startPanic(value, false);
  if (auto* p = static_cast<PanicRecord*>(g->panicHead); p && next != Next::Leave) {
    p->signal = std::move(signal);
    p->cause = cause;
  }
  return next;
}

Next Machine::startPanic(const Interface& value, bool isGoexit) {
  auto* p = new PanicRecord{.next = static_cast<PanicRecord*>(g->panicHead), .fp = nullptr, .value = value};
  p->isGoexit = isGoexit;
  // "[recovered, repanicked]": the same value raised again by the deferred call that recovered it.
  if (p->next && p->next->recovered && !isGoexit && isSameValue(p->next->value, value)) p->next->repanicked = true;
  g->panicHead = p;
  auto& pseudo = isGoexit ? interpreter.goexit_ : interpreter.panic_;
  // The return pc stands behind the first word of the panicking instruction, so that it is looked up like a call's.
  Next next = enter(above(g->fp), g->fp, g->pc + 1, pseudo.function.closure());
  if (next != Next::Reload) return next;
  p->fp = g->fp;
  g->fp[0] = Slot::ofPointer(p);
  return next;
}

Interface Machine::recover(Slot* fp) {
  const Interface nothing{nullptr, Slot::zero()};
  auto* p = static_cast<PanicRecord*>(g->panicHead);
  if (!p || p->isGoexit || p->recovered || p->phase != PanicRecord::Phase::Deferring) return nothing;
  auto isChunkLink = [&](Slot* frame) { return frameFunction(frame) == &interpreter.chunkSwitch_.function; };
  // `defer recover()`: the wrapper stands for the frame that deferred it (which makes it too early for that frame's own panic).
  if (frameFunction(fp)->flags & kWrapper) {
    do fp = callerFp(fp);
    while (isChunkLink(fp));
    if (fp == p->fp) return nothing;
  }
  // U2
  Slot* frame = callerFp(fp);
  while (frame != p->fp) {
    if (!isChunkLink(frame) && !(frameFunction(frame)->flags & kWrapper)) return nothing;
    frame = callerFp(frame);
  }
  p->recovered = true;
  return p->value;
}

void Machine::dropPanic() {
  auto* p = static_cast<PanicRecord*>(g->panicHead);
  g->panicHead = p->next;
  delete p;
}

Next Machine::finishRecovery(PanicRecord* panic) {
  Slot* target = panic->deferring;
  // U3. The frames from here to the target are abandoned, and with them the pseudo-frames among them.
  for (Slot* fp = panic->fp; fp != target; fp = callerFp(fp)) {
    auto* p = static_cast<PanicRecord*>(g->panicHead);
    if (!p || p->fp != fp) continue;
    if (p->isGoexit) { // U4
      g->fp = fp;
      g->pc = interpreter.goexit_.code;
      while (!g->chunk->contains(fp)) vm.scheduler().stacks().leaveChunk(*g);
      stackLimit = g->chunk->end();
      return Next::Reload;
    }
    dropPanic();
  }
  while (!g->chunk->contains(target)) vm.scheduler().stacks().leaveChunk(*g);
  stackLimit = g->chunk->end();
  const Function* f = frameFunction(target);
  g->fp = target;
  g->pc = f->ownedCode.data() + f->deferReturn;
  return Next::Reload;
}

Next Machine::panicStep(Slot* fp) {
  auto* p = static_cast<PanicRecord*>(fp[0].p);
  if (p->phase == PanicRecord::Phase::Printing) return printStep(p);
  if (p->recovered) return finishRecovery(p);
  DeferRecord d;
  if (popDefer(g, nullptr, d)) {
    p->deferring = d.fp;
    if (!d.closure) return raise(TrapCode::NilDereference);
    return enter(fp + kPanicFrameSlots + kFrameHeaderSlots, fp, g->pc, d.closure);
  }
  // U5
  if (p->isGoexit) return leave(RunOutcome::Goexited);
  p->phase = PanicRecord::Phase::Printing;
  return printStep(p);
}

Next Machine::printStep(PanicRecord* p) {
  Slot* window = p->fp + kPanicFrameSlots + kFrameHeaderSlots;
  if (p->asked) {
    p->asked->text = std::string(reinterpret_cast<const String*>(window)->view());
    p->asked->hasText = true;
  }
  // Another panic, raised by a method asked for a text: gc gives up too.
  for (PanicRecord* other = p->next; other; other = other->next) {
    if (other->phase != PanicRecord::Phase::Printing) continue;
    std::string text = "panic while printing panic value";
    if (p->value.type == vm.types().basic(Kind::String))
      text += ": " + std::string(static_cast<const String*>(p->value.data.p)->view());
    else if (!p->value.isNil())
      text += ": type " + std::string(p->value.type->string);
    if (!p->signal.empty()) text += "\n" + p->signal;
    return fatal(text, TraceScope::Current);
  }
  PanicRecord* ask = p->asked ? p->asked->next : p;
  TypeTable& types = vm.types();
  for (; ask; ask = ask->next) {
    const TypeInfo* type = ask->value.type;
    if (!type || ask->isGoexit || ask->hasText) continue;
    Function* method = types.methodFor(type, types.selector("Error", ""));
    if (!method || !types.implements(type, types.errorType())) method = types.methodFor(type, types.selector("String", ""));
    constexpr size_t kStringSlots = 2;
    if (!method || method->resultSlots != kStringSlots || method->paramSlots != 1) continue;
    p->asked = ask;
    window[kStringSlots] = ask->value.data;
    return enter(window, p->fp, interpreter.panic_.code, method->closure());
  }
  // The report shows the frame that panicked, not ours.
  std::string report = describePanics(p) + "\n";
  g->pc = returnPc(p->fp) - 1;
  g->fp = callerFp(p->fp);
  interpreter.appendTrace(*g, report);
  vm.reportCrash(report);
  vm.scheduler().exit(2, RunEnd::Panicked);
  return leave(RunOutcome::Parked);
}

Next Machine::fatal(std::string_view message, TraceScope scope) {
  interpreter.reportFatal(worker, message, scope);
  vm.scheduler().exit(2, RunEnd::Fatal);
  return leave(RunOutcome::Parked);
}

} // namespace gossamer
