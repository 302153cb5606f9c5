// What the types of a type parameter's type set have in common.
#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

Type* CheckerImpl::commonUnder(Type* t, const TypeCondition& condition, std::string* why) {
  std::string ignored;
  std::string& cause = why ? *why : ignored;
  if (!isTypeParam(t)) {
    Type* u = under(t);
    return !condition || condition(t, u, cause) ? u : nullptr;
  }
  auto* iface = cast<Interface>(under(t));
  const TypeSet* set = iface ? &typeSet(iface) : nullptr;
  if (!set || set->allTypes || set->terms.empty()) {
    if (!condition || condition(nullptr, nullptr, cause)) cause = "no specific type";
    return nullptr;
  }
  Type *first = nullptr, *common = nullptr;
  for (const UnionTerm& term : set->terms) {
    Type* u = under(term.type);
    if (condition && !condition(term.type, u, cause)) return nullptr;
    if (!common) {
      first = term.type;
      common = u;
      continue;
    }
    auto *a = cast<Chan>(common), *b = cast<Chan>(u);
    if (a && b) {
      // Channels that differ in direction agree on the restricted one.
      if (!identical(a->elem, b->elem)) {
        if (why) cause = text("channels ", first, " and ", term.type, " have different element types");
        return nullptr;
      }
      if (a->dir == ChanDir::Both) {
        first = term.type;
        common = b;
      } else if (b->dir != ChanDir::Both && b->dir != a->dir) {
        if (why) cause = text("channels ", first, " and ", term.type, " have conflicting directions");
        return nullptr;
      }
    } else if (!identical(common, u)) {
      if (why) cause = text(first, " and ", term.type, " have different underlying types");
      return nullptr;
    }
  }
  return common;
}

Type* CheckerImpl::coreType(Type* t) { return isTypeParam(t) ? commonUnder(t, nullptr, nullptr) : under(t); }

Type* CheckerImpl::coreString(Type* t) {
  if (!isTypeParam(t)) return under(t);
  if (Type* c = coreType(t)) return c;
  auto* i = cast<Interface>(under(t));
  if (!i) return nullptr;
  const TypeSet& s = typeSet(i);
  if (s.allTypes || s.terms.empty()) return nullptr;
  for (const UnionTerm& term : s.terms) {
    auto* slice = as<Slice>(term.type);
    if (!isString(term.type) && !(slice && basicKind(slice->elem) == BasicKind::Uint8)) return nullptr;
  }
  return types_.basic(BasicKind::String);
}

} // namespace gossamer::sema
