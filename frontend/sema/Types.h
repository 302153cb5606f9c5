// The types of Go as the checker builds them and lowering reads them.
//
// A Type is made by the checker, lives in the arena of its TypeContext as long as the VM's frontend does, and is never
// freed on its own. Types are not canonical: two identical types may be different nodes, so compare with `identical`
// (lowering canonicalises through `hashType` + `identical`). `byte` and `rune` are nodes of their own (they print
// differently) that are identical to uint8 and int32.
//
// What an expression's annotation holds may be an Alias; use `unalias(t)` before looking at `t->kind`, or `under(t)`
// when only the structure counts. `as<Pointer>(t)` is `under` plus a checked cast.
//
// Not thread-safe: a Named's underlying type, a Named's methods and an Interface's type set are computed when first
// asked for. Once a package has been checked whole its types are complete and reading them from several threads is
// safe as long as no thread is checking.
#pragma once

#include "frontend/ast/Ast.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer::sema {

enum class TypeKind : uint8_t {
  Basic,
  Named,     // a defined type: also instances of generic ones
  Alias,     // the use of an alias declaration
  Pointer,
  Slice,
  Array,
  Map,
  Chan,
  Signature,
  Struct,
  Interface,
  Tuple,     // results of a call: never the type of a variable
  TypeParam,
  Union,     // a term list inside a constraint: never the type of a variable
};

enum class BasicKind : uint8_t {
  Invalid,
  Bool,
  Int, Int8, Int16, Int32, Int64,
  Uint, Uint8, Uint16, Uint32, Uint64, Uintptr,
  Float32, Float64, Complex64, Complex128,
  String,
  UnsafePointer,
  UntypedBool, UntypedInt, UntypedRune, UntypedFloat, UntypedComplex, UntypedString, UntypedNil,
};

// Properties of basic types, as bits.
namespace basic {
inline constexpr uint16_t kBoolean = 1, kInteger = 2, kUnsigned = 4, kFloat = 8, kComplex = 16, kString = 32,
                          kUntyped = 64;
inline constexpr uint16_t kNumeric = kInteger | kFloat | kComplex;
inline constexpr uint16_t kOrdered = kInteger | kFloat | kString;
inline constexpr uint16_t kConst = kBoolean | kNumeric | kString;
} // namespace basic

struct Object;
struct Package;
struct Scope;
struct TypeParam;
class TypeContext;

struct Type {
  const TypeKind kind;
  void* lowering = nullptr; // for lowering: what it made of this node (its TypeInfo)
  explicit Type(TypeKind k) : kind(k) {}
};

struct Basic : Type {
  static constexpr TypeKind kKind = TypeKind::Basic;
  BasicKind basic;
  uint16_t info; // basic::k… bits
  std::string_view name;
  Basic(BasicKind b, uint16_t i, std::string_view n) : Type(kKind), basic(b), info(i), name(n) {}
};

struct Pointer : Type {
  static constexpr TypeKind kKind = TypeKind::Pointer;
  Type* elem;
  explicit Pointer(Type* e) : Type(kKind), elem(e) {}
};

struct Slice : Type {
  static constexpr TypeKind kKind = TypeKind::Slice;
  Type* elem;
  explicit Slice(Type* e) : Type(kKind), elem(e) {}
};

struct Array : Type {
  static constexpr TypeKind kKind = TypeKind::Array;
  Type* elem;
  int64_t length; // < 0: invalid, already reported
  Array(Type* e, int64_t n) : Type(kKind), elem(e), length(n) {}
};

struct Map : Type {
  static constexpr TypeKind kKind = TypeKind::Map;
  Type* key;
  Type* elem;
  Map(Type* k, Type* e) : Type(kKind), key(k), elem(e) {}
};

using ast::ChanDir;

struct Chan : Type {
  static constexpr TypeKind kKind = TypeKind::Chan;
  ChanDir dir;
  Type* elem;
  Chan(ChanDir d, Type* e) : Type(kKind), dir(d), elem(e) {}
};

// Parameters or results: `vars` are Var objects, their names may be empty or blank.
struct Tuple : Type {
  static constexpr TypeKind kKind = TypeKind::Tuple;
  std::span<Object*> vars;
  explicit Tuple(std::span<Object*> v) : Type(kKind), vars(v) {}
  size_t size() const { return vars.size(); }
  inline Type* at(size_t i) const; // Object.h
};

struct Signature : Type {
  static constexpr TypeKind kKind = TypeKind::Signature;
  bool variadic = false;    // the last parameter's type is then a slice (or string, for append([]byte, string...))
  Object* recv = nullptr;   // receiver variable of a method; not part of the type's identity
  Tuple* params = nullptr;  // never null once made
  Tuple* results = nullptr; // never null once made
  std::span<TypeParam*> typeParams;     // of a generic function
  std::span<TypeParam*> recvTypeParams; // of a method of a generic type: its own names for them
  Scope* scope = nullptr;               // where parameters are declared; null for imported or made-up signatures
  Signature() : Type(kKind) {}
};

