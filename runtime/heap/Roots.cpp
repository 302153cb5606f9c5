#include "runtime/heap/Roots.h"

namespace gossamer {

HandleTable::Handle HandleTable::place(const Entry& entry) {
  if (!free_.empty()) {
    Handle handle = free_.back();
    free_.pop_back();
    entries_[handle] = entry;
    return handle;
  }
  entries_.push_back(entry);
  return static_cast<Handle>(entries_.size() - 1);
}

HandleTable::Handle HandleTable::add(const Interface& value) {
  return place({value, Use::Value});
}
HandleTable::Handle HandleTable::addPointer(void* pointer) {
  return place({{nullptr, Slot::ofPointer(pointer)}, Use::Pointer});
}

void HandleTable::remove(Handle handle) {
  entries_[handle] = {{nullptr, Slot::zero()}, Use::Free};
  free_.push_back(handle);
}

void HandleTable::visitRoots(RootVisitor& visitor) {
  for (const Entry& entry : entries_) {
    if (entry.use == Use::Value) visitor.visitInterface(entry.value);
    if (entry.use == Use::Pointer) visitor.visitPointer(entry.value.data.p);
  }
}

} // namespace gossamer
