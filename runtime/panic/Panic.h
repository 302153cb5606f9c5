// Panics and deferred calls, as data: what a goroutine keeps about them, which Go value a Trap becomes, and the report of an
// unrecovered panic in gc's words. The unwinding itself is the executor's (vm/interp/Unwind).
//
// A goroutine's deferHead is its DeferRecords, newest first; a record belongs to the frame that executed the defer statement. Its
// panicHead is its PanicRecords, newest first. A PanicRecord lives from panic (or Goexit) until the panic is recovered, is overtaken by
// the recovery of a newer one in an older frame, or ends the program.
//
// Ownership: records are in C++ memory, made and freed by the executor; closures and values in them are roots it visits.
// Thread safety: as their goroutine. Nothing here parks.
#pragma once

#include "runtime/base/Trap.h"
#include "runtime/heap/AllocCache.h"
#include "runtime/type/TypeInfo.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer {

struct Closure;

struct DeferRecord {
  DeferRecord* next;
  Slot* fp; ///< the frame that deferred it
  Closure* closure;
};

struct PanicRecord {
  /// What the panic's pseudo-frame does when it gets control.
  enum class Phase : uint8_t {
    Deferring, ///< runs the next deferred call
    Printing,  ///< nothing recovered it: asks the values of the chain for their text
  };

  PanicRecord* next; ///< the older one
  Slot* fp;          ///< its pseudo-frame
  Interface value;
  TrapCode cause = TrapCode::None; ///< the error that the runtime raised
  Slot* deferring = nullptr;     ///< frame whose deferred call is running
  PanicRecord* asked = nullptr; ///< Printing: whose Error or String method is running
  Phase phase = Phase::Deferring;
  bool isGoexit = false;
  bool recovered = false;
  bool repanicked = false; ///< recovered, then raised again with the same value by `next`-er one
  bool hasText = false;
  std::string text;   ///< what Error or String returned
  std::string signal; ///< the line below, for errors that are signals in gc
};

/// The types of package runtime's errors, which are written in Go. Implemented by whoever loads packages.
class RuntimeTypes {
public:
  /// The type a panic's value has, by the carrier: boundsError, errorString, plainError, *TypeAssertionError, *PanicNilError. Null if
  /// there is none (a VM without package runtime): the panic then carries a string.
  ///
  /// The type (or what it points to) is a string, or a struct; its first field of kind string takes the whole text of Error().
  virtual const TypeInfo* errorType(TrapCarrier carrier) = 0;

protected:
  ~RuntimeTypes() = default;
};

/// The Go value of a trap whose carrier is not Fatal. Allocates (never collects).
Interface panicValue(AllocCache& alloc, RuntimeTypes* types, const TypeInfo* stringType, const Trap& trap);

/// The value as gc prints it behind "panic: " when it is neither an error nor a Stringer.
std::string describePanicValue(const Interface& value);

/// All lines "panic: …" of the chain, oldest first, with their signal line.
std::string describePanics(const PanicRecord* newest);

/// The print built-in's forms.
std::string printedFloat(double value);
std::string printedFloat32(float value);
std::string printedComplex(double re, double im);
std::string printedComplex64(float re, float im);

} // namespace gossamer
