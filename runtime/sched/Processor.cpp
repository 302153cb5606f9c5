#include "runtime/sched/Processor.h"

#include "runtime/base/Check.h"

#include <bit>
#include <new>

namespace gossamer {

Processor::~Processor() {
  for (SelectBlock* b : freeSelects_) {
    while (b) {
      SelectBlock* next = b->nextFree;
      ::operator delete(b);
      b = next;
    }
  }
}

SelectBlock* Processor::takeSelectBlock(uint32_t n) {
  unsigned k = n <= 1 ? 0 : static_cast<unsigned>(std::bit_width(n - 1));
  GOSSAMER_CHECK(k < kSelectClasses, "select with %u cases", n);
  SelectBlock* b = freeSelects_[k];
  if (b) {
    freeSelects_[k] = b->nextFree;
  } else {
    b = static_cast<SelectBlock*>(::operator new(sizeof(SelectBlock) + (sizeof(WaitNode) << k)));
    b->capacity = 1u << k;
  }
  b->count = n;
  return b;
}

void Processor::giveSelectBlock(SelectBlock* b) {
  SelectBlock*& head = freeSelects_[std::bit_width(b->capacity) - 1];
  b->nextFree = head;
  head = b;
}

} // namespace gossamer
