#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

namespace {

bool isPointerToInterface(Type* t) {
  auto* p = as<Pointer>(t);
  return p && isInterface(p->elem);
}

std::string_view tailOf(std::string_view s) { return s.empty() ? s : s.substr(1); }

bool hasInvalidEmbedded(Type* t, std::unordered_set<Type*>& seen) {
  if (auto* p = as<Pointer>(t)) t = p->elem;
  auto* s = as<Struct>(t);
  if (!s || nativeStackLow() || !seen.insert(s).second) return false;
  return std::any_of(s->fields.begin(), s->fields.end(), [&seen](Object* f) {
    return f->isEmbedded && f->type && (isInvalid(f->type) || hasInvalidEmbedded(f->type, seen));
  });
}

// Whether an element or term of the interface is t, in its type set or not.
bool mentionsTerm(Type* in, Type* t) {
  if (auto* i = cast<Interface>(in))
    return std::any_of(i->embeddeds.begin(), i->embeddeds.end(), [t](Type* e) { return mentionsTerm(e, t); });
  if (auto* u = cast<Union>(in))
    return std::any_of(u->terms.begin(), u->terms.end(), [t](const UnionTerm& x) { return mentionsTerm(x.type, t); });
  return identical(in, t);
}

std::string funcText(const Object* f, Type* t, const Package* from) {
  std::string out(f->name.view());
  if (auto* s = cast<Signature>(t)) writeSignature(out, s, from);
  return out;
}

} // namespace

std::string CheckerImpl::lookupError(Type* t, Symbol sel, Object* found, bool structLit) {
  enum { Missing, Misspelled, Unexported, Inaccessible } what = Missing;
  if (found) {
    std::string_view alt = found->name.view(), name = sel.view();
    if (found->pkg == env_.pkg) {
      what = Misspelled;
      if (tailOf(alt) == tailOf(name) && sel.isExported() && !found->isExported() && structLit) what = Unexported;
    } else if (found->isExported()) {
      if (tailOf(alt) == tailOf(name)) what = Misspelled;
    } else if (tailOf(alt) == tailOf(name)) {
      what = sel.isExported() ? Unexported : Inaccessible;
      if (what == Inaccessible && alt != name) what = Missing;
    }
  }
  if (structLit) {
    switch (what) {
    case Missing: return text("unknown field ", sel, " in struct literal of type ", t);
    case Misspelled:
      return text("unknown field ", sel, " in struct literal of type ", t, ", but does have ", found);
    case Unexported:
      return text("unknown field ", sel, " in struct literal of type ", t, ", but does have unexported ", found);
    case Inaccessible: return text("cannot refer to unexported field ", found, " in struct literal of type ", t);
    }
  }
  std::string_view kind = found && found->isFunc() ? "method" : "field";
  switch (what) {
  case Missing: return text("type ", t, " has no field or method ", sel);
  case Misspelled: return text("type ", t, " has no field or method ", sel, ", but does have ", kind, " ", found);
  case Unexported:
    return text("type ", t, " has no field or method ", sel, ", but does have unexported ", kind, " ", found);
  case Inaccessible: return text("cannot refer to unexported ", kind, " ", found);
  }
  return {};
}

