// What the function of a call expression is.
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/sema/Object.h"

namespace gossamer::lower {

struct Callee {
  enum class Kind : uint8_t {
    Function,  // a declared function
    Method,    // a declared method; `receiver` is the x of x.m
    Interface, // a method of an interface; `receiver` leads to the interface value
    Literal,   // func(…) {…}(…)
    Value,     // any other func value
  };
  Kind kind = Kind::Value;
  sema::Object* object = nullptr;       // Function, Method, Interface
  ast::SelectorExpr* selector = nullptr; // Method, Interface
  ast::FuncLit* literal = nullptr;
};

inline Callee calleeOf(ast::CallExpr& call) {
  ast::Expr* fun = ast::unparen(call.fun);
  if (auto* index = fun->as<ast::IndexExpr>(); index && index->instance) fun = ast::unparen(index->x);
  Callee callee;
  if (auto* ident = fun->as<ast::Ident>()) {
    if (ident->object && ident->object->isFunc()) {
      callee.kind = Callee::Kind::Function;
      callee.object = ident->object;
    }
  } else if (auto* literal = fun->as<ast::FuncLit>()) {
    callee.kind = Callee::Kind::Literal;
    callee.literal = literal;
  } else if (auto* selector = fun->as<ast::SelectorExpr>(); selector && selector->selection) {
    sema::Object* object = selector->selection->obj;
    if (selector->selection->kind == sema::SelectionKind::Qualified) {
      if (object->isFunc()) {
        callee.kind = Callee::Kind::Function;
        callee.object = object;
      }
    } else if (selector->selection->kind == sema::SelectionKind::MethodVal) {
      callee.kind = object->isInterfaceMethod ? Callee::Kind::Interface : Callee::Kind::Method;
      callee.object = object;
      callee.selector = selector;
    }
  }
  return callee;
}

inline sema::Signature* signatureOf(ast::CallExpr& call) {
  return sema::as<sema::Signature>(const_cast<sema::Type*>(call.fun->type));
}

} // namespace gossamer::lower
