#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

bool CheckerImpl::validIndex(Operand& x, std::string_view what, bool allowNegative) {
  if (!x.valid()) return false;
  convertUntyped(x, types_.basic(BasicKind::Int));
  if (!x.valid()) return false;
  if (!allBasic(x.type, basic::kInteger)) {
    error(x, DiagCode::Type, "invalid argument: ", what, " ", x, " must be integer");
    return false;
  }
  if (x.isConstant() && x.value) {
    if (!allowNegative && x.value.sign() < 0) {
      error(x, DiagCode::Constant, "invalid argument: ", what, " ", x, " must not be negative");
      return false;
    }
    if (!representableConst(x.value, types_.basic(BasicKind::Int), nullptr)) {
      error(x, DiagCode::Constant, "invalid argument: ", what, " ", x, " overflows int");
      return false;
    }
  }
  return true;
}

// -1: not constant; -2: an error was reported.
int64_t CheckerImpl::index(ast::Expr* e, int64_t max) {
  Operand x;
  expr(x, e);
  if (!validIndex(x, "index", false)) {
    e->mode = static_cast<uint8_t>(Mode::Invalid);
    return -2;
  }
  if (!x.isConstant() || !x.value) return -1;
  int64_t v = 0;
  if (!consts_.toInt(x.value).isInt64(&v)) return -2;
  if (max >= 0 && v >= max) {
    error(x, DiagCode::Constant, "invalid argument: index ", x.value, " out of bounds [0:", max, "]");
    return -2;
  }
  return v;
}

bool CheckerImpl::indexExpr(Operand& x, ast::IndexExpr* e) {
  exprOrType(x, e->x, true);
  if (x.mode == Mode::Value && x.type && !e->indices.empty())
    if (auto* sig = as<Signature>(x.type); sig && !sig->typeParams.empty()) return true;
  indexOperand(x, e);
  return false;
}

// x[i, j] is only for types and functions.
bool CheckerImpl::singleIndex(Operand& x, ast::IndexExpr* e) {
  if (e->indices.size() == 1) return true;
  if (!e->indices.empty()) error(e->indices[1], DiagCode::Type, "more than one index");
  x.mode = Mode::Invalid;
  return false;
}

void CheckerImpl::indexOperand(Operand& x, ast::IndexExpr* e) {
  switch (x.mode) {
  case Mode::Invalid: useExprs(e->indices); return;
  case Mode::Builtin:
    error(e->pos, DiagCode::Type, "cannot index ", x);
    useExprs(e->indices);
    x.mode = Mode::Invalid;
    return;
  case Mode::TypeExpr: {
    Type* t = instantiatedType(e->x, e->indices, e);
    x.mode = isInvalid(t) ? Mode::Invalid : Mode::TypeExpr;
    x.type = t;
    return;
  }
  default: break;
  }
  Type* t = x.type;
  int64_t length = -1;
  bool valid = false;
  Type* u = isTypeParam(t) ? nullptr : under(t);
  if (!u) {
    // Every type of the set can be indexed, by the same keys to the same elements.
    Type *key = nullptr, *elem = nullptr;
    Mode mode = Mode::Variable;
    bool good = everyUnder(t, [&](Type* v) {
      Type *k = nullptr, *el = nullptr;
      int64_t n = -1;
      if (auto* a = cast<Array>(v)) {
        el = a->elem;
        n = a->length;
        if (x.mode != Mode::Variable) mode = Mode::Value;
      } else if (auto* s = cast<Slice>(v)) {
        el = s->elem;
      } else if (auto* p = cast<Pointer>(v); p && as<Array>(p->elem)) {
        el = as<Array>(p->elem)->elem;
        n = as<Array>(p->elem)->length;
      } else if (auto* m = cast<Map>(v)) {
        k = m->key;
        el = m->elem;
      } else if (v && isString(v)) {
        el = types_.byteType();
        mode = Mode::Value;
      }
      if (!el) return false;
      if (!elem) {
        key = k;
        elem = el;
        length = n;
        return true;
      }
      if (!k != !key || (k && !identical(k, key)) || !identical(el, elem)) return false;
      if (n >= 0 && n < length) length = n;
      return true;
    });
    if (good && key) {
      if (!singleIndex(x, e)) return;
      Operand k;
      expr(k, e->indices[0]);
      assignment(k, key, "map index");
      x.mode = Mode::MapIndex;
      x.type = elem;
      return;
    }
    if (good) {
      x.mode = mode;
      x.type = elem;
      valid = true;
    }
  }
  if (u) {
    switch (u->kind) {
    case TypeKind::Basic:
      if (isString(u)) {
        valid = true;
        if (x.isConstant() && x.value) length = static_cast<int64_t>(x.value.stringValue().size());
        // A byte of a constant string is not itself constant.
        x.mode = Mode::Value;
        x.type = types_.byteType();
      }
      break;
    case TypeKind::Array:
      valid = true;
      length = static_cast<Array*>(u)->length;
      if (x.mode != Mode::Variable) x.mode = Mode::Value;
      x.type = static_cast<Array*>(u)->elem;
      break;
    case TypeKind::Pointer:
      if (auto* a = as<Array>(static_cast<Pointer*>(u)->elem)) {
        valid = true;
        length = a->length;
        x.mode = Mode::Variable;
        x.type = a->elem;
      }
      break;
    case TypeKind::Slice:
      valid = true;
      x.mode = Mode::Variable;
      x.type = static_cast<Slice*>(u)->elem;
      break;
    case TypeKind::Map: {
      if (!singleIndex(x, e)) return;
      auto* m = static_cast<Map*>(u);
      Operand key;
      expr(key, e->indices[0]);
      assignment(key, m->key, "map index");
      x.mode = Mode::MapIndex;
      x.type = m->elem;
      return;
    }
    default: break;
    }
  }
  if (!valid) {
    error(e->pos, DiagCode::Type, "cannot index ", x);
    useExprs(e->indices);
    x.mode = Mode::Invalid;
    return;
  }
  if (!singleIndex(x, e)) return;
  if (isInvalid(x.type)) x.mode = Mode::Invalid;
  index(e->indices[0], length);
}

