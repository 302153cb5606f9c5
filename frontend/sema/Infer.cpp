// Type inference for generic functions (spec "Type inference").
#include "frontend/sema/Unify.h"

#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

// What a type parameter's constraint says about the structure of type arguments.
struct CoreTerm {
  Type* type = nullptr;
  bool tilde = false;
  bool single = false; // the constraint has just this one term
};

CoreTerm coreTermOf(CheckerImpl& c, TypeParam* p) {
  auto* iface = cast<Interface>(under(p));
  if (!iface) return {};
  const TypeSet& s = typeSet(iface);
  if (!s.allTypes && s.terms.size() == 1) return {s.terms[0].type, s.terms[0].tilde, true};
  if (Type* core = c.coreType(p)) return {core, true, false};
  return {};
}

bool isGenericFunc(Type* t) {
  auto* sig = t ? cast<Signature>(unalias(t)) : nullptr;
  return sig && !sig->typeParams.empty();
}

} // namespace

std::string CheckerImpl::paramNames(std::span<TypeParam* const> params) const {
  std::string out;
  for (size_t i = 0; i < params.size(); i++) {
    if (i > 0) out += i + 1 < params.size() ? ", " : params.size() == 2 ? " and " : ", and ";
    out += params[i]->obj->name.view();
  }
  return out;
}

// Type parameters of the same names that are nobody else's: a function that calls itself must not take its own
// parameters, in the arguments, for the ones to be inferred.
std::vector<TypeParam*> CheckerImpl::renamed(std::span<TypeParam* const> params) {
  std::vector<TypeParam*> fresh;
  for (TypeParam* p : params) {
    TypeParam* q = types_.typeParam(p->obj);
    q->index = p->index;
    fresh.push_back(q);
  }
  std::vector<Type*> args(fresh.begin(), fresh.end());
  for (size_t i = 0; i < params.size(); i++)
    fresh[i]->bound = params[i]->bound ? types_.substitute(params[i]->bound, params, args) : nullptr;
  return fresh;
}

// Inferred types may mention other parameters. Puts what is known into them, in an order in which each is whole when it is
// put into the next; what depends on itself or on what is not known remains unknown.
void CheckerImpl::resolveInferred(std::span<TypeParam* const> params, std::vector<Type*>& args) {
  std::vector<std::vector<size_t>> users(params.size());
  std::vector<size_t> waitsFor(params.size(), 0), ready;
  std::vector<bool> whole(params.size(), false);
  for (size_t i = 0; i < params.size(); i++) {
    if (!args[i]) continue;
    for (TypeParam* p : typeParamsIn(args[i])) {
      auto found = std::find(params.begin(), params.end(), p);
      if (found == params.end()) continue;
      waitsFor[i]++;
      users[static_cast<size_t>(found - params.begin())].push_back(i);
    }
    if (waitsFor[i] == 0) ready.push_back(i);
  }
  while (!ready.empty()) {
    size_t i = ready.back();
    ready.pop_back();
    args[i] = types_.substitute(args[i], params, args);
    whole[i] = true;
    for (size_t user : users[i])
      if (--waitsFor[user] == 0) ready.push_back(user);
  }
  for (size_t i = 0; i < params.size(); i++)
    if (!whole[i]) args[i] = nullptr;
}

