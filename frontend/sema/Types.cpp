#include "frontend/sema/Types.h"

#include "frontend/sema/TypeContext.h"
#include "runtime/base/NativeStack.h"

#include <algorithm>
#include <unordered_set>

namespace gossamer::sema {

namespace {

// What a type under construction is taken for; never written to.
Type* invalidType() {
  static Basic invalid(BasicKind::Invalid, 0, "invalid type");
  return &invalid;
}

} // namespace

Type* unaliasSlow(Type* t) {
  // Chains are short; a cycle of aliases was cut by the declaration check.
  for (int hops = 0; t && t->kind == TypeKind::Alias; hops++) {
    t = static_cast<Alias*>(t)->actual;
    if (!t || hops > 1000) return invalidType();
  }
  return t;
}

Type* underSlow(Type* t) {
  for (int hops = 0; hops < 1000; hops++) {
    switch (t->kind) {
    case TypeKind::Alias: t = unaliasSlow(t); break;
    case TypeKind::TypeParam: {
      auto* p = static_cast<TypeParam*>(t);
      if (p->iface) return p->iface;
      if (!p->bound || p->computing) return invalidType();
      p->computing = true;
      Type* b = under(p->bound);
      p->computing = false;
      if (b->kind == TypeKind::Interface) p->iface = static_cast<Interface*>(b);
      return p->iface ? p->iface : invalidType();
    }
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      if (n->underlyingType) return n->underlyingType;
      if (n->lazyContext) {
        TypeContext* ctx = n->lazyContext;
        // Nothing can be made of an origin that is still being declared: its structure is not all there.
        if (n->expanding || !n->origin || !n->origin->fromRhs) return invalidType();
        n->expanding = true; // a generic type may be declared as an instance of itself
        Type* base = under(n->origin);
        if (isInvalid(base)) {
          n->expanding = false;
          return base;
        }
        n->underlyingType = ctx->substitute(base, n->origin->typeParams, n->typeArgs);
        if (!n->outerArgs.empty())
          n->underlyingType = ctx->substitute(n->underlyingType, n->origin->outerParams, n->outerArgs);
        n->expanding = false;
        return n->underlyingType;
      }
      if (!n->fromRhs) return invalidType();
      t = n->fromRhs;
      break;
    }
    default: return t;
    }
  }
  return invalidType();
}

bool isBasic(Type* t, uint16_t info) {
  if (t->kind == TypeKind::TypeParam) return false;
  Type* u = under(t);
  if (u->kind != TypeKind::Basic || isTypeParam(t)) return false;
  return (static_cast<Basic*>(u)->info & info) != 0;
}

bool allBasic(Type* t, uint16_t info) {
  if (!isTypeParam(t)) return isBasic(t, info);
  auto* i = cast<Interface>(under(t));
  if (!i) return false;
  const TypeSet& s = typeSet(i);
  if (s.allTypes || s.terms.empty()) return false;
  return std::all_of(s.terms.begin(), s.terms.end(), [&](const UnionTerm& u) { return isBasic(u.type, info); });
}

BasicKind basicKind(Type* t) {
  auto* b = as<Basic>(t);
  return b ? b->basic : BasicKind::Invalid;
}

bool isInterface(Type* t) { return as<Interface>(t) != nullptr; }

bool isBytesOrRunes(Type* t) {
  auto* s = as<Slice>(t);
  if (!s) return false;
  BasicKind k = basicKind(s->elem);
  return k == BasicKind::Uint8 || k == BasicKind::Int32;
}

bool hasNil(Type* t) {
  if (isTypeParam(t)) {
    auto* i = cast<Interface>(under(t));
    if (!i) return false;
    const TypeSet& s = typeSet(i);
    return !s.allTypes && !s.terms.empty() &&
           std::all_of(s.terms.begin(), s.terms.end(), [](const UnionTerm& u) { return hasNil(u.type); });
  }
  Type* u = under(t);
  switch (u->kind) {
  case TypeKind::Basic: {
    BasicKind k = static_cast<Basic*>(u)->basic;
    return k == BasicKind::UnsafePointer || k == BasicKind::UntypedNil;
  }
  case TypeKind::Pointer:
  case TypeKind::Slice:
  case TypeKind::Map:
  case TypeKind::Chan:
  case TypeKind::Signature:
  case TypeKind::Interface: return true;
  default: return false;
  }
}

