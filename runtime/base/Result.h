// Result<T>: a value, or why the host could not give one (a file that is not there, no memory, a refused
// operation).
//
// For failures of the host only: errors of the Go program are diagnostics, panics or fatal errors. Move-only
// if T is.
#pragma once

#include "runtime/base/Check.h"

#include <string>
#include <utility>
#include <variant>

namespace gossamer {

// What went wrong, as a sentence fit to show ("open x.go: no such file or directory"), and errno where there
// is one.
struct Failure {
  std::string message;
  int code = 0;
};

template <class T> class [[nodiscard]] Result {
public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    GOSSAMER_CHECK(ok(), "%s", std::get<1>(state_).message.c_str());
    return std::get<0>(state_);
  }
  const T& value() const& {
    GOSSAMER_CHECK(ok(), "%s", std::get<1>(state_).message.c_str());
    return std::get<0>(state_);
  }
  T&& value() && { return std::move(value()); }
  const Failure& failure() const {
    GOSSAMER_CHECK(!ok());
    return std::get<1>(state_);
  }

private:
  std::variant<T, Failure> state_;
};

template <> class [[nodiscard]] Result<void> {
public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)), ok_(false) {}

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  const Failure& failure() const {
    GOSSAMER_CHECK(!ok_);
    return failure_;
  }

private:
  Failure failure_;
  bool ok_ = true;
};

} // namespace gossamer
