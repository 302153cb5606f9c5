#include "frontend/sema/Checker-internal.h"

#include "frontend/lex/Unicode.h"

#include <algorithm>
#include <cstdio>

namespace gossamer::sema {

using ast::Kind;

CheckerImpl::CheckerImpl(const ParseContext& context, Importer& importer)
    : arena_(context.arena), symbols_(context.symbols), diags_(context.diags), parse_(context), importer_(importer),
      types_(context.arena, context.symbols) {
  types_.setResolver(this);
  blank_ = symbols_.intern("_");
  init_ = symbols_.intern("init");
  main_ = symbols_.intern("main");
  dot_ = symbols_.intern(".");
  iota_ = types_.universe()->lookup(symbols_.intern("iota"));
  packages_["unsafe"] = types_.unsafePackage();
}

DeclInfo* CheckerImpl::newDecl(Package* pkg, ast::File* file, Scope* scope) {
  DeclInfo& d = decls_.emplace_back();
  d.pkg = pkg;
  d.file = file;
  d.scope = scope;
  return &d;
}

int fileVersion(const ast::File* file, int packageMinor) {
  if (!file || file->goVersion.empty()) return packageMinor;
  std::string_view v = file->goVersion;
  if (!v.starts_with("go1.")) return packageMinor;
  int minor = 0;
  for (char c : v.substr(4)) {
    if (c < '0' || c > '9') break;
    minor = minor * 10 + (c - '0');
    if (minor > 1000) break;
  }
  // A file cannot ask for less than go1.21, the first version in which the line has this meaning.
  return std::max(minor, 21);
}

Package* CheckerImpl::checkPackage(const PackageInput& input) {
  auto* pkg = arena_.make<Package>();
  pkg->path = arena_.copy(std::string_view(input.path));
  pkg->isLibrary = input.isLibrary;
  pkg->mayLackBodies = input.mayLackBodies || mayLackBodies_;
  pkg->goMinor = input.goMinor;
  pkg->scope = arena_.make<Scope>();
  pkg->scope->parent = types_.universe();
  pkg->scope->isPackage = true;
  auto files = arena_.makeSpan<ast::File*>(input.files.size());
  std::copy(input.files.begin(), input.files.end(), files.begin());
  pkg->files = files;

  // Importing happens in the middle of checking another package: its state is put aside.
  EnvSaver saver(*this);
  env_ = Env();
  env_.pkg = pkg;
  env_.goMinor = input.goMinor;
  auto savedPath = std::move(objectPath_);
  auto savedDelayed = std::move(delayed_);
  bool savedRunning = runningDelayed_;
  uint32_t savedDepth = resolveDepth_;
  objectPath_.clear();
  delayed_.clear();
  runningDelayed_ = false;
  resolveDepth_ = 0;
  uint64_t savedErrors = errorsSeen_;
  errorsSeen_ = 0;

  for (ast::File* f : pkg->files) {
    if (!f->package || !f->package->name) continue;
    if (!pkg->name) {
      pkg->name = f->package->name;
      if (pkg->name.isBlank()) error(f->package, DiagCode::Type, "invalid package name _");
    } else if (f->package->name != pkg->name) {
      error(f->package, DiagCode::Type, "package ", f->package->name, "; expected package ", pkg->name);
    }
  }
  if (!pkg->name) pkg->name = symbols_.intern("main");
  packages_[pkg->path] = pkg;

  PackageState& st = state(pkg);
  collectObjects(pkg, input);
  attachMethods(pkg);
  directCycles(pkg);
  // Defined types first, then aliases, then the rest: gc's order, which decides from where a cycle is told.
  for (Object* o : st.objects)
    if (o->kind == ObjectKind::TypeName && !o->isAlias) resolve(o);
  for (Object* o : st.objects)
    if (o->kind == ObjectKind::TypeName && o->isAlias) resolve(o);
  runDelayed(); // what contains itself is known before anything uses it
  // The signatures and constants of a library are made out when something asks for them.
  auto onDemand = [&](Object* o) { return input.isLibrary && (o->isFunc() || o->kind == ObjectKind::Const); };
  for (Object* o : st.objects)
    if (!onDemand(o)) resolve(o);
  for (PendingMethod& m : st.methods)
    if (!onDemand(m.func)) resolve(m.func);
  runDelayed();
  for (size_t i = 0; i < st.bodies.size(); i++) checkBody(st.bodies[i]);
  runDelayed();
  pkg->imports = arena_.copy(st.imported);
  initOrder(pkg);
  runDelayed();
  unusedImports(pkg);
  if (errorsSeen_ == 0) instantiationCycles();
  if (errorsSeen_ == 0) anonymousCycles();
  if (!pkg->isLibrary) {
    flows_.clear();
    interfaces_.clear();
  }

  std::vector<Object*> funcs, inits, named;
  for (Object* o : st.objects) {
    if (o->kind == ObjectKind::Func) {
      funcs.push_back(o);
      if (o->isInit) inits.push_back(o);
    } else if (o->kind == ObjectKind::TypeName) {
      named.push_back(o);
    }
  }
  for (PendingMethod& m : st.methods) funcs.push_back(m.func);
  pkg->funcs = arena_.copy(funcs);
  pkg->initFuncs = arena_.copy(inits);
  pkg->namedTypes = arena_.copy(named);
  pkg->complete = true;
  if (errorsSeen_ > 0) pkg->failed = true;

  errorsSeen_ = savedErrors;
  objectPath_ = std::move(savedPath);
  delayed_ = std::move(savedDelayed);
  runningDelayed_ = savedRunning;
  resolveDepth_ = savedDepth;
  return pkg;
}

void CheckerImpl::declarePackageObject(Package* pkg, ast::Ident* ident, Object* o, DeclInfo* d) {
  o->decl = d;
  o->isPackageLevel = true;
  ident->object = o;
  state(pkg).objects.push_back(o);
  if (ident->name == init_) {
    error(ident, DiagCode::Type, "cannot declare init - must be func");
    return;
  }
  if (ident->name == main_ && pkg->name == main_) {
    error(ident, DiagCode::Type, "cannot declare main - must be func");
    return;
  }
  declare(pkg->scope, ident, o);
}

bool CheckerImpl::arityMatches(ast::ValueSpec* spec, size_t values, bool isConst, bool inherited) {
  size_t names = spec->names.size();
  if (names < values) {
    if (inherited) error(spec->names[0], DiagCode::Type, "extra init expr at ", at(posOf(spec->inherited->values[names])));
    else error(spec->values[names], DiagCode::Type, "extra init expr ", spec->values[names]);
    return false;
  }
  if (names > values && (isConst || values != 1)) {
    error(spec->names[values], DiagCode::Type, "missing init expr for ", spec->names[values]->name);
    return false;
  }
  return true;
}

void CheckerImpl::collectConst(Package* pkg, ast::File* file, Scope* scope, ast::GenDecl* decl) {
  for (ast::Node* node : decl->specs) {
    auto* spec = node->as<ast::ValueSpec>();
    if (!spec) continue;
    ast::ValueSpec* source = spec->inherited ? spec->inherited : spec;
    for (size_t i = 0; i < spec->names.size(); i++) {
      ast::Ident* id = spec->names[i];
      Object* c = types_.object(ObjectKind::Const, id->name, id->pos, pkg);
      c->node = id;
      DeclInfo* d = newDecl(pkg, file, scope);
      d->typeExpr = source->typeExpr;
      d->init = i < source->values.size() ? source->values[i] : nullptr;
      d->iota = spec->iota;
      d->inheritedInit = source != spec;
      declarePackageObject(pkg, id, c, d);
    }
    arityMatches(spec, source->values.size(), true, source != spec);
  }
}

void CheckerImpl::collectVar(Package* pkg, ast::File* file, Scope* scope, ast::ValueSpec* spec) {
  std::vector<Object*> vars;
  DeclInfo* shared = nullptr; // var a, b = f()
  if (spec->values.size() == 1 && spec->names.size() > 1) shared = newDecl(pkg, file, scope);
  for (size_t i = 0; i < spec->names.size(); i++) {
    ast::Ident* id = spec->names[i];
    Object* v = types_.object(ObjectKind::Var, id->name, id->pos, pkg);
    v->node = id;
    v->used = true;
    DeclInfo* d = shared ? shared : newDecl(pkg, file, scope);
    d->typeExpr = spec->typeExpr;
    if (shared) d->init = spec->values[0];
    else if (i < spec->values.size()) d->init = spec->values[i];
    vars.push_back(v);
    declarePackageObject(pkg, id, v, d);
  }
  if (shared) shared->lhs = arena_.copy(vars);
  if (!spec->typeExpr || !spec->values.empty()) arityMatches(spec, spec->values.size(), false, false);
}

void CheckerImpl::collectType(Package* pkg, ast::File* file, Scope* scope, ast::TypeSpec* spec) {
  Object* o = types_.object(ObjectKind::TypeName, spec->name->name, spec->name->pos, pkg);
  o->isAlias = spec->alias;
  o->node = spec;
  spec->object = o;
  DeclInfo* d = newDecl(pkg, file, scope);
  d->typeSpec = spec;
  declarePackageObject(pkg, spec->name, o, d);
}

void CheckerImpl::collectFunc(Package* pkg, ast::File* file, Scope* scope, ast::FuncDecl* f) {
  if (!f->name || !f->signature) return;
  Symbol name = f->name->name;
  Object* o = types_.object(ObjectKind::Func, name, f->name->pos, pkg);
  o->node = f;
  f->object = o;
  f->name->object = o;
  DeclInfo* d = newDecl(pkg, file, scope);
  d->func = f;
  o->decl = d;
  if (f->receiver) {
    o->isMethod = true;
    ast::Expr* base = f->receiver->typeExpr ? ast::unparen(f->receiver->typeExpr) : nullptr;
    o->hasPointerRecv = base && base->is(Kind::StarExpr);
    state(pkg).methods.push_back({o, f, scope});
    return;
  }
  o->isPackageLevel = true;
  state(pkg).objects.push_back(o);
  bool special = name == init_ || (name == main_ && pkg->name == main_);
  if (special) {
    if (!f->typeParams.empty())
      error(f->typeParams[0], DiagCode::Type, "func ", name, " must have no type parameters");
    if (!f->signature->params.empty() || !f->signature->results.empty())
      error(f->name, DiagCode::Type, "func ", name, " must have no arguments and no return values");
  }
  if (name == init_) {
    o->isInit = true;
    o->parent = pkg->scope;
    if (!f->body && !f->lazyBody.begin) error(f->name, DiagCode::Type, "func init must have a body");
    return;
  }
  declare(pkg->scope, f->name, o);
}

Package* CheckerImpl::importPackage(std::string_view path, Pos pos) {
  if (path == "unsafe") return types_.unsafePackage();
  auto it = packages_.find(path);
  if (it != packages_.end()) {
    if (it->second->complete) return it->second;
    error(pos, DiagCode::Import, "import cycle not allowed");
    return nullptr;
  }
  std::string why;
  Package* pkg = importer_.import(path, pos, why);
  if (pkg) return pkg;
  if (why.empty()) why = "could not import " + std::string(path);
  error(pos, DiagCode::Import, why);
  return nullptr;
}

namespace {

// The path without "//", "." and "..".
std::string cleanPath(std::string_view path) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= path.size();) {
    size_t slash = std::min(path.find('/', at), path.size());
    std::string_view part = path.substr(at, slash - at);
    if (part == ".." && !parts.empty() && parts.back() != "..") parts.pop_back();
    else if (!part.empty() && part != ".") parts.push_back(part);
    at = slash + 1;
  }
  std::string out;
  for (std::string_view part : parts) out += (out.empty() ? "" : "/") + std::string(part);
  return out.empty() ? "." : out;
}

