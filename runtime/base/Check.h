// GOSSAMER_CHECK: the fourth kind of error, a bug of ours. It says what the thread was doing (goroutine, pc,
// op), then aborts.
//
// What the thread is doing is known only to whoever runs code: the interpreter loop installs a CheckContext
// for its thread (CheckScope) and describes itself when asked. Checks stay on in release builds; use
// GOSSAMER_DCHECK for those too costly there. Never use a check for anything a Go program, a flag or a file
// can cause.
#pragma once

#include <cstdio>

namespace gossamer {

// Writes one or more lines on what the thread is running. Called on the failing thread only; must not
// allocate from the VM's heap nor take its locks.
class CheckContext {
public:
  virtual void describe(std::FILE* out) const = 0;

protected:
  ~CheckContext() = default;
};

// Installs a context for the calling thread; scopes nest and must be destroyed in reverse order on the same
// thread.
class CheckScope {
public:
  explicit CheckScope(const CheckContext& context);
  ~CheckScope();
  CheckScope(const CheckScope&) = delete;
  CheckScope& operator=(const CheckScope&) = delete;

private:
  const CheckContext* outer_;
};

[[noreturn, gnu::cold, gnu::noinline]] void checkFailed(const char* file, int line, const char* condition);
[[noreturn, gnu::cold, gnu::noinline, gnu::format(printf, 4, 5)]] void
checkFailed(const char* file, int line, const char* condition, const char* format, ...);

} // namespace gossamer

// GOSSAMER_CHECK(condition) or GOSSAMER_CHECK(condition, "printf format", values...)
#define GOSSAMER_CHECK(condition, ...)                                                                       \
  do {                                                                                                       \
    if (__builtin_expect(!(condition), 0))                                                                   \
      ::gossamer::checkFailed(__FILE__, __LINE__, #condition __VA_OPT__(, ) __VA_ARGS__);                    \
  } while (0)

#ifdef NDEBUG
#define GOSSAMER_DCHECK(condition, ...) ((void)sizeof(bool(condition)))
#else
#define GOSSAMER_DCHECK(condition, ...) GOSSAMER_CHECK(condition __VA_OPT__(, ) __VA_ARGS__)
#endif

// Marks code that cannot be reached unless we have a bug.
#define GOSSAMER_UNREACHABLE(...)                                                                            \
  ::gossamer::checkFailed(__FILE__, __LINE__, "unreachable" __VA_OPT__(, ) __VA_ARGS__)
