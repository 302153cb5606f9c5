// Type inference for calls of generic functions (spec "Type inference").
#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

namespace {

// Finds type arguments that make parameter types fit argument types.
struct Unifier {
  CheckerImpl& c;
  std::span<TypeParam* const> params;
  std::vector<Type*>& args;
  int depth = 0;

  int indexOf(Type* t) const {
    for (size_t i = 0; i < params.size(); i++)
      if (params[i] == t) return static_cast<int>(i);
    return -1;
  }

  // `assign`: the types need only be assignable (channel directions, named against literal types).
  bool unify(Type* x, Type* y, bool assign) {
    if (x == y) return true;
    if (depth > 100) return false;
    depth++;
    bool ok = step(unalias(x), unalias(y), assign);
    depth--;
    return ok;
  }

  bool step(Type* x, Type* y, bool assign) {
    if (x == y) return true;
    int i = indexOf(x), j = indexOf(y);
    if (i < 0 && j >= 0) {
      std::swap(x, y);
      std::swap(i, j);
    }
    if (i >= 0) {
      if (j >= 0 && args[static_cast<size_t>(i)] && args[static_cast<size_t>(j)])
        return unify(args[static_cast<size_t>(i)], args[static_cast<size_t>(j)], assign);
      Type*& have = args[static_cast<size_t>(i)];
      if (!have) {
        have = y;
        return true;
      }
      if (!unify(have, y, assign)) return false;
      // Of a defined type and the literal it is made of, the defined one is wanted.
      if (assign && !isNamed(have) && isNamed(y)) have = y;
      return true;
    }
    // Another function's type parameter stands for its core type where a literal is wanted.
    if (assign && isTypeParam(y) && !isTypeParam(x) && x->kind != TypeKind::Named) {
      Type* core = c.coreType(y);
      if (!core) return false;
      y = core;
    }
    // An interface against a type with its methods: these tell.
    if (assign && x->kind == TypeKind::Named && isInterface(x) && !identical(x, y)) {
      auto *nx = static_cast<Named*>(x), *ny = cast<Named>(y);
      if (!ny || nx->origin != ny->origin) {
        const TypeSet& s = typeSet(static_cast<Interface*>(under(x)));
        if (!s.methods.empty() && s.allTypes) {
          for (Object* m : s.methods) {
            LookupResult r = lookupFieldOrMethod(c.types_, y, false, m->pkg, m->name);
            if (!r.obj || !r.obj->isFunc() || !unify(c.types_.typeOf(m), c.types_.typeOf(r.obj), false)) return false;
          }
          return true;
        }
      }
    }
    // A defined type against a type literal: its underlying type counts (inexact unification).
    auto *nx = cast<Named>(x), *ny = cast<Named>(y);
    if (assign && nx && !ny && y->kind != TypeKind::Basic && !isTypeParam(y)) {
      x = under(x);
      nx = nullptr;
    } else if (assign && ny && !nx && x->kind != TypeKind::Basic && !isTypeParam(x)) {
      y = under(y);
      ny = nullptr;
    }
    if (x->kind != y->kind) return false;
    switch (x->kind) {
    case TypeKind::Named: {
      if (nx->origin != ny->origin || nx->typeArgs.size() != ny->typeArgs.size() || nx->typeArgs.empty()) {
        // Interfaces: the argument's methods may tell.
        return false;
      }
      for (size_t k = 0; k < nx->typeArgs.size(); k++)
        if (!unify(nx->typeArgs[k], ny->typeArgs[k], false)) return false;
      return true;
    }
    case TypeKind::Pointer: return unify(static_cast<Pointer*>(x)->elem, static_cast<Pointer*>(y)->elem, false);
    case TypeKind::Slice: return unify(static_cast<Slice*>(x)->elem, static_cast<Slice*>(y)->elem, false);
    case TypeKind::Array:
      return static_cast<Array*>(x)->length == static_cast<Array*>(y)->length &&
             unify(static_cast<Array*>(x)->elem, static_cast<Array*>(y)->elem, false);
    case TypeKind::Map:
      return unify(static_cast<Map*>(x)->key, static_cast<Map*>(y)->key, false) &&
             unify(static_cast<Map*>(x)->elem, static_cast<Map*>(y)->elem, false);
    case TypeKind::Chan: {
      auto *a = static_cast<Chan*>(x), *b = static_cast<Chan*>(y);
      if (a->dir != b->dir && !(assign && (a->dir == ChanDir::Both || b->dir == ChanDir::Both))) return false;
      return unify(a->elem, b->elem, false);
    }
    case TypeKind::Tuple: {
      auto *a = static_cast<Tuple*>(x), *b = static_cast<Tuple*>(y);
      if (a->size() != b->size()) return false;
      for (size_t k = 0; k < a->size(); k++)
        if (!unify(a->at(k), b->at(k), false)) return false;
      return true;
    }
    case TypeKind::Signature: {
      auto *a = static_cast<Signature*>(x), *b = static_cast<Signature*>(y);
      return a->variadic == b->variadic && unify(a->params, b->params, false) && unify(a->results, b->results, false);
    }
    case TypeKind::Struct: {
      auto *a = static_cast<Struct*>(x), *b = static_cast<Struct*>(y);
      if (a->fields.size() != b->fields.size()) return false;
      for (size_t k = 0; k < a->fields.size(); k++)
        if (a->fields[k]->name != b->fields[k]->name || !unify(a->fields[k]->type, b->fields[k]->type, false)) return false;
      return true;
    }
    case TypeKind::Interface: {
      const TypeSet &a = typeSet(static_cast<Interface*>(x)), &b = typeSet(static_cast<Interface*>(y));
      if (a.methods.size() != b.methods.size()) return false;
      for (size_t k = 0; k < a.methods.size(); k++)
        if (a.methods[k]->name != b.methods[k]->name ||
            !unify(c.types_.typeOf(a.methods[k]), c.types_.typeOf(b.methods[k]), false))
          return false;
      return true;
    }
    default: return identical(x, y);
    }
  }
};

} // namespace

