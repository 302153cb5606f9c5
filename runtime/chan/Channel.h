// Channels.
//
// A channel is an object of the Go heap; its buffer another, allocated with the element type's shape. Values
// go as slots: `value` and `dst` are slots of a frame (or of native memory that stays put), slotsFor(elem
// size) of them, scalars in canonical form. A value handed from one goroutine to a waiting one is copied from
// slots to slots and never touches the buffer.
//
// Invariants (with the channel's lock, or with one worker between any two operations)
//   C1 of recvq and sendq at most one is non-empty, except that one goroutine's select may be in both;
//   C2 count > 0 implies recvq is empty, count < capacity implies sendq is empty (timer channels aside: they
//   are filled late); C3 a closed channel has no waiters.
//
// Operations return Ok (done), Park (the goroutine is on the queue; its destination will be written before it
// goes on) or Panic (the `trap` says which). A nil channel blocks for ever. None allocates in the Go heap.
//
// A receiver's destination need not be in the slot map of its instruction, see rule S3 in Scheduler.h. A
// sender that parks keeps its operand slots unchanged until it goes on.
#pragma once

#include "runtime/base/Native.h"
#include "runtime/base/Slot.h"
#include "runtime/sched/WaitNode.h"

#include <cstddef>
#include <cstdint>

namespace gossamer {

struct Timer;
struct TypeInfo;
class Worker;

struct Channel {
  uint64_t count; ///< elements in the buffer
  uint64_t capacity;
  void* buffer; ///< capacity elements in memory form; null if there are no bytes to keep
  uint64_t sendIndex;
  uint64_t recvIndex;
  const TypeInfo* elem;
  Timer* timer; ///< set on the channels of package time
  uint32_t elemSize;
  uint8_t elemSlots8; ///< slotsFor(elemSize) if below 255, else 255
  uint8_t elemForm;   ///< ElemForm
  uint8_t closed;
  uint8_t locked; ///< the channel's lock, used with several workers
  WaitQueue recvq;
  WaitQueue sendq;
};
static_assert(sizeof(Channel) == 96);

/// make(chan T, n): `chanType` is the channel's type. Panics "makechan: size out of range".
Status makeChannel(Worker& worker, const TypeInfo* chanType, int64_t n, Channel** out, Trap& trap);

/// Blocking operations of the current goroutine. `ok` and `dst` may be null.
Status send(Worker& worker, Channel* c, const Slot* value, Trap& trap);
Status recv(Worker& worker, Channel* c, Slot* dst, Slot* ok);
Status close(Worker& worker, Channel* c, Trap& trap);

/// The same, not blocking: select with a default, reflect's TrySend and TryRecv. `done` says whether it took
/// place (for recv also on a closed channel, with *ok 0).
Status trySend(Worker& worker, Channel* c, const Slot* value, bool& done, Trap& trap);
void tryRecv(Worker& worker, Channel* c, Slot* dst, Slot* ok, bool& done);

int64_t channelLen(Worker& worker, Channel* c);
int64_t channelCap(Worker& worker, Channel* c);

/// Brings a timer channel up to date: puts in the value that is due. Called by every operation on a channel
/// with a timer.
void syncTimer(Worker& worker, Channel* c);

/// Makes the channel, which has room for one, that of the timer, whose deadline has been set; the timer goes
/// into the heap if somebody waits.
void armChannelTimer(Worker& worker, Channel* c, Timer* timer);

/// What the scheduler calls when a channel timer in the heap fires: hands the time to a waiter, or leaves it
/// to syncTimer.
void fireChannelTimer(Worker& worker, Timer* timer, int64_t now);

} // namespace gossamer
