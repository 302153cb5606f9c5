#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

using ast::Kind;

// ---- Scopes and names ----

Scope* CheckerImpl::openScope() {
  auto* s = arena_.make<Scope>();
  s->parent = env_.scope;
  s->function = env_.func;
  env_.scope = s;
  return s;
}

Object* CheckerImpl::lookup(Symbol name, Scope** where) {
  for (Scope* s = env_.scope; s; s = s->parent) {
    if (s->count == 0) continue;
    if (Object* o = s->lookup(name)) {
      if (where) *where = s;
      return o;
    }
  }
  return nullptr;
}

void CheckerImpl::reportRedeclared(Object* o, Object* old) {
  if (old->pos)
    error(o->pos, DiagCode::Redeclared, o->name, " redeclared in this block\n\t", at(old->pos), ": other declaration of ",
          o->name);
  else error(o->pos, DiagCode::Redeclared, o->name, " redeclared in this block");
}

void CheckerImpl::declare(Scope* scope, ast::Ident* ident, Object* o) {
  if (ident) ident->object = o;
  if (!o->name || o->name.isBlank()) return;
  bool shadow = scope->isPackage && env_.document;
  Object* old = scope->insert(arena_, o, shadow);
  if (shadow) cellObjects_.insert(o);
  if (old && !shadow) {
    o->used = true;
    reportRedeclared(o, old);
    return;
  }
  o->parent = scope;
}

Object* CheckerImpl::newLocal(Symbol name, Pos pos, Type* type) {
  Object* v = types_.object(ObjectKind::Var, name, pos, env_.pkg, type);
  v->colour = kBlack;
  // What a document's cell declares at its top level belongs to the document, not to the cell.
  if (env_.document && env_.scope->isPackage) {
    v->isPackageLevel = true;
  } else {
    v->function = env_.func;
  }
  if (env_.state && !name.isBlank() && !v->isPackageLevel) env_.state->locals.push_back(v);
  return v;
}

Object* CheckerImpl::newVar(ast::Ident* ident, Type* type) {
  Object* v = newLocal(ident->name, ident->pos, type);
  v->node = ident;
  ident->object = v;
  return v;
}

void CheckerImpl::runDelayed() {
  if (runningDelayed_) return;
  runningDelayed_ = true;
  while (!delayed_.empty()) {
    auto f = std::move(delayed_.front());
    delayed_.pop_front();
    f();
  }
  runningDelayed_ = false;
}

// ---- Resolving objects ----

void CheckerImpl::resolve(Object* o) {
  if (o->colour == kBlack) return;
  if (o->origin && o->instanceOf) {
    // A method of an instance: its generic original's signature, with the type arguments put in.
    Object* origin = o->origin;
    resolve(origin);
    o->colour = kBlack;
    auto* sig = cast<Signature>(origin->type);
    if (!sig) {
      o->type = invalid();
      return;
    }
    if (sig->recvTypeParams.size() == o->instanceOf->typeArgs.size() && !sig->recvTypeParams.empty()) {
      auto* made = types_.make<Signature>();
      made->variadic = sig->variadic;
      made->params = static_cast<Tuple*>(types_.substitute(sig->params, sig->recvTypeParams, o->instanceOf->typeArgs));
      made->results = static_cast<Tuple*>(types_.substitute(sig->results, sig->recvTypeParams, o->instanceOf->typeArgs));
      Type* recv = o->instanceOf;
      if (o->hasPointerRecv) recv = types_.pointer(recv);
      made->recv = types_.object(ObjectKind::Var, sig->recv ? sig->recv->name : Symbol(), o->pos, o->pkg, recv);
      made->recv->colour = kBlack;
      o->type = made;
    } else {
      o->type = sig;
    }
    return;
  }
  if (o->colour == kGrey) {
    switch (o->kind) {
    case ObjectKind::Const:
    case ObjectKind::Var:
      if (!validCycle(o) || !o->type) o->type = invalid();
      break;
    case ObjectKind::TypeName:
      if (!validCycle(o)) o->type = invalid();
      break;
    case ObjectKind::Func:
      validCycle(o);
      break;
    default: break;
    }
    return;
  }
  if (nativeStackLow()) {
    error(o->pos, DiagCode::Unsupported, "declarations that depend on one another are nested too deeply");
    o->colour = kBlack;
    o->type = invalid();
    return;
  }
  declObject(o);
}

