// lostcancel: the function that context.WithCancel and its like return with the context must be used on every
// way to the end of the function around the call.
#include "frontend/vet/ControlFlow.h"
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace gossamer::vet {
namespace {

bool returnsCancel(const sema::Object* function) {
  constexpr std::string_view kNames[] = {"WithCancel",        "WithCancelCause", "WithDeadline",
                                         "WithDeadlineCause", "WithTimeout",     "WithTimeoutCause"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return isFunction(function, "context", name); });
}

bool isLibraryFunctionWithoutReturn(const sema::Object& function) {
  struct Row {
    std::string_view path, type, name; // of functions the type is empty
  };
  constexpr Row kRows[] = {
      {"os", "", "Exit"},
      {"syscall", "", "Exit"},
      {"runtime", "", "Goexit"},
      {"log", "", "Fatal"},
      {"log", "", "Fatalf"},
      {"log", "", "Fatalln"},
      {"log", "", "Panic"},
      {"log", "", "Panicf"},
      {"log", "", "Panicln"},
      {"log", "Logger", "Fatal"},
      {"log", "Logger", "Fatalf"},
      {"log", "Logger", "Fatalln"},
      {"log", "Logger", "Panic"},
      {"log", "Logger", "Panicf"},
      {"log", "Logger", "Panicln"},
      {"testing", "common", "Fatal"},
      {"testing", "common", "Fatalf"},
      {"testing", "common", "FailNow"},
      {"testing", "common", "Skip"},
      {"testing", "common", "Skipf"},
      {"testing", "common", "SkipNow"},
  };
  return std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& row) {
    return row.type.empty() ? isFunction(&function, row.path, row.name)
                            : isMethod(&function, row.path, row.type, row.name);
  });
}

class LostCancel {
public:
  explicit LostCancel(Pass& pass) : pass_(pass) {}

  void function(ast::BlockStmt& body, const sema::Signature* signature) {
    std::vector<Definition> definitions = definitionsIn(body);
    if (definitions.empty()) return;
    FlowGraph graph(body, [this](ast::CallExpr& call) { return endsFlow(call); });
    for (const Definition& definition : definitions) check(definition, graph, body, signature);
  }

private:
  // A statement that gives a variable a cancel function. `node` is what graph and messages know it as.
  struct Definition {
    const sema::Object* variable;
    ast::Node* node;
    Pos pos;
  };

  // Those of a function's own statements; of several for one variable the last counts.
  std::vector<Definition> definitionsIn(ast::BlockStmt& body) {
    std::vector<Definition> found;
    auto define = [&](const ast::Ident* name, const ast::Expr* value, ast::Node& node, Pos pos) {
      auto* call = value->as<ast::CallExpr>();
      sema::Object* callee = call ? pass_.callee(*call) : nullptr;
      // Through the package's name only: a dot import does not count.
      if (!name || !returnsCancel(callee) || !call->fun->is(ast::Kind::SelectorExpr)) return;
      if (name->name.isBlank()) {
        pass_.report(name->pos, "the cancel function returned by context." +
                                    std::string(callee->name.view()) +
                                    " should be called, not discarded, to avoid a context leak");
        return;
      }
      const sema::Object* variable = name->object;
      if (!variable || variable->pos < body.pos || variable->pos > body.rbrace) {
        bool isResultOrParameter = variable && variable->isParam && variable->pos < body.pos;
        if (!isResultOrParameter) return;
      }
      std::erase_if(found, [&](const Definition& earlier) { return earlier.variable == variable; });
      found.push_back({variable, &node, pos});
    };
    forEachNode(body, [&](ast::Node& node) {
      if (auto* stmt = node.as<ast::AssignStmt>(); stmt && stmt->lhs.size() == 2 && stmt->rhs.size() == 1) {
        define(stmt->lhs[1]->as<ast::Ident>(), stmt->rhs[0], node, ast::startPos(node));
      } else if (auto* decl = node.as<ast::DeclStmt>()) {
        for (ast::Node* each : decl->decl->specs)
          if (auto* spec = each->as<ast::ValueSpec>();
              spec && spec->names.size() == 2 && spec->values.size() == 1)
            define(spec->names[1], spec->values[0], node, spec->names[0]->pos);
      }
      return !node.is(ast::Kind::FuncLit);
    });
    return found;
  }

