// Documents: cells checked one after another against one package.
//
// What a cell declares at its top level becomes an object of the document's package, so that goroutines and later cells
// see it; declaring a name again shadows it. Functions, types and constants of a cell are seen by the whole cell,
// variables from their statement on. `name := func…` that does not check is left undefined (its uses fail in silence);
// any other statement that does not check makes the cell fail.
#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

using ast::Kind;

Package* CheckerImpl::openDocument(std::string_view path, int goMinor) {
  auto* pkg = arena_.make<Package>();
  pkg->path = arena_.copy(path);
  pkg->name = main_;
  pkg->goMinor = goMinor;
  documentImports_ = arena_.make<Scope>();
  documentImports_->parent = types_.universe();
  documentImports_->isFile = true;
  pkg->scope = arena_.make<Scope>();
  pkg->scope->parent = documentImports_;
  pkg->scope->isPackage = true;
  pkg->complete = true;
  return pkg;
}

Object* CheckerImpl::documentPackage(Symbol name) {
  if (!documentImports_ || !name) return nullptr;
  if (Object* known = documentImports_->lookup(name)) return known;
  std::string path(importer_.pathOfName(name.view()));
  if (path.empty()) return nullptr;
  Package* pkg = importPackage(path, Pos());
  if (!pkg) return nullptr;
  if (cellImports_ && std::find(cellImports_->begin(), cellImports_->end(), pkg) == cellImports_->end())
    cellImports_->push_back(pkg);
  Object* o = types_.object(ObjectKind::PkgName, name, Pos(), env_.pkg);
  o->imported = pkg;
  o->colour = kBlack;
  o->used = true;
  documentImports_->insert(arena_, o);
  return o;
}

// `undefined: bridge` when an earlier block was to define it but did not check.
void CheckerImpl::noteFailedDefinition(Diagnostic& d, ast::Ident* e) {
  const SourceFile* file = diags_.sources().fileOf(e->pos);
  if (!file) return;
  std::string_view text = file->text().substr(0, file->offset(e->pos));
  std::string wanted = std::string(e->name.view()) + " :=";
  size_t at = std::string_view::npos;
  for (size_t from = 0; (from = text.find(wanted, from)) != std::string_view::npos; from += wanted.size()) {
    size_t lineStart = text.rfind('\n', from);
    size_t begin = lineStart == std::string_view::npos ? 0 : lineStart + 1;
    if (text.substr(begin, from - begin).find_first_not_of(" \t") == std::string_view::npos) at = from;
  }
  if (at == std::string_view::npos) return;
  size_t fence = text.rfind("\n```", at), ownFence = text.rfind("\n```");
  if (fence == ownFence) return; // in this very block
  d.note(file->pos(static_cast<uint32_t>(at)), "the block that defines " + std::string(e->name.view()) + " failed");
}