void CheckerImpl::declObject(Object* o) {
  DeclInfo* d = o->decl;
  if (!d) {
    o->colour = kBlack;
    if (!o->type) o->type = invalid();
    return;
  }
  o->colour = kGrey;
  objectPath_.push_back(o);
  resolveDepth_++;
  {
    EnvSaver saver(*this);
    env_ = Env();
    env_.pkg = d->pkg;
    env_.file = d->file;
    env_.goMinor = fileVersion(d->file, d->pkg->goMinor);
    env_.scope = d->scope;
    env_.document = saver.saved.document && saver.saved.pkg == d->pkg;
    switch (o->kind) {
    case ObjectKind::Const:
      env_.decl = d;
      env_.iota = Constant::ofInt(d->iota);
      constDecl(o, d->typeExpr, d->init, d->inheritedInit);
      break;
    case ObjectKind::Var:
      env_.decl = d;
      varDecl(o, d->lhs, d->typeExpr, d->init);
      globalSize(o);
      break;
    case ObjectKind::TypeName: typeDecl(o, d->typeSpec); break;
    case ObjectKind::Func: funcDecl(o, d); break;
    default: break;
    }
  }
  resolveDepth_--;
  objectPath_.pop_back();
  o->colour = kBlack;
  if (!o->type) o->type = invalid();
}

// gc's linker has this limit, and these words.
void CheckerImpl::globalSize(Object* o) {
  static constexpr int64_t kMaxGlobal = 2'000'000'000;
  if (!o->type || !(as<Array>(o->type) || as<Struct>(o->type))) return;
  later([this, o] {
    later([this, o] {
      int64_t size = isInvalid(o->type) ? 0 : sizeOf(o->type);
      if (size > kMaxGlobal && size < kMaxTypeSize)
        error(o->pos, DiagCode::Type, o->pkg->path, ".", o->name, ": symbol too large (", size, " bytes > ", kMaxGlobal, " bytes)");
    });
  });
}

void CheckerImpl::constDecl(Object* o, ast::Expr* te, ast::Expr* init, bool inherited) {
  Operand x;
  if (te) {
    Type* t = typeExpr(te);
    if (!isConstType(t)) {
      // A type that may not be constant makes the value invalid too, without another message.
      if (!isInvalid(under(t))) error(te, DiagCode::Type, "invalid constant type ", t);
      o->type = invalid();
      return;
    }
    o->type = t;
  }
  if (init) {
    // An inherited expression's mistakes are shown where it is taken over.
    if (inherited) env_.errorPos = o->pos;
    expr(x, init);
  }
  initConst(o, x);
  env_.errorPos = Pos();
}

void CheckerImpl::varDecl(Object* o, std::span<Object*> lhs, ast::Expr* te, ast::Expr* init) {
  if (te) o->type = varType(te);
  if (!init) {
    if (!te) o->type = invalid();
    return;
  }
  if (lhs.size() <= 1) {
    Operand x;
    exprFor(x, init, o->type, o, nullptr);
    initVar(o, x, "variable declaration");
    return;
  }
  // var a, b T = f(): every variable gets the type before the initialiser is looked at.
  if (te)
    for (Object* v : lhs) v->type = o->type;
  ast::Expr* list[1] = {init};
  initVars(lhs, list, nullptr);
}

void CheckerImpl::initConst(Object* c, Operand& x) {
  if (!x.valid() || isInvalid(x.type) || (c->type && isInvalid(c->type))) {
    if (!c->type) c->type = invalid();
    return;
  }
  if (!x.isConstant()) {
    error(x, DiagCode::Constant, x, " is not constant");
    if (!c->type) c->type = invalid();
    return;
  }
  if (!c->type) c->type = x.type;
  assignment(x, c->type, "constant declaration");
  if (!x.valid()) return;
  c->constant = x.value;
}

