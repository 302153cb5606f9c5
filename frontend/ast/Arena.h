// A bump allocator for trees: objects are made, never freed one by one, and all go away with the arena.
// Whatever is put here must be trivially destructible, since no destructor runs.
//
// Memory comes from the system in blocks that grow with the arena, already backed by pages: first-touch page faults cost a
// compilation more than anything it does with the memory. From a few megabytes on, blocks are huge pages.
//
// Thread safety: none; an arena belongs to one compilation and is used under its lock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory> // uninitialized_value_construct_n
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gossamer {

class Arena {
public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&& other) noexcept
      : next_(std::exchange(other.next_, 0)), end_(std::exchange(other.end_, 0)),
        reserved_(std::exchange(other.reserved_, 0)), blocks_(std::move(other.blocks_)) {
    other.blocks_.clear();
  }
  ~Arena();

  void* allocate(size_t size, size_t align = alignof(void*)) {
    uintptr_t start = (next_ + align - 1) & ~(uintptr_t(align) - 1);
    if (start + size > end_) return allocateSlow(size, align);
    next_ = start + size;
    return reinterpret_cast<void*>(start);
  }

  template <typename T, typename... Args> T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  // Value-initialised.
  template <typename T> std::span<T> makeSpan(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    if (count == 0) return {};
    T* first = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }

  template <typename T> std::span<T> copy(const std::vector<T>& items) {
    std::span<T> out = makeSpan<T>(items.size());
    std::copy(items.begin(), items.end(), out.begin());
    return out;
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  size_t bytesReserved() const { return reserved_; }

private:
  void* allocateSlow(size_t size, size_t align);

  uintptr_t next_ = 0;
  uintptr_t end_ = 0;
  size_t reserved_ = 0;
  struct Block {
    void* base;
    size_t size;
  };
  std::vector<Block> blocks_;
};

} // namespace gossamer
