// Escape analysis: which variables, closures and composite values may live in their function's frame.
//
// A declared function is analysed together with the literals in it, once, when it is first lowered or when a caller wants to
// know what it does with its parameters. The result hangs on the syntax: variables carry a VarInfo (Object::lowering),
// literals a bit of their node, as do the expressions that allocate (&T{}, new(T), []T{…}). A generic function is analysed
// for each instance, since what is boxed depends on its types; if another instance's results hang on the syntax when a literal
// of it is lowered, again. Any two analyses of one instance are sound, so parts of them may be mixed.
//
// Calls of functions known when compiling use the callee's tags: for each parameter whether, and after how many
// dereferences, it reaches the heap or a result. Tags are computed on demand (which may parse and check a library body);
// a function that is being analysed already, or is too far down a chain of demands, counts as leaking everything. Natives
// keep nothing but what their parameters' types suggest: see `nativeTags`.
//
// Frame slots are reused when a block ends, so a block counts as gc counts a loop: an address that reaches a variable of
// an outer block makes its variable escape.
//
// Not thread-safe: used under the compile lock.
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/lower/Callee.h"
#include "frontend/lower/EscapeGraph.h"
#include "runtime/base/ScratchPool.h"

#include <unordered_map>
#include <vector>

namespace gossamer::lower {

// What lowering knows of a variable.
struct VarInfo {
  // From escape analysis
  bool boxed = false;        // lives in the heap; its slot holds the address
  bool homed = false;        // its address is taken in the frame
  EscapeGraph::Loc loc = 0;
  uint32_t analysis = 0;     // number of the analysis `loc` belongs to
  ast::FuncLit* literal = nullptr; // the variable only ever holds this closure
  // For the function being lowered
  uint32_t epoch = 0;        // number of the lowering run `slot` belongs to
  uint16_t slot = 0;
  bool viaPointer = false;   // `slot` holds the variable's address: boxed, or captured by reference
  bool reserved = false;     // `slot` was set aside at the function's entry
  // Of a package-level variable
  void* address = nullptr;
};

// Bits of ast::Node::flags that the analysis sets.
enum EscapeFlag : uint16_t {
  kAnalysed = 1 << 0, // of the FuncLit or site: the other bits mean something
  kEscapes = 1 << 1,  // of a FuncLit or an allocation site: must be in the heap
  kTransient = 1 << 2, // of a call: nothing keeps the slice of its extra arguments beyond the call
};

// Leaks of one function's parameters, receiver first. Values are least numbers of dereferences.
struct EscapeTags {
  struct Param {
    uint8_t heap = EscapeGraph::kNoLeak;
    std::vector<uint8_t> results; // empty: none
  };
  bool known = false; // false: everything leaks
  bool busy = false;
  std::vector<Param> params;
};

class Escape {
public:
  explicit Escape(Instances& instances) : instances_(instances) {}

  VarInfo& var(sema::Object* object) {
    return object->lowering ? *static_cast<VarInfo*>(object->lowering) : makeVar(object);
  }
  // Analyses the declared function that `info` is or belongs to, unless what hangs on its syntax are that analysis's results
  // already. A generic function is analysed for each instance.
  void analyse(sema::FuncInfo* info, Instantiation* instantiation);
  // The code outside functions: a variable's initialiser.
  void analyseInitializer(ast::Expr* value);
  // A document's cell: `items` run as the body of `info`.
  void analyseCell(sema::FuncInfo* info, std::span<ast::Node* const> items);
  const EscapeTags& tags(const Callee& callee);

  bool siteEscapes(const ast::Node& site) const { return (site.flags & (kAnalysed | kEscapes)) != kAnalysed; }

private:
  friend class EscapeWalk;
  VarInfo& makeVar(sema::Object* object);
  void nativeTags(sema::Object* function, const TypeView& view, EscapeTags& tags);
  static const void* keyOf(sema::Object* function, const Instantiation* instantiation) {
    return instantiation ? static_cast<const void*>(instantiation) : function;
  }

  struct Analysed {
    Instantiation* last = nullptr; // whose results hang on the syntax
    bool busy = false;
  };
  Instances& instances_;
  ScratchPool<EscapeGraph> graphs_;
  std::unordered_map<const void*, EscapeTags> tags_; // by Object, or Instantiation of a generic one
  std::unordered_map<const sema::FuncInfo*, Analysed> analysed_;
  uint32_t analyses_ = 0;
  uint32_t demandDepth_ = 0;
  uint32_t demands_ = 0;
};

// Whether closures hold a copy of the variable (else its address).
bool capturedByValue(const sema::Object* v, const Rep* rep);

// The variables of the enclosing function that the body of a range over a function uses: it becomes a closure.
// With a return in it also the results of the function, `signature`, which the return sets.
std::vector<sema::Object*> capturesOfRangeBody(ast::RangeStmt& loop, sema::Signature* signature);

} // namespace gossamer::lower