bool CheckerImpl::infer(Pos pos, std::span<TypeParam* const> params, std::vector<Type*>& args, Tuple* formal,
                        std::span<Operand> actual, InferDirection direction, InferError* error) {
  args.resize(params.size(), nullptr);
  if (std::find(args.begin(), args.end(), nullptr) == args.end()) return true;
  auto mentionsParam = [&](Type* t) {
    for (TypeParam* p : typeParamsIn(t))
      if (std::find(params.begin(), params.end(), p) != params.end()) return true;
    return false;
  };
  // What the given type arguments decide is checked by the rules of assignment, not of unification.
  if (std::any_of(args.begin(), args.end(), [](Type* t) { return t != nullptr; }))
    formal = static_cast<Tuple*>(types_.substitute(formal, params, args));

  Unifier u(*this, params, args);
  auto fail = [&](Pos at, std::string message) {
    *error = {at, std::move(message)};
    return false;
  };
  auto mismatch = [&](Type* parameter, const Operand& a) {
    std::vector<Type*> known = u.inferred();
    if (std::all_of(known.begin(), known.end(), [](Type* t) { return !t; }))
      return fail(posOf(a), text("type ", a.type, " of ", a.expr, " does not match ", parameter, " (cannot infer ",
                                 paramNames(params), ")"));
    Type* inferred = types_.substitute(parameter, params, known);
    if (inferred == parameter) return fail(posOf(a), text("type ", a.type, " of ", a.expr, " does not match ", parameter));
    if (direction == InferDirection::FromTarget)
      return fail(posOf(a), text("inferred type ", inferred, " for ", parameter, " does not match type ", a.type, " of ",
                                 a.expr));
    return fail(posOf(a), text("type ", a.type, " of ", a.expr, " does not match inferred type ", inferred, " for ",
                               parameter));
  };

  // Typed arguments first.
  std::vector<size_t> untyped;
  for (size_t i = 0; i < actual.size() && i < formal->size(); i++) {
    Operand& a = actual[i];
    if (!a.valid()) continue;
    Type* parameter = formal->at(i);
    if (a.isNil() || isUntyped(a.type)) {
      if (parameter->kind == TypeKind::TypeParam && !a.isNil() && mentionsParam(parameter)) untyped.push_back(i);
    } else if ((mentionsParam(parameter) || mentionsParam(a.type)) && !u.unify(parameter, a.type, Unifier::kAssign)) {
      return mismatch(parameter, a);
    }
  }

  // Constraints tell more: their core types and methods, until nothing new turns up.
  for (size_t before = params.size() + 1; u.unknowns() < before;) {
    before = u.unknowns();
    for (size_t i = 0; i < params.size(); i++) {
      TypeParam* p = params[i];
      Type* known = u.at(i);
      CoreTerm core = coreTermOf(*this, p);
      if (core.type && known && !u.unify(known, core.type, Unifier::kInexact))
        return fail(pos, text(p, " (type ", known, ") does not satisfy ", p->bound));
      if (core.type && !known && core.single && !core.tilde) u.set(i, core.type);
      if (!known || mentionsParam(known)) continue;
      std::string cause;
      auto same = [&u](Type* x, Type* y) { return u.unify(x, y, Unifier::kExact); };
      if (under(p)->kind == TypeKind::Interface && missingMethod(known, under(p), true, &cause, same))
        return fail(pos, text(p, " (type ", known, ") does not satisfy ", p->bound, " ", cause));
    }
  }

  // Of several untyped constants for one parameter the latest kind counts (spec "Constant expressions").
  std::vector<std::pair<size_t, Type*>> widest;
  for (size_t i : untyped) {
    Operand& a = actual[i];
    size_t k = static_cast<size_t>(std::find(params.begin(), params.end(), formal->at(i)) - params.begin());
    if (u.at(k)) continue;
    auto found = std::find_if(widest.begin(), widest.end(), [&](auto& entry) { return entry.first == k; });
    if (found == widest.end()) {
      widest.push_back({k, a.type});
      continue;
    }
    Type* both = widerUntyped(found->second, a.type);
    if (!both)
      return fail(posOf(a), text("mismatched types ", found->second, " and ", a.type, " (cannot infer ", params[k], ")"));
    found->second = both;
  }
  for (auto [k, type] : widest) u.set(k, defaultTypeOf(type));

  args = u.inferred();
  resolveInferred(params, args);
  // A generic function given for a type parameter is one of its instances.
  for (Type*& t : args)
    if (t && isGenericFunc(t)) {
      auto* plain = types_.make<Signature>(*static_cast<Signature*>(unalias(t)));
      plain->typeParams = {};
      t = plain;
    }
  for (size_t i = 0; i < params.size(); i++)
    if (!args[i])
      return fail(pos, text("cannot infer ", params[i]->obj, " (declared at ", at(params[i]->obj->pos), ")"));
  return true;
}

