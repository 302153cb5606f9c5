// Questions that several analyzers ask of checked trees and types. A null expression, type or object is
// nothing and has no properties.
#pragma once

#include "frontend/sema/TypeContext.h"
#include "frontend/vet/TypeText.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gossamer::vet {

// ---- Objects ----

sema::Object* calledFunction(const ast::CallExpr& call);
// What an identifier, in parentheses or not, refers to; null for other expressions.
sema::Object* objectOf(const ast::Expr* x);
// Is it the function `name` of the package at `path`?
bool isFunction(const sema::Object* object, std::string_view path, std::string_view name);
// Is it the method T.name or (*T).name of a type T of the package at `path`, promoted or not?
bool isMethod(const sema::Object* object, std::string_view path, std::string_view type,
              std::string_view name);
// The defined type whose method it is; null for functions and for methods of interface literals.
sema::Named* receiverType(const sema::Object* method);
// "fmt.Printf", "(*log.Logger).Printf".
std::string fullName(const sema::Object& function);
bool isBuiltinCall(const ast::CallExpr& call, sema::BuiltinId id);
bool isConversion(const ast::CallExpr& call);

// ---- Types ----

// The type a pointer points to, else the type itself. Names are looked through only where `type` is a
// pointer's.
sema::Type* withoutPointer(sema::Type* type);
// Is it the type `name` of the package at `path`, or a pointer to it?
bool isNamedType(sema::Type* type, std::string_view path, std::string_view name);
bool isPointerToNamed(sema::Type* type, std::string_view path, std::string_view name);
bool isErrorType(sema::Type* type);
// The method `name` of the method set of the type, exported; null if there is none.
sema::Object* methodOf(sema::TypeContext& types, sema::Type* type, std::string_view name);
bool implements(sema::TypeContext& types, sema::Type* type, sema::Type* interface);
// The terms of a type parameter's constraint; the type itself for any other. Empty for a constraint without
// terms.
std::vector<sema::Type*> possibleTypes(sema::Type* type);

// ---- Expressions ----

std::optional<std::string_view> constantString(const ast::Expr* x);
std::optional<int64_t> constantInt(const ast::Expr* x);
// Visits every node of a tree, itself included, without recursion; false from `visit` leaves a subtree out.
void forEachNode(ast::Node& root, const std::function<bool(ast::Node&)>& visit);
bool mentions(ast::Node& root, const sema::Object* object);
// Might evaluating it do more than give a value: a call, other than of a conversion or len and its like, or a
// receive?
bool hasSideEffects(ast::Expr& x);
// Do two expressions read the same?
bool sameText(const ast::Expr& a, const ast::Expr& b);

} // namespace gossamer::vet
