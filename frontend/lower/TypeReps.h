// How Go types look at run time: layout for code generation (Rep) and descriptors for the running program (TypeInfo).
//
// Several Type nodes may mean one type; each node has its own Rep (found through Type::lowering), while `info` interns,
// so that identical types have one TypeInfo. Reps are immutable and live as long as the table; a pointer's, slice's or
// channel's element is looked at only when asked for, so recursive types are no trouble.
//
// Type parameters do not occur here: whoever lowers a generic body substitutes before asking.
//
// Not thread-safe: used under the compile lock.
#pragma once

#include "frontend/sema/TypeContext.h"
#include "runtime/type/TypeTable.h"

#include <deque>
#include <span>
#include <string>
#include <unordered_map>

namespace gossamer::lower {

// The run-time kind; syntax has a Kind too, which is always written ast::Kind here.
using Kind = gossamer::Kind;

struct Rep;

struct FieldRep {
  uint64_t offset;
  const Rep* rep;
};

struct Rep {
  sema::Type* type = nullptr;
  Kind kind = Kind::Invalid;
  bool pointers = false;   // the collector has to look at it
  bool scalar = false;     // one slot, canonical form
  bool narrow = false;     // scalar of fewer than 8 bytes: memory form and slot form differ in the upper bytes
  bool isSigned = false;
  uint64_t size = 0;
  uint64_t align = 1;
  uint32_t slots = 0;
  uint64_t length = 0;                  // array
  const Rep* elem = nullptr;            // array
  std::span<const FieldRep> fields;     // struct
  std::span<const WordKind> words;      // of each slot; empty: all Scalar, or the type is too large for a frame
  mutable const TypeInfo* info = nullptr;

  bool isInterface() const { return kind == Kind::Interface; }
  bool isAggregate() const { return kind == Kind::Struct || kind == Kind::Array; }
  bool isUnsigned() const { return isUnsignedInt(kind); }
  bool isInt() const { return isInteger(kind); }
  // A value of this type sits in an interface's data word itself.
  bool direct() const { return size <= 8; }
};

// More slots than this do not go in a frame.
inline constexpr uint32_t kMaxLocalSlots = 128;
// Values of more slots are only ever copied from memory to memory.
inline constexpr uint32_t kMaxValueSlots = 16'384;

class TypeReps {
public:
  TypeReps(sema::TypeContext& context, TypeTable& table);
  TypeReps(const TypeReps&) = delete;
  TypeReps& operator=(const TypeReps&) = delete;

  const Rep* of(sema::Type* type) {
    return type->lowering ? static_cast<const Rep*>(type->lowering) : make(type);
  }
  const TypeInfo* info(const Rep* rep) { return rep->info ? rep->info : makeInfo(rep); }
  const TypeInfo* info(sema::Type* type) { return info(of(type)); }

  // The checker's type a descriptor was made from; for one the program made by reflection, an equivalent (TypeOrigins.cpp).
  // Null if there is none.
  sema::Type* typeOf(const TypeInfo* info);

  SelectorId selector(const sema::Object* method);
  TypeTable& table() { return table_; }
  sema::TypeContext& context() { return context_; }

private:
  const Rep* make(sema::Type* type);
  void fill(Rep& rep);
  void fillStruct(Rep& rep, sema::Struct* s);
  void setWords(Rep& rep);
  const TypeInfo* makeInfo(const Rep* rep);
  const TypeInfo* makeNamed(const Rep* rep, sema::Named* named);
  const TypeInfo* makeLiteral(const Rep* rep, sema::Type* type);
  sema::Type* rebuild(const TypeInfo* info);
  sema::Type* rebuildFunc(const TypeInfo* info);
  sema::Type* rebuildStruct(const TypeInfo* info);
  sema::Tuple* rebuildTuple(std::span<const TypeInfo* const> types);
  void writeInstanceName(std::string& out, sema::Named* named);
  void writeArgument(std::string& out, sema::Type* type);

  sema::TypeContext& context_;
  TypeTable& table_;
  Arena arena_;
  std::deque<Rep> reps_;
  std::unordered_map<const TypeInfo*, sema::Type*> origins_;
};

} // namespace gossamer::lower
