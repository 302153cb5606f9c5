// copylocks: values that hold a lock must stay where they are.
//
// A type is a lock if pointers to it have Lock and Unlock and values do not: copying one leaves two that know
// nothing of each other. So does copying anything it is a field, an element or an alternative of.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"
#include "frontend/vet/SourceText.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace gossamer::vet {
namespace {

class Locks {
public:
  explicit Locks(Pass& pass) : pass_(pass) {}

  // "T contains sync.Mutex", the way from a type to the lock in it; empty when it holds none.
  std::string path(sema::Type* type) {
    if (!type) return {};
    auto [known, isNew] = paths_.try_emplace(type);
    if (!isNew) return known->second;
    std::unordered_set<sema::Type*> seen;
    std::string found = find(type, seen);
    return paths_[type] = found;
  }

  // The same for the value of an expression that is about to be copied: new values may go where they like.
  std::string pathOfCopy(ast::Expr& source) {
    ast::Expr* x = ast::unparen(&source);
    if (sema::modeOf(*x) == sema::Mode::TypeExpr || x->is(ast::Kind::CompositeLit) ||
        x->is(ast::Kind::CallExpr))
      return {};
    // What a function just handed out is as good as new.
    if (auto* star = x->as<ast::StarExpr>(); star && ast::unparen(star->x)->is(ast::Kind::CallExpr))
      return {};
    return path(x->type);
  }

private:
  bool hasLockMethods(sema::Type* type) {
    auto niladic = [&](std::string_view name) {
      sema::Object* method = methodOf(pass_.types(), type, name);
      auto* signature = method ? sema::cast<sema::Signature>(pass_.types().typeOf(method)) : nullptr;
      return signature && signature->params->size() == 0 && signature->results->size() == 0;
    };
    return niladic("Lock") && niladic("Unlock");
  }

  std::string find(sema::Type* type, std::unordered_set<sema::Type*>& seen) {
    if (!type || !seen.insert(type).second) return {};
    if (auto* tuple = sema::cast<sema::Tuple>(type)) {
      for (const sema::Object* var : tuple->vars)
        if (std::string inner = find(var->type, seen); !inner.empty())
          return typeText(type) + " contains " + inner;
      return {};
    }
    if (sema::isTypeParam(type)) {
      for (sema::Type* term : possibleTypes(type))
        if (std::string inner = find(term, seen); !inner.empty())
          return typeText(type) + " contains " + inner;
      return {};
    }
    if (auto* array = sema::as<sema::Array>(type)) return find(array->elem, seen);
    auto* structure = sema::as<sema::Struct>(type);
    if (!structure && !sema::as<sema::Named>(type)) return {};
    if (sema::isInterface(type) || sema::as<sema::Pointer>(type)) return {};
    if (hasLockMethods(pass_.types().pointer(type)) && !hasLockMethods(type)) return typeText(type);
    if (!structure) return {};
    for (sema::Object* field : structure->fields)
      if (std::string inner = find(field->type, seen); !inner.empty())
        return typeText(type) + " contains " + inner;
    return {};
  }

  Pass& pass_;
  std::unordered_map<sema::Type*, std::string> paths_;
};

class CopyLocks {
public:
  explicit CopyLocks(Pass& pass) : pass_(pass), locks_(pass) {}

  void assignment(ast::AssignStmt& stmt) {
    bool copies = false;
    for (size_t i = 0; i < stmt.rhs.size() && i < stmt.lhs.size(); ++i) {
      std::string path = locks_.pathOfCopy(*stmt.rhs[i]);
      if (path.empty()) continue;
      report(ast::startPos(*stmt.rhs[i]),
             "assignment copies lock value to " + text(*stmt.lhs[i]) + ": " + path);
      copies = true;
    }
    // From go1.22 on a loop's variables are copied from one iteration to the next.
    ast::Node* around = pass_.parent();
    auto* loop = around ? around->as<ast::ForStmt>() : nullptr;
    if (copies || !loop || loop->init != &stmt || !stmt.define || pass_.goMinor() < 22) return;
    for (ast::Expr* name : stmt.lhs)
      if (sema::Object* variable = objectOf(name))
        if (std::string path = locks_.path(variable->type); !path.empty())
          report(ast::startPos(*name),
                 "for loop iteration copies lock value to " + text(*name) + ": " + path);
  }

