// Documents: cells checked one after another against one package.
//
// What a cell declares at its top level becomes an object of the document's package, so that goroutines and later cells
// see it; declaring a name again shadows it. Functions, types and constants of a cell are seen by the whole cell,
// variables from their statement on.
//
// A function (declared, or a `name := func…` item, which counts as one here) that does not check or that needs one that
// does not is left undefined. Any other statement with an error, or that needs a function left undefined, makes the cell
// fail: of a failed cell only its types, constants and those functions stay that need nothing which did not come to be.
#include "frontend/sema/Checker-internal.h"

#include "frontend/lex/Lexer.h"

#include <algorithm>
#include <unordered_set>

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

Object* CheckerImpl::documentPackage(ast::Ident* e) {
  if (!documentImports_ || !e->name) return nullptr;
  if (Object* known = documentImports_->lookup(e->name)) return known;
  std::string path(importer_.pathOfName(e->name.view()));
  if (path.empty()) return nullptr;
  Package* pkg = importPackage(path, e->pos);
  if (!pkg) return nullptr;
  Object* o = types_.object(ObjectKind::PkgName, e->name, Pos(), env_.pkg);
  o->imported = pkg;
  o->colour = kBlack;
  o->used = true;
  documentImports_->insert(arena_, o);
  return o;
}

Object* CheckerImpl::missingDocumentPackage(ast::Ident* e) {
  if (!documentImports_ || !e->name) return nullptr;
  std::string path(importer_.pathOfMissing(e->name.view()));
  if (path.empty() || importPackage(path, e->pos)) return nullptr; // which reports it
  // Said once a cell: a package that answers everything in silence stands in for it until the cell ends.
  auto* pkg = arena_.make<Package>();
  pkg->path = arena_.copy(std::string_view(path));
  pkg->name = e->name;
  pkg->scope = arena_.make<Scope>();
  pkg->fake = true;
  Object* o = types_.object(ObjectKind::PkgName, e->name, Pos(), env_.pkg);
  o->imported = pkg;
  o->colour = kBlack;
  o->used = true;
  documentImports_->insert(arena_, o);
  return o;
}

bool CheckerImpl::noteFailedDefinition(Diagnostic& d, ast::Ident* e) {
  auto failed = failedDefinitions_.find(e->name.view());
  if (failed == failedDefinitions_.end() || failed->second.cell == cellNumber_) return false;
  d.note(failed->second.pos, text("block ", std::to_string(failed->second.cell), ", which was to define ", e->name, ", failed"));
  return true;
}

void CheckerImpl::failDefinition(std::string_view name, Pos pos) {
  if (!name.empty() && name != "_") failedDefinitions_.insert_or_assign(std::string(name), FailedDefinition{pos, cellNumber_});
}

// What a cell with syntax errors was to define, as far as its tokens tell: the trees of the items in question are missing.
void CheckerImpl::failMalformed(const ast::Cell& cell) {
  const SourceFile* file = diags_.sources().fileOf(cell.pos);
  if (!file) return;
  std::string source(file->text().substr(file->offset(cell.pos), cell.end.raw() - cell.pos.raw()));
  Lexer lexer(source, cell.pos, nullptr, nullptr);
  std::vector<Token> item; // its first tokens
  auto spelled = [&](size_t i) { return std::string_view(source).substr(item[i].begin, item[i].end - item[i].begin); };
  auto define = [&](size_t i) {
    if (i < item.size() && item[i].kind == Tok::Name) failDefinition(spelled(i), cell.pos.advanced(item[i].begin));
  };
  int depth = 0;
  for (;;) {
    Token token = lexer.next();
    if (token.kind == Tok::End) break;
    bool closes = token.kind == Tok::Rparen || token.kind == Tok::Rbrack || token.kind == Tok::Rbrace;
    if (!closes && token.kind != Tok::Semi && token.begin > 0 && source[token.begin - 1] == '\n') {
      // Brackets may be what is wrong; a line that is not indented is an item of its own.
      depth = 0;
      item.clear();
    }
    switch (token.kind) {
    case Tok::Lparen:
    case Tok::Lbrack:
    case Tok::Lbrace: ++depth; break;
    case Tok::Rparen:
    case Tok::Rbrack:
    case Tok::Rbrace: depth = std::max(0, depth - 1); break;
    case Tok::Define:
      if (depth == 0)
        for (size_t i = 0; i < item.size(); i += 2) define(i);
      break;
    case Tok::Semi:
      if (depth == 0) item.clear();
      continue;
    default: break;
    }
    if (depth > 0 && token.kind != Tok::Lparen) continue;
    item.push_back(token);
    if (item.size() != 2) continue;
    switch (item[0].kind) {
    case Tok::Func:
    case Tok::Var:
    case Tok::Const:
    case Tok::Type: define(1); break;
    default: break;
    }
  }
}