// A function that calls itself has its own type parameters in the types of arguments. Those to be inferred must not be mistaken
// for them, so they get copies of their own.
std::span<TypeParam* const> CheckerImpl::withoutCapture(std::span<TypeParam* const> params, Tuple*& formal,
                                                        const std::vector<Operand>& actual,
                                                        const std::vector<Type*>& args) {
  auto captures = [&](Type* t) {
    if (!t || !isParameterized(t)) return false;
    return std::any_of(params.begin(), params.end(), [&](TypeParam* p) { return mentions(t, p); });
  };
  if (std::none_of(actual.begin(), actual.end(), [&](const Operand& a) { return captures(a.type); }) &&
      std::none_of(args.begin(), args.end(), captures))
    return params;
  auto own = arena_.makeSpan<TypeParam*>(params.size());
  std::vector<Type*> copies;
  for (size_t i = 0; i < params.size(); i++) {
    own[i] = types_.make<TypeParam>(params[i]->obj);
    own[i]->index = params[i]->index;
    copies.push_back(own[i]);
  }
  for (size_t i = 0; i < params.size(); i++) own[i]->bound = types_.substitute(params[i]->bound, params, copies);
  formal = static_cast<Tuple*>(types_.substitute(formal, params, copies));
  return own;
}

bool CheckerImpl::infer(Pos, std::span<TypeParam* const> params, std::vector<Type*>& args, Tuple* formal,
                        std::vector<Operand>& actual, std::string* error) {
  params = withoutCapture(params, formal, actual, args);
  Unifier u{*this, params, args};
  auto complete = [&] {
    for (Type* t : args)
      if (!t) return false;
    return true;
  };
  if (complete()) return true; // what was given explicitly is checked by assignment
  // Typed arguments first.
  std::vector<size_t> untyped;
  for (size_t i = 0; i < actual.size() && i < formal->size(); i++) {
    Type* p = formal->at(i);
    Operand& a = actual[i];
    if (!isParameterized(p)) continue;
    if (a.isNil()) continue;
    if (isUntyped(a.type)) {
      if (isTypeParam(p)) untyped.push_back(i);
      continue;
    }
    auto* generic = cast<Signature>(unalias(a.type));
    if (generic && !generic->typeParams.empty()) continue; // a generic function as argument: completed on assignment
    if (!u.unify(p, a.type, true)) {
      Type* shown = types_.substitute(p, params, args);
      *error = text("type ", a.type, " of ", a.expr, " does not match ",
                    isParameterized(shown) || identical(shown, p) ? text(p) : text("inferred type ", shown, " for ", p));
      if (isParameterized(shown)) *error += text(" (cannot infer ", paramNames(params), ")");
      return false;
    }
  }
  // Core types of constraints tell more, until nothing changes.
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t i = 0; i < params.size(); i++) {
      Type* core = coreType(params[i]);
      if (!core) continue;
      auto* iface = cast<Interface>(under(params[i]));
      bool tilde = true, single = true;
      if (iface) {
        const TypeSet& s = typeSet(iface);
        single = s.terms.size() == 1;
        tilde = s.terms.empty() || s.terms[0].tilde || !single;
      }
      Type* before = args[i];
      if (args[i]) {
        Type* have = args[i];
        if (isTypeParam(have)) {
          if (Type* own = coreType(have)) have = own;
        } else if (tilde) {
          have = under(have);
        }
        std::vector<Type*> copy = args;
        if (!u.unify(core, have, true)) {
          *error = text(args[i], " does not satisfy ", params[i]->bound);
          return false;
        }
        for (size_t k = 0; k < args.size(); k++) changed = changed || args[k] != copy[k];
      } else if (single && !tilde) {
        args[i] = core;
      } else if (single && isParameterized(core)) {
        Type* t = types_.substitute(core, params, args);
        if (!isParameterized(t)) args[i] = t;
      }
      changed = changed || before != args[i];
    }
  }
  // Untyped constants give their default types, the largest kind where several meet in one parameter.
  for (size_t i : untyped) {
    int k = u.indexOf(formal->at(i));
    if (k < 0) continue;
    Type*& slot = args[static_cast<size_t>(k)];
    if (slot && std::find(maxUntyped_.begin(), maxUntyped_.end(), static_cast<size_t>(k)) == maxUntyped_.end()) continue;
    Type* kind = actual[i].type;
    if (slot && isUntyped(slot)) {
      auto *a = static_cast<Basic*>(slot), *b = static_cast<Basic*>(kind);
      if ((a->info & basic::kNumeric) && (b->info & basic::kNumeric)) kind = a->basic > b->basic ? a : b;
      else if (a != b) {
        *error = text("mismatched types ", slot, " and ", kind, " (cannot infer ", params[static_cast<size_t>(k)]->obj, ")");
        return false;
      }
    }
    slot = kind;
    maxUntyped_.push_back(static_cast<size_t>(k));
  }
  maxUntyped_.clear();
  for (Type*& t : args)
    if (t && isUntyped(t)) t = defaultTypeOf(t);
  // Arguments that mention other parameters.
  for (size_t round = 0; round < params.size(); round++)
    for (size_t i = 0; i < params.size(); i++) {
      if (args[i] && isParameterized(args[i])) args[i] = types_.substitute(args[i], params, args);
      if (!args[i])
        if (Type* core = coreType(params[i])) {
          Type* t = types_.substitute(core, params, args);
          bool open = false;
          for (TypeParam* p : params) open = open || mentions(t, p);
          auto* iface = cast<Interface>(under(params[i]));
          if (!open && iface && typeSet(iface).terms.size() == 1) args[i] = t;
        }
    }
  if (!complete()) {
    for (size_t i = 0; i < params.size(); i++)
      if (!args[i]) {
        *error = text("cannot infer ", params[i]->obj, " (declared at ", at(params[i]->obj->pos), ")");
        return false;
      }
  }
  return true;
}

