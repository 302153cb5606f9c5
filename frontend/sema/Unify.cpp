#include "frontend/sema/Unify.h"

#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

// Types that lead back to themselves through inference end here; nothing sensible nests as deeply.
constexpr int kMaxUnification = 100;

// Neither defined by a declaration nor a type parameter; predeclared types count as literals here.
bool isLiteral(Type* t) { return t->kind != TypeKind::Named && t->kind != TypeKind::TypeParam; }

bool sameTerms(const TypeSet& a, const TypeSet& b) {
  auto within = [](const TypeSet& inner, const TypeSet& outer) {
    return std::all_of(inner.terms.begin(), inner.terms.end(), [&](const UnionTerm& t) {
      return std::any_of(outer.terms.begin(), outer.terms.end(),
                         [&](const UnionTerm& u) { return t.tilde == u.tilde && identical(t.type, u.type); });
    });
  };
  return a.allTypes == b.allTypes && a.terms.size() == b.terms.size() && within(a, b) && within(b, a);
}

} // namespace

Unifier::Unifier(CheckerImpl& checker, std::span<TypeParam* const> params, std::span<Type* const> known)
    : c_(checker), params_(params), types_(known.begin(), known.end()), interfaces_(checker.allows(21)) {
  types_.resize(params.size(), nullptr);
  for (size_t i = 0; i < params.size(); i++) slots_.push_back(i);
}

size_t Unifier::indexOf(Type* t) const {
  if (t->kind != TypeKind::TypeParam) return kNone;
  auto found = std::find(params_.begin(), params_.end(), t);
  return found == params_.end() ? kNone : static_cast<size_t>(found - params_.begin());
}

bool Unifier::join(size_t i, size_t j) {
  size_t a = slots_[i], b = slots_[j];
  if (a == b) return true;
  if (types_[a] && types_[b]) return false;
  if (types_[b]) std::swap(a, b);
  std::replace(slots_.begin(), slots_.end(), b, a);
  return true;
}

size_t Unifier::unknowns() const {
  size_t n = 0;
  for (size_t slot : slots_) n += !types_[slot];
  return n;
}

std::vector<Type*> Unifier::inferred() const {
  std::vector<Type*> out;
  for (size_t slot : slots_) out.push_back(types_[slot]);
  return out;
}

bool Unifier::unify(Type* x, Type* y, uint8_t mode) { return match(x, y, mode, nullptr); }

bool Unifier::match(Type* x, Type* y, uint8_t mode, const InterfacePair* outer) {
  if (x == y) return true;
  if (!x || !y) return false;
  Type *writtenX = x, *writtenY = y;
  x = unalias(x);
  y = unalias(y);
  if (x == y) return true;
  if (depth_ >= kMaxUnification) return false;
  struct Nesting {
    int& depth;
    explicit Nesting(int& d) : depth(d) { depth++; }
    ~Nesting() { depth--; }
  } nesting(depth_);
  bool exact = mode & kExact;

  // A single defined type stands on the right, where its underlying type may take its place.
  if (x->kind == TypeKind::Named && y->kind != TypeKind::Named) std::swap(x, y);
  if (!exact && y->kind == TypeKind::Named && isLiteral(x) && !(interfaces_ && isInterface(x))) {
    y = under(y);
    if (x == y) return true;
    if (isInvalid(y)) return false;
  }

  size_t i = indexOf(x), j = indexOf(y);
  if (i != kNone && j != kNone) return join(i, j) || match(at(i), at(j), mode, outer);
  // What is inferred keeps the name it was written by.
  auto written = [&](Type* t) { return t == unalias(writtenX) ? writtenX : t == unalias(writtenY) ? writtenY : t; };
  if (i != kNone) return matchBound(i, written(y), mode, outer);
  if (j != kNone) return matchBound(j, written(x), mode, outer);

  if (interfaces_ && !exact) {
    auto *xi = as<Interface>(x), *yi = as<Interface>(y);
    if (xi && yi) return matchInterfaces(xi, yi, false, outer);
    if (xi) return matchMethods(xi, y, outer);
    if (yi) return matchMethods(yi, x, outer);
  }

  // A type parameter that is not bound matches what its core type matches.
  if (y->kind == TypeKind::TypeParam) std::swap(x, y);
  if (x->kind == TypeKind::TypeParam) {
    Type* core = c_.coreType(x);
    return core && match(core, y, kAssign, outer);
  }
  return matchParts(x, y, mode, outer);
}

// A bound parameter against a type that is none.
bool Unifier::matchBound(size_t i, Type* y, uint8_t mode, const InterfacePair* outer) {
  Type* x = at(i);
  if (!x) {
    set(i, y);
    return true;
  }
  if (!match(x, y, mode, outer)) return false;
  auto *xi = as<Interface>(x), *yi = as<Interface>(y);
  bool xNamed = as<Named>(x), yNamed = as<Named>(y);
  if (xi && yi) {
    // Nothing says which of two names is the right one, nor which of two method sets.
    if (xNamed && yNamed) return identical(x, y);
    if (typeSet(xi).methods.size() != typeSet(yi).methods.size()) return false;
  } else if (xi || yi) {
    return false; // either would do: the choice must not depend on the order of arguments
  }
  if (mode & kExact) return true;
  // Of a defined type and its literal the name is kept, of channels the one with a direction: the other can be assigned
  // to it.
  auto* chan = as<Chan>(y);
  if (!xNamed && (yNamed || (chan && chan->dir != ChanDir::Both))) set(i, y);
  return true;
}

