#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

using ast::Kind;

void CheckerImpl::setType(ast::Expr* e, Type* t, Mode m) {
  e->type = t;
  e->mode = static_cast<uint8_t>(isInvalid(t) ? Mode::Invalid : m);
}

Type* CheckerImpl::typeExpr(ast::Expr* e, Named* def) {
  Type* t = typeInternal(e, def);
  if (isGeneric(t)) {
    error(e, DiagCode::Type, "cannot use generic type ", t, " without instantiation");
    t = invalid();
  }
  setType(e, t);
  return t;
}

// A variable's type: constraint interfaces are not allowed.
Type* CheckerImpl::varType(ast::Expr* e) {
  Type* t = typeExpr(e);
  checkVarType(e, t);
  return t;
}

void CheckerImpl::checkVarType(ast::Expr* e, Type* t) {
  if (isInvalid(t) || t->kind == TypeKind::Basic) return;
  if (t->kind != TypeKind::Named && t->kind != TypeKind::Alias && t->kind != TypeKind::Interface) return;
  Pos at = posOf(e);
  auto verify = [this, t, at] {
    auto* i = as<Interface>(t);
    if (!i || isTypeParam(t)) return;
    const TypeSet& s = typeSet(i);
    if (s.isMethodSet() || !allows(18)) return;
    if (s.comparable)
      error(at, DiagCode::Type, "cannot use type ", t,
            " outside a type constraint: interface is (or embeds) comparable");
    else error(at, DiagCode::Type, "cannot use type ", t, " outside a type constraint: interface contains type constraints");
  };
  // The type may still be under construction.
  if (resolveDepth_ > 0) {
    Package* pkg = env_.pkg;
    later([this, verify, pkg] {
      EnvSaver saver(*this);
      env_.pkg = pkg;
      verify();
    });
  } else {
    verify();
  }
  return;
}

Type* CheckerImpl::genericType(ast::Expr* e, std::string* cause) {
  Type* t = typeInternal(e, nullptr);
  if (!isInvalid(t) && !isGeneric(t)) {
    if (cause) *cause = text(t, " is not a generic type");
    t = invalid();
  }
  setType(e, t);
  return t;
}