void CheckerImpl::forgetCell(Package* document) {
  document->scope->restore(arena_, beforeCell_.objects);
  documentImports_->restore(arena_, beforeCell_.imports);
  for (auto& [type, methods] : beforeCell_.methods) type->methods = methods;
  beforeCell_.methods.clear();
  std::erase_if(failedDefinitions_, [&](const auto& entry) { return entry.second.cell == cellNumber_; });
}

namespace {

// Checks one cell.
class CellCheck {
public:
  CellCheck(CheckerImpl& checker, Package* document, ast::Cell& cell)
      : c_(checker), document_(document), cell_(cell), state_(checker.state(document)) {}

  Checker::CellResult run() {
    state_.objects.clear();
    state_.methods.clear();
    state_.imports.clear();
    state_.methodsOf.clear();
    state_.bodies.clear();
    c_.cellObjects_.clear();
    c_.flows_.clear();
    const size_t messagesBefore = c_.diags_.all().size();

    info_ = c_.arena_.make<FuncInfo>();
    info_->node = &cell_;
    info_->pkg = document_;
    info_->bodyChecked = true;
    info_->signature = c_.types_.make<Signature>();
    info_->signature->params = info_->signature->results = c_.types_.emptyTuple();
    result_.info = info_;
    failed_ = cell_.malformed;

    collect();
    resolveDeclared();
    statements();
    bodies();
    settle();
    // As gc has it, types are not spoken of where the syntax is wrong already.
    if (cell_.malformed) c_.diags_.truncate(messagesBefore);
    if (cell_.malformed) c_.failMalformed(cell_);
    for (Object* o : c_.documentImports_->all())
      if (o->imported && o->imported->fake) missing_.push_back(o);
    for (Object* o : missing_) c_.documentImports_->remove(o);
    result_.ok = !failed_ && !result_.functionFailed;
    return std::move(result_);
  }

private:
  static ast::GenDecl* declOf(ast::Node* item) {
    if (auto* d = item->as<ast::DeclStmt>()) return d->decl;
    return item->as<ast::GenDecl>();
  }
  // The variable of `name := func…`; null for other items.
  static ast::Ident* definedName(ast::Node* item) {
    auto* s = item->as<ast::AssignStmt>();
    bool defines = s && s->define && s->lhs.size() == 1 && s->rhs.size() == 1 && ast::unparen(s->rhs[0])->is(Kind::FuncLit);
    return defines ? s->lhs[0]->as<ast::Ident>() : nullptr;
  }
  bool mentionsBad(ast::Node* root) const {
    std::vector<ast::Node*> work{root};
    while (!work.empty()) {
      ast::Node* n = work.back();
      work.pop_back();
      if (auto* id = n->as<ast::Ident>())
        if (id->object && bad_.contains(id->object)) return true;
      ast::forEachChild(*n, [&](ast::Node& child) { work.push_back(&child); });
    }
    return false;
  }