// Instantiates a generic function; whether the arguments satisfy the constraints is checked as soon as types are complete.
// `written`: the type arguments in the source, where complaints about them go.
Instance* CheckerImpl::instantiateSignature(Pos pos, Signature* sig, std::span<Type* const> args,
                                            std::span<ast::Expr* const> written) {
  auto* instance = types_.make<Instance>();
  instance->typeArgs = arena_.copy(std::vector<Type*>(args.begin(), args.end()));
  instance->type = types_.instantiateSignature(sig, args);
  whenComplete([this, pos, sig, instance, written] {
    verifyInstance(pos, sig->typeParams, instance->typeArgs, written);
  });
  return instance;
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

// The type arguments written in f[A, B]; false if one is invalid.
bool CheckerImpl::typeArguments(std::span<ast::Expr*> list, std::vector<Type*>& args) {
  bool ok = true;
  for (ast::Expr* a : list) {
    args.push_back(varType(a));
    ok = ok && !isInvalid(args.back());
  }
  return ok;
}

// A generic function x used as a value, with type arguments (e, else null) or assigned to a variable of function type
// (target, else null) or both: x becomes the instance. What is missing is inferred as in a call g(target) of a function
// g with x's type parameters whose one parameter has x's type.
void CheckerImpl::instantiateFunc(Operand& x, ast::IndexExpr* e, const Target* target) {
  auto* sig = as<Signature>(x.type);
  auto fail = [&] { x.mode = Mode::Invalid; };
  std::vector<Type*> args;
  if (e && !typeArguments(e->indices, args)) return fail();
  Pos pos = e ? e->pos : posOf(x);
  if (args.size() > sig->typeParams.size()) {
    error(e->indices.back(), DiagCode::Type, "got ", args.size(), " type arguments but want ",
          sig->typeParams.size());
    return fail();
  }
  bool mayInfer = requireVersion(pos, 18, "function instantiation");
  if (args.size() < sig->typeParams.size()) {
    std::vector<TypeParam*> params = renamed(sig->typeParams);
    std::vector<Type*> names(params.begin(), params.end());
    Tuple* formal = types_.emptyTuple();
    std::vector<Operand> actual;
    if (target) {
      if (mayInfer)
        requireVersion(pos, 21, e ? "partially instantiated function in assignment"
                                  : "implicitly instantiated function in assignment");
      Signature* own = types_.instantiateSignature(sig, names);
      formal = types_.tupleOf({own});
      auto* shown = arena_.make<ast::Ident>();
      shown->pos = posOf(x);
      shown->name = symbols_.intern(target->description());
      Operand value;
      value.mode = Mode::Value;
      value.expr = shown;
      value.type = target->signature;
      actual.push_back(value);
    }
    InferError why;
    if (!infer(pos, params, args, formal, actual, InferDirection::FromTarget, &why)) {
      report(why.pos, DiagCode::Type, std::move(why.message));
      return fail();
    }
  }
  Instance* instance = instantiateSignature(posOf(x), sig, args, e ? std::span<ast::Expr* const>(e->indices)
                                                                   : std::span<ast::Expr* const>());
  if (e) e->instance = instance;
  else if (x.expr) noteInstance(x.expr, instance);
  x.mode = Mode::Value;
  x.type = instance->type;
}

std::string CheckerImpl::Target::description() const {
  if (place) return ast::exprText(*place);
  return variable->name ? std::string(variable->name.view()) : "result variable";
}

// Infers the type arguments of a generic callee and of the generic functions among its arguments, all at once. `args` are
// given their final types; sig becomes the instance, or null if it stays unknown.
bool CheckerImpl::inferCall(ast::CallExpr* e, Signature*& sig, std::span<Type* const> typeArgs, Tuple*& formal,
                            ArgumentList& list) {
  std::vector<Operand>& args = list.operands;
  std::vector<TypeParam*> params;
  std::vector<Type*> known;
  Signature* generic = sig;
  size_t own = sig->typeParams.size();
  if (own > 0) {
    if (!allows(18)) {
      bool index = ast::unparen(e->fun)->is(ast::Kind::IndexExpr);
      requireVersion(posOf(e), 18, index ? "function instantiation" : "implicit function instantiation");
    }
    params = renamed(sig->typeParams);
    std::vector<Type*> names(params.begin(), params.end());
    formal = static_cast<Tuple*>(types_.substitute(formal, sig->typeParams, names));
    known.assign(typeArgs.begin(), typeArgs.end());
    known.resize(own, nullptr);
  }
  struct Generic {
    size_t argument, first;
    Signature* declared;
  };
  std::vector<Generic> generics;
  for (size_t i = 0; i < args.size(); i++) {
    if (!args[i].valid() || !isGenericFunc(args[i].type)) continue;
    auto* declared = cast<Signature>(unalias(args[i].type));
    if (generics.empty()) requireVersion(posOf(args[i]), 21, "implicitly instantiated function as argument");
    std::vector<TypeParam*> fresh = renamed(declared->typeParams);
    std::vector<Type*> names(fresh.begin(), fresh.end());
    Signature* shown = types_.instantiateSignature(declared, names);
    shown->typeParams = arena_.copy(fresh); // as messages write it
    args[i].type = shown;
    generics.push_back({i, params.size(), declared});
    params.insert(params.end(), fresh.begin(), fresh.end());
    if (i < list.partial.size()) known.insert(known.end(), list.partial[i].begin(), list.partial[i].end());
    known.resize(params.size(), nullptr);
  }
  if (params.empty()) return true;
  for (Operand& a : args)
    if (!a.valid()) return false;
  InferError why;
  if (!infer(e->pos, params, known, formal, args, InferDirection::FromArguments, &why)) {
    error(why.pos, DiagCode::Type, "in call to ", e->fun, ", ", why.message);
    return false;
  }
  if (own > 0) {
    std::span<Type* const> all(known.data(), own);
    auto* index = ast::unparen(e->fun)->as<ast::IndexExpr>();
    Instance* instance = instantiateSignature(e->pos, generic, all, index ? std::span<ast::Expr* const>(index->indices)
                                                                         : std::span<ast::Expr* const>());
    e->instance = instance;
    if (index) index->instance = instance;
    e->fun->type = instance->type;
    sig = static_cast<Signature*>(instance->type);
    formal = static_cast<Tuple*>(types_.substitute(formal, std::span(params).subspan(0, own), all));
  }
  for (Generic& g : generics) {
    std::span<Type* const> found(known.data() + g.first, g.declared->typeParams.size());
    Operand& a = args[g.argument];
    Instance* instance = instantiateSignature(e->pos, g.declared, found, {});
    a.type = instance->type;
    noteInstance(a.expr, instance);
  }
  return true;
}

} // namespace gossamer::sema
