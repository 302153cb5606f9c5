#include "runtime/object/Map.h"

#include "runtime/base/Check.h"
#include "runtime/heap/Barrier.h"
#include "runtime/heap/Heap.h"
#include "runtime/type/Equality.h"

#include <bit>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace gossamer {
namespace {

// Control bytes: 0 empty (so that fresh memory is an empty table), 1 deleted, 0x80 | hash bits in use.
constexpr uint8_t kEmpty = 0, kDeleted = 1, kInUse = 0x80;
constexpr uint64_t kSlots = 8;   // per group
constexpr uint64_t kMaxUsed = 7; // per group on average, except that a lone group may be full

enum MapFlags : uint32_t { kWriting = 1 };

uint8_t controlOf(uint64_t hash) {
  return static_cast<uint8_t>(kInUse | (hash & 0x7f));
}
uint64_t placeOf(uint64_t hash) {
  return hash >> 7;
}

// A set of slots of a group, one bit each.
struct SlotSet {
  uint32_t bits;
  explicit operator bool() const { return bits != 0; }
  uint32_t first() const { return static_cast<uint32_t>(std::countr_zero(bits)); }
  void dropFirst() { bits &= bits - 1; }
};

struct Controls {
  uint64_t bytes;
#ifdef __SSE2__
  SlotSet equalTo(uint8_t value) const {
    __m128i all = _mm_cvtsi64_si128(static_cast<long long>(bytes));
    __m128i same = _mm_cmpeq_epi8(all, _mm_set1_epi8(static_cast<char>(value)));
    return {static_cast<uint32_t>(_mm_movemask_epi8(same)) & 0xff};
  }
  SlotSet inUse() const {
    __m128i all = _mm_cvtsi64_si128(static_cast<long long>(bytes));
    return {static_cast<uint32_t>(_mm_movemask_epi8(all)) & 0xff};
  }
#else
  // The top bit of each byte, gathered into 8 bits by a multiplication whose partial products do not meet.
  static SlotSet gather(uint64_t tops) {
    return {static_cast<uint32_t>(((tops >> 7) * 0x0102040810204080u) >> 56)};
  }
  SlotSet equalTo(uint8_t value) const {
    constexpr uint64_t kLow7 = 0x7f7f7f7f7f7f7f7fu;
    uint64_t differ = bytes ^ (value * 0x0101010101010101u);
    return gather(~(((differ & kLow7) + kLow7) | differ | kLow7));
  }
  SlotSet inUse() const { return gather(bytes & 0x8080808080808080u); }
#endif
};

char* groupAt(void* groups, const MapLayout& layout, uint64_t group) {
  return static_cast<char*>(groups) + group * layout.groupSize;
}
Controls controlsOf(const char* group) {
  Controls controls;
  std::memcpy(&controls.bytes, group, 8);
  return controls;
}
char* pairAt(char* group, const MapLayout& layout, uint64_t slot) {
  return group + 8 + slot * layout.pairSize;
}
void* keyIn(char* pair, const MapLayout& layout) {
  return layout.keyIndirect ? *reinterpret_cast<void**>(pair) : pair;
}
void* elemIn(char* pair, const MapLayout& layout) {
  char* at = pair + layout.elemOffset;
  return layout.elemIndirect ? *reinterpret_cast<void**>(at) : at;
}

// Groups in the order they are tried: every group once, by steps of 1, 2, 3….
struct Probe {
  uint64_t mask;
  uint64_t group;
  uint64_t step = 0;
  Probe(uint64_t hash, uint64_t mask) : mask(mask), group(placeOf(hash) & mask) {}
  bool next() {
    if (++step > mask) return false;
    group = (group + step) & mask;
    return true;
  }
};

// A reader that races with a writer must not run off the table. Tables never shrink, and the writer stores
// `groups` before `groupMask`; reading them the other way round gives a mask that is not too large for the
// groups.
struct Table {
  void* groups;
  uint64_t mask;
};
Table tableOf(const Map* map) {
  uint64_t mask = __atomic_load_n(&map->groupMask, __ATOMIC_ACQUIRE);
  return {__atomic_load_n(&map->groups, __ATOMIC_ACQUIRE), mask};
}
void setTable(Map* map, void* groups, uint64_t mask) {
  beforePointerStore(&map->groups);
  __atomic_store_n(&map->groups, groups, __ATOMIC_RELEASE);
  __atomic_store_n(&map->groupMask, mask, __ATOMIC_RELEASE);
}

// What differs between key kinds.
struct Key32 {
  uint32_t key;
  uint64_t hash(const Map* map) const { return hash64(key, map->seed); }
  bool equals(const void* at) const { return *static_cast<const uint32_t*>(at) == key; }
  void store(AllocCache&, char* pair, const MapLayout&) const { std::memcpy(pair, &key, 4); }
  static constexpr bool kUpdates = false;
};
struct Key64 {
  uint64_t key;
  uint64_t hash(const Map* map) const { return hash64(key, map->seed); }
  bool equals(const void* at) const { return *static_cast<const uint64_t*>(at) == key; }
  void store(AllocCache&, char* pair, const MapLayout&) const { std::memcpy(pair, &key, 8); }
  static constexpr bool kUpdates = false;
};
struct KeyString {
  String key;
  uint64_t hash(const Map* map) const { return hashBytes(key.ptr, static_cast<size_t>(key.len), map->seed); }
  bool equals(const void* at) const { return *static_cast<const String*>(at) == key; }
  void store(AllocCache&, char* pair, const MapLayout&) const { std::memcpy(pair, &key, 16); }
  // As gc: the bytes of the older key need not be kept alive.
  static constexpr bool kUpdates = true;
  void update(void* at) const {
    if (static_cast<String*>(at)->ptr != key.ptr) storePointer(at, const_cast<char*>(key.ptr));
  }
};
struct KeyAny {
  const TypeInfo* type;
  const void* key;
  uint64_t hashed;
  Trap* trap; // both keys are hashable here, so comparing does not trap
  uint64_t hash(const Map*) const { return hashed; }
  bool equals(const void* at) const { return equalValues(type, key, at, *trap) == Equal::Yes; }
  void store(AllocCache& cache, char* pair, const MapLayout& layout) const {
    if (layout.keyIndirect) {
      void* copy = cache.newObject(type);
      std::memcpy(copy, key, type->size);
      storePointer(pair, copy);
    } else {
      std::memcpy(pair, key, type->size);
    }
  }
  // +0 replaces -0 and the like.
  static constexpr bool kUpdates = true;
  void update(void* at) const {
    if (!type->has(kTypePlainMemory)) copyValue(type, at, key);
  }
};

struct Found {
  char* group = nullptr;
  uint64_t slot = 0;
};

template <class Key> Found lookUp(const Map* map, const Key& key, uint64_t hash) {
  Table table = tableOf(map);
  if (!table.groups) return {};
  const MapLayout& layout = *map->layout;
  uint8_t control = controlOf(hash);
  Probe probe(hash, table.mask);
  do {
    char* group = groupAt(table.groups, layout, probe.group);
    Controls controls = controlsOf(group);
    for (SlotSet same = controls.equalTo(control); same; same.dropFirst()) {
      uint32_t slot = same.first();
      if (__builtin_expect(key.equals(keyIn(pairAt(group, layout, slot), layout)), 1)) return {group, slot};
    }
    if (__builtin_expect(static_cast<bool>(controls.equalTo(kEmpty)), 1)) return {};
  } while (probe.next());
  return {};
}

template <class Key> const void* find(const Map* map, const Key& key) {
  if (!map || map->count == 0) return nullptr;
  Found found = lookUp(map, key, key.hash(map));
  if (!found.group) return nullptr;
  return elemIn(pairAt(found.group, *map->layout, found.slot), *map->layout);
}

// The first slot on the key's way that holds nothing. There is one.
Found freeSlot(void* groups, uint64_t mask, const MapLayout& layout, uint64_t hash) {
  Probe probe(hash, mask);
  for (;;) {
    char* group = groupAt(groups, layout, probe.group);
    SlotSet unused = {~controlsOf(group).inUse().bits & 0xff};
    if (unused) return {group, unused.first()};
    bool more = probe.next();
    GOSSAMER_CHECK(more, "a full map table");
  }
}

uint64_t capacityFor(uint64_t groups) {
  return groups == 1 ? kSlots : groups * kMaxUsed;
}

void* newGroups(AllocCache& cache, const MapLayout& layout, uint64_t groups) {
  return cache.newBlock(groups * layout.groupSize, layout.groupShape);
}

// The hash of a key that is in the table.
uint64_t hashAgain(const TypeInfo* keyType, Map* map, const void* key) {
  using Fast = MapLayout::Fast;
  switch (map->layout->fast) {
  case Fast::Bits32: return hash64(*static_cast<const uint32_t*>(key), map->seed);
  case Fast::Bits64: return hash64(*static_cast<const uint64_t*>(key), map->seed);
  case Fast::String: return KeyString{*static_cast<const String*>(key)}.hash(map);
  case Fast::None: break;
  }
  uint64_t hash = 0;
  Trap none;
  bool ok = hashValue(keyType, key, {map->seed, map->salt++}, hash, none);
  GOSSAMER_CHECK(ok, "an unhashable key in a map");
  return hash;
}

// Makes room for one more entry: a table of twice the size, or of the same if much of it is deleted entries.
// The old array stays as it is, for iterators that are in it.
[[gnu::noinline]] void rebuild(AllocCache& cache, const TypeInfo* type, Map* map) {
  const MapLayout& layout = *map->layout;
  if (!map->groups) {
    setTable(map, newGroups(cache, layout, 1), 0);
    map->growthLeft = capacityFor(1);
    return;
  }
  uint64_t oldGroups = map->groupMask + 1;
  uint64_t groups = map->count > capacityFor(oldGroups) / 2 ? oldGroups * 2 : oldGroups;
  void* fresh = newGroups(cache, layout, groups);
  for (uint64_t i = 0; i < oldGroups; ++i) {
    char* group = groupAt(map->groups, layout, i);
    for (SlotSet used = controlsOf(group).inUse(); used; used.dropFirst()) {
      char* pair = pairAt(group, layout, used.first());
      uint64_t hash = hashAgain(type->key, map, keyIn(pair, layout));
      Found to = freeSlot(fresh, groups - 1, layout, hash);
      to.group[to.slot] = static_cast<char>(controlOf(hash));
      std::memcpy(pairAt(to.group, layout, to.slot), pair, layout.pairSize);
    }
  }
  setTable(map, fresh, groups - 1);
  map->growthLeft = capacityFor(groups) - map->count;
}

template <class Key>
void* insertNew(AllocCache& cache, const TypeInfo* type, Map* map, const Key& key, uint64_t hash) {
  const MapLayout& layout = *map->layout;
  if (!map->groups) rebuild(cache, type, map);
  Found at = {};
  if (map->count != capacityFor(map->groupMask + 1)) at = freeSlot(map->groups, map->groupMask, layout, hash);
  // A deleted entry's place may be taken at any time; an empty one only while enough stay empty to end
  // searches.
  bool takesEmpty = at.group && at.group[at.slot] == static_cast<char>(kEmpty);
  if (!at.group || (takesEmpty && map->growthLeft == 0)) {
    rebuild(cache, type, map);
    at = freeSlot(map->groups, map->groupMask, layout, hash);
    takesEmpty = true;
  }
  if (takesEmpty) --map->growthLeft;
  char* pair = pairAt(at.group, layout, at.slot);
  key.store(cache, pair, layout);
  if (layout.elemIndirect) storePointer(pair + layout.elemOffset, cache.newObject(type->elem));
  at.group[at.slot] = static_cast<char>(controlOf(hash));
  ++map->count;
  return elemIn(pair, layout);
}

bool beginWrite(Map* map, Trap& trap) {
  if (!map) return trap.raise(TrapCode::NilMapAssign);
  uint32_t flags = __atomic_load_n(&map->flags, __ATOMIC_RELAXED);
  if (flags & kWriting) return trap.raise(TrapCode::ConcurrentMapWrites);
  __atomic_store_n(&map->flags, flags | kWriting, __ATOMIC_RELAXED);
  return true;
}
void endWrite(Map* map) {
  __atomic_store_n(&map->flags, __atomic_load_n(&map->flags, __ATOMIC_RELAXED) & ~kWriting, __ATOMIC_RELAXED);
}

template <class Key>
void* assign(AllocCache& cache, const TypeInfo* type, Map* map, const Key& key, Trap& trap) {
  if (!beginWrite(map, trap)) return nullptr;
  uint64_t hash = key.hash(map);
  void* elem;
  if (Found found = lookUp(map, key, hash); found.group) {
    char* pair = pairAt(found.group, *map->layout, found.slot);
    if constexpr (Key::kUpdates) key.update(keyIn(pair, *map->layout));
    elem = elemIn(pair, *map->layout);
  } else {
    elem = insertNew(cache, type, map, key, hash);
  }
  endWrite(map);
  return elem;
}

template <class Key> void remove(const TypeInfo* type, Map* map, const Key& key) {
  const MapLayout& layout = *map->layout;
  Found found = lookUp(map, key, key.hash(map));
  if (!found.group) return;
  // A search that came through this group goes on only if the group has no empty slot; then the place must
  // stay marked.
  bool endsSearches = static_cast<bool>(controlsOf(found.group).equalTo(kEmpty)) || map->groupMask == 0;
  found.group[found.slot] = static_cast<char>(endsSearches ? kEmpty : kDeleted);
  if (endsSearches) ++map->growthLeft;
  char* pair = pairAt(found.group, layout, found.slot);
  beforeBulkStore(pair, layout.pairSize, *layout.groupShape);
  std::memset(pair, 0, layout.pairSize);
  if (--map->count == 0) ++map->salt;
}

const String& stringAt(const void* key) {
  return *static_cast<const String*>(key);
}
uint32_t bits32(const void* key) {
  uint32_t bits;
  std::memcpy(&bits, key, 4);
  return bits;
}
uint64_t bits64(const void* key) {
  uint64_t bits;
  std::memcpy(&bits, key, 8);
  return bits;
}

bool hashKey(const TypeInfo* type, const Map* map, const void* key, KeyAny* any, Trap& trap) {
  *any = {type->key, key, 0, &trap};
  return hashValue(type->key, key, {map ? map->seed : 0, map ? map->salt : 0}, any->hashed, trap);
}

} // namespace