void CheckerImpl::selector(Operand& x, ast::SelectorExpr* e, Named* def, bool wantType) {
  (void)def;
  x.expr = e;
  x.mode = Mode::Invalid;
  Symbol sel = e->sel->name;
  if (auto* id = e->x->as<ast::Ident>()) {
    Object* o = lookup(id->name);
    // A document's earlier cell may have declared a name that this one means as a package.
    if (env_.document && (!o || (o->isPackageLevel && o->pkg == env_.pkg && !cellObjects_.contains(o))))
      if (Object* p = documentPackage(id)) o = p;
    if (env_.document && !o) o = missingDocumentPackage(id);
    if (o && o->kind == ObjectKind::PkgName) {
      id->object = o;
      o->used = true;
      id->mode = static_cast<uint8_t>(Mode::Invalid);
      Package* pkg = o->imported;
      if (!sel) {
        errorsSeen_++;
        return;
      }
      Object* member = pkg->scope ? pkg->scope->lookup(sel) : nullptr;
      if (member && (member->kind == ObjectKind::PkgName || !member->isExported())) member = nullptr;
      if (!member) {
        if (pkg->fake) {
          errorsSeen_++;
          return;
        }
        Object* folded = nullptr;
        if (pkg->scope)
          for (Object* c : pkg->scope->all()) {
            std::string_view a = c->name.view(), b = sel.view();
            if (!c->isExported() || a.size() != b.size()) continue;
            if (std::equal(a.begin(), a.end(), b.begin(), [](char p, char q) {
                  auto lower = [](char ch) { return ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch | 0x20) : ch; };
                  return lower(p) == lower(q);
                }))
              folded = c;
          }
        std::string message = text("undefined: ", static_cast<ast::Expr*>(e));
        if (folded) message += text(" (but have ", folded, ")");
        Diagnostic& d = report(posOf(e->sel), DiagCode::Undefined, std::move(message));
        suggestPackageMember(d, e->sel, pkg);
        return;
      }
      if (member->colour != kBlack) resolve(member);
      e->sel->object = member;
      Type* t = member->type ? member->type : invalid();
      switch (member->kind) {
      case ObjectKind::Const:
        if (isInvalid(t)) return;
        x.mode = Mode::Constant;
        x.value = member->constant;
        break;
      case ObjectKind::TypeName: x.mode = isInvalid(t) ? Mode::Invalid : Mode::TypeExpr; break;
      case ObjectKind::Var: x.mode = isInvalid(t) ? Mode::Invalid : Mode::Variable; break;
      case ObjectKind::Func: x.mode = isInvalid(t) ? Mode::Invalid : Mode::Value; break;
      case ObjectKind::Builtin:
        x.mode = Mode::Builtin;
        x.builtin = member->builtin;
        return;
      default: return;
      }
      x.type = t;
      auto* s = types_.make<Selection>();
      s->kind = SelectionKind::Qualified;
      s->obj = member;
      s->type = t;
      e->selection = s;
      e->sel->type = t;
      e->sel->mode = static_cast<uint8_t>(x.mode);
      return;
    }
  }
  if (wantType) { // only packages have types
    auto* id = e->x->as<ast::Ident>();
    Object* o = id ? lookup(id->name) : nullptr;
    bool isType = o && o->kind == ObjectKind::TypeName;
    if (!isType) exprOrType(x, e->x);
    bool pending = isType && !o->isAlias && o->type && !finiteSize(o->type);
    if ((isType && !pending) || x.valid()) error(e->sel, DiagCode::Type, static_cast<ast::Expr*>(e), " is not a type");
    x.mode = Mode::Invalid;
    return;
  }
  exprOrType(x, e->x);
  switch (x.mode) {
  case Mode::Invalid: return;
  case Mode::Builtin:
    error(e->pos, DiagCode::Type, "invalid use of ", x, " in selector expression");
    x.mode = Mode::Invalid;
    return;
  default: break;
  }
  auto fail = [&] {
    x.mode = Mode::Invalid;
    x.expr = e;
  };
  if (!sel) { // a name the parser made up
    errorsSeen_++;
    return fail();
  }
  Type* t = x.type;
  LookupResult found = lookupFieldOrMethod(types_, t, x.mode == Mode::Variable, env_.pkg, sel);
  if (!found.obj) {
    if (isInvalid(under(t))) return fail();
    if (found.ambiguous) {
      error(e->sel, DiagCode::Type, "ambiguous selector ", x.expr, ".", sel);
      return fail();
    }
    if (found.pointerNeeded) {
      if (x.mode == Mode::TypeExpr)
        error(e->sel, DiagCode::Type, "invalid method expression ", t, ".", sel, " (needs pointer receiver (*", t, ").",
              sel, ")");
      else error(e->sel, DiagCode::Type, "cannot call pointer method ", sel, " on ", t);
      return fail();
    }
    std::string why;
    if (isPointerToInterface(t)) {
      why = text("type ", t, " is pointer to interface, not interface");
    } else if (auto* p = as<Pointer>(t); p && isTypeParam(p->elem)) {
      why = text("type ", t, " is pointer to type parameter, not type parameter");
    } else {
      LookupResult folded = lookupFieldOrMethod(types_, t, x.mode == Mode::Variable, env_.pkg, sel, true);
      why = lookupError(t, sel, folded.obj, false);
    }
    Diagnostic& d = error(e->sel, DiagCode::Undefined, static_cast<ast::Expr*>(e), " undefined (", why, ")");
    suggestMember(d, e->sel, t);
    return fail();
  }
  Object* o = found.obj;
  if (o->isFunc()) {
    if (o->colour != kBlack) resolve(o);
    Object* root = o->origin ? o->origin : o;
    if (env_.decl && root->pkg == env_.pkg && !root->isInterfaceMethod) env_.decl->addDep(root);
  }
  Type* type = types_.typeOf(o);
  if (isInvalid(type)) return fail();
  auto* s = types_.make<Selection>();
  s->obj = o;
  s->recv = t;
  s->index = found.index;
  s->indirect = found.indirect;
  e->sel->object = o;
  if (x.mode == Mode::TypeExpr) {
    if (!o->isFunc()) {
      error(e->sel, DiagCode::Undefined, static_cast<ast::Expr*>(e), " undefined (type ", t, " has no method ", sel, ")");
      return fail();
    }
    // The receiver becomes the first parameter.
    auto* sig = static_cast<Signature*>(type);
    auto* made = types_.make<Signature>();
    auto vars = arena_.makeSpan<Object*>(sig->params->size() + 1);
    Symbol name;
    if (sig->params->size() > 0 && sig->params->vars[0]->name)
      name = sig->recv && sig->recv->name ? sig->recv->name : blank_;
    vars[0] = types_.object(ObjectKind::Var, name, o->pos, o->pkg, t);
    vars[0]->colour = kBlack;
    std::copy(sig->params->vars.begin(), sig->params->vars.end(), vars.begin() + 1);
    made->params = types_.tuple(vars);
    made->results = sig->results;
    made->variadic = sig->variadic;
    s->kind = SelectionKind::MethodExpr;
    x.mode = Mode::Value;
    x.type = made;
  } else if (o->isFunc()) {
    s->kind = SelectionKind::MethodVal;
    if (o->hasPointerRecv && !found.indirect && x.mode == Mode::Variable) markAddrTaken(e->x);
    // The address of an embedded part is taken implicitly as well; indirect means a pointer lies in between.
    x.mode = Mode::Value;
    x.type = type;
  } else {
    s->kind = SelectionKind::FieldVal;
    x.mode = x.mode == Mode::Variable || found.indirect ? Mode::Variable : Mode::Value;
    x.type = type;
    o->used = true;
  }
  s->type = x.type;
  e->selection = s;
  e->sel->type = x.type;
  x.expr = e;
}

