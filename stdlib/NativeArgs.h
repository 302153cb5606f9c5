// How natives see Go values: C++ types that mirror slots, and `leaf`, which makes a native of a plain C++ function.
//
//     static int64_t indexByte(String s, uint8_t c) { … }        // func IndexByte(s string, c byte) int
//     … {"strings.IndexByte", leaf<indexByte>} …
//
// `leaf<f>` reads f's parameters from the callee's slots in the order of the Go declaration (receiver first), calls f,
// and writes what it returns: nothing, one value, or a std::tuple for several results. A first parameter of type
// NativeCall& is not a Go parameter: it gives access to the VM, and lets f fail: such an f may return Status and then
// writes its results itself:
//
//     static Status clone(NativeCall& call, Results<String> out, String s) { …; out.set(copy); return Status::Ok; }
//
// Results<T…> names the Go results; its place in the list is before the Go parameters.
//
// A struct or array parameter is read as a C++ struct of the same layout (it takes sizeof/8 slots, rounded up).
// Scalars are converted to and from canonical form (design.md, "Slots, frames, calls").
//
// Nothing here allocates or parks.
#pragma once

#include "runtime/base/Native.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

namespace gossamer::stdlib {

template <typename T> constexpr unsigned kSlotsOf = unsigned((sizeof(T) + 7) / 8);

/// The value of type T that starts at a slot.
template <typename T> T readSlot(const Slot* slot) {
  if constexpr (std::is_same_v<T, bool>) {
    return slot->u != 0;
  } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    return static_cast<T>(slot->u);
  } else {
    static_assert(std::is_trivially_copyable_v<T>);
    T value;
    std::memcpy(&value, static_cast<const void*>(slot), sizeof(T));
    return value;
  }
}

/// Writes a value in canonical form at a slot.
template <typename T> void writeSlot(Slot* slot, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    slot->u = value;
  } else if constexpr (std::is_enum_v<T>) {
    writeSlot(slot, std::underlying_type_t<T>(value));
  } else if constexpr (std::is_integral_v<T>) {
    slot->u = std::is_signed_v<T> ? uint64_t(int64_t(value)) : uint64_t(value);
  } else {
    static_assert(std::is_trivially_copyable_v<T>);
    if constexpr (sizeof(T) % 8 != 0) slot[sizeof(T) / 8].u = 0; // the padding is zero: float32 and small structs
    std::memcpy(static_cast<void*>(slot), &value, sizeof(T));
  }
}

/// The result slots of a native that returns Status.
template <typename... T> class Results {
public:
  static constexpr unsigned kSlots = (0u + ... + kSlotsOf<T>);
  explicit Results(Slot* slots) : slots_(slots) {}
  void set(const T&... values) {
    Slot* slot = slots_;
    ((writeSlot(slot, values), slot += kSlotsOf<T>), ...);
  }

private:
  Slot* slots_;
};

namespace detail {

template <typename T> struct ResultSlots { static constexpr unsigned value = kSlotsOf<T>; };
template <> struct ResultSlots<void> { static constexpr unsigned value = 0; };
template <typename... T> struct ResultSlots<std::tuple<T...>> {
  static constexpr unsigned value = Results<T...>::kSlots;
};

template <typename T> void writeResult(Slot* slots, const T& value) { writeSlot(slots, value); }
template <typename... T> void writeResult(Slot* slots, const std::tuple<T...>& values) {
  std::apply([&](const T&... v) { Results<T...>(slots).set(v...); }, values);
}

/// Reads the parameters, left to right, from the slot after the results.
template <typename... P> std::tuple<P...> readParameters(const Slot* slot) {
  auto next = [&slot]<typename T>(std::type_identity<T>) {
    T value = readSlot<T>(slot);
    slot += kSlotsOf<T>;
    return value;
  };
  return std::tuple<P...>{next(std::type_identity<P>{})...}; // a braced list is evaluated in order
}

template <typename F> struct Leaf;

template <typename R, typename... P> struct Leaf<R (*)(P...)> {
  template <auto f> static Status call(NativeCall& call) {
    Slot* slots = call.args;
    auto parameters = readParameters<std::remove_cvref_t<P>...>(slots + ResultSlots<R>::value);
    if constexpr (std::is_void_v<R>)
      std::apply(f, parameters);
    else
      writeResult(slots, std::apply(f, parameters));
    return Status::Ok;
  }
};

template <typename R, typename... P> struct Leaf<R (*)(NativeCall&, P...)> {
  template <auto f> static Status call(NativeCall& call) {
    Slot* slots = call.args;
    auto bound = [&call](const auto&... v) { return f(call, v...); };
    if constexpr (std::is_same_v<R, Status>) {
      return std::apply(bound, readParameters<std::remove_cvref_t<P>...>(slots));
    } else {
      auto parameters = readParameters<std::remove_cvref_t<P>...>(slots + ResultSlots<R>::value);
      if constexpr (std::is_void_v<R>)
        std::apply(bound, parameters);
      else
        writeResult(slots, std::apply(bound, parameters));
      return Status::Ok;
    }
  }
};

template <typename... T, typename... P> struct Leaf<Status (*)(NativeCall&, Results<T...>, P...)> {
  template <auto f> static Status call(NativeCall& call) {
    Results<T...> results(call.args);
    auto bound = [&](const auto&... v) { return f(call, results, v...); };
    return std::apply(bound, readParameters<std::remove_cvref_t<P>...>(call.args + Results<T...>::kSlots));
  }
};

} // namespace detail

/// The native that reads parameters, calls f and writes results.
template <auto f> Status leaf(NativeCall& call) { return detail::Leaf<decltype(f)>::template call<f>(call); }

} // namespace gossamer::stdlib
