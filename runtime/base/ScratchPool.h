// Objects that are needed again and again for a short while and whose memory is worth keeping: vectors of a
// compilation.
//
//   ScratchPool<Buffers> pool;
//   ScratchPool<Buffers>::Lease buffers(pool);   // a used one, cleared, or a new one
//   buffers->code.push_back(…);                  // given back at the end of the block
//
// T has clear(), which keeps the memory. Leases may nest; the pool must outlive them. Not thread-safe.
#pragma once

#include <memory>
#include <vector>

namespace gossamer {

template <class T> class ScratchPool {
public:
  ScratchPool() = default;
  ScratchPool(const ScratchPool&) = delete;
  ScratchPool& operator=(const ScratchPool&) = delete;

  class Lease {
  public:
    explicit Lease(ScratchPool& pool) : pool_(pool) {
      if (pool.spare_.empty()) {
        object_ = std::make_unique<T>();
      } else {
        object_ = std::move(pool.spare_.back());
        pool.spare_.pop_back();
      }
    }
    ~Lease() {
      object_->clear();
      pool_.spare_.push_back(std::move(object_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    T& operator*() const { return *object_; }
    T* operator->() const { return object_.get(); }

  private:
    ScratchPool& pool_;
    std::unique_ptr<T> object_;
  };

private:
  std::vector<std::unique_ptr<T>> spare_;
};

} // namespace gossamer