  // Imports, functions, types and constants: the whole cell sees them.
  void collect() {
    uint64_t before = c_.errorsSeen_;
    for (ast::Node* item : cell_.items) {
      if (auto* f = item->as<ast::FuncDecl>()) {
        c_.collectFunc(document_, nullptr, document_->scope, f);
        funcs_.push_back(f);
        continue;
      }
      auto* g = declOf(item);
      if (!g) continue;
      switch (g->decl) {
      case ast::DeclKind::Import:
        for (ast::Node* s : g->specs)
          if (auto* spec = s->as<ast::ImportSpec>()) import(spec);
        break;
      case ast::DeclKind::Const: c_.collectConst(document_, nullptr, document_->scope, g); break;
      case ast::DeclKind::Type:
        for (ast::Node* s : g->specs)
          if (auto* spec = s->as<ast::TypeSpec>()) c_.collectType(document_, nullptr, document_->scope, spec);
        break;
      case ast::DeclKind::Var: break;
      }
    }
    c_.attachMethods(document_);
    for (auto& [base, methods] : state_.methodsOf) {
      // A type of an earlier cell gains methods.
      auto* n = base->colour == kBlack ? cast<Named>(base->type) : nullptr;
      if (!n) continue;
      c_.beforeCell_.methods.emplace_back(n, n->methods);
      std::vector<Object*> all(n->methods.begin(), n->methods.end());
      for (Object* m : methods) {
        std::erase_if(all, [&](Object* o) { return o->name == m->name; });
        all.push_back(m);
      }
      for (size_t i = 0; i < all.size(); i++) all[i]->index = static_cast<int32_t>(i);
      n->methods = c_.arena_.copy(all);
    }
    failed_ = failed_ || c_.errorsSeen_ != before;
  }

  void import(ast::ImportSpec* spec) {
    size_t had = state_.imports.size();
    auto* scratch = c_.arena_.make<Scope>();
    c_.collectImport(document_, nullptr, scratch, spec);
    if (state_.imports.size() == had) return;
    Object* o = state_.imports.back();
    for (Object* member : scratch->all()) c_.documentImports_->insert(c_.arena_, member, true);
    // Named again by this cell, the package hides what an earlier cell declared under that name.
    if (Object* hidden = document_->scope->lookup(o->name)) document_->scope->remove(hidden);
  }

  // Types and constants first, so that what is wrong with them is not blamed on the functions that use them.
  void resolveDeclared() {
    uint64_t before = c_.errorsSeen_;
    declared_ = state_.objects;
    for (Object* o : declared_)
      if (!o->isFunc()) c_.resolve(o);
    c_.runDelayed();
    failed_ = failed_ || c_.errorsSeen_ != before;
    auto function = [&](Object* o) {
      uint64_t errors = c_.errorsSeen_;
      c_.resolve(o);
      c_.runDelayed();
      if (c_.errorsSeen_ != errors) bad_.insert(o);
    };
    for (Object* o : declared_)
      if (o->isFunc()) function(o);
    for (auto& m : state_.methods) function(m.func);
  }

  void statements() {
    FuncState fs;
    fs.info = info_;
    c_.env_.func = info_;
    c_.env_.state = &fs;
    std::vector<ast::Stmt*> labelled;
    for (ast::Node* item : cell_.items) {
      auto* s = ast::isStmt(item->kind) ? static_cast<ast::Stmt*>(item) : nullptr;
      auto* g = declOf(item);
      if (g && g->decl != ast::DeclKind::Var) continue;
      if (!g && !s) continue;
      uint64_t errors = c_.errorsSeen_;
      if (g) c_.declStmt(g);
      else c_.stmt(s, StmtContext{});
      c_.runDelayed();
      if (s) labelled.push_back(s);
      if (c_.errorsSeen_ == errors) {
        result_.items.push_back(item);
      } else if (ast::Ident* name = definedName(item)) {
        // Left undefined: what needs it fails without another message.
        if (name->object) {
          name->object->type = c_.invalid();
          bad_.insert(name->object);
        }
        result_.functionFailed = true;
      } else {
        failed_ = true;
      }
    }
    if (fs.hasLabels) {
      uint64_t errors = c_.errorsSeen_;
      auto* block = c_.arena_.make<ast::BlockStmt>();
      block->stmts = c_.arena_.copy(labelled);
      c_.labels(block);
      failed_ = failed_ || c_.errorsSeen_ != errors;
    }
    c_.unusedLocals(fs.locals);
    info_->captures = {};
    info_->locals = c_.arena_.copy(fs.locals);
    info_->literals = c_.arena_.copy(fs.literals);
    info_->hasLabels = fs.hasLabels;
    c_.env_.func = nullptr;
    c_.env_.state = nullptr;
  }

