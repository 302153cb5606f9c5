// Trap: a panic (or fatal error) that the runtime raises, before it has become a Go value.
//
// Operations that may panic return a Status or a bool and describe the panic in a Trap given by the caller;
// whoever runs the goroutine turns it into the Go value RuntimeErrors.def names and unwinds. A Trap is a
// plain value: texts in it point at memory that outlives the VM's types (type names) or at literals, or at
// `storage` for composed ones. Raising one neither allocates from the VM's heap nor parks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer {

enum class TrapCode : uint8_t {
  None,
#define GOSSAMER_RUNTIME_ERROR(code, carrier, text, negative) code,
#include "runtime/base/RuntimeErrors.def"
};

// The Go value a trap becomes. All but the last three are errors of package runtime that implement
// runtime.Error.
enum class TrapCarrier : uint8_t {
  BoundsError,        // runtime.boundsError; Error() begins with "runtime error: "
  ErrorString,        // runtime.errorString; Error() begins with "runtime error: "
  PlainError,         // runtime.plainError; Error() is the text alone
  TypeAssertionError, // *runtime.TypeAssertionError
  PanicNilError,      // *runtime.PanicNilError
  GoString,           // a plain Go string
  GoValue,            // Trap::value
  Fatal,              // no Go value: the VM ends
};

struct Trap {
  TrapCode code = TrapCode::None;
  bool aUnsigned = false; // {a} was a value of an unsigned type
  int64_t a = 0;
  int64_t b = 0;
  std::string_view text[4];
  void* value[2] = {nullptr, nullptr}; // for TrapCode::Value; visit them as roots if a collection may happen
  std::string storage;

  bool raised() const { return code != TrapCode::None; }

  // Each sets the trap and returns false, so that a failing operation may `return trap.raise(…)`.
  bool raise(TrapCode c) {
    code = c;
    return false;
  }
  bool raiseBounds(TrapCode c, int64_t index, int64_t bound, bool indexUnsigned = false) {
    code = c;
    a = index;
    b = bound;
    aUnsigned = indexUnsigned;
    return false;
  }
  bool raiseText(TrapCode c, std::string_view lasting) {
    code = c;
    text[0] = lasting;
    return false;
  }
  bool raiseComposed(TrapCode c, std::string composed) {
    storage = std::move(composed);
    return raiseText(c, storage);
  }

  Trap() = default;
  Trap(const Trap& other) { *this = other; }
  Trap& operator=(const Trap& other);
};

TrapCarrier carrierOf(TrapCode code);
const char* nameOf(TrapCode code);

// What the panic's Error() returns (for GoString the string, for Fatal what follows "fatal error: ").
std::string errorText(const Trap& trap);

// The extra line gc prints below "panic: …" when the trap stands for a signal (nil dereference), without the
// newline; empty for the other codes. Address and pc are ours to choose; gc's tests look at neither.
std::string signalLine(const Trap& trap, uint64_t pc);

} // namespace gossamer