Checker::CellResult CheckerImpl::checkCell(Package* document, ast::Cell& cell) {
  Checker::CellResult result;
  EnvSaver saver(*this);
  env_ = Env();
  env_.pkg = document;
  env_.goMinor = document->goMinor;
  env_.scope = document->scope;
  env_.document = true;
  cellObjects_.clear();
  cellImports_ = &result.newImports;
  PackageState& st = state(document);
  st.objects.clear();
  st.methods.clear();
  st.imports.clear();
  st.methodsOf.clear();
  st.bodies.clear();

  auto* info = arena_.make<FuncInfo>();
  info->node = &cell;
  info->pkg = document;
  info->bodyChecked = true;
  info->signature = types_.make<Signature>();
  info->signature->params = info->signature->results = types_.emptyTuple();
  result.info = info;
  FuncState fs;
  fs.info = info;
  bool failed = false;

  // Imports, functions, types and constants first: the whole cell sees them.
  uint64_t before = errorsSeen_;
  std::vector<ast::FuncDecl*> funcs;
  for (ast::Node* item : cell.items) {
    if (auto* f = item->as<ast::FuncDecl>()) {
      collectFunc(document, nullptr, document->scope, f);
      funcs.push_back(f);
      continue;
    }
    auto* g = item->as<ast::GenDecl>();
    if (auto* d = item->as<ast::DeclStmt>()) g = d->decl;
    if (!g) continue;
    switch (g->decl) {
    case ast::DeclKind::Import: {
      for (ast::Node* s : g->specs)
        if (auto* spec = s->as<ast::ImportSpec>()) {
          size_t had = st.imports.size();
          auto* scratch = arena_.make<Scope>();
          collectImport(document, nullptr, scratch, spec);
          if (st.imports.size() == had) continue;
          Object* o = st.imports.back();
          for (Object* member : scratch->all()) documentImports_->insert(arena_, member, true);
          // Named again by this cell, the package hides what an earlier cell declared under that name.
          if (Object* hidden = document->scope->lookup(o->name)) document->scope->remove(hidden);
          if (!o->imported->fake) result.newImports.push_back(o->imported);
        }
      break;
    }
    case ast::DeclKind::Const: collectConst(document, nullptr, document->scope, g); break;
    case ast::DeclKind::Type:
      for (ast::Node* s : g->specs)
        if (auto* spec = s->as<ast::TypeSpec>()) collectType(document, nullptr, document->scope, spec);
      break;
    case ast::DeclKind::Var: break;
    }
  }
  attachMethods(document);
  for (auto& [base, methods] : st.methodsOf) {
    // A type of an earlier cell gains methods.
    auto* n = base->colour == kBlack ? cast<Named>(base->type) : nullptr;
    if (!n) continue;
    std::vector<Object*> all(n->methods.begin(), n->methods.end());
    for (Object* m : methods) {
      std::erase_if(all, [&](Object* o) { return o->name == m->name; });
      all.push_back(m);
    }
    for (size_t i = 0; i < all.size(); i++) all[i]->index = static_cast<int32_t>(i);
    n->methods = arena_.copy(all);
  }
  std::vector<Object*> declared(st.objects);
  for (Object* o : declared) resolve(o);
  for (PendingMethod& m : st.methods) resolve(m.func);
  runDelayed();
  failed = failed || errorsSeen_ != before;

  // Statements in order.
  env_.func = info;
  env_.state = &fs;
  std::vector<ast::Node*> definitions; // name := func… that checked
  std::vector<ast::Stmt*> statements;
  std::unordered_set<Object*> kept(declared.begin(), declared.end());
  for (ast::Node* item : cell.items) {
    auto* s = ast::isStmt(item->kind) ? static_cast<ast::Stmt*>(item) : nullptr;
    auto* g = item->as<ast::GenDecl>();
    if (auto* d = item->as<ast::DeclStmt>()) g = d->decl;
    if (g && g->decl != ast::DeclKind::Var) continue;
    if (!g && !s) continue;
    auto* define = item->as<ast::AssignStmt>();
    bool definesFunc = define && define->define && define->lhs.size() == 1 && define->rhs.size() == 1 &&
                       ast::unparen(define->rhs[0])->is(Kind::FuncLit) && define->lhs[0]->is(Kind::Ident);
    uint64_t errors = errorsSeen_;
    if (g) declStmt(g);
    else stmt(s, StmtContext{});
    runDelayed();
    bool good = errorsSeen_ == errors;
    if (s) statements.push_back(s);
    if (good) {
      result.items.push_back(item);
      if (definesFunc) {
        definitions.push_back(item);
        kept.insert(define->lhs[0]->as<ast::Ident>()->object);
      }
    } else if (definesFunc) {
      // Left undefined: what needs it fails without another message.
      if (Object* v = define->lhs[0]->as<ast::Ident>()->object) v->type = invalid();
      result.ok = false;
      result.functionFailed = true;
    } else {
      failed = true;
    }
  }
  if (fs.hasLabels) {
    uint64_t errors = errorsSeen_;
    auto* block = arena_.make<ast::BlockStmt>();
    block->stmts = arena_.copy(statements);
    labels(block);
    failed = failed || errorsSeen_ != errors;
  }
  unusedLocals(fs.locals);

  // Bodies last: they may mention the cell's variables.
  std::vector<Object*> badFuncs;
  env_.func = nullptr;
  env_.state = nullptr;
  for (size_t i = 0; i < st.bodies.size(); i++) {
    if (checkBody(st.bodies[i])) continue;
    badFuncs.push_back(st.bodies[i]);
    result.functionFailed = true;
  }
  auto mentionsBad = [&](ast::Node* root) {
    std::vector<ast::Node*> work{root};
    while (!work.empty()) {
      ast::Node* n = work.back();
      work.pop_back();
      if (auto* id = n->as<ast::Ident>())
        if (std::find(badFuncs.begin(), badFuncs.end(), id->object) != badFuncs.end()) return true;
      ast::forEachChild(*n, [&](ast::Node& child) { work.push_back(&child); });
    }
    return false;
  };
  if (!badFuncs.empty()) {
    for (ast::Node* item : result.items) failed = failed || mentionsBad(item);
    for (Object* f : badFuncs) {
      document->scope->remove(f);
      kept.erase(f);
    }
  }
  for (ast::FuncDecl* f : funcs)
    if (f->object && std::find(badFuncs.begin(), badFuncs.end(), f->object) == badFuncs.end() &&
        document->scope->lookup(f->name->name) == f->object) {
      result.items.push_back(f);
      if (f->name->name == main_ && !f->receiver) result.mainFunc = f->object;
    }
  if (failed) {
    // Nothing of the cell runs but the definitions of functions, and nothing else stays declared.
    result.items = definitions;
    result.mainFunc = nullptr;
    std::vector<Object*> gone;
    for (Object* o : document->scope->all())
      if (cellObjects_.contains(o) && !kept.contains(o)) gone.push_back(o);
    for (Object* o : gone) document->scope->remove(o);
  } else {
    std::vector<Object*> gone;
    for (Object* o : document->scope->all())
      if (cellObjects_.contains(o) && o->isVar() && o->type && isInvalid(o->type)) gone.push_back(o);
    for (Object* o : gone) document->scope->remove(o);
  }
  result.ok = !failed && !result.functionFailed;
  info->captures = {};
  info->locals = arena_.copy(fs.locals);
  info->literals = arena_.copy(fs.literals);
  info->hasLabels = fs.hasLabels;
  info->failed = failed;
  // Unused imports of the cell are worth a warning only.
  for (Object* o : st.imports)
    if (!o->used && o->pos)
      diags_.warning(o->pos, DiagCode::UnusedImport, text("\"", o->imported->path, "\" imported and not used"));
  cellImports_ = nullptr;
  return result;
}

} // namespace gossamer::sema
