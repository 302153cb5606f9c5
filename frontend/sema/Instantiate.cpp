#include "frontend/sema/TypeContext.h"

namespace gossamer::sema {

namespace {

// Replaces type parameters; a type that mentions none of them is returned as it is.
struct Substituter {
  TypeContext& ctx;
  std::span<TypeParam* const> params;
  std::span<Type* const> args;
  int depth = 0;
  size_t steps = 0;
  std::unordered_map<Type*, Type*> replaced{};

  Tuple* tuple(Tuple* t) {
    if (!t || t->vars.empty()) return t;
    std::span<Object*> vars;
    for (size_t i = 0; i < t->size(); i++) {
      Type* was = ctx.typeOf(t->vars[i]);
      Type* now = type(was);
      if (now != was && vars.empty()) {
        vars = ctx.arena().makeSpan<Object*>(t->size());
        std::copy(t->vars.begin(), t->vars.end(), vars.begin());
      }
      if (now != was) vars[i] = variable(t->vars[i], now);
    }
    return vars.empty() ? t : ctx.tuple(vars);
  }

  Object* variable(Object* v, Type* t) {
    Object* copy = ctx.object(v->kind, v->name, v->pos, v->pkg, t);
    copy->isField = v->isField;
    copy->isEmbedded = v->isEmbedded;
    copy->isParam = v->isParam;
    copy->isResult = v->isResult;
    copy->used = true;
    copy->index = v->index;
    copy->node = v->node;
    copy->colour = v->colour;
    copy->origin = v->origin ? v->origin : v;
    return copy;
  }

  Type* type(Type* t) {
    if (!t || t->kind == TypeKind::Basic || depth > 500) return t;
    // Parts that a type shares are replaced once when there are many.
    bool many = ++steps > 64 && t->kind != TypeKind::TypeParam;
    if (many)
      if (auto known = replaced.find(t); known != replaced.end()) return known->second;
    depth++;
    Type* r = apply(t);
    depth--;
    if (many) replaced.emplace(t, r);
    return r;
  }

