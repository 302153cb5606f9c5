// Package errors: what Is and As need to know of types.
#include "stdlib/NativeArgs.h"
#include "stdlib/Registry.h"

#include "runtime/object/Interface.h"
#include "runtime/sched/Vm.h"

namespace gossamer::stdlib {
namespace {

bool isComparable(Interface value) {
  return value.isNil() || value.type->isComparable();
}

// errors.go has the same list.
enum class Target : int64_t { Good, NotPointer, NotError };

Target checkTarget(NativeCall& call, Interface target) {
  const TypeInfo* type = target.type->underlying;
  if (type->kind != Kind::Pointer || target.data.p == nullptr) return Target::NotPointer;
  TypeTable& types = call.vm.types();
  if (type->elem->underlying->isInterface() || types.implements(type->elem, types.errorType()))
    return Target::Good;
  return Target::NotError;
}

bool storeIfAssignable(NativeCall& call, Interface error, Interface target) {
  const TypeInfo* wanted = target.type->underlying->elem;
  if (wanted->underlying->isInterface()) {
    if (!call.vm.types().implements(error.type, wanted)) return false;
    *static_cast<Interface*>(target.data.p) = error;
    return true;
  }
  if (error.type != wanted) return false;
  unboxToMemory(error, target.data.p);
  return true;
}

} // namespace

GOSSAMER_NATIVES(errors, {"errors.isComparable", leaf<isComparable>},
                 {"errors.checkTarget", leaf<checkTarget>},
                 {"errors.storeIfAssignable", leaf<storeIfAssignable>});

} // namespace gossamer::stdlib
