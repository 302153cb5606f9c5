#include "runtime/sched/Vm.h"

#include "gossamer/Host.h"

namespace gossamer {

namespace {
std::unique_ptr<Clock> makeClock(Host& host, const VmOptions& options) {
  if (options.virtualTime) return std::make_unique<VirtualClock>(host.wallNanos());
  return std::make_unique<RealClock>(host);
}

std::unique_ptr<Policy> makePolicy(Host& host, const VmOptions& options) {
  if (options.seed) return std::make_unique<SeededPolicy>(*options.seed);
  uint64_t entropy = 0;
  host.entropy(&entropy, sizeof entropy);
  return std::make_unique<RandomPolicy>(entropy);
}

HeapOptions heapOptions(const VmOptions& options) {
  HeapOptions result;
  result.limitBytes = options.memoryLimit;
  result.stressEvery = options.collectEvery;
  return result;
}
} // namespace

Vm::Vm(Host& host, const VmOptions& options)
    : options_(options), host_(host), clock_(makeClock(host, options)), policy_(makePolicy(host, options)),
      types_(std::make_unique<TypeTable>()), heap_(std::make_unique<Heap>(*types_, heapOptions(options))),
      scheduler_(std::make_unique<Scheduler>(*this, *clock_, *policy_)) {
  heap_->addRoots(this);
}

Vm::~Vm() {
  extensions_.clear();
  heap_->removeRoots(this);
}

void Vm::visitRoots(RootVisitor& visitor) {
  for (Extension& e : extensions_) e.object->visitRoots(visitor);
}

void Vm::reportCrash(std::string_view text) {
  host_.flush();
  host_.write(2, text.data(), text.size());
  if (crashOutput_ >= 0) host_.write(crashOutput_, text.data(), text.size());
}

} // namespace gossamer