  Type* apply(Type* t) {
    switch (t->kind) {
    case TypeKind::Basic: return t;
    case TypeKind::TypeParam:
      for (size_t i = 0; i < params.size(); i++)
        if (params[i] == t) return args[i] ? args[i] : t;
      return t;
    case TypeKind::Alias: {
      auto* a = static_cast<Alias*>(t);
      Type* actual = type(a->actual);
      return actual == a->actual ? t : actual;
    }
    case TypeKind::Named: {
      auto* n = static_cast<Named*>(t);
      std::span<TypeParam*> enclosing = n->origin->outerParams;
      if (n->typeArgs.empty() && enclosing.empty()) return t;
      std::vector<Type*> fresh(n->typeArgs.begin(), n->typeArgs.end());
      std::vector<Type*> outer(n->outerArgs.begin(), n->outerArgs.end());
      if (outer.empty()) outer.assign(enclosing.begin(), enclosing.end());
      auto replace = [&](std::vector<Type*>& types) {
        bool changed = false;
        for (Type*& x : types) {
          Type* now = type(x);
          changed = changed || now != x;
          x = now;
        }
        return changed;
      };
      bool changed = replace(fresh), changedOuter = replace(outer);
      if (!changed && !changedOuter) return t;
      if (!changedOuter && n->outerArgs.empty()) outer.clear(); // still within the function
      return ctx.instantiate(n->origin, fresh, outer);
    }
    case TypeKind::Pointer: {
      Type *was = static_cast<Pointer*>(t)->elem, *now = type(was);
      return was == now ? t : ctx.pointer(now);
    }
    case TypeKind::Slice: {
      Type *was = static_cast<Slice*>(t)->elem, *now = type(was);
      return was == now ? t : ctx.slice(now);
    }
    case TypeKind::Array: {
      Type *was = static_cast<Array*>(t)->elem, *now = type(was);
      return was == now ? t : ctx.make<Array>(now, static_cast<Array*>(t)->length);
    }
    case TypeKind::Map: {
      auto* m = static_cast<Map*>(t);
      Type *k = type(m->key), *e = type(m->elem);
      return k == m->key && e == m->elem ? t : ctx.make<Map>(k, e);
    }
    case TypeKind::Chan: {
      auto* c = static_cast<Chan*>(t);
      Type* e = type(c->elem);
      return e == c->elem ? t : ctx.make<Chan>(c->dir, e);
    }
    case TypeKind::Tuple: return tuple(static_cast<Tuple*>(t));
    case TypeKind::Signature: {
      auto* s = static_cast<Signature*>(t);
      Tuple *p = tuple(s->params), *r = tuple(s->results);
      if (p == s->params && r == s->results) return t;
      Signature* copy = ctx.make<Signature>();
      copy->variadic = s->variadic;
      copy->recv = s->recv;
      copy->typeParams = s->typeParams;
      copy->params = p;
      copy->results = r;
      return copy;
    }
    case TypeKind::Struct: {
      auto* s = static_cast<Struct*>(t);
      std::span<Object*> fields;
      for (size_t i = 0; i < s->fields.size(); i++) {
        Type *was = s->fields[i]->type, *now = type(was);
        if (now != was && fields.empty()) {
          fields = ctx.arena().makeSpan<Object*>(s->fields.size());
          std::copy(s->fields.begin(), s->fields.end(), fields.begin());
        }
        if (now != was) fields[i] = variable(s->fields[i], now);
      }
      if (fields.empty()) return t;
      Struct* copy = ctx.make<Struct>();
      copy->fields = fields;
      copy->tags = s->tags;
      return copy;
    }
    case TypeKind::Interface: {
      auto* i = static_cast<Interface*>(t);
      bool changed = false;
      std::vector<Object*> methods(i->methods.begin(), i->methods.end());
      for (Object*& m : methods) {
        Type *was = ctx.typeOf(m), *now = type(was);
        if (now == was) continue;
        changed = true;
        Object* copy = ctx.object(ObjectKind::Func, m->name, m->pos, m->pkg, now);
        copy->isMethod = copy->isInterfaceMethod = true;
        copy->index = m->index;
        copy->node = m->node;
        copy->colour = m->colour;
        copy->origin = m->origin ? m->origin : m;
        m = copy;
      }
      std::vector<Type*> embeddeds(i->embeddeds.begin(), i->embeddeds.end());
      for (Type*& e : embeddeds) {
        Type* now = type(e);
        changed = changed || now != e;
        e = now;
      }
      if (!changed) return t;
      Interface* copy = ctx.make<Interface>(&ctx);
      copy->implicit = i->implicit;
      copy->complete = i->complete;
      copy->methods = ctx.arena().copy(methods);
      copy->embeddeds = ctx.arena().copy(embeddeds);
      copy->embedPos = i->embedPos;
      return copy;
    }
    case TypeKind::Union: {
      auto* u = static_cast<Union*>(t);
      std::vector<UnionTerm> terms(u->terms.begin(), u->terms.end());
      bool changed = false;
      for (UnionTerm& x : terms) {
        Type* now = type(x.type);
        changed = changed || now != x.type;
        x.type = now;
      }
      if (!changed) return t;
      Union* copy = ctx.make<Union>();
      copy->terms = ctx.arena().copy(terms);
      return copy;
    }
    }
    return t;
  }
};

} // namespace

Type* TypeContext::substitute(Type* t, std::span<TypeParam* const> params, std::span<Type* const> args) {
  if (params.empty()) return t;
  return Substituter{*this, params, args}.type(t);
}

Named* TypeContext::instantiate(Named* origin, std::span<Type* const> args, std::span<Type* const> outer) {
  uint64_t h = origin->id;
  for (Type* a : args) h = h * 1000003 ^ hashType(a);
  for (Type* a : outer) h = h * 1000003 ^ hashType(a);
  std::vector<Named*>& bucket = instances_[h];
  auto same = [](std::span<Type*> a, std::span<Type* const> b) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); i++)
      if (!identical(a[i], b[i])) return false;
    return true;
  };
  for (Named* n : bucket)
    if (n->origin == origin && same(n->typeArgs, args) && same(n->outerArgs, outer)) return n;
  Named* n = named(origin->obj);
  n->origin = origin;
  auto copy = [this](std::span<Type* const> from) {
    std::span<Type*> to = arena_.makeSpan<Type*>(from.size());
    std::copy(from.begin(), from.end(), to.begin());
    return to;
  };
  n->typeArgs = copy(args);
  n->outerArgs = copy(outer);
  n->lazyContext = this;
  bucket.push_back(n);
  return n;
}

void TypeContext::invalidate(Named* origin) {
  origin->fromRhs = origin->underlyingType = invalid();
  for (auto& [hash, bucket] : instances_)
    for (Named* n : bucket)
      if (n->origin == origin) n->underlyingType = invalid();
}

Signature* TypeContext::instantiateSignature(Signature* s, std::span<Type* const> args) {
  Signature* copy = make<Signature>();
  copy->variadic = s->variadic;
  copy->recv = s->recv;
  copy->params = static_cast<Tuple*>(substitute(s->params, s->typeParams, args));
  copy->results = static_cast<Tuple*>(substitute(s->results, s->typeParams, args));
  return copy;
}

} // namespace gossamer::sema
