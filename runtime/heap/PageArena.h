// PageArena: the heap's range of addresses and the pages in it.
//
// One reservation without memory behind it; pages are committed from its start upwards in slabs (with huge
// pages once the heap is not small any more), handed out as runs of pages, and kept in free ranges that merge
// when given back. Not thread-safe: the heap's mutex guards it.
#pragma once

#include "runtime/heap/SizeClasses.h"

#include <map>
#include <set>

namespace gossamer {

class PageArena {
public:
  // Reserves up to `reserveBytes`, less if the host refuses.
  explicit PageArena(uint64_t reserveBytes);
  ~PageArena();
  PageArena(const PageArena&) = delete;
  PageArena& operator=(const PageArena&) = delete;

  struct Pages {
    char* base = nullptr; // null if there is no memory
    bool zeroed = false;
  };
  Pages allocate(uint64_t pages);
  void free(char* base, uint64_t pages);

  // Gives free pages back to the system until at most `keepBytes` are idle.
  void release(uint64_t keepBytes);

  char* base() const { return base_; }
  uint64_t reservedPages() const { return reservedPages_; }
  uint64_t committedBytes() const { return (top_ - released_) * kPageSize; }
  uint64_t idleBytes() const { return (free_ - released_) * kPageSize; } // free but not given back
  uint64_t releasedBytes() const { return released_ * kPageSize; }

private:
  struct Range {
    uint64_t pages;
    bool zeroed;
    bool released;
  };
  using Ranges = std::map<uint64_t, Range>; // by first page

  Pages take(Ranges::iterator range, uint64_t pages);
  void insert(uint64_t first, Range range);
  void erase(Ranges::iterator range);
  bool commit(uint64_t pages);
  char* address(uint64_t page) const { return base_ + page * kPageSize; }

  char* base_ = nullptr;
  uint64_t reservedPages_ = 0;
  uint64_t top_ = 0;      // pages ever committed
  uint64_t huge_ = 0;     // pages of them that have been looked at for huge pages
  uint64_t free_ = 0;     // pages in free ranges
  uint64_t released_ = 0; // of these, without memory behind them
  Ranges ranges_;
  std::set<std::pair<uint64_t, uint64_t>> bySize_; // (pages, first page)
};

} // namespace gossamer
