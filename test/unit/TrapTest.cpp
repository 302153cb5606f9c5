#include "runtime/base/Trap.h"

#include "runtime/base/Slot.h"

#include <gtest/gtest.h>

namespace gossamer {
namespace {

std::string bounds(TrapCode code, int64_t a, int64_t b, bool isUnsigned = false) {
  Trap trap;
  trap.raiseBounds(code, a, b, isUnsigned);
  return errorText(trap);
}

TEST(Trap, BoundsErrorsReadAsGcs) {
  EXPECT_EQ(bounds(TrapCode::Index, 5, 3), "runtime error: index out of range [5] with length 3");
  EXPECT_EQ(bounds(TrapCode::Index, -1, 3), "runtime error: index out of range [-1]");
  EXPECT_EQ(bounds(TrapCode::Index, static_cast<int64_t>((uint64_t{1} << 63) + 5), 3, true),
            "runtime error: index out of range [9223372036854775813] with length 3");
  EXPECT_EQ(bounds(TrapCode::SliceHighCapacity, 9, 5),
            "runtime error: slice bounds out of range [:9] with capacity 5");
  EXPECT_EQ(bounds(TrapCode::SliceHighLength, -1, 5), "runtime error: slice bounds out of range [:-1]");
  EXPECT_EQ(bounds(TrapCode::SliceLow, 2, 1), "runtime error: slice bounds out of range [2:1]");
  EXPECT_EQ(bounds(TrapCode::SliceLow, -1, 1), "runtime error: slice bounds out of range [-1:]");
  EXPECT_EQ(bounds(TrapCode::Slice3High, 3, 2), "runtime error: slice bounds out of range [:3:2]");
  EXPECT_EQ(bounds(TrapCode::Slice3Low, -1, 2), "runtime error: slice bounds out of range [-1::]");
  EXPECT_EQ(bounds(TrapCode::SliceToArray, 2, 4),
            "runtime error: cannot convert slice with length 2 to array or pointer to array with length 4");
}

TEST(Trap, CarriersDecideThePrefix) {
  Trap trap;
  trap.raise(TrapCode::DivideByZero);
  EXPECT_EQ(errorText(trap), "runtime error: integer divide by zero");
  trap.raise(TrapCode::SendOnClosed);
  EXPECT_EQ(errorText(trap), "send on closed channel");
  EXPECT_EQ(carrierOf(TrapCode::SendOnClosed), TrapCarrier::PlainError);
  EXPECT_EQ(carrierOf(TrapCode::Deadlock), TrapCarrier::Fatal);
}

TEST(Trap, ACopyOwnsItsComposedText) {
  Trap copy;
  {
    Trap trap;
    trap.raiseComposed(TrapCode::String, std::string("sync: ") + "negative WaitGroup counter");
    copy = trap;
  }
  EXPECT_EQ(errorText(copy), "sync: negative WaitGroup counter");
}

TEST(Trap, OnlyNilDereferencesAreSignals) {
  Trap trap;
  trap.raise(TrapCode::NilDereference);
  EXPECT_EQ(signalLine(trap, 0x10), "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x10]");
  trap.raise(TrapCode::DivideByZero);
  EXPECT_EQ(signalLine(trap, 0x10), "");
}

TEST(Slot, CanonicalFormExtendsByTheKind) {
  int8_t minus = -3;
  EXPECT_EQ(loadCanonical(&minus, 1, Extension::Sign).i, -3);
  EXPECT_EQ(loadCanonical(&minus, 1, Extension::Zero).u, 253u);
  int32_t small = INT32_MIN;
  EXPECT_EQ(loadCanonical(&small, 4, Extension::Sign).i, INT32_MIN);
  uint64_t large = UINT64_MAX;
  EXPECT_EQ(loadCanonical(&large, 8, Extension::Sign).u, UINT64_MAX);
}

} // namespace
} // namespace gossamer
