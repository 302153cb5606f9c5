#include "frontend/sema/Checker-internal.h"

#include <algorithm>

namespace gossamer::sema {

using ast::Kind;

namespace {

int64_t alignUp(int64_t n, int64_t a) { return (n + a - 1) / a * a; }

} // namespace

// Sizes are those of a 64-bit machine; -1: not known before instantiation.
int64_t CheckerImpl::alignOf(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
  case TypeKind::Array: return alignOf(static_cast<Array*>(u)->elem);
  case TypeKind::Struct: {
    auto* s = static_cast<Struct*>(u);
    if (auto known = structAligns_.find(s); known != structAligns_.end()) return known->second;
    int64_t a = 1;
    for (Object* f : s->fields) a = std::max(a, alignOf(f->type));
    if (resolveDepth_ == 0) structAligns_[s] = a;
    return a;
  }
  case TypeKind::Basic:
    switch (static_cast<Basic*>(u)->basic) {
    case BasicKind::String:
    case BasicKind::Complex128: return 8;
    case BasicKind::Complex64: return 4;
    default: return std::clamp<int64_t>(sizeOf(u), 1, 8);
    }
  default: return 8;
  }
}

int64_t CheckerImpl::offsetOf(Struct* s, size_t field) {
  int64_t at = 0;
  for (size_t i = 0; i <= field && i < s->fields.size(); i++) {
    at = alignUp(at, alignOf(s->fields[i]->type));
    if (i == field) return at;
    at = std::min(at + sizeOf(s->fields[i]->type), kMaxTypeSize + 1);
  }
  return at;
}

void CheckerImpl::checkSize(ast::Node* where, Type* t) {
  auto check = [this, where, t] {
    if (!isInvalid(t) && sizeOf(t) >= kMaxTypeSize) error(where, DiagCode::Type, "type ", t, " larger than address space");
  };
  // Twice later: behind the search for types that contain themselves, which have no size.
  if (resolveDepth_ > 0) later([this, check] { later(check); });
  else check();
}

int64_t CheckerImpl::sizeOf(Type* t) {
  Type* u = under(t);
  switch (u->kind) {
  case TypeKind::Basic:
    switch (static_cast<Basic*>(u)->basic) {
    case BasicKind::Bool:
    case BasicKind::Int8:
    case BasicKind::Uint8: return 1;
    case BasicKind::Int16:
    case BasicKind::Uint16: return 2;
    case BasicKind::Int32:
    case BasicKind::Uint32:
    case BasicKind::Float32: return 4;
    case BasicKind::Complex128:
    case BasicKind::String: return 16;
    default: return 8;
    }
  case TypeKind::Array: {
    auto* a = static_cast<Array*>(u);
    int64_t n = std::max<int64_t>(a->length, 0), size = 0;
    if (__builtin_mul_overflow(sizeOf(a->elem), n, &size)) return kMaxTypeSize + 1;
    return std::min(size, kMaxTypeSize + 1);
  }
  case TypeKind::Slice: return 24;
  case TypeKind::Struct: {
    auto* s = static_cast<Struct*>(u);
    if (s->fields.empty()) return 0;
    if (auto known = structSizes_.find(s); known != structSizes_.end()) return known->second;
    size_t last = s->fields.size() - 1;
    int64_t end = offsetOf(s, last), size = sizeOf(s->fields[last]->type);
    // A zero-size field at the end is padded so that its address stays inside.
    if (size == 0 && end > 0) size = 1;
    if (__builtin_add_overflow(end, size, &size) || size > kMaxTypeSize) size = kMaxTypeSize + 1;
    size = alignUp(size, alignOf(u));
    if (resolveDepth_ == 0) structSizes_[s] = size;
    return size;
  }
  case TypeKind::Interface: return 16;
  default: return 8;
  }
}

