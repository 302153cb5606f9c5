// Frames in a goroutine's stack, and how to walk them.
//
// A frame is named by fp, the address of its slot 0. Three header slots lie below: the caller's fp, the
// caller's return pc (behind its call instruction), and the Closure* that was called, whose word 0 is the
// Function*. The bottom frame of a goroutine is a pseudo-frame with a null caller. Frames never move.
//
// While a goroutine does not run (and during any op that may allocate, park or panic) its innermost frame is
// given by Goroutine::fp, and Goroutine::pc is the *start of the instruction it is at*: the same pc serves maps
// and lines. How it goes on (at the instruction, behind it, or at a taken branch's target) is the
// interpreter's own note in the goroutine (Resume).
//
// Pseudo-frames (kPseudo): `goroutine bottom`, `panic` (see runtime/panic) and `chunk switch`, the first frame
// of every chunk but the first.
#pragma once

#include "runtime/base/Slot.h"
#include "vm/bytecode/Module.h"

namespace gossamer {

constexpr size_t kFrameHeaderSlots = 3;

inline Slot* callerFp(const Slot* fp) { return static_cast<Slot*>(fp[-3].p); }
inline const Word* returnPc(const Slot* fp) { return static_cast<const Word*>(fp[-2].p); }
inline Closure* frameClosure(const Slot* fp) { return static_cast<Closure*>(fp[-1].p); }
inline void setFrameHeader(Slot* fp, Slot* caller, const Word* returnTo, const Closure* closure) {
  fp[-3] = Slot::ofPointer(caller);
  fp[-2] = Slot::ofPointer(returnTo);
  fp[-1] = Slot::ofPointer(closure);
}
inline const Function* functionOf(const Closure* closure) {
  return *reinterpret_cast<const Function* const*>(closure);
}
inline const Function* frameFunction(const Slot* fp) { return functionOf(static_cast<const Closure*>(fp[-1].p)); }

/// Slots of the chunk pseudo-frame: the callee's window in the old chunk, the function called. The frame of the
/// call itself follows behind its header.
constexpr size_t kChunkFrameSlots = 2;
/// Slots of the panic pseudo-frame: its PanicRecord. A window for one call follows.
constexpr size_t kPanicFrameSlots = 1;

/// How a goroutine that does not run goes on.
enum class Resume : uint8_t {
  At,     ///< executes the instruction at pc
  After,  ///< goes on behind it: it parked, and its results have been delivered
  Branch, ///< the poll of a taken back-edge: goes on at the branch's target
};

/// A frame as a walk sees it: `pc` lies in the instruction the frame is at.
struct FrameView {
  Slot* fp;
  const Word* pc;
  const Function* function() const { return frameFunction(fp); }
  const SlotMap& map() const { return function()->mapAt(pc); }
};

/// Whether the program is told of a call. Of the machine's pseudo-frames only panics show, in forms of their own.
inline bool isShown(const Function& f) { return !(f.flags & (kHiddenFrame | kWrapper)); }

/// Visits frames from the innermost out:  for (FrameWalk w(fp, pc); w.valid(); w.next()) …w.frame()…
class FrameWalk {
public:
  FrameWalk(Slot* fp, const Word* pc) : frame_{fp, pc} {}
  bool valid() const { return frame_.fp; }
  const FrameView& frame() const { return frame_; }
  void next() {
    Slot* fp = frame_.fp;
    frame_ = {callerFp(fp), callerFp(fp) ? returnPc(fp) - 1 : nullptr};
  }

private:
  FrameView frame_;
};

} // namespace gossamer