std::span<TypeParam*> CheckerImpl::typeParamsInScope() const {
  const FuncInfo* f = env_.func;
  while (f && f->outer) f = f->outer;
  if (!f) return {};
  return f->signature->recvTypeParams.empty() ? f->signature->typeParams : f->signature->recvTypeParams;
}

void CheckerImpl::typeDecl(Object* o, ast::TypeSpec* spec) {
  if (spec->alias) {
    if (spec->typeParams.empty() || requireVersion(posOf(spec->typeParams[0]), 23, "generic type alias"))
      requireVersion(posOf(spec->name), 9, "type alias");
    auto* a = types_.make<Alias>(o);
    o->type = a;
    if (!spec->typeParams.empty()) declareTypeParams(spec->typeParams, openScope(), a->typeParams);
    Type* rhs = typeExpr(spec->typeExpr);
    if (!spec->typeParams.empty()) closeScope();
    if (isInvalid(o->type)) return; // a cycle was found meanwhile
    if (auto* p = cast<TypeParam>(rhs); p && std::find(a->typeParams.begin(), a->typeParams.end(), p) != a->typeParams.end()) {
      error(spec->typeExpr, DiagCode::Type, "cannot use type parameter declared in alias declaration as RHS");
      rhs = invalid();
    }
    a->actual = rhs;
    if (isInvalid(rhs)) o->type = invalid();
    return;
  }
  Named* n = types_.named(o);
  o->type = n;
  // Before what the right-hand side puts off: cycles are told from the outside.
  Package* pkg = env_.pkg;
  later([this, n, spec, pkg] {
    EnvSaver saver(*this);
    env_.pkg = pkg;
    validType(n);
    checkFieldCollisions(n);
    if (as<Struct>(n)) later([this, n, spec] { checkSize(spec, n); }); // behind the other types' validType
  });
  if (env_.func) {
    n->outerParams = typeParamsInScope();
    n->localNumber = ++env_.pkg->localTypes;
  }
  if (!spec->typeParams.empty()) {
    requireVersion(posOf(spec->typeParams[0]), 18, "type parameter");
    declareTypeParams(spec->typeParams, openScope(), n->typeParams);
  }
  collectMethods(o);
  Type* rhs = typeInternal(spec->typeExpr, n);
  if (isGeneric(rhs)) {
    error(spec->typeExpr, DiagCode::Type, "cannot use generic type ", rhs, " without instantiation");
    rhs = invalid();
  }
  setType(spec->typeExpr, rhs);
  if (!spec->typeParams.empty()) closeScope();
  if (isTypeParam(rhs)) {
    error(spec->typeExpr, DiagCode::Type, "cannot use a type parameter as RHS in type declaration");
    rhs = invalid();
  }
  n->fromRhs = rhs;
  // type A B: B may still be under way, or lead back here; then `under` finds the way, or validType the mistake.
  Type* direct = unalias(rhs);
  if (direct->kind != TypeKind::Named) n->underlyingType = direct;
  else if (Type* u = under(direct); !isInvalid(u)) n->underlyingType = u;
}

void CheckerImpl::collectMethods(Object* typeName) {
  auto* n = cast<Named>(typeName->type);
  if (!n || !typeName->pkg) return;
  auto it = states_.find(typeName->pkg);
  if (it == states_.end()) return;
  auto found = it->second->methodsOf.find(typeName);
  if (found == it->second->methodsOf.end()) return;
  std::vector<Object*> methods;
  for (Object* m : found->second) {
    if (m->name.isBlank()) continue;
    Object* old = nullptr;
    for (Object* have : methods)
      if (have->name == m->name) old = have;
    if (old) {
      error(m->pos, DiagCode::Redeclared, "method ", typeName, ".", m, " already declared at ", at(old->pos));
      continue;
    }
    m->index = static_cast<int32_t>(methods.size());
    methods.push_back(m);
  }
  n->methods = arena_.copy(methods);
}