  bool endsFlow(ast::CallExpr& call) {
    if (isPanicCall(call)) return true;
    const sema::Object* callee = calledFunction(call);
    if (!callee) return false;
    auto* decl =
        callee->node && callee->pkg == &pass_.package() ? callee->node->as<ast::FuncDecl>() : nullptr;
    if (!decl || !decl->body) return isLibraryFunctionWithoutReturn(*callee);
    // While it is looked into, a function counts as one that returns: recursion may end.
    auto [known, isNew] = neverReturns_.try_emplace(callee, false);
    if (!isNew || depth_ == kDeepest) return known->second;
    ++depth_;
    bool never =
        !FlowGraph(*decl->body, [this](ast::CallExpr& inner) { return endsFlow(inner); }).mayReturn();
    --depth_;
    return neverReturns_[callee] = never;
  }

  bool uses(ast::Node& root, const sema::Object* variable, const sema::Signature* signature) {
    bool found = false;
    forEachNode(root, [&](ast::Node& node) {
      if (auto* ident = node.as<ast::Ident>())
        found |= ident->object == variable && ident->pos != variable->pos;
      auto* stmt = node.as<ast::ReturnStmt>();
      // A return without operands returns the named results.
      if (stmt && stmt->results.empty() && signature)
        found |= std::find(signature->results->vars.begin(), signature->results->vars.end(), variable) !=
                 signature->results->vars.end();
      return !found;
    });
    return found;
  }

  void check(const Definition& definition, const FlowGraph& graph, const ast::BlockStmt& body,
             const sema::Signature* signature) {
    const std::vector<FlowBlock>& blocks = graph.blocks();
    // A way without a use: from just after the definition, then through whole blocks.
    Pos lost;
    std::vector<bool> seen(blocks.size());
    auto passes = [&](const FlowBlock& block, size_t from) {
      return std::none_of(block.nodes.begin() + static_cast<ptrdiff_t>(from), block.nodes.end(),
                          [&](ast::Node* node) { return uses(*node, definition.variable, signature); });
    };
    std::vector<uint32_t> work;
    auto leave = [&](const FlowBlock& block) {
      if (block.returns)
        lost = block.returns->pos;
      else if (block.runsOff)
        lost = body.rbrace;
      work.insert(work.end(), block.successors.rbegin(), block.successors.rend());
    };
    for (const FlowBlock& block : blocks) {
      auto at = std::find(block.nodes.begin(), block.nodes.end(), definition.node);
      if (at == block.nodes.end()) continue;
      auto after = static_cast<size_t>(at - block.nodes.begin()) + 1;
      if (passes(block, after)) leave(block);
      break;
    }
    while (!lost && !work.empty()) {
      uint32_t id = work.back();
      work.pop_back();
      if (seen[id]) continue;
      seen[id] = true;
      if (passes(blocks[id], 0)) leave(blocks[id]);
    }
    if (!lost) return;
    std::string name(definition.variable->name.view());
    pass_.report(definition.pos,
                 "the " + name + " function is not used on all paths (possible context leak)");
    pass_.report(lost, "this return statement may be reached without using the " + name +
                           " var defined on line " +
                           std::to_string(pass_.sources().locate(definition.pos).line));
  }

  // Looking into functions that are called nests; beyond this depth a function counts as one that returns.
  static constexpr int kDeepest = 100;

  Pass& pass_;
  std::unordered_map<const sema::Object*, bool> neverReturns_;
  int depth_ = 0;
};

} // namespace

void checkLostCancel(Pass& pass) {
  auto state = std::make_shared<LostCancel>(pass);
  pass.on<ast::FuncDecl>([state](ast::FuncDecl& f) {
    if (f.body) state->function(*f.body, f.info ? f.info->signature : nullptr);
  });
  pass.on<ast::FuncLit>(
      [state](ast::FuncLit& f) { state->function(*f.body, f.info ? f.info->signature : nullptr); });
}

} // namespace gossamer::vet
