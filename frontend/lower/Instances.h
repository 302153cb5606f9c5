// Generic functions and what their type parameters stand for.
//
// The annotated tree of a generic body is never changed: its types mention type parameters. Whoever reads it
// for one instance looks through a TypeView, which puts that instance's type arguments in; outside generic
// code the view changes nothing and costs one test. A type node that has a Rep mentions no type parameter
// (TypeReps::of is only ever asked about such types), so the view need not look into it.
//
//   TypeView view(program.instances, plan.instantiation);   // null: a function without type parameters
//   view.of(*e.type)          // the type as this instance has it
//   view.selection(selector)  // x.m with x of a type parameter's type: the type argument's own method
//
// Instances are interned by identical type arguments. Not thread-safe: used under the compile lock.
#pragma once

#include "frontend/lower/TypeReps.h"
#include "frontend/sema/Checker.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace gossamer {
struct Function;
}

namespace gossamer::lower {

// Instances whose type arguments nest deeper are refused.
inline constexpr int kMaxInstanceDepth = 400;

// A declared generic function, or a method of a generic type, with concrete type arguments.
struct Instantiation {
  sema::Object* generic = nullptr; // the declaration
  std::span<sema::TypeParam* const> params;
  std::span<sema::Type* const> args;
  Function* function = nullptr; // once something refers to it
  bool tooDeep = false;         // the type arguments nest deeper than kMaxInstanceDepth
  std::string layout;           // see Instances::layoutOf
  // What has been found out about the body's nodes.
  std::unordered_map<const sema::Type*, sema::Type*> types;
  std::unordered_map<const sema::Selection*, const sema::Selection*> selections;
  std::unordered_map<const sema::Instance*, Instantiation*> callees;
  std::unordered_map<const ast::FuncLit*, Function*> literals;
};

class Instances {
public:
  Instances(sema::Checker& checker, TypeReps& reps) : checker_(checker), reps_(reps) {}
  Instances(const Instances&) = delete;
  Instances& operator=(const Instances&) = delete;

  Instantiation* of(sema::Object* generic, std::span<sema::Type* const> args);
  // Of a method of an instance of a generic type; null for any other function.
  Instantiation* ofMethod(sema::Object* method) {
    if (!method->instanceOf || !method->origin) return nullptr;
    Instantiation*& known = byMethod_[method];
    return known ? known : known = of(method->origin, method->instanceOf->typeArgs);
  }
  // The kinds of the type arguments with those of their parts: all that code can tell of them that asks for
  // no descriptor and calls no method of theirs. (It looks into an argument, through a constraint's core
  // type, only where that spells the parts out or names them by other type parameters.)
  const std::string& layoutOf(Instantiation& instance);
  // Is the type one of the arguments, or made from one?
  static bool mentionsArgument(const Instantiation& instance, sema::Type* type);

  sema::Checker& checker() { return checker_; }
  TypeReps& reps() { return reps_; }

private:
  sema::Checker& checker_;
  TypeReps& reps_;
  std::deque<Instantiation> all_;
  std::unordered_map<const sema::Object*, std::vector<Instantiation*>> byGeneric_;
  std::unordered_map<const sema::Object*, Instantiation*> byMethod_;
};

class TypeView {
public:
  TypeView(Instances& instances, Instantiation* instantiation)
      : instances_(&instances), instantiation_(instantiation) {}

  Instantiation* instantiation() const { return instantiation_; }
  Instances& instances() const { return *instances_; }

  sema::Type* of(const sema::Type* type) const {
    auto* t = const_cast<sema::Type*>(type);
    return !instantiation_ || !t || t->lowering ? t : substituted(t);
  }
  sema::Type* of(const ast::Expr& e) const { return of(e.type); }
  const Rep* rep(const sema::Type* type) const { return instances_->reps().of(of(type)); }

  // The selector's selection; of a method the object is the one that runs.
  const sema::Selection& selection(const ast::SelectorExpr& e) const {
    return instantiation_ ? selected(*e.selection) : *e.selection;
  }
  // A generic function with type arguments as the body writes or implies them.
  Instantiation* instance(sema::Object* generic, sema::Instance& args) const;

private:
  sema::Type* substituted(sema::Type* type) const;
  const sema::Selection& selected(const sema::Selection& selection) const;

  Instances* instances_;
  Instantiation* instantiation_;
};

} // namespace gossamer::lower
