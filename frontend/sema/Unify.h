// Type unification (spec "Type unification"): finds types for type parameters that make two types fit each other.
//
// The parameters given to a Unifier are *bound*: they take on types. A bound parameter that meets another one is joined
// to it: the two share a slot, and what one is found to be holds for both. Any other type parameter is a type like others,
// except that inexact unification may use its core type.
//
//   Unifier u(checker, params, known);
//   if (u.unify(parameter, argument, Unifier::kAssign)) … u.at(0) …
#pragma once

#include "frontend/sema/Types.h"

#include <vector>

namespace gossamer::sema {

class CheckerImpl;

class Unifier {
public:
  // How closely types must match. By default a defined type matches a type literal that is its underlying type, and
  // interfaces match what has their methods (from Go 1.21 on).
  enum Mode : uint8_t {
    kInexact = 0,
    kExact = 1,  // identity
    kAssign = 2, // as in an assignment: channels may differ in direction
  };

  Unifier(CheckerImpl& checker, std::span<TypeParam* const> params, std::span<Type* const> known);

  bool unify(Type* x, Type* y, uint8_t mode);
  Type* at(size_t i) const { return types_[slots_[i]]; } // null: not known
  void set(size_t i, Type* t) { types_[slots_[i]] = t; }
  size_t unknowns() const;
  std::vector<Type*> inferred() const;

private:
  // Two interfaces being compared further out: meeting the pair again tells nothing new.
  struct InterfacePair {
    Interface* x;
    Interface* y;
    const InterfacePair* outer;
  };

  static constexpr size_t kNone = ~size_t{0};
  size_t indexOf(Type* t) const;
  bool join(size_t i, size_t j);
  bool match(Type* x, Type* y, uint8_t mode, const InterfacePair* outer);
  bool matchBound(size_t i, Type* y, uint8_t mode, const InterfacePair* outer);
  bool matchInterfaces(Interface* x, Interface* y, bool exact, const InterfacePair* outer);
  bool matchMethods(Interface* x, Type* y, const InterfacePair* outer);
  bool matchParts(Type* x, Type* y, uint8_t mode, const InterfacePair* outer);
  bool matchTuples(Tuple* x, Tuple* y, uint8_t mode, const InterfacePair* outer);

  CheckerImpl& c_;
  std::span<TypeParam* const> params_;
  std::vector<size_t> slots_; // of each parameter; joined ones share a slot
  std::vector<Type*> types_;
  bool interfaces_;           // methods take part
  int depth_ = 0;
};

} // namespace gossamer::sema
