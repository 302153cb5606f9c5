// SplitMix64: a small generator for whoever needs a stream of numbers from one seed (hash seeds in tests,
// benchmarks). The runtime's own random choices do not come from here but from the VM's policy.
#pragma once

#include <cstdint>

namespace gossamer {

class SplitMix64 {
public:
  explicit SplitMix64(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

private:
  uint64_t state_;
};

} // namespace gossamer
