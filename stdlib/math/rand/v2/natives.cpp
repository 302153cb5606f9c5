// Package math/rand/v2: the blocks of ChaCha8, and the VM's own source of chance.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/sched/Policy.h"
#include "runtime/sched/Vm.h"

#include <bit>

namespace gossamer::stdlib {
namespace {

void quarterRound(uint32_t& a, uint32_t& b, uint32_t& c, uint32_t& d) {
  a += b;
  d = std::rotl(d ^ a, 16);
  c += d;
  b = std::rotl(b ^ c, 12);
  a += b;
  d = std::rotl(d ^ a, 8);
  c += d;
  b = std::rotl(b ^ c, 7);
}

// Four blocks of ChaCha with 8 rounds, interleaved word by word; only the key is added at the end.
void chachaBlocks(const uint64_t* key, uint64_t* words, uint32_t block) {
  constexpr uint32_t kConstants[] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  for (uint32_t lane = 0; lane < 4; ++lane) {
    uint32_t s[16] = {};
    for (int i = 0; i < 4; ++i) s[i] = kConstants[i];
    for (int i = 0; i < 8; ++i) s[4 + i] = static_cast<uint32_t>(key[i / 2] >> (i % 2 * 32));
    s[12] = block + lane;
    for (int round = 0; round < 4; ++round) {
      for (int i = 0; i < 4; ++i) quarterRound(s[i], s[4 + i], s[8 + i], s[12 + i]);
      for (int i = 0; i < 4; ++i)
        quarterRound(s[i], s[4 + (i + 1) % 4], s[8 + (i + 2) % 4], s[12 + (i + 3) % 4]);
    }
    for (int i = 0; i < 8; ++i) s[4 + i] += static_cast<uint32_t>(key[i / 2] >> (i % 2 * 32));
    auto* out = reinterpret_cast<uint32_t*>(words);
    for (uint32_t i = 0; i < 16; ++i) out[4 * i + lane] = s[i];
  }
}

uint64_t drawUint64(NativeCall& call) {
  return call.vm.policy().draw(Choice::Program);
}

} // namespace

GOSSAMER_NATIVES(math_rand_v2, {"math/rand/v2.chachaBlocks", leaf<chachaBlocks>},
                 {"math/rand/v2.drawUint64", leaf<drawUint64>});

} // namespace gossamer::stdlib