void CheckerImpl::checkFieldCollisions(Named* n) {
  auto* s = cast<Struct>(under(n));
  if (!s || n->methods.empty()) return;
  for (Object* m : n->methods)
    for (Object* f : s->fields)
      if (f->name == m->name && !m->name.isBlank())
        error(m->pos, DiagCode::Redeclared, "field and method with the same name ", m, "\n\t", at(f->pos),
              ": other declaration of ", f);
}

void CheckerImpl::funcDecl(Object* o, DeclInfo* d) {
  ast::FuncDecl* f = d->func;
  // A signature that mentions its own function is no cycle: either what is mentioned is no type, or it is the method of a
  // type that the receiver instantiates.
  auto* sig = types_.make<Signature>();
  o->type = sig;
  o->colour = kBlack;
  funcType(f->signature, f->receiver, f->typeParams, nullptr, sig);
  f->name->object = o;
  if (!f->typeParams.empty()) requireVersion(posOf(f->typeParams[0]), 18, "type parameter");
  FuncInfo* info = newFuncInfo(f, o, sig);
  f->info = info;
  bool hasBody = f->body || f->lazyBody.begin;
  if (!hasBody && !d->pkg->isLibrary && !d->pkg->mayLackBodies && !o->isInit && !(f->pragmas & ast::kPragmaLinkname)) {
    if (f->receiver || !o->name.isBlank()) error(f->name, DiagCode::Type, "missing function body");
  }
  if (hasBody && !d->pkg->isLibrary) state(d->pkg).bodies.push_back(o);
}

FuncInfo* CheckerImpl::newFuncInfo(ast::Node* node, Object* object, Signature* sig) {
  auto* info = arena_.make<FuncInfo>();
  info->node = node;
  info->object = object;
  info->signature = sig;
  info->pkg = env_.pkg;
  for (Object* r : sig->results->vars)
    if (r->name) info->namedResults = true;
  auto own = [info](Tuple* t) {
    for (Object* v : t->vars) v->function = info;
  };
  own(sig->params);
  own(sig->results);
  if (sig->recv) sig->recv->function = info;
  return info;
}

// ---- Bodies ----

bool CheckerImpl::checkBody(Object* func) {
  if (!func || func->kind != ObjectKind::Func) return false;
  if (func->origin) func = func->origin;
  if (func->colour != kBlack) resolve(func);
  DeclInfo* d = func->decl;
  if (!d || !d->func || !d->func->info) return false;
  FuncInfo* info = d->func->info;
  if (info->bodyChecked) return !info->failed;
  info->bodyChecked = true;
  ast::FuncDecl* f = d->func;
  if (!f->body && f->lazyBody.begin) {
    const SourceFile* file = diags_.sources().fileOf(f->lazyBody.begin);
    if (!file || !parseBody(parse_, *file, *f)) {
      info->failed = true;
      return false;
    }
  }
  if (!f->body) return true;
  EnvSaver saver(*this);
  env_ = Env();
  env_.pkg = d->pkg;
  env_.file = d->file;
  env_.goMinor = fileVersion(d->file, d->pkg->goMinor);
  env_.scope = d->scope;
  env_.decl = d;
  env_.document = saver.saved.document;
  funcBody(info, f->body, info->signature->scope);
  runDelayed();
  return !info->failed;
}

void CheckerImpl::funcBody(FuncInfo* info, ast::BlockStmt* body, Scope* scope) {
  FuncState fs;
  fs.info = info;
  fs.outer = env_.state;
  info->bodyChecked = true;
  uint32_t depth = resolveDepth_;
  resolveDepth_ = 0; // everything a body mentions is complete, or will be when its type declaration ends
  {
    EnvSaver saver(*this);
    env_.func = info;
    env_.state = &fs;
    env_.scope = scope;
    env_.hasCallOrRecv = false;
    scope->function = info;
    stmtList(body->stmts, StmtContext{});
    if (fs.hasLabels) labels(body);
    if (info->signature->results->size() > 0 && !isTerminatingList(body->stmts))
      error(body->rbrace, DiagCode::MissingReturn, "missing return");
    unusedLocals(fs.locals);
  }
  resolveDepth_ = depth;
  info->captures = arena_.copy(fs.captures);
  info->locals = arena_.copy(fs.locals);
  info->literals = arena_.copy(fs.literals);
  info->hasLabels = fs.hasLabels;
  if (info->failed && info->outer) info->outer->failed = true;
}

