#include "runtime/chan/Channel.h"

#include "runtime/chan/Channel-internal.h"

namespace gossamer {

namespace {

/// The shape of a channel's head: the buffer and the timer are pointers into the heap, waiters are not.
class ChannelShape final : public VmExtension {
public:
  static const char kKey;
  explicit ChannelShape(Vm& vm) {
    WordMapBuilder words(sizeof(Channel) / 8);
    words.set(offsetof(Channel, buffer) / 8, WordKind::Pointer);
    words.set(offsetof(Channel, timer) / 8, WordKind::Pointer);
    shape = vm.types().shapes().intern(words.map(), words.words());
  }
  const Shape* shape;
};
const char ChannelShape::kKey = 0;

ElemForm formOf(const TypeInfo* elem) {
  if (elem->size == 0) return ElemForm::Empty;
  if (elem->size == 8) return ElemForm::Word;
  if (elem->size > 8) return ElemForm::Bytes;
  return elem->extension() == Extension::Sign ? ElemForm::Signed : ElemForm::Scalar;
}

/// Gives a waiting receiver its value, which is in slots.
void handOver(Worker& worker, Channel* c, WaitNode* receiver, const Slot* value) {
  claimWaiter(c->recvq, receiver);
  Goroutine* g = receiver->g;
  if (receiver->elem) {
    copySlots(receiver->elem, value, c);
    g->delivered = receiver->elem; // S3
    g->deliveredType = c->elem;
  }
  if (receiver->ok) *receiver->ok = Slot::ofBool(true);
  receiver->success = 1;
  ready(worker, g);
}

void pushBuffer(Channel* c, const Slot* value) {
  storeElem(bufferCell(c, c->sendIndex), value, c);
  if (++c->sendIndex == c->capacity) c->sendIndex = 0;
  c->count++;
}

} // namespace

Status makeChannel(Worker& worker, const TypeInfo* chanType, int64_t n, Channel** out, Trap& trap) {
  const TypeInfo* elem = chanType->underlying->elem;
  if (n < 0 || (elem->size && static_cast<uint64_t>(n) > (kMaxAlloc - sizeof(Channel)) / elem->size)) {
    trap.raise(TrapCode::MakeChanSize);
    return Status::Panic;
  }
  AllocCache& alloc = worker.alloc();
  if (uint64_t bytes = static_cast<uint64_t>(n) * elem->size; bytes > kMaxSmallSize && !alloc.heap().permits(bytes)) {
    trap.raise(TrapCode::OutOfMemory);
    return Status::Panic;
  }
  auto* c =
      static_cast<Channel*>(alloc.newBlock(sizeof(Channel), worker.vm().extension<ChannelShape>().shape));
  c->capacity = static_cast<uint64_t>(n);
  c->elem = elem;
  c->elemSize = static_cast<uint32_t>(elem->size);
  c->elemForm = static_cast<uint8_t>(formOf(elem));
  if (n && elem->size) c->buffer = alloc.newArray(elem, static_cast<uint64_t>(n));
  *out = c;
  return Status::Ok;
}

// Readiness and the non-blocking halves.

bool readyToSend(Channel* c) {
  return c->closed || c->count < c->capacity || firstWaiter(c->recvq);
}

bool readyToRecv(Channel* c) {
  return c->count > 0 || c->closed || firstWaiter(c->sendq);
}

Attempt attemptSend(Worker& worker, Channel* c, const Slot* value) {
  if (c->closed) return Attempt::Closed;
  if (WaitNode* receiver = firstWaiter(c->recvq)) {
    handOver(worker, c, receiver, value);
    return Attempt::Done;
  }
  if (c->count == c->capacity) return Attempt::Blocked;
  pushBuffer(c, value);
  return Attempt::Done;
}

Attempt attemptRecv(Worker& worker, Channel* c, Slot* dst, Slot* ok) {
  if (c->count > 0) {
    void* cell = bufferCell(c, c->recvIndex);
    if (dst) loadElem(dst, cell, c);
    // Not to keep alive what the buffer no longer holds.
    if (c->elem->hasPointers()) clearValues(c->elem, cell, 1);
    if (++c->recvIndex == c->capacity) c->recvIndex = 0;
    c->count--;
    if (ok) *ok = Slot::ofBool(true);
    if (WaitNode* sender = firstWaiter(c->sendq)) { // its value takes the place just freed
      claimWaiter(c->sendq, sender);
      pushBuffer(c, sender->elem);
      sender->success = 1;
      ready(worker, sender->g);
    }
    return Attempt::Done;
  }
  if (WaitNode* sender = firstWaiter(c->sendq)) { // unbuffered
    claimWaiter(c->sendq, sender);
    if (dst) copySlots(dst, sender->elem, c);
    if (ok) *ok = Slot::ofBool(true);
    sender->success = 1;
    ready(worker, sender->g);
    return Attempt::Done;
  }
  if (!c->closed) return Attempt::Blocked;
  if (dst) clearSlots(dst, c);
  if (ok) *ok = Slot::ofBool(false);
  return Attempt::Done;
}

void enqueueWaiter(Worker& worker, WaitNode& n, Goroutine* g, Channel* c, bool isSend, Slot* elem, Slot* ok) {
  n.g = g;
  n.elem = elem;
  n.ok = ok;
  n.object = c;
  n.type = c->elem;
  n.isSend = isSend;
  n.success = 0;
  (isSend ? c->sendq : c->recvq).push(&n);
  if (c->timer && !c->timer->index) armChannelTimer(worker, c, c->timer);
}

void dequeueWaiter(Worker& worker, WaitNode& n) {
  auto* c = static_cast<Channel*>(n.object);
  (n.isSend ? c->sendq : c->recvq).remove(&n);
  if (c->timer && c->recvq.empty()) worker.p().timers.remove(c->timer);
}

// Operations.

Status send(Worker& worker, Channel* c, const Slot* value, Trap& trap) {
  if (!c) return park(worker, WaitReason::ChanSendNil);
  switch (attemptSend(worker, c, value)) {
  case Attempt::Done: return Status::Ok;
  case Attempt::Closed: trap.raise(TrapCode::SendOnClosed); return Status::Panic;
  case Attempt::Blocked: break;
  }
  Goroutine* g = worker.current();
  g->node.isSelect = 0;
  enqueueWaiter(worker, g->node, g, c, true, const_cast<Slot*>(value), nullptr);
  return park(worker, WaitReason::ChanSend);
}

Status recv(Worker& worker, Channel* c, Slot* dst, Slot* ok) {
  if (!c) return park(worker, WaitReason::ChanReceiveNil);
  if (c->timer) syncTimer(worker, c);
  if (attemptRecv(worker, c, dst, ok) == Attempt::Done) return Status::Ok;
  Goroutine* g = worker.current();
  g->node.isSelect = 0;
  enqueueWaiter(worker, g->node, g, c, false, dst, ok);
  return park(worker, WaitReason::ChanReceive);
}

Status trySend(Worker& worker, Channel* c, const Slot* value, bool& done, Trap& trap) {
  done = false;
  if (!c) return Status::Ok;
  Attempt a = attemptSend(worker, c, value);
  if (a == Attempt::Closed) {
    trap.raise(TrapCode::SendOnClosed);
    return Status::Panic;
  }
  done = a == Attempt::Done;
  return Status::Ok;
}

void tryRecv(Worker& worker, Channel* c, Slot* dst, Slot* ok, bool& done) {
  done = false;
  if (!c) return;
  if (c->timer) syncTimer(worker, c);
  done = attemptRecv(worker, c, dst, ok) == Attempt::Done;
}

Status close(Worker& worker, Channel* c, Trap& trap) {
  if (!c || c->closed) {
    trap.raise(c ? TrapCode::CloseOfClosed : TrapCode::CloseOfNil);
    return Status::Panic;
  }
  c->closed = 1;
  // All at the back of the queue, in the order they came: ready() would let the last one go first.
  auto wake = [&](WaitNode* n) {
    n->success = 0;
    n->g->status = GStatus::Runnable;
    worker.scheduler().enqueueLocal(worker, n->g);
  };
  while (WaitNode* n = firstWaiter(c->recvq)) {
    claimWaiter(c->recvq, n);
    if (n->elem) clearSlots(n->elem, c);
    if (n->ok) *n->ok = Slot::ofBool(false);
    wake(n);
  }
  while (WaitNode* n = firstWaiter(c->sendq)) {
    claimWaiter(c->sendq, n);
    n->g->wakeTrap = static_cast<uint8_t>(TrapCode::SendOnClosed);
    wake(n);
  }
  return Status::Ok;
}

int64_t channelLen(Worker& worker, Channel* c) {
  // A timer channel shows neither its value nor its room for one.
  return c && !c->timer ? static_cast<int64_t>(c->count) : 0;
}

int64_t channelCap(Worker& worker, Channel* c) {
  return c && !c->timer ? static_cast<int64_t>(c->capacity) : 0;
}

// Timer channels.

namespace {
/// Moves the timer on behind `now` and tells the time it was due.
GoTime expire(Worker& worker, Timer* t, int64_t now) {
  int64_t late = now - t->when;
  GoTime time = GoTime::of(worker.scheduler().clock().wall() - late, t->when, t->location);
  t->when = t->period > 0 ? t->when + t->period * (1 + late / t->period) : 0;
  return time;
}
} // namespace

/// The timer, off the heap, is due: gives its time to a waiter or into the buffer.
static void deliverTime(Worker& worker, Channel* c, int64_t now) {
  Timer* t = c->timer;
  GoTime time = expire(worker, t, now);
  auto* value = reinterpret_cast<const Slot*>(&time);
  if (WaitNode* receiver = firstWaiter(c->recvq))
    handOver(worker, c, receiver, value);
  else if (c->count == 0)
    pushBuffer(c, value);
  if (t->when && !c->recvq.empty()) worker.p().timers.add(t);
}

void armChannelTimer(Worker& worker, Channel* c, Timer* timer) {
  storePointer(&c->timer, timer);
  if (timer->when == 0 || c->recvq.empty()) return;
  worker.scheduler().fireChannelTimer = fireChannelTimer;
  worker.p().timers.add(timer);
}

void syncTimer(Worker& worker, Channel* c) {
  Timer* t = c->timer;
  if (!t->when) return;
  int64_t now = worker.scheduler().clock().now();
  if (t->when > now) return;
  worker.p().timers.remove(t);
  deliverTime(worker, c, now);
}

void fireChannelTimer(Worker& worker, Timer* t, int64_t now) {
  // Without a waiter it stays due, for the next operation on the channel to find.
  if (firstWaiter(t->channel->recvq)) deliverTime(worker, t->channel, now);
}

} // namespace gossamer
