// Package reflect: what the type descriptors know, and memory of any type.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"
#include "stdlib/unicode/Tables.h"

#include "runtime/chan/Channel.h"
#include "runtime/chan/Select.h"
#include "runtime/heap/Barrier.h"
#include "runtime/heap/Heap.h"
#include "runtime/object/Closure.h"
#include "runtime/object/Interface.h"
#include "runtime/object/Map.h"
#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Executor.h"
#include "runtime/sched/Policy.h"
#include "runtime/sched/Vm.h"
#include "runtime/type/Equality.h"
#include "runtime/type/TypeTable.h"

#include <cstddef>
#include <vector>

namespace gossamer::stdlib {
namespace {

using Type = const TypeInfo*;

// reflect.rtype is the beginning of a TypeInfo.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
static_assert(offsetof(TypeInfo, size) == 0 && offsetof(TypeInfo, id) == 8 && offsetof(TypeInfo, kind) == 12);
static_assert(offsetof(TypeInfo, align) == 13 && offsetof(TypeInfo, chanDir) == 14);
static_assert(offsetof(TypeInfo, flags) == 16 && sizeof(TypeInfo::flags) == 2);
#pragma GCC diagnostic pop
static_assert(kTypeNamed == 1 << 0 && kTypeComparable == 1 << 1 && kTypePointerShaped == 1 << 3 &&
              kTypeVariadic == 1 << 7); // reflect/type.go knows them too

// Types.

Type typeOf(Interface value) {
  return value.type;
}
String typeString(Type t) {
  return String::of(t->string);
}
String typeName(Type t) {
  return String::of(t->name);
}
String typePkgPath(Type t) {
  return String::of(t->pkgPath);
}
Type typeElem(Type t) {
  return t->underlying->elem;
}
Type typeKey(Type t) {
  return t->underlying->key;
}
int64_t typeLen(Type t) {
  return static_cast<int64_t>(t->underlying->length);
}
Type underlying(Type t) {
  return t->underlying;
}
int64_t numField(Type t) {
  return static_cast<int64_t>(t->underlying->fields.size());
}

int64_t fieldFlags(const TypeField& field) {
  return (field.embedded ? 1 : 0) | (field.exported ? 2 : 0);
}
using Field = std::tuple<String, String, String, Type, uint64_t, int64_t>;
Field typeField(Type t, int64_t i) {
  const TypeField& f = t->underlying->fields[static_cast<size_t>(i)];
  return {String::of(f.name), String::of(f.pkgPath), String::of(f.tag), f.type, f.offset, fieldFlags(f)};
}
std::tuple<Type, uint64_t, int64_t> fieldPlace(Type t, int64_t i) {
  const TypeField& f = t->underlying->fields[static_cast<size_t>(i)];
  return {f.type, f.offset, fieldFlags(f)};
}

int64_t numIn(Type t) {
  return static_cast<int64_t>(t->underlying->params.size());
}
int64_t numOut(Type t) {
  return static_cast<int64_t>(t->underlying->results.size());
}
Type typeIn(Type t, int64_t i) {
  return t->underlying->params[static_cast<size_t>(i)];
}
Type typeOut(Type t, int64_t i) {
  return t->underlying->results[static_cast<size_t>(i)];
}

// Of a concrete type's methods only the exported ones count for the program; an interface's all do.
std::tuple<int64_t, int64_t> methodCounts(NativeCall& call, Type t) {
  int64_t exported = 0, all = 0;
  auto count = [&](bool isExported) { ++all, exported += isExported; };
  if (t->isInterface())
    for (const InterfaceMethod& m : t->underlying->interfaceMethods) count(m.pkgPath.empty());
  else
    for (const TypeMethod& m : call.vm.types().methodsOf(t)) count(m.exported);
  return {exported, all};
}
int64_t methodNamed(NativeCall& call, Type t, String name) {
  int64_t index = 0;
  if (t->isInterface()) {
    for (const InterfaceMethod& m : t->underlying->interfaceMethods) {
      if (m.name == name.view()) return index;
      ++index;
    }
    return -1;
  }
  for (const TypeMethod& m : call.vm.types().methodsOf(t)) {
    if (!m.exported) continue;
    if (m.name == name.view()) return index;
    ++index;
  }
  return -1;
}
std::tuple<String, String, Type> interfaceMethod(Type t, int64_t i) {
  const InterfaceMethod& m = t->underlying->interfaceMethods[static_cast<size_t>(i)];
  return {String::of(m.name), String::of(m.pkgPath), m.type};
}
std::tuple<String, Type, Closure*> typeMethod(NativeCall& call, Type t, int64_t i) {
  for (const TypeMethod& m : call.vm.types().methodsOf(t)) {
    if (!m.exported || i-- != 0) continue;
    const Shape* shape = closureShape(call.vm.types().shapes(), nullptr, 0);
    return {String::of(m.name), m.type, newClosure(call.alloc, m.direct, 0, shape)};
  }
  return {{}, nullptr, nullptr};
}
bool implements(NativeCall& call, Type t, Type iface) {
  return call.vm.types().implements(t, iface);
}

Type pointerTo(NativeCall& call, Type t) {
  return call.vm.types().pointerTo(t);
}
Type sliceOf(NativeCall& call, Type t) {
  return call.vm.types().sliceOf(t);
}
Type arrayOf(NativeCall& call, int64_t length, Type elem) {
  return call.vm.types().arrayOf(elem, static_cast<uint64_t>(length));
}
Type mapOf(NativeCall& call, Type key, Type elem) {
  return call.vm.types().mapOf(key, elem);
}
Type chanOf(NativeCall& call, Type elem, int64_t dir) {
  return call.vm.types().chanOf(elem, static_cast<ChanDir>(dir));
}
Type funcOf(NativeCall& call, Slice in, Slice out, bool variadic) {
  return call.vm.types().funcOf(in.as<const Type>(), out.as<const Type>(), variadic);
}

// reflect.madeField
struct MadeField {
  String name, pkgPath, tag;
  Type type;
  bool embedded, exported;
};
Type structOf(NativeCall& call, Slice fields) {
  std::vector<TypeField> list;
  for (const MadeField& f : fields.as<MadeField>())
    list.push_back({f.name.view(), f.exported ? std::string_view() : f.pkgPath.view(), f.tag.view(), f.type, 0, f.embedded,
                    f.exported});
  return call.vm.types().structOf(list);
}

// Not package unicode's: importing it would make every program that prints load its tables.
std::tuple<bool, bool> isIdentifierRune(int32_t rune) {
  uint32_t category = unicode::maskOf(unicode::category(rune));
  return {rune == '_' || (category & unicode::kLetter) != 0, category == unicode::maskOf(unicode::Category::Nd)};
}

// Values. Pointers are to memory form.

std::tuple<Type, const void*> unpack(NativeCall& call, Interface value) {
  Type t = value.type;
  if (t->has(kTypePointerShaped) || !t->isDirect()) return {t, value.data.p};
  void* copy = call.alloc.newObject(t);
  std::memcpy(copy, &value.data, t->size);
  return {t, copy};
}
Interface pack(NativeCall& call, Type t, const void* at, bool immutable) {
  if (immutable && !t->isDirect()) return {t, Slot::ofPointer(at)};
  if (t->isDirect() && t->has(kTypeScalar)) return {t, loadCanonical(at, t->size, t->extension())};
  return box(call.alloc, t, at);
}
Interface packPointer(Type t, const void* word) {
  return {t, Slot::ofPointer(word)};
}
void* newObject(NativeCall& call, Type t) {
  return t->size == 0 ? call.vm.heap().zeroBase() : call.alloc.newObject(t);
}
Status newArray(NativeCall& call, Results<void*> result, Type elem, int64_t n) {
  Slice made;
  if (!makeSlice(call.alloc, elem, n, n, &made, call.trap)) return Status::Panic;
  result.set(made.ptr);
  return Status::Ok;
}
void moveValue(Type t, void* to, const void* from) {
  copyValue(t, to, from);
}
void zeroValues(Type t, void* at, int64_t n) {
  clearValues(t, at, static_cast<size_t>(n));
}
bool isZeroMemory(Type t, const char* at) {
  for (uint64_t i = 0; i < t->size; ++i)
    if (at[i] != 0) return false;
  return true;
}
// Zero values that nobody writes to share memory, large ones excepted.
alignas(16) constexpr char kZeros[1024] = {};
const void* zeroValue(NativeCall& call, Type t) {
  return t->size <= sizeof(kZeros) ? kZeros : call.alloc.newObject(t);
}
Status equal(NativeCall& call, Results<bool> result, Type t, const void* a, const void* b) {
  Equal outcome = equalValues(t, a, b, call.trap);
  if (outcome == Equal::Trapped) return Status::Panic;
  result.set(outcome == Equal::Yes);
  return Status::Ok;
}
void swapValues(Type t, void* a, void* b, void* scratch) {
  std::memcpy(scratch, a, t->size);
  copyValue(t, a, b);
  copyValue(t, b, scratch);
  clearValues(t, scratch, 1); // so as not to keep alive what it refers to
}

Status grow(NativeCall& call, Results<>, Type elem, Slice* slice, int64_t extra) {
  return growSlice(call.alloc, elem, slice, extra, call.trap) ? Status::Ok : Status::Panic;
}
void copyElements(Type elem, void* to, const void* from, int64_t n) {
  copyValues(elem, to, from, static_cast<size_t>(n));
}

// Calls.

Closure* callAdapter(NativeCall& call, int64_t results, int64_t params) {
  return call.vm.executor().callAdapter(static_cast<size_t>(results), static_cast<size_t>(params));
}
Status makeFunc(NativeCall& call, Results<Closure*> result, Type t, Closure* handler) {
  Function* function = call.vm.executor().frameAdapter(t);
  if (!function) return call.panicString("reflect.MakeFunc: too many parameters and results");
  uint64_t captures = 0;
  setWordKind(&captures, 0, WordKind::Pointer);
  Closure* made = newClosure(call.alloc, function, 1, closureShape(call.vm.types().shapes(), &captures, 1));
  made->captures()[0] = Slot::ofPointer(handler);
  result.set(made);
  return Status::Ok;
}
// The func value of a method with its receiver's slots.
Status bindMethod(NativeCall& call, Results<Closure*> result, Type t, Type receiver, Closure* method, const Slot* slots) {
  Closure* made = call.vm.executor().bindMethod(call.alloc, t, receiver, method, slots);
  if (!made) return call.panicString("reflect: too many parameters and results of a method value");
  result.set(made);
  return Status::Ok;
}

// Maps.

Map* newMap(NativeCall& call, Type t, int64_t hint) {
  return makeMap(call.alloc, t, hint, call.vm.policy().draw(Choice::MapSeed));
}
int64_t mapLen(const Map* map) {
  return mapLength(map);
}
Status find(NativeCall& call, Results<const void*> result, Type t, const Map* map, const void* key) {
  const void* elem = nullptr;
  if (mapFind(t, map, key, &elem, call.trap) == MapResult::Trapped) return Status::Panic;
  result.set(elem);
  return Status::Ok;
}
Status assign(NativeCall& call, Results<>, Type t, Map* map, const void* key, const void* elem) {
  void* place = mapAssign(call.alloc, t, map, key, call.trap);
  if (!place) return Status::Panic;
  copyValue(t->underlying->elem, place, elem);
  return Status::Ok;
}
Status erase(NativeCall& call, Results<>, Type t, Map* map, const void* key) {
  return mapDelete(t, map, key, call.trap) ? Status::Ok : Status::Panic;
}
void clear(Type t, Map* map) {
  if (map) mapClear(t, map);
}
MapIter* newMapIter(NativeCall& call, Type t, Map* map) {
  uint64_t words[wordMapEntries(kMapIterSlots)] = {};
  for (size_t i = 0; i < kMapIterSlots; ++i) setWordKind(words, i, kMapIterMap[i]);
  const Shape* shape = call.vm.types().shapes().intern(words, kMapIterSlots);
  auto* iter = static_cast<MapIter*>(call.alloc.newBlock(sizeof(MapIter), shape));
  mapIterInit(iter, t, map, call.vm.policy().draw(Choice::MapSeed));
  return iter;
}
std::tuple<const void*, const void*> nextEntry(MapIter* iter) {
  if (!mapIterNext(iter)) return {nullptr, nullptr};
  return {iter->key, iter->elem};
}

// Slots: the form of values in frames, and on their way through channels.

Slot* newSlots(NativeCall& call, Type t) {
  return static_cast<Slot*>(t->size == 0 ? call.vm.heap().zeroBase() : call.alloc.newBlock(t->slots() * sizeof(Slot), t->shape));
}
void storeSlots(Type t, Slot* slots, const void* from) {
  if (t->has(kTypeScalar))
    *slots = loadCanonical(from, t->size, t->extension());
  else
    copyValue(t, slots, from);
}

// Channels.

Worker& worker(NativeCall& call) {
  return call.vm.scheduler().worker();
}
Status newChannel(NativeCall& call, Results<Channel*> result, Type t, int64_t n) {
  Channel* made = nullptr;
  Status status = makeChannel(worker(call), t, n, &made, call.trap);
  if (status == Status::Ok) result.set(made);
  return status;
}
int64_t lengthOf(NativeCall& call, Channel* c) {
  return channelLen(worker(call), c);
}
int64_t capacityOf(NativeCall& call, Channel* c) {
  return channelCap(worker(call), c);
}
Status sendValue(NativeCall& call, Results<>, Channel* c, const Slot* slots) {
  return send(worker(call), c, slots, call.trap);
}
Status trySendValue(NativeCall& call, Results<bool> result, Channel* c, const Slot* slots) {
  bool done = false;
  Status status = trySend(worker(call), c, slots, done, call.trap);
  result.set(done);
  return status;
}
Status receive(NativeCall& call, Results<>, Channel* c, Slot* slots, Slot* ok) {
  return recv(worker(call), c, slots, ok);
}
std::tuple<bool, bool> tryReceive(NativeCall& call, Channel* c, Slot* slots) {
  bool done = false;
  Slot ok = Slot::zero();
  tryRecv(worker(call), c, slots, &ok, done);
  return {done, ok.asBool()};
}
Status closeChannel(NativeCall& call, Results<>, Channel* c) {
  return close(worker(call), c, call.trap);
}

// reflect.selectCase
struct GoSelectCase {
  Channel* channel;
  Slot* slots;
  bool receive;
};
Status selectCases(NativeCall& call, Results<>, Slice cases, bool hasDefault, Slot* result) {
  std::vector<SelectCase> list;
  for (const GoSelectCase& c : cases.as<GoSelectCase>())
    list.push_back({c.channel, c.slots, c.receive ? SelectDir::Recv : SelectDir::Send});
  return select(worker(call), list, hasDefault ? SelectDefault::Present : SelectDefault::Absent, &result[0], &result[1],
                call.trap);
}

} // namespace

GOSSAMER_NATIVES(
    reflect, {"reflect.typeOf", leaf<typeOf>}, {"reflect.typeString", leaf<typeString>},
    {"reflect.typeName", leaf<typeName>}, {"reflect.typePkgPath", leaf<typePkgPath>},
    {"reflect.typeElem", leaf<typeElem>}, {"reflect.typeKey", leaf<typeKey>}, {"reflect.typeLen", leaf<typeLen>},
    {"reflect.underlying", leaf<underlying>}, {"reflect.numField", leaf<numField>},
    {"reflect.typeField", leaf<typeField>}, {"reflect.fieldPlace", leaf<fieldPlace>},
    {"reflect.numIn", leaf<numIn>}, {"reflect.numOut", leaf<numOut>}, {"reflect.typeIn", leaf<typeIn>},
    {"reflect.typeOut", leaf<typeOut>}, {"reflect.methodCounts", leaf<methodCounts>}, {"reflect.methodNamed", leaf<methodNamed>},
    {"reflect.interfaceMethod", leaf<interfaceMethod>}, 
    {"reflect.typeMethod", leaf<typeMethod>}, {"reflect.implements", leaf<implements>},
    {"reflect.pointerTo", leaf<pointerTo>}, {"reflect.sliceOf", leaf<sliceOf>}, {"reflect.arrayOf", leaf<arrayOf>},
    {"reflect.mapOf", leaf<mapOf>}, {"reflect.chanOf", leaf<chanOf>}, {"reflect.funcOf", leaf<funcOf>},
    {"reflect.structOf", leaf<structOf>}, {"reflect.unpack", leaf<unpack>}, {"reflect.pack", leaf<pack>},
    {"reflect.packPointer", leaf<packPointer>}, {"reflect.newObject", leaf<newObject>},
    {"reflect.newArray", leaf<newArray>}, {"reflect.moveValue", leaf<moveValue>},
    {"reflect.zeroValues", leaf<zeroValues>}, {"reflect.isZeroMemory", leaf<isZeroMemory>},
    {"reflect.equalValues", leaf<equal>}, {"reflect.swapValues", leaf<swapValues>},
    {"reflect.callAdapter", leaf<callAdapter>}, {"reflect.makeFunc", leaf<makeFunc>}, {"reflect.bindMethod", leaf<bindMethod>},
    {"reflect.growSlice", leaf<grow>}, {"reflect.copySlice", leaf<copyElements>}, {"reflect.makeMap", leaf<newMap>},
    {"reflect.mapLen", leaf<mapLen>}, {"reflect.mapFind", leaf<find>}, {"reflect.mapAssign", leaf<assign>},
    {"reflect.mapDelete", leaf<erase>}, {"reflect.mapClear", leaf<clear>}, {"reflect.mapIterNew", leaf<newMapIter>},
    {"reflect.mapIterNext", leaf<nextEntry>}, {"reflect.newSlots", leaf<newSlots>},
    {"reflect.storeSlots", leaf<storeSlots>}, {"reflect.makeChan", leaf<newChannel>},
    {"reflect.chanLen", leaf<lengthOf>}, {"reflect.chanCap", leaf<capacityOf>}, {"reflect.chanSend", leaf<sendValue>},
    {"reflect.chanTrySend", leaf<trySendValue>}, {"reflect.chanRecv", leaf<receive>},
    {"reflect.chanTryRecv", leaf<tryReceive>}, {"reflect.chanClose", leaf<closeChannel>},
    {"reflect.chanSelect", leaf<selectCases>}, {"reflect.isIdentifierRune", leaf<isIdentifierRune>}, {"reflect.zeroValue", leaf<zeroValue>});

} // namespace gossamer::stdlib
