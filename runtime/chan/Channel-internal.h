// What Channel.cpp and Select.cpp share: the non-blocking halves of the operations, and moving elements.
#pragma once

#include "runtime/chan/Channel.h"
#include "runtime/heap/Barrier.h"
#include "runtime/sched/Vm.h"

namespace gossamer {

enum class ElemForm : uint8_t {
  Empty,  ///< no bytes
  Word,   ///< 8 bytes: one slot as it is
  Scalar, ///< fewer: one slot, extended when loaded
  Signed, ///< the same, sign-extended
  Bytes   ///< more: slots in memory form
};

inline void copySlots(Slot* to, const Slot* from, const Channel* c) {
  if (static_cast<ElemForm>(c->elemForm) == ElemForm::Bytes)
    std::memcpy(to, from, slotsFor(c->elemSize) * sizeof(Slot));
  else if (c->elemSize)
    *to = *from;
}

inline void clearSlots(Slot* to, const Channel* c) {
  std::memset(to, 0, slotsFor(c->elemSize) * sizeof(Slot));
}

/// Slots to a buffer cell.
inline void storeElem(void* cell, const Slot* from, const Channel* c) {
  if (c->elemSize == 0) return;
  if (c->elem->hasPointers()) beforeBulkStore(cell, c->elemSize, *c->elem->shape);
  std::memcpy(cell, from, c->elemSize);
}

/// A buffer cell to slots.
inline void loadElem(Slot* to, const void* cell, const Channel* c) {
  switch (static_cast<ElemForm>(c->elemForm)) {
  case ElemForm::Empty: return;
  case ElemForm::Word: std::memcpy(to, cell, 8); return;
  case ElemForm::Scalar: *to = loadCanonical(cell, c->elemSize, Extension::Zero); return;
  case ElemForm::Signed: *to = loadCanonical(cell, c->elemSize, Extension::Sign); return;
  case ElemForm::Bytes:
    to[slotsFor(c->elemSize) - 1] = Slot::zero(); // padding of the last slot
    std::memcpy(to, cell, c->elemSize);
    return;
  }
}

inline void* bufferCell(const Channel* c, uint64_t index) {
  return static_cast<char*>(c->buffer) + index * c->elemSize;
}

/// The first waiter that a value can be given to, still on the queue: nodes of selects that another case has
/// won are dropped.
inline WaitNode* firstWaiter(WaitQueue& queue) {
  while (WaitNode* n = queue.first) {
    if (!n->isSelect || !n->g->selectDecided) return n;
    queue.remove(n);
  }
  return nullptr;
}

/// Takes a waiter off its queue for good: a select is decided by this.
inline void claimWaiter(WaitQueue& queue, WaitNode* n) {
  queue.remove(n);
  if (n->isSelect) {
    n->g->selectDecided = 1;
    n->g->select->chosen = n->caseIndex;
  }
}

enum class Attempt : uint8_t { Done, Blocked, Closed };

/// Closed: a send on a closed channel.
Attempt attemptSend(Worker& worker, Channel* c, const Slot* value);
/// Never Closed: receiving from a closed channel is done.
Attempt attemptRecv(Worker& worker, Channel* c, Slot* dst, Slot* ok);
bool readyToSend(Channel* c);
bool readyToRecv(Channel* c);

/// Fills a node and puts it on the channel's queue.
void enqueueWaiter(Worker& worker, WaitNode& n, Goroutine* g, Channel* c, bool isSend, Slot* elem, Slot* ok);
/// Takes it off if it is there.
void dequeueWaiter(Worker& worker, WaitNode& n);

} // namespace gossamer
