// Under AddressSanitizer, cells that hold no object are poisoned, so that a dangling pointer is caught where
// it is used.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define GOSSAMER_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOSSAMER_ASAN 1
#endif
#if __has_feature(thread_sanitizer)
#define GOSSAMER_SANITIZED 1
#endif
#endif
#if defined(GOSSAMER_ASAN) || defined(__SANITIZE_THREAD__)
#define GOSSAMER_SANITIZED 1
#endif

#ifdef GOSSAMER_ASAN
extern "C" void __asan_poison_memory_region(void const volatile*, size_t);
extern "C" void __asan_unpoison_memory_region(void const volatile*, size_t);
#define GOSSAMER_NO_ASAN __attribute__((no_sanitize("address")))
#else
#define GOSSAMER_NO_ASAN
#endif

namespace gossamer {

#ifdef GOSSAMER_ASAN
inline constexpr bool kPoisoning = true;
inline void poisonMemory(const void* at, size_t size) {
  __asan_poison_memory_region(at, size);
}
inline void unpoisonMemory(const void* at, size_t size) {
  __asan_unpoison_memory_region(at, size);
}
#else
inline constexpr bool kPoisoning = false;
inline void poisonMemory(const void*, size_t) {}
inline void unpoisonMemory(const void*, size_t) {}
#endif

} // namespace gossamer
