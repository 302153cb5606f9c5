#include "runtime/base/Trap.h"

#include "runtime/base/Check.h"

#include <cinttypes>
#include <cstdio>

namespace gossamer {
namespace {

struct Row {
  const char* name;
  TrapCarrier carrier;
  std::string_view text;
  std::string_view negative;
};

constexpr Row kRows[] = {
    {"None", TrapCarrier::Fatal, "no trap", ""},
#define GOSSAMER_RUNTIME_ERROR(code, carrier, text, negative) {#code, TrapCarrier::carrier, text, negative},
#include "runtime/base/RuntimeErrors.def"
};

const Row& rowOf(TrapCode code) {
  auto index = static_cast<size_t>(code);
  GOSSAMER_CHECK(index < std::size(kRows));
  return kRows[index];
}

void appendField(std::string& out, const Trap& trap, char field) {
  switch (field) {
  case 'a':
    out += trap.aUnsigned ? std::to_string(static_cast<uint64_t>(trap.a)) : std::to_string(trap.a);
    return;
  case 'b': out += std::to_string(trap.b); return;
  default: out += trap.text[field - '0']; return;
  }
}

} // namespace

Trap& Trap::operator=(const Trap& other) {
  if (this == &other) return *this;
  code = other.code;
  aUnsigned = other.aUnsigned;
  a = other.a;
  b = other.b;
  storage = other.storage;
  for (int i = 0; i < 4; ++i) {
    // A text that pointed into the other's storage must point into ours.
    bool own = !other.storage.empty() && other.text[i].data() == other.storage.data();
    text[i] = own ? std::string_view(storage) : other.text[i];
  }
  value[0] = other.value[0];
  value[1] = other.value[1];
  return *this;
}

TrapCarrier carrierOf(TrapCode code) {
  return rowOf(code).carrier;
}
const char* nameOf(TrapCode code) {
  return rowOf(code).name;
}

std::string errorText(const Trap& trap) {
  const Row& row = rowOf(trap.code);
  bool negative = !row.negative.empty() && !trap.aUnsigned && trap.a < 0;
  std::string_view text = negative ? row.negative : row.text;
  std::string out;
  if (row.carrier == TrapCarrier::BoundsError || row.carrier == TrapCarrier::ErrorString)
    out = "runtime error: ";
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}') {
      appendField(out, trap, text[i + 1]);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string signalLine(const Trap& trap, uint64_t pc) {
  if (trap.code != TrapCode::NilDereference) return {};
  char line[96];
  std::snprintf(line, sizeof line,
                "[signal SIGSEGV: segmentation violation code=0x1 addr=0x%" PRIx64 " pc=0x%" PRIx64 "]",
                static_cast<uint64_t>(trap.a), pc);
  return line;
}

} // namespace gossamer