bool isGeneric(Type* t) {
  if (t && t->kind == TypeKind::Alias) {
    auto* a = static_cast<Alias*>(t);
    if (!a->typeParams.empty() && a->typeArgs.empty()) return true;
  }
  auto* n = cast<Named>(unalias(t));
  return n && !n->typeParams.empty() && n->typeArgs.empty();
}

namespace {

// Finds type parameters; each node is looked at once.
struct ParamFinder {
  bool firstOnly;
  std::vector<TypeParam*> found{};
  std::unordered_set<Type*> seen{};

  bool done() const { return firstOnly && !found.empty(); }

  void tuple(Tuple* t) {
    for (Object* v : t->vars) visit(v->type);
  }

  void visit(Type* t) {
    if (!t || t->kind == TypeKind::Basic || done() || nativeStackLow() || !seen.insert(t).second) return;
    switch (t->kind) {
    case TypeKind::Basic: return;
    case TypeKind::TypeParam: found.push_back(static_cast<TypeParam*>(t)); return;
    case TypeKind::Alias: return visit(unalias(t));
    case TypeKind::Named:
      for (Type* a : static_cast<Named*>(t)->typeArgs) visit(a);
      return;
    case TypeKind::Pointer: return visit(static_cast<Pointer*>(t)->elem);
    case TypeKind::Slice: return visit(static_cast<Slice*>(t)->elem);
    case TypeKind::Array: return visit(static_cast<Array*>(t)->elem);
    case TypeKind::Chan: return visit(static_cast<Chan*>(t)->elem);
    case TypeKind::Map:
      visit(static_cast<Map*>(t)->key);
      return visit(static_cast<Map*>(t)->elem);
    case TypeKind::Tuple: return tuple(static_cast<Tuple*>(t));
    case TypeKind::Signature:
      tuple(static_cast<Signature*>(t)->params);
      return tuple(static_cast<Signature*>(t)->results);
    case TypeKind::Struct:
      for (Object* f : static_cast<Struct*>(t)->fields) visit(f->type);
      return;
    case TypeKind::Interface:
      for (Object* m : static_cast<Interface*>(t)->methods) visit(m->type);
      for (Type* e : static_cast<Interface*>(t)->embeddeds) visit(e);
      return;
    case TypeKind::Union:
      for (const UnionTerm& u : static_cast<Union*>(t)->terms) visit(u.type);
      return;
    }
  }
};

// Interfaces can refer to themselves through their methods; a pair met again while it is being compared is taken for
// identical.
struct PairChain {
  Type* a;
  Type* b;
  const PairChain* prev;
};

struct Comparer {
  bool tags;

  // Type parameters of two generic signatures stand for each other when at the same place.
  std::span<TypeParam* const> left{}, right{};

