#include "vm/bytecode/Liveness.h"
#include "vm/interp/Interpreter.h"

#include "runtime/base/Check.h"
#include "runtime/object/Map.h"
#include "runtime/object/String.h"
#include "vm/interp/Interpreter-internal.h"
#include "vm/interp/Numeric.h"

#include <cmath>
#include <cstring>

// How ops are dispatched. Tail-called handlers keep pc, fp, the machine and the budget in registers and each op's code small, which
// compilers do best; labels come next. Clang 19 cannot instrument preserve_none functions for AddressSanitizer, so that build takes labels.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOSSAMER_DISPATCH_GOTO 1
#endif
#endif
#if defined(__clang__) && __has_attribute(preserve_none) && __has_cpp_attribute(clang::musttail) && \
    !defined(GOSSAMER_DISPATCH_GOTO) && !defined(GOSSAMER_DISPATCH_SWITCH)
#define GOSSAMER_DISPATCH_TAIL 1
#elif defined(__GNUC__) && !defined(GOSSAMER_DISPATCH_SWITCH)
#undef GOSSAMER_DISPATCH_GOTO
#define GOSSAMER_DISPATCH_GOTO 1
#endif

#define UNLIKELY(x) __builtin_expect(!!(x), 0)

namespace gossamer {
namespace {

constexpr uint8_t kWords[] = {
#define GOSSAMER_HAS_(kind, name) (OperandKind::kind != OperandKind::None)
#define GOSSAMER_OP(name, A, B, C, D, E, F, L, M, traits, prose)                                             \
  1 + (GOSSAMER_HAS_ D || GOSSAMER_HAS_ E || GOSSAMER_HAS_ F) + GOSSAMER_HAS_ L + GOSSAMER_HAS_ M,
#include "vm/bytecode/Opcodes.def"
};
constexpr int infoWords(Opcode op) { return kWords[static_cast<size_t>(op)]; }

inline void copyToSlots(Slot* to, const char* from, size_t bytes) {
  if (bytes == 0) return;
  // The source may overlap: an element of an array in this frame. The last slot's padding is zeroed first only if it is not part of
  // the source, so go through memmove and mask.
  std::memmove(static_cast<void*>(to), from, bytes);
  if (size_t rest = bytes % sizeof(Slot)) to[bytes / sizeof(Slot)].u &= (uint64_t{1} << (rest * 8)) - 1;
}

inline int compareStrings(const Slot* x, const Slot* y) {
  uint64_t n = x[1].u < y[1].u ? x[1].u : y[1].u;
  if (int c = n ? std::memcmp(x[0].p, y[0].p, n) : 0) return c;
  return x[1].u < y[1].u ? -1 : x[1].u > y[1].u;
}

[[gnu::noinline]] void decodeInto(Slot* state, const char* text, int64_t n) {
  DecodedRune r = decodeRune(text, n);
  state[2].i = r.rune;
  state[0].i += r.width;
}

[[gnu::noinline]] void loadEntry(const MapIter* iter, Slot* fp, SlotIndex key, SlotIndex value) {
  const TypeInfo* type = iter->type->underlying;
  if (key != kNoSlot) loadValue(type->key, iter->key, fp + key);
  if (value != kNoSlot) loadValue(type->elem, iter->elem, fp + value);
}

inline void unboxTo(Slot* to, const TypeInfo* type, Slot data) {
  if (type->size <= 8) {
    if (type->size != 0) *to = data;
  } else if (type->size == 16) {
    std::memcpy(static_cast<void*>(to), data.p, 16);
  } else {
    copyToSlots(to, static_cast<const char*>(data.p), type->size);
  }
}

#define SAVE_PLACE                                                                                           \
  do {                                                                                                       \
    m->g->pc = pc;                                                                                           \
    m->g->fp = fp;                                                                                           \
  } while (0)
#define LEAVE_FRAME                                                                                          \
  do {                                                                                                       \
    pc = static_cast<const Word*>(fp[-2].p);                                                                 \
    fp = static_cast<Slot*>(fp[-3].p);                                                                       \
    DISPATCH;                                                                                                \
  } while (0)

#if defined(GOSSAMER_DISPATCH_TAIL)

#define PARAMS const Word *pc, Slot *fp, Machine *m, int64_t budget, const void *table, Word w
#define ARGS pc, fp, m, budget, table, w
#define HANDLER __attribute__((preserve_none)) RunOutcome
typedef RunOutcome (*Handler)(PARAMS) __attribute__((preserve_none));

#define OP(name) HANDLER op##name([[maybe_unused]] PARAMS)
#define COLD(name) [[gnu::cold, gnu::noinline]] HANDLER cold_##name([[maybe_unused]] PARAMS)
#define GOTO(name) [[clang::musttail]] return cold_##name(ARGS)
#define DISPATCH                                                                                             \
  do {                                                                                                       \
    w = *pc;                                                                                                 \
    [[clang::musttail]] return static_cast<const Handler*>(table)[w & 0xffff](ARGS);                           \
  } while (0)
#define NEXT(n)                                                                                              \
  do {                                                                                                       \
    pc += (n);                                                                                               \
    DISPATCH;                                                                                                \
  } while (0)
#define SLOW(name, n)                                                                                        \
  do {                                                                                                       \
    SAVE_PLACE;                                                                                              \
    Next next = slow##name(*m, pc, fp);                                                                      \
    if (next == Next::Continue) NEXT(n);                                                                     \
    w = static_cast<Word>(next);                                                                             \
    GOTO(afterSlow);                                                                                         \
  } while (0)

#define GOSSAMER_OP(name, ...) OP(name);
#include "vm/bytecode/Opcodes.def"
#define COLD_DECLARATION(name) HANDLER cold_##name(PARAMS)
COLD_DECLARATION(nilDereference);
COLD_DECLARATION(divideByZero);
COLD_DECLARATION(negativeShift);
COLD_DECLARATION(sliceIndex);
COLD_DECLARATION(arrayIndex);
COLD_DECLARATION(checkedIndex);
COLD_DECLARATION(entryPoll);
COLD_DECLARATION(branchPoll);
COLD_DECLARATION(plainPoll);
COLD_DECLARATION(afterSlow);

#include "vm/interp/Ops.inc"

const Handler kHandlers[] = {
#define GOSSAMER_OP(name, ...) op##name,
#include "vm/bytecode/Opcodes.def"
};

RunOutcome execute(Machine* m, const Word* pc, Slot* fp, int64_t budget) {
  Word w = *pc;
  return kHandlers[w & 0xffff](pc, fp, m, budget, kHandlers, w);
}

#else

#define COLD(name) cold_##name:
#define GOTO(name) goto cold_##name
#define NEXT(n)                                                                                              \
  do {                                                                                                       \
    pc += (n);                                                                                               \
    DISPATCH;                                                                                                \
  } while (0)
#define SLOW(name, n)                                                                                        \
  do {                                                                                                       \
    SAVE_PLACE;                                                                                              \
    Next next = slow##name(*m, pc, fp);                                                                      \
    if (next == Next::Continue) NEXT(n);                                                                     \
    w = static_cast<Word>(next);                                                                             \
    GOTO(afterSlow);                                                                                         \
  } while (0)

#if defined(GOSSAMER_DISPATCH_GOTO)

#pragma GCC diagnostic ignored "-Wpedantic"
#define OP(name) op_##name:
#define DISPATCH                                                                                             \
  do {                                                                                                       \
    w = *pc;                                                                                                 \
    goto* kLabels[w & 0xffff];                                                                               \
  } while (0)

RunOutcome execute(Machine* m, const Word* pc, Slot* fp, int64_t budget) {
  static const void* const kLabels[] = {
#define GOSSAMER_OP(name, ...) &&op_##name,
#include "vm/bytecode/Opcodes.def"
  };
  Word w;
  DISPATCH;
#include "vm/interp/Ops.inc"
}

#else

#define OP(name) case Opcode::name:
#define DISPATCH goto dispatch

RunOutcome execute(Machine* m, const Word* pc, Slot* fp, int64_t budget) {
  Word w;
dispatch:
  w = *pc;
  switch (opcodeOf(w)) {
#include "vm/interp/Ops.inc"
  }
  GOSSAMER_UNREACHABLE("opcode %u", static_cast<unsigned>(w & 0xffff));
}

#endif
#endif

/// Tells what runs when one of our checks fails.
class RunningContext final : public CheckContext {
public:
  explicit RunningContext(const Goroutine& g) : g_(g) {}
  void describe(std::FILE* out) const override {
    std::fprintf(out, "goroutine %llu", static_cast<unsigned long long>(g_.id));
    if (g_.fp) {
      const Function* f = frameFunction(g_.fp);
      SourcePosition at = f->positionAt(g_.pc);
      std::fprintf(out, " in %s, line %u, op %s", f->name.c_str(), at.line,
                   std::string(infoOf(opcodeOf(*g_.pc)).name).c_str());
    }
    std::fputc('\n', out);
  }

private:
  const Goroutine& g_;
};

} // namespace

void Interpreter::PseudoFunction::set(std::string name, uint32_t frameSlots, std::initializer_list<Word> words) {
  size_t n = 0;
  for (Word w : words) code[n++] = w;
  function.name = std::move(name);
  function.frameSlots = frameSlots;
  function.flags = kPseudo | kHiddenFrame;
  function.code.store(code, std::memory_order_release);
}

Interpreter::Interpreter(Vm& vm, Module& module) : vm_(vm), module_(module) {
  constexpr SlotIndex kEntrySlot = 0, kEntryWindow = 1;
  bottom_.set("goroutine", kEntryWindow + kFrameHeaderSlots,
              {encodeABC(Opcode::CallClosure, kEntryWindow, kEntrySlot, 0), encodeABC(Opcode::GoExit, 0, 0, 0)});
  bottom_.function.entryMap.set(kEntrySlot, WordKind::Pointer);
  chunkSwitch_.set("chunk", kChunkFrameSlots + kFrameHeaderSlots, {encodeABC(Opcode::ChunkReturn, 0, 0, 0)});
  constexpr size_t kErrorCallSlots = 3; // a string result and a receiver
  uint32_t panicSlots = kPanicFrameSlots + kFrameHeaderSlots + kErrorCallSlots;
  panic_.set("panic", panicSlots, {encodeABC(Opcode::PanicStep, 0, 0, 0)});
  goexit_.set("runtime.Goexit", panicSlots, {encodeABC(Opcode::PanicStep, 0, 0, 0)});
  vm.setExecutor(*this);
}

Interpreter::~Interpreter() {
  for (Goroutine* g : vm_.scheduler().all()) forget(*g);
}

void Interpreter::start(Goroutine& g, Closure* entry) {
  Slot* fp = g.chunk->begin() + kFrameHeaderSlots;
  setFrameHeader(fp, nullptr, nullptr, bottom_.function.closure());
  fp[0] = Slot::ofPointer(entry);
  g.fp = fp;
  g.pc = bottom_.code;
  g.executorWord = static_cast<uint64_t>(Resume::At);
}

RunOutcome Interpreter::run(Worker& worker, Goroutine& g) {
  if (!machine_ || &machine_->worker != &worker) {
    machine_ = std::make_unique<Machine>(*this, worker);
    uint64_t map[wordMapEntries(kMapIterSlots)] = {};
    for (size_t i = 0; i < kMapIterSlots; ++i) setWordKind(map, i, kMapIterMap[i]);
    machine_->mapIterShape = vm_.types().shapes().intern(map, kMapIterSlots);
  }
  Machine& m = *machine_;
  RunningContext context(g);
  CheckScope scope(context);
  m.g = &g;
  m.native.g = &g;
  m.stackLimit = g.chunk->end();
  const Word* pc = g.pc;
  Slot* fp = g.fp;
  Resume resume = m.resume();
  m.setResume(Resume::At);
  if (g.wakeTrap) {
    auto code = static_cast<TrapCode>(g.wakeTrap);
    g.wakeTrap = 0;
    if (m.raise(code) == Next::Leave) return m.outcome;
    pc = g.pc;
    fp = g.fp;
  } else if (resume == Resume::After) {
    pc += infoOf(opcodeOf(*pc)).words;
  } else if (resume == Resume::Branch) {
    pc = branchTarget(pc);
  }
  return execute(&m, pc, fp, worker.budget);
}

void Interpreter::visitStack(Goroutine& g, RootVisitor& visitor) {
  if (g.entry) visitor.visitPointer(g.entry);
  for (FrameWalk walk(g.fp, g.pc); walk.valid(); walk.next()) {
    const FrameView& frame = walk.frame();
    visitor.visitPointer(frameClosure(frame.fp));
    const SlotMap& map = liveMapAt(*frame.function(), frame.pc);
    if (map.slots()) visitor.visitWords(frame.fp, map.words(), map.slots());
  }
  for (auto* d = static_cast<DeferRecord*>(g.deferHead); d; d = d->next) visitor.visitPointer(d->closure);
  for (auto* p = static_cast<PanicRecord*>(g.panicHead); p; p = p->next) visitor.visitInterface(p->value);
}

void Interpreter::visitGlobals(RootVisitor& visitor) {
  for (const Global& global : module_.globals())
    if (global.type) visitor.visitValue(global.type, global.data);
}

void Interpreter::forget(Goroutine& g) {
  while (auto* d = static_cast<DeferRecord*>(g.deferHead)) {
    g.deferHead = d->next;
    delete d;
  }
  while (auto* p = static_cast<PanicRecord*>(g.panicHead)) {
    g.panicHead = p->next;
    delete p;
  }
}

} // namespace gossamer