Map* makeMap(AllocCache& cache, const TypeInfo* type, int64_t hint, uint64_t randomSeed) {
  const MapLayout* layout = cache.heap().types().mapLayoutOf(type);
  auto* map = static_cast<Map*>(cache.newBlock(sizeof(Map), layout->headerShape));
  map->layout = layout;
  map->seed = randomSeed;
  if (hint > static_cast<int64_t>(kSlots)) {
    auto wanted = static_cast<uint64_t>(hint);
    uint64_t groups = std::bit_ceil((wanted + kMaxUsed - 1) / kMaxUsed);
    uint64_t bytes;
    // A hint that cannot be met is no error.
    if (!__builtin_mul_overflow(groups, uint64_t{layout->groupSize}, &bytes) && cache.heap().permits(bytes)) {
      setTable(map, newGroups(cache, *layout, groups), groups - 1);
      map->growthLeft = capacityFor(groups);
    }
  }
  return map;
}

MapResult mapFind(const TypeInfo* type, const Map* map, const void* key, const void** elem, Trap& trap) {
  using Fast = MapLayout::Fast;
  const void* found = nullptr;
  Fast fast = map ? map->layout->fast : Fast::None;
  if (fast == Fast::Bits64) {
    found = find(map, Key64{bits64(key)});
  } else if (fast == Fast::Bits32) {
    found = find(map, Key32{bits32(key)});
  } else if (fast == Fast::String) {
    found = find(map, KeyString{stringAt(key)});
  } else {
    // Hashing comes first: an unhashable key panics even if the map is empty.
    KeyAny any;
    if (!hashKey(type, map, key, &any, trap)) {
      if (!map || map->count == 0) trap.code = TrapCode::UnhashableKey;
      return MapResult::Trapped;
    }
    found = find(map, any);
  }
  if (!found) return MapResult::Absent;
  *elem = found;
  return MapResult::Found;
}

