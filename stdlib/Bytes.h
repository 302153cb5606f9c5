// Helpers of natives that make strings and byte slices.
#pragma once

#include "stdlib/NativeArgs.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Vm.h"
#include "runtime/type/TypeTable.h"

#include <algorithm>
#include <string_view>

namespace gossamer::stdlib {

/// Whether a result of so many bytes may be made; else the program is out of memory. For results that can be much larger
/// than the operands.
inline bool mayMake(NativeCall& call, int64_t bytes) {
  return static_cast<uint64_t>(bytes) <= kMaxSmallSize || call.alloc.heap().permits(static_cast<uint64_t>(bytes)) ||
         call.trap.raise(TrapCode::OutOfMemory);
}

/// An upper bound of the length that text::replace's result will have.
inline int64_t replacedLength(std::string_view text, std::string_view from, std::string_view to, int64_t limit) {
  if (to.size() <= from.size()) return static_cast<int64_t>(text.size());
  uint64_t places = from.empty() ? text.size() + 1 : 0;
  for (size_t at = 0; !from.empty() && (at = text.find(from, at)) != std::string_view::npos; at += from.size()) ++places;
  if (limit >= 0) places = std::min(places, static_cast<uint64_t>(limit));
  uint64_t length = 0;
  bool tooLong = __builtin_mul_overflow(places, to.size() - from.size(), &length) ||
                 __builtin_add_overflow(length, text.size(), &length) || length > kMaxAlloc;
  return static_cast<int64_t>(tooLong ? kMaxAlloc : length);
}

/// append(to, bytes…). Fails as append does when the result is too long.
inline Status appendBytes(NativeCall& call, Results<Slice> out, Slice to, std::string_view bytes) {
  auto count = static_cast<int64_t>(bytes.size());
  if (to.cap - to.len >= count) {
    if (count != 0) std::memmove(static_cast<char*>(to.ptr) + to.len, bytes.data(), bytes.size());
    to.len += count;
  } else if (!appendValues(call.alloc, call.vm.types().basic(Kind::Uint8), to, bytes.data(), count, &to,
                           call.trap)) {
    return Status::Panic;
  }
  out.set(to);
  return Status::Ok;
}

/// A new byte slice of the given length, its capacity the same; the caller fills it.
inline Slice newByteSlice(NativeCall& call, int64_t length) {
  return {call.alloc.newBytes(static_cast<uint64_t>(length)), length, length};
}
inline Slice newByteSlice(NativeCall& call, std::string_view bytes) {
  Slice slice = newByteSlice(call, static_cast<int64_t>(bytes.size()));
  if (!bytes.empty()) std::memcpy(slice.ptr, bytes.data(), bytes.size());
  return slice;
}

} // namespace gossamer::stdlib
