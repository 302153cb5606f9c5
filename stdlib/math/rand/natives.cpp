// Package math/rand: the additive generator, and the VM's own source of chance.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/sched/Policy.h"
#include "runtime/sched/Vm.h"

namespace gossamer::stdlib {
namespace {

#include "stdlib/math/rand/Cooked.inc"

constexpr int64_t kStateLen = 607;

// rand.additive.
struct Additive {
  int64_t tap, feed;
  uint64_t state[kStateLen];
};

uint64_t next(Additive* s) {
  if (--s->tap < 0) s->tap += kStateLen;
  if (--s->feed < 0) s->feed += kStateLen;
  return s->state[s->feed] += s->state[s->tap];
}

// The minimal standard generator with multiplier 48271 stretches the seed.
uint64_t stretch(uint64_t& x) {
  x = x * 48271 % 0x7FFFFFFF;
  return x;
}

void mixSeed(int64_t seed, uint64_t* state) {
  constexpr int64_t kModulus = 0x7FFFFFFF;
  seed %= kModulus;
  if (seed < 0) seed += kModulus;
  if (seed == 0) seed = 89482311;
  auto x = static_cast<uint64_t>(seed);
  for (int i = 0; i < 20; ++i) stretch(x);
  for (int64_t i = 0; i < kStateLen; ++i) {
    uint64_t word = stretch(x) << 40;
    word ^= stretch(x) << 20;
    word ^= stretch(x);
    state[i] = word ^ kCooked[i];
  }
}

uint64_t randomUint64(NativeCall& call) {
  return call.vm.policy().draw(Choice::Program);
}

} // namespace

GOSSAMER_NATIVES(math_rand, {"math/rand.(*additive).Uint64", leaf<next>},
                 {"math/rand.mixSeed", leaf<mixSeed>}, {"math/rand.randomUint64", leaf<randomUint64>});

} // namespace gossamer::stdlib
