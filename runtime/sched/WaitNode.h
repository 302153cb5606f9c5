// The link by which a goroutine waits in a queue, and the FIFO queue of such links.
//
// A node is embedded in its Goroutine (or, for a select, borrowed from the processor's cache), so blocking
// allocates nothing. A node is on at most one queue. The waker takes the node off, fills `ok` and the slots
// at `elem`, and readies the G.
//
// Thread safety: a queue and the nodes on it belong to the lock of the object that owns the queue.
#pragma once

#include "runtime/base/Slot.h"

#include <cstdint>

namespace gossamer {

struct Goroutine;
struct TypeInfo;

struct WaitNode {
  WaitNode* next;
  WaitNode* previous;
  Goroutine* g;
  Slot* elem;           ///< slots: value to send, or where a received value goes (null: dropped)
  Slot* ok;             ///< receive: slot for the "ok" result, or null. Woken by a hand-off 1, by close 0
  void* object;         ///< what is waited on: Channel*, semaphore address
  const TypeInfo* type; ///< of the value at elem; null if there is none
  uint32_t caseIndex;   ///< select: index of the case; semaphore: reader or writer mark
  uint8_t isSelect;
  uint8_t isSend;
  uint8_t isQueued;
  uint8_t success; ///< woken by a value or a grant (1) or by close (0)
};
static_assert(sizeof(WaitNode) == 64);

/// Doubly linked FIFO; zero bytes are an empty queue.
struct WaitQueue {
  WaitNode* first;
  WaitNode* last;

  bool empty() const { return !first; }

  void push(WaitNode* n) {
    n->next = nullptr;
    n->previous = last;
    (last ? last->next : first) = n;
    last = n;
    n->isQueued = 1;
  }

  void pushFront(WaitNode* n) {
    n->previous = nullptr;
    n->next = first;
    (first ? first->previous : last) = n;
    first = n;
    n->isQueued = 1;
  }

  void remove(WaitNode* n) {
    if (!n->isQueued) return;
    (n->previous ? n->previous->next : first) = n->next;
    (n->next ? n->next->previous : last) = n->previous;
    n->next = n->previous = nullptr;
    n->isQueued = 0;
  }

  WaitNode* pop() {
    WaitNode* n = first;
    if (n) remove(n);
    return n;
  }
};

} // namespace gossamer
