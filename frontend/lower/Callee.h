// What the function of a call expression is.
#pragma once

#include "frontend/lower/Instances.h"

namespace gossamer::lower {

struct Callee {
  enum class Kind : uint8_t {
    Function,  // a declared function
    Method,    // a declared method; `selector` is x.m, `selection` says where m is found from x
    Interface, // a method of an interface; `selection` leads from x to the interface value
    Literal,   // func(…) {…}(…)
    Value,     // any other func value
  };
  Kind kind = Kind::Value;
  sema::Object* object = nullptr;             // Function, Method, Interface
  Instantiation* instantiation = nullptr;     // of a generic Function, or a Method of a generic type
  ast::SelectorExpr* selector = nullptr;      // Method, Interface
  const sema::Selection* selection = nullptr; // Method, Interface
  ast::FuncLit* literal = nullptr;

  bool isDeclared() const { return kind == Kind::Function || kind == Kind::Method; }
};

// A declared function that an expression names, with its type arguments if it is generic; false if it is
// something else.
inline bool namedFunction(const TypeView& view, ast::Expr* fun, sema::Instance* instance, Callee& callee) {
  fun = ast::unparen(fun);
  if (auto* index = fun->as<ast::IndexExpr>(); index && index->instance) {
    if (!instance) instance = index->instance;
    fun = ast::unparen(index->x);
  }
  sema::Object* object = nullptr;
  if (auto* ident = fun->as<ast::Ident>())
    object = ident->object;
  else if (auto* selector = fun->as<ast::SelectorExpr>();
           selector && selector->selection && selector->selection->kind == sema::SelectionKind::Qualified)
    object = selector->selection->obj;
  if (!object || !object->isFunc()) return false;
  callee.kind = Callee::Kind::Function;
  callee.object = object;
  auto* signature = sema::cast<sema::Signature>(view.instances().reps().context().typeOf(object));
  if (signature && !signature->typeParams.empty()) {
    if (!instance) instance = const_cast<sema::Instance*>(view.instances().checker().instanceOf(fun));
    if (instance) callee.instantiation = view.instance(object, *instance);
  }
  return true;
}

inline Callee calleeOf(const TypeView& view, ast::CallExpr& call) {
  Callee callee;
  ast::Expr* fun = ast::unparen(call.fun);
  if (namedFunction(view, fun, call.instance, callee)) return callee;
  if (auto* literal = fun->as<ast::FuncLit>()) {
    callee.kind = Callee::Kind::Literal;
    callee.literal = literal;
  } else if (auto* selector = fun->as<ast::SelectorExpr>();
             selector && selector->selection && selector->selection->kind == sema::SelectionKind::MethodVal) {
    callee.selector = selector;
    callee.selection = &view.selection(*selector);
    callee.object = callee.selection->obj;
    callee.kind = callee.object->isInterfaceMethod ? Callee::Kind::Interface : Callee::Kind::Method;
    callee.instantiation = view.instances().ofMethod(callee.object);
  }
  return callee;
}

inline sema::Signature* signatureOf(const TypeView& view, ast::CallExpr& call) {
  return sema::as<sema::Signature>(view.of(*call.fun));
}

} // namespace gossamer::lower