Type* CheckerImpl::typeInternal(ast::Expr* e, Named* def) {
  switch (e->kind) {
  case Kind::BadExpr: errorsSeen_++; return invalid();
  case Kind::Ident: {
    auto* id = e->as<ast::Ident>();
    if (Object* o = lookup(id->name); o && o->kind != ObjectKind::TypeName && o->kind != ObjectKind::Nil) {
      // Said without resolving it: it may be what is being declared.
      id->object = o;
      if (o->isVar() && o->pkg == env_.pkg) o->used = true;
      if (o->kind == ObjectKind::PkgName) o->used = true;
      std::string_view what;
      switch (o->kind) {
      case ObjectKind::PkgName: what = "package name"; break;
      case ObjectKind::Const: what = "constant"; break;
      case ObjectKind::Var:
        what = o->isReceiver      ? "receiver"
               : o->isResult      ? "result"
               : o->isParam       ? "parameter"
               : o->isPackageLevel ? "package-level variable"
                                  : "local variable";
        break;
      case ObjectKind::Func: what = "function"; break;
      case ObjectKind::Builtin: what = "built-in"; break;
      default: what = "label"; break;
      }
      error(e, DiagCode::Type, id->name, " (", what, ") is not a type");
      return invalid();
    }
    Operand x;
    ident(x, id, def, true);
    switch (x.mode) {
    case Mode::TypeExpr: return x.type;
    case Mode::Invalid: return invalid();
    case Mode::Nil: error(x, DiagCode::Type, "nil (untyped nil) is not a type"); return invalid();
    case Mode::NoValue: error(x, DiagCode::Type, x, " used as type"); return invalid();
    default: error(x, DiagCode::Type, x, " is not a type"); return invalid();
    }
  }
  case Kind::SelectorExpr: {
    Operand x;
    selector(x, e->as<ast::SelectorExpr>(), def, true);
    switch (x.mode) {
    case Mode::TypeExpr: return x.type;
    case Mode::Invalid: return invalid();
    case Mode::NoValue: error(x, DiagCode::Type, x, " used as type"); return invalid();
    default:
      x.expr = e;
      error(x, DiagCode::Type, x, " is not a type");
      return invalid();
    }
  }
  case Kind::IndexExpr: {
    auto* i = e->as<ast::IndexExpr>();
    if (i->indices.empty()) return invalid();
    return instantiatedType(i->x, i->indices, e);
  }
  case Kind::ParenExpr: {
    Type* t = typeInternal(e->as<ast::ParenExpr>()->x, def);
    setType(e->as<ast::ParenExpr>()->x, t);
    return t;
  }
  case Kind::ArrayTypeExpr: return arrayType(e->as<ast::ArrayTypeExpr>(), def);
  case Kind::SliceTypeExpr: {
    auto* t = types_.make<Slice>(invalid()); // while it is being made
    defineUnder(def, t);
    t->elem = varType(e->as<ast::SliceTypeExpr>()->elem);
    return t;
  }
  case Kind::EllipsisExpr: {
    error(e, DiagCode::Type, "invalid use of ...");
    if (auto* elem = e->as<ast::EllipsisExpr>()->elem) varType(elem);
    return invalid();
  }
  case Kind::StarExpr: {
    auto* t = types_.make<Pointer>(nullptr);
    t->elem = invalid(); // if the base refers back to this type
    defineUnder(def, t);
    t->elem = varType(e->as<ast::StarExpr>()->x);
    if (isInvalid(t->elem)) return invalid();
    return t;
  }
  case Kind::MapTypeExpr: return mapType(e->as<ast::MapTypeExpr>(), def);
  case Kind::ChanTypeExpr: {
    auto* c = e->as<ast::ChanTypeExpr>();
    auto* t = types_.make<Chan>(c->dir, invalid());
    defineUnder(def, t);
    t->elem = varType(c->elem);
    if (t->elem->kind == TypeKind::Array || t->elem->kind == TypeKind::Named || t->elem->kind == TypeKind::Struct)
      checkChanElem(posOf(e), t->elem);
    return t;
  }
  case Kind::FuncTypeExpr: return funcType(e->as<ast::FuncTypeExpr>(), nullptr, {}, def);
  case Kind::StructTypeExpr: return structType(e->as<ast::StructTypeExpr>(), def);
  case Kind::InterfaceTypeExpr: return interfaceType(e->as<ast::InterfaceTypeExpr>(), def);
  case Kind::UnaryExpr:
    if (e->as<ast::UnaryExpr>()->op == ast::Op::Tilde) {
      error(e, DiagCode::Type, "cannot use ~ outside of interface or type constraint");
      return invalid();
    }
    break;
  default: break;
  }
  // Not a type by its form: evaluate it so that its own mistakes show, else say so.
  Operand x;
  size_t before = errorsSeen_;
  rawExpr(x, e, nullptr, false);
  if (x.mode == Mode::TypeExpr) return x.type;
  if (errorsSeen_ == before) error(e, DiagCode::Type, e, " is not a type");
  return invalid();
}

// gc's channels have this limit. As for checkSize, once types that contain themselves have been found.
void CheckerImpl::checkChanElem(Pos at, Type* elem) {
  constexpr int64_t kMaxElem = 1 << 16;
  later([this, at, elem, pkg = env_.pkg] {
    later([this, at, elem, pkg] {
      EnvSaver saver(*this);
      env_.pkg = pkg;
      if (!isInvalid(under(elem)) && constantSize(elem) && sizeOf(elem) >= kMaxElem)
        error(at, DiagCode::Type, "channel element type too large (>64kB)");
    });
  });
}

Type* CheckerImpl::arrayType(ast::ArrayTypeExpr* e, Named* def) {
  auto* t = types_.make<Array>(nullptr, -1);
  t->elem = invalid();
  defineUnder(def, t);
  if (e->dots || !e->length) {
    if (e->dots) error(e, DiagCode::Type, "invalid use of [...] array (outside a composite literal)");
    varType(e->elem);
    return invalid();
  }
  t->length = arrayLength(e->length);
  t->elem = varType(e->elem);
  if (t->length < 0) return invalid();
  checkSize(e, t);
  return t;
}

