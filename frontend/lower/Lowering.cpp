#include "frontend/lower/Lowering.h"

#include "frontend/lower/FunctionLowerer.h"
#include "frontend/lower/Program.h"

namespace gossamer {

using lower::FunctionLowerer;
using lower::Program;

Lowering::Lowering(LoweringInput input) : program_(std::make_unique<Program>(std::move(input))) {}
Lowering::~Lowering() = default;

std::unique_lock<std::recursive_mutex> Lowering::lock() {
  return std::unique_lock<std::recursive_mutex>(mutex_);
}

Function* Lowering::initFunction(sema::Package* package) {
  auto guard = lock();
  return program_->initFunction(package);
}

namespace {

sema::Object* find(sema::Package* package, std::string_view name) {
  if (!package) return nullptr;
  for (sema::Object* o : package->scope->all())
    if (o->name.view() == name) return o;
  return nullptr;
}

} // namespace

Function* Lowering::mainFunction(sema::Package* package) {
  auto guard = lock();
  sema::Object* main = find(package, "main");
  if (!main || !main->isFunc()) return nullptr;
  program_->main = main;
  return program_->functionOf(main);
}

const TypeInfo* Lowering::lookupType(std::string_view packagePath, std::string_view name) {
  auto guard = lock();
  sema::Object* object = find(program_->in.checker.findPackage(packagePath), name);
  if (!object || object->kind != sema::ObjectKind::TypeName) return nullptr;
  return program_->reps.info(program_->reps.context().typeOf(object));
}

Function* Lowering::lookupFunction(std::string_view packagePath, std::string_view name) {
  auto guard = lock();
  sema::Package* package = program_->in.checker.findPackage(packagePath);
  if (!package) return nullptr;
  if (name.find('.') == std::string_view::npos) {
    sema::Object* object = find(package, name);
    return object && object->isFunc() ? program_->functionOf(object) : nullptr;
  }
  std::string full = std::string(packagePath) + "." + std::string(name);
  std::string_view method = name.substr(name.rfind('.') + 1);
  for (sema::Object* object : package->funcs)
    if (object->name.view() == method && program_->methodName(object) == full) return program_->functionOf(object);
  return nullptr;
}

const Global* Lowering::lookupVariable(std::string_view packagePath, std::string_view name) {
  auto guard = lock();
  sema::Object* object = find(program_->in.checker.findPackage(packagePath), name);
  return object && object->isVar() ? program_->globalOf(object) : nullptr;
}

Function* Lowering::function(sema::Object* object) {
  auto guard = lock();
  return program_->functionOf(object);
}

Function* Lowering::compileCell(sema::Package* document, const sema::Checker::CellResult& cell, std::string& error) {
  auto guard = lock();
  Function* function = program_->newFunction(std::string(document->path) + ".main", 0);
  Program::planOf(*function).package = document;
  program_->escape.analyseCell(cell.info, cell.items);
  program_->failure.clear();
  if (FunctionLowerer(*program_, *function).cell(cell.info, cell.items)) return function;
  error = program_->failure.empty() ? "the block cannot be compiled" : program_->failure;
  return nullptr;
}

std::vector<Function*> Lowering::compileAll(sema::Package* package, std::vector<std::string>& errors) {
  auto guard = lock();
  std::vector<Function*> out;
  Module& module = program_->in.module;
  size_t next = 0;
  program_->initFunction(package);
  for (sema::Object* object : package->funcs) {
    auto* signature = sema::as<sema::Signature>(program_->reps.context().typeOf(object));
    if (signature && signature->typeParams.empty() && signature->recvTypeParams.empty()) program_->functionOf(object);
  }
  for (; next < module.functions().size(); next++) { // grows while we go
    Function& function = module.functions()[next];
    if (!function.cookie || Program::planOf(function).package != package || program_->isBodyless(function)) continue;
    std::string error;
    if (function.isCompiled() || program_->compile(function, error)) out.push_back(&function);
    else errors.push_back(std::move(error));
  }
  return out;
}

const TypeInfo* Lowering::typeInfo(sema::Type* type) {
  auto guard = lock();
  return program_->reps.info(type);
}

bool Lowering::compile(Function& function, std::string& error) {
  auto guard = lock();
  return program_->compile(function, error);
}

std::vector<TypeMethod> Lowering::methodsOf(const TypeInfo* type) {
  auto guard = lock();
  return program_->methodsOf(type);
}

} // namespace gossamer