void* mapAssign(AllocCache& cache, const TypeInfo* type, Map* map, const void* key, Trap& trap) {
  using Fast = MapLayout::Fast;
  if (!map) return trap.raise(TrapCode::NilMapAssign), nullptr;
  switch (map->layout->fast) {
  case Fast::Bits64: return assign(cache, type, map, Key64{bits64(key)}, trap);
  case Fast::Bits32: return assign(cache, type, map, Key32{bits32(key)}, trap);
  case Fast::String: return assign(cache, type, map, KeyString{stringAt(key)}, trap);
  case Fast::None: break;
  }
  KeyAny any;
  if (!hashKey(type, map, key, &any, trap)) return nullptr;
  ++map->salt;
  return assign(cache, type, map, any, trap);
}

bool mapDelete(const TypeInfo* type, Map* map, const void* key, Trap& trap) {
  using Fast = MapLayout::Fast;
  KeyAny any;
  Fast fast = map ? map->layout->fast : Fast::None;
  if (fast == Fast::None && !hashKey(type, map, key, &any, trap)) {
    if (!map || map->count == 0) trap.code = TrapCode::UnhashableKey;
    return false;
  }
  if (!map || map->count == 0) return true;
  if (!beginWrite(map, trap)) return false;
  switch (fast) {
  case Fast::Bits64: remove(type, map, Key64{bits64(key)}); break;
  case Fast::Bits32: remove(type, map, Key32{bits32(key)}); break;
  case Fast::String: remove(type, map, KeyString{stringAt(key)}); break;
  case Fast::None: remove(type, map, any); break;
  }
  endWrite(map);
  return true;
}