int64_t CheckerImpl::arrayLength(ast::Expr* e) {
  // [N]T with an N that is not there, or not a constant, reads better with the name in the message.
  if (auto* id = e->as<ast::Ident>()) {
    Object* o = lookup(id->name);
    if (!o) {
      Diagnostic& d = error(e, DiagCode::Undefined, "undefined array length ", id->name, " or missing type constraint");
      suggestName(d, id);
      return -1;
    }
    if (o->kind != ObjectKind::Const) {
      if (o->isVar()) o->used = true;
      id->object = o;
      error(e, DiagCode::Type, "invalid array length ", id->name);
      return -1;
    }
  }
  Operand x;
  expr(x, e);
  if (!x.isConstant()) {
    if (x.valid()) error(x, DiagCode::Type, "array length ", x, " must be constant");
    return -1;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    Constant v = consts_.toInt(x.value);
    if (v) {
      int64_t n = 0;
      if (v.isInt64(&n) && n >= 0) {
        if (isUntyped(x.type)) convertUntyped(x, types_.basic(BasicKind::Int));
        return n;
      }
    }
    std::string_view what = v && v.sign() < 0 ? "invalid" : v ? "invalid" : "";
    if (!what.empty()) {
      error(x, DiagCode::Constant, "invalid array length ", x);
      return -1;
    }
  }
  error(x, DiagCode::Type, "array length ", x, " must be integer");
  return -1;
}

Type* CheckerImpl::mapType(ast::MapTypeExpr* e, Named* def) {
  auto* t = types_.make<Map>(nullptr, nullptr);
  t->key = t->elem = invalid();
  defineUnder(def, t);
  t->key = varType(e->key);
  t->elem = varType(e->value);
  // Whether the key can be compared shows when it is complete.
  Pos at = posOf(e->key);
  Package* pkg = env_.pkg;
  auto verify = [this, t, at, pkg] {
    if (isInvalid(t->key) || isInvalid(under(t->key)) || isComparable(t->key)) return;
    EnvSaver saver(*this);
    env_.pkg = pkg;
    std::string why = isTypeParam(t->key) ? " (missing comparable constraint)" : "";
    error(at, DiagCode::Type, "invalid map key type ", t->key, why);
  };
  if (resolveDepth_ > 0) later(verify);
  else verify();
  return t;
}

