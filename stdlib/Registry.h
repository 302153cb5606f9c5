// The library that comes with Gossamer: Go sources by import path, native leaves by full name.
//
// A package is a folder of stdlib/: its .go files are embedded into the binary at build time (stdlib/embed), each with a
// table of where its top-level function bodies lie, so that the parser can skip them; its natives.cpp says, in a
// constant table, which C++ function stands behind each Go function declared without a body:
//
//     // stdlib/strings/natives.cpp
//     namespace gossamer::stdlib {
//     static int64_t indexByte(String s, uint8_t c) { … }
//     GOSSAMER_NATIVES(strings, {"strings.IndexByte", leaf<indexByte>}, {"strings.(*Builder).grow", builderGrow});
//     }
//
// The macro's first argument is the import path with '_' for '/': `sync_atomic`. `leaf` is in stdlib/NativeArgs.h.
//
// Full names are the import path, a dot and the function: `strings.IndexByte`, `sync/atomic.AddInt64`,
// `sync.(*Mutex).Lock`, `time.Time.wall` (value receiver).
//
// Everything here is constant data or immutable after construction: any thread may use it, nothing parks.
#pragma once

#include "runtime/base/Native.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gossamer::stdlib {

/// The bytes of a top-level function's body in its file: from its `{` to just past its `}`.
struct BodyRange {
  uint32_t open = 0, close = 0;
};

/// One Go file of a package.
struct PackageSource {
  std::string_view fileName;          ///< as diagnostics and traces show it: "strings/builder.go"
  std::string_view text;              ///< ends with a newline; a NUL byte follows it
  std::span<const BodyRange> bodies;  ///< in file order; empty if unknown: parse the file whole
};

/// A folder of the library.
struct Package {
  std::string_view importPath;
  std::span<const PackageSource> files;  ///< in name order
  const NativeTable* natives = nullptr;  ///< null if there are none
};

/// A set of library packages; the sources stay valid as long as it lives.
class Library {
public:
  /// What was embedded at build time.
  Library();
  /// The packages below a folder laid out like stdlib/, read now: for working on the library without rebuilding.
  /// Natives are those of the binary. False (with a message) if the folder cannot be read.
  static bool fromDirectory(const std::string& root, Library& out, std::string& error);

  /// The files of a package; empty if the library does not have it.
  std::span<const PackageSource> find(std::string_view importPath) const;
  /// All packages, ordered by import path.
  std::span<const Package> packages() const { return packages_; }

  /// The native leaf of that full name; null if there is none.
  static NativeFn findNative(std::string_view fullName);

private:
  struct Loaded;
  std::span<const Package> packages_;
  std::shared_ptr<const Loaded> loaded_; ///< owns what fromDirectory read
};

} // namespace gossamer::stdlib

/// Defines a package's table of natives; use it once per package, inside namespace gossamer::stdlib.
#define GOSSAMER_NATIVES(package, ...)                                                                       \
  static constexpr NativeEntry kNativeEntries_##package[] = {__VA_ARGS__};                                   \
  extern const NativeTable kNatives_##package;                                                               \
  constinit const NativeTable kNatives_##package = kNativeEntries_##package