  bool same(Type* a, Type* b, const PairChain* chain) const {
    if (a == b) return true;
    if (!a || !b) return false;
    a = unalias(a);
    b = unalias(b);
    if (a == b) return true;
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case TypeKind::Basic: return static_cast<Basic*>(a)->basic == static_cast<Basic*>(b)->basic;
    case TypeKind::Named: {
      auto *x = static_cast<Named*>(a), *y = static_cast<Named*>(b);
      if (x->origin != y->origin || x->typeArgs.size() != y->typeArgs.size() || x->outerArgs.size() != y->outerArgs.size())
        return false;
      if (x->typeArgs.empty() && x->outerArgs.empty()) return false;
      for (size_t i = 0; i < x->typeArgs.size(); i++)
        if (!same(x->typeArgs[i], y->typeArgs[i], chain)) return false;
      for (size_t i = 0; i < x->outerArgs.size(); i++)
        if (!same(x->outerArgs[i], y->outerArgs[i], chain)) return false;
      return true;
    }
    case TypeKind::Alias: return false;
    case TypeKind::Pointer: return same(static_cast<Pointer*>(a)->elem, static_cast<Pointer*>(b)->elem, chain);
    case TypeKind::Slice: return same(static_cast<Slice*>(a)->elem, static_cast<Slice*>(b)->elem, chain);
    case TypeKind::Array: {
      auto *x = static_cast<Array*>(a), *y = static_cast<Array*>(b);
      return (x->length < 0 || y->length < 0 || x->length == y->length) && same(x->elem, y->elem, chain);
    }
    case TypeKind::Map:
      return same(static_cast<Map*>(a)->key, static_cast<Map*>(b)->key, chain) &&
             same(static_cast<Map*>(a)->elem, static_cast<Map*>(b)->elem, chain);
    case TypeKind::Chan:
      return static_cast<Chan*>(a)->dir == static_cast<Chan*>(b)->dir &&
             same(static_cast<Chan*>(a)->elem, static_cast<Chan*>(b)->elem, chain);
    case TypeKind::Tuple: {
      auto *x = static_cast<Tuple*>(a), *y = static_cast<Tuple*>(b);
      if (x->size() != y->size()) return false;
      for (size_t i = 0; i < x->size(); i++)
        if (!same(x->at(i), y->at(i), chain)) return false;
      return true;
    }
    case TypeKind::Signature: {
      auto *x = static_cast<Signature*>(a), *y = static_cast<Signature*>(b);
      if (x->variadic != y->variadic || x->typeParams.size() != y->typeParams.size()) return false;
      if (!x->typeParams.empty()) {
        Comparer inner{tags, x->typeParams, y->typeParams};
        for (size_t i = 0; i < x->typeParams.size(); i++)
          if (!inner.same(x->typeParams[i]->bound, y->typeParams[i]->bound, chain)) return false;
        return inner.same(x->params, y->params, chain) && inner.same(x->results, y->results, chain);
      }
      return same(x->params, y->params, chain) && same(x->results, y->results, chain);
    }
    case TypeKind::Struct: {
      auto *x = static_cast<Struct*>(a), *y = static_cast<Struct*>(b);
      if (x->fields.size() != y->fields.size()) return false;
      for (size_t i = 0; i < x->fields.size(); i++) {
        Object *f = x->fields[i], *g = y->fields[i];
        if (f->isEmbedded != g->isEmbedded || !sameId(f, g->pkg, g->name)) return false;
        if (tags && x->tag(i) != y->tag(i)) return false;
        if (!same(f->type, g->type, chain)) return false;
      }
      return true;
    }
    case TypeKind::Interface: {
      auto *x = static_cast<Interface*>(a), *y = static_cast<Interface*>(b);
      const TypeSet &s = typeSet(x), &t = typeSet(y);
      if (s.allTypes != t.allTypes || s.comparable != t.comparable || s.methods.size() != t.methods.size() ||
          s.terms.size() != t.terms.size())
        return false;
      for (size_t i = 0; i < s.terms.size(); i++) { // as sets
        bool found = false;
        for (const UnionTerm& u : t.terms)
          found = found || (u.tilde == s.terms[i].tilde && same(u.type, s.terms[i].type, chain));
        if (!found) return false;
      }
      int depth = 0;
      for (const PairChain* p = chain; p; p = p->prev, depth++)
        if ((p->a == a && p->b == b) || (p->a == b && p->b == a)) return true;
      if (depth > 200) return true;
      PairChain here{a, b, chain};
      for (size_t i = 0; i < s.methods.size(); i++) {
        if (!sameId(s.methods[i], t.methods[i]->pkg, t.methods[i]->name)) return false;
        if (!same(s.methods[i]->type, t.methods[i]->type, &here)) return false;
      }
      return true;
    }
    case TypeKind::TypeParam:
      for (size_t i = 0; i < left.size(); i++)
        if (left[i] == a) return right[i] == b;
      return false;
    case TypeKind::Union: {
      auto *x = static_cast<Union*>(a), *y = static_cast<Union*>(b);
      if (x->terms.size() != y->terms.size()) return false;
      for (size_t i = 0; i < x->terms.size(); i++)
        if (x->terms[i].tilde != y->terms[i].tilde || !same(x->terms[i].type, y->terms[i].type, chain)) return false;
      return true;
    }
    }
    return false;
  }
};

uint64_t mix(uint64_t h, uint64_t v) { return (h ^ v) * 0x9E3779B97F4A7C15ull + (h >> 29); }

