#include "stdlib/syscall/BlockingReads.h"

#include "runtime/sched/Park.h"
#include "runtime/sched/Worker.h"

#include <algorithm>
#include <cstring>
#include <thread>

namespace gossamer::stdlib {

const char BlockingReads::kKey = 0;

BlockingReads::BlockingReads(Vm& vm) : vm_(vm), state_(std::make_shared<State>()) {}

BlockingReads::~BlockingReads() {
  std::lock_guard lock(state_->mutex);
  state_->alive = false;
  state_->waiting.clear();
  state_->wake.notify_all();
}

Status BlockingReads::parkRead(NativeCall& call, int fd, Slice to) {
  auto job = std::make_unique<Job>(Job{fd, call.g, call.args, static_cast<char*>(to.ptr), {}, {}});
  job->bytes.resize(static_cast<size_t>(to.len));
  vm_.scheduler().beginHostWait();
  call.g->onResume = &BlockingReads::deliver;
  {
    std::lock_guard lock(state_->mutex);
    state_->waiting.push_back(std::move(job));
    if (state_->idle < state_->waiting.size())
      std::thread(&BlockingReads::serve, state_, this, std::ref(vm_.host())).detach();
    else
      state_->wake.notify_one();
  }
  return park(vm_.scheduler().worker(), WaitReason::IoWait);
}

void BlockingReads::serve(std::shared_ptr<State> state, BlockingReads* self, Host& host) {
  std::unique_lock lock(state->mutex);
  for (;;) {
    ++state->idle;
    state->wake.wait(lock, [&] { return !state->alive || !state->waiting.empty(); });
    --state->idle;
    if (!state->alive) return;
    std::unique_ptr<Job> job = std::move(state->waiting.front());
    state->waiting.pop_front();
    lock.unlock();
    job->result = host.read(job->fd, job->bytes.data(), job->bytes.size());
    lock.lock();
    if (!state->alive) return; // B1
    Goroutine* g = job->g;
    self->done_.push_back(std::move(job));
    self->vm_.scheduler().readyFromHost(g);
  }
}

bool BlockingReads::deliver(Worker& worker, Goroutine& g) {
  auto& self = worker.vm().extension<BlockingReads>();
  std::lock_guard lock(self.state_->mutex);
  auto it = std::find_if(self.done_.begin(), self.done_.end(), [&](const auto& job) { return job->g == &g; });
  Job& job = **it;
  std::memcpy(job.to, job.bytes.data(), static_cast<size_t>(job.result.value));
  job.results[0] = Slot::ofInt(job.result.value);
  job.results[1] = Slot::ofUint(static_cast<uint64_t>(job.result.error));
  self.done_.erase(it);
  return true;
}

} // namespace gossamer::stdlib
