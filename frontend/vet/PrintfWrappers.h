// Which functions print: those of the library, and those of the package that hand their arguments on to one.
#pragma once

#include "frontend/vet/Pass.h"

#include <unordered_map>

namespace gossamer::vet {

enum class PrintKind : uint8_t { None, Print, Printf, Errorf }; // Errorf is a Printf that knows %w

class PrintFunctions {
public:
  // Finds the package's own: functions, methods, and variables that hold a function literal which prints.
  // One that hands its slice of arguments on as a single argument is reported.
  explicit PrintFunctions(Pass& pass);

  // What a call prints with: a function, or a variable or field that holds one. Null for anything else.
  sema::Object* printer(const ast::CallExpr& call) const;
  PrintKind kindOf(const sema::Object* printer) const;

private:
  struct Wrapper {
    sema::Object* object;
    const sema::Object* format; // null without a format parameter
    const sema::Object* arguments;
    ast::BlockStmt* body;
  };
  // A wrapper hands its arguments on to `callee`.
  struct Forward {
    const sema::Object* wrapper;
    bool withFormat;
  };
  void collect();
  void consider(sema::Object* object, const sema::Signature* signature, ast::BlockStmt* body);
  void findForwards(const Wrapper& wrapper);
  void resolve();
  void reportForgottenDots(const Wrapper& wrapper) const;

  Pass& pass_;
  std::vector<Wrapper> candidates_;
  std::unordered_map<const sema::Object*, std::vector<Forward>> forwards_; // by callee
  std::unordered_map<const sema::Object*, PrintKind> own_;
};

} // namespace gossamer::vet
