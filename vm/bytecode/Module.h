// Functions and the module that owns them: what lowering produces and the machine runs.
//
// A Module belongs to a VM and lives as long: code refers to Functions, StringConsts, static data and
// SelectTables by address (literal words), so nothing here ever moves or is freed before the module. Nothing
// here is in the Go heap.
//
// Safepoint maps. For each safepoint the lowering gives the kinds of the frame's slots; runs of safepoints
// with the same map share an entry. The map for a pc is that of the last entry that begins at or before it.
// At a function's first word, before anything ran, the map is `entryMap` (the parameters; results and locals
// are not initialised yet).
//
// Lines. positionAt(pc) is the position of the last entry at or before pc. Frames that are in a call are
// looked up by return pc - 1.
//
// Thread safety: a Function's fields are written by whoever compiles it, then `code` is published with a
// release store; others acquire it. The Module's tables are guarded by the owner (one worker for now).
#pragma once

#include "runtime/base/Native.h"
#include "runtime/base/Slot.h"
#include "vm/bytecode/Opcode.h"
#include "vm/bytecode/SlotMap.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gossamer {

struct TypeInfo;
struct Shape;
struct Closure;
struct Function;
class LiveMaps;
class Module;

/// A Go string outside the heap: the two words of a string value. Interned by Module::string.
struct StringConst {
  const char* data;
  uint64_t length;
  std::string_view view() const { return {data, length}; }
};

struct SourcePosition {
  uint32_t file = 0; ///< Module::fileName
  uint32_t line = 0; ///< 0: no position
  uint32_t column = 0;
  uint32_t inlined = 0; ///< 1 + index in Function::inlineFrames of the innermost inlined call; 0: none
  bool operator==(const SourcePosition&) const = default;
};

/// A call that was inlined: `name` was called at `call` (whose own `inlined` is the next frame out).
struct InlineFrame {
  std::string name;
  SourcePosition call;
};

struct LineEntry {
  uint32_t pc;
  SourcePosition position;
};

struct SafepointEntry {
  uint32_t pc;
  uint32_t map; ///< index in Function::maps
};

struct SelectArm {
  bool isSend;
  SlotIndex channel;
  SlotIndex value; ///< send: first slot of the value; receive: first slot written, or kNoSlot
};

/// Slots of a frame, one behind the other.
struct SlotRange {
  uint32_t first;
  uint32_t count;
};

/// The cases of one select statement, in source order. Immutable once code refers to it.
struct SelectTable {
  bool hasDefault = false;
  std::vector<SelectArm> cases;
};

/// How a Function stands to its callers and to the machine.
enum FunctionFlags : uint16_t {
  kHasDefer = 1, ///< contains Defer: has deferReturn code
  kNativeFunction = 2,
  kWrapper = 4,      ///< stands between a deferred call and the function meant (closure of `defer f(x)`, method
                     ///< value, receiver thunk): a recover in its callee counts as called by the deferred
                     ///< function, a recover of its own does nothing; left out of traces
  kPseudo = 8,       ///< the machine's own frames (panic, chunk switch, goroutine bottom)
  kHiddenFrame = 16, ///< left out of traces
  kScopedMaps = 32,  ///< the collector takes variables for live until their scope ends, read again or not
};

struct Function {
  // Read by every call. `frameSlots` is valid for the code that an acquire load of `code` gave.
  std::atomic<const Word*> code{nullptr};
  uint32_t frameSlots = 0;   ///< from slot 0, with the largest outgoing window (header, parameters, results)
  uint16_t resultSlots = 0;
  uint16_t paramSlots = 0;   ///< receiver included; they follow the results
  uint16_t flags = 0;
  uint16_t captureCount = 0; ///< captured words of its closures

  /// The static closure: the address of this field is a Closure* with no captures.
  const Function* staticClosure = this;

  NativeFn native = nullptr;
  /// RunDefers, copies of named results into the result slots, Return: where control goes on after a
  /// recovered panic. Index in code.
  uint32_t deferReturn = 0;
  uint32_t codeWords = 0; ///< 0 until compiled
  std::vector<Word> ownedCode;

  SlotMap entryMap;   ///< the parameters, at their slots behind the results
  SlotMap resultMap;  ///< the results, from slot 0
  SlotMap captureMap; ///< the captured words, from 0
  /// Heap shape of its closures, made from captureMap when the first is allocated.
  std::atomic<const Shape*> closureShape{nullptr};
  std::vector<SlotMap> maps;
  std::vector<SlotRange> addressed; ///< memory of the frame whose address code takes: Liveness.h
  /// Made by the first collection that meets a frame of the function.
  mutable std::shared_ptr<const LiveMaps> liveMaps;
  std::vector<SafepointEntry> safepoints;
  std::vector<LineEntry> lines;
  std::vector<InlineFrame> inlineFrames;
  SourcePosition declared;
  std::string name; ///< as traces print it: main.(*T).Method, main.main.func1
  Module* module = nullptr;
  /// The lazy compiler's own: what to compile.
  void* cookie = nullptr;