Type* CheckerImpl::structType(ast::StructTypeExpr* e, Named* def) {
  auto* t = types_.make<Struct>();
  defineUnder(def, t);
  std::vector<Object*> fields;
  std::vector<std::string_view> tags;
  std::unordered_map<Symbol, Object*> seen;
  bool large = false;
  auto add = [&](ast::Ident* id, Type* type, bool embedded, ast::BasicLit* tag) {
    Object* f = types_.object(ObjectKind::Var, id->name, id->pos, env_.pkg, type);
    f->colour = kBlack;
    f->isField = true;
    f->isEmbedded = embedded;
    f->index = static_cast<int32_t>(fields.size());
    f->node = id;
    f->used = true;
    if (!isBlank(id)) {
      Object* old = nullptr;
      if (fields.size() < 16) {
        for (Object* o : fields)
          if (o->name == id->name) old = o;
      } else {
        if (!large) {
          for (Object* o : fields) seen.emplace(o->name, o);
          large = true;
        }
        auto [it, fresh] = seen.emplace(id->name, f);
        if (!fresh) old = it->second;
      }
      if (old) {
        error(id->pos, DiagCode::Redeclared, id->name, " redeclared\n\t", at(old->pos), ": other declaration of ",
              id->name);
      }
    }
    if (!embedded) id->object = f;
    std::string_view s;
    if (tag && !tag->bad) {
      std::string decoded;
      if (decodeString(tag->text, &decoded)) s = arena_.copy(std::string_view(decoded));
    }
    if (!s.empty() && tags.empty()) tags.resize(fields.size());
    fields.push_back(f);
    if (!tags.empty() || !s.empty()) {
      tags.resize(fields.size());
      tags.back() = s;
    }
  };
  for (ast::Field* field : e->fields) {
    if (!field->embedded && !field->names.empty()) {
      Type* type = varType(field->typeExpr);
      for (ast::Ident* id : field->names) add(id, type, false, field->tag);
      continue;
    }
    if (!field->typeExpr) continue;
    // The name of an embedded field is its type's.
    Type* type = varType(field->typeExpr);
    ast::Expr* base = ast::unparen(field->typeExpr);
    if (auto* s = base->as<ast::StarExpr>()) base = ast::unparen(s->x);
    if (auto* i = base->as<ast::IndexExpr>()) base = ast::unparen(i->x);
    ast::Ident* id = base->as<ast::Ident>();
    if (auto* s = base->as<ast::SelectorExpr>()) id = s->sel;
    if (!id) {
      if (!base->is(Kind::BadExpr)) error(base, DiagCode::Type, "invalid embedded field type ", base);
      continue;
    }
    add(id, type, true, field->tag);
    Pos where = posOf(field->typeExpr);
    Package* pkg = env_.pkg;
    auto verify = [this, type, where, pkg] {
      EnvSaver saver(*this);
      env_.pkg = pkg;
      auto* p = cast<Pointer>(unalias(type));
      Type* b = p ? p->elem : type;
      Type* u = under(b);
      if (isInvalid(u)) return;
      if (isTypeParam(b)) {
        error(where, DiagCode::Type, "embedded field type cannot be a type parameter");
      } else if (basicKind(u) == BasicKind::UnsafePointer) {
        error(where, DiagCode::Type, "embedded field type cannot be unsafe.Pointer");
      } else if (u->kind == TypeKind::Pointer) {
        error(where, DiagCode::Type, "embedded field type cannot be a pointer");
      } else if (p && u->kind == TypeKind::Interface) {
        error(where, DiagCode::Type, "embedded field type cannot be a pointer to an interface");
      }
    };
    if (resolveDepth_ > 0) later(verify);
    else verify();
  }
  t->fields = arena_.copy(fields);
  t->tags = arena_.copy(tags);
  return t;
}

Type* CheckerImpl::parseUnion(ast::Expr* e) {
  std::vector<ast::Expr*> parts;
  ast::Expr* at = e;
  while (auto* b = at->as<ast::BinaryExpr>()) {
    if (b->op != ast::Op::Or) break;
    parts.push_back(b->y);
    at = b->x;
  }
  parts.push_back(at);
  std::reverse(parts.begin(), parts.end());
  std::vector<UnionTerm> terms;
  for (ast::Expr* part : parts) {
    auto* u = part->as<ast::UnaryExpr>();
    bool tilde = u && u->op == ast::Op::Tilde;
    ast::Expr* typePart = tilde ? u->x : part;
    Type* t = typeExpr(typePart);
    if (isTypeParam(t)) {
      if (tilde) error(typePart, DiagCode::Type, "type in term ", part, " cannot be a type parameter");
      else error(typePart, DiagCode::Type, "term cannot be a type parameter");
      t = invalid();
    }
    if (parts.size() == 1 && !tilde) {
      setType(e, t);
      return t; // an embedded type by itself
    }
    if (terms.size() == kMostTerms) {
      error(part, DiagCode::Type, "cannot handle more than ", kMostTerms, " union terms (implementation limitation)");
      return invalid();
    }
    terms.push_back({tilde, t});
  }
  auto* u = types_.make<Union>();
  u->terms = arena_.copy(terms);
  setType(e, u);
  later([this, terms = u->terms, parts, pkg = env_.pkg] {
    EnvSaver saver(*this);
    env_.pkg = pkg;
    for (size_t i = 0; i < terms.size(); i++)
      if (!isInvalid(terms[i].type)) checkTerm(terms, i, posOf(parts[i]));
  });
  return u;
}

// As types write themselves there: with every package named.
std::string CheckerImpl::termText(const UnionTerm& t) const { return (t.tilde ? "~" : "") + typeString(t.type, nullptr); }

