// From source text to syntax trees.
//
// Three things can be parsed: a file, the body of a function that was skipped when its file was parsed, and a
// cell (a region of a document: imports, declarations and statements in any order, without a package clause).
//
// Every function returns a tree whatever the source is; what could not be understood is missing from it (or
// is a Bad node) and has been reported to the diagnostics. Nothing is thrown, no recursion follows the
// source: sources nested deeper than kMaxDepth are refused with a diagnostic.
//
// Thread safety: as that of the arena, symbols and diagnostics in the context, i.e. none.
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/source/Diagnostic.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gossamer {

// How deep a tree may be (parentheses, blocks, unary operators, types within types…), so that passes that
// recurse over it are safe on an 8 MB stack, sanitizers included.
inline constexpr uint32_t kMaxDepth = 1000;

struct ParseContext {
  Arena& arena;
  SymbolTable& symbols;
  DiagnosticEngine& diags;
};

// The body of a top-level function: offsets in the file of its '{' and of just past its '}'.
struct BodyRange {
  uint32_t open = 0;
  uint32_t close = 0;
};

// The bodies of the top-level functions of a source, in order: the table a library file is embedded with.
// Made with the lexer alone. Empty if the source is malformed.
std::vector<BodyRange> findBodies(std::string_view text);

// With `bodies` (made by findBodies from this very text), function bodies are skipped without lexing them and
// FuncDecl::lazyBody says where they are. Without, everything is parsed.
// The file's //line comments are given to it.
ast::File* parseFile(const ParseContext& context, SourceFile& file,
                     std::span<const BodyRange> bodies = {});

// Parses the body at function.lazyBody and sets function.body. False when it has syntax errors.
bool parseBody(const ParseContext& context, const SourceFile& file, ast::FuncDecl& function);

// Parses the region [begin, end) of a file as a cell.
ast::Cell* parseCell(const ParseContext& context, const SourceFile& file, Range region);

} // namespace gossamer
