// testinggoroutine: FailNow and its like end the goroutine that calls them, which must be the test's own.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace gossamer::vet {
namespace {

// "(*testing.T).Fatal" for a call of a method that ends its goroutine; empty for others.
std::string endingMethod(const ast::CallExpr& call) {
  constexpr std::string_view kNames[] = {"FailNow", "Fatal", "Fatalf", "Skip", "Skipf", "SkipNow"};
  const sema::Object* callee = calledFunction(call);
  auto* selector = ast::unparen(call.fun)->as<ast::SelectorExpr>();
  if (!callee || !selector || !callee->pkg || callee->pkg->path != "testing" || !receiverType(callee))
    return {};
  std::string_view name = callee->name.view();
  if (std::find(std::begin(kNames), std::end(kNames), name) == std::end(kNames)) return {};
  return "(" + typeText(selector->x->type) + ")." + std::string(name);
}

class TestingGoroutine {
public:
  explicit TestingGoroutine(Pass& pass) : pass_(pass) {}

  void file(ast::File& file) {
    literals_.clear();
    // Only a file that imports testing can have such calls; what its variables hold is looked up when they
    // are started.
    concerned_ = std::any_of(file.decls.begin(), file.decls.end(), [](ast::Decl* decl) {
      auto* imports = decl->as<ast::GenDecl>();
      return imports && std::any_of(imports->specs.begin(), imports->specs.end(), [](ast::Node* spec) {
               auto* import = spec->as<ast::ImportSpec>();
               return import && import->path->text == "\"testing\"";
             });
    });
    if (!concerned_) return;
    forEachNode(file, [&](ast::Node& node) {
      auto* stmt = node.as<ast::AssignStmt>();
      if (stmt && stmt->define && stmt->lhs.size() == stmt->rhs.size())
        for (size_t i = 0; i < stmt->lhs.size(); ++i)
          if (auto* literal = stmt->rhs[i]->as<ast::FuncLit>())
            literals_[objectOf(stmt->lhs[i])] = literal->body;
      return true;
    });
  }

  void go(ast::GoStmt& stmt) {
    auto* call = concerned_ && isInTest() ? stmt.call->as<ast::CallExpr>() : nullptr;
    if (!call) return;
    if (std::string method = endingMethod(*call); !method.empty())
      return pass_.report(stmt.pos, "call to " + method + " from a non-test goroutine");
    if (auto* literal = ast::unparen(call->fun)->as<ast::FuncLit>()) {
      forEachEnding(*literal->body, [&](ast::CallExpr& ending, const std::string& method) {
        pass_.report(ast::startPos(ending), "call to " + method + " from a non-test goroutine");
      });
      return;
    }
    // A function named: reported where it is started, with its name.
    if (ast::BlockStmt* body = bodyOf(*call)) {
      std::string name;
      if (auto* ident = ast::unparen(call->fun)->as<ast::Ident>())
        name = ident->name.view();
      else if (auto* selector = ast::unparen(call->fun)->as<ast::SelectorExpr>())
        name = selector->sel->name.view();
      forEachEnding(*body, [&](ast::CallExpr&, const std::string& method) {
        pass_.report(stmt.pos,
                     "call to " + method + " from a non-test goroutine (" + name + " calls " + method + ")");
      });
    }
  }

private:
  // Does the declared function around take a *testing.T or *testing.B?
  bool isInTest() const {
    auto* function = pass_.path().size() > 1 ? pass_.path()[1]->as<ast::FuncDecl>() : nullptr;
    return function && std::any_of(function->signature->params.begin(), function->signature->params.end(),
                                   [](ast::Field* param) {
                                     return isPointerToNamed(param->typeExpr->type, "testing", "T") ||
                                            isPointerToNamed(param->typeExpr->type, "testing", "B");
                                   });
  }

  ast::BlockStmt* bodyOf(const ast::CallExpr& call) const {
    if (sema::Object* callee = calledFunction(call)) {
      auto* decl =
          callee->pkg == &pass_.package() && callee->node ? callee->node->as<ast::FuncDecl>() : nullptr;
      return decl ? decl->body : nullptr;
    }
    auto it = literals_.find(objectOf(call.fun));
    return it == literals_.end() ? nullptr : it->second;
  }

  // Not what goroutines of their own or subtests call.
  void forEachEnding(ast::BlockStmt& body,
                     const std::function<void(ast::CallExpr&, const std::string&)>& found) {
    forEachNode(body, [&](ast::Node& node) {
      if (node.is(ast::Kind::GoStmt)) return false;
      auto* call = node.as<ast::CallExpr>();
      if (!call) return true;
      const sema::Object* callee = calledFunction(*call);
      if (callee && callee->name.view() == "Run" && callee->pkg && callee->pkg->path == "testing")
        return false;
      if (std::string method = endingMethod(*call); !method.empty()) found(*call, method);
      return true;
    });
  }

  Pass& pass_;
  bool concerned_ = false;
  std::unordered_map<const sema::Object*, ast::BlockStmt*>
      literals_; // function literals that variables were declared with
};

} // namespace

void checkTestingGoroutine(Pass& pass) {
  auto state = std::make_shared<TestingGoroutine>(pass);
  pass.on<ast::File>([state](ast::File& file) { state->file(file); });
  pass.on<ast::GoStmt>([state](ast::GoStmt& stmt) { state->go(stmt); });
}

} // namespace gossamer::vet
