// Package runtime: scheduler, stacks and memory as the program may see them.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "gossamer/Host.h"
#include "runtime/heap/Heap.h"
#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Clock.h"
#include "runtime/sched/Park.h"
#include "runtime/sched/Vm.h"
#include "stdlib/runtime/State.h"

#include <string>

namespace gossamer::stdlib {

const char RuntimeState::kKey = 0;

RuntimeState::RuntimeState(Vm& vm) : vm(vm), maxProcs(vm.host().processorCount()) {
  vm.heap().addListener(this);
}

RuntimeState::~RuntimeState() {
  vm.heap().removeListener(this);
}

void RuntimeState::afterMark() {
  collected = true;
  if (Goroutine* g = std::exchange(finalizerGoroutine, nullptr)) ready(vm.scheduler().worker(), g);
}

void RuntimeState::visitRoots(RootVisitor& visitor) {
  for (const Heap::Finalizable& f : finalizable) {
    visitor.visitPointer(f.object);
    visitor.visitPointer(f.finalizer);
  }
}

void RuntimeState::collect() {
  vm.heap().collect(static_cast<uint64_t>(vm.clock().wall()));
  ++forcedCollections;
}

namespace {

RuntimeState& stateOf(NativeCall& call) {
  return call.vm.extension<RuntimeState>();
}

// Goroutines.

Status gosched(NativeCall&) {
  return Status::Yield;
}
Status goexit(NativeCall&) {
  return Status::Goexit;
}
int64_t numGoroutine(NativeCall& call) {
  return static_cast<int64_t>(call.vm.scheduler().liveCount());
}
int64_t numCpu(NativeCall& call) {
  return call.vm.host().processorCount();
}
// The setting is kept and told; one processor runs goroutines whatever it is.
int64_t maxProcs(NativeCall& call, int64_t n) {
  RuntimeState& state = stateOf(call);
  int64_t before = state.maxProcs;
  if (n > 0) state.maxProcs = n;
  return before;
}

// Stacks.

// Drops the innermost frames, two lines each, that are this package's own.
void dropOwnFrames(std::string& trace) {
  size_t first = trace.find('\n') + 1;
  while (trace.compare(first, 8, "runtime.") == 0) {
    size_t place = trace.find('\n', first) + 1;
    trace.erase(first, trace.find('\n', place) + 1 - first);
  }
}

String traceText(NativeCall& call, bool all) {
  Executor& executor = call.vm.executor();
  std::string text;
  executor.appendTrace(*call.g, text);
  dropOwnFrames(text);
  if (all)
    for (const Goroutine* g : call.vm.scheduler().all())
      if (g != call.g && !g->isSystem) {
        text += '\n';
        executor.appendTrace(*g, text);
      }
  return newString(call.alloc, text);
}

int64_t callers(NativeCall& call, int64_t skip, Slice pcs) {
  std::span<const void*> out{static_cast<const void**>(pcs.ptr), static_cast<size_t>(pcs.len)};
  return static_cast<int64_t>(call.vm.executor().callers(*call.g, static_cast<size_t>(skip), out));
}

void goroutineCallers(NativeCall& call, int64_t index, Slice pcs) {
  for (const Goroutine* g : call.vm.scheduler().all())
    if (!g->isSystem && index-- == 0)
      call.vm.executor().callers(*g, 0, {static_cast<const void**>(pcs.ptr), static_cast<size_t>(pcs.len)});
}

using Described = std::tuple<String, String, int64_t, const void*, int64_t>;
Described describe(NativeCall& call, const void* pc, int64_t i) {
  std::vector<TraceFrame> frames = call.vm.executor().describe(pc);
  if (i < 0 || static_cast<size_t>(i) >= frames.size()) return {{}, {}, 0, nullptr, 0};
  const TraceFrame& frame = frames[static_cast<size_t>(i)];
  return {newString(call.alloc, frame.function), newString(call.alloc, frame.file), frame.line, frame.entry,
          static_cast<int64_t>(frames.size())};
}

// Memory.

// Others run after it, as they would beside a concurrent collector: a loop around runtime.GC starves nobody.
Status collect(NativeCall& call) {
  stateOf(call).collect();
  return Status::Yield;
}

// runtime.heapFigures
struct HeapFigures {
  uint64_t totalAlloc, mallocs, frees, heapAlloc, heapObjects;
  uint64_t heapSys, heapInuse, heapIdle, heapReleased;
  uint64_t nextGC, lastGC, pauseTotal, stacks, numGC, forced;
};
void readHeap(NativeCall& call, HeapFigures* out) {
  HeapStats s = call.vm.heap().stats();
  *out = {s.totalAlloc, s.mallocs,     s.frees,
          s.heapAlloc,  s.heapObjects, s.heapSys,
          s.heapInuse,  s.heapIdle,    s.heapReleased,
          s.nextGC,     s.lastGCNanos, s.pauseTotalNanos,
          call.vm.scheduler().stacks().mappedBytes(), s.numGC, stateOf(call).forcedCollections};
}
void readPauses(NativeCall& call, uint64_t* nanos, uint64_t* ends) {
  using Pauses = std::span<uint64_t, Heap::kPauses>;
  call.vm.heap().pauses(Pauses(nanos, Heap::kPauses), Pauses(ends, Heap::kPauses));
}

// Finalizers.

using FinalizerParts = std::tuple<void*, uint64_t, void*, String>;
FinalizerParts finalizerParts(NativeCall& call, Interface object, Interface finalizer) {
  auto problem = [&call](const std::string& text) {
    return FinalizerParts{nullptr, 0, nullptr, newString(call.alloc, "runtime.SetFinalizer: " + text)};
  };
  const TypeInfo* type = object.type;
  if (!type) return problem("first argument is nil");
  std::string name(type->string);
  if (type->kind != Kind::Pointer) return problem("first argument is " + name + ", not pointer");
  if (!object.data.p) return problem("pointer not in allocated block");
  Heap::ObjectInfo info = call.vm.heap().findObject(object.data.p);
  uint64_t offset = static_cast<uint64_t>(static_cast<const char*>(object.data.p) - static_cast<char*>(info.base));
  // gc packs small objects without pointers together, so it cannot tell.
  constexpr uint64_t kTiny = 16;
  const TypeInfo* elem = type->underlying->elem;
  if (info.base && offset != 0 && (elem->hasPointers() || elem->size >= kTiny))
    return problem("pointer not at beginning of allocated block");
  if (finalizer.isNil()) return {info.base, offset, nullptr, {}};
  const TypeInfo* func = finalizer.type;
  std::string funcName(func->string);
  if (func->kind != Kind::Func) return problem("second argument is " + funcName + ", not a function");
  std::string misfit = "cannot pass " + name + " to finalizer " + funcName;
  if (func->isVariadic()) return problem(misfit + " because dotdotdot");
  std::span<const TypeInfo* const> params = func->underlying->params;
  if (params.size() != 1) return problem(misfit);
  const TypeInfo* parameter = params[0];
  bool fits = parameter == type || (parameter->isInterface() && call.vm.types().implements(type, parameter)) ||
              (parameter->kind == Kind::Pointer && parameter->underlying == type->underlying);
  if (!fits) return problem(misfit);
  return {info.base, offset, finalizer.data.p, {}};
}

std::tuple<int64_t, bool> finalizerForm(Interface finalizer) {
  int64_t slots = 0;
  for (const TypeInfo* result : finalizer.type->underlying->results) slots += static_cast<int64_t>(result->slots());
  return {slots, finalizer.type->underlying->params[0]->isInterface()};
}
const TypeInfo* typeWord(Interface value) {
  return value.type;
}
Closure* callAdapter(NativeCall& call, int64_t results, int64_t params) {
  return call.vm.executor().callAdapter(static_cast<size_t>(results), static_cast<size_t>(params));
}
bool setFinalizer(NativeCall& call, void* object, void* callee) {
  return call.vm.heap().setFinalizer(object, callee);
}

std::tuple<void*, String> cleanupObject(NativeCall& call, const void* pointer, Interface argument, Interface cleanup) {
  auto problem = [](std::string_view lasting) { return std::tuple<void*, String>{nullptr, String::of(lasting)}; };
  if (!pointer) return problem("runtime.AddCleanup: ptr is nil");
  bool isPointer = argument.type && (argument.type->kind == Kind::Pointer || argument.type->kind == Kind::UnsafePointer);
  if (isPointer && argument.data.p == pointer)
    return problem("runtime.AddCleanup: ptr is equal to arg, cleanup will never run");
  Heap& heap = call.vm.heap();
  Heap::ObjectInfo object = heap.findObject(pointer);
  if (!object.base) return {nullptr, {}};
  if (isPointer && heap.findObject(argument.data.p).base == object.base)
    return problem("runtime.AddCleanup: ptr is within arg, cleanup will never run");
  if (Heap::ObjectInfo closure = heap.findObject(cleanup.data.p); closure.base) {
    auto* words = static_cast<const void* const*>(closure.base);
    for (uint64_t i = 1; i < closure.size / sizeof *words; ++i)
      if (heap.findObject(words[i]).base == object.base)
        return problem("runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run");
  }
  return {object.base, {}};
}
uint64_t addCleanup(NativeCall& call, void* object, void* function) {
  return call.vm.heap().addCleanup(object, function);
}
void removeCleanup(NativeCall& call, uint64_t id) {
  call.vm.heap().removeCleanup(id);
}
std::tuple<String, bool> pointerType(Interface value) {
  return {String::of(value.type->string), value.type->kind == Kind::Pointer || value.type->kind == Kind::UnsafePointer};
}

std::tuple<void*, void*> takeFinalizable(NativeCall& call) {
  RuntimeState& state = stateOf(call);
  for (const Heap::Finalizable& f : call.vm.heap().takeFinalizable()) state.finalizable.push_back(f);
  if (state.finalizable.empty()) return {nullptr, nullptr};
  Heap::Finalizable first = state.finalizable.front();
  state.finalizable.pop_front();
  return {first.object, first.finalizer};
}

// The finalizer goroutine looks again after each collection.
Status waitFinalizable(NativeCall& call) {
  RuntimeState& state = stateOf(call);
  if (std::exchange(state.collected, false)) return Status::Ok;
  state.finalizerGoroutine = call.g;
  return park(call.vm.scheduler().worker(), WaitReason::Finalizer);
}

String goRoot(NativeCall& call) {
  constexpr std::string_view kName = "GOROOT=";
  for (const std::string& variable : call.vm.host().environment())
    if (variable.starts_with(kName)) return newString(call.alloc, std::string_view(variable).substr(kName.size()));
  return {};
}

void becomeSystem(NativeCall& call) {
  call.vm.scheduler().markSystem(call.g);
}
Status fatal(NativeCall& call, Results<>, String message) {
  return call.fatal(std::string(message.view()));
}

} // namespace

GOSSAMER_NATIVES(runtime, {"runtime.GOROOT", leaf<goRoot>}, {"runtime.Gosched", gosched}, {"runtime.Goexit", goexit},
                 {"runtime.NumGoroutine", leaf<numGoroutine>}, {"runtime.NumCPU", leaf<numCpu>},
                 {"runtime.GOMAXPROCS", leaf<maxProcs>}, {"runtime.GC", collect},
                 {"runtime.readHeap", leaf<readHeap>}, {"runtime.traceText", leaf<traceText>},
                 {"runtime.callers", leaf<callers>}, {"runtime.describe", leaf<describe>},
                 {"runtime.finalizerParts", leaf<finalizerParts>},
                 {"runtime.finalizerForm", leaf<finalizerForm>}, {"runtime.typeWord", leaf<typeWord>},
                 {"runtime.setFinalizer", leaf<setFinalizer>},
                 {"runtime.callAdapter", leaf<callAdapter>}, {"runtime.cleanupObject", leaf<cleanupObject>},
                 {"runtime.addCleanup", leaf<addCleanup>}, {"runtime.removeCleanup", leaf<removeCleanup>},
                 {"runtime.pointerType", leaf<pointerType>}, {"runtime.readPauses", leaf<readPauses>},
                 {"runtime.goroutineCallers", leaf<goroutineCallers>},
                 {"runtime.takeFinalizable", leaf<takeFinalizable>},
                 {"runtime.waitFinalizable", leaf<waitFinalizable>},
                 {"runtime.becomeSystem", leaf<becomeSystem>}, {"runtime.fatal", leaf<fatal>});

} // namespace gossamer::stdlib