  Function() = default;
  Function(const Function&) = delete;
  Function& operator=(const Function&) = delete;

  Closure* closure() { return reinterpret_cast<Closure*>(&staticClosure); }
  bool isCompiled() const { return codeWords != 0; }
  bool containsPc(const Word* pc) const {
    return pc >= ownedCode.data() && pc < ownedCode.data() + codeWords;
  }
  /// For pcs within the function's code, or within the stub it has before it is compiled (entryMap).
  const SlotMap& mapAt(const Word* pc) const;
  SourcePosition positionAt(const Word* pc) const;
};

/// Static data: a package variable. `data` is zeroed memory of the type's size, rounded up to words.
struct Global {
  void* data;
  size_t size;
  const TypeInfo* type;
  std::string name;
};

/// Compiles a function on its first call (implemented by lowering). On success the function has been
/// published by Builder::finish. False, with a message, if it cannot (a lazily checked library body with
/// errors): the run then ends with a fatal error.
class LazyCompiler {
public:
  virtual ~LazyCompiler() = default;
  virtual bool compile(Function& function, std::string& error) = 0;
};

class Module {
public:
  explicit Module(LazyCompiler* compiler = nullptr) : compiler_(compiler) {}
  Module(const Module&) = delete;
  Module& operator=(const Module&) = delete;

  LazyCompiler* compiler() const { return compiler_; }
  void setCompiler(LazyCompiler* compiler) { compiler_ = compiler; }

  /// A function to be compiled when first called: its code is a LazyCompile instruction until Builder::finish.
  /// The caller sets resultSlots, paramSlots, entryMap, resultMap (callers and collector need them at once),
  /// flags, captureCount, captureMap and cookie before anything runs.
  Function* addFunction(std::string name);
  /// A function that runs a native; entryMap and resultMap are the caller's to set.
  Function* addNative(std::string name, NativeFn fn, uint16_t resultSlots, uint16_t paramSlots);

  /// Interned; the bytes are copied.
  const StringConst* string(std::string_view text);
  Global* addGlobal(std::string name, const TypeInfo* type, size_t size);
  /// Where globals of size 0 are to lie, as all such things of gc do; each has a place of its own otherwise.
  void setZeroPlace(void* place) { zeroPlace_ = place; }
  const SelectTable* addSelect(SelectTable table);
  /// Number of a source file, by the name that traces show.
  uint32_t addFile(std::string name);
  std::string_view fileName(uint32_t file) const;

  std::deque<Function>& functions() { return functions_; }
  const std::deque<Function>& functions() const { return functions_; }
  const std::deque<Global>& globals() const { return globals_; }

  // For verifier and disassembler: do literal words point at something of this module?
  const Global* globalAt(const void* address) const;
  bool owns(const Function* function) const { return functionSet_.contains(function); }
  bool owns(const StringConst* text) const { return stringSet_.contains(text); }
  bool owns(const SelectTable* table) const { return selectSet_.contains(table); }

  /// Gives `to` the code of `from`, a function with the same frame; publishes it as Builder::finish does.
  void copyCode(const Function& from, Function& to);

  /// The function whose code contains pc, or null. Builder::finish registers code.
  const Function* functionAt(const Word* pc) const;
  void registerCode(const Function& function) { functionsByCode_[function.ownedCode.data()] = &function; }

private:
  LazyCompiler* compiler_;
  std::deque<Function> functions_;
  std::unordered_set<const Function*> functionSet_;
  std::unordered_map<std::string_view, const StringConst*> strings_;
  std::unordered_set<const StringConst*> stringSet_;
  std::deque<StringConst> stringPool_;
  std::deque<Global> globals_;
  std::deque<SelectTable> selects_;
  std::unordered_set<const SelectTable*> selectSet_;
  std::vector<std::string> files_;
  std::unordered_map<std::string, uint32_t> fileNumbers_;
  std::vector<std::unique_ptr<char[]>> bytes_;
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::vector<std::unique_ptr<void, Free>> data_; ///< from calloc: what is never touched costs nothing
  std::vector<std::pair<const void*, const Global*>> globalsByAddress_; ///< sorted
  void* zeroPlace_ = nullptr;
  std::map<const Word*, const Function*> functionsByCode_;
};

} // namespace gossamer
