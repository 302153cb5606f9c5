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
  uint64_t nextGC, lastGC, pauseTotal, lastPause, stacks, numGC;
  uint64_t forced;
};
void readHeap(NativeCall& call, HeapFigures* out) {
  HeapStats s = call.vm.heap().stats();
  *out = {s.totalAlloc,     s.mallocs,        s.frees,
          s.heapAlloc,      s.heapObjects,    s.heapSys,
          s.heapInuse,      s.heapIdle,       s.heapReleased,
          s.nextGC,         s.lastGCNanos,    s.pauseTotalNanos,
          s.lastPauseNanos, call.vm.scheduler().stacks().mappedBytes(), s.numGC,
          stateOf(call).forcedCollections};
}

// Finalizers.

std::tuple<void*, void*, String> finalizerParts(NativeCall& call, Interface object, Interface finalizer) {
  auto problem = [](std::string_view lasting) {
    return std::tuple<void*, void*, String>{nullptr, nullptr, String::of(lasting)};
  };
  const TypeInfo* type = object.type;
  if (type->kind != Kind::Pointer) return problem("runtime.SetFinalizer: first argument is not a pointer");
  if (!object.data.p) return problem("runtime.SetFinalizer: pointer not at beginning of allocated block");
  void* callee = nullptr;
  if (!finalizer.isNil()) {
    const TypeInfo* func = finalizer.type;
    if (func->kind != Kind::Func) return problem("runtime.SetFinalizer: second argument is not a function");
    bool fits = func->params.size() == 1 && !func->isVariadic();
    if (fits) {
      const TypeInfo* parameter = func->params[0];
      fits = parameter == type || (parameter->isInterface() && call.vm.types().implements(type, parameter)) ||
             (parameter->kind == Kind::Pointer && parameter->underlying == type->underlying);
    }
    if (!fits) return problem("runtime.SetFinalizer: cannot pass object to finalizer");
    callee = finalizer.data.p;
  }
  Heap::ObjectInfo info = call.vm.heap().findObject(object.data.p);
  if (!info.base) return {nullptr, callee, {}}; // static data
  if (info.base != object.data.p)
    return problem("runtime.SetFinalizer: pointer not at beginning of allocated block");
  return {info.base, callee, {}};
}

std::tuple<int64_t, bool> finalizerForm(Interface finalizer) {
  int64_t slots = 0;
  for (const TypeInfo* result : finalizer.type->results) slots += static_cast<int64_t>(result->slots());
  return {slots, finalizer.type->params[0]->isInterface()};
}
const TypeInfo* typeWord(Interface value) {
  return value.type;
}
Closure* finalizerAdapter(NativeCall& call, int64_t results, int64_t params) {
  return call.vm.executor().callAdapter(static_cast<size_t>(results), static_cast<size_t>(params));
}
void setFinalizer(NativeCall& call, void* object, void* callee) {
  call.vm.heap().setFinalizer(object, callee);
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
                 {"runtime.finalizerAdapter", leaf<finalizerAdapter>}, {"runtime.setFinalizer", leaf<setFinalizer>},
                 {"runtime.takeFinalizable", leaf<takeFinalizable>},
                 {"runtime.waitFinalizable", leaf<waitFinalizable>},
                 {"runtime.becomeSystem", leaf<becomeSystem>}, {"runtime.fatal", leaf<fatal>});

} // namespace gossamer::stdlib
