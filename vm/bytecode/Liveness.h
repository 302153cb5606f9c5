// Slot maps without what is dead.
//
// Lowering's maps (Function::mapAt) describe every variable in scope. One that is not read again would keep
// its object alive: finalizers would not run, and memory would stay in use. LiveMaps finds by dataflow over
// the bytecode which slots are still read. The collector makes it when it first meets a frame of the
// function, so neither compiling nor running pays for it.
//
// What it must get right: a slot that is live at one safepoint is live at all that lead there without writing
// it, and slots that are read by address are live wherever lowering's map has them. So memory whose address
// is taken must be noted in Function::addressed; a function that takes the address of anything else keeps
// lowering's maps, as does one so large that the analysis would take long.
//
// Thread safety: made by the one thread of a collection; immutable then.
#pragma once

#include "vm/bytecode/Module.h"

namespace gossamer {

class LiveMaps {
public:
  explicit LiveMaps(const Function& function);
  LiveMaps(const LiveMaps&) = delete;
  LiveMaps& operator=(const LiveMaps&) = delete;

  /// As Function::mapAt; the function's own map where nothing is known.
  const SlotMap& mapAt(const Word* pc) const;

private:
  struct Entry {
    uint32_t pc;
    uint32_t map; ///< index in maps_
  };
  const Function& function_;
  std::vector<Entry> entries_; ///< of each safepoint, by pc
  std::vector<SlotMap> maps_;
};

/// Of the function's LiveMaps, which are made if need be.
const SlotMap& liveMapAt(const Function& function, const Word* pc);

} // namespace gossamer
