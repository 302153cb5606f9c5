// bools: conditions that say the same thing twice, or something that cannot fail: x != 1 || x != 2.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"
#include "frontend/vet/SourceText.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace gossamer::vet {
namespace {

class Bools {
public:
  explicit Bools(Pass& pass) : pass_(pass) {}

  void condition(ast::BinaryExpr& top) {
    if ((top.op != ast::Op::OrOr && top.op != ast::Op::AndAnd) || inner_.contains(&top)) return;
    std::vector<ast::Expr*> operands;
    split(top, top.op, operands);
    // What lies on either side of an operand with side effects is not compared.
    for (size_t from = 0, i = 0; i <= operands.size(); ++i) {
      if (i < operands.size() && !hasSideEffects(*operands[i])) continue;
      std::span<ast::Expr* const> stretch(operands.data() + from, i - from);
      redundant(stretch, top.op);
      suspect(stretch, top.op);
      from = i + 1;
    }
  }

private:
  // Operands from right to left. The left spine may be long: walked with a loop.
  void split(ast::Expr& x, ast::Op op, std::vector<ast::Expr*>& out) {
    ast::Expr* at = ast::unparen(&x);
    for (auto* binary = at->as<ast::BinaryExpr>(); binary && binary->op == op;
         binary = at->as<ast::BinaryExpr>()) {
      inner_.insert(binary);
      split(*binary->y, op, out);
      at = ast::unparen(binary->x);
    }
    out.push_back(at);
  }

  std::string text(const ast::Expr& x) const { return sourceText(x, &pass_.sources()); }
  void report(const ast::Expr& at, std::string_view how, ast::Op op, const std::string& left,
              const std::string& right) {
    pass_.report(ast::startPos(at), std::string(how) + (op == ast::Op::OrOr ? " or: " : " and: ") + left +
                                        " " + std::string(ast::spelling(op)) + " " + right);
  }

  void redundant(std::span<ast::Expr* const> operands, ast::Op op) {
    if (operands.size() < 2) return;
    std::unordered_set<std::string> seen;
    for (ast::Expr* x : operands)
      if (std::string written = text(*x); !seen.insert(written).second)
        report(*x, "redundant", op, written, written);
  }

  // x != 1 || x != 2 is always true, x == 1 && x == 2 never.
  void suspect(std::span<ast::Expr* const> operands, ast::Op op) {
    if (operands.size() < 2) return;
    std::unordered_map<std::string, std::string> compared; // an operand to the comparison it was met in
    for (ast::Expr* x : operands) {
      auto* comparison = x->as<ast::BinaryExpr>();
      if (!comparison || comparison->op != (op == ast::Op::OrOr ? ast::Op::NotEqual : ast::Op::Equal))
        continue;
      ast::Expr* other = comparison->y->constant   ? comparison->x
                         : comparison->x->constant ? comparison->y
                                                   : nullptr;
      if (!other) continue;
      std::string written = text(*x);
      auto [earlier, isNew] = compared.try_emplace(text(*other), written);
      if (!isNew && earlier->second != written) report(*x, "suspect", op, written, earlier->second);
    }
  }

  Pass& pass_;
  std::unordered_set<const ast::BinaryExpr*> inner_; // parts of conditions that have been looked at
};

} // namespace

void checkBools(Pass& pass) {
  auto state = std::make_shared<Bools>(pass);
  pass.on<ast::BinaryExpr>([state](ast::BinaryExpr& x) { state->condition(x); });
}

} // namespace gossamer::vet
