#include "frontend/sema/TypeContext.h"

namespace gossamer::sema {

namespace {

struct BasicRow {
  BasicKind kind;
  uint16_t info;
  std::string_view name;
};

using namespace basic;
constexpr BasicRow kBasics[] = {
    {BasicKind::Invalid, 0, "invalid type"},
    {BasicKind::Bool, kBoolean, "bool"},
    {BasicKind::Int, kInteger, "int"},
    {BasicKind::Int8, kInteger, "int8"},
    {BasicKind::Int16, kInteger, "int16"},
    {BasicKind::Int32, kInteger, "int32"},
    {BasicKind::Int64, kInteger, "int64"},
    {BasicKind::Uint, kInteger | kUnsigned, "uint"},
    {BasicKind::Uint8, kInteger | kUnsigned, "uint8"},
    {BasicKind::Uint16, kInteger | kUnsigned, "uint16"},
    {BasicKind::Uint32, kInteger | kUnsigned, "uint32"},
    {BasicKind::Uint64, kInteger | kUnsigned, "uint64"},
    {BasicKind::Uintptr, kInteger | kUnsigned, "uintptr"},
    {BasicKind::Float32, kFloat, "float32"},
    {BasicKind::Float64, kFloat, "float64"},
    {BasicKind::Complex64, kComplex, "complex64"},
    {BasicKind::Complex128, kComplex, "complex128"},
    {BasicKind::String, kString, "string"},
    {BasicKind::UnsafePointer, 0, "Pointer"},
    {BasicKind::UntypedBool, kBoolean | kUntyped, "untyped bool"},
    {BasicKind::UntypedInt, kInteger | kUntyped, "untyped int"},
    {BasicKind::UntypedRune, kInteger | kUntyped, "untyped rune"},
    {BasicKind::UntypedFloat, kFloat | kUntyped, "untyped float"},
    {BasicKind::UntypedComplex, kComplex | kUntyped, "untyped complex"},
    {BasicKind::UntypedString, kString | kUntyped, "untyped string"},
    {BasicKind::UntypedNil, kUntyped, "untyped nil"},
};

// Resolved and not to be reported unused.
constexpr uint8_t kDone = 2;

} // namespace

TypeContext::TypeContext(Arena& arena, SymbolTable& symbols) : arena_(arena), symbols_(symbols) { declareUniverse(); }

Object* TypeContext::declare(Scope* scope, ObjectKind kind, std::string_view name, Type* type, Package* pkg) {
  Object* o = object(kind, symbols_.intern(name), Pos(), pkg, type);
  o->colour = kDone;
  o->used = true;
  o->isPackageLevel = true;
  o->parent = scope;
  scope->insert(arena_, o);
  return o;
}

void TypeContext::declareUniverse() {
  universe_ = make<Scope>();
  emptyTuple_ = make<Tuple>(std::span<Object*>());
  empty_ = make<Interface>(this);
  empty_->complete = true;
  static_assert(std::size(kBasics) == 26);
  for (const BasicRow& row : kBasics) {
    Basic* b = make<Basic>(row.kind, row.info, row.name);
    basics_[static_cast<size_t>(row.kind)] = b;
    if (row.kind > BasicKind::Invalid && row.kind < BasicKind::UnsafePointer)
      declare(universe_, ObjectKind::TypeName, row.name, b);
  }
  byte_ = make<Basic>(BasicKind::Uint8, uint16_t{kInteger | kUnsigned}, "byte");
  declare(universe_, ObjectKind::TypeName, "byte", byte_)->isAlias = true;
  rune_ = make<Basic>(BasicKind::Int32, uint16_t{kInteger}, "rune");
  declare(universe_, ObjectKind::TypeName, "rune", rune_)->isAlias = true;

  Object* anyName = declare(universe_, ObjectKind::TypeName, "any", nullptr);
  anyName->isAlias = true;
  any_ = make<Alias>(anyName);
  any_->actual = empty_;
  anyName->type = any_;

  // type error interface { Error() string }
  Object* errorName = declare(universe_, ObjectKind::TypeName, "error", nullptr);
  error_ = named(errorName);
  errorName->type = error_;
  Signature* s = make<Signature>();
  s->params = emptyTuple_;
  s->results = tupleOf({basic(BasicKind::String)});
  s->recv = object(ObjectKind::Var, Symbol(), Pos(), nullptr, error_);
  Object* method = object(ObjectKind::Func, symbols_.intern("Error"), Pos(), nullptr, s);
  method->isMethod = method->isInterfaceMethod = true;
  method->colour = kDone;
  method->index = 0;
  Interface* i = make<Interface>(this);
  i->methods = arena_.makeSpan<Object*>(1);
  i->methods[0] = method;
  i->complete = true;
  error_->underlyingType = i;

  // type comparable interface { comparable }
  Object* comparableName = declare(universe_, ObjectKind::TypeName, "comparable", nullptr);
  comparable_ = named(comparableName);
  comparableName->type = comparable_;
  Interface* c = make<Interface>(this);
  c->complete = true;
  c->set = make<TypeSet>();
  c->set->comparable = true;
  comparable_->underlyingType = c;

  declare(universe_, ObjectKind::Const, "true", basic(BasicKind::UntypedBool))->constant = Constant::ofBool(true);
  declare(universe_, ObjectKind::Const, "false", basic(BasicKind::UntypedBool))->constant = Constant::ofBool(false);
  declare(universe_, ObjectKind::Const, "iota", basic(BasicKind::UntypedInt))->constant = Constant::ofInt(0);
  declare(universe_, ObjectKind::Nil, "nil", basic(BasicKind::UntypedNil));

  unsafe_ = make<Package>();
  unsafe_->path = "unsafe";
  unsafe_->name = symbols_.intern("unsafe");
  unsafe_->scope = make<Scope>();
  unsafe_->scope->isPackage = true;
  unsafe_->complete = true;
  unsafe_->isLibrary = true;
  basics_[static_cast<size_t>(BasicKind::UnsafePointer)]->name = "unsafe.Pointer";
  declare(unsafe_->scope, ObjectKind::TypeName, "Pointer", basic(BasicKind::UnsafePointer), unsafe_);
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind)                                                  \
  {                                                                                                          \
    bool ofUnsafe = BuiltinId::Id >= BuiltinId::UnsafeAdd;                                                   \
    declare(ofUnsafe ? unsafe_->scope : universe_, ObjectKind::Builtin, name, nullptr,                       \
            ofUnsafe ? unsafe_ : nullptr)                                                                    \
        ->builtin = BuiltinId::Id;                                                                           \
  }
#include "frontend/sema/Builtins.def"
}

Tuple* TypeContext::tupleOf(std::initializer_list<Type*> types) {
  std::span<Object*> vars = arena_.makeSpan<Object*>(types.size());
  size_t i = 0;
  for (Type* t : types) {
    vars[i] = object(ObjectKind::Var, Symbol(), Pos(), nullptr, t);
    vars[i]->colour = kDone;
    i++;
  }
  return tuple(vars);
}

} // namespace gossamer::sema