// The first method of interface `iface` that t lacks; null if it has all. With `staticCheck` false t may be an
// interface whose dynamic value might have the method: then only conflicting types count.
Object* CheckerImpl::missingMethod(Type* t, Type* iface, bool staticCheck, std::string* cause,
                                   const std::function<bool(Type*, Type*)>& same) {
  auto* i = cast<Interface>(under(iface));
  if (!i) return nullptr;
  const TypeSet& want = typeSet(i);
  if (want.methods.empty()) return nullptr;
  enum { Ok, NotFound, WrongName, Unexported, WrongSignature, Ambiguous, PointerReceiver, IsField } state = Ok;
  Object *missing = nullptr, *other = nullptr;
  Type *missingType = nullptr, *otherType = nullptr;
  auto* have = as<Interface>(t);
  if (have && !isTypeParam(t)) {
    const TypeSet& has = typeSet(have);
    for (Object* m : want.methods) {
      Object* f = nullptr;
      for (Object* c : has.methods)
        if (sameId(c, m->pkg, m->name)) f = c;
      if (!f) {
        if (!staticCheck) continue;
        missing = m;
        missingType = types_.typeOf(m);
        state = NotFound;
        break;
      }
      if (!same(types_.typeOf(f), types_.typeOf(m))) {
        missing = m;
        missingType = types_.typeOf(m);
        other = f;
        otherType = types_.typeOf(f);
        state = WrongSignature;
        break;
      }
    }
  } else {
    for (Object* m : want.methods) {
      LookupResult r = lookupFieldOrMethod(types_, t, false, m->pkg, m->name);
      missing = m;
      missingType = types_.typeOf(m);
      if (!r.obj) {
        state = r.ambiguous ? Ambiguous : r.pointerNeeded ? PointerReceiver : NotFound;
        break;
      }
      if (!r.obj->isFunc()) {
        state = IsField;
        other = r.obj;
        break;
      }
      other = r.obj;
      otherType = types_.typeOf(r.obj);
      if (!same(otherType, missingType)) {
        state = WrongSignature;
        break;
      }
      missing = nullptr;
    }
  }
  if (state == Ok || !missing) return nullptr;
  if (std::unordered_set<Type*> seen; state == NotFound && hasInvalidEmbedded(t, seen)) return nullptr; // which might have it
  if (!cause) return missing;
  if (state == NotFound) {
    LookupResult r = lookupFieldOrMethod(types_, t, false, missing->pkg, missing->name, true);
    if (r.obj && r.obj->isFunc()) {
      other = r.obj;
      otherType = types_.typeOf(r.obj);
      state = WrongName;
      if (tailOf(other->name.view()) == tailOf(missing->name.view()) && missing->name.view() == other->name.view())
        state = Unexported;
    }
  }
  switch (state) {
  case NotFound:
    if (isPointerToInterface(t)) *cause = text("(type ", t, " is pointer to interface, not interface)");
    else if (auto* p = as<Pointer>(t); p && isTypeParam(p->elem))
      *cause = text("(type ", t, " is pointer to type parameter, not type parameter)");
    else *cause = text("(missing method ", missing, ")");
    break;
  case WrongName:
    *cause = text("(missing method ", missing, ")\n\t\thave ", funcText(other, otherType, env_.pkg), "\n\t\twant ",
                  funcText(missing, missingType, env_.pkg));
    break;
  case Unexported: *cause = text("(unexported method ", missing, ")"); break;
  case WrongSignature: {
    std::string h = funcText(other, otherType, env_.pkg), w = funcText(missing, missingType, env_.pkg);
    if (h == w) { // tell the packages apart
      h = funcText(other, otherType, nullptr);
      w = funcText(missing, missingType, nullptr);
    }
    *cause = text("(wrong type for method ", missing, ")");
    // Still the same: type parameters of one name.
    if (h != w) *cause += text("\n\t\thave ", h, "\n\t\twant ", w);
    break;
  }
  case Ambiguous: *cause = text("(ambiguous selector ", t, ".", missing, ")"); break;
  case PointerReceiver: *cause = text("(method ", missing, " has pointer receiver)"); break;
  case IsField: *cause = text("(", t, ".", missing, " is a field, not a method)"); break;
  case Ok: break;
  }
  return missing;
}

