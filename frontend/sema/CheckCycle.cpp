// Declarations that depend on themselves.
//
// Four searches, as gc has them. Names that stand for each other alone (type A B; type B A) are found before anything is
// resolved (directCycles). An object met again while it is being resolved is judged by what lies between (validCycle). A
// value whose type is still being declared has no size yet (finiteSize). What is left are types that contain themselves,
// looked for once they are complete (validType).
#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

void CheckerImpl::directCycles(Package* pkg) {
  std::unordered_map<Object*, size_t> seen; // index on the path; kDone afterwards
  constexpr size_t kDone = ~size_t{0};
  for (Object* o : state(pkg).objects) {
    std::vector<Object*> path;
    while (o && o->kind == ObjectKind::TypeName && o->decl && o->decl->typeSpec) {
      auto [it, fresh] = seen.emplace(o, path.size());
      if (!fresh) {
        if (it->second == kDone) break;
        o->type = invalid();
        o->colour = kBlack;
        std::span<Object* const> cycle(path.begin() + static_cast<ptrdiff_t>(it->second), path.end());
        reportCycle(cycle, firstInSource(cycle));
        break;
      }
      path.push_back(o);
      auto* rhs = o->decl->typeSpec->typeExpr ? o->decl->typeSpec->typeExpr->as<ast::Ident>() : nullptr;
      o = rhs ? pkg->scope->lookup(rhs->name) : nullptr;
    }
    for (Object* passed : path) seen[passed] = kDone;
  }
}

bool CheckerImpl::validCycle(Object* o) {
  size_t start = objectPath_.size();
  while (start > 0 && objectPath_[start - 1] != o) start--;
  if (start == 0) return true;
  std::span<Object* const> cycle(objectPath_.begin() + static_cast<ptrdiff_t>(start) - 1, objectPath_.end());
  size_t values = 0, definitions = 0;
  for (Object* c : cycle) {
    switch (c->kind) {
    case ObjectKind::Const:
    case ObjectKind::Var: values++; break;
    case ObjectKind::TypeName:
      // A constraint may mention the type it belongs to.
      if (env_.inTypeParamList && c->type && isGeneric(c->type)) return true;
      if (!c->isAlias) definitions++;
      break;
    default: break;
    }
  }
  // Cycles of values alone are left to the initialisation order; those of types alone are fine when a defined type
  // breaks them (whether the type has finite size is another question).
  if (values == cycle.size()) return true;
  if (values == 0 && definitions > 0) return true;
  reportCycle(cycle, firstInSource(cycle));
  return false;
}

size_t CheckerImpl::firstInSource(std::span<Object* const> cycle) {
  auto first = std::min_element(cycle.begin(), cycle.end(), [](Object* a, Object* b) { return a->pos < b->pos; });
  return static_cast<size_t>(first - cycle.begin());
}

// Tells a cycle from the object at `first` on.
void CheckerImpl::reportCycle(std::span<Object* const> cycle, size_t first) {
  Object* o = cycle[first];
  bool isType = o->kind == ObjectKind::TypeName;
  if (isType)
    if (auto* a = o->type ? cast<Alias>(o->type) : nullptr; a && !a->actual) a->actual = invalid();
  if (cycle.size() == 1) {
    error(o->pos, DiagCode::Cycle, isType ? "invalid recursive type: " : "invalid cycle in declaration: ", o,
          " refers to itself");
    return;
  }
  auto nameOf = [&](Object* named) {
    bool foreign = named->pkg && o->pkg && named->pkg != o->pkg;
    return foreign ? text(named->pkg->name, ".", named) : text(named);
  };
  std::string message = isType ? text("invalid recursive type ", o) : text("invalid cycle in declaration of ", o);
  for (size_t k = 0; k < cycle.size(); k++) {
    Object* from = cycle[(first + k) % cycle.size()];
    Object* to = cycle[(first + k + 1) % cycle.size()];
    message += text("\n\t", at(from->pos), ": ", nameOf(from), " refers to ", nameOf(to));
  }
  report(o->pos, DiagCode::Cycle, std::move(message));
}

// Whether a value of type t has a size while types are being declared; if t is one of them that is reported.
bool CheckerImpl::finiteSize(Type* t) {
  t = unalias(t);
  if (t->kind != TypeKind::Named && t->kind != TypeKind::Array && t->kind != TypeKind::Struct) return true;
  std::unordered_set<Type*> seen;
  return finiteSize(t, seen);
}

