// //go:embed directives: which files of a package's folder their patterns mean (package embed's
// documentation).
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/load/FileSystem.h"

#include <string>
#include <string_view>
#include <vector>

namespace gossamer::load {

struct EmbedPattern {
  std::string text;
  size_t at = 0; ///< where it begins in the directive's arguments
};

/// Cuts a directive's arguments into patterns, which may be quoted. False if a quotation is malformed.
bool splitPatterns(std::string_view arguments, std::vector<EmbedPattern>& patterns);

/// Adds the files a pattern means, each once; false with the reason in the go command's words.
bool findEmbedded(const FileSystem& files, const std::string& directory, std::string_view pattern,
                  std::vector<ast::EmbeddedFile>& out, std::string& problem);

/// Whether a name matches a pattern (package path, Match). False also for a malformed one.
bool matchesPattern(std::string_view pattern, std::string_view name);
bool isPattern(std::string_view pattern);

} // namespace gossamer::load
