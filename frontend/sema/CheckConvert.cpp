#include "frontend/sema/Checker-internal.h"

#include <cmath>

namespace gossamer::sema {

void appendRune(std::string& out, uint32_t r) {
  if (r > 0x10FFFF || (r >= 0xD800 && r < 0xE000)) r = 0xFFFD;
  if (r < 0x80) {
    out += static_cast<char>(r);
  } else if (r < 0x800) {
    out += static_cast<char>(0xC0 | r >> 6);
    out += static_cast<char>(0x80 | (r & 0x3F));
  } else if (r < 0x10000) {
    out += static_cast<char>(0xE0 | r >> 12);
    out += static_cast<char>(0x80 | (r >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (r & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | r >> 18);
    out += static_cast<char>(0x80 | (r >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (r >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (r & 0x3F));
  }
}

namespace {

unsigned widthOf(BasicKind k) {
  switch (k) {
  case BasicKind::Int8:
  case BasicKind::Uint8: return 8;
  case BasicKind::Int16:
  case BasicKind::Uint16: return 16;
  case BasicKind::Int32:
  case BasicKind::Uint32: return 32;
  default: return 64;
  }
}

bool intFits(Constant c, BasicKind k, bool isUnsigned) {
  unsigned width = widthOf(k);
  if (isUnsigned) {
    uint64_t u = 0;
    return c.isUint64(&u) && (width == 64 || u >> width == 0);
  }
  int64_t v = 0;
  if (!c.isInt64(&v)) return false;
  if (width == 64) return true;
  int64_t limit = int64_t(1) << (width - 1);
  return v >= -limit && v < limit;
}

} // namespace

// Spec "Representability".
bool CheckerImpl::representableConst(Constant c, Basic* t, Constant* rounded) {
  if (!c) return true; // unknown: an error was reported
  auto set = [&](Constant v) {
    if (rounded) *rounded = v;
    return static_cast<bool>(v);
  };
  bool number = c.kind() == ConstantKind::Int || c.kind() == ConstantKind::Float || c.kind() == ConstantKind::Complex;
  if (t->info & basic::kInteger) {
    if (!number) return false;
    Constant i = consts_.toInt(c);
    if (!i) return false;
    if (t->info & basic::kUntyped) return set(i);
    return intFits(i, t->basic, t->info & basic::kUnsigned) && set(i);
  }
  if (t->info & basic::kFloat) {
    if (!number) return false;
    Constant f = consts_.toFloat(c);
    if (!f) return false;
    if (t->basic == BasicKind::Float32) return set(consts_.roundFloat32(f));
    if (t->basic == BasicKind::Float64) return set(consts_.roundFloat64(f));
    return set(f);
  }
  if (t->info & basic::kComplex) {
    if (!number) return false;
    if (t->info & basic::kUntyped) return set(c);
    Constant re = consts_.real(c), im = consts_.imag(c);
    bool narrow = t->basic == BasicKind::Complex64;
    re = narrow ? consts_.roundFloat32(re) : consts_.roundFloat64(re);
    im = narrow ? consts_.roundFloat32(im) : consts_.roundFloat64(im);
    return re && im && set(consts_.makeComplex(re, im));
  }
  if (t->info & basic::kString) return c.kind() == ConstantKind::String;
  if (t->info & basic::kBoolean) return c.kind() == ConstantKind::Bool;
  return false;
}

bool CheckerImpl::representable(Operand& x, Basic* t, Constant* rounded, char* why) {
  *rounded = x.value;
  if (representableConst(x.value, t, rounded)) return true;
  if (isNumeric(x.type) && (t->info & basic::kNumeric))
    *why = !isInteger(x.type) && (t->info & basic::kInteger) ? kTruncated : kOverflows;
  else *why = kMismatch;
  return false;
}

void CheckerImpl::reportRepresent(Operand& x, Type* t, char why) {
  switch (why) {
  case kTruncated: error(x, DiagCode::Constant, x, " truncated to ", t); break;
  case kOverflows: error(x, DiagCode::Constant, x, " overflows ", t); break;
  default: error(x, DiagCode::Type, "cannot convert ", x, " to type ", t); break;
  }
}

void CheckerImpl::representableOrReport(Operand& x, Basic* t) {
  Constant rounded;
  char why = 0;
  if (representable(x, t, &rounded, &why)) {
    x.value = rounded;
    return;
  }
  reportRepresent(x, t, why);
  x.mode = Mode::Invalid;
}

Type* CheckerImpl::defaultTypeOf(Type* t) {
  if (t->kind != TypeKind::Basic) return t;
  switch (static_cast<Basic*>(t)->basic) {
  case BasicKind::UntypedBool: return types_.basic(BasicKind::Bool);
  case BasicKind::UntypedInt: return types_.basic(BasicKind::Int);
  case BasicKind::UntypedRune: return types_.runeType();
  case BasicKind::UntypedFloat: return types_.basic(BasicKind::Float64);
  case BasicKind::UntypedComplex: return types_.basic(BasicKind::Complex128);
  case BasicKind::UntypedString: return types_.basic(BasicKind::String);
  default: return t;
  }
}

// The later kind of int, rune, float, complex wins; others must agree.
Type* CheckerImpl::widerUntyped(Type* x, Type* y) {
  auto *a = static_cast<Basic*>(x), *b = static_cast<Basic*>(y);
  if (a == b) return a;
  if ((a->info & basic::kNumeric) && (b->info & basic::kNumeric)) return a->basic > b->basic ? a : b;
  return nullptr;
}

Type* CheckerImpl::implicitType(Operand& x, Type* target, Constant* value, char* why) {
  *why = kMismatch;
  if (!x.valid() || isTyped(x.type) || isInvalid(target)) return x.type;
  if (isUntyped(target)) {
    return widerUntyped(x.type, target);
  }
  if (x.isNil()) return hasNil(target) ? target : nullptr;
  if (isTypeParam(target)) {
    auto* i = cast<Interface>(under(target));
    if (!i) return nullptr;
    const TypeSet& s = typeSet(i);
    if (s.allTypes || s.terms.empty()) return nullptr;
    for (const UnionTerm& u : s.terms) {
      Constant ignored;
      char any = 0;
      if (!implicitType(x, under(u.type), &ignored, &any)) return nullptr;
    }
    return target;
  }
  Type* u = under(target);
  if (auto* b = cast<Basic>(u)) {
    if (x.isConstant()) {
      Constant rounded;
      if (!representable(x, b, &rounded, why)) return nullptr;
      if (value) *value = rounded;
      return target;
    }
    switch (static_cast<Basic*>(x.type)->basic) {
    case BasicKind::UntypedBool: return b->info & basic::kBoolean ? target : nullptr;
    case BasicKind::UntypedInt:
    case BasicKind::UntypedRune:
    case BasicKind::UntypedFloat:
    case BasicKind::UntypedComplex: return b->info & basic::kNumeric ? target : nullptr;
    case BasicKind::UntypedString: return b->info & basic::kString ? target : nullptr;
    default: return nullptr;
    }
  }
  if (auto* i = cast<Interface>(u)) {
    // Only an interface without methods takes an untyped value: in its default type.
    const TypeSet& s = typeSet(i);
    return s.methods.empty() && s.allTypes ? defaultTypeOf(x.type) : nullptr;
  }
  return nullptr;
}

void CheckerImpl::convertUntyped(Operand& x, Type* target) {
  if (!x.valid() || isTyped(x.type) || isInvalid(target)) return;
  Constant value = x.value;
  char why = 0;
  Type* t = implicitType(x, target, &value, &why);
  if (!t) {
    Type* shown = isTypeParam(target) ? target : under(target);
    reportRepresent(x, shown, why);
    x.mode = Mode::Invalid;
    return;
  }
  if (x.isConstant()) x.value = value;
  if (t != x.type) {
    x.type = t;
    updateExprType(x.expr, t, isTyped(t));
    if (x.isConstant() && x.expr) record(x);
  }
}

// Hands the type an untyped expression takes on down to the operands that take part in it: operands before their operator,
// left before right, as complaints are to come. Left spines may be long: a loop.
void CheckerImpl::updateExprType(ast::Expr* e, Type* t, bool final) {
  std::vector<ast::Expr*> spine;
  while (e && e->type && isUntyped(e->type) && modeOf(*e) != Mode::Invalid) {
    ast::Expr* next = nullptr;
    if (e->kind == ast::Kind::ParenExpr) {
      next = e->as<ast::ParenExpr>()->x;
    } else if (!e->constant) {
      if (auto* u = e->as<ast::UnaryExpr>()) next = u->x;
      // A comparison's operands have nothing to do with its result.
      else if (auto* b = e->as<ast::BinaryExpr>(); b && ast::precedence(b->op) != 3) next = b->x;
    }
    if (!next && spine.empty()) return takeType(e, t, final);
    spine.push_back(e);
    e = next;
  }
  while (!spine.empty()) {
    e = spine.back();
    spine.pop_back();
    if (auto* b = e->constant ? nullptr : e->as<ast::BinaryExpr>())
      if (ast::precedence(b->op) != 3 && b->op != ast::Op::Shl && b->op != ast::Op::Shr) updateExprType(b->y, t, final);
    takeType(e, t, final);
  }
}

void CheckerImpl::takeType(ast::Expr* e, Type* t, bool final) {
  if (final && (e->flags & kFlagShiftOperand) && !allBasic(t, basic::kInteger)) {
    error(e, DiagCode::Type, "invalid operation: shifted operand ", e, " (type ", t, ") must be integer");
    e->mode = static_cast<uint8_t>(Mode::Invalid);
    return;
  }
  // A constant below an operator is converted by itself: 1<<s + 300 as a uint8 overflows.
  if (final && e->constant && isConstType(t)) {
    Operand c;
    c.mode = Mode::Constant;
    c.expr = e;
    c.type = e->type;
    c.value = *e->constant;
    representableOrReport(c, static_cast<Basic*>(under(t)));
    if (!c.valid()) {
      e->mode = static_cast<uint8_t>(Mode::Invalid);
      return;
    }
  }
  e->type = t;
}

// Spec "Assignability".
bool CheckerImpl::assignable(const Operand& x, Type* t, std::string* cause) {
  if (!x.valid() || isInvalid(t)) return true;
  Type *v = unalias(x.type), *written = t;
  t = unalias(t);
  if (identical(v, t)) return true;
  if (isUntyped(v)) {
    char why = 0;
    Operand copy = x;
    return implicitType(copy, t, nullptr, &why) != nullptr;
  }
  Type *vu = under(v), *tu = under(t);
  bool vParam = isTypeParam(v), tParam = isTypeParam(t);
  if (!vParam && !tParam && (!isNamed(v) || !isNamed(t)) && identical(vu, tu)) return true;
  bool toInterface = tu->kind == TypeKind::Interface && !tParam;
  bool toInterfacePointer = tu->kind == TypeKind::Pointer && isInterface(static_cast<Pointer*>(tu)->elem);
  if (toInterface || toInterfacePointer) {
    if (implements(v, t, false, cause)) return true;
    if (!vParam) return false;
    if (cause) cause->clear();
  }
  if (vu->kind == TypeKind::Interface && !vParam) {
    if (implements(t, v, false, nullptr)) {
      if (cause) *cause = "need type assertion";
      return false;
    }
  }
  if (auto* vc = cast<Chan>(vu); vc && !vParam && vc->dir == ChanDir::Both) {
    if (auto* tc = cast<Chan>(tu); tc && !tParam && identical(vc->elem, tc->elem))
      return !isNamed(v) || !isNamed(t);
  }
  // A type parameter on one side: every type of its set must do, the other side being unnamed.
  if (tParam && !isNamed(v))
    return everyTerm(t, [&](Type* u) {
      if (assignable(x, u, cause)) return true;
      nestCause(cause, "cannot assign ", x.type, " to ", u, " (in ", t, ")");
      return false;
    });
  if (vParam && !isNamed(t))
    return everyTerm(v, [&](Type* u) {
      Operand y = x;
      y.type = u;
      if (assignable(y, t, cause)) return true;
      nestCause(cause, "cannot assign ", u, " (in ", v, ") to ", written);
      return false;
    });
  return false;
}

// Checks that x can be assigned to a variable of type t (null: of x's default type) and converts it.
void CheckerImpl::assignment(Operand& x, Type* t, Context context) {
  if (!singleValue(x)) return;
  if (!x.valid()) return;
  switch (x.mode) {
  case Mode::Constant:
  case Mode::Variable:
  case Mode::MapIndex:
  case Mode::Value:
  case Mode::Nil:
  case Mode::CommaOk: break;
  default:
    error(x, DiagCode::Type, "cannot assign ", x, " to ", t ? text(t) : std::string("_"), " in ", context);
    x.mode = Mode::Invalid;
    return;
  }
  if (x.isNil() && isUntyped(x.type)) {
    if (!t) {
      error(x, DiagCode::Type, "use of untyped nil in ", context);
      x.mode = Mode::Invalid;
      return;
    }
    if (isInvalid(t)) {
      x.mode = Mode::Invalid;
      return;
    }
    if (!hasNil(t)) {
      error(x, DiagCode::Type, "cannot use nil as ", t, " value in ", context);
      x.mode = Mode::Invalid;
      return;
    }
    x.type = t;
    updateExprType(x.expr, t, true);
    return;
  }
  if (isUntyped(x.type)) {
    Type* target = t;
    if (!t || (isInterface(t) && !isTypeParam(t))) target = defaultTypeOf(x.type);
    if (t && isInvalid(t)) {
      x.mode = Mode::Invalid;
      return;
    }
    Constant value = x.value;
    char why = 0;
    Type* fit = implicitType(x, target, &value, &why);
    if (!fit) {
      std::string message = text("cannot use ", x, " as ", target, " value in ", context);
      if (why == kTruncated) message += " (truncated)";
      if (why == kOverflows) message += " (overflows)";
      report(posOf(x), DiagCode::Type, std::move(message));
      x.mode = Mode::Invalid;
      return;
    }
    if (x.isConstant()) x.value = value;
    if (fit != x.type) {
      x.type = fit;
      updateExprType(x.expr, fit, true);
      if (x.expr && modeOf(*x.expr) == Mode::Invalid) {
        x.mode = Mode::Invalid;
        return;
      }
      if (x.isConstant() && x.expr) record(x);
    }
  }
  if (auto* sig = cast<Signature>(unalias(x.type)); sig && !sig->typeParams.empty()) {
    error(x, DiagCode::Type, "cannot use generic function ", x.expr, " without instantiation in ", context);
    x.mode = Mode::Invalid;
    return;
  }
  if (!t) return;
  std::string cause;
  if (assignable(x, t, &cause)) return;
  if (cause.empty()) error(x, DiagCode::Type, "cannot use ", x, " as ", t, " value in ", context);
  else error(x, DiagCode::Type, "cannot use ", x, " as ", t, " value in ", context, ": ", cause);
  x.mode = Mode::Invalid;
}

// Spec "Conversions".
bool CheckerImpl::convertible(const Operand& x, Type* t, std::string* cause) {
  if (assignable(x, t, cause)) return true;
  Type *v = unalias(x.type), *written = t;
  t = unalias(t);
  bool vParam = isTypeParam(v), tParam = isTypeParam(t);
  if (vParam || tParam) {
    Operand y = x;
    if (vParam && tParam)
      return everyTerm(v, [&](Type* from) {
        return everyTerm(t, [&](Type* to) {
          y.type = from;
          if (convertible(y, to, cause)) return true;
          nestCause(cause, "cannot convert ", from, " (in ", v, ") to type ", to, " (in ", t, ")");
          return false;
        });
      });
    if (vParam)
      return everyTerm(v, [&](Type* from) {
        y.type = from;
        if (convertible(y, t, cause)) return true;
        nestCause(cause, "cannot convert ", from, " (in ", v, ") to type ", written);
        return false;
      });
    return everyTerm(t, [&](Type* to) {
      if (convertible(y, to, cause)) return true;
      nestCause(cause, "cannot convert ", x.type, " to type ", to, " (in ", t, ")");
      return false;
    });
  }
  Type *vu = under(v), *tu = under(t);
  if (identicalIgnoreTags(vu, tu)) return true;
  if (auto *vptr = cast<Pointer>(unalias(v)), *tptr = cast<Pointer>(unalias(t)); vptr && tptr)
    if (identicalIgnoreTags(under(vptr->elem), under(tptr->elem)) && !isTypeParam(vptr->elem) && !isTypeParam(tptr->elem))
      return true;
  constexpr uint16_t kReal = basic::kInteger | basic::kFloat;
  if (isBasic(v, kReal) && isBasic(t, kReal)) return true;
  if (isComplex(v) && isComplex(t)) return true;
  if (isString(t) && (isInteger(v) || isBytesOrRunes(v))) return true;
  if (isString(v) && isBytesOrRunes(t)) return true;
  bool vUnsafe = basicKind(v) == BasicKind::UnsafePointer, tUnsafe = basicKind(t) == BasicKind::UnsafePointer;
  if ((vu->kind == TypeKind::Pointer || basicKind(v) == BasicKind::Uintptr) && tUnsafe) return true;
  if (vUnsafe && (tu->kind == TypeKind::Pointer || basicKind(t) == BasicKind::Uintptr)) return true;
  if (auto* s = cast<Slice>(vu)) {
    if (auto* a = cast<Array>(tu); a && identical(s->elem, a->elem)) {
      if (allows(20)) return true;
      if (cause) *cause = "conversion of slice to array " + versionSuffix(20);
      return false;
    }
    if (auto* p = cast<Pointer>(tu))
      if (auto* a = as<Array>(p->elem); a && identical(s->elem, a->elem)) {
        if (allows(17)) return true;
        if (cause) *cause = "conversion of slice to array pointer " + versionSuffix(17);
        return false;
      }
  }
  return false;
}

void CheckerImpl::conversion(Operand& x, Type* t) {
  bool constantArg = x.isConstant() && isConstType(x.type);
  bool ok = false;
  std::string cause;
  // What T(c) is worth when both are of basic kind.
  auto constantTo = [&](Basic* b, Constant* out) {
    if (representableConst(x.value, b, out)) return true;
    if (isInteger(x.type) && (b->info & basic::kString)) {
      int64_t v = 0;
      std::string bytes;
      appendRune(bytes, x.value.isInt64(&v) && v >= 0 && v <= 0x10FFFF ? static_cast<uint32_t>(v) : 0xFFFD);
      *out = consts_.copyString(bytes);
      return true;
    }
    return false;
  };
  if (constantArg && isConstType(t)) {
    Constant value = x.value;
    ok = constantTo(static_cast<Basic*>(under(t)), &value);
    if (ok) {
      x.value = value;
    } else if (Constant whole = isInteger(t) ? consts_.toInt(x.value) : Constant(); whole && !isInteger(x.type)) {
      x.value = whole; // as the message shows it
    } else if (isInteger(x.type) && isInteger(t)) {
      error(x, DiagCode::Constant, "constant ", x.value, " overflows ", t);
      x.mode = Mode::Invalid;
      return;
    }
  } else if (constantArg && isTypeParam(t)) {
    ok = everyUnder(t, [&](Type* u) {
      if (!u) {
        cause = text(t, " does not contain specific types");
        return false;
      }
      if (isString(x.type) && isBytesOrRunes(u)) return true;
      Constant ignored = x.value;
      if (auto* b = cast<Basic>(u); b && isConstType(b) && constantTo(b, &ignored)) return true;
      if (isInteger(x.type) && isInteger(u)) cause = text("constant ", x.value, " overflows ", u, " (in ", t, ")");
      else cause = text("cannot convert ", x, " to type ", u, " (in ", t, ")");
      return false;
    });
    x.mode = Mode::Value;
  } else if (convertible(x, t, &cause)) {
    ok = true;
    x.mode = Mode::Value;
  }
  if (!ok) {
    if (cause.empty()) error(x, DiagCode::Type, "cannot convert ", x, " to type ", t);
    else error(x, DiagCode::Type, "cannot convert ", x, " to type ", t, ": ", cause);
    x.mode = Mode::Invalid;
    return;
  }
  if (isUntyped(x.type)) {
    Type* final = t;
    // Converted to a non-constant type, an untyped constant first takes its default type.
    if ((isInterface(t) && !isTypeParam(t)) || (constantArg && !isConstType(t))) final = defaultTypeOf(x.type);
    else if (constantArg && isInteger(x.type) && isString(t)) final = x.type;
    if (x.expr && x.expr->type && isBasic(x.expr->type, basic::kUntyped) &&
        static_cast<Basic*>(x.expr->type)->basic == BasicKind::UntypedNil)
      final = t;
    updateExprType(x.expr, final, isTyped(final));
  }
  x.type = t;
}

} // namespace gossamer::sema