// What gc has against an import path; empty if nothing.
std::string badImportPath(std::string_view path) {
  for (size_t i = 0; i < path.size();) {
    auto [c, width] = unicode::decode(path.substr(i));
    i += static_cast<size_t>(width);
    if (c < 0) c = 0xFFFD;
    bool space = c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
                 c == 0x202F || c == 0x205F || c == 0x3000;
    bool ascii = c < 0x80 && std::string_view("!\"#$%&'()*,:;<=>?[]^`{|}\\").find(static_cast<char>(c)) !=
                                 std::string_view::npos;
    if (c > ' ' && c != 0x7F && c != 0xFFFD && !space && !ascii) continue;
    return "invalid import path (invalid character " + unicode::show(c) + ")";
  }
  std::string whole(path);
  if (path.starts_with("/")) return "could not import " + whole + " (import path cannot be absolute path)";
  bool local = path.starts_with("./") || path.starts_with("../") || path == "." || path == "..";
  if (std::string clean = cleanPath(path); !local && clean != path)
    return "could not import " + whole + " (non-canonical import path \"" + whole + "\" (should be \"" + clean + "\"))";
  return {};
}

} // namespace

void CheckerImpl::collectImport(Package* pkg, ast::File* file, Scope* fileScope, ast::ImportSpec* spec) {
  (void)file;
  if (!spec->path || spec->path->bad) return;
  std::string path;
  if (!decodeString(spec->path->text, &path) || path.empty()) {
    error(spec->path, DiagCode::Import, "invalid import path (empty string)");
    return;
  }
  if (std::string why = badImportPath(path); !why.empty()) {
    error(spec->path, DiagCode::Import, why);
    return;
  }
  PackageState& st = state(pkg);
  Package* imported = importPackage(path, spec->name ? spec->name->pos : spec->path->pos);
  if (!imported) {
    // Stands in for the missing package so that its uses say nothing further.
    imported = arena_.make<Package>();
    imported->path = arena_.copy(std::string_view(path));
    std::string_view last = imported->path;
    if (size_t slash = last.rfind('/'); slash != std::string_view::npos) last = last.substr(slash + 1);
    imported->name = symbols_.intern(last);
    imported->scope = arena_.make<Scope>();
    imported->fake = true;
  } else if (std::find(st.imported.begin(), st.imported.end(), imported) == st.imported.end()) {
    st.imported.push_back(imported);
    pkg->imports = arena_.copy(st.imported); // messages qualify names by it
  }
  Symbol name = spec->name ? spec->name->name : imported->name;
  if (name == init_) {
    error(spec->name ? static_cast<ast::Node*>(spec->name) : spec, DiagCode::Import,
          "cannot import package as init - init must be a func");
    return;
  }
  Object* o = types_.object(ObjectKind::PkgName, name, spec->name ? spec->name->pos : spec->path->pos, pkg);
  o->imported = imported;
  o->colour = kBlack;
  o->node = spec;
  o->used = imported->fake;
  spec->object = o;
  st.imports.push_back(o);
  if (name == dot_) {
    o->isDotImport = true;
    for (Object* member : imported->scope->all()) {
      if (!member->isExported()) continue;
      Object* old = fileScope->insert(arena_, member);
      if (old && old != member) reportRedeclared(o, old);
      st.dotImports[member] = o;
    }
    return;
  }
  if (name.isBlank()) {
    o->used = true;
    return;
  }
  if (Object* old = fileScope->insert(arena_, o)) {
    // The same package imported twice under one name is told apart from a clash of two.
    error(o->pos, DiagCode::Redeclared, name, " redeclared in this block\n\t", at(old->pos), ": other declaration of ", name);
  } else {
    o->parent = fileScope;
  }
}

