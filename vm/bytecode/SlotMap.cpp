#include "vm/bytecode/SlotMap.h"

namespace gossamer {

void SlotMap::enlarge(uint32_t entries) {
  auto* larger = new uint64_t[entries]();
  std::memcpy(larger, words(), wordMapEntries(slots_) * sizeof(uint64_t));
  if (entries_ > 1) delete[] words();
  entries_ = entries;
  bits_ = reinterpret_cast<uint64_t>(larger);
}

} // namespace gossamer