void CheckerImpl::unusedLocals(std::span<Object* const> locals) {
  for (Object* v : locals) {
    if (v->used || v->isParam || v->isPackageLevel || !v->pos) continue;
    soft(v->pos, DiagCode::UnusedVariable, text("declared and not used: ", v));
  }
}

// ---- Declarations in function bodies ----

void CheckerImpl::declStmt(ast::GenDecl* decl) {
  switch (decl->decl) {
  case ast::DeclKind::Import: error(decl, DiagCode::Syntax, "syntax error: non-declaration statement outside function body"); break;
  case ast::DeclKind::Const:
    for (ast::Node* node : decl->specs) {
      auto* spec = node->as<ast::ValueSpec>();
      if (!spec) continue;
      ast::ValueSpec* source = spec->inherited ? spec->inherited : spec;
      bool inherited = source != spec;
      std::vector<Object*> consts;
      for (size_t i = 0; i < spec->names.size(); i++) {
        ast::Ident* id = spec->names[i];
        Object* c = types_.object(ObjectKind::Const, id->name, id->pos, env_.pkg);
        c->colour = kBlack;
        c->node = id;
        id->object = c;
        consts.push_back(c);
        EnvSaver saver(*this);
        env_.iota = Constant::ofInt(spec->iota);
        constDecl(c, source->typeExpr, i < source->values.size() ? source->values[i] : nullptr, inherited);
      }
      arityMatches(spec, source->values.size(), true, inherited);
      // A constant's scope begins after its spec.
      for (size_t i = 0; i < consts.size(); i++) declare(env_.scope, spec->names[i], consts[i]);
    }
    break;
  case ast::DeclKind::Var:
    for (ast::Node* node : decl->specs) {
      auto* spec = node->as<ast::ValueSpec>();
      if (!spec) continue;
      std::vector<Object*> vars;
      for (ast::Ident* id : spec->names) vars.push_back(newVar(id, nullptr));
      std::span<Object*> all = arena_.copy(vars);
      if (spec->values.size() == 1 && vars.size() > 1) {
        varDecl(all[0], all, spec->typeExpr, spec->values[0]);
      } else {
        Type* t = spec->typeExpr ? varType(spec->typeExpr) : nullptr;
        for (size_t i = 0; i < all.size(); i++) {
          all[i]->type = t;
          if (i < spec->values.size()) {
            Operand x;
            exprFor(x, spec->values[i], t, all[i], nullptr);
            initVar(all[i], x, "variable declaration");
          } else if (!t) {
            all[i]->type = invalid();
          }
        }
        for (size_t i = all.size(); i < spec->values.size(); i++) {
          Operand x;
          expr(x, spec->values[i]);
        }
      }
      if (!spec->typeExpr || !spec->values.empty()) arityMatches(spec, spec->values.size(), false, false);
      for (size_t i = 0; i < all.size(); i++) {
        if (!all[i]->type) all[i]->type = invalid();
        declare(env_.scope, spec->names[i], all[i]);
      }
    }
    break;
  case ast::DeclKind::Type:
    for (ast::Node* node : decl->specs) {
      auto* spec = node->as<ast::TypeSpec>();
      if (!spec) continue;
      Object* o = types_.object(ObjectKind::TypeName, spec->name->name, spec->name->pos, env_.pkg);
      o->isAlias = spec->alias;
      o->node = spec;
      o->isPackageLevel = env_.document && env_.scope->isPackage;
      o->function = o->isPackageLevel ? nullptr : env_.func;
      spec->object = o;
      // A type's scope begins at its name: it may mention itself.
      declare(env_.scope, spec->name, o);
      o->colour = kGrey;
      objectPath_.push_back(o);
      resolveDepth_++;
      typeDecl(o, spec);
      resolveDepth_--;
      objectPath_.pop_back();
      o->colour = kBlack;
      if (resolveDepth_ == 0) runDelayed();
    }
    break;
  }
}

} // namespace gossamer::sema
