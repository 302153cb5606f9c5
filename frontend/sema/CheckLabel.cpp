// Labels, and the branches that name them.
//
// Runs once over a function body that has any, after its statements are checked. Blocks form a tree; a goto may reach a
// label of its own block or of one around it, and must not skip the declaration of a variable of the label's block.
#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;

namespace {

struct Block {
  const Block* parent;
  Pos start;
  std::vector<std::pair<Symbol, Pos>> variables; // declared directly in it
};

struct Label {
  ast::LabeledStmt* stmt;
  Block* block;
};

struct Jump {
  ast::BranchStmt* stmt;
  Block* block;
};

struct Walker {
  CheckerImpl& c;
  std::deque<Block> blocks;
  std::unordered_map<Symbol, Label> labels;
  std::vector<Symbol> order;
  std::vector<Jump> gotos;
  std::vector<ast::BranchStmt*> named; // labelled breaks and continues
  std::vector<ast::LabeledStmt*> enclosing;

  Block* open(Block* parent, Pos start) { return &blocks.emplace_back(Block{parent, start, {}}); }

  void list(std::span<ast::Stmt*> stmts, Block* b) {
    for (ast::Stmt* s : stmts) walk(s, b);
  }

  void body(ast::BlockStmt* s, Block* parent) {
    if (s) list(s->stmts, open(parent, s->pos));
  }

  void walk(ast::Stmt* s, Block* b) {
    if (!s) return;
    switch (s->kind) {
    case Kind::DeclStmt:
      if (auto* d = s->as<ast::DeclStmt>()->decl; d && d->decl == ast::DeclKind::Var)
        for (ast::Node* spec : d->specs)
          if (auto* v = spec->as<ast::ValueSpec>(); v && !v->names.empty())
            b->variables.push_back({v->names[0]->name, v->pos});
      return;
    case Kind::AssignStmt:
      if (auto* a = s->as<ast::AssignStmt>(); a->define && !a->lhs.empty())
        if (auto* id = a->lhs[0]->as<ast::Ident>()) b->variables.push_back({id->name, a->pos});
      return;
    case Kind::LabeledStmt: {
      auto* l = s->as<ast::LabeledStmt>();
      Symbol name = l->label->name;
      if (!name.isBlank()) {
        auto [it, fresh] = labels.emplace(name, Label{l, b});
        if (!fresh)
          c.error(l->label, DiagCode::Redeclared, "label ", name, " already defined at ", c.at(it->second.stmt->label->pos));
        else order.push_back(name);
      }
      enclosing.push_back(l);
      walk(l->stmt, b);
      enclosing.pop_back();
      return;
    }
    case Kind::BranchStmt: {
      auto* j = s->as<ast::BranchStmt>();
      if (!j->label) return;
      if (j->branch == ast::BranchKind::Goto) {
        gotos.push_back({j, b});
        return;
      }
      for (size_t i = enclosing.size(); i-- > 0;) {
        ast::LabeledStmt* l = enclosing[i];
        if (l->label->name != j->label->name || l->label->name.isBlank()) continue; // _ names nothing
        l->used = true;
        bool loop = l->stmt && (l->stmt->is(Kind::ForStmt) || l->stmt->is(Kind::RangeStmt));
        bool breakable = loop || (l->stmt && (l->stmt->is(Kind::SwitchStmt) || l->stmt->is(Kind::TypeSwitchStmt) ||
                                              l->stmt->is(Kind::SelectStmt)));
        if (j->branch == ast::BranchKind::Continue ? !loop : !breakable)
          c.error(j->label, DiagCode::ControlFlow, "invalid ",
                  j->branch == ast::BranchKind::Continue ? "continue" : "break", " label ", j->label->name);
        else j->target = l->stmt;
        return;
      }
      named.push_back(j);
      return;
    }
    case Kind::BlockStmt: body(s->as<ast::BlockStmt>(), b); return;
    case Kind::IfStmt: {
      ast::Stmt* at = s;
      while (auto* i = at ? at->as<ast::IfStmt>() : nullptr) {
        Block* inner = open(b, i->pos);
        walk(i->init, inner);
        body(i->then, inner);
        at = i->otherwise;
      }
      if (at) walk(at, b);
      return;
    }
    case Kind::SwitchStmt: {
      auto* w = s->as<ast::SwitchStmt>();
      Block* inner = open(b, w->pos);
      for (ast::CaseClause* k : w->clauses) list(k->body, open(inner, k->pos));
      return;
    }
    case Kind::TypeSwitchStmt: {
      auto* w = s->as<ast::TypeSwitchStmt>();
      Block* inner = open(b, w->pos);
      for (ast::CaseClause* k : w->clauses) list(k->body, open(inner, k->pos));
      return;
    }
    case Kind::SelectStmt:
      for (ast::CommClause* k : s->as<ast::SelectStmt>()->clauses) list(k->body, open(b, k->pos));
      return;
    case Kind::ForStmt: {
      Block* inner = open(b, s->pos);
      body(s->as<ast::ForStmt>()->body, inner);
      return;
    }
    case Kind::RangeStmt: body(s->as<ast::RangeStmt>()->body, open(b, s->pos)); return;
    default: return;
    }
  }

  void finish() {
    for (ast::BranchStmt* j : named) {
      Symbol name = j->label->name;
      std::string_view word = j->branch == ast::BranchKind::Continue ? "continue" : "break";
      // A label further down is as good as none.
      auto it = labels.find(name);
      if (it == labels.end() || it->second.stmt->pos > j->pos) {
        c.error(j->label, DiagCode::Undefined, word, " label not defined: ", name);
      } else {
        it->second.stmt->used = true;
        c.error(j->label, DiagCode::ControlFlow, "invalid ", word, " label ", name);
      }
    }
    for (const Jump& g : gotos) {
      Symbol name = g.stmt->label->name;
      auto it = labels.find(name);
      if (it == labels.end()) {
        c.error(g.stmt->label, DiagCode::Undefined, "label ", name, " not defined");
        continue;
      }
      ast::LabeledStmt* l = it->second.stmt;
      l->used = true;
      g.stmt->target = l;
      const Block* b = g.block;
      while (b && b != it->second.block) b = b->parent;
      if (!b) {
        c.error(g.stmt->label, DiagCode::ControlFlow, "goto ", name, " jumps into block starting at ",
                c.at(it->second.block->start));
        continue;
      }
      // The last one skipped is the one shown.
      for (size_t i = b->variables.size(); i-- > 0;)
        if (auto [variable, place] = b->variables[i]; g.stmt->pos < place && place < l->pos) {
          c.error(g.stmt->label, DiagCode::ControlFlow, "goto ", name, " jumps over declaration of ", variable, " at ",
                  c.at(place));
          break;
        }
    }
    for (Symbol name : order)
      if (ast::LabeledStmt* l = labels[name].stmt; !l->used)
        c.soft(l->label->pos, DiagCode::UnusedLabel, c.text("label ", name, " defined and not used"));
  }
};

} // namespace

void CheckerImpl::labels(ast::BlockStmt* body) {
  Walker w{*this, {}, {}, {}, {}, {}, {}};
  w.list(body->stmts, w.open(nullptr, body->pos));
  w.finish();
}

} // namespace gossamer::sema
