// Expressions as gofmt would print them: how go vet quotes the program in its messages.
#pragma once

#include "frontend/ast/Ast.h"

#include <string>

namespace gossamer::vet {

// With `sources` the bodies of function literals are quoted as written, else as {…}.
std::string sourceText(const ast::Expr& x, const SourceManager* sources = nullptr);

} // namespace gossamer::vet