bool CheckerImpl::finiteSize(Type* t, std::unordered_set<Type*>& seen) {
  t = unalias(t);
  switch (t->kind) {
  case TypeKind::Named: {
    auto* n = static_cast<Named*>(t);
    if (n->finite != Named::kUnknown) return n->finite == Named::kFinite;
    if (n->obj->colour == kGrey || sizing_.contains(n->obj)) {
      auto onPath = std::find(objectPath_.begin(), objectPath_.end(), n->obj);
      if (onPath != objectPath_.end()) {
        std::span<Object* const> cycle(onPath, objectPath_.end());
        reportCycle(cycle, firstInSource(cycle));
        return false;
      }
    }
    if (nativeStackLow()) return true;
    objectPath_.push_back(n->obj);
    sizing_.insert(n->obj);
    Type* rhs = n->origin->fromRhs ? n->origin->fromRhs : n->origin->underlyingType;
    bool finite = !rhs || finiteSize(rhs, seen);
    objectPath_.pop_back();
    sizing_.erase(n->obj);
    if (n->finite == Named::kUnknown && n->origin->fromRhs) n->finite = finite ? Named::kFinite : Named::kInfinite;
    return finite;
  }
  case TypeKind::Array:
    return nativeStackLow() || !seen.insert(t).second || finiteSize(static_cast<Array*>(t)->elem, seen);
  case TypeKind::Struct:
    if (nativeStackLow() || !seen.insert(t).second) return true;
    for (Object* f : static_cast<Struct*>(t)->fields)
      if (f->type && !finiteSize(f->type, seen)) return false;
    return true;
  default: return true;
  }
}

namespace {

// Walks what a type's memory (for interfaces: type set) consists of. A type parameter stands for the argument of the
// instance it is met in, which must be valid where that instance was written: outside the types opened since.
struct Container {
  CheckerImpl& c;
  std::vector<Named*> path{}; // every named type entered
  size_t steps = 0;

  // Types made of instances of instances can take exponentially many steps; none that a person writes takes as many.
  static constexpr size_t kMostSteps = 50'000;

  bool all(std::span<Object* const> vars, std::vector<Named*>& nest) {
    for (size_t i = 0; i < vars.size(); i++)
      if ((i == 0 || vars[i]->type != vars[i - 1]->type) && !visit(vars[i]->type, nest)) return false;
    return true;
  }

  bool visit(Type* t, std::vector<Named*>& nest) {
    if (!t || ++steps > kMostSteps || nativeStackLow()) return true;
    t = unalias(t);
    switch (t->kind) {
    case TypeKind::Array: return visit(static_cast<Array*>(t)->elem, nest);
    case TypeKind::Struct: return all(static_cast<Struct*>(t)->fields, nest);
    case TypeKind::Interface:
      for (Type* e : static_cast<Interface*>(t)->embeddeds)
        if (!visit(e, nest)) return false;
      return true;
    case TypeKind::Union:
      for (const UnionTerm& u : static_cast<Union*>(t)->terms)
        if (!visit(u.type, nest)) return false;
      return true;
    case TypeKind::Named: return named(static_cast<Named*>(t), nest);
    case TypeKind::TypeParam: {
      if (nest.empty()) return true;
      Named* instance = nest.back();
      std::span<TypeParam* const> params = instance->origin->typeParams;
      for (size_t i = 0; i < params.size() && i < instance->typeArgs.size(); i++) {
        if (params[i] != t) continue;
        nest.pop_back();
        bool ok = visit(instance->typeArgs[i], nest);
        nest.push_back(instance);
        return ok;
      }
      return true;
    }
    default: return true;
    }
  }

  bool named(Named* n, std::vector<Named*>& nest) {
    bool closed = n->typeArgs.empty() && n->typeParams.empty();
    if (closed && n->valid) return true;
    auto same = [n](Named* have) {
      return have == n || (have->origin == n->origin && !n->typeArgs.empty() && identical(have, n));
    };
    if (std::any_of(nest.begin(), nest.end(), same)) {
      auto start = std::find_if(path.begin(), path.end(), same);
      std::vector<Object*> cycle;
      for (; start != path.end(); ++start) {
        Named* passed = *start;
        // All of them, since some have taken over another's structure; but generic types have other instances.
        if (passed == n || passed->typeArgs.empty()) c.types_.invalidate(passed->origin);
        Object* shown = passed->obj;
        if (passed->instancePos) { // an instance is shown where it is written
          shown = c.types_.object(ObjectKind::TypeName, passed->obj->name, passed->instancePos, passed->obj->pkg, passed);
          shown->colour = kBlack;
        }
        cycle.push_back(shown);
      }
      c.reportCycle(cycle, 0);
      return false;
    }
    nest.push_back(n);
    path.push_back(n);
    Named* origin = n->origin;
    bool ok = visit(origin->fromRhs ? origin->fromRhs : origin->underlyingType, nest);
    path.pop_back();
    nest.pop_back();
    if (ok && closed) n->valid = true;
    return ok;
  }
};

} // namespace

// Reports a type that contains itself.
void CheckerImpl::validType(Named* n) {
  std::vector<Named*> nest;
  Container{*this}.named(n, nest);
}

} // namespace gossamer::sema
