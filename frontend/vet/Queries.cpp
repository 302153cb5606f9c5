#include "frontend/vet/Queries.h"

#include "frontend/vet/SourceText.h"

#include <algorithm>

namespace gossamer::vet {

using ast::Kind;

namespace {

std::string_view pathOf(const sema::Object& object) {
  return object.pkg ? object.pkg->path : std::string_view();
}

} // namespace

sema::Object* objectOf(const ast::Expr* x) {
  while (x && x->is(Kind::ParenExpr)) x = x->as<ast::ParenExpr>()->x;
  auto* ident = x ? x->as<ast::Ident>() : nullptr;
  return ident ? ident->object : nullptr;
}

sema::Object* calledFunction(const ast::CallExpr& call) {
  if (static_cast<sema::CallKind>(call.callKind) != sema::CallKind::Call) return nullptr;
  const ast::Expr* fun = ast::unparen(call.fun);
  if (auto* index = fun->as<ast::IndexExpr>()) fun = ast::unparen(index->x);
  sema::Object* object = nullptr;
  if (auto* ident = fun->as<ast::Ident>())
    object = ident->object;
  else if (auto* selector = fun->as<ast::SelectorExpr>(); selector && selector->selection)
    object = selector->selection->obj;
  if (!object || !object->isFunc()) return nullptr;
  return object->origin ? object->origin : object;
}

bool isFunction(const sema::Object* object, std::string_view path, std::string_view name) {
  return object && object->isFunc() && !object->isMethod && !object->isInterfaceMethod &&
         object->name.view() == name && pathOf(*object) == path;
}

sema::Named* receiverType(const sema::Object* method) {
  if (!method || !method->isFunc()) return nullptr;
  auto* signature = sema::cast<sema::Signature>(method->type);
  if (!signature || !signature->recv || !signature->recv->type) return nullptr;
  return sema::as<sema::Named>(withoutPointer(signature->recv->type));
}

bool isMethod(const sema::Object* object, std::string_view path, std::string_view type,
              std::string_view name) {
  if (!object || object->name.view() != name || pathOf(*object) != path) return false;
  const sema::Named* receiver = receiverType(object);
  return receiver && receiver->obj->name.view() == type;
}

std::string fullName(const sema::Object& function) {
  std::string out;
  auto* signature = sema::cast<sema::Signature>(function.type);
  if (signature && signature->recv && signature->recv->type) {
    out += "(" + typeText(signature->recv->type) + ").";
  } else if (function.pkg) {
    out += std::string(function.pkg->path) + ".";
  }
  out += function.name.view();
  return out;
}

bool isBuiltinCall(const ast::CallExpr& call, sema::BuiltinId id) {
  return static_cast<sema::CallKind>(call.callKind) == sema::CallKind::Builtin &&
         static_cast<sema::BuiltinId>(call.builtin) == id;
}

bool isConversion(const ast::CallExpr& call) {
  return static_cast<sema::CallKind>(call.callKind) == sema::CallKind::Conversion;
}

sema::Type* withoutPointer(sema::Type* type) {
  auto* pointer = type ? sema::cast<sema::Pointer>(sema::unalias(type)) : nullptr;
  return pointer ? pointer->elem : type;
}

bool isNamedType(sema::Type* type, std::string_view path, std::string_view name) {
  const sema::Named* named = type ? sema::as<sema::Named>(withoutPointer(type)) : nullptr;
  return named && named->obj->name.view() == name && pathOf(*named->obj) == path;
}

bool isPointerToNamed(sema::Type* type, std::string_view path, std::string_view name) {
  return type && sema::cast<sema::Pointer>(sema::unalias(type)) && isNamedType(type, path, name);
}

bool isErrorType(sema::Type* type) {
  const sema::Named* named = type ? sema::as<sema::Named>(type) : nullptr;
  return named && !named->obj->pkg && named->obj->name.view() == "error";
}

sema::Object* methodOf(sema::TypeContext& types, sema::Type* type, std::string_view name) {
  if (!type || type->kind == sema::TypeKind::Tuple) return nullptr;
  Symbol symbol = types.symbols().find(name);
  if (!symbol) return nullptr;
  sema::Object* found = sema::lookupFieldOrMethod(types, type, false, nullptr, symbol).obj;
  return found && found->isFunc() ? found : nullptr;
}

bool implements(sema::TypeContext& types, sema::Type* type, sema::Type* interface) {
  auto* wanted = sema::as<sema::Interface>(interface);
  if (!type || !wanted || type->kind == sema::TypeKind::Tuple) return false;
  for (sema::Object* method : sema::typeSet(wanted).methods) {
    sema::Object* found = sema::lookupFieldOrMethod(types, type, false, method->pkg, method->name).obj;
    if (!found || !found->isFunc() || !sema::identical(types.typeOf(found), types.typeOf(method)))
      return false;
  }
  return true;
}

std::vector<sema::Type*> possibleTypes(sema::Type* type) {
  std::vector<sema::Type*> out;
  auto* parameter = sema::as<sema::TypeParam>(type);
  if (!parameter) return {type};
  if (auto* constraint = sema::cast<sema::Interface>(sema::under(parameter)))
    for (const sema::UnionTerm& term : sema::typeSet(constraint).terms) out.push_back(term.type);
  return out;
}

std::optional<std::string_view> constantString(const ast::Expr* x) {
  if (!x || !x->constant || x->constant->kind() != sema::ConstantKind::String) return {};
  return x->constant->stringValue();
}

std::optional<int64_t> constantInt(const ast::Expr* x) {
  int64_t value = 0;
  if (!x || !x->constant || x->constant->kind() != sema::ConstantKind::Int || !x->constant->isInt64(&value))
    return {};
  return value;
}

void forEachNode(ast::Node& root, const std::function<bool(ast::Node&)>& visit) {
  std::vector<ast::Node*> work{&root};
  while (!work.empty()) {
    ast::Node* node = work.back();
    work.pop_back();
    if (!visit(*node)) continue;
    size_t first = work.size();
    ast::forEachChild(*node, [&](ast::Node& child) { work.push_back(&child); });
    std::reverse(work.begin() + static_cast<ptrdiff_t>(first), work.end());
  }
}

bool mentions(ast::Node& root, const sema::Object* object) {
  bool found = false;
  forEachNode(root, [&](ast::Node& node) {
    if (auto* ident = node.as<ast::Ident>()) found |= ident->object == object;
    return !found;
  });
  return found;
}

bool hasSideEffects(ast::Expr& x) {
  bool found = false;
  forEachNode(x, [&](ast::Node& node) {
    if (auto* call = node.as<ast::CallExpr>()) {
      // A call of a builtin that only looks at its operand, or a conversion.
      auto pure = [&](std::initializer_list<sema::BuiltinId> ids) {
        return std::any_of(ids.begin(), ids.end(),
                           [&](sema::BuiltinId id) { return isBuiltinCall(*call, id); });
      };
      using enum sema::BuiltinId;
      if (!isConversion(*call) && !pure({Len, Cap, Complex, Imag, Real, New, Make, Max, Min, UnsafeAlignof,
                                         UnsafeOffsetof, UnsafeSizeof}))
        found = true;
    } else if (auto* unary = node.as<ast::UnaryExpr>()) {
      found |= unary->op == ast::Op::Receive;
    }
    return !found && !node.is(Kind::FuncLit);
  });
  return found;
}

bool sameText(const ast::Expr& a, const ast::Expr& b) {
  return a.kind == b.kind && sourceText(a) == sourceText(b);
}

} // namespace gossamer::vet