namespace {

bool sizeIsConstant(Type* t, std::unordered_set<Type*>& seen) {
  if (isTypeParam(t)) return false;
  Type* u = under(t);
  if (u->kind != TypeKind::Array && u->kind != TypeKind::Struct) return true;
  if (nativeStackLow() || !seen.insert(u).second) return true;
  if (auto* a = cast<Array>(u)) return sizeIsConstant(a->elem, seen);
  auto& fields = static_cast<Struct*>(u)->fields;
  return std::all_of(fields.begin(), fields.end(), [&](Object* f) { return sizeIsConstant(f->type, seen); });
}

} // namespace

// False when the size depends on type parameters.
bool CheckerImpl::constantSize(Type* t) {
  std::unordered_set<Type*> seen;
  return sizeIsConstant(t, seen);
}

// complex, real and imag would need a type that is a function of a type parameter, which Go does not have. False if not even
// the parameter's types would do.
bool CheckerImpl::partsUnsupported(const Operand& x, std::string_view name, BasicKind narrow, BasicKind wide) {
  bool fits = everyUnder(x.type, [&](Type* u) { return u && (basicKind(u) == narrow || basicKind(u) == wide); });
  if (!fits) return false;
  error(x, DiagCode::Type, x, " not supported as argument to built-in ", name, " for go1.18 (see go.dev/issue/50937)");
  return true;
}

// The element type of a slice, or of all slices of a type parameter's set; null with the reason.
Type* CheckerImpl::sliceElement(const Operand& x, std::string& why) {
  Type* elem = nullptr;
  bool ok = everyUnder(x.type, [&](Type* u) {
    auto* s = cast<Slice>(u);
    if (!s) why = x.isNil() ? "argument must be a slice; have untyped nil" : text("argument must be a slice; have ", x);
    else if (elem && !identical(elem, s->elem))
      why = text("mismatched slice element types ", elem, " and ", s->elem, " in ", x);
    else {
      elem = s->elem;
      return true;
    }
    return false;
  });
  return ok ? elem : nullptr;
}

// Whether all t stands for are byte slices or strings.
bool CheckerImpl::bytesOrString(Type* t) {
  return everyUnder(t, [](Type* u) {
    auto* s = cast<Slice>(u);
    return u && (isString(u) || (s && unalias(s->elem)->kind == TypeKind::Basic && basicKind(s->elem) == BasicKind::Uint8));
  });
}

