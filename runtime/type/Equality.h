// Equality and hashing of values of any Go type, by descriptor. Values are given in memory form, which
// includes the address of a slot in canonical form. Neither allocates nor parks.
#pragma once

#include "runtime/base/Trap.h"
#include "runtime/type/TypeInfo.h"

namespace gossamer {

enum class Equal : uint8_t { No, Yes, Trapped };

// a == b for two values of type `type`. Trapped (UncomparableType) if `type` is not comparable, or if
// interfaces inside hold values of the same uncomparable type. As in Go, fields and elements are compared in
// order, and the first difference ends it.
Equal equalValues(const TypeInfo* type, const void* a, const void* b, Trap& trap);
Equal equalInterfaces(const Interface& a, const Interface& b, Trap& trap);

// What hashes depend on: a map's seed, and a salt that makes NaNs (equal to nothing) spread out.
struct HashState {
  uint64_t seed;
  uint64_t salt;
};

// Sets `hash` and returns true, or returns false with UnhashableType raised. Equal values have equal hashes;
// +0 and -0 agree.
bool hashValue(const TypeInfo* type, const void* value, const HashState& state, uint64_t& hash, Trap& trap);

// The same hashes for the common key types.
uint64_t hashBytes(const void* bytes, size_t size, uint64_t seed);

inline uint64_t mixHash(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}
inline uint64_t hash64(uint64_t bits, uint64_t seed) {
  return mixHash(bits ^ 0x8bb84b93962eacc9u, seed ^ 0x2d358dccaa6c78a5u);
}

} // namespace gossamer
