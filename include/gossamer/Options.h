// What a host may choose about an Engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace gossamer {

class Host;

struct Options {
  /// The VM's contact with the outside; not owned, must outlive the Engine. Null: systemHost with no arguments.
  Host* host = nullptr;
  /// Language version such as "go1.21"; empty means the newest. A file's //go:build line may lower or raise its own.
  std::string languageVersion;
  /// Further build tags that hold, separated by commas (see docs/packages.md for those that always do).
  std::string tags;
  /// When every goroutine is blocked and a timer is pending, the clock jumps to the timer.
  bool virtualTime = false;
  /// Fixes every choice of the runtime (select, map order, default random seed).
  std::optional<uint64_t> seed;
  /// Functions may lack a body, as in packages whose other half is assembly. Calling such a one is a fatal error.
  bool allowMissingBodies = false;
  /// How many errors a compilation reports before it says "too many errors"; 0 means all.
  unsigned maxErrors = 10;
  /// Greatest size of the Go heap in bytes; 0 means no limit. Reaching it ends the run as out of memory.
  size_t memoryLimit = 0;
  /// When main returns, report on standard error the goroutines that are blocked for ever on what nobody can reach any more;
  /// when all goroutines are asleep, also why each of them is.
  bool reportLeaks = false;
  /// Collect at every n-th allocation, to bring out bugs; 0 means when needed.
  unsigned collectEvery = 0;
  /// Run the bytecode verifier over every function that is compiled.
  bool verifyBytecode = false;
  /// Read the Go library from this folder instead of the copy inside the binary.
  std::string libraryRoot;
};

} // namespace gossamer
