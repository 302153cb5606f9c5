#include "stdlib/syscall/BlockingCalls.h"

#include "runtime/sched/Park.h"
#include "runtime/sched/Worker.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <thread>

namespace gossamer::stdlib {

const char BlockingCalls::kKey = 0;

BlockingCalls::BlockingCalls(Vm& vm) : vm_(vm), state_(std::make_shared<State>()) {}

BlockingCalls::~BlockingCalls() {
  std::lock_guard lock(state_->mutex);
  state_->alive = false;
  state_->waiting.clear();
  state_->wake.notify_all();
}

Status BlockingCalls::park(NativeCall& call, Work work, std::vector<char> bytes, void* to) {
  auto job = std::make_unique<Job>(Job{std::move(work), call.g, call.args, to, std::move(bytes), {}});
  vm_.scheduler().beginHostWait();
  call.g->onResume = &BlockingCalls::deliver;
  {
    std::lock_guard lock(state_->mutex);
    state_->waiting.push_back(std::move(job));
    if (state_->idle < state_->waiting.size())
      std::thread(&BlockingCalls::serve, state_, this, std::ref(vm_.host())).detach();
    else
      state_->wake.notify_one();
  }
  return gossamer::park(vm_.scheduler().worker(), WaitReason::IoWait);
}

void BlockingCalls::serve(std::shared_ptr<State> state, BlockingCalls* self, Host& host) {
  sigset_t pipes;
  sigemptyset(&pipes);
  sigaddset(&pipes, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
  std::unique_lock lock(state->mutex);
  for (;;) {
    ++state->idle;
    state->wake.wait(lock, [&] { return !state->alive || !state->waiting.empty(); });
    --state->idle;
    if (!state->alive) return;
    std::unique_ptr<Job> job = std::move(state->waiting.front());
    state->waiting.pop_front();
    lock.unlock();
    job->result = job->work(host, job->bytes);
    lock.lock();
    if (!state->alive) return; // B1
    Goroutine* g = job->g;
    self->done_.push_back(std::move(job));
    self->vm_.scheduler().readyFromHost(g);
  }
}

bool BlockingCalls::deliver(Worker& worker, Goroutine& g) {
  auto& self = worker.vm().extension<BlockingCalls>();
  std::lock_guard lock(self.state_->mutex);
  auto it = std::find_if(self.done_.begin(), self.done_.end(), [&](const auto& job) { return job->g == &g; });
  Job& job = **it;
  if (!job.bytes.empty()) std::memcpy(job.to, job.bytes.data(), job.bytes.size());
  job.results[0] = Slot::ofInt(job.result.value);
  job.results[1] = Slot::ofUint(static_cast<uint64_t>(job.result.error));
  self.done_.erase(it);
  return true;
}

} // namespace gossamer::stdlib