void CheckerImpl::checkTerm(std::span<const UnionTerm> terms, size_t at, Pos where) {
  const UnionTerm& term = terms[at];
  Type *t = term.type, *u = under(t);
  if (isInvalid(u)) return;
  auto* i = cast<Interface>(u);
  if (term.tilde && i) {
    error(where, DiagCode::Type, "invalid use of ~ (", t, " is an interface)");
    return;
  }
  if (term.tilde && !identical(u, t)) {
    error(where, DiagCode::Type, "invalid use of ~ (underlying type of ", t, " is ", u, ")");
    return;
  }
  if (i) {
    const TypeSet& s = typeSet(i);
    std::string shown = termText(term);
    if (!s.methods.empty()) error(where, DiagCode::Type, "cannot use ", shown, " in union (", shown, " contains methods)");
    else if (unalias(t) == types_.comparableType()) error(where, DiagCode::Type, "cannot use comparable in union");
    else if (s.comparable) error(where, DiagCode::Type, "cannot use ", shown, " in union (", shown, " embeds comparable)");
    return; // interfaces may overlap
  }
  for (const UnionTerm& other : terms.subspan(0, at)) {
    if (isInvalid(other.type) || isInterface(other.type)) continue;
    Type *a = other.type, *b = t;
    if (term.tilde) a = under(a);
    if (other.tilde) b = u;
    if (!identical(a, b)) continue;
    error(where, DiagCode::Type, "overlapping terms ", termText(term), " and ", termText(other));
    return;
  }
}

Type* CheckerImpl::interfaceType(ast::InterfaceTypeExpr* e, Named* def) {
  auto* t = types_.make<Interface>(&types_);
  if (!env_.pkg->isLibrary && !e->elements.empty()) interfaces_.push_back({t, e->pos});
  defineUnder(def, t);
  std::vector<Object*> methods;
  std::vector<Type*> embeddeds;
  std::vector<Pos> places;
  for (ast::Field* field : e->elements) {
    if (field->names.empty() || field->embedded) {
      if (!field->typeExpr) continue;
      Type* x = parseUnion(field->typeExpr);
      embeddeds.push_back(x);
      places.push_back(posOf(field->typeExpr));
      continue;
    }
    ast::Ident* id = field->names[0];
    if (isBlank(id)) {
      error(id, DiagCode::Type, "methods must have a unique non-blank name");
      continue;
    }
    auto* ft = field->typeExpr ? field->typeExpr->as<ast::FuncTypeExpr>() : nullptr;
    if (!ft) continue;
    Object* m = types_.object(ObjectKind::Func, id->name, id->pos, env_.pkg);
    m->isMethod = m->isInterfaceMethod = true;
    m->node = field;
    m->index = static_cast<int32_t>(methods.size());
    m->colour = kBlack;
    Signature* sig = funcType(ft, nullptr, {}, nullptr);
    ft->type = sig;
    Object* recv = types_.object(ObjectKind::Var, Symbol(), id->pos, env_.pkg, def ? static_cast<Type*>(def) : t);
    recv->colour = kBlack;
    sig->recv = recv;
    m->type = sig;
    id->object = m;
    methods.push_back(m);
  }
  t->methods = arena_.copy(methods);
  t->embeddeds = arena_.copy(embeddeds);
  t->embedPos = arena_.copy(places);
  t->complete = true;
  auto finish = [this, t, pkg = env_.pkg, file = env_.file, goMinor = env_.goMinor] {
    EnvSaver saver(*this);
    env_.pkg = pkg;
    env_.file = file;
    env_.goMinor = goMinor;
    if (goMinor < 18) {
      // What only constraints may embed is left out.
      std::vector<Type*> kept;
      for (size_t i = 0; i < t->embeddeds.size(); i++) {
        Type *x = t->embeddeds[i], *u = under(x);
        if (u->kind == TypeKind::Interface || isInvalid(u)) kept.push_back(x);
        else if (u->kind == TypeKind::Union) requireVersion(t->embedPos[i], 18, text("embedding interface element ", x));
        else requireVersion(t->embedPos[i], 18, text("embedding non-interface type ", x));
      }
      if (kept.size() < t->embeddeds.size()) {
        t->embeddeds = arena_.copy(kept);
        t->embedPos = {};
      }
    }
    std::vector<TypeSetError> errors;
    t->set = nullptr;
    computeTypeSet(t, &errors);
    for (const TypeSetError& err : errors)
      if (!err.method)
        error(err.pos, DiagCode::Type, "cannot handle more than ", kMostTerms, " union terms (implementation limitation)");
      else if (!err.allowed || goMinor < 14)
        error(err.pos, DiagCode::Redeclared, "duplicate method ", err.method, "\n\t", at(err.other),
              ": other declaration of method ", err.method);
  };
  if (resolveDepth_ > 0) later(finish);
  else finish();
  return t;
}

