// Functions made for package reflect, which calls and is called by functions whose types it learns only at
// run time.
#include "runtime/object/Closure.h"
#include "runtime/sched/Vm.h"
#include "vm/bytecode/Builder.h"
#include "vm/interp/Interpreter.h"

namespace gossamer {
namespace {

// Slots are named by 16 bits; what is left covers the adapter's own.
constexpr uint32_t kMostSlots = 60'000;

void setKinds(SlotMap& map, size_t slot, const TypeInfo* type) {
  if (!type->hasPointers()) return;
  for (size_t i = 0; i < type->slots(); ++i) map.set(slot + i, type->shape->kindOfWord(i));
}

// What the frame of a function of a func type begins with.
struct Signature {
  size_t resultSlots = 0, slots = 0;
  SlotMap results, params, all;

  explicit Signature(const TypeInfo* func) {
    for (const TypeInfo* result : func->results) {
      setKinds(results, slots, result);
      setKinds(all, slots, result);
      slots += result->slots();
    }
    resultSlots = slots;
    for (const TypeInfo* param : func->params) {
      setKinds(params, slots, param);
      setKinds(all, slots, param);
      slots += param->slots();
    }
  }
  void describe(Function& function) const {
    function.resultSlots = static_cast<uint16_t>(resultSlots);
    function.paramSlots = static_cast<uint16_t>(slots - resultSlots);
    function.entryMap = params;
    function.resultMap = results;
  }
};

} // namespace

Closure* Interpreter::callAdapter(size_t resultSlots, size_t paramSlots) {
  if (resultSlots + paramSlots > kMostSlots) return nullptr;
  Function*& adapter = callAdapters_[{resultSlots, paramSlots}];
  if (adapter) return adapter->closure();

  constexpr SlotIndex kClosure = 0, kArgs = 1, kResults = 2, kWindow = 3;
  constexpr SlotIndex kCallee = kWindow + kFrameHeaderSlots;
  adapter = module_.addFunction("reflect.call");
  adapter->paramSlots = 3;
  adapter->flags = kWrapper | kHiddenFrame;
  auto describe = [](SlotMap& map) {
    for (SlotIndex slot : {kClosure, kArgs, kResults}) map.set(slot, WordKind::Pointer);
  };
  describe(adapter->entryMap);

  Builder b(*adapter);
  b.setMapProvider(describe);
  auto params = static_cast<SlotIndex>(kCallee + resultSlots);
  if (paramSlots) b.emitLoadN(params, kArgs, 0, static_cast<uint32_t>(paramSlots * sizeof(Slot)));
  b.emitCallClosure(kWindow, kClosure);
  // Before anything else, since nobody else knows what these slots hold.
  if (resultSlots) b.emitStoreN(kCallee, kResults, 0, static_cast<uint32_t>(resultSlots * sizeof(Slot)));
  b.emitReturn();
  b.finish(static_cast<uint32_t>(kCallee + resultSlots + paramSlots));
  return adapter->closure();
}

Function* Interpreter::frameAdapter(const TypeInfo* type) {
  Function*& adapter = frameAdapters_[type];
  if (adapter) return adapter;
  Signature signature(type->underlying);
  size_t resultSlots = signature.resultSlots, slots = signature.slots;
  if (slots > kMostSlots) return nullptr;

  auto handler = static_cast<SlotIndex>(slots), window = static_cast<SlotIndex>(slots + 1);
  auto argument = static_cast<SlotIndex>(window + kFrameHeaderSlots);
  SlotMap map = signature.all;
  map.set(handler, WordKind::Pointer);
  adapter = module_.addFunction("reflect.makeFuncStub");
  signature.describe(*adapter);
  adapter->captureCount = 1;
  adapter->flags = kWrapper;
  adapter->captureMap.set(0, WordKind::Pointer);

  Builder b(*adapter);
  b.setMapProvider([&](SlotMap& out) { out = map; });
  if (resultSlots) b.emitZeroN(0, static_cast<uint32_t>(resultSlots));
  b.emitLoadCapture(handler, 0);
  b.emitLea(argument, 0, 0);
  b.emitCallClosure(window, handler);
  b.emitReturn();
  b.finish(argument + 1U);
  return adapter;
}

Function* Interpreter::bindAdapter(const TypeInfo* type, const TypeInfo* receiver) {
  Function*& adapter = bindAdapters_[{type, receiver}];
  if (adapter) return adapter;
  Signature signature(type->underlying);
  size_t receiverSlots = receiver->slots();
  if (signature.slots + receiverSlots > kMostSlots / 2) return nullptr; // the window has them once more

  auto method = static_cast<SlotIndex>(signature.slots), window = static_cast<SlotIndex>(method + 1);
  auto results = static_cast<SlotIndex>(window + kFrameHeaderSlots);
  auto self = static_cast<SlotIndex>(results + signature.resultSlots);
  auto params = static_cast<SlotIndex>(self + receiverSlots);
  auto paramSlots = static_cast<uint16_t>(signature.slots - signature.resultSlots);
  adapter = module_.addFunction("reflect.methodValueCall");
  signature.describe(*adapter);
  adapter->captureCount = static_cast<uint16_t>(1 + receiverSlots);
  adapter->flags = kWrapper | kHiddenFrame;
  adapter->captureMap.set(0, WordKind::Pointer);
  setKinds(adapter->captureMap, 1, receiver);

  Builder b(*adapter);
  // During the call everything belongs to the callee.
  b.setMapProvider([](SlotMap&) {});
  b.emitLoadCapture(method, 0);
  if (receiverSlots) b.emitLoadCaptureN(self, 1, static_cast<uint16_t>(receiverSlots));
  if (paramSlots) b.emitMoveN(params, static_cast<SlotIndex>(signature.resultSlots), paramSlots);
  b.emitCallClosure(window, method);
  if (signature.resultSlots) b.emitMoveN(0, results, static_cast<uint16_t>(signature.resultSlots));
  b.emitReturn();
  b.finish(static_cast<uint32_t>(params + paramSlots));
  return adapter;
}

const Shape* closureShapeOf(Function& function, ShapeTable& shapes) {
  const Shape* shape = function.closureShape.load(std::memory_order_acquire);
  if (shape) return shape;
  SlotMap map = function.captureMap;
  map.grow(function.captureCount);
  shape = closureShape(shapes, map.words(), function.captureCount);
  function.closureShape.store(shape, std::memory_order_release);
  return shape;
}

Closure* Interpreter::bindMethod(AllocCache& alloc, const TypeInfo* type, const TypeInfo* receiver,
                                 Closure* method, const Slot* slots) {
  Function* function = bindAdapter(type, receiver);
  if (!function) return nullptr;
  size_t words = function->captureCount;
  Closure* made = newClosure(alloc, function, words, closureShapeOf(*function, vm_.types().shapes()));
  made->captures()[0] = Slot::ofPointer(method);
  std::copy_n(slots, words - 1, made->captures() + 1);
  return made;
}

} // namespace gossamer