void mapClear(const TypeInfo*, Map* map) {
  if (!map || !map->groups) return;
  const MapLayout& layout = *map->layout;
  uint64_t groups = map->groupMask + 1;
  beforeBulkStore(map->groups, groups * layout.groupSize, *layout.groupShape);
  std::memset(map->groups, 0, groups * layout.groupSize);
  map->count = 0;
  map->growthLeft = capacityFor(groups);
  ++map->clears;
}

const void* mapFind32(const TypeInfo*, const Map* map, uint32_t key) {
  return find(map, Key32{key});
}
const void* mapFind64(const TypeInfo*, const Map* map, uint64_t key) {
  return find(map, Key64{key});
}
const void* mapFindString(const TypeInfo*, const Map* map, const String& key) {
  return find(map, KeyString{key});
}

void* mapAssign32(AllocCache& cache, const TypeInfo* type, Map* map, uint32_t key, Trap& trap) {
  return assign(cache, type, map, Key32{key}, trap);
}
void* mapAssign64(AllocCache& cache, const TypeInfo* type, Map* map, uint64_t key, Trap& trap) {
  return assign(cache, type, map, Key64{key}, trap);
}
void* mapAssignString(AllocCache& cache, const TypeInfo* type, Map* map, const String& key, Trap& trap) {
  return assign(cache, type, map, KeyString{key}, trap);
}