struct Struct : Type {
  static constexpr TypeKind kKind = TypeKind::Struct;
  std::span<Object*> fields;            // Var objects with isField; `embedded` tells embedded ones
  std::span<std::string_view> tags;     // empty when no field has one, else one for each field
  Struct() : Type(kKind) {}
  std::string_view tag(size_t i) const { return tags.empty() ? std::string_view() : tags[i]; }
};

// One term of a union: ~T or T.
struct UnionTerm {
  bool tilde;
  Type* type;
};

struct Union : Type {
  static constexpr TypeKind kKind = TypeKind::Union;
  std::span<UnionTerm> terms;
  Union() : Type(kKind) {}
};

// What an interface stands for, computed once from its methods and embedded elements.
struct TypeSet {
  std::span<Object*> methods;  // every method, sorted by name (exported first in no special way: plain byte order, then
                               // package path for unexported ones)
  std::span<UnionTerm> terms;  // the specific types when !allTypes; disjoint
  bool allTypes = true;        // no type restriction: an ordinary interface
  bool comparable = false;     // `comparable` was embedded (only meaningful with allTypes)
  bool isEmpty() const { return !allTypes && terms.empty(); }
  bool isMethodSet() const { return allTypes && !comparable; }
};

struct Interface : Type {
  static constexpr TypeKind kKind = TypeKind::Interface;
  bool implicit = false;          // wraps a constraint literal such as [T ~int]
  bool complete = false;          // all declared parts are filled in
  bool computing = false;         // guards against embedding cycles
  std::span<Object*> methods;     // explicitly declared ones
  std::span<Type*> embeddeds;     // embedded elements, Unions included
  std::span<Pos> embedPos;
  TypeSet* set = nullptr;         // use `typeSet(iface)`
  TypeContext* context;
  explicit Interface(TypeContext* c) : Type(kKind), context(c) {}
};

// A defined type, or an instance of a generic defined type.
struct Named : Type {
  static constexpr TypeKind kKind = TypeKind::Named;
  Object* obj;                      // its TypeName
  Type* underlyingType = nullptr;   // never Named or Alias once resolved; null until then: use `under`
  Type* fromRhs = nullptr;          // the type as written on the right-hand side (for cycle detection and printing)
  std::span<Object*> methods;       // declared methods in source order (Func objects); use `methodsOf`
  std::span<TypeParam*> typeParams; // of a generic type
  Named* origin;                    // the generic type an instance came from; itself otherwise
  std::span<Type*> typeArgs;        // of an instance
  // A type declared in a generic function is another type in each instance of that function: the type parameters in scope
  // where it is declared, and what lowering put in for them.
  std::span<TypeParam*> outerParams;
  std::span<Type*> outerArgs;
  uint32_t localNumber = 0;         // of a type declared in a function: counted within the package, from 1
  uint32_t methodCap = 0;
  uint32_t id = 0;                  // dense, in order of creation: handy as a key
  bool expanding = false;
  // Private to the search for types that contain themselves.
  enum Finite : uint8_t { kUnknown, kFinite, kInfinite };
  Finite finite = kUnknown;
  bool valid = false;
  Pos instancePos;                  // where an instance was first written, for messages
  // An instance in the making: expanded on first `under`.
  TypeContext* lazyContext = nullptr;
  explicit Named(Object* o) : Type(kKind), obj(o), origin(this) {}
};

struct Alias : Type {
  static constexpr TypeKind kKind = TypeKind::Alias;
  Object* obj;
  Type* actual = nullptr; // what it stands for; may be another Alias; null while being declared
  std::span<TypeParam*> typeParams;
  std::span<Type*> typeArgs;
  explicit Alias(Object* o) : Type(kKind), obj(o) {}
};

struct TypeParam : Type {
  static constexpr TypeKind kKind = TypeKind::TypeParam;
  Object* obj;
  int index = -1;             // position in its list
  uint32_t id = 0;
  Type* bound = nullptr;      // as written; its underlying type is an Interface (wrapped when it is not)
  Interface* iface = nullptr; // computed
  bool computing = false;     // guards against bounds that lead back here
  bool misleading = false;    // goes by the name of a predeclared object: messages say where it is declared
  explicit TypeParam(Object* o) : Type(kKind), obj(o) {}
};

// ---- Looking at types -------------------------------------------------------------------------------------------

Type* unaliasSlow(Type* t);
inline Type* unalias(Type* t) { return t && t->kind == TypeKind::Alias ? unaliasSlow(t) : t; }

Type* underSlow(Type* t);
// The underlying type: never Named or Alias. For a TypeParam its constraint interface.
inline Type* under(Type* t) {
  return t->kind == TypeKind::Named || t->kind == TypeKind::Alias || t->kind == TypeKind::TypeParam ? underSlow(t) : t;
}

// Cast of the node itself (no alias or name is looked through); null when it is of another kind.
template <class T> T* cast(Type* t) { return t && t->kind == T::kKind ? static_cast<T*>(t) : nullptr; }
template <class T> const T* cast(const Type* t) {
  return t && t->kind == T::kKind ? static_cast<const T*>(t) : nullptr;
}
// Cast of the underlying type. `as<Named>`, `as<TypeParam>` look through aliases only.
template <class T> T* as(Type* t) {
  if (!t) return nullptr;
  if constexpr (T::kKind == TypeKind::Named || T::kKind == TypeKind::TypeParam) return cast<T>(unalias(t));
  else if (t->kind == TypeKind::TypeParam) return nullptr;
  else {
    Type* u = unalias(t);
    return u->kind == TypeKind::TypeParam ? nullptr : cast<T>(under(u));
  }
}

