// Mutations of valid code: the verifier must say what it thinks of any of them, and what it accepts must decode and
// disassemble with every slot, jump and literal in its place.
#include "runtime/type/TypeTable.h"
#include "vm/bytecode/Builder.h"
#include "vm/bytecode/Disassembler.h"
#include "vm/bytecode/Verifier.h"

#include <cstdlib>
#include <cstring>

using namespace gossamer;

namespace {

constexpr uint32_t kSlots = 40;

/// A module with one function that uses an instruction of every form, and the literals that mutations choose from.
struct World {
  World() {
    Function* callee = module.addFunction("callee");
    callee->resultSlots = 1;
    callee->paramSlots = 2;
    callee->captureCount = 2;
    Function* native = module.addNative("native", [](NativeCall&) { return Status::Ok; }, 1, 1);
    const TypeInfo* integer = types.basic(Kind::Int);
    const TypeInfo* text = types.basic(Kind::String);
    const TypeInfo* map = types.mapOf(text, types.sliceOf(integer));
    const TypeInfo* channel = types.chanOf(integer, ChanDir::Both);
    const StringConst* constant = module.string("constant");
    const SelectTable* select = module.addSelect({true, {{false, 4, 5}, {true, 6, 7}, {false, 8, kNoSlot}}});
    Global* global = module.addGlobal("global", text, 16);

    function = module.addFunction("main.f");
    function->resultSlots = 1;
    function->paramSlots = 3;
    function->captureCount = 1;
    function->flags = kHasDefer;
    Builder b(*function);
    b.setMapProvider([](SlotMap& slots) {
      slots.set(3, WordKind::Pointer);
      slots.set(10, WordKind::InterfaceType);
      slots.set(11, WordKind::InterfaceData);
    });
    b.setPosition({module.addFile("f.go"), 3, 1, 0});
    auto top = b.newLabel(), end = b.newLabel();
    b.emitLoadI64(4, INT64_MAX);
    b.emitLoadI32(5, -7);
    b.emitLoadCapture(6, 0);
    b.bind(top);
    b.emitAddI(4, 4, -3);
    b.emitDivI(5, 4, 3);
    b.emitShlI(5, 4, 63);
    b.emitJumpLt(4, 5, end);
    b.emitLoadStr(6, constant);
    b.emitConcat(8, 6, 2);
    b.emitStoreGlobal(6, global->data);
    b.emitMakeClosure(9, 4, 2, callee);
    b.emitMakeMap(12, kNoSlot, map);
    b.emitMapGet(13, 12, 6, kNoSlot, map);
    b.emitMapSet(12, 6, 13, map);
    b.emitMakeChan(16, kNoSlot, channel);
    b.emitSelect(17, select);
    b.emitMakeSlice(19, 4, kNoSlot, integer);
    b.emitAppend(19, 19, 22, 3, integer);
    b.emitSliceLoadN(25, 19, 4, 24);
    b.emitFrameLoadN(25, 28, 4, 20);
    b.emitBoxIface(30, 6, text);
    b.emitAssertType(6, 30, 8, text, types.emptyInterface());
    b.emitNew(20, map);
    b.emitLea(21, 22, 8);
    b.emitDefer(9);
    b.emitCall(30, callee);
    b.emitCallNative(30, native);
    b.emitCallClosure(30, 9);
    b.emitCallIface(30, 10, 1, 7);
    b.emitCountLt(4, 5, top);
    b.bind(end);
    b.markDeferReturn();
    b.emitRunDefers();
    b.emitReturn();
    b.finish(kSlots);
    valid = function->ownedCode;

    for (const void* literal : std::initializer_list<const void*>{callee, native, integer, text, map, channel, types.emptyInterface(),
                                                                  constant, select, global->data, nullptr, this})
      literals.push_back(reinterpret_cast<Word>(literal));
  }

  TypeTable types;
  Module module;
  Function* function = nullptr;
  std::vector<Word> valid, literals;
};

/// The fuzzer's bytes, as instructions of how to mutate. What they lack is zero.
struct Bytes {
  const uint8_t* at;
  size_t left;

  template <class T> T take() {
    T value{};
    size_t n = std::min(sizeof value, left);
    std::memcpy(&value, at, n);
    at += n;
    left -= n;
    return value;
  }
};

void mutate(World& world, Bytes& bytes) {
  Function& f = *world.function;
  std::vector<Word>& code = f.ownedCode;
  size_t at = bytes.take<uint16_t>() % code.size();
  switch (bytes.take<uint8_t>() % 8) {
  case 0: code[at] ^= Word{1} << bytes.take<uint8_t>() % 64; return;
  case 1: code[at] = bytes.take<Word>(); return;
  case 2: code[at] = world.literals[bytes.take<uint8_t>() % world.literals.size()]; return;
  case 3: code[at] = (code[at] & ~Word{0xffff}) | bytes.take<uint16_t>() % kOpcodeCount; return;
  case 4: { // one operand
    unsigned shift = 16 * (1 + bytes.take<uint8_t>() % 3);
    code[at] = (code[at] & ~(Word{0xffff} << shift)) | Word{bytes.take<uint16_t>()} << shift;
    return;
  }
  case 5: code[at] = world.valid[bytes.take<uint16_t>() % world.valid.size()]; return;
  case 6: f.codeWords = static_cast<uint32_t>(at + 1); return;
  case 7: f.frameSlots = bytes.take<uint16_t>() % (2 * kSlots); return;
  }
}

void require(bool condition) {
  if (!condition) std::abort();
}

/// What the header of the verifier promises of accepted code.
void requireSound(const World& world) {
  const Function& f = *world.function;
  std::vector<bool> starts(f.codeWords);
  for (uint32_t at = 0; at < f.codeWords; at += decode(&f.ownedCode[at]).words()) starts[at] = true;
  for (uint32_t at = 0; at < f.codeWords; at += decode(&f.ownedCode[at]).words()) {
    Decoded d = decode(&f.ownedCode[at]);
    require(at + d.words() <= f.codeWords);
    for (int p = kA; p < kOperandPlaces; ++p) {
      OperandKind kind = d.info->operands[p].kind;
      int64_t value = d.value[p];
      if (isJumpKind(kind)) {
        int64_t target = int64_t{at} + value;
        require(target >= 0 && target < f.codeWords && starts[static_cast<size_t>(target)]);
      } else if (kind >= OperandKind::Dst && kind <= OperandKind::Upd) {
        bool absent = (kind == OperandKind::DstOpt || kind == OperandKind::SrcOpt) && value == kNoSlot;
        bool none = kind == OperandKind::DstN || kind == OperandKind::SrcN; // none at all: one past the end will do
        require(absent || value < int64_t{f.frameSlots} + none);
      } else if (kind == OperandKind::Fn) {
        require(world.module.owns(reinterpret_cast<const Function*>(value)));
      } else if (kind == OperandKind::Type) {
        require(world.types.owns(reinterpret_cast<const TypeInfo*>(value)));
      }
    }
  }
  disassemble(f, {.lines = true, .maps = true});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static World world; // built once; every input restores it
  Function& f = *world.function;
  f.ownedCode = world.valid;
  f.codeWords = static_cast<uint32_t>(world.valid.size());
  f.frameSlots = kSlots;
  if (size == 0) require(verify(f, &world.types).empty());
  for (Bytes bytes{data, size}; bytes.left > 0;) mutate(world, bytes);
  if (verify(f, &world.types).empty()) requireSound(world);
  return 0;
}