bool Unifier::matchInterfaces(Interface* x, Interface* y, bool exact, const InterfacePair* outer) {
  const TypeSet *xs = &typeSet(x), *ys = &typeSet(y);
  if (xs->comparable != ys->comparable || !sameTerms(*xs, *ys)) return false;
  for (const InterfacePair* p = outer; p; p = p->outer)
    if ((p->x == x && p->y == y) || (p->x == y && p->y == x)) return true;
  InterfacePair here{x, y, outer};
  if (exact && xs->methods.size() != ys->methods.size()) return false;
  if (xs->methods.size() > ys->methods.size()) std::swap(xs, ys);
  for (Object* m : xs->methods) {
    Object* other = nullptr;
    for (Object* c : ys->methods)
      if (sameId(c, m->pkg, m->name)) other = c;
    if (!other || !match(c_.types_.typeOf(m), c_.types_.typeOf(other), kExact, &here)) return false;
  }
  return true;
}

bool Unifier::matchMethods(Interface* x, Type* y, const InterfacePair* outer) {
  for (Object* m : typeSet(x).methods) {
    LookupResult r = lookupFieldOrMethod(c_.types_, y, false, m->pkg, m->name);
    if (!r.obj || !r.obj->isFunc()) return false;
    if (!match(c_.types_.typeOf(m), c_.types_.typeOf(r.obj), kExact, outer)) return false;
  }
  return true;
}

bool Unifier::matchTuples(Tuple* x, Tuple* y, uint8_t mode, const InterfacePair* outer) {
  if (x->size() != y->size()) return false;
  for (size_t i = 0; i < x->size(); i++)
    if (!match(x->at(i), y->at(i), mode, outer)) return false;
  return true;
}

// Types of the same form match when their parts do.
bool Unifier::matchParts(Type* x, Type* y, uint8_t mode, const InterfacePair* outer) {
  if (x->kind != y->kind) return false;
  // Of types in an assignment the parts must be identical.
  uint8_t inner = mode & kAssign ? static_cast<uint8_t>(mode | kExact) : mode;
  switch (x->kind) {
  case TypeKind::Named: {
    auto *a = static_cast<Named*>(x), *b = static_cast<Named*>(y);
    if (a->origin != b->origin || a->typeArgs.size() != b->typeArgs.size() || a->typeArgs.empty()) return false;
    for (size_t i = 0; i < a->typeArgs.size(); i++)
      if (!match(a->typeArgs[i], b->typeArgs[i], mode, outer)) return false;
    return true;
  }
  case TypeKind::Pointer: return match(static_cast<Pointer*>(x)->elem, static_cast<Pointer*>(y)->elem, inner, outer);
  case TypeKind::Slice: return match(static_cast<Slice*>(x)->elem, static_cast<Slice*>(y)->elem, inner, outer);
  case TypeKind::Array: {
    auto *a = static_cast<Array*>(x), *b = static_cast<Array*>(y);
    return (a->length < 0 || b->length < 0 || a->length == b->length) && match(a->elem, b->elem, inner, outer);
  }
  case TypeKind::Map:
    return match(static_cast<Map*>(x)->key, static_cast<Map*>(y)->key, inner, outer) &&
           match(static_cast<Map*>(x)->elem, static_cast<Map*>(y)->elem, inner, outer);
  case TypeKind::Chan: {
    auto *a = static_cast<Chan*>(x), *b = static_cast<Chan*>(y);
    return (!(mode & kExact) || a->dir == b->dir) && match(a->elem, b->elem, inner, outer);
  }
  case TypeKind::Tuple: return matchTuples(static_cast<Tuple*>(x), static_cast<Tuple*>(y), mode, outer);
  case TypeKind::Signature: {
    auto *a = static_cast<Signature*>(x), *b = static_cast<Signature*>(y);
    // The type parameters of generic functions take no part: those of an argument are among the bound ones.
    return a->variadic == b->variadic && matchTuples(a->params, b->params, inner, outer) && matchTuples(a->results, b->results, inner, outer);
  }
  case TypeKind::Struct: {
    auto *a = static_cast<Struct*>(x), *b = static_cast<Struct*>(y);
    if (a->fields.size() != b->fields.size()) return false;
    for (size_t i = 0; i < a->fields.size(); i++) {
      Object *f = a->fields[i], *g = b->fields[i];
      if (f->isEmbedded != g->isEmbedded || !sameId(f, g->pkg, g->name) || a->tag(i) != b->tag(i)) return false;
      if (!match(f->type, g->type, inner, outer)) return false;
    }
    return true;
  }
  case TypeKind::Interface: return matchInterfaces(static_cast<Interface*>(x), static_cast<Interface*>(y), true, outer);
  default: return identical(x, y);
  }
}

} // namespace gossamer::sema
