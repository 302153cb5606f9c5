// Helpers of natives that make strings and byte slices.
#pragma once

#include "stdlib/NativeArgs.h"

#include "runtime/object/Slice.h"
#include "runtime/object/String.h"
#include "runtime/sched/Vm.h"
#include "runtime/type/TypeTable.h"

#include <string_view>

namespace gossamer::stdlib {

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
