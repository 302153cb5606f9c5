#include "frontend/sema/TypeContext.h"

#include <algorithm>
#include <unordered_set>

namespace gossamer::sema {

namespace {

bool equalFold(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); i++) {
    auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

struct Query {
  Package* pkg;
  Symbol name;
  bool fold;
  bool matches(const Object* o) const {
    if (fold) return equalFold(o->name.view(), name.view());
    return sameId(o, pkg, name);
  }
};

// An embedded type met at the current depth, and how it was reached.
struct Entry {
  Type* type;
  std::vector<int> path;
  bool indirect;
  bool multiples; // reached more than once at this depth
};

Type* derefOnce(Type* t, bool* wasPointer) {
  *wasPointer = false;
  if (auto* p = cast<Pointer>(unalias(t))) {
    *wasPointer = true;
    return p->elem;
  }
  return t;
}

std::span<const int> pathOf(TypeContext& ctx, const std::vector<int>& path, const Object* o) {
  if (path.empty()) return {&o->index, 1};
  std::vector<int> whole = path;
  whole.push_back(o->index);
  return ctx.arena().copy(whole);
}

Object* findMethod(std::span<Object*> methods, const Query& q) {
  for (Object* m : methods)
    if (q.matches(m)) return m;
  return nullptr;
}

LookupResult lookup(TypeContext& ctx, Type* t, bool addressable, const Query& q) {
  LookupResult result;
  if (q.name.isBlank()) return result;
  bool isPtr = false;
  Type* base = derefOnce(t, &isPtr);
  if (isPtr && under(base)->kind == TypeKind::Interface) return result; // pointers to interfaces (and type parameters) have no methods

  std::vector<Entry> current, next;
  std::vector<Named*> seen;
  current.push_back({base, {}, isPtr, false});
  bool found = false;
  while (!current.empty()) {
    next.clear();
    found = false;
    for (Entry& e : current) {
      Type* type = unalias(e.type);
      if (auto* n = cast<Named>(type)) {
        if (std::find(seen.begin(), seen.end(), n) != seen.end()) continue; // deeper than its first occurrence
        seen.push_back(n);
        if (Object* m = findMethod(methodsOf(n), q)) {
          if (found || e.multiples) {
            result = {};
            result.ambiguous = true;
            return result;
          }
          found = true;
          result.obj = m;
          result.index = pathOf(ctx, e.path, m);
          result.indirect = e.indirect;
          continue;
        }
      }
      Type* u = under(type);
      if (auto* s = cast<Struct>(u)) {
        for (size_t i = 0; i < s->fields.size(); i++) {
          Object* f = s->fields[i];
          if (q.matches(f)) {
            if (found || e.multiples) {
              result = {};
              result.ambiguous = true;
              return result;
            }
            found = true;
            result.obj = f;
            result.index = pathOf(ctx, e.path, f);
            result.indirect = e.indirect;
            continue;
          }
          if (f->isEmbedded && !found && f->type) {
            bool fieldPtr = false;
            Type* inner = derefOnce(f->type, &fieldPtr);
            TypeKind k = under(inner)->kind;
            if (unalias(inner)->kind != TypeKind::Named && k != TypeKind::Struct && k != TypeKind::Interface) continue;
            std::vector<int> path = e.path;
            path.push_back(static_cast<int>(i));
            next.push_back({inner, std::move(path), e.indirect || fieldPtr, e.multiples});
          }
        }
      } else if (auto* i = cast<Interface>(u)) {
        const TypeSet& set = typeSet(i);
        for (Object* m : set.methods) {
          if (!q.matches(m)) continue;
          if (found || e.multiples) {
            result = {};
            result.ambiguous = true;
            return result;
          }
          found = true;
          result.obj = m;
          result.index = pathOf(ctx, e.path, m);
          result.indirect = e.indirect;
          break;
        }
      }
    }
    if (found) {
      Object* o = result.obj;
      if (o->isFunc() && o->hasPointerRecv && !result.indirect && !addressable) {
        result.pointerNeeded = true;
        result.obj = nullptr;
      }
      return result;
    }
    // The same type reached twice at one depth makes everything in it ambiguous.
    current.clear();
    for (Entry& e : next) {
      Entry* twin = nullptr;
      for (Entry& have : current)
        if (unalias(have.type) == unalias(e.type)) twin = &have;
      if (twin) twin->multiples = true;
      else current.push_back(std::move(e));
    }
    if (seen.size() > 10000) return {};
  }
  return {};
}

} // namespace

std::span<Object*> methodsOf(Named* n) {
  if (n->origin == n || !n->lazyContext) return n->methods;
  Named* origin = n->origin;
  if (n->methods.size() == origin->methods.size()) return n->methods;
  // Methods of an instance are stand-ins whose signatures are substituted when they are asked for.
  TypeContext& ctx = *n->lazyContext;
  std::span<Object*> methods = ctx.arena().makeSpan<Object*>(origin->methods.size());
  for (size_t i = 0; i < methods.size(); i++) {
    Object* m = origin->methods[i];
    Object* copy = ctx.object(ObjectKind::Func, m->name, m->pos, m->pkg);
    copy->isMethod = true;
    copy->hasPointerRecv = m->hasPointerRecv;
    copy->index = m->index;
    copy->origin = m;
    copy->node = m->node;
    copy->instanceOf = n;
    methods[i] = copy;
  }
  n->methods = methods;
  return methods;
}

LookupResult lookupFieldOrMethod(TypeContext& ctx, Type* t, bool addressable, Package* pkg, Symbol name,
                                 bool foldCase) {
  Query q{pkg, name, foldCase};
  t = unalias(t);
  // Common shapes first: a method or field of the type itself, found without following embedded fields.
  if (!foldCase) {
    Type* base = t;
    bool indirect = false;
    if (auto* p = cast<Pointer>(t)) {
      base = unalias(p->elem);
      indirect = true;
    }
    if (auto* n = cast<Named>(base)) {
      if (!indirect || !isInterface(n)) {
        if (Object* m = findMethod(methodsOf(n), q)) {
          LookupResult r;
          r.index = {&m->index, 1};
          r.indirect = indirect;
          if (m->hasPointerRecv && !indirect && !addressable) r.pointerNeeded = true;
          else r.obj = m;
          return r;
        }
      }
    }
    // A named pointer type has its base's fields but none of its methods (spec "Selectors").
    if (auto* n = cast<Named>(t)) {
      if (auto* p = cast<Pointer>(under(n))) {
        LookupResult r = lookup(ctx, p, false, q);
        if (r.obj && r.obj->isFunc()) return {};
        return r;
      }
    }
    if (auto* s = cast<Struct>(under(base)); s && !isTypeParam(base)) {
      for (Object* f : s->fields)
        if (q.matches(f) && !name.isBlank()) {
          LookupResult r;
          r.obj = f;
          r.index = {&f->index, 1};
          r.indirect = indirect;
          return r;
        }
    }
  }
  return lookup(ctx, t, addressable, q);
}

std::span<const MethodSetEntry> methodSet(TypeContext& ctx, Type* t) {
  // Names that can be reached at all, then each looked up by the selector rules.
  std::vector<Object*> candidates;
  std::unordered_set<Type*> seen;
  std::vector<Type*> work;
  bool isPtr = false;
  t = unalias(t);
  work.push_back(derefOnce(t, &isPtr));
  if (isPtr && under(work[0])->kind == TypeKind::Interface) return {};
  while (!work.empty()) {
    Type* x = unalias(work.back());
    work.pop_back();
    if (!seen.insert(x).second) continue;
    if (auto* n = cast<Named>(x))
      for (Object* m : methodsOf(n)) candidates.push_back(m);
    Type* u = under(x);
    if (auto* s = cast<Struct>(u)) {
      for (Object* f : s->fields)
        if (f->isEmbedded && f->type) {
          bool p = false;
          work.push_back(derefOnce(f->type, &p));
        }
    } else if (auto* i = cast<Interface>(u)) {
      for (Object* m : typeSet(i).methods) candidates.push_back(m);
    }
  }
  std::sort(candidates.begin(), candidates.end(), methodLess);
  std::vector<MethodSetEntry> out;
  for (size_t i = 0; i < candidates.size(); i++) {
    Object* c = candidates[i];
    if (i > 0 && candidates[i - 1]->name == c->name && sameId(candidates[i - 1], c->pkg, c->name)) continue;
    LookupResult r = lookupFieldOrMethod(ctx, t, false, c->pkg, c->name);
    if (r.obj && r.obj->isFunc()) out.push_back({r.obj, r.index, r.indirect});
  }
  return ctx.arena().copy(out);
}

} // namespace gossamer::sema
