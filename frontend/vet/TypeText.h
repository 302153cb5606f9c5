// Types as go vet writes them. The compiler's messages, which sema words, differ: there names are qualified
// by package name.
#pragma once

#include "frontend/sema/Object.h"

#include <string>

namespace gossamer::vet {

// Every name qualified by its package's path.
std::string typeText(sema::Type* type);
// Parameters and results as after "func", names included: "(x int, y ...string) error".
std::string signatureText(const sema::Signature& signature);

} // namespace gossamer::vet
