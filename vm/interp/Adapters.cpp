// Functions made for package reflect, which calls and is called by functions whose types it learns only at run time.
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
  const TypeInfo* func = type->underlying;
  SlotMap map;
  size_t slots = 0;
  for (const TypeInfo* result : func->results) {
    setKinds(map, slots, result);
    slots += result->slots();
  }
  size_t resultSlots = slots;
  SlotMap results = map;
  SlotMap params;
  for (const TypeInfo* param : func->params) {
    setKinds(map, slots, param);
    setKinds(params, slots, param);
    slots += param->slots();
  }
  if (slots > kMostSlots) return nullptr;

  auto handler = static_cast<SlotIndex>(slots), window = static_cast<SlotIndex>(slots + 1);
  auto argument = static_cast<SlotIndex>(window + kFrameHeaderSlots);
  map.set(handler, WordKind::Pointer);
  adapter = module_.addFunction("reflect.makeFuncStub");
  adapter->resultSlots = static_cast<uint16_t>(resultSlots);
  adapter->paramSlots = static_cast<uint16_t>(slots - resultSlots);
  adapter->captureCount = 1;
  adapter->flags = kWrapper;
  adapter->entryMap = params;
  adapter->resultMap = results;
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

} // namespace gossamer