bool CheckerImpl::mentions(Type* t, TypeParam* p) {
  Type* probe[1] = {types_.basic(BasicKind::Int)};
  TypeParam* one[1] = {p};
  return types_.substitute(t, one, probe) != t;
}

std::string CheckerImpl::paramNames(std::span<TypeParam* const> params) const {
  std::string out;
  for (size_t i = 0; i < params.size(); i++) {
    if (i > 0) out += i + 1 == params.size() ? (params.size() == 2 ? " and " : ", and ") : ", ";
    out += params[i]->obj->name.view();
  }
  return out;
}

bool CheckerImpl::inferFromTarget(Operand& x, Signature* generic, Signature* target) {
  std::vector<Type*> args(generic->typeParams.size(), nullptr);
  Unifier u{*this, generic->typeParams, args};
  if (!u.unify(generic->params, target->params, true) || !u.unify(generic->results, target->results, true)) return false;
  for (Type* t : args)
    if (!t) return false;
  std::string cause;
  if (!verifyInstance(posOf(x), generic->typeParams, args, &cause)) return false;
  auto* instance = types_.make<Instance>();
  instance->typeArgs = arena_.copy(args);
  instance->type = types_.instantiateSignature(generic, args);
  x.type = instance->type;
  noteInstance(x.expr, instance);
  return true;
}

// Hangs an instance on the expression that denotes the generic function.
void CheckerImpl::noteInstance(ast::Expr* e, Instance* instance) {
  for (;;) {
    e->type = instance->type;
    if (auto* p = e->as<ast::ParenExpr>()) {
      e = p->x;
      continue;
    }
    if (auto* i = e->as<ast::IndexExpr>()) i->instance = instance;
    else instances_[e] = instance;
    return;
  }
}

void CheckerImpl::instantiateFunc(Operand& x, ast::IndexExpr* e) {
  auto* sig = as<Signature>(x.type);
  std::vector<Type*> args;
  for (ast::Expr* a : e->indices) {
    Type* t = typeExpr(a);
    if (isInvalid(t)) x.mode = Mode::Invalid;
    args.push_back(t);
  }
  if (!x.valid()) return;
  if (args.size() > sig->typeParams.size()) {
    error(e->indices[sig->typeParams.size()], DiagCode::Type, "got ", args.size(), " type arguments but ", e->x, " has ",
          sig->typeParams.size(), " type parameters");
    x.mode = Mode::Invalid;
    return;
  }
  args.resize(sig->typeParams.size(), nullptr);
  std::string why;
  std::vector<Operand> none;
  if (!infer(e->rbracket, sig->typeParams, args, types_.emptyTuple(), none, &why)) {
    error(e->rbracket, DiagCode::Type, "not enough type arguments; ", why);
    x.mode = Mode::Invalid;
    return;
  }
  std::string cause;
  size_t which = 0;
  if (!verifyInstance(e->pos, sig->typeParams, args, &cause, &which)) {
    error(which < e->indices.size() ? posOf(e->indices[which]) : posOf(e), DiagCode::Type, cause);
    x.mode = Mode::Invalid;
    return;
  }
  auto* instance = types_.make<Instance>();
  instance->typeArgs = arena_.copy(args);
  instance->type = types_.instantiateSignature(sig, args);
  e->instance = instance;
  x.mode = Mode::Value;
  x.type = instance->type;
}

} // namespace gossamer::sema
