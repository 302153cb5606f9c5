#include "frontend/sema/Checker.h"

namespace gossamer::sema {

namespace {

struct Dumper {
  const Package& pkg;
  const SourceManager& sources;
  std::string out;

  void line(const ast::Expr& e) {
    static constexpr std::string_view kModes[] = {"invalid", "no value", "builtin", "type",  "constant",
                                                  "variable", "map index", "value",  "nil", "comma ok"};
    Location at = sources.locate(ast::startPos(e));
    out += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + ast::exprText(e) + ": ";
    size_t mode = e.mode;
    out += mode < std::size(kModes) ? kModes[mode] : "?";
    if (e.type && modeOf(e) != Mode::Invalid && modeOf(e) != Mode::NoValue && modeOf(e) != Mode::Builtin) {
      out += ' ';
      writeType(out, e.type, &pkg);
    }
    if (e.constant && *e.constant) out += " = " + ConstantPool::toExactString(*e.constant);
    out += '\n';
  }

  void node(ast::Node& root) {
    // Depth first in source order with an explicit stack: left spines may be long.
    std::vector<ast::Node*> work{&root};
    while (!work.empty()) {
      ast::Node* n = work.back();
      work.pop_back();
      if (ast::isExpr(n->kind) && static_cast<ast::Expr*>(n)->type) line(*static_cast<ast::Expr*>(n));
      size_t first = work.size();
      ast::forEachChild(*n, [&](ast::Node& child) { work.push_back(&child); });
      for (size_t i = first, j = work.size(); i + 1 < j; i++, j--) std::swap(work[i], work[j - 1]);
    }
  }
};

} // namespace

std::string dumpTypes(const Package& package, const SourceManager& sources) {
  Dumper d{package, sources, {}};
  for (ast::File* f : package.files)
    for (ast::Decl* decl : f->decls) d.node(*decl);
  if (!package.initOrder.empty()) {
    d.out += "init order:";
    for (const Initializer& i : package.initOrder)
      if (i.rhs)
      for (const Object* v : i.lhs) {
        d.out += ' ';
        d.out += v->name.view();
      }
    d.out += '\n';
  }
  return std::move(d.out);
}

} // namespace gossamer::sema