void CheckerImpl::collectObjects(Package* pkg, const PackageInput& input) {
  (void)input;
  PackageState& st = state(pkg);
  for (ast::File* file : pkg->files) {
    auto* scope = arena_.make<Scope>();
    scope->parent = pkg->scope;
    scope->isFile = true;
    st.fileScopes.push_back({scope, file});
    env_.file = file;
    env_.goMinor = fileVersion(file, pkg->goMinor);
    for (ast::Decl* decl : file->decls) {
      if (auto* f = decl->as<ast::FuncDecl>()) {
        collectFunc(pkg, file, scope, f);
        continue;
      }
      auto* g = decl->as<ast::GenDecl>();
      if (!g) {
        errorsSeen_++;
        continue;
      }
      switch (g->decl) {
      case ast::DeclKind::Import:
        for (ast::Node* s : g->specs)
          if (auto* spec = s->as<ast::ImportSpec>()) collectImport(pkg, file, scope, spec);
        break;
      case ast::DeclKind::Const: collectConst(pkg, file, scope, g); break;
      case ast::DeclKind::Var:
        for (ast::Node* s : g->specs)
          if (auto* spec = s->as<ast::ValueSpec>()) collectVar(pkg, file, scope, spec);
        break;
      case ast::DeclKind::Type:
        for (ast::Node* s : g->specs)
          if (auto* spec = s->as<ast::TypeSpec>()) collectType(pkg, file, scope, spec);
        break;
      }
    }
  }
  if (!pkg->isLibrary) {
    for (auto& [scope, file] : st.fileScopes) collectEmbeds(pkg, file);
    collectLinknames(pkg);
  }
  // A name may not be both imported by a file and declared by the package.
  for (auto& [scope, file] : st.fileScopes)
    for (Object* o : scope->all()) {
      Object* other = pkg->scope->lookup(o->name);
      if (!other) continue;
      if (o->kind == ObjectKind::PkgName) {
        error(other->pos, DiagCode::Redeclared, o->name, " already declared through import of package ", o->imported->name,
              " (\"", o->imported->path, "\")\n\t", at(o->pos), ": other declaration of ", o->name);
        o->used = true;
      } else {
        Object* import = st.dotImports[o];
        if (import)
          error(other->pos, DiagCode::Redeclared, o->name, " already declared through dot-import of package ",
                import->imported->name, " (\"", import->imported->path, "\")\n\t", at(o->pos), ": other declaration of ",
                o->name);
      }
    }
}

