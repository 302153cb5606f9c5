#include "frontend/vet/PrintfTypes.h"

#include "frontend/vet/Queries.h"

#include <algorithm>
#include <unordered_set>

namespace gossamer::vet {
namespace {

struct Row {
  std::string_view verb;
  Verb is;
};
using namespace prints;
constexpr Row kVerbs[] = {
    {"%", {"", 0}},
    {"b", {" -+.0#", kInt | kFloat | kComplex | kPointer}},
    {"c", {"-", kRune | kInt}},
    {"d", {" -+.0", kInt | kPointer}},
    {"e", {" -+.0#", kFloat | kComplex}},
    {"E", {" -+.0#", kFloat | kComplex}},
    {"f", {" -+.0#", kFloat | kComplex}},
    {"F", {" -+.0#", kFloat | kComplex}},
    {"g", {" -+.0#", kFloat | kComplex}},
    {"G", {" -+.0#", kFloat | kComplex}},
    {"o", {" -+.0#", kInt | kPointer}},
    {"O", {" -+.0#", kInt | kPointer}},
    {"p", {"-#", kPointer}},
    {"q", {" -+.0#", kRune | kString}},
    {"s", {" -+.0", kString}},
    {"t", {"-", kBool}},
    {"T", {"-", kAny}},
    {"U", {"-#", kRune | kInt}},
    {"v", {" -+.0#", kAny}},
    {"w", {" -+.0#", kError}},
    {"x", {" -+.0#", kRune | kInt | kString | kPointer | kFloat | kComplex}},
    {"X", {" -+.0#", kRune | kInt | kString | kPointer | kFloat | kComplex}},
};

bool hasTextMethod(sema::TypeContext& types, sema::Type* type, std::string_view name) {
  sema::Object* method = methodOf(types, type, name);
  auto* signature = method ? sema::cast<sema::Signature>(types.typeOf(method)) : nullptr;
  return signature && signature->params->size() == 0 && signature->results->size() == 1 &&
         sema::basicKind(signature->results->at(0)) == sema::BasicKind::String;
}

bool isNil(sema::Type* type) {
  return sema::basicKind(type) == sema::BasicKind::UntypedNil;
}

class Matcher {
public:
  Matcher(sema::TypeContext& types, uint16_t prints, std::string& reason)
      : types_(types), prints_(prints), reason_(reason) {}

  bool match(sema::Type* type, bool top) {
    if (prints_ == kError) return isNil(type) || implements(types_, type, types_.errorType());
    if (isFormatter(types_, type)) return true;
    if ((prints_ & kString) && printsItself(types_, type)) return true;
    if (sema::isTypeParam(type)) return parameter(type, top);
    // A type that was met before fits, or is being judged: one that does not fit ends everything. As in go vet it is the
    // type as written somewhere that counts: a pointer to a struct that points on to others of its kind is followed once.
    if (!seen_.insert(sema::unalias(type)).second) return true;
    return structure(type, top);
  }

private:
  bool parameter(sema::Type* type, bool top) {
    auto* constraint = sema::cast<sema::Interface>(sema::under(type));
    const sema::TypeSet* set = constraint ? &sema::typeSet(constraint) : nullptr;
    if (!set || set->terms.empty()) return false; // any type at all: some will not fit
    for (const sema::UnionTerm& term : set->terms) {
      if (match(term.type, top)) continue;
      if (reason_.empty()) reason_ = std::string("contains ") + (term.tilde ? "~" : "") + typeText(term.type);
      return false;
    }
    return true;
  }