  // Bodies last: they may mention the cell's variables.
  void bodies() {
    for (size_t i = 0; i < state_.bodies.size(); i++)
      if (!c_.checkBody(state_.bodies[i])) bad_.insert(state_.bodies[i]);
    if (c_.instantiationCycles()) {
      // Nothing that the cell declares may stay: a type of the cycle has no end.
      bad_.insert(declared_.begin(), declared_.end());
      for (ast::FuncDecl* f : funcs_)
        if (f->object) bad_.insert(f->object);
    }
    for (Object* o : c_.cellObjects_)
      if (o->isVar() && !o->used && o->type && !isInvalid(o->type) && o->pos) result_.unused.push_back(o);
    for (Object* o : state_.imports)
      if (!o->used && o->pos)
        c_.diags_.warning(o->pos, DiagCode::UnusedImport, c_.text("\"", o->imported->path, "\" imported and not used"));
  }

  // What needs something bad is bad itself.
  void spread() {
    for (bool grew = true; grew;) {
      grew = false;
      auto spoil = [&](Object* o, ast::Node* node) {
        if (o && !bad_.contains(o) && mentionsBad(node)) grew = bad_.insert(o).second;
      };
      for (ast::FuncDecl* f : funcs_)
        if (f->object && f->body) spoil(f->object, f);
      for (ast::Node* item : result_.items)
        if (ast::Ident* name = definedName(item)) spoil(name->object, static_cast<ast::AssignStmt*>(item)->rhs[0]);
    }
  }

  // Decides what runs and what stays declared.
  void settle() {
    spread();
    for (ast::Node* item : result_.items)
      if (!definedName(item)) failed_ = failed_ || mentionsBad(item);
    for (ast::FuncDecl* f : funcs_) {
      if (!f->object || !bad_.contains(f->object)) continue;
      result_.functionFailed = true;
      bool called = f->receiver || f->object->isInit || f->name->name == c_.main_;
      failed_ = failed_ || called;
    }
    if (failed_) {
      // Nothing runs but the definitions of functions; the cell's variables do not come to be.
      std::erase_if(result_.items, [](ast::Node* item) { return !definedName(item); });
      std::unordered_set<Object*> kept(declared_.begin(), declared_.end());
      for (ast::Node* item : result_.items) kept.insert(definedName(item)->object);
      for (Object* o : c_.cellObjects_)
        if (!kept.contains(o)) bad_.insert(o);
      spread();
    }
    std::erase_if(result_.items, [&](ast::Node* item) {
      ast::Ident* name = definedName(item);
      return name && name->object && bad_.contains(name->object);
    });
    for (Object* o : bad_) {
      if (!c_.cellObjects_.contains(o)) continue;
      document_->scope->remove(o);
      c_.failDefinition(o->name.view(), o->pos);
    }
    for (auto& [base, methods] : state_.methodsOf) {
      auto* n = base->type ? cast<Named>(base->type) : nullptr;
      if (!n) continue;
      std::vector<Object*> good(n->methods.begin(), n->methods.end());
      if (std::erase_if(good, [&](Object* m) { return bad_.contains(m); }) > 0) n->methods = c_.arena_.copy(good);
    }
    for (ast::FuncDecl* f : funcs_) {
      if (!f->object || bad_.contains(f->object)) continue;
      result_.items.push_back(f);
      if (failed_ || f->receiver) continue;
      if (f->object->isInit) result_.initFuncs.push_back(f->object);
      else if (f->name->name == c_.main_ && document_->scope->lookup(c_.main_) == f->object) result_.mainFunc = f->object;
    }
    info_->failed = failed_;
  }

  CheckerImpl& c_;
  Package* document_;
  ast::Cell& cell_;
  CheckerImpl::PackageState& state_;
  Checker::CellResult result_;
  FuncInfo* info_ = nullptr;
  std::vector<Object*> declared_; // functions, types and constants
  std::vector<ast::FuncDecl*> funcs_;
  std::vector<Object*> missing_;
  std::unordered_set<Object*> bad_; // did not check, or need something that did not
  bool failed_ = false;
};

} // namespace

Checker::CellResult CheckerImpl::checkCell(Package* document, ast::Cell& cell) {
  EnvSaver saver(*this);
  env_ = Env();
  env_.pkg = document;
  env_.goMinor = document->goMinor;
  env_.scope = document->scope;
  env_.document = true;
  cellNumber_ = cell.number;
  auto copy = [](std::span<Object* const> objects) { return std::vector<Object*>(objects.begin(), objects.end()); };
  beforeCell_ = {copy(document->scope->all()), copy(documentImports_->all()), {}};
  return CellCheck(*this, document, cell).run();
}

} // namespace gossamer::sema