uint64_t hashOf(Type* t, int depth) {
  t = unalias(t);
  if (!t || depth > 6) return 7; // equal types have equal prefixes: cutting the depth keeps the hash sound
  uint64_t h = mix(11, static_cast<uint64_t>(t->kind));
  switch (t->kind) {
  case TypeKind::Basic: return mix(h, static_cast<uint64_t>(static_cast<Basic*>(t)->basic));
  case TypeKind::Named: {
    auto* n = static_cast<Named*>(t);
    h = mix(h, n->origin->id);
    for (Type* a : n->typeArgs) h = mix(h, hashOf(a, depth + 1));
    return h;
  }
  case TypeKind::TypeParam: return mix(h, static_cast<uint64_t>(static_cast<TypeParam*>(t)->index));
  case TypeKind::Pointer: return mix(h, hashOf(static_cast<Pointer*>(t)->elem, depth + 1));
  case TypeKind::Slice: return mix(h, hashOf(static_cast<Slice*>(t)->elem, depth + 1));
  case TypeKind::Array:
    return mix(mix(h, static_cast<uint64_t>(static_cast<Array*>(t)->length)),
               hashOf(static_cast<Array*>(t)->elem, depth + 1));
  case TypeKind::Map:
    return mix(mix(h, hashOf(static_cast<Map*>(t)->key, depth + 1)), hashOf(static_cast<Map*>(t)->elem, depth + 1));
  case TypeKind::Chan:
    return mix(mix(h, static_cast<uint64_t>(static_cast<Chan*>(t)->dir)), hashOf(static_cast<Chan*>(t)->elem, depth + 1));
  case TypeKind::Tuple:
    for (Object* v : static_cast<Tuple*>(t)->vars) h = mix(h, hashOf(v->type, depth + 1));
    return h;
  case TypeKind::Signature: {
    auto* s = static_cast<Signature*>(t);
    return mix(mix(mix(h, s->variadic), hashOf(s->params, depth)), hashOf(s->results, depth));
  }
  case TypeKind::Struct:
    for (Object* f : static_cast<Struct*>(t)->fields) h = mix(mix(h, f->name.hash()), hashOf(f->type, depth + 1));
    return h;
  case TypeKind::Interface:
    for (Object* m : typeSet(static_cast<Interface*>(t)).methods) h = mix(h, m->name.hash());
    return h;
  case TypeKind::Union:
  case TypeKind::Alias: return h;
  }
  return h;
}

// Types made of one another can have any number of parts: past this many the rest is taken for comparable.
constexpr int kMostParts = 100'000;

bool comparableType(Type* t, bool dynamic, int& parts);

// Whether every type of an interface's set is strictly comparable.
bool comparableSet(const TypeSet& s, int& parts) {
  if (s.allTypes) return s.comparable;
  return !s.terms.empty() && std::all_of(s.terms.begin(), s.terms.end(), [&](const UnionTerm& u) {
    return comparableType(u.type, false, parts);
  });
}

bool comparableType(Type* t, bool dynamic, int& parts) {
  t = unalias(t);
  if (++parts > kMostParts || nativeStackLow()) return true;
  if (t->kind == TypeKind::TypeParam) {
    auto* i = cast<Interface>(under(t));
    return !i || comparableSet(typeSet(i), parts);
  }
  Type* u = under(t);
  switch (u->kind) {
  case TypeKind::Basic: return static_cast<Basic*>(u)->basic != BasicKind::UntypedNil;
  case TypeKind::Pointer:
  case TypeKind::Chan: return true;
  case TypeKind::Interface: {
    return dynamic || comparableSet(typeSet(static_cast<Interface*>(u)), parts);
  }
  case TypeKind::Struct:
    for (Object* f : static_cast<Struct*>(u)->fields)
      if (f->type && !comparableType(f->type, dynamic, parts)) return false;
    return true;
  case TypeKind::Array: return comparableType(static_cast<Array*>(u)->elem, dynamic, parts);
  default: return false;
  }
}

} // namespace

bool isParameterized(Type* t) {
  ParamFinder finder{true};
  finder.visit(t);
  return finder.done();
}

std::vector<TypeParam*> typeParamsIn(Type* t) {
  ParamFinder finder{false};
  finder.visit(t);
  return std::move(finder.found);
}

bool identical(Type* a, Type* b) { return a == b || Comparer{true}.same(a, b, nullptr); }
bool identicalIgnoreTags(Type* a, Type* b) { return a == b || Comparer{false}.same(a, b, nullptr); }
uint64_t hashType(Type* t) { return hashOf(t, 0); }
bool isComparable(Type* t, bool dynamic) {
  int parts = 0;
  return comparableType(t, dynamic, parts);
}

bool methodLess(const Object* a, const Object* b) {
  if (a->name != b->name) return a->name.view() < b->name.view();
  if (a->pkg == b->pkg || a->name.isExported()) return false;
  std::string_view p = a->pkg ? a->pkg->path : "", q = b->pkg ? b->pkg->path : "";
  return p < q;
}

const TypeSet& typeSet(Interface* i) {
  static const TypeSet kEmpty{};
  if (!i->set) computeTypeSet(i, nullptr);
  return i->set ? *i->set : kEmpty;
}

} // namespace gossamer::sema
