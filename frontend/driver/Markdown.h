// The Go blocks of a Markdown text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gossamer {

/// A fenced block whose info string says Go: where its fence stands and which bytes of the document are its content.
struct MarkdownBlock {
  uint32_t fenceLine; ///< from 1
  uint32_t begin, end;
};

/// Fences are CommonMark's (4.5): three or more backquotes or tildes, closed by at least as many of the same, or by the end
/// of the document; also within list items. The first word of the info string decides: go, Go, golang, with attributes
/// behind it (`go {…}`, `go,editable`) or as a class (`{.go}`).
std::vector<MarkdownBlock> goBlocksOf(std::string_view document);

} // namespace gossamer