void CheckerImpl::attachMethods(Package* pkg) {
  PackageState& st = state(pkg);
  for (PendingMethod& m : st.methods) {
    // The receiver's base type, found by name alone: types are not resolved yet.
    ast::Expr* e = m.decl->receiver->typeExpr;
    bool pointer = false, aliased = false;
    Object* base = nullptr;
    for (int hops = 0; e && hops < 100; hops++) {
      e = ast::unparen(e);
      if (auto* s = e->as<ast::StarExpr>()) {
        if (pointer) break;
        pointer = true;
        e = s->x;
        continue;
      }
      if (auto* i = e->as<ast::IndexExpr>(); i && !aliased) { // not the instance an alias stands for
        e = i->x;
        continue;
      }
      auto* id = e->as<ast::Ident>();
      if (!id) break;
      Object* o = pkg->scope->lookup(id->name);
      if (!o || o->kind != ObjectKind::TypeName) break;
      auto* spec = o->node ? o->node->as<ast::TypeSpec>() : nullptr;
      if (spec && spec->alias) {
        if (!spec->typeParams.empty()) break;
        aliased = true;
        e = spec->typeExpr;
        continue;
      }
      base = o;
      break;
    }
    if (!base) continue;
    m.func->hasPointerRecv = pointer;
    st.methodsOf[base].push_back(m.func);
  }
}

void CheckerImpl::unusedImports(Package* pkg) {
  if (pkg->isLibrary) return;
  PackageState& st = state(pkg);
  for (Object* o : st.imports) {
    if (o->used) continue;
    auto* spec = o->node->as<ast::ImportSpec>();
    std::string_view path = o->imported->path;
    std::string_view last = path;
    if (size_t slash = last.rfind('/'); slash != std::string_view::npos) last = last.substr(slash + 1);
    std::string message = text("\"", path, "\" imported");
    if (o->name.view() != last && o->name != dot_) message += text(" as ", o->name);
    message += " and not used";
    soft(spec->name ? spec->name->pos : o->pos, DiagCode::UnusedImport, std::move(message));
  }
}

} // namespace gossamer::sema
