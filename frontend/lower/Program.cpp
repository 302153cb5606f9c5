#include "frontend/lower/Program.h"

#include "frontend/lower/FunctionLowerer.h"
#include "frontend/lower/Inline.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::FuncInfo;
using sema::Object;

std::string symbolPath(const sema::Package* package) {
  std::string_view path = package ? package->path : std::string_view();
  size_t lastElement = path.rfind('/') + 1;
  std::string out;
  for (size_t i = 0; i < path.size(); i++) {
    auto c = static_cast<unsigned char>(path[i]);
    bool plain = c > ' ' && c < 0x7f && c != '%' && c != '"' && (c != '.' || i < lastElement);
    if (plain) {
      out += path[i];
      continue;
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += '%';
    out += kDigits[c >> 4];
    out += kDigits[c & 15];
  }
  return out;
}

Program::Program(LoweringInput input)
    : in(std::move(input)), reps(in.checker.types(), in.types), instances(in.checker, reps), escape(instances) {
  if (in.mainReturns) mainReturns = in.module.addNative("runtime.mainReturns", in.mainReturns, 0, 0);
}

// ---- Descriptions ----

void Program::setWords(SlotMap& map, uint32_t slot, const Rep* rep) {
  for (uint32_t i = 0; i < rep->words.size(); i++) map.set(slot + i, rep->words[i]);
}

CallLayout Program::layoutOf(sema::Signature* signature, const Rep* receiver) {
  CallLayout layout;
  for (size_t i = 0; i < signature->results->size(); i++) layout.resultSlots += rep(signature->results->at(i))->slots;
  if (receiver) layout.paramSlots += receiver->slots;
  for (size_t i = 0; i < signature->params->size(); i++) layout.paramSlots += rep(signature->params->at(i))->slots;
  return layout;
}

void Program::describe(Function& function, sema::Signature* signature, const Rep* receiver, const TypeView& view) {
  uint32_t slot = 0;
  for (size_t i = 0; i < signature->results->size(); i++) {
    const Rep* r = view.rep(signature->results->at(i));
    setWords(function.resultMap, slot, r);
    slot += r->slots;
  }
  function.resultSlots = uint16_t(slot);
  auto parameter = [&](const Rep* r) {
    setWords(function.entryMap, slot, r);
    slot += r->slots;
  };
  if (receiver) parameter(receiver);
  for (size_t i = 0; i < signature->params->size(); i++) parameter(view.rep(signature->params->at(i)));
  function.paramSlots = uint16_t(slot - function.resultSlots);
}

SourcePosition Program::positionOf(Pos pos) {
  if (!pos) return {};
  if (!lastFile_ || !lastFile_->contains(pos)) {
    lastFile_ = in.sources.fileOf(pos);
    if (!lastFile_) return {};
    lastFileNumber_ = in.module.addFile(in.traceName ? in.traceName(lastFile_->name()) : lastFile_->name());
    lastLine_ = 0;
  }
  if (lastFile_->hasLineDirectives()) {
    Location place = lastFile_->locate(lastFile_->offset(pos));
    uint32_t file = place.name.empty() ? lastFileNumber_ : in.module.addFile(std::string(place.name));
    return {.file = file, .line = place.line, .column = place.column};
  }
  LineColumn at = lastFile_->lineColumn(lastFile_->offset(pos), lastLine_);
  lastLine_ = at.line;
  return {.file = lastFileNumber_, .line = at.line, .column = at.column};
}

std::string Program::methodName(const Object* object) {
  std::string name = symbolPath(object->pkg);
  name += '.';
  auto* signature = sema::as<sema::Signature>(reps.context().typeOf(const_cast<Object*>(object)));
  if (signature && signature->recv) {
    sema::Type* type = sema::unalias(signature->recv->type);
    bool pointer = false;
    if (auto* p = sema::cast<sema::Pointer>(type)) {
      pointer = true;
      type = sema::unalias(p->elem);
    }
    std::string_view base;
    bool generic = false;
    if (auto* named = sema::cast<sema::Named>(type)) {
      base = named->obj->name.view();
      generic = !named->typeArgs.empty() || !named->typeParams.empty();
    }
    name += pointer ? "(*" : "";
    name += base;
    name += generic ? "[...]" : "";
    name += pointer ? ")." : ".";
  }
  name += object->name.view();
  if (signature && !signature->typeParams.empty()) name += "[...]";
  return name;
}

std::string Program::initName(const Object* object) {
  std::string name = symbolPath(object->pkg);
  std::span<Object* const> inits = object->pkg->initFuncs;
  auto found = std::find(inits.begin(), inits.end(), object);
  return name + ".init." + std::to_string(found - inits.begin());
}

// ---- Functions ----

Plan& Program::newPlan(Plan::Kind kind, Function* function) {
  Plan& plan = plans_.emplace_back();
  plan.kind = kind;
  plan.function = function;
  function->cookie = &plan;
  return plan;
}

Function* Program::functionOf(Object* object) {
  if (object->lowering) return static_cast<Function*>(object->lowering);
  if (Object* target = linknameTarget(object)) {
    Function* function = functionOf(target);
    object->lowering = function;
    return function;
  }
  Instantiation* instance = instances.ofMethod(object);
  Function* function = instance ? functionOf(*instance) : declare(object, nullptr);
  object->lowering = function;
  return function;
}

Function* Program::functionOf(Instantiation& instance) {
  if (!instance.function) instance.function = sharedWith(instance, false);
  if (!instance.function) instance.function = declare(instance.generic, &instance);
  return instance.function;
}

bool Program::isShared(Function& function, bool mayLower, std::vector<const Function*>& seen) {
  if (function.flags & kNativeFunction) return true;
  if (std::find(seen.begin(), seen.end(), &function) != seen.end()) return true; // as far as it is concerned
  seen.push_back(&function);
  Plan& plan = planOf(function);
  std::string error;
  if (!function.isCompiled() && (!mayLower || !compile(function, error))) return false;
  if (plan.byType) return false;
  return std::all_of(plan.parts.begin(), plan.parts.end(), [&](Function* part) { return isShared(*part, mayLower, seen); });
}

Function* Program::sharedWith(Instantiation& instance, bool mayLower) {
  auto it = shared_.find(instance.generic);
  if (it == shared_.end()) return nullptr;
  for (size_t i = 0; i < it->second.size(); i++) { // grows if something is lowered
    Instantiation* other = it->second[i];
    if (instances.layoutOf(*other) != instances.layoutOf(instance)) continue;
    std::vector<const Function*> seen;
    return isShared(*other->function, mayLower, seen) ? other->function : nullptr; // another one would not be either
  }
  return nullptr;
}

Function* Program::declare(Object* object, Instantiation* instantiation) {
  TypeView view(instances, instantiation);
  auto* signature = sema::as<sema::Signature>(reps.context().typeOf(object));
  std::string name = object->isInit ? initName(object) : methodName(object);
  auto* decl = object->node ? object->node->as<FuncDecl>() : nullptr;
  const Rep* receiver = signature->recv ? view.rep(signature->recv->type) : nullptr;
  Function* function;
  NativeFn native = nullptr;
  if (decl && !decl->body && !decl->lazyBody.begin && in.native && object->pkg->isLibrary) native = in.native(name);
  if (native) {
    CallLayout layout = layoutOf(sema::cast<sema::Signature>(view.of(signature)), receiver);
    function = in.module.addNative(name, native, uint16_t(layout.resultSlots), uint16_t(layout.paramSlots));
  } else {
    function = in.module.addFunction(name);
  }
  describe(*function, signature, receiver, view);
  function->declared = positionOf(object->pos);
  if (decl && (decl->pragmas & kPragmaWrapper) && object->pkg->isLibrary) function->flags |= kWrapper;
  Plan& plan = newPlan(native ? Plan::Kind::Done : Plan::Kind::Declared, function);
  plan.object = object;
  plan.instantiation = instantiation;
  plan.info = decl ? decl->info : nullptr;
  plan.package = object->pkg;
  return function;
}

Function* Program::literal(FuncLit& lit, Plan& outer) {
  Instantiation* instance = outer.instantiation;
  if (instance) {
    if (auto it = instance->literals.find(&lit); it != instance->literals.end()) return it->second;
  } else if (lit.lowering) {
    return static_cast<Function*>(lit.lowering);
  }
  TypeView view(instances, instance);
  uint32_t number = ++outer.literals;
  std::string name = outer.function->name;
  name += outer.kind == Plan::Kind::Literal ? "." : ".func";
  name += std::to_string(number);
  Function* function = in.module.addFunction(std::move(name));
  describe(*function, lit.info->signature, nullptr, view);
  function->declared = positionOf(lit.pos);
  function->flags |= outer.function->flags & kWrapper;
  uint32_t word = 0;
  for (Object* v : lit.info->captures) {
    const Rep* r = view.rep(v->type);
    if (capturedByValue(v, r)) {
      setWords(function->captureMap, word, r);
      word += r->slots;
    } else {
      function->captureMap.set(word++, WordKind::Pointer);
    }
  }
  function->captureCount = uint16_t(word);
  Plan& plan = newPlan(Plan::Kind::Literal, function);
  plan.info = lit.info;
  plan.package = outer.package;
  plan.instantiation = instance;
  if (instance) {
    instance->literals[&lit] = function;
    outer.parts.push_back(function);
  } else {
    lit.lowering = function;
  }
  return function;
}

Function* Program::newFunction(std::string name, uint16_t flags, Plan* outer) {
  Function* function = in.module.addFunction(std::move(name));
  function->flags |= flags;
  Plan& plan = newPlan(Plan::Kind::Done, function);
  if (outer) {
    plan.package = outer->package;
    plan.instantiation = outer->instantiation;
    if (outer->instantiation) outer->parts.push_back(function);
  }
  return function;
}

Function* Program::thunk(std::string name, Thunk spec, uint16_t flags) {
  Function* function = in.module.addFunction(std::move(name));
  function->flags |= flags;
  auto* signature = sema::as<sema::Signature>(reps.context().typeOf(spec.method));
  switch (spec.receiver) {
  case Thunk::Receiver::Parameter: describe(*function, signature, rep(spec.type)); break;
  case Thunk::Receiver::DataWord:
    describe(*function, signature, reps.of(reps.context().basic(sema::BasicKind::UnsafePointer)));
    break;
  case Thunk::Receiver::Captured:
    describe(*function, signature, nullptr);
    setWords(function->captureMap, 0, rep(spec.type));
    function->captureCount = uint16_t(rep(spec.type)->slots);
    break;
  }
  Plan& plan = newPlan(Plan::Kind::Thunk, function);
  plan.thunk = spec;
  return function;
}

Function* Program::methodFunction(sema::Type* type, std::span<const int> path, bool, Object* method) {
  auto* signature = sema::as<sema::Signature>(reps.context().typeOf(method));
  bool pointer = sema::as<sema::Pointer>(type) != nullptr;
  if (path.size() <= 1 && !method->isInterfaceMethod && pointer == method->hasPointerRecv) return functionOf(method);
  Function*& made = thunks_[{type, method, 0}];
  if (!made) {
    (void)signature;
    made = thunk(methodName(method), {Thunk::Receiver::Parameter, type, path, method}, kWrapper | kHiddenFrame);
  }
  return made;
}

Function* Program::dataWordFunction(sema::Type* type, std::span<const int> path, bool indirect, Object* method) {
  const Rep* r = rep(type);
  if (r->slots == 1) return methodFunction(type, path, indirect, method);
  Function*& made = thunks_[{type, method, 1}];
  if (!made)
    made = thunk(methodName(method), {Thunk::Receiver::DataWord, type, path, method}, kWrapper | kHiddenFrame);
  return made;
}

Function* Program::boundMethod(sema::Type* receiver, Object* method) {
  Function*& made = thunks_[{receiver, method, 2}];
  if (!made)
    made = thunk(methodName(method) + "-fm", {Thunk::Receiver::Captured, receiver, {}, method}, kWrapper | kHiddenFrame);
  return made;
}

Function* Program::initFunction(sema::Package* package) {
  auto [it, fresh] = inits_.try_emplace(package, nullptr);
  if (!fresh) return it->second;
  if (package->initOrder.empty() && package->initFuncs.empty()) return nullptr;
  Function* function = newFunction(symbolPath(package) + ".init", 0);
  Plan& plan = planOf(*function);
  plan.package = package;
  inits_[package] = function;
  if (!FunctionLowerer(*this, *function).initializers(package)) return nullptr;
  return function;
}

bool Program::isBodyless(Function& function) {
  Plan& plan = planOf(function);
  if (plan.kind != Plan::Kind::Declared) return false;
  auto* decl = plan.object->node ? plan.object->node->as<FuncDecl>() : nullptr;
  return !decl || (!decl->body && !decl->lazyBody.begin);
}

bool Program::compile(Function& function, std::string& error) {
  if (function.isCompiled()) return true;
  Plan& plan = planOf(function);
  failure.clear();
  bool done = false;
  switch (plan.kind) {
  case Plan::Kind::Declared: {
    if (isBodyless(function)) {
      failure = "missing native function " + function.name;
      break;
    }
    if (!in.checker.checkBody(plan.object)) {
      failure = "function " + function.name + " has errors";
      break;
    }
    plan.info = plan.object->node->as<FuncDecl>()->info;
    bool generic = !plan.info->signature->typeParams.empty() || !plan.info->signature->recvTypeParams.empty();
    if (generic && !plan.instantiation) {
      failure = "generic function " + function.name + " without type arguments";
      break;
    }
    if (generic && plan.instantiation->tooDeep) {
      failure = "type arguments of " + function.name + " nest more than " + std::to_string(kMaxInstanceDepth) + " deep";
      break;
    }
    if (generic) {
      if (Function* same = sharedWith(*plan.instantiation, true)) {
        in.module.copyCode(*same, function);
        plan.parts = planOf(*same).parts;
        plan.instantiation->function = same; // for those who ask from now on
        done = true;
        break;
      }
    }
    escape.analyse(plan.info, plan.instantiation);
    done = FunctionLowerer(*this, function).declared(plan.info);
    if (done && generic && !plan.byType) shared_[plan.object].push_back(plan.instantiation);
    break;
  }
  case Plan::Kind::Literal:
    escape.analyse(plan.info, plan.instantiation);
    done = FunctionLowerer(*this, function).literal(plan.info);
    break;
  case Plan::Kind::Thunk: done = FunctionLowerer(*this, function).thunk(plan.thunk); break;
  case Plan::Kind::RangeBody:
  case Plan::Kind::Done: failure = "function " + function.name + " was not lowered with its maker"; break;
  }
  if (!done) error = failure.empty() ? "cannot lower " + function.name : failure;
  return done;
}

std::vector<TypeMethod> Program::methodsOf(const TypeInfo* type) {
  std::vector<TypeMethod> methods;
  sema::Type* t = reps.typeOf(type);
  if (!t) return methods;
  for (const sema::MethodSetEntry& entry : sema::methodSet(reps.context(), t)) {
    Object* m = entry.method;
    methods.push_back({.name = m->name.view(),
                       .pkgPath = m->isExported() || !m->pkg ? std::string_view() : m->pkg->path,
                       .selector = reps.selector(m),
                       .exported = m->isExported(),
                       .type = reps.info(reps.context().typeOf(m)),
                       .viaInterface = dataWordFunction(t, entry.index, entry.indirect, m),
                       .direct = methodFunction(t, entry.index, entry.indirect, m)});
  }
  return methods;
}

// ---- Data ----

static bool isLinked(const Object* object) {
  auto names = [&](const sema::Linkname& link) { return link.local == object; };
  return object->pkg && std::any_of(object->pkg->linknames.begin(), object->pkg->linknames.end(), names);
}

Object* Program::linknameTarget(Object* object) {
  if (!object->pkg || object->pkg->linknames.empty()) return nullptr;
  for (const sema::Linkname& link : object->pkg->linknames) {
    size_t slash = link.target.rfind('/') + 1, dot = link.target.find('.', slash);
    if (link.local != object || dot == std::string_view::npos) continue;
    if (object->isFunc() && object->node->as<FuncDecl>()->body) continue;
    sema::Package* package = in.checker.findPackage(link.target.substr(0, dot));
    if (!package || package == object->pkg) continue;
    Object* target = package->scope->lookup(in.checker.types().symbols().intern(link.target.substr(dot + 1)));
    if (!target || isLinked(target) || target->kind != object->kind || !(target->isFunc() || target->isVar())) continue;
    if (sema::identical(reps.context().typeOf(object), reps.context().typeOf(target))) return target;
  }
  return nullptr;
}

const Global* Program::globalOf(Object* variable) {
  if (Object* target = linknameTarget(variable)) return globalOf(target);
  const Global*& global = globals_[variable];
  if (!global) {
    const Rep* r = rep(reps.context().typeOf(variable));
    std::string name = symbolPath(variable->pkg);
    name += '.';
    name += variable->name.view();
    global = in.module.addGlobal(std::move(name), reps.info(r), r->size);
  }
  return global;
}

void* Program::addressOf(Object* variable) {
  VarInfo& info = escape.var(variable);
  if (!info.address) info.address = globalOf(variable)->data;
  return info.address;
}

bool Program::inlinable(const Callee& callee) {
  if (!in.inlining || !callee.isDeclared()) return false;
  Plan& plan = planOf(*functionOf(callee));
  if (plan.inlinable < 0) plan.inlinable = plan.kind == Plan::Kind::Declared && canInline(*this, plan);
  return plan.inlinable > 0;
}

} // namespace gossamer::lower
