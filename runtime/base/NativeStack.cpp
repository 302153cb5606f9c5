#include "runtime/base/NativeStack.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <pthread.h>

namespace gossamer {
namespace {

/// The address below which a frame of this thread is too deep. 0, so that nothing is, if the system does not tell.
uintptr_t lowMark() {
  constexpr size_t kMostKept = 2 << 20;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  void* bottom = nullptr;
  size_t size = 0;
  bool known = pthread_attr_getstack(&attributes, &bottom, &size) == 0;
  pthread_attr_destroy(&attributes);
  return known ? reinterpret_cast<uintptr_t>(bottom) + std::min(size / 4, kMostKept) : 0;
}

} // namespace

bool nativeStackLow() {
  static thread_local const uintptr_t mark = lowMark();
  // The frame's own address: AddressSanitizer may keep a local variable elsewhere.
  return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < mark;
}

} // namespace gossamer
