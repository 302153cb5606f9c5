#include "frontend/sema/Object.h"

#include <algorithm>

namespace gossamer::sema {

namespace {
constexpr uint32_t kLinear = 8;
} // namespace

std::string_view builtinName(BuiltinId id) {
  switch (id) {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind)                                                  \
  case BuiltinId::Id: return name;
#include "frontend/sema/Builtins.def"
  }
  return {};
}

Object* Scope::lookup(Symbol name) const {
  if (tableSize == 0) {
    for (uint32_t i = count; i-- > 0;)
      if (objects[i]->name == name) return objects[i];
    return nullptr;
  }
  for (uint32_t h = name.hash();; h++) {
    uint32_t at = table[h & (tableSize - 1)];
    if (at == 0) return nullptr;
    if (objects[at - 1]->name == name) return objects[at - 1];
  }
}

void Scope::remove(Object* o) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    if (objects[i] != o) objects[kept++] = objects[i];
  if (kept == count) return;
  count = kept;
  if (tableSize == 0) return;
  std::fill(table, table + tableSize, 0);
  for (uint32_t i = 0; i < count; i++) place(i);
}

void Scope::restore(Arena& arena, std::span<Object* const> wanted) {
  count = 0;
  std::fill(table, table + tableSize, 0);
  for (Object* o : wanted) insert(arena, o, true);
}

// Later objects of a name take over its entry.
void Scope::place(uint32_t index) {
  uint32_t h = objects[index]->name.hash();
  while (table[h & (tableSize - 1)] != 0 && objects[table[h & (tableSize - 1)] - 1]->name != objects[index]->name) h++;
  table[h & (tableSize - 1)] = index + 1;
}

Object* Scope::insert(Arena& arena, Object* o, bool shadow) {
  Object* old = lookup(o->name);
  if (old && !shadow) return old;
  if (count == capacity) {
    uint32_t grown = capacity == 0 ? 4 : capacity * 2;
    auto fresh = arena.makeSpan<Object*>(grown);
    std::copy(objects, objects + count, fresh.data());
    objects = fresh.data();
    capacity = grown;
  }
  objects[count++] = o;
  if (count > kLinear && count * 2 > tableSize) {
    tableSize = tableSize == 0 ? 32 : tableSize * 2;
    table = arena.makeSpan<uint32_t>(tableSize).data();
    for (uint32_t i = 0; i < count; i++) place(i);
  } else if (tableSize != 0) {
    place(count - 1);
  }
  return old;
}

} // namespace gossamer::sema
