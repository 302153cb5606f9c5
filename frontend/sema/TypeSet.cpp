#include "frontend/sema/TypeContext.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

bool termIncludes(const UnionTerm& outer, const UnionTerm& inner) {
  if (outer.tilde) return identical(under(outer.type), under(inner.type));
  return !inner.tilde && identical(outer.type, inner.type);
}

// Terms in both lists.
std::vector<UnionTerm> intersect(std::span<const UnionTerm> a, std::span<const UnionTerm> b) {
  std::vector<UnionTerm> out;
  for (const UnionTerm& x : a)
    for (const UnionTerm& y : b) {
      if (termIncludes(x, y)) out.push_back(y);
      else if (termIncludes(y, x)) out.push_back(x);
    }
  return out;
}

// A list in which no term includes another.
void addTerm(std::vector<UnionTerm>& list, const UnionTerm& t) {
  for (const UnionTerm& have : list)
    if (termIncludes(have, t)) return;
  std::erase_if(list, [&](const UnionTerm& have) { return termIncludes(t, have); });
  list.push_back(t);
}

struct Collector {
  TypeSet& set;
  std::vector<TypeSetError>* errors;
  std::vector<Object*> methods{};
  std::vector<Pos> places{}; // where each came from: its declaration or what embeds it

  void addMethod(Object* m, Pos pos, bool embedded) {
    for (size_t i = 0; i < methods.size(); i++) {
      Object* have = methods[i];
      if (!sameId(have, m->pkg, m->name)) continue;
      // The same method through several embedded interfaces is fine (since Go 1.14) as long as the types agree.
      bool agree = embedded && (have == m || (have->type && m->type && identical(have->type, m->type)));
      if (errors) errors->push_back({pos, m, places[i], agree});
      return;
    }
    methods.push_back(m);
    places.push_back(pos);
  }

  void restrict(std::span<const UnionTerm> terms) {
    std::vector<UnionTerm> result;
    if (set.allTypes) result.assign(terms.begin(), terms.end());
    else result = intersect(set.terms, terms);
    if (set.comparable) {
      std::erase_if(result, [](const UnionTerm& t) { return !isComparable(t.type, false); });
      set.comparable = false;
    }
    set.allTypes = false;
    terms_ = std::move(result);
    set.terms = terms_;
  }

  void requireComparable() {
    if (set.allTypes) {
      set.comparable = true;
      return;
    }
    std::erase_if(terms_, [](const UnionTerm& t) { return !isComparable(t.type, false); });
    set.terms = terms_;
  }

  std::vector<UnionTerm> terms_{};
};

} // namespace

void computeTypeSet(Interface* i, std::vector<TypeSetError>* errors) {
  if (i->set || i->computing || !i->complete) return;
  i->computing = true;
  TypeContext& ctx = *i->context;
  TypeSet& set = *ctx.make<TypeSet>();
  Collector c{set, errors};
  for (Object* m : i->methods) c.addMethod(m, m->pos, false);
  for (size_t k = 0; k < i->embeddeds.size(); k++) {
    Type* e = i->embeddeds[k];
    Pos pos = k < i->embedPos.size() ? i->embedPos[k] : Pos();
    Type* u = under(e);
    if (isInvalid(u)) continue;
    switch (u->kind) {
    case TypeKind::Interface: {
      const TypeSet& inner = typeSet(static_cast<Interface*>(u));
      for (Object* m : inner.methods) c.addMethod(m, pos, true);
      if (inner.comparable) c.requireComparable();
      if (!inner.allTypes) c.restrict(inner.terms);
      break;
    }
    case TypeKind::Union: {
      std::vector<UnionTerm> terms;
      bool all = false;
      for (const UnionTerm& t : static_cast<Union*>(u)->terms) {
        if (isInvalid(t.type)) continue;
        if (t.tilde && !identical(t.type, under(t.type))) continue; // no type has this one as its underlying type
        if (auto* inner = as<Interface>(t.type)) {
          const TypeSet& s = typeSet(inner);
          if (s.allTypes) all = true;
          for (const UnionTerm& x : s.terms)
            if (terms.size() <= kMostTerms) addTerm(terms, x);
        } else {
          addTerm(terms, t);
        }
        if (terms.size() > kMostTerms) break;
      }
      if (terms.size() > kMostTerms) {
        if (errors) errors->push_back({pos, nullptr, pos, false});
        break;
      }
      if (!all) c.restrict(terms);
      break;
    }
    default: {
      UnionTerm only{false, e};
      c.restrict({&only, 1});
      break;
    }
    }
  }
  std::sort(c.methods.begin(), c.methods.end(), methodLess);
  set.methods = ctx.arena().copy(c.methods);
  set.terms = ctx.arena().copy(c.terms_);
  i->set = &set;
  i->computing = false;
}

} // namespace gossamer::sema
