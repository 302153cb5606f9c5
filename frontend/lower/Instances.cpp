#include "frontend/lower/Instances.h"

#include <algorithm>

namespace gossamer::lower {

using sema::Type;
using sema::TypeKind;

namespace {

// How deep type arguments and components nest, as far as `limit`. Components may be shared, hence the memory.
struct Depth {
  std::unordered_map<const Type*, int> known;

  int of(Type* t, int limit) {
    t = sema::unalias(t);
    if (limit <= 0) return 1;
    if (auto it = known.find(t); it != known.end()) return it->second;
    int most = 0;
    auto in = [&](Type* part) { most = std::max(most, of(part, limit - 1)); };
    switch (t->kind) {
    case TypeKind::Pointer: in(static_cast<sema::Pointer*>(t)->elem); break;
    case TypeKind::Slice: in(static_cast<sema::Slice*>(t)->elem); break;
    case TypeKind::Array: in(static_cast<sema::Array*>(t)->elem); break;
    case TypeKind::Chan: in(static_cast<sema::Chan*>(t)->elem); break;
    case TypeKind::Map:
      in(static_cast<sema::Map*>(t)->key);
      in(static_cast<sema::Map*>(t)->elem);
      break;
    case TypeKind::Signature: {
      auto* s = static_cast<sema::Signature*>(t);
      for (sema::Tuple* list : {s->params, s->results})
        for (size_t i = 0; i < list->size(); i++) in(list->at(i));
      break;
    }
    case TypeKind::Named: {
      auto* n = static_cast<sema::Named*>(t);
      for (Type* a : n->typeArgs) in(a);
      for (Type* a : n->outerArgs) in(a);
      break;
    }
    case TypeKind::Struct:
      for (sema::Object* f : static_cast<sema::Struct*>(t)->fields) in(f->type);
      break;
    default: break;
    }
    return known[t] = most + 1;
  }
};

} // namespace

namespace {

void writeLayout(std::string& out, const Rep* rep) {
  out += char('A' + int(rep->kind));
  if (rep->kind == Kind::Array) {
    out += std::to_string(rep->length);
    writeLayout(out, rep->elem);
  } else if (rep->kind == Kind::Struct) {
    for (const FieldRep& field : rep->fields) writeLayout(out, field.rep);
    out += '.';
  }
}

} // namespace

const std::string& Instances::layoutOf(Instantiation& instance) {
  if (instance.layout.empty())
    for (Type* arg : instance.args) writeLayout(instance.layout, reps_.of(arg));
  return instance.layout;
}

bool Instances::mentionsArgument(const Instantiation& instance, Type* type) {
  if (!type) return false;
  for (Type* arg : instance.args)
    if (sema::identical(arg, type)) return true;
  auto in = [&](Type* part) { return mentionsArgument(instance, part); };
  auto any = [&](std::span<sema::Object*> objects) {
    return std::any_of(objects.begin(), objects.end(), [&](sema::Object* o) { return in(o->type); });
  };
  type = sema::unalias(type);
  switch (type->kind) {
  case TypeKind::Named: {
    auto* named = static_cast<sema::Named*>(type);
    return std::any_of(named->typeArgs.begin(), named->typeArgs.end(), in) ||
           std::any_of(named->outerArgs.begin(), named->outerArgs.end(), in);
  }
  case TypeKind::Pointer: return in(static_cast<sema::Pointer*>(type)->elem);
  case TypeKind::Slice: return in(static_cast<sema::Slice*>(type)->elem);
  case TypeKind::Array: return in(static_cast<sema::Array*>(type)->elem);
  case TypeKind::Chan: return in(static_cast<sema::Chan*>(type)->elem);
  case TypeKind::Map:
    return in(static_cast<sema::Map*>(type)->key) || in(static_cast<sema::Map*>(type)->elem);
  case TypeKind::Signature: {
    auto* signature = static_cast<sema::Signature*>(type);
    return any(signature->params->vars) || any(signature->results->vars);
  }
  case TypeKind::Struct: return any(static_cast<sema::Struct*>(type)->fields);
  case TypeKind::Interface: return any(static_cast<sema::Interface*>(type)->methods);
  default: return false;
  }
}

Instantiation* Instances::of(sema::Object* generic, std::span<Type* const> args) {
  std::vector<Instantiation*>& known = byGeneric_[generic];
  for (Instantiation* i : known) {
    bool same = i->args.size() == args.size();
    for (size_t k = 0; same && k < args.size(); k++) same = sema::identical(i->args[k], args[k]);
    if (same) return i;
  }
  auto* signature = sema::as<sema::Signature>(reps_.context().typeOf(generic));
  Instantiation& made = all_.emplace_back();
  made.generic = generic;
  if (signature)
    made.params = signature->recvTypeParams.empty() ? signature->typeParams : signature->recvTypeParams;
  std::span<Type*> copy = checker_.arena().makeSpan<Type*>(args.size());
  std::copy(args.begin(), args.end(), copy.begin());
  made.args = copy;
  Depth depth;
  for (Type* t : args) made.tooDeep = made.tooDeep || depth.of(t, kMaxInstanceDepth + 1) > kMaxInstanceDepth;
  known.push_back(&made);
  return &made;
}

Type* TypeView::substituted(Type* type) const {
  Type*& known = instantiation_->types[type];
  if (!known)
    known = instances_->reps().context().substitute(type, instantiation_->params, instantiation_->args);
  return known;
}

const sema::Selection& TypeView::selected(const sema::Selection& s) const {
  if (s.kind != sema::SelectionKind::MethodVal && s.kind != sema::SelectionKind::MethodExpr) return s;
  Type* receiver = of(s.recv);
  if (receiver == s.recv) return s;
  const sema::Selection*& known = instantiation_->selections[&s];
  if (known) return *known;
  sema::TypeContext& context = instances_->reps().context();
  sema::LookupResult found = sema::lookupFieldOrMethod(context, receiver, true, s.obj->pkg, s.obj->name);
  auto* made = context.make<sema::Selection>(s);
  made->recv = receiver;
  made->type = of(s.type);
  if (found.obj) {
    made->obj = found.obj;
    made->index = found.index;
    made->indirect = found.indirect;
  }
  return *(instantiation_->selections[&s] = made);
}

Instantiation* TypeView::instance(sema::Object* generic, sema::Instance& args) const {
  if (!instantiation_) {
    if (!args.lowering) args.lowering = instances_->of(generic, args.typeArgs);
    return static_cast<Instantiation*>(args.lowering);
  }
  Instantiation*& known = instantiation_->callees[&args];
  if (!known) {
    std::vector<Type*> concrete(args.typeArgs.begin(), args.typeArgs.end());
    for (Type*& t : concrete) t = of(t);
    known = instances_->of(generic, concrete);
  }
  return known;
}

} // namespace gossamer::lower