void mapIterInit(MapIter* iter, const TypeInfo* type, Map* map, uint64_t random) {
  *iter = {};
  if (!map || map->count == 0) return;
  Table table = tableOf(map);
  iter->map = map;
  iter->groups = table.groups;
  iter->groupMask = table.mask;
  iter->type = type;
  iter->random = random;
  iter->clears = map->clears;
}

bool mapIterNext(MapIter* iter) {
  if (!iter->groups) return false;
  const Map* map = iter->map;
  const MapLayout& layout = *map->layout;
  uint64_t slots = (iter->groupMask + 1) * kSlots;
  // The order starts anywhere, and within groups the slots are permuted as well.
  uint64_t turn = iter->random >> 61;
  while (iter->next < slots) {
    uint64_t index = ((iter->next + iter->random) & (slots - 1)) ^ turn;
    ++iter->next;
    char* group = groupAt(iter->groups, layout, index / kSlots);
    uint64_t slot = index % kSlots;
    if (!(static_cast<uint8_t>(group[slot]) & kInUse)) continue;
    char* pair = pairAt(group, layout, slot);
    void* key = keyIn(pair, layout);
    if (__builtin_expect(iter->groups == map->groups, 1)) {
      iter->key = key;
      iter->elem = elemIn(pair, layout);
      return true;
    }
    // The map has a new table: the entry may have been changed or deleted there.
    Trap none;
    KeyAny any;
    bool ok = hashKey(iter->type, map, key, &any, none);
    GOSSAMER_CHECK(ok, "an unhashable key in a map");
    if (Found now = lookUp(map, any, any.hashed); now.group) {
      char* current = pairAt(now.group, layout, now.slot);
      iter->key = keyIn(current, layout);
      iter->elem = elemIn(current, layout);
      return true;
    }
    // A key that is not equal to itself cannot be looked up, nor deleted but by clear.
    if (!any.equals(key) && iter->clears == map->clears) {
      iter->key = key;
      iter->elem = elemIn(pair, layout);
      return true;
    }
  }
  iter->key = nullptr;
  iter->elem = nullptr;
  return false;
}

} // namespace gossamer