std::span<Object*> CheckerImpl::collectParams(std::span<ast::Field*> fields, bool results, bool* variadic, ParamNames& names) {
  std::vector<Object*> out;
  bool named = false, anonymous = false;
  for (size_t i = 0; i < fields.size(); i++) {
    ast::Field* field = fields[i];
    ast::Expr* te = field->typeExpr;
    Type* type = invalid();
    if (te) {
      if (auto* dots = te->as<ast::EllipsisExpr>()) {
        bool last = i + 1 == fields.size() && field->names.size() <= 1;
        Type* elem = dots->elem ? varType(dots->elem) : invalid();
        if (!results && variadic && last) {
          *variadic = true;
          type = types_.slice(elem);
        } else {
          error(te, DiagCode::Type, "invalid use of ...");
          type = elem;
        }
        setType(te, type);
      } else {
        type = varType(te);
      }
    }
    auto make = [&](Symbol name, Pos pos, ast::Ident* id) {
      Object* v = types_.object(ObjectKind::Var, name, pos, env_.pkg, type);
      v->colour = kBlack;
      v->isParam = true;
      v->isResult = results;
      v->used = true;
      v->index = static_cast<int32_t>(out.size());
      v->node = id;
      out.push_back(v);
      return v;
    };
    if (field->names.empty()) {
      anonymous = true;
      make(Symbol(), te ? posOf(te) : field->pos, nullptr);
      continue;
    }
    named = true;
    for (ast::Ident* id : field->names) {
      names.push_back({id, make(id->name, id->pos, id)});
    }
  }
  (void)named;
  (void)anonymous;
  return arena_.copy(out);
}

Signature* CheckerImpl::funcType(ast::FuncTypeExpr* e, ast::Field* recv, std::span<ast::Field*> typeParams, Named* def,
                                Signature* into) {
  auto* sig = into ? into : types_.make<Signature>();
  sig->params = sig->results = types_.emptyTuple();
  defineUnder(def, sig);
  auto* scope = arena_.make<Scope>();
  scope->parent = env_.scope;
  scope->isFunc = true;
  sig->scope = scope;
  EnvSaver saver(*this);
  env_.scope = scope;
  ParamNames names;
  if (recv) receiver(sig, scope, recv, names);
  if (!typeParams.empty()) declareTypeParams(typeParams, scope, sig->typeParams);
  sig->params = types_.tuple(collectParams(e->params, false, &sig->variadic, names));
  sig->results = types_.tuple(collectParams(e->results, true, nullptr, names));
  for (auto& [id, v] : names) declare(scope, id, v); // their scope is the body: func f(int int) int
  e->type = sig;
  e->mode = static_cast<uint8_t>(Mode::TypeExpr);
  return sig;
}