  bool structure(sema::Type* type, bool top) {
    sema::Type* under = sema::under(type);
    switch (under->kind) {
    case sema::TypeKind::Signature: return prints_ == kPointer;
    case sema::TypeKind::Chan: return prints_ & kPointer;
    case sema::TypeKind::Map: {
      auto* map = sema::cast<sema::Map>(under);
      return prints_ == kPointer || (match(map->key, false) && match(map->elem, false));
    }
    case sema::TypeKind::Array: return elements(sema::cast<sema::Array>(under)->elem);
    case sema::TypeKind::Slice: return prints_ == kPointer || elements(sema::cast<sema::Slice>(under)->elem);
    case sema::TypeKind::Pointer: return pointer(sema::cast<sema::Pointer>(under)->elem, top);
    case sema::TypeKind::Struct: {
      for (const sema::Object* field : sema::cast<sema::Struct>(under)->fields) {
        if (!match(field->type, false)) return false;
        // Package fmt cannot call the methods of what an unexported field holds.
        if ((prints_ & kString) && !field->isExported() && printsItself(types_, field->type)) return false;
      }
      return true;
    }
    case sema::TypeKind::Interface: return true; // depends on what is in it
    case sema::TypeKind::Basic: return basic(sema::cast<sema::Basic>(under)->basic);
    default: return true;
    }
  }

  bool elements(sema::Type* element) {
    bool bytes = sema::basicKind(element) == sema::BasicKind::Uint8;
    return (bytes && (prints_ & kString)) || match(element, false);
  }

  bool pointer(sema::Type* to, bool top) {
    if (prints_ == kPointer) return true;
    // Package fmt follows pointers to these, at the top only.
    sema::TypeKind kind = sema::isTypeParam(to) ? sema::TypeKind::TypeParam : sema::under(to)->kind;
    if (kind == sema::TypeKind::TypeParam) return true;
    if (kind == sema::TypeKind::Struct || kind == sema::TypeKind::Array || kind == sema::TypeKind::Slice ||
        kind == sema::TypeKind::Map)
      return top && match(sema::under(to), false);
    return prints_ & kPointer;
  }

  bool basic(sema::BasicKind kind) {
    using enum sema::BasicKind;
    switch (kind) {
    case Bool:
    case UntypedBool: return prints_ & kBool;
    case Uint8:
    case Int32:
    case UntypedRune: return prints_ & (kInt | kRune);
    case Int:
    case Int8:
    case Int16:
    case Int64:
    case Uint:
    case Uint16:
    case Uint32:
    case Uint64:
    case Uintptr:
    case UntypedInt: return prints_ & kInt;
    case Float32:
    case Float64:
    case UntypedFloat: return prints_ & kFloat;
    case Complex64:
    case Complex128:
    case UntypedComplex: return prints_ & kComplex;
    case String:
    case UntypedString: return prints_ & kString;
    case UnsafePointer: return prints_ & (kPointer | kInt);
    case UntypedNil: return false;
    case Invalid: return true;
    }
    return true;
  }

  sema::TypeContext& types_;
  uint16_t prints_;
  std::string& reason_;
  std::unordered_set<sema::Type*> seen_;
};

} // namespace

const Verb* findVerb(std::string_view verb) {
  auto it =
      std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const Row& row) { return row.verb == verb; });
  return it == std::end(kVerbs) ? nullptr : &it->is;
}

bool isFormatter(sema::TypeContext& types, sema::Type* type) {
  sema::Object* method = methodOf(types, type, "Format");
  auto* signature = method ? sema::cast<sema::Signature>(types.typeOf(method)) : nullptr;
  return signature && signature->params->size() == 2 && signature->results->size() == 0 &&
         isNamedType(signature->params->at(0), "fmt", "State") &&
         sema::basicKind(signature->params->at(1)) == sema::BasicKind::Int32;
}

bool printsItself(sema::TypeContext& types, sema::Type* type) {
  return hasTextMethod(types, type, "Error") || hasTextMethod(types, type, "String");
}

bool canPrint(sema::TypeContext& types, uint16_t prints, sema::Type* type, std::string& reason) {
  return prints == kAny || Matcher(types, prints, reason).match(type, true);
}

} // namespace gossamer::vet
