// Package weak: cells that hold addresses without keeping alive what is there.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/heap/AllocCache.h"
#include "runtime/heap/Heap.h"
#include "runtime/sched/Vm.h"

#include <unordered_map>

namespace gossamer::stdlib {
namespace {

// The cells of a VM by address. A cell is a word that the collector does not look into; a collection clears
// those whose target it has not reached, and forgets them, as well as those that have not been reached
// themselves.
class WeakCells final : public VmExtension, public CollectionListener {
public:
  static const char kKey;
  explicit WeakCells(Vm& vm) : heap_(vm.heap()) { heap_.addListener(this); }
  ~WeakCells() override { heap_.removeListener(this); }

  void** cellOf(NativeCall& call, void* address) {
    void**& cell = cells_[address];
    if (!cell) {
      cell = static_cast<void**>(call.alloc.newBytes(sizeof(void*)));
      *cell = address;
    }
    return cell;
  }

  void afterMark() override {
    std::erase_if(cells_, [this](auto& entry) {
      if (!heap_.isMarked(entry.second)) return true;
      if (heap_.isMarked(entry.first)) return false;
      *entry.second = nullptr;
      return true;
    });
  }

private:
  Heap& heap_;
  std::unordered_map<void*, void**> cells_;
};

const char WeakCells::kKey = 0;

void* cellOf(NativeCall& call, void* address) {
  return call.vm.extension<WeakCells>().cellOf(call, address);
}

} // namespace

GOSSAMER_NATIVES(weak, {"weak.cellOf", leaf<cellOf>});

} // namespace gossamer::stdlib
