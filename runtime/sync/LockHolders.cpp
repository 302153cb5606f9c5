#include "runtime/sync/LockHolders.h"

#include <algorithm>

namespace gossamer {

const char LockHolders::kKey = 0;

void LockHolders::add(const void* lock, uint64_t goroutine, bool alone) {
  std::vector<uint64_t>& holders = holders_[lock];
  if (alone) holders.clear();
  holders.push_back(goroutine);
}

void LockHolders::remove(const void* lock, uint64_t goroutine) {
  auto it = holders_.find(lock);
  if (it == holders_.end()) return;
  std::vector<uint64_t>& holders = it->second;
  auto holder = std::find(holders.begin(), holders.end(), goroutine);
  holders.erase(holder == holders.end() ? holders.begin() : holder);
  if (holders.empty()) holders_.erase(it);
}

std::span<const uint64_t> LockHolders::of(const void* lock) const {
  auto it = holders_.find(lock);
  return it == holders_.end() ? std::span<const uint64_t>() : std::span<const uint64_t>(it->second);
}

} // namespace gossamer
