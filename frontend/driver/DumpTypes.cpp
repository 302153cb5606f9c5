#include "frontend/driver/DumpTypes.h"

#include <algorithm>
#include <vector>

namespace gossamer {
namespace {

std::string_view wordFor(sema::Mode mode) {
  switch (mode) {
  case sema::Mode::NoValue: return "no value";
  case sema::Mode::Builtin: return "builtin";
  case sema::Mode::TypeExpr: return "type";
  default: return "";
  }
}

void appendExpr(std::string& out, const ast::Expr& x, const SourceManager& sources) {
  sema::Mode mode = sema::modeOf(x);
  if (!x.type && mode == sema::Mode::Invalid) return;
  out += sources.describe(ast::startPos(x)) + ": " + ast::exprText(x) + ": ";
  out += wordFor(mode);
  if (x.type) {
    if (out.back() != ' ') out += ' ';
    out += sema::typeString(x.type);
  }
  if (x.constant) out += " = " + sema::ConstantPool::toExactString(*x.constant);
  out += '\n';
}

} // namespace

// Walks with a stack of its own: left spines of expressions may be of any length.
std::string dumpTypes(const sema::Package& package, const SourceManager& sources) {
  std::string out;
  std::vector<ast::Node*> pending;
  for (ast::File* file : package.files) {
    pending.push_back(file);
    while (!pending.empty()) {
      ast::Node* node = pending.back();
      pending.pop_back();
      if (ast::isExpr(node->kind)) appendExpr(out, static_cast<const ast::Expr&>(*node), sources);
      size_t first = pending.size();
      ast::forEachChild(*node, [&](ast::Node& child) { pending.push_back(&child); });
      std::reverse(pending.begin() + ptrdiff_t(first), pending.end());
    }
  }
  return out;
}

} // namespace gossamer