inline bool isTypeParam(Type* t) { return unalias(t)->kind == TypeKind::TypeParam; }
inline bool isNamed(Type* t) { // has a name: basic, defined or type parameter
  t = unalias(t);
  return t->kind == TypeKind::Basic || t->kind == TypeKind::Named || t->kind == TypeKind::TypeParam;
}

// True if t's underlying type is a basic type with any of the `info` bits; a type parameter never is.
bool isBasic(Type* t, uint16_t info);
// Likewise, and for a type parameter when all types of its type set are.
bool allBasic(Type* t, uint16_t info);
inline bool isBoolean(Type* t) { return isBasic(t, basic::kBoolean); }
inline bool isInteger(Type* t) { return isBasic(t, basic::kInteger); }
inline bool isUnsigned(Type* t) { return isBasic(t, basic::kUnsigned); }
inline bool isFloat(Type* t) { return isBasic(t, basic::kFloat); }
inline bool isComplex(Type* t) { return isBasic(t, basic::kComplex); }
inline bool isNumeric(Type* t) { return isBasic(t, basic::kNumeric); }
inline bool isString(Type* t) { return isBasic(t, basic::kString); }
inline bool isConstType(Type* t) { return isBasic(t, basic::kConst); }
inline bool isUntyped(const Type* t) {
  return t->kind == TypeKind::Basic && (static_cast<const Basic*>(t)->info & basic::kUntyped);
}
inline bool isTyped(const Type* t) { return !isUntyped(t); }
inline bool isInvalid(const Type* t) {
  return t->kind == TypeKind::Basic && static_cast<const Basic*>(t)->basic == BasicKind::Invalid;
}
// The basic kind of t's underlying type; Invalid when it is not basic.
BasicKind basicKind(Type* t);
bool isInterface(Type* t);             // underlying is an interface and t is not a type parameter
bool isBytesOrRunes(Type* t);          // underlying is []byte or []rune
bool hasNil(Type* t);
bool isGeneric(Type* t);               // a generic type that has not been instantiated
bool isParameterized(Type* t);         // mentions a type parameter
std::vector<TypeParam*> typeParamsIn(Type* t); // those it mentions, each once

// Spec "Type identity". Struct tags count.
bool identical(Type* a, Type* b);
bool identicalIgnoreTags(Type* a, Type* b);
// Equal for identical types.
uint64_t hashType(Type* t);

// Spec "Comparison operators": strictly comparable types never panic; with dynamic = true interfaces count too.
bool isComparable(Type* t, bool dynamic = true);

// The interface's methods and type restriction; computed on first use (errors were reported when it was declared).
const TypeSet& typeSet(Interface* i);
// The methods declared on a defined type itself (of its origin, substituted, for an instance).
std::span<Object*> methodsOf(Named* n);

// ---- Fields and methods -----------------------------------------------------------------------------------------

// The field or method a selector x.name finds, through embedded fields.
struct LookupResult {
  Object* obj = nullptr;            // field (Var) or method (Func); null: see `ambiguous` and `pointerNeeded`
  std::span<const int> index;       // path: embedded field indices, last the field's or the method's own index
  bool indirect = false;            // a pointer was followed on the way (also by T itself being a pointer)
  bool ambiguous = false;           // several at the same depth
  bool pointerNeeded = false;       // a method with pointer receiver, and T is not addressable: not in the method set
};

// `addressable`: whether the operand of type t is. pkg matters for unexported names.
LookupResult lookupFieldOrMethod(TypeContext& ctx, Type* t, bool addressable, Package* pkg, Symbol name,
                                 bool foldCase = false);

// One method of a method set, as a method table wants it.
struct MethodSetEntry {
  Object* method;                   // Func: of the declared type or of an interface
  std::span<const int> index;
  bool indirect;                    // reached through an embedded pointer or the receiver is a pointer
};
// Method set of t (spec "Method sets"), sorted by name as TypeSet::methods is. For an interface its methods.
std::span<const MethodSetEntry> methodSet(TypeContext& ctx, Type* t);

// ---- Printing ---------------------------------------------------------------------------------------------------

// As gc writes types in messages: names of other packages qualified by package name (by path where two packages share
// a name); `from` is the package whose names go unqualified, null qualifies every name.
std::string typeString(Type* t, const Package* from = nullptr);
// `places`, if given, is asked where type parameters are declared that go by a predeclared name.
using PlaceWriter = std::function<void(std::string& out, Pos pos)>;
void writeType(std::string& out, Type* t, const Package* from, const PlaceWriter* places = nullptr);
// Types of parameters and results as after "func": "(int, ...string) error".
void writeSignature(std::string& out, const Signature* s, const Package* from);

} // namespace gossamer::sema
