// Which verbs of package fmt fit which types.
#pragma once

#include "frontend/sema/TypeContext.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gossamer::vet {

// What a verb prints, as bits.
namespace prints {
inline constexpr uint16_t kBool = 1, kInt = 2, kRune = 4, kString = 8, kFloat = 16, kComplex = 32,
                          kPointer = 64, kError = 128;
inline constexpr uint16_t kAny = 0xFFFF;
} // namespace prints

struct Verb {
  std::string_view flags; // those it knows
  uint16_t prints;
};

// Null for a verb that package fmt does not have.
const Verb* findVerb(std::string_view verb);

bool isFormatter(sema::TypeContext& types, sema::Type* type);
// Does it have Error() string or String() string?
bool printsItself(sema::TypeContext& types, sema::Type* type);

// Can a value of the type be printed as that? If a term of a type parameter's constraint is why not, `reason`
// says so.
bool canPrint(sema::TypeContext& types, uint16_t prints, sema::Type* type, std::string& reason);

} // namespace gossamer::vet
