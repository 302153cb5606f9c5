// Builds the code of one function: an emit… method per row of Opcodes.def (emitAdd(dst, x, y),
// emitJumpLt(x, y, label), emitCall(window, function) …), labels, positions, safepoint maps.
//
//   Builder b(function);
//   b.setMapProvider([&](SlotMap& map) { …kinds of the slots live now… });
//   CodeLabel top = b.newLabel();
//   b.bind(top);
//   b.setPosition({file, line, column});
//   b.emitCountLt(i, n, top);
//   b.emitReturn();
//   b.finish(frameSlots);
//
// Before a safepoint op the provider is asked for the map of the frame during that instruction (for Loop… and
// Count… ops: of what is live at the target too). Backward targets take Loop… and Count… ops (the
// verifier insists), forward ones Jump…. Short jumps whose target turns out to be too far are rewritten by finish.
// finish publishes the code: the function may be called from then on.
#pragma once

#include "runtime/base/ScratchPool.h"
#include "vm/bytecode/Module.h"
#include "vm/bytecode/Opcode.h"

#include <functional>
#include <initializer_list>
#include <type_traits>

namespace gossamer {

/// A place in the code, known or still to come.
struct CodeLabel {
  uint32_t id;
};

/// The C++ type by which an emit method takes an operand of a kind.
template <OperandKind K> struct OperandParam { using Type = SlotIndex; };
template <> struct OperandParam<OperandKind::I16> { using Type = int16_t; };
template <> struct OperandParam<OperandKind::U16> { using Type = uint16_t; };
template <> struct OperandParam<OperandKind::I32> { using Type = int32_t; };
template <> struct OperandParam<OperandKind::U32> { using Type = uint32_t; };
template <> struct OperandParam<OperandKind::J16> { using Type = CodeLabel; };
template <> struct OperandParam<OperandKind::J32> { using Type = CodeLabel; };
template <> struct OperandParam<OperandKind::I64> { using Type = int64_t; };
template <> struct OperandParam<OperandKind::Fn> { using Type = const Function*; };
template <> struct OperandParam<OperandKind::Type> { using Type = const TypeInfo*; };
template <> struct OperandParam<OperandKind::Str> { using Type = const StringConst*; };
template <> struct OperandParam<OperandKind::Global> { using Type = const void*; };
template <> struct OperandParam<OperandKind::Sel> { using Type = const SelectTable*; };

/// What a Builder fills before it knows the sizes.
struct CodeBuffers {
  struct Fixup {
    uint32_t at; ///< first word of the jump
    uint32_t label;
    OperandPlace place;
  };
  std::vector<Word> code;
  std::vector<uint32_t> labels;
  std::vector<bool> labelUsed;
  std::vector<Fixup> fixups;
  std::vector<SafepointEntry> safepoints;
  std::vector<LineEntry> lines;
  std::vector<SlotMap> maps;
  std::vector<uint64_t> mapHashes; ///< of maps

  void clear();
};

class Builder {
  struct Argument {
    OperandPlace place;
    uint64_t bits; ///< of a label: its id
  };

public:
  using Label = CodeLabel;
  using MapProvider = std::function<void(SlotMap&)>;

  explicit Builder(Function& function) : Builder(function, own_) {}
  /// With buffers, empty ones, that the caller uses for one function after another.
  Builder(Function& function, CodeBuffers& buffers);
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  void setMapProvider(MapProvider provider) { provider_ = std::move(provider); }
  /// Position of the instructions emitted from here on.
  void setPosition(SourcePosition position) { position_ = position; }
  SourcePosition position() const { return position_; }
  /// Registers an inlined call; the number to put into SourcePosition::inlined.
  uint32_t addInlineFrame(std::string name, SourcePosition call);

  Label newLabel();
  void bind(Label label);
  bool isBound(Label label) const { return labels_[label.id] != kUnbound; }
  /// Where the next instruction goes, in words.
  uint32_t here() const { return static_cast<uint32_t>(code_.size()); }
  /// True if control cannot reach the next instruction: the last one is a terminator and no label that
  /// anything jumps to is bound here.
  bool unreachable() const { return unreachable_; }
  /// The next instruction begins the function's deferReturn code.
  void markDeferReturn();
  /// Makes the last instruction write its result (place A, kind Dst, Dst2, Dst3 or DstN) to another slot: saves a Move.
  /// False if it does not write `from`, or a label is bound behind it.
  bool retargetLast(SlotIndex from, SlotIndex to);