bool CheckerImpl::implements(Type* t, Type* iface, bool constraint, std::string* cause) {
  Type *tu = under(t), *iu = under(iface);
  if (isInvalid(tu) || isInvalid(iu)) return true;
  if (auto* p = cast<Pointer>(tu); p && isInvalid(under(p->elem))) return true;
  std::string_view verb = constraint ? "satisfy" : "implement";
  auto say = [&](auto&&... parts) {
    if (cause) *cause = text(parts...);
    return false;
  };
  auto* i = cast<Interface>(iu);
  if (!i) {
    if (isPointerToInterface(iface))
      return say(t, " does not ", verb, " ", iface, " (type ", iface, " is pointer to interface, not interface)");
    return say(t, " does not ", verb, " ", iface, " (", iface, " is not an interface)");
  }
  const TypeSet& want = typeSet(i);
  if (want.methods.empty() && want.allTypes && !want.comparable) return true;
  auto* own = cast<Interface>(tu);
  if (own && typeSet(own).isEmpty()) return true;
  if (want.isEmpty()) return say("cannot ", verb, " ", iface, " (empty type set)");
  std::string detail;
  if (missingMethod(t, iface, true, cause ? &detail : nullptr))
    return say(t, " does not ", verb, " ", iface, " ", detail);
  auto comparable = [&] {
    if (!want.comparable) return true;
    if (isComparable(t, false)) return true;
    if (constraint && isComparable(t, true)) {
      if (allows(20)) return true;
      return say(t, " to ", verb, " comparable ", versionSuffix(20));
    }
    return say(t, " does not ", verb, " comparable");
  };
  if (want.allTypes) return comparable();
  auto includes = [](const UnionTerm& outer, const UnionTerm& inner) {
    if (outer.tilde) return identical(under(outer.type), under(inner.type));
    return !inner.tilde && identical(outer.type, inner.type);
  };
  if (own) {
    const TypeSet& mine = typeSet(own);
    bool subset = !mine.allTypes;
    for (const UnionTerm& m : mine.terms) {
      bool any = false;
      for (const UnionTerm& w : want.terms) any = any || includes(w, m);
      subset = subset && any;
    }
    if (!subset) return say(t, " does not ", verb, " ", iface);
    return comparable();
  }
  Type* almost = nullptr;
  for (const UnionTerm& w : want.terms) {
    if (includes(w, {false, t})) return comparable();
    if (!almost && !w.tilde && identical(w.type, under(w.type)) && identical(w.type, tu)) almost = w.type;
  }
  if (almost)
    return say(t, " does not ", verb, " ", iface, " (possibly missing ~ for ", almost, " in ", iface, ")");
  if (mentionsTerm(i, t))
    return say(t, " does not ", verb, " ", iface, " (", iface, " mentions ", t, ", but ", t, " is not in the type set of ",
               iface, ")");
  // gc writes the terms with every package named.
  std::string terms;
  for (const UnionTerm& w : want.terms) {
    if (!terms.empty()) terms += " | ";
    if (w.tilde) terms += "~";
    writeType(terms, w.type, nullptr);
  }
  return say(t, " does not ", verb, " ", iface, " (", t, " missing in ", terms, ")");
}

} // namespace gossamer::sema
