// Maps: hash tables in the Swiss table manner.
//
// A table is an array of groups; a group is 8 control bytes (empty, deleted, or 7 bits of the hash) and 8
// key/element pairs; a lookup compares 8 control bytes at once and probes group after group. Tables double
// when 7/8 full (or are rebuilt at the same size when deletions filled them). A rebuilt table is a new array:
// an iterator goes on over the array it began with and asks the map for what has become of each key. All
// memory is the collector's; a Map is an ordinary object and a Go map value is a `Map*`.
//
// Keys and elements are passed in memory form (the address of a slot in canonical form will do). Pointers
// returned point into the table: good until the next assignment to or deletion from the map. Random numbers
// are drawn by the caller from the VM's policy. Maps are not synchronised; as in gc, racing writers are
// noticed (flags) where that is cheap, and end the program with a fatal error. Nothing here parks or
// collects.
#pragma once

#include "runtime/heap/AllocCache.h"
#include "runtime/object/String.h"
#include "runtime/type/TypeTable.h"

namespace gossamer {

struct Map {
  uint64_t count;      // len(m)
  void* groups;        // null until the first assignment
  uint64_t groupMask;  // number of groups - 1
  uint64_t growthLeft; // empty slots that may still be filled before the table is rebuilt
  uint64_t seed;
  const MapLayout* layout;
  uint32_t clears; // how often clear() ran, for iterators
  uint32_t salt;   // spreads NaNs
  uint32_t flags;
  uint32_t unused;
};
static_assert(sizeof(Map) == 8 * kMapHeaderWords && offsetof(Map, groups) == 8 * kMapGroupsWord);

inline int64_t mapLength(const Map* map) {
  return map ? static_cast<int64_t>(map->count) : 0;
}

// make(map[K]V, hint); a negative or silly hint counts as 0.
Map* makeMap(AllocCache& cache, const TypeInfo* type, int64_t hint, uint64_t randomSeed);

enum class MapResult : uint8_t { Absent, Found, Trapped };

// m[k]: sets `elem` to the element's address if found. A null map is empty. Trapped:
// UnhashableType/UnhashableKey, or a fatal race.
MapResult mapFind(const TypeInfo* type, const Map* map, const void* key, const void** elem, Trap& trap);
// The address of the element of `key`, which is made (zero) if absent; null if trapped (also NilMapAssign).
void* mapAssign(AllocCache& cache, const TypeInfo* type, Map* map, const void* key, Trap& trap);
// False if trapped.
bool mapDelete(const TypeInfo* type, Map* map, const void* key, Trap& trap);
void mapClear(const TypeInfo* type, Map* map);

// The same for the key kinds of MapLayout::Fast; they cannot trap but for races and a nil map.
const void* mapFind32(const TypeInfo* type, const Map* map, uint32_t key);
const void* mapFind64(const TypeInfo* type, const Map* map, uint64_t key);
const void* mapFindString(const TypeInfo* type, const Map* map, const String& key);
void* mapAssign32(AllocCache& cache, const TypeInfo* type, Map* map, uint32_t key, Trap& trap);
void* mapAssign64(AllocCache& cache, const TypeInfo* type, Map* map, uint64_t key, Trap& trap);
void* mapAssignString(AllocCache& cache, const TypeInfo* type, Map* map, const String& key, Trap& trap);

// for k, v := range m. Lives in kMapIterSlots slots of a frame, whose kinds are kMapIterMap; or in any memory
// scanned that way. Each entry is produced at most once; one deleted before it is reached is not produced;
// one made meanwhile may be.
struct MapIter {
  const void* key;  // of the current entry; null before the first and after the last
  const void* elem; // copy both before running the loop's body
  Map* map;
  void* groups; // the table it iterates, maybe no longer the map's
  const TypeInfo* type;
  uint64_t groupMask;
  uint64_t next;   // slots visited
  uint64_t random; // order
  uint64_t clears;
};
inline constexpr size_t kMapIterSlots = sizeof(MapIter) / sizeof(Slot);
inline constexpr WordKind kMapIterMap[kMapIterSlots] = {
    WordKind::Pointer, WordKind::Pointer, WordKind::Pointer, WordKind::Pointer, WordKind::Scalar,
    WordKind::Scalar,  WordKind::Scalar,  WordKind::Scalar,  WordKind::Scalar};
static_assert(kMapIterSlots == 9);

// Does not advance: call mapIterNext for the first entry too.
void mapIterInit(MapIter* iter, const TypeInfo* type, Map* map, uint64_t random);
// True if there is an entry (key and elem set), false at the end. Never traps: keys in the table are
// hashable.
bool mapIterNext(MapIter* iter);

} // namespace gossamer