bool CheckerImpl::builtinCall(Operand& x, ast::CallExpr* e, BuiltinId id) {
  struct Row {
    std::string_view name;
    size_t min;
    bool more;
  };
  static constexpr Row kRows[] = {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind) {name, minArgs, variadic},
#include "frontend/sema/Builtins.def"
  };
  const Row& row = kRows[static_cast<size_t>(id)];
  std::string_view name = row.name;

  if (e->hasDots && id != BuiltinId::Append) {
    error(e, DiagCode::Type, "invalid operation: invalid use of ... with built-in ", name);
    useExprs(e->args);
    return false;
  }
  // len(f()) and cap(f()) are constant unless there is a call inside: look at this call's arguments only.
  bool outerCall = env_.hasCallOrRecv;
  if (id == BuiltinId::Len || id == BuiltinId::Cap) env_.hasCallOrRecv = false;
  struct Restore {
    bool& flag;
    bool outer, on;
    ~Restore() {
      if (on) flag = outer || flag;
    }
  } restore{env_.hasCallOrRecv, outerCall, id == BuiltinId::Len || id == BuiltinId::Cap};

  std::vector<Operand> args;
  bool typeFirst = id == BuiltinId::Make || id == BuiltinId::New;
  size_t nargs = e->args.size();
  if (!typeFirst && id != BuiltinId::UnsafeOffsetof) {
    args = operandList(e->args, false, nullptr);
    nargs = args.size();
    for (Operand& a : args) {
      if (!a.valid()) return false;
      if (auto* s = cast<Signature>(unalias(a.type)); s && !s->typeParams.empty()) {
        error(a, DiagCode::Type, "cannot use generic function ", a.expr, " without instantiation");
        return false;
      }
    }
    if (nargs > 0) x = args[0];
  }
  if (nargs < row.min || (!row.more && nargs > row.min)) {
    std::string_view what = nargs < row.min ? "not enough" : "too many";
    error(e, DiagCode::Type, "invalid operation: ", what, " arguments for ", static_cast<ast::Expr*>(e), " (expected ",
          row.min, ", found ", nargs, ")");
    if (typeFirst) useExprs(e->args);
    return false;
  }
  auto result = [&](Type* t) {
    x.mode = Mode::Value;
    x.type = t;
    x.value = Constant();
    return true;
  };
  auto noValue = [&] {
    x.mode = Mode::NoValue;
    x.type = nullptr;
    return true;
  };

  switch (id) {
  case BuiltinId::Append: {
    Type* s = x.type;
    if (x.isNil() && isUntyped(s)) {
      error(x, DiagCode::Type, "invalid append: argument must be a slice; have untyped nil");
      return false;
    }
    std::string why;
    Type* elem = sliceElement(x, why);
    // append([]byte, string...), whatever of the two their types stand for.
    bool bytes = (elem && basicKind(elem) == BasicKind::Uint8) ||
                 (isTypeParam(s) && bytesOrString(s) && !allBasic(s, basic::kString));
    if (nargs == 2 && e->hasDots && elem && bytes && bytesOrString(args[1].type)) {
      bool text = false;
      everyUnder(args[1].type, [&](Type* u) {
        text = text || (u && isString(u));
        return true;
      });
      if (text) {
        if (isUntyped(args[1].type)) convertUntyped(args[1], types_.basic(BasicKind::String));
        return result(s);
      }
    }
    if (!elem) {
      error(x, DiagCode::Type, "invalid append: ", why);
      return false;
    }
    if (e->hasDots) {
      if (nargs != 2) {
        // As a call of func(S, ...E) S would be refused.
        std::vector<Type*> have, want{s, types_.slice(elem)};
        for (Operand& a : args) have.push_back(a.type);
        error(nargs < 2 ? args.back() : args[2], DiagCode::Type, nargs < 2 ? "not enough" : "too many",
              " arguments in call to ", e->fun, "\n\thave ", typesSummary(have, false, true), "\n\twant ",
              typesSummary(want, true, false));
        return false;
      }
      assignment(args[1], types_.slice(elem), Context("argument to ", e->fun));
    } else {
      for (size_t i = 1; i < nargs; i++) assignment(args[i], elem, Context("argument to ", e->fun));
    }
    return result(s);
  }

  case BuiltinId::Cap:
  case BuiltinId::Len: {
    bool isLen = id == BuiltinId::Len;
    Type* t = x.type;
    Type* u = under(t);
    if (auto* p = cast<Pointer>(u); p && as<Array>(p->elem)) u = under(p->elem);
    bool ok = false, constant = false;
    int64_t value = 0;
    switch (u->kind) {
    case TypeKind::Basic:
      if (isLen && isString(u)) {
        ok = true;
        if (x.isConstant() && x.value) {
          constant = true;
          value = static_cast<int64_t>(x.value.stringValue().size());
        } else if (isUntyped(t)) {
          convertUntyped(x, types_.basic(BasicKind::String));
        }
      }
      break;
    case TypeKind::Array:
      ok = true;
      if (!env_.hasCallOrRecv) {
        constant = true;
        value = std::max<int64_t>(static_cast<Array*>(u)->length, 0);
      }
      break;
    case TypeKind::Slice:
    case TypeKind::Chan: ok = true; break;
    case TypeKind::Map: ok = isLen; break;
    case TypeKind::Interface:
      if (isTypeParam(t)) {
        const TypeSet& s = typeSet(static_cast<Interface*>(u));
        ok = !s.allTypes && !s.terms.empty();
        for (const UnionTerm& term : s.terms) {
          Type* v = under(term.type);
          if (auto* p = cast<Pointer>(v); p && as<Array>(p->elem)) v = under(p->elem);
          bool good = v->kind == TypeKind::Array || v->kind == TypeKind::Slice || v->kind == TypeKind::Chan ||
                      (isLen && (v->kind == TypeKind::Map || isString(v)));
          ok = ok && good;
        }
      }
      break;
    default: break;
    }
    if (!ok) {
      if (!isInvalid(u)) error(x, DiagCode::Type, "invalid argument: ", x, " for built-in ", name);
      return false;
    }
    if (!constant) return result(types_.basic(BasicKind::Int));
    x.mode = Mode::Constant;
    x.type = types_.basic(BasicKind::Int);
    x.value = Constant::ofInt(value);
    return true;
  }

  case BuiltinId::Clear: {
    if (!requireVersion(posOf(e->fun), 21, "clear")) return false;
    bool ok = everyUnder(x.type, [&](Type* u) {
      if (u && (u->kind == TypeKind::Map || u->kind == TypeKind::Slice)) return true;
      error(x, DiagCode::Type, "invalid argument: cannot clear ", x,
            ": argument must be (or constrained by) map or slice");
      return false;
    });
    return ok && noValue();
  }

  case BuiltinId::Close: {
    bool ok = everyUnder(x.type, [&](Type* u) {
      auto* c = cast<Chan>(u);
      if (!c) error(x, DiagCode::Type, "invalid operation: cannot close non-channel ", x);
      else if (c->dir == ChanDir::Receive)
        error(x, DiagCode::Type, "invalid operation: cannot close receive-only channel ", x);
      else return true;
      return false;
    });
    return ok && noValue();
  }

  case BuiltinId::Complex: {
    Operand& y = args[1];
    // Untyped arguments take on the other's type; two untyped constants stay untyped.
    auto toFloat = [&](Operand& o) {
      if (isNumeric(o.type) && o.isConstant() && consts_.toFloat(o.value)) o.type = types_.basic(BasicKind::UntypedFloat);
    };
    if (isUntyped(x.type) && isUntyped(y.type)) {
      if (x.isConstant() && y.isConstant()) {
        toFloat(x);
        toFloat(y);
      } else {
        convertUntyped(x, types_.basic(BasicKind::Float64));
        convertUntyped(y, types_.basic(BasicKind::Float64));
      }
    } else if (isUntyped(x.type)) {
      convertUntyped(x, y.type);
    } else if (isUntyped(y.type)) {
      convertUntyped(y, x.type);
    }
    if (!x.valid() || !y.valid()) return false;
    if (!identical(x.type, y.type)) {
      error(x, DiagCode::Type, "invalid operation: ", static_cast<ast::Expr*>(e), " (mismatched types ", x.type, " and ",
            y.type, ")");
      return false;
    }
    Type* t = nullptr;
    switch (basicKind(x.type)) {
    case BasicKind::Float32: t = types_.basic(BasicKind::Complex64); break;
    case BasicKind::Float64: t = types_.basic(BasicKind::Complex128); break;
    case BasicKind::UntypedFloat: t = types_.basic(BasicKind::UntypedComplex); break;
    default: break;
    }
    if (isTypeParam(x.type) && partsUnsupported(x, name, BasicKind::Float32, BasicKind::Float64)) return false;
    if (!t) {
      error(x, DiagCode::Type, "invalid argument: arguments have type ", x.type, ", expected floating-point");
      return false;
    }
    if (x.isConstant() && y.isConstant()) {
      x.value = consts_.makeComplex(consts_.toFloat(x.value), consts_.toFloat(y.value));
      x.mode = Mode::Constant;
      x.type = t;
      return true;
    }
    return result(t);
  }

  case BuiltinId::Copy: {
    Operand& y = args[1];
    if (assignable(x, types_.slice(types_.byteType()), nullptr) && bytesOrString(y.type)) {
      if (isUntyped(y.type)) convertUntyped(y, types_.basic(BasicKind::String));
      return result(types_.basic(BasicKind::Int));
    }
    std::string why;
    Type* dst = sliceElement(x, why);
    if (!dst) {
      error(x, DiagCode::Type, "invalid copy: ", why);
      return false;
    }
    Type* src = sliceElement(y, why);
    if (!src && allBasic(y.type, basic::kString)) src = types_.byteType();
    if (!src) {
      error(y, DiagCode::Type, "invalid copy: ", why);
      return false;
    }
    if (!identical(dst, src)) {
      error(x, DiagCode::Type, "invalid copy: arguments ", x, " and ", y, " have different element types ", dst, " and ",
            src);
      return false;
    }
    return result(types_.basic(BasicKind::Int));
  }

  case BuiltinId::Delete: {
    Type* key = nullptr;
    bool ok = everyUnder(x.type, [&](Type* u) {
      auto* m = cast<Map>(u);
      if (!m) error(x, DiagCode::Type, "invalid argument: ", x, " is not a map");
      else if (key && !identical(m->key, key))
        error(x, DiagCode::Type, "invalid argument: maps of ", x, " must have identical key types");
      else {
        key = m->key;
        return true;
      }
      return false;
    });
    if (!ok) return false;
    assignment(args[1], key, "argument to delete");
    if (!args[1].valid()) return false;
    return noValue();
  }

  case BuiltinId::Imag:
  case BuiltinId::Real: {
    if (isUntyped(x.type)) {
      if (x.isConstant()) {
        if (isNumeric(x.type)) x.type = types_.basic(BasicKind::UntypedComplex);
      } else {
        convertUntyped(x, types_.basic(BasicKind::Complex128));
        if (!x.valid()) return false;
      }
    }
    Type* t = nullptr;
    switch (basicKind(x.type)) {
    case BasicKind::Complex64: t = types_.basic(BasicKind::Float32); break;
    case BasicKind::Complex128: t = types_.basic(BasicKind::Float64); break;
    case BasicKind::UntypedComplex: t = types_.basic(BasicKind::UntypedFloat); break;
    default: break;
    }
    if (isTypeParam(x.type) && partsUnsupported(x, name, BasicKind::Complex64, BasicKind::Complex128)) return false;
    if (!t) {
      error(x, DiagCode::Type, "invalid argument: argument has type ", x.type, ", expected complex type");
      return false;
    }
    if (x.isConstant()) {
      x.value = id == BuiltinId::Real ? consts_.real(x.value) : consts_.imag(x.value);
      x.type = t;
      return true;
    }
    return result(t);
  }

  case BuiltinId::Make: {
    ast::Expr* arg = e->args[0];
    Type* t = varType(arg);
    if (isInvalid(t)) {
      useExprs(e->args.subspan(1));
      return false;
    }
    size_t min = 1;
    std::string why;
    Type* core = commonUnder(t, [&](Type*, Type* u, std::string& cause) {
      if (!u) return true;
      if (u->kind == TypeKind::Slice) min = 2;
      else if (u->kind != TypeKind::Map && u->kind != TypeKind::Chan) cause = "type must be slice, map, or channel";
      return cause.empty();
    }, &why);
    if (!core) {
      error(arg, DiagCode::Type, "invalid argument: cannot make ", arg, ": ", why);
      useExprs(e->args.subspan(1));
      return false;
    }
    if (nargs < min || min + 1 < nargs) {
      error(e, DiagCode::Type, "invalid operation: ", static_cast<ast::Expr*>(e), " expects ", min, " or ", min + 1,
            " arguments; found ", nargs);
      useExprs(e->args.subspan(1));
      return false;
    }
    std::vector<int64_t> sizes;
    for (size_t i = 1; i < nargs; i++) {
      // Unlike an index a size may be a float constant with an integral value: 1e3.
      Operand n;
      expr(n, e->args[i]);
      if (!validIndex(n, "index", false)) continue;
      int64_t v = 0;
      if (n.isConstant() && n.value && consts_.toInt(n.value).isInt64(&v)) sizes.push_back(v);
    }
    if (sizes.size() == 2 && sizes[0] > sizes[1])
      error(e->args[1], DiagCode::Constant, "invalid argument: length and capacity swapped");
    return result(t);
  }

  case BuiltinId::Max:
  case BuiltinId::Min: {
    if (!requireVersion(posOf(e->fun), 21, name)) return false;
    bool isMin = id == BuiltinId::Min;
    for (Operand& a : args)
      if (!allBasic(a.type, basic::kOrdered)) {
        error(a, DiagCode::Type, "invalid argument: ", a, " cannot be ordered");
        return false;
      }
    for (size_t i = 1; i < args.size(); i++) {
      Operand& a = args[i];
      matchOperands(x, a);
      if (!x.valid()) return false;
      if (!identical(x.type, a.type)) {
        error(a, DiagCode::Type, "invalid argument: mismatched types ", x.type, " (previous argument) and ", a.type,
              " (type of ", a.expr, ")");
        return false;
      }
      if (x.isConstant() && a.isConstant()) {
        if (x.value && a.value && consts_.compare(isMin ? CompareOp::Lt : CompareOp::Gt, a.value, x.value))
          x.value = a.value;
      } else {
        x.mode = Mode::Value;
      }
    }
    // Constant arguments of a non-constant call take its type.
    if (!x.isConstant()) x.mode = Mode::Value;
    if (!x.isConstant() && isTyped(x.type))
      for (Operand& a : args) updateExprType(a.expr, x.type, true);
    else if (!x.isConstant())
      for (Operand& a : args) updateExprType(a.expr, x.type, false);
    x.expr = e;
    return true;
  }

  case BuiltinId::New: {
    ast::Expr* arg = e->args[0];
    // Since Go 1.26 the argument may be a value: a new variable of its type, initialised to it.
    Operand v;
    rawExpr(v, arg, nullptr, false);
    if (v.mode == Mode::TypeExpr) {
      Type* t = v.type;
      if (auto* i = as<Interface>(t); i && !isTypeParam(t) && !typeSet(i).isMethodSet()) {
        error(arg, DiagCode::Type, "cannot use type ", t, " outside a type constraint: interface ",
              typeSet(i).allTypes ? "is (or embeds) comparable" : "contains type constraints");
        return false;
      }
      return result(types_.pointer(t));
    }
    exclude(v, true, true, false);
    if (!singleValue(v)) return false;
    assignment(v, nullptr, "argument to new");
    if (!v.valid()) return false;
    if (!allows(26)) {
      error(e, DiagCode::LanguageVersion, static_cast<ast::Expr*>(e), " ", versionSuffix(26));
      return false;
    }
    return result(types_.pointer(v.type));
  }

  case BuiltinId::Panic:
    // The function never returns normally through it; what counts is that the value is an interface's.
    assignment(x, types_.emptyInterface(), "argument to panic");
    if (!x.valid()) return false;
    return noValue();

  case BuiltinId::Print:
  case BuiltinId::Println:
    for (Operand& a : args) {
      assignment(a, nullptr, Context("argument to built-in ", e->fun));
      if (!a.valid()) return false;
    }
    return noValue();

  case BuiltinId::Recover:
    if (env_.func) env_.func->hasRecover = true;
    return result(types_.emptyInterface());

  case BuiltinId::UnsafeAdd:
    if (!requireVersion(posOf(e->fun), 17, "unsafe.Add")) return false;
    assignment(x, types_.basic(BasicKind::UnsafePointer), "argument to unsafe.Add");
    if (!x.valid()) return false;
    if (!validIndex(args[1], "length", true)) return false;
    return result(types_.basic(BasicKind::UnsafePointer));

  case BuiltinId::UnsafeAlignof:
  case BuiltinId::UnsafeSizeof: {
    assignment(x, nullptr, id == BuiltinId::UnsafeSizeof ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof");
    if (!x.valid()) return false;
    Type* uintptr = types_.basic(BasicKind::Uintptr);
    if (!constantSize(x.type)) return result(uintptr);
    x.value = Constant::ofInt(id == BuiltinId::UnsafeSizeof ? sizeOf(x.type) : alignOf(x.type));
    x.mode = Mode::Constant;
    x.type = uintptr;
    return true;
  }

  case BuiltinId::UnsafeOffsetof: {
    ast::Expr* arg = ast::unparen(e->args[0]);
    auto* sel = arg->as<ast::SelectorExpr>();
    if (!sel) {
      error(arg, DiagCode::Type, "invalid argument: ", arg, " is not a selector expression");
      useExprs(e->args);
      return false;
    }
    Operand s;
    expr(s, e->args[0]);
    if (!s.valid()) return false;
    if (!sel->selection || sel->selection->kind != SelectionKind::FieldVal) {
      error(arg, DiagCode::Type, "invalid argument: ", arg,
            sel->selection && sel->selection->kind == SelectionKind::MethodVal ? " is a method value"
                                                                              : " is not a selector expression");
      return false;
    }
    if (sel->selection->index.size() > 1) {
      // The way may lead through embedded structs but not through embedded pointers.
      Type* at = sel->x->type;
      if (auto* p = as<Pointer>(at)) at = p->elem;
      for (size_t i = 0; i + 1 < sel->selection->index.size(); i++) {
        auto* st = as<Struct>(at);
        if (!st) return false;
        at = st->fields[static_cast<size_t>(sel->selection->index[i])]->type;
        if (as<Pointer>(at)) {
          Type* base = sel->x->type;
          if (auto* p = as<Pointer>(base)) base = p->elem;
          error(e->args[0], DiagCode::Type, "invalid argument: field ", sel->sel->name, " is embedded via a pointer in ",
                base);
          return false;
        }
      }
    }
    Type* at = sel->x->type;
    if (auto* p = as<Pointer>(at)) at = p->elem;
    int64_t offset = 0;
    bool constant = constantSize(at);
    for (int i : sel->selection->index) {
      auto* st = as<Struct>(at);
      if (!st) return false;
      offset += offsetOf(st, static_cast<size_t>(i));
      at = st->fields[static_cast<size_t>(i)]->type;
    }
    if (!constant) return result(types_.basic(BasicKind::Uintptr));
    x.mode = Mode::Constant;
    x.type = types_.basic(BasicKind::Uintptr);
    x.value = Constant::ofInt(offset);
    return true;
  }

  case BuiltinId::UnsafeSlice: {
    if (!requireVersion(posOf(e->fun), 17, "unsafe.Slice")) return false;
    Type* core = coreType(x.type);
    auto* p = core ? cast<Pointer>(core) : nullptr;
    if (!p) {
      error(x, DiagCode::Type, "invalid argument: ", x, " is not a pointer");
      return false;
    }
    if (!validIndex(args[1], "length", false)) return false;
    return result(types_.slice(p->elem));
  }

  case BuiltinId::UnsafeSliceData: {
    if (!requireVersion(posOf(e->fun), 20, "unsafe.SliceData")) return false;
    Type* core = coreType(x.type);
    auto* s = core ? cast<Slice>(core) : nullptr;
    if (!s) {
      error(x, DiagCode::Type, "invalid argument: ", x, " is not a slice");
      return false;
    }
    return result(types_.pointer(s->elem));
  }

  case BuiltinId::UnsafeString:
    if (!requireVersion(posOf(e->fun), 20, "unsafe.String")) return false;
    assignment(x, types_.pointer(types_.byteType()), "argument to unsafe.String");
    if (!x.valid() || !validIndex(args[1], "length", false)) return false;
    return result(types_.basic(BasicKind::String));

  case BuiltinId::UnsafeStringData:
    if (!requireVersion(posOf(e->fun), 20, "unsafe.StringData")) return false;
    assignment(x, types_.basic(BasicKind::String), "argument to unsafe.StringData");
    if (!x.valid()) return false;
    return result(types_.pointer(types_.byteType()));
  }
  return false;
}

} // namespace gossamer::sema
