#include "runtime/sched/Policy.h"

#include "runtime/base/Random.h"

namespace gossamer {

StreamPolicy::StreamPolicy(uint64_t seed) {
  SplitMix64 seeds(seed);
  for (uint64_t& s : state_) s = seeds.next();
}

uint64_t StreamPolicy::draw(Choice purpose) {
  uint64_t& state = state_[static_cast<size_t>(purpose)];
  SplitMix64 stream(state);
  // SplitMix64's state is a counter with a fixed step, so it can be kept outside the generator.
  state += 0x9e3779b97f4a7c15u;
  return stream.next();
}

uint32_t SeededPolicy::timeSlice() {
  // Mostly long slices, as gc's are, now and then one so short that it ends inside a few statements.
  uint64_t r = draw(Choice::Preemption);
  if ((r & 3) == 0) return 1 + static_cast<uint32_t>((r >> 32) % 200);
  return 1000 + static_cast<uint32_t>((r >> 32) % kTimeSlice);
}

} // namespace gossamer
