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

void CheckerImpl::indexOperand(Operand& x, ast::IndexExpr* e) {
  switch (x.mode) {
  case Mode::Invalid: useExprs(e->indices); return;
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
  Type* u = isTypeParam(t) ? coreString(t) : under(t);
  if (!u && isTypeParam(t)) {
    // Without a core type indexing still works when every type of the set can be indexed to the same element type.
    auto* i = cast<Interface>(under(t));
    const TypeSet* s = i ? &typeSet(i) : nullptr;
    Type* elem = nullptr;
    bool good = s && !s->allTypes && !s->terms.empty(), addressable = true;
    for (size_t k = 0; good && k < s->terms.size(); k++) {
      Type* tu = under(s->terms[k].type);
      Type* el = nullptr;
      if (auto* a = cast<Array>(tu)) {
        el = a->elem;
        length = length < 0 ? a->length : std::min(length, a->length);
        addressable = addressable && x.mode == Mode::Variable;
      } else if (auto* sl = cast<Slice>(tu)) {
        el = sl->elem;
      } else if (auto* p = cast<Pointer>(tu); p && as<Array>(p->elem)) {
        el = as<Array>(p->elem)->elem;
      } else if (isString(tu)) {
        el = types_.byteType();
        addressable = false;
      }
      good = el && (!elem || identical(elem, el));
      elem = el;
    }
    if (good) {
      x.mode = addressable ? Mode::Variable : Mode::Value;
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
      if (e->indices.size() != 1) {
        if (!e->indices.empty()) error(e->indices[1], DiagCode::Syntax, "unexpected comma; expecting ]");
        x.mode = Mode::Invalid;
        return;
      }
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
  if (e->indices.size() != 1) {
    if (e->indices.empty()) error(e, DiagCode::Syntax, "missing index");
    else error(e->indices[1], DiagCode::Syntax, "unexpected comma; expecting ]");
    x.mode = Mode::Invalid;
    return;
  }
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
    error(x, DiagCode::Type, "invalid operation: cannot slice ", x, ": ", x.type, " has no core type");
    useIndices();
    x.mode = Mode::Invalid;
    return;
  }
  switch (core->kind) {
  case TypeKind::Basic:
    if (isString(core)) {
      if (e->full) {
        Pos at = e->max ? posOf(e->max) : posOf(e);
        (void)at;
        error(e, DiagCode::Type, "invalid operation: 3-index slice of string");
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
    error(e->rbracket, DiagCode::Syntax, e->high ? "final" : "middle", " index required in 3-index slice");
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
