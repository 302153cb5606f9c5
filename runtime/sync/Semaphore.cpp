#include "runtime/sync/Semaphore.h"

namespace gossamer {

const char SemaphoreTable::kKey = 0;

namespace {
size_t hashOf(const void* address) {
  return reinterpret_cast<uintptr_t>(address) * 0x9e3779b97f4a7c15u >> 20;
}
} // namespace

SemaphoreTable::Entry* SemaphoreTable::find(const void* address) {
  Entry* e = buckets_[hashOf(address) % buckets_.size()];
  while (e && e->address != address) e = e->next;
  return e;
}

SemaphoreTable::Entry& SemaphoreTable::findOrMake(const void* address) {
  if (Entry* e = find(address)) return *e;
  if (count_ >= 2 * buckets_.size()) {
    std::vector<Entry*> larger(buckets_.size() * 4);
    for (Entry* e : buckets_) {
      while (e) {
        Entry* next = e->next;
        Entry*& head = larger[hashOf(e->address) % larger.size()];
        e->next = head;
        head = e;
        e = next;
      }
    }
    buckets_ = std::move(larger);
  }
  if (!free_) {
    constexpr size_t kBlock = 64;
    blocks_.push_back(std::make_unique<Entry[]>(kBlock));
    for (size_t i = 0; i < kBlock; i++) {
      blocks_.back()[i].next = free_;
      free_ = &blocks_.back()[i];
    }
  }
  Entry* e = free_;
  free_ = e->next;
  Entry*& head = buckets_[hashOf(address) % buckets_.size()];
  *e = {address, {nullptr, nullptr}, head};
  head = e;
  count_++;
  return *e;
}

void SemaphoreTable::dropIfEmpty(const void* address) {
  Entry** link = &buckets_[hashOf(address) % buckets_.size()];
  while (*link && (*link)->address != address) link = &(*link)->next;
  Entry* e = *link;
  if (!e || !e->queue.empty()) return;
  *link = e->next;
  e->next = free_;
  free_ = e;
  count_--;
}

Status SemaphoreTable::enqueue(Worker& worker, const void* address, uint32_t mark, WaitReason reason,
                               bool first) {
  Goroutine* g = worker.current();
  WaitNode& n = g->node;
  n = {};
  n.g = g;
  n.object = const_cast<void*>(address);
  n.caseIndex = mark;
  WaitQueue& queue = findOrMake(address).queue;
  first ? queue.pushFront(&n) : queue.push(&n);
  return park(worker, reason);
}

Status SemaphoreTable::wait(Worker& worker, const void* address, uint32_t mark, WaitReason reason) {
  return enqueue(worker, address, mark, reason, false);
}

Status SemaphoreTable::waitFirst(Worker& worker, const void* address, uint32_t mark, WaitReason reason) {
  return enqueue(worker, address, mark, reason, true);
}

WaitNode* SemaphoreTable::pop(const void* address) {
  Entry* e = find(address);
  if (!e) return nullptr;
  WaitNode* n = e->queue.pop();
  dropIfEmpty(address);
  return n;
}

WaitNode* SemaphoreTable::popMarked(const void* address, uint32_t mark) {
  Entry* e = find(address);
  if (!e) return nullptr;
  WaitNode* n = e->queue.first;
  while (n && n->caseIndex != mark) n = n->next;
  if (!n) return nullptr;
  e->queue.remove(n);
  dropIfEmpty(address);
  return n;
}

void SemaphoreTable::wake(Worker& worker, WaitNode* n) {
  n->g->status = GStatus::Runnable;
  worker.scheduler().enqueueLocal(worker, n->g);
}

} // namespace gossamer
