// Package hash/crc32: the loop over the bytes.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Slice.h"

namespace gossamer::stdlib {
namespace {

Status update(NativeCall& call, Results<uint32_t> result, uint32_t crc, const uint32_t* table, Slice data) {
  if (!table) return call.panic(TrapCode::NilDereference);
  crc = ~crc;
  for (uint8_t byte : data.as<uint8_t>()) crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8;
  result.set(~crc);
  return Status::Ok;
}

} // namespace

GOSSAMER_NATIVES(hash_crc32, {"hash/crc32.update", leaf<update>});

} // namespace gossamer::stdlib