  void declaration(ast::GenDecl& decl) {
    for (ast::Node* node : decl.specs) {
      auto* spec = node->as<ast::ValueSpec>();
      for (size_t i = 0; spec && i < spec->values.size() && i < spec->names.size(); ++i)
        if (std::string path = locks_.pathOfCopy(*spec->values[i]); !path.empty())
          report(ast::startPos(*spec->values[i]), "variable declaration copies lock value to " +
                                                      std::string(spec->names[i]->name.view()) + ": " + path);
    }
  }

  void literal(ast::CompositeLit& literal) {
    for (ast::Expr* element : literal.elements) {
      if (auto* pair = element->as<ast::KeyValueExpr>()) element = pair->value;
      if (std::string path = locks_.pathOfCopy(*element); !path.empty())
        report(ast::startPos(*element), "literal copies lock value from " + text(*element) + ": " + path);
    }
  }

  void returning(ast::ReturnStmt& stmt) {
    for (ast::Expr* result : stmt.results)
      if (std::string path = locks_.pathOfCopy(*result); !path.empty())
        report(ast::startPos(*result), "return copies lock value: " + path);
  }

  void call(ast::CallExpr& call) {
    using enum sema::BuiltinId;
    for (sema::BuiltinId id : {New, Len, Cap, UnsafeSizeof, UnsafeOffsetof, UnsafeAlignof})
      if (isBuiltinCall(call, id)) return;
    for (ast::Expr* argument : call.args)
      if (std::string path = locks_.pathOfCopy(*argument); !path.empty())
        report(ast::startPos(*argument), "call of " + text(*call.fun) + " copies lock value: " + path);
  }

  void function(std::string name, ast::Field* receiver, const ast::FuncTypeExpr& signature) {
    if (receiver) parameter(name, *receiver);
    for (ast::Field* field : signature.params) parameter(name, *field);
  }

  void range(ast::RangeStmt& stmt) {
    for (ast::Expr* variable : {stmt.key, stmt.value}) {
      if (!variable) continue;
      sema::Object* declared = stmt.define ? objectOf(variable) : nullptr;
      sema::Type* type = declared ? declared->type : stmt.define ? nullptr : variable->type;
      if (std::string path = locks_.path(type); !path.empty())
        report(ast::startPos(*variable), "range var " + text(*variable) + " copies lock: " + path);
    }
  }

private:
  void parameter(const std::string& name, const ast::Field& field) {
    if (std::string path = locks_.path(field.typeExpr->type); !path.empty())
      report(ast::startPos(*field.typeExpr), name + " passes lock by value: " + path);
  }
  std::string text(const ast::Expr& x) const { return sourceText(x, &pass_.sources()); }
  void report(Pos at, std::string message) { pass_.report(at, std::move(message)); }

  Pass& pass_;
  Locks locks_;
};

} // namespace

void checkCopyLocks(Pass& pass) {
  auto locks = std::make_shared<CopyLocks>(pass);
  pass.on<ast::AssignStmt>([locks](ast::AssignStmt& stmt) { locks->assignment(stmt); });
  pass.on<ast::GenDecl>([locks](ast::GenDecl& decl) { locks->declaration(decl); });
  pass.on<ast::CompositeLit>([locks](ast::CompositeLit& literal) { locks->literal(literal); });
  pass.on<ast::ReturnStmt>([locks](ast::ReturnStmt& stmt) { locks->returning(stmt); });
  pass.on<ast::CallExpr>([locks](ast::CallExpr& call) { locks->call(call); });
  pass.on<ast::RangeStmt>([locks](ast::RangeStmt& stmt) { locks->range(stmt); });
  pass.on<ast::FuncDecl>([locks](ast::FuncDecl& f) {
    locks->function(std::string(f.name->name.view()), f.receiver, *f.signature);
  });
  pass.on<ast::FuncLit>([locks](ast::FuncLit& f) { locks->function("func", nullptr, *f.signature); });
}

} // namespace gossamer::vet
