#include "runtime/type/Equality.h"

#include "runtime/base/Check.h"
#include "runtime/base/NativeStack.h"

#include <cstring>

namespace gossamer {
namespace {

template <class T> T load(const void* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

const char* bytesAt(const void* base, uint64_t offset) {
  return static_cast<const char*>(base) + offset;
}

struct StringBytes {
  const char* ptr;
  int64_t len;
};

Equal answer(bool equal) {
  return equal ? Equal::Yes : Equal::No;
}

Equal equalFields(const TypeInfo* type, const void* a, const void* b, Trap& trap) {
  for (const TypeField& field : type->fields) {
    if (field.name == "_") continue;
    Equal equal = equalValues(field.type, bytesAt(a, field.offset), bytesAt(b, field.offset), trap);
    if (equal != Equal::Yes) return equal;
  }
  return Equal::Yes;
}

Equal equalElements(const TypeInfo* type, const void* a, const void* b, Trap& trap) {
  for (uint64_t i = 0; i < type->length; ++i) {
    uint64_t offset = i * type->elem->size;
    Equal equal = equalValues(type->elem, bytesAt(a, offset), bytesAt(b, offset), trap);
    if (equal != Equal::Yes) return equal;
  }
  return Equal::Yes;
}

constexpr uint64_t kMix1 = 0x9fb21c651e98df25u;
constexpr uint64_t kMix2 = 0xa24baed4963ee407u;

// Equal floats hash equally (+0 and -0), a NaN hashes as the salt says.
template <class Float, class Bits> uint64_t hashFloat(const void* value, const HashState& state) {
  Float f = load<Float>(value);
  if (f == 0) return hash64(0, state.seed);
  if (f != f) return hash64(state.salt, state.seed ^ kMix1);
  return hash64(std::bit_cast<Bits>(f), state.seed);
}

bool hashInterface(const Interface& value, const HashState& state, uint64_t& hash, Trap& trap) {
  if (value.isNil()) return hash = hash64(0, state.seed), true;
  if (!value.type->isComparable()) return trap.raiseText(TrapCode::UnhashableType, value.type->string);
  if (nativeStackLow()) return trap.raise(TrapCode::StackOverflow);
  uint64_t inner;
  if (!hashValue(value.type, value.value(), state, inner, trap)) return false;
  hash = mixHash(inner ^ kMix2, value.type->id + kMix1);
  return true;
}

bool combine(const TypeInfo* type, const void* value, const HashState& state, uint64_t& hash, Trap& trap) {
  HashState chained = {hash, state.salt + 1};
  return hashValue(type, value, chained, hash, trap);
}

} // namespace

Equal equalInterfaces(const Interface& a, const Interface& b, Trap& trap) {
  if (a.type != b.type) return Equal::No;
  if (!a.type) return Equal::Yes;
  if (!a.type->isComparable()) {
    trap.raiseText(TrapCode::UncomparableType, a.type->string);
    return Equal::Trapped;
  }
  if (nativeStackLow()) {
    trap.raise(TrapCode::StackOverflow);
    return Equal::Trapped;
  }
  return equalValues(a.type, a.value(), b.value(), trap);
}

Equal equalValues(const TypeInfo* type, const void* a, const void* b, Trap& trap) {
  if (type->has(kTypePlainMemory)) return answer(type->size == 0 || std::memcmp(a, b, type->size) == 0);
  switch (type->kind) {
  case Kind::Float32: return answer(load<float>(a) == load<float>(b));
  case Kind::Float64: return answer(load<double>(a) == load<double>(b));
  case Kind::Complex64:
    return answer(load<float>(a) == load<float>(b) &&
                  load<float>(bytesAt(a, 4)) == load<float>(bytesAt(b, 4)));
  case Kind::Complex128:
    return answer(load<double>(a) == load<double>(b) &&
                  load<double>(bytesAt(a, 8)) == load<double>(bytesAt(b, 8)));
  case Kind::String: {
    auto x = load<StringBytes>(a), y = load<StringBytes>(b);
    return answer(x.len == y.len && (x.ptr == y.ptr || x.len == 0 ||
                                     std::memcmp(x.ptr, y.ptr, static_cast<size_t>(x.len)) == 0));
  }
  case Kind::Interface: return equalInterfaces(load<Interface>(a), load<Interface>(b), trap);
  default: break;
  }
  if (!type->isComparable()) {
    trap.raiseText(TrapCode::UncomparableType, type->string);
    return Equal::Trapped;
  }
  if (type->kind == Kind::Struct) return equalFields(type, a, b, trap);
  GOSSAMER_CHECK(type->kind == Kind::Array, "kind %d", static_cast<int>(type->kind));
  return equalElements(type, a, b, trap);
}

bool hashValue(const TypeInfo* type, const void* value, const HashState& state, uint64_t& hash, Trap& trap) {
  if (type->has(kTypePlainMemory)) {
    // 4 and 8 bytes agree with the maps' fast paths.
    if (type->size == 8) return hash = hash64(load<uint64_t>(value), state.seed), true;
    if (type->size == 4) return hash = hash64(load<uint32_t>(value), state.seed), true;
    return hash = hashBytes(value, type->size, state.seed), true;
  }
  switch (type->kind) {
  case Kind::Float32: return hash = hashFloat<float, uint32_t>(value, state), true;
  case Kind::Float64: return hash = hashFloat<double, uint64_t>(value, state), true;
  case Kind::Complex64:
    hash = hashFloat<float, uint32_t>(value, state);
    hash = hashFloat<float, uint32_t>(bytesAt(value, 4), {hash, state.salt});
    return true;
  case Kind::Complex128:
    hash = hashFloat<double, uint64_t>(value, state);
    hash = hashFloat<double, uint64_t>(bytesAt(value, 8), {hash, state.salt});
    return true;
  case Kind::String: {
    auto s = load<StringBytes>(value);
    return hash = hashBytes(s.ptr, static_cast<size_t>(s.len), state.seed), true;
  }
  case Kind::Interface: return hashInterface(load<Interface>(value), state, hash, trap);
  default: break;
  }
  if (!type->isComparable()) return trap.raiseText(TrapCode::UnhashableType, type->string);
  hash = state.seed ^ kMix2;
  if (type->kind == Kind::Struct) {
    for (const TypeField& field : type->fields)
      if (field.name != "_" && !combine(field.type, bytesAt(value, field.offset), state, hash, trap))
        return false;
    return true;
  }
  GOSSAMER_CHECK(type->kind == Kind::Array, "kind %d", static_cast<int>(type->kind));
  for (uint64_t i = 0; i < type->length; ++i)
    if (!combine(type->elem, bytesAt(value, i * type->elem->size), state, hash, trap)) return false;
  return true;
}

uint64_t hashBytes(const void* bytes, size_t size, uint64_t seed) {
  auto* at = static_cast<const char*>(bytes);
  uint64_t state = seed ^ kMix1;
  size_t left = size;
  while (left > 16) {
    state = mixHash(load<uint64_t>(at) ^ kMix2, load<uint64_t>(at + 8) ^ state);
    at += 16;
    left -= 16;
  }
  // The last 1 to 16 bytes as two words that may overlap.
  uint64_t low = 0, high = 0;
  if (left >= 8) {
    low = load<uint64_t>(at);
    high = load<uint64_t>(at + left - 8);
  } else if (left >= 4) {
    low = load<uint32_t>(at);
    high = load<uint32_t>(at + left - 4);
  } else if (left > 0) {
    low = static_cast<uint8_t>(at[0]) | uint64_t{static_cast<uint8_t>(at[left / 2])} << 8 |
          uint64_t{static_cast<uint8_t>(at[left - 1])} << 16;
  }
  state = mixHash(low ^ kMix2, high ^ state);
  return mixHash(state ^ kMix1, size ^ kMix2);
}

} // namespace gossamer
