#include "runtime/base/Check.h"

#include <cstdarg>
#include <cstdlib>

namespace gossamer {
namespace {

// Per thread, and only ever read when about to abort.
thread_local const CheckContext* currentContext = nullptr;

[[noreturn]] void finish() {
  if (const CheckContext* context = currentContext) {
    currentContext = nullptr; // a check that fails inside describe() must not come back here
    context->describe(stderr);
  }
  std::fputs("This is a bug in Gossamer, not in the program it runs.\n", stderr);
  std::fflush(stderr);
  std::abort();
}

} // namespace

CheckScope::CheckScope(const CheckContext& context) : outer_(currentContext) {
  currentContext = &context;
}
CheckScope::~CheckScope() {
  currentContext = outer_;
}

void checkFailed(const char* file, int line, const char* condition) {
  std::fprintf(stderr, "gossamer: %s:%d: check failed: %s\n", file, line, condition);
  finish();
}

void checkFailed(const char* file, int line, const char* condition, const char* format, ...) {
  std::fprintf(stderr, "gossamer: %s:%d: check failed: %s: ", file, line, condition);
  va_list args;
  va_start(args, format);
  std::vfprintf(stderr, format, args);
  va_end(args);
  std::fputc('\n', stderr);
  finish();
}

} // namespace gossamer