void CheckerImpl::receiver(Signature* sig, Scope* scope, ast::Field* recv, ParamNames& names) {
  ast::Expr* te = recv->typeExpr;
  ast::Expr* base = te ? ast::unparen(te) : nullptr;
  bool pointer = false;
  if (base)
    if (auto* s = base->as<ast::StarExpr>()) {
      base = ast::unparen(s->x);
      pointer = true;
    }
  Type* type = invalid();
  auto* ix = base ? base->as<ast::IndexExpr>() : nullptr;
  if (ix) {
    // func (r T[A, B]): A and B declare this method's own names for T's type parameters.
    std::string cause;
    Type* g = genericType(ix->x, &cause);
    if (!isInvalid(g)) requireVersion(posOf(ix->x), 18, "type instantiation");
    auto* generic = cast<Named>(g);
    if (!generic || isInvalid(g)) {
      if (!cause.empty()) error(ix->x, DiagCode::Type, cause);
      else if (!isInvalid(g)) error(ix->x, DiagCode::Type, "cannot define new methods on generic alias type ", g);
    } else {
      std::vector<TypeParam*> params;
      std::vector<Type*> args;
      for (ast::Expr* a : ix->indices) {
        auto* id = a->as<ast::Ident>();
        if (!id) {
          error(a, DiagCode::Type, "receiver type parameter ", a, " must be an identifier");
        }
        Object* name = types_.object(ObjectKind::TypeName, id ? id->name : blank_, posOf(a), env_.pkg);
        name->colour = kBlack;
        TypeParam* p = types_.typeParam(name);
        name->type = p;
        p->index = static_cast<int>(params.size());
        params.push_back(p);
        args.push_back(p);
        if (!id) continue;
        id->object = name;
        setType(id, p);
        if (!isBlank(id)) declare(scope, id, name);
      }
      if (params.size() == generic->typeParams.size()) {
        for (size_t i = 0; i < params.size(); i++) {
          params[i]->bound = types_.substitute(generic->typeParams[i]->bound, generic->typeParams, args);
          receiverParams_[params[i]] = generic->typeParams[i];
        }
        sig->recvTypeParams = arena_.copy(params);
        type = types_.instantiate(generic, args);
      } else {
        error(ix->x, DiagCode::Type, "receiver declares ", params.size(), params.size() == 1 ? " type parameter" : " type parameters",
              ", but receiver base type declares ", generic->typeParams.size());
      }
    }
    setType(base, type);
    if (pointer) type = isInvalid(type) ? type : types_.pointer(type);
    if (te != base) setType(te, type);
  } else if (te) {
    type = varType(te);
    // An alias for an instance would give one instance a method the others lack.
    auto unpointer = [](Type* t) {
      auto* p = cast<Pointer>(t);
      return p ? p->elem : t;
    };
    for (auto* a = cast<Alias>(unpointer(type)); a && a->actual;) {
      Type* stands = unpointer(a->actual);
      if (auto* n = cast<Named>(stands); n && !n->typeArgs.empty()) {
        error(base, DiagCode::Type, "cannot define new methods on instantiated type ", n);
        type = invalid();
        break;
      }
      a = cast<Alias>(stands);
    }
  }
  ast::Ident* id = recv->names.empty() ? nullptr : recv->names[0];
  Object* v = types_.object(ObjectKind::Var, id ? id->name : Symbol(), id ? id->pos : recv->pos, env_.pkg, type);
  v->colour = kBlack;
  v->isParam = v->isReceiver = true;
  v->used = true;
  v->node = id;
  if (id) {
    if (isBlank(id)) id->object = v;
    else names.push_back({id, v});
  }
  sig->recv = v;
  Pos where = base ? posOf(base) : recv->pos;
  Package* pkg = env_.pkg;
  later([this, type, where, pkg] {
    EnvSaver saver(*this);
    env_.pkg = pkg;
    if (isInvalid(type)) return;
    Type* written = type;
    Type* b = unalias(type);
    if (auto* p = cast<Pointer>(b)) {
      written = p->elem;
      b = unalias(p->elem);
    }
    if (isInvalid(b)) return;
    if (auto* n = cast<Named>(b)) {
      if (n->obj->pkg != pkg) {
        error(where, DiagCode::Type, "cannot define new methods on non-local type ", written);
        return;
      }
      Type* u = under(n);
      if (u->kind == TypeKind::Pointer || u->kind == TypeKind::Interface) {
        error(where, DiagCode::Type, "invalid receiver type ", written, " (pointer or interface type)");
      } else if (basicKind(u) == BasicKind::UnsafePointer) {
        error(where, DiagCode::Type, "invalid receiver type ", written, " (unsafe.Pointer)");
      }
    } else if (b->kind == TypeKind::Basic) {
      error(where, DiagCode::Type, "cannot define new methods on non-local type ", written);
    } else {
      error(where, DiagCode::Type, "invalid receiver type ", type);
    }
  });
}