  // clang-format off
#define TYPE_(kind, name) OperandParam<OperandKind::kind>::Type name
#define NAME_(kind, name) name
#define OP_0(n, t, p) \
  void emit##n() { emit(Opcode::n, {}); }
#define OP_A(n, A, t, p) \
  void emit##n(TYPE_ A) { emit(Opcode::n, {{kA, arg(NAME_ A)}}); }
#define OP_AB(n, A, B, t, p) \
  void emit##n(TYPE_ A, TYPE_ B) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}}); }
#define OP_ABC(n, A, B, C, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}}); }
#define OP_ABCD(n, A, B, C, D, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ D) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kD, arg(NAME_ D)}}); }
#define OP_ABCF(n, A, B, C, F, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ F) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kF, arg(NAME_ F)}}); }
#define OP_ABCDF(n, A, B, C, D, F, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ D, TYPE_ F) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kD, arg(NAME_ D)}, {kF, arg(NAME_ F)}}); }
#define OP_ABCDEF(n, A, B, C, D, E, F, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ D, TYPE_ E, TYPE_ F) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kD, arg(NAME_ D)}, {kE, arg(NAME_ E)}, {kF, arg(NAME_ F)}}); }
#define OP_AL(n, A, L, t, p) \
  void emit##n(TYPE_ A, TYPE_ L) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kL, arg(NAME_ L)}}); }
#define OP_ABL(n, A, B, L, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ L) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kL, arg(NAME_ L)}}); }
#define OP_ABCL(n, A, B, C, L, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ L) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kL, arg(NAME_ L)}}); }
#define OP_ABCDL(n, A, B, C, D, L, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ D, TYPE_ L) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kD, arg(NAME_ D)}, {kL, arg(NAME_ L)}}); }
#define OP_ABCLM(n, A, B, C, L, M, t, p) \
  void emit##n(TYPE_ A, TYPE_ B, TYPE_ C, TYPE_ L, TYPE_ M) { emit(Opcode::n, {{kA, arg(NAME_ A)}, {kB, arg(NAME_ B)}, {kC, arg(NAME_ C)}, {kL, arg(NAME_ L)}, {kM, arg(NAME_ M)}}); }
#include "vm/bytecode/Opcodes.def"
#undef TYPE_
#undef NAME_
  // clang-format on

  /// Any instruction by opcode, for choices made from tables: operands in the order of their places, labels by
  /// id, immediates and pointers as bits.
  void emitRaw(Opcode op, std::initializer_list<uint64_t> operands);

  /// Resolves jumps, sets frameSlots and the tables, publishes the code.
  void finish(uint32_t frameSlots);

private:
  static constexpr uint32_t kUnbound = 0xffffffff;
  using Fixup = CodeBuffers::Fixup;

  static uint64_t arg(CodeLabel label) { return label.id; }
  template <class T> static uint64_t arg(const T* pointer) { return reinterpret_cast<uint64_t>(pointer); }
  template <class T>
    requires std::is_integral_v<T>
  static uint64_t arg(T value) {
    return static_cast<uint64_t>(static_cast<int64_t>(value));
  }
  void emit(Opcode op, std::initializer_list<Argument> arguments);
  void recordMap();
  void recordPosition();
  void lengthenJumps();
  void patch(const Fixup& fixup);

  Function& function_;
  CodeBuffers own_;
  std::vector<Word>& code_;
  std::vector<uint32_t>& labels_;
  std::vector<bool>& labelUsed_;
  std::vector<CodeBuffers::Fixup>& fixups_;
  std::vector<SafepointEntry>& safepoints_;
  std::vector<LineEntry>& lines_;
  std::vector<SlotMap>& maps_;
  std::vector<uint64_t>& mapHashes_;
  MapProvider provider_;
  SourcePosition position_;
  SlotMap map_;                     ///< of the safepoint at hand
  uint32_t lastInstruction_ = kUnbound;
  uint32_t lastBind_ = kUnbound;
  uint32_t deferReturn_ = 0;
  bool unreachable_ = false;
};

} // namespace gossamer
