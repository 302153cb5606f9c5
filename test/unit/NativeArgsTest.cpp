#include "stdlib/NativeArgs.h"

#include <gtest/gtest.h>

using namespace gossamer;
using namespace gossamer::stdlib;

namespace {

struct Pair {
  const char* data;
  int64_t length;
};

int64_t find(Pair s, uint8_t c) {
  for (int64_t i = 0; i < s.length; ++i)
    if (uint8_t(s.data[i]) == c) return i;
  return -1;
}
int8_t narrow(int64_t x) { return int8_t(x); }
uint8_t narrowUnsigned(int64_t x) { return uint8_t(x); }
float half(float x) { return x / 2; }
std::tuple<double, bool, Pair> several(double x, Pair s) { return {x * 2, x > 1, s}; }
void nothing(int64_t*) {}
Status failing(NativeCall& call, Results<int64_t, bool> results, int64_t x) {
  if (x < 0) return Status::Panic;
  results.set(x + 1, true);
  return Status::Ok;
}

// None of the natives here looks at the VM, so a call without one will do.
Status run(NativeFn fn, uint64_t* slots) {
  alignas(NativeCall) std::byte nothing[64] = {};
  NativeCall call{reinterpret_cast<Vm&>(nothing), nullptr, reinterpret_cast<AllocCache&>(nothing),
                  reinterpret_cast<Slot*>(slots)};
  return fn(call);
}

} // namespace

TEST(NativeArgs, ParametersFollowTheResult) {
  uint64_t slots[] = {0, uint64_t("hello"), 5, 'l'};
  EXPECT_EQ(run(leaf<find>, slots), Status::Ok);
  EXPECT_EQ(slots[0], 2u);
  slots[3] = 'z';
  run(leaf<find>, slots);
  EXPECT_EQ(int64_t(slots[0]), -1);
}

TEST(NativeArgs, SmallIntegersAreCanonical) {
  uint64_t slots[] = {~0ull, 0x1ff};
  run(leaf<narrow>, slots);
  EXPECT_EQ(int64_t(slots[0]), -1);
  run(leaf<narrowUnsigned>, slots);
  EXPECT_EQ(slots[0], 0xffu);
}

TEST(NativeArgs, Float32IsZeroExtended) {
  uint64_t slots[] = {~0ull, std::bit_cast<uint32_t>(3.0f)};
  run(leaf<half>, slots);
  EXPECT_EQ(slots[0], std::bit_cast<uint32_t>(1.5f));
}

TEST(NativeArgs, SeveralResults) {
  const char* text = "ab";
  uint64_t slots[] = {0, 0, 0, 0, std::bit_cast<uint64_t>(1.5), uint64_t(text), 2};
  run(leaf<several>, slots);
  EXPECT_EQ(std::bit_cast<double>(slots[0]), 3.0);
  EXPECT_EQ(slots[1], 1u);
  EXPECT_EQ(slots[2], uint64_t(text));
  EXPECT_EQ(slots[3], 2u);
}

TEST(NativeArgs, StatusLeavesWriteTheirResults) {
  uint64_t slots[] = {7, 7, 41};
  EXPECT_EQ(run(leaf<failing>, slots), Status::Ok);
  EXPECT_EQ(slots[0], 42u);
  EXPECT_EQ(slots[1], 1u);
  slots[2] = uint64_t(-1);
  EXPECT_EQ(run(leaf<failing>, slots), Status::Panic);
  EXPECT_EQ(slots[0], 42u);
}

TEST(NativeArgs, NoResultNoSlot) {
  uint64_t slots[] = {0};
  EXPECT_EQ(run(leaf<nothing>, slots), Status::Ok);
}
