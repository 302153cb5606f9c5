// sigchanyzer: signal.Notify does not wait for a receiver, so a channel without a buffer loses signals.
//
// Only what a name was declared with is looked at: a channel made in the call itself is taken to be meant.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <memory>
#include <unordered_map>

namespace gossamer::vet {
namespace {

class SigChanyzer {
public:
  explicit SigChanyzer(Pass& pass) : pass_(pass) {}

  void file(ast::File& file) {
    declared_.clear();
    bool concerned = false;
    forEachNode(file, [&](ast::Node& node) {
      if (auto* import = node.as<ast::ImportSpec>()) concerned |= import->path->text == "\"os/signal\"";
      return node.is(ast::Kind::File) || node.is(ast::Kind::GenDecl);
    });
    if (!concerned) return;
    forEachNode(file, [&](ast::Node& node) {
      if (auto* spec = node.as<ast::ValueSpec>(); spec && spec->names.size() == spec->values.size()) {
        for (size_t i = 0; i < spec->names.size(); ++i) declare(spec->names[i], spec->values[i]);
      } else if (auto* stmt = node.as<ast::AssignStmt>();
                 stmt && stmt->define && stmt->lhs.size() == stmt->rhs.size()) {
        for (size_t i = 0; i < stmt->lhs.size(); ++i) declare(stmt->lhs[i]->as<ast::Ident>(), stmt->rhs[i]);
      }
      return true;
    });
  }

  void call(ast::CallExpr& call) {
    if (call.args.empty() || !isNotify(call)) return;
    const ast::Expr* made = declaration(*call.args[0]);
    auto* make = made ? made->as<ast::CallExpr>() : nullptr;
    if (make && isBuiltinCall(*make, sema::BuiltinId::Make) && make->args.size() == 1)
      pass_.report(ast::startPos(call),
                   "misuse of unbuffered os.Signal channel as argument to signal.Notify");
  }

private:
  void declare(const ast::Ident* name, const ast::Expr* value) {
    if (name && name->object) declared_.try_emplace(name->object, value);
  }
  const ast::Expr* declaration(const ast::Expr& name) const {
    auto* ident = name.as<ast::Ident>();
    auto it = ident ? declared_.find(ident->object) : declared_.end();
    return it == declared_.end() ? nullptr : it->second;
  }
  bool isNotify(const ast::CallExpr& call) const {
    if (isFunction(pass_.callee(call), "os/signal", "Notify")) return true;
    const ast::Expr* value = declaration(*call.fun);
    auto* selector = value ? value->as<ast::SelectorExpr>() : nullptr;
    return selector && selector->selection && isFunction(selector->selection->obj, "os/signal", "Notify");
  }

  Pass& pass_;
  std::unordered_map<const sema::Object*, const ast::Expr*>
      declared_; // what the variables of the file were declared with
};

} // namespace

void checkSigChanyzer(Pass& pass) {
  auto state = std::make_shared<SigChanyzer>(pass);
  pass.on<ast::File>([state](ast::File& file) { state->file(file); });
  pass.on<ast::CallExpr>([state](ast::CallExpr& call) { state->call(call); });
}

} // namespace gossamer::vet