void CheckerImpl::sliceExpr(Operand& x, ast::SliceExpr* e) {
  expr(x, e->x);
  auto useIndices = [&] {
    for (ast::Expr* i : {e->low, e->high, e->max})
      if (i) {
        Operand ignored;
        rawExpr(ignored, i, nullptr, false);
      }
  };
  if (!x.valid()) {
    useIndices();
    return;
  }
  bool valid = false;
  int64_t length = -1;
  Type* core = coreString(x.type);
  if (!core) {
    std::string why = text("no specific type in ", x.type);
    if (auto* i = cast<Interface>(under(x.type)); i && !typeSet(i).isEmpty())
      for (const UnionTerm& term : typeSet(i).terms)
        if (Type* first = typeSet(i).terms[0].type; !identical(under(first), under(term.type))) {
          why = text(first, " and ", term.type, " have different underlying types");
          break;
        }
    error(x, DiagCode::Type, "cannot slice ", x, ": ", why);
    useIndices();
    x.mode = Mode::Invalid;
    return;
  }
  switch (core->kind) {
  case TypeKind::Basic:
    if (isString(core)) {
      if (e->full) {
        error(e->max ? posOf(e->max) : e->rbracket, DiagCode::Type, "invalid operation: 3-index slice of string");
        useIndices();
        x.mode = Mode::Invalid;
        return;
      }
      valid = true;
      if (x.isConstant() && x.value) length = static_cast<int64_t>(x.value.stringValue().size());
      // Slicing an untyped string gives a string.
      if (isUntyped(x.type)) {
        updateExprType(x.expr, types_.basic(BasicKind::String), true);
        x.type = types_.basic(BasicKind::String);
      }
    }
    break;
  case TypeKind::Array: {
    auto* a = static_cast<Array*>(core);
    valid = true;
    length = a->length;
    if (x.mode != Mode::Variable) {
      error(x, DiagCode::Type, "cannot slice unaddressable value ", x);
      useIndices();
      x.mode = Mode::Invalid;
      return;
    }
    markAddrTaken(e->x);
    x.type = types_.slice(a->elem);
    break;
  }
  case TypeKind::Pointer:
    if (auto* a = as<Array>(static_cast<Pointer*>(core)->elem)) {
      valid = true;
      length = a->length;
      x.type = types_.slice(a->elem);
    }
    break;
  case TypeKind::Slice: valid = true; break;
  default: break;
  }
  if (!valid) {
    error(x, DiagCode::Type, "cannot slice ", x);
    useIndices();
    x.mode = Mode::Invalid;
    return;
  }
  x.mode = Mode::Value;
  if (e->full && (!e->high || !e->max)) {
    errorsSeen_++; // the parser said so
    x.mode = Mode::Invalid;
    return;
  }
  int64_t values[3] = {-1, -1, -1};
  ast::Expr* parts[3] = {e->low, e->high, e->max};
  for (int i = 0; i < 3; i++) {
    if (!parts[i]) {
      if (i == 0) values[0] = 0;
      else if (i == 1 && length >= 0) values[1] = length;
      continue;
    }
    // One past the end is fine for a slice bound.
    int64_t v = index(parts[i], length >= 0 ? length + 1 : -1);
    if (v >= 0) values[i] = v;
    else values[i] = -1;
  }
  // Constant bounds must be in order.
  for (int i = 0; i < 3; i++) {
    if (values[i] <= 0) continue;
    for (int j = i + 1; j < 3; j++) {
      if (values[j] < 0 || (j == 2 && !e->max)) continue;
      if (values[i] > values[j]) {
        ast::Expr* at = parts[j] ? parts[j] : parts[i];
        error(at, DiagCode::Constant, "invalid slice indices: ", values[j], " < ", values[i]);
        return;
      }
    }
  }
}

} // namespace gossamer::sema
