#include "runtime/chan/Select.h"

#include "runtime/chan/Channel-internal.h"

namespace gossamer {

namespace {

bool isReady(const SelectCase& c) {
  return c.channel && (c.dir == SelectDir::Send ? readyToSend(c.channel) : readyToRecv(c.channel));
}

/// Runs before a goroutine whose select blocked goes on: leaves the other queues and reports the case.
bool finishSelect(Worker& worker, Goroutine& g) {
  SelectBlock* block = g.select;
  for (uint32_t i = 0; i < block->count; i++) dequeueWaiter(worker, block->nodes()[i]);
  if (block->indexDst) *block->indexDst = Slot::ofUint(block->chosen);
  g.select = nullptr;
  g.selectDecided = 0;
  worker.p().giveSelectBlock(block);
  return true;
}

/// Whether two cases wait in the same queue.
bool hasRivals(std::span<const SelectCase> cases) {
  constexpr size_t kFew = 8; // of more, it is not worth finding out
  if (cases.size() > kFew) return true;
  for (size_t i = 0; i < cases.size(); i++)
    for (size_t j = i + 1; j < cases.size(); j++)
      if (cases[i].channel && cases[i].channel == cases[j].channel && cases[i].dir == cases[j].dir) return true;
  return false;
}

} // namespace

Status select(Worker& worker, std::span<const SelectCase> cases, SelectDefault hasDefault, Slot* index,
              Slot* ok, Trap& trap) {
  uint32_t readyCount = 0, open = 0, last = 0;
  for (uint32_t i = 0; i < cases.size(); i++) {
    if (!cases[i].channel) continue;
    open++;
    if (cases[i].channel->timer) syncTimer(worker, cases[i].channel);
    if (!isReady(cases[i])) continue;
    readyCount++;
    last = i;
  }

  if (readyCount > 0) {
    uint32_t chosen = last;
    if (readyCount > 1) {
      uint32_t skip = worker.scheduler().policy().uniform(Choice::SelectCase, readyCount);
      for (chosen = 0; !isReady(cases[chosen]) || skip-- > 0; chosen++) {
      }
    }
    const SelectCase& c = cases[chosen];
    if (index) *index = Slot::ofUint(chosen);
    if (c.dir == SelectDir::Recv) {
      attemptRecv(worker, c.channel, c.elem, ok);
    } else if (attemptSend(worker, c.channel, c.elem) == Attempt::Closed) {
      trap.raise(TrapCode::SendOnClosed);
      return Status::Panic;
    }
    return Status::Ok;
  }

  if (hasDefault == SelectDefault::Present) {
    if (index) *index = Slot::ofInt(kSelectDefault);
    return Status::Ok;
  }
  if (cases.empty()) return park(worker, WaitReason::SelectNoCases);
  if (cases.size() == 1) { // as a plain operation, also for who reads a trace
    const SelectCase& c = cases[0];
    if (index) *index = Slot::zero();
    return c.dir == SelectDir::Send ? send(worker, c.channel, c.elem, trap)
                                    : recv(worker, c.channel, c.elem, ok);
  }
  if (open == 0) return park(worker, WaitReason::Select);

  Goroutine* g = worker.current();
  SelectBlock* block = worker.p().takeSelectBlock(open);
  block->indexDst = index;
  // Who comes to a queue takes its first: of two cases for one, either must have the chance.
  auto count = static_cast<uint32_t>(cases.size());
  uint32_t first = hasRivals(cases) ? worker.scheduler().policy().uniform(Choice::SelectCase, count) : 0;
  uint32_t used = 0;
  for (uint32_t k = 0; k < count; k++) {
    uint32_t i = (first + k) % count;
    if (!cases[i].channel) continue;
    WaitNode& n = block->nodes()[used++];
    n.isSelect = 1;
    n.caseIndex = i;
    bool isSend = cases[i].dir == SelectDir::Send;
    enqueueWaiter(worker, n, g, cases[i].channel, isSend, cases[i].elem, isSend ? nullptr : ok);
  }
  g->select = block;
  g->selectDecided = 0;
  g->onResume = finishSelect;
  return park(worker, WaitReason::Select);
}

} // namespace gossamer
