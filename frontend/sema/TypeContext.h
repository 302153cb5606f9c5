// Makes types and knows the predeclared ones; one for each Checker.
//
// Also the door through which type operations ask for what is not known yet: the signature of a method that nobody has
// looked at (ObjectResolver), the underlying type of an instance.
#pragma once

#include "frontend/sema/Object.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace gossamer::sema {

// Gives an object its type when it is first needed.
class ObjectResolver {
public:
  virtual ~ObjectResolver() = default;
  virtual void resolve(Object* object) = 0;
};

class TypeContext {
public:
  TypeContext(Arena& arena, SymbolTable& symbols);
  TypeContext(const TypeContext&) = delete;
  TypeContext& operator=(const TypeContext&) = delete;

  Arena& arena() { return arena_; }
  SymbolTable& symbols() { return symbols_; }
  void setResolver(ObjectResolver* r) { resolver_ = r; }
  Type* typeOf(Object* o) {
    if (!o->type && resolver_) resolver_->resolve(o);
    return o->type ? o->type : invalid();
  }

  Basic* basic(BasicKind k) { return basics_[static_cast<size_t>(k)]; }
  Basic* invalid() { return basics_[0]; }
  Basic* byteType() { return byte_; }
  Basic* runeType() { return rune_; }
  Named* errorType() { return error_; }
  Named* comparableType() { return comparable_; }
  Alias* anyType() { return any_; }
  Interface* emptyInterface() { return empty_; }
  Tuple* emptyTuple() { return emptyTuple_; }
  Scope* universe() { return universe_; }
  Package* unsafePackage() { return unsafe_; }

  template <class T, class... A> T* make(A&&... args) { return arena_.make<T>(std::forward<A>(args)...); }
  Pointer* pointer(Type* elem) { return make<Pointer>(elem); }
  Slice* slice(Type* elem) { return make<Slice>(elem); }
  Tuple* tuple(std::span<Object*> vars) { return vars.empty() ? emptyTuple_ : make<Tuple>(vars); }
  // A tuple of unnamed variables, as for v, ok forms.
  Tuple* tupleOf(std::initializer_list<Type*> types);
  Named* named(Object* typeName) {
    Named* n = make<Named>(typeName);
    n->id = ++nextId_;
    return n;
  }
  TypeParam* typeParam(Object* typeName) {
    TypeParam* p = make<TypeParam>(typeName);
    p->id = ++nextId_;
    p->misleading = universe_->lookup(typeName->name) != nullptr;
    return p;
  }
  Object* object(ObjectKind kind, Symbol name, Pos pos, Package* pkg, Type* type = nullptr) {
    Object* o = make<Object>(kind);
    o->name = name;
    o->pos = pos;
    o->pkg = pkg;
    o->type = type;
    return o;
  }

  // An instance of a generic type (the same node for identical arguments), or of a generic alias or function's
  // signature (substituted). The number of arguments fits. `outer` is for Named::outerParams, if the origin has any.
  Named* instantiate(Named* origin, std::span<Type* const> args, std::span<Type* const> outer = {});
  // Makes a defined type that contains itself, and its instances, types without an underlying one.
  void invalidate(Named* origin);
  Type* substitute(Type* t, std::span<TypeParam* const> params, std::span<Type* const> args);
  Signature* instantiateSignature(Signature* s, std::span<Type* const> args);

private:
  friend class Universe;
  void declareUniverse();
  Object* declare(Scope* scope, ObjectKind kind, std::string_view name, Type* type, Package* pkg = nullptr);

  Arena& arena_;
  SymbolTable& symbols_;
  ObjectResolver* resolver_ = nullptr;
  std::array<Basic*, 26> basics_{};
  Basic* byte_ = nullptr;
  Basic* rune_ = nullptr;
  Named* error_ = nullptr;
  Named* comparable_ = nullptr;
  Alias* any_ = nullptr;
  Interface* empty_ = nullptr;
  Tuple* emptyTuple_ = nullptr;
  Scope* universe_ = nullptr;
  Package* unsafe_ = nullptr;
  uint32_t nextId_ = 0;
  std::unordered_map<uint64_t, std::vector<Named*>> instances_;
};

// How many terms a union may have, as gc has it.
inline constexpr size_t kMostTerms = 100;

// Collects a type set; methods that are there twice go to `errors`, and unions of too many terms (with a null method).
struct TypeSetError {
  Pos pos;
  Object* method;
  Pos other;    // of the earlier one
  bool allowed; // both embedded and identical: an error only before Go 1.14
};
void computeTypeSet(Interface* i, std::vector<TypeSetError>* errors);

// Orders methods as type sets do.
bool methodLess(const Object* a, const Object* b);
// Do a selector's name and package mean this object? (spec "Uniqueness of identifiers")
inline bool sameId(const Object* o, Package* pkg, Symbol name) {
  return o->name == name && (name.isExported() || o->pkg == pkg);
}

} // namespace gossamer::sema
