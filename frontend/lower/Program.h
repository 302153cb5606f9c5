// The program as lowering sees it: which Function stands for which declaration, literal or thunk, where package
// variables are, and what each Function is to be lowered from.
//
// Not thread-safe: Lowering takes the compile lock around every entry.
#pragma once

#include "frontend/lower/Callee.h"
#include "frontend/lower/Escape.h"
#include "frontend/lower/Lowering.h"
#include "vm/bytecode/Builder.h"

#include <deque>
#include <unordered_map>

namespace gossamer::lower {

using Reg = SlotIndex;

// Where a call's results and parameters lie in the callee's frame.
struct CallLayout {
  uint32_t resultSlots = 0;
  uint32_t paramSlots = 0; // receiver included
};

// A function that only passes a call on: finds a receiver, forwards the parameters.
struct Thunk {
  enum class Receiver : uint8_t {
    Parameter, // the value itself, as the first parameter: promoted methods, method expressions
    DataWord,  // an interface's data word standing for a value that was boxed, or has no size
    Captured,  // the closure holds it: method values
  };
  Receiver receiver;
  sema::Type* type;                // of the receiver that comes in
  std::span<const int> path;       // embedded fields to walk; the last index, of the method, is not looked at
  sema::Object* method;            // declared, or of an interface
};

// What a Function is lowered from (Function::cookie).
struct Plan {
  enum class Kind : uint8_t { Declared, Literal, RangeBody, Thunk, Done };
  Kind kind = Kind::Done;
  Function* function = nullptr;
  sema::FuncInfo* info = nullptr;     // Declared (null until checked), Literal
  sema::Object* object = nullptr;     // Declared
  Instantiation* instantiation = nullptr; // of the declared function that this is or belongs to, if that is generic
  Thunk thunk{};                      // Thunk
  // Of an instance: whether its code depends on more than the layout of the type arguments, or does if one of these does.
  bool byType = false;
  std::vector<Function*> parts;
  sema::Package* package = nullptr;   // whose init order closures in it belong to
  uint32_t literals = 0;              // how many literals were named after it
  uint32_t wrappers = 0;              // how many closures of go and defer
  uint32_t rangeBodies = 0;
  // Inlining: -1 not looked at, 0 no, 1 yes
  int8_t inlinable = -1;
};

// A package's path as names in traces begin with it: gc writes as %2e and the like what would make them ambiguous, dots of
// the last element above all.
std::string symbolPath(const sema::Package* package);

class Program {
public:
  explicit Program(LoweringInput input);

  // ---- Functions ----
  // A declared function; of the methods of generic types only those of instances.
  Function* functionOf(sema::Object* object);
  Function* functionOf(Instantiation& instance);
  // Function, Method
  Function* functionOf(const Callee& callee) {
    return callee.instantiation ? functionOf(*callee.instantiation) : functionOf(callee.object);
  }
  static Plan& planOf(const Function& function) { return *static_cast<Plan*>(function.cookie); }
  Function* literal(ast::FuncLit& lit, Plan& outer);
  // A function lowered by its maker at once; `outer` is the function it belongs to, if any.
  Function* newFunction(std::string name, uint16_t flags, Plan* outer = nullptr);
  // The method of `type` as its method set has it, with the receiver as a frame holds it.
  Function* methodFunction(sema::Type* type, std::span<const int> path, bool indirect, sema::Object* method);
  Function* dataWordFunction(sema::Type* type, std::span<const int> path, bool indirect, sema::Object* method);
  Function* boundMethod(sema::Type* receiver, sema::Object* method);
  Function* initFunction(sema::Package* package);
  // A declared function whose body is elsewhere: a native one, or one that has none.
  static bool isBodyless(Function& function);
  bool compile(Function& function, std::string& error);
  std::vector<TypeMethod> methodsOf(const TypeInfo* type);

  // Whether calls of the function can be replaced by its body.
  bool inlinable(const Callee& callee);

  // ---- Data ----
  // What a declaration without body or initialiser stands for by //go:linkname; null if it stands for itself. The types are
  // identical: a target with another one cannot be used.
  sema::Object* linknameTarget(sema::Object* object);
  // A package variable's storage.
  void* addressOf(sema::Object* variable);
  const Global* globalOf(sema::Object* variable);

  // ---- Helpers ----
  const Rep* rep(const sema::Type* type) { return reps.of(const_cast<sema::Type*>(type)); }
  CallLayout layoutOf(sema::Signature* signature, const Rep* receiver);
  // Sets slot counts and maps of a function from its signature, as `view` sees it.
  void describe(Function& function, sema::Signature* signature, const Rep* receiver, const TypeView& view);
  void describe(Function& function, sema::Signature* signature, const Rep* receiver) {
    describe(function, signature, receiver, TypeView(instances, nullptr));
  }
  SourcePosition positionOf(Pos pos);
  // init functions are numbered: main.init.0
  std::string initName(const sema::Object* object);
  std::string methodName(const sema::Object* object); // "main.(*T).M", "main.f"
  void setWords(SlotMap& map, uint32_t slot, const Rep* rep);

  LoweringInput in;
  TypeReps reps;
  Instances instances;
  Escape escape;
  sema::Object* main = nullptr;    // func main, once asked for
  Function* mainReturns = nullptr; // of LoweringInput
  ScratchPool<CodeBuffers> codeBuffers;
  uint32_t runs = 0; // numbers FunctionLowerers
  std::string failure; // why the function being lowered cannot be

private:
  Function* thunk(std::string name, Thunk spec, uint16_t flags);
  Function* declare(sema::Object* object, Instantiation* instantiation);
  // Whether the function's code serves every instance whose type arguments have the same layout. What it refers to may have
  // to be lowered to know, which must not happen while something is being lowered (`mayLower`).
  bool isShared(Function& function, bool mayLower, std::vector<const Function*>& seen);
  // A lowered instance of the same function with code that serves this one.
  Function* sharedWith(Instantiation& instance, bool mayLower);
  Plan& newPlan(Plan::Kind kind, Function* function);

  std::deque<Plan> plans_;
  std::unordered_map<const sema::Object*, const Global*> globals_;
  struct ThunkKey {
    const void* type;
    const sema::Object* method;
    uint8_t kind;
    bool operator==(const ThunkKey&) const = default;
  };
  struct ThunkHash {
    size_t operator()(const ThunkKey& k) const {
      return (reinterpret_cast<uintptr_t>(k.type) * 31 + reinterpret_cast<uintptr_t>(k.method)) * 7 + k.kind;
    }
  };
  std::unordered_map<ThunkKey, Function*, ThunkHash> thunks_;
  std::unordered_map<const sema::Package*, Function*> inits_;
  std::unordered_map<const sema::Object*, std::vector<Instantiation*>> shared_; // lowered, and not by type
  const SourceFile* lastFile_ = nullptr; // of positionOf
  uint32_t lastFileNumber_ = 0;
  uint32_t lastLine_ = 0;
};

} // namespace gossamer::lower