void CheckerImpl::declareTypeParams(std::span<ast::Field*> fields, Scope* scope, std::span<TypeParam*>& declared) {
  std::vector<TypeParam*> params;
  for (ast::Field* f : fields)
    for (ast::Ident* id : f->names) {
      Object* name = types_.object(ObjectKind::TypeName, id->name, id->pos, env_.pkg);
      name->colour = kBlack;
      TypeParam* p = types_.typeParam(name);
      p->bound = types_.anyType();
      p->index = static_cast<int>(params.size());
      name->type = p;
      declare(scope, id, name);
      params.push_back(p);
    }
  declared = arena_.copy(params);
  env_.inTypeParamList = true;
  size_t at = 0;
  for (ast::Field* f : fields) {
    Type* bound = invalid();
    if (f->typeExpr) {
      ast::Expr* e = f->typeExpr;
      auto* b = e->as<ast::BinaryExpr>();
      auto* u = e->as<ast::UnaryExpr>();
      bool literal = (b && b->op == ast::Op::Or) || (u && u->op == ast::Op::Tilde);
      bound = literal ? parseUnion(e) : typeExpr(e);
      if (!isInvalid(bound) && (literal || under(bound)->kind != TypeKind::Interface || isTypeParam(bound))) {
        if (isTypeParam(bound)) {
          error(e, DiagCode::Type, "cannot use a type parameter as constraint");
          bound = invalid();
        } else {
          auto* i = types_.make<Interface>(&types_);
          i->implicit = true;
          i->embeddeds = arena_.makeSpan<Type*>(1);
          i->embeddeds[0] = bound;
          i->complete = true;
          bound = i;
        }
      }
    }
    for (size_t k = 0; k < f->names.size(); k++, at++) {
      params[at]->bound = bound;
      params[at]->iface = nullptr; // if a constraint asked for it
    }
  }
  env_.inTypeParamList = false;
}

Type* CheckerImpl::instantiatedType(ast::Expr* x, std::span<ast::Expr*> args, ast::Expr* whole) {
  std::string cause;
  Type* g = genericType(x, &cause);
  if (!cause.empty()) error(whole, DiagCode::Type, "invalid operation: ", whole, " (", cause, ")"), g = invalid();
  if (!isInvalid(g)) requireVersion(posOf(x), 18, "type instantiation");
  std::vector<Type*> targs;
  bool bad = isInvalid(g);
  for (ast::Expr* a : args) {
    Type* t = varType(a);
    bad = bad || isInvalid(t);
    targs.push_back(t);
  }
  if (bad) return invalid();
  std::span<TypeParam*> params;
  Alias* alias = cast<Alias>(g);
  if (alias && !alias->typeParams.empty()) params = alias->typeParams;
  else alias = nullptr;
  Named* named = alias ? nullptr : cast<Named>(unalias(g));
  if (named) params = named->typeParams;
  if (targs.size() != params.size()) {
    bool few = targs.size() < params.size();
    error(posOf(whole), DiagCode::Type,
          few ? "not enough" : "too many", " type arguments for type ", x, ": have ", targs.size(), ", want ",
          params.size());
    return invalid();
  }
  later([this, params, targs, args, at = posOf(x), pkg = env_.pkg, file = env_.file, goMinor = env_.goMinor] {
    EnvSaver saver(*this);
    env_.pkg = pkg;
    env_.file = file;
    env_.goMinor = goMinor;
    verifyInstance(at, params, targs, args);
  });
  if (Named* made = alias ? nullptr : types_.instantiate(named, targs)) {
    if (!made->instancePos) made->instancePos = posOf(x);
    return made;
  }
  if (alias) {
    auto* use = types_.make<Alias>(alias->obj);
    use->typeArgs = arena_.copy(targs);
    use->actual = alias->actual ? types_.substitute(alias->actual, params, targs) : invalid();
    return use;
  }
  return types_.instantiate(named, targs);
}

void CheckerImpl::verifyInstance(Pos pos, std::span<TypeParam* const> params, std::span<Type* const> args,
                                 std::span<ast::Expr* const> written) {
  for (size_t i = 0; i < params.size(); i++) {
    if (!params[i]->bound || isInvalid(params[i]->bound)) continue;
    Type* bound = types_.substitute(params[i]->bound, params, args);
    std::string cause;
    if (implements(args[i], bound, true, &cause)) continue;
    error(i < written.size() ? posOf(written[i]) : pos, DiagCode::Type, cause);
    return;
  }
  noteInstantiation(pos, params, args, written);
}

} // namespace gossamer::sema
