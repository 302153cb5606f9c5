#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;

// Evaluates a list of expressions; a single multi-valued call stands for its values. With commaOk a single v, ok
// expression counts as two values (`*commaOk` tells).
std::vector<Operand> CheckerImpl::operandList(std::span<ast::Expr*> list, bool allowCommaOk, bool* commaOk) {
  std::vector<Operand> out;
  if (commaOk) *commaOk = false;
  if (list.size() != 1) {
    out.resize(list.size());
    for (size_t i = 0; i < list.size(); i++) genericExpr(out[i], list[i]);
    return out;
  }
  Operand x;
  rawExpr(x, list[0], nullptr, true);
  exclude(x, true, true, true);
  auto* t = x.mode == Mode::Value && x.type ? cast<Tuple>(x.type) : nullptr;
  if (t) {
    for (size_t i = 0; i < t->size(); i++) {
      Operand v;
      v.mode = Mode::Value;
      v.expr = list[0];
      v.type = t->at(i);
      out.push_back(v);
    }
    return out;
  }
  out.push_back(x);
  if (allowCommaOk && (x.mode == Mode::MapIndex || x.mode == Mode::CommaOk)) {
    Operand ok;
    ok.mode = Mode::Value;
    ok.expr = list[0];
    ok.type = types_.basic(BasicKind::UntypedBool);
    out[0].mode = Mode::Value;
    out.push_back(ok);
    if (commaOk) *commaOk = true;
  }
  return out;
}

void CheckerImpl::useExprs(std::span<ast::Expr*> list) {
  for (ast::Expr* e : list) {
    Operand x;
    if (e) rawExpr(x, e, nullptr, true);
  }
}

std::string CheckerImpl::typesSummary(const std::vector<Type*>& types, bool variadic, bool dots) const {
  std::string out = "(";
  for (size_t i = 0; i < types.size(); i++) {
    if (i > 0) out += ", ";
    Type* t = types[i];
    std::string s;
    if (!t || isInvalid(t)) {
      s = "unknown type";
    } else if (isUntyped(t)) {
      if (static_cast<Basic*>(t)->info & basic::kNumeric) s = "number";
      else s = std::string(static_cast<Basic*>(t)->name.substr(8)); // without "untyped "
    } else {
      if (i + 1 == types.size() && variadic) {
        if (auto* slice = cast<Slice>(t)) t = slice->elem;
        s = "...";
      }
      s += typeString(t, env_.pkg);
    }
    if (i + 1 == types.size() && dots) s += "...";
    out += s;
  }
  return out + ")";
}

CheckerImpl::StmtKind CheckerImpl::callExpr(Operand& x, ast::CallExpr* e) {
  // f[T](args): explicit type arguments may be completed by inference.
  std::vector<Type*> typeArgs;
  auto* inst = e->fun->as<ast::IndexExpr>();
  bool explicitArgs = false;
  if (inst) {
    Operand f;
    exprOrType(f, inst->x, true);
    auto* sig = f.mode == Mode::Value && f.type ? as<Signature>(f.type) : nullptr;
    if (sig && !sig->typeParams.empty()) {
      explicitArgs = true;
      for (ast::Expr* a : inst->indices) {
        Type* t = typeExpr(a);
        if (isInvalid(t)) f.mode = Mode::Invalid;
        typeArgs.push_back(t);
      }
      x = f;
      if (f.valid() && typeArgs.size() > sig->typeParams.size()) {
        error(inst->indices[sig->typeParams.size()], DiagCode::Type, "got ", typeArgs.size(), " type arguments but ",
              inst->x, " has ", sig->typeParams.size(), " type parameters");
        x.mode = Mode::Invalid;
      }
      x.expr = inst;
      record(x);
    } else {
      // Evaluated just now; hand the operand on rather than evaluating it twice.
      memo_[inst->x] = f;
      inst->x->flags |= kFlagMemo;
      exprOrType(x, e->fun, true);
    }
  } else {
    exprOrType(x, e->fun, true);
  }

  switch (x.mode) {
  case Mode::Invalid:
    useExprs(e->args);
    x.expr = e;
    return StmtKind::Statement;
  case Mode::TypeExpr: {
    Type* t = x.type;
    e->callKind = static_cast<uint8_t>(CallKind::Conversion);
    x.mode = Mode::Invalid;
    if (isGeneric(t)) {
      error(e->fun, DiagCode::Type, "cannot use generic type ", e->fun, " without instantiation");
      useExprs(e->args);
    } else if (e->args.empty()) {
      error(e, DiagCode::Type, "missing argument in conversion to ", t);
    } else if (e->args.size() > 1) {
      useExprs(e->args);
      error(e->args.back(), DiagCode::Type, "too many arguments in conversion to ", t);
    } else {
      expr(x, e->args[0]);
      if (x.valid()) {
        auto* i = as<Interface>(t);
        if (i && !typeSet(i).isMethodSet()) {
          error(e, DiagCode::Type, "cannot use interface ", t,
                " in conversion (contains specific type constraints or is comparable)");
          x.mode = Mode::Invalid;
        } else if (e->hasDots) {
          error(e->args[0], DiagCode::Type, "invalid use of ... in conversion to ", t);
          x.mode = Mode::Invalid;
        } else {
          conversion(x, t);
        }
      }
    }
    x.expr = e;
    return StmtKind::Conversion;
  }
  case Mode::Builtin: {
    BuiltinId id = x.builtin;
    e->callKind = static_cast<uint8_t>(CallKind::Builtin);
    e->builtin = static_cast<uint8_t>(id);
    if (!builtinCall(x, e, id)) x.mode = Mode::Invalid;
    x.expr = e;
    if (x.valid() && !x.isConstant()) env_.hasCallOrRecv = true;
    switch (id) {
#define GOSSAMER_BUILTIN(Id, name, minArgs, variadic, kind)                                                  \
  case BuiltinId::Id: return StmtKind::kind;
#include "frontend/sema/Builtins.def"
    }
    return StmtKind::Expression;
  }
  default: break;
  }

  Type* core = x.type ? coreType(x.type) : nullptr;
  auto* sig = core ? cast<Signature>(core) : nullptr;
  if (!sig) {
    if (!core) error(x, DiagCode::Type, "invalid operation: cannot call ", x, ": no core type");
    else error(x, DiagCode::Type, "invalid operation: cannot call ", x, ": ", x.type, " is not a function");
    useExprs(e->args);
    x.mode = Mode::Invalid;
    x.expr = e;
    return StmtKind::Statement;
  }
  e->callKind = static_cast<uint8_t>(CallKind::Call);
  (void)explicitArgs;
  arguments(x, e, sig, typeArgs);
  env_.hasCallOrRecv = true;
  if (!sig) {
    x.mode = Mode::Invalid;
    x.expr = e;
    return StmtKind::Statement;
  }
  switch (sig->results->size()) {
  case 0: x.mode = Mode::NoValue; break;
  case 1:
    x.mode = Mode::Value;
    x.type = sig->results->at(0);
    break;
  default:
    x.mode = Mode::Value;
    x.type = sig->results;
    break;
  }
  x.value = Constant();
  x.expr = e;
  if (x.mode == Mode::Value && x.type && isInvalid(x.type)) x.mode = Mode::Invalid;
  return StmtKind::Statement;
}

// Checks the arguments of a call against sig; for a generic function sig becomes the instantiated one (null when no
// type arguments could be found).
void CheckerImpl::arguments(Operand& x, ast::CallExpr* e, Signature*& sig, std::span<Type*> typeArgs) {
  std::vector<Operand> args = operandList(e->args, false, nullptr);
  size_t nargs = args.size(), nparams = sig->params->size();
  std::vector<Type*> params;
  std::vector<Object*> formals;
  params.reserve(nargs);
  bool bad = false;
  if (sig->variadic) {
    if (e->hasDots) {
      if (e->args.size() == 1 && nargs > 1) {
        error(e, DiagCode::Type, "cannot use ... with ", nargs, "-valued ", e->args[0]);
        bad = true;
      }
    } else if (nargs + 1 >= nparams) {
      nparams = nargs;
    } else {
      nparams--; // for the message
    }
  } else if (e->hasDots) {
    error(e, DiagCode::Type, "cannot use ... in call to non-variadic ", e->fun);
    bad = true;
  }
  if (!bad && nargs != nparams) {
    Pos at;
    std::string_view what = "not enough";
    if (nargs > nparams) {
      at = posOf(args[nparams]);
      what = "too many";
    } else {
      at = nargs > 0 ? posOf(args.back()) : posOf(e);
    }
    std::vector<Type*> have, want;
    for (Operand& a : args) have.push_back(a.valid() ? a.type : nullptr);
    for (Object* p : sig->params->vars) want.push_back(p->type);
    error(at, DiagCode::Type, what, " arguments in call to ", e->fun, "\n\thave ",
          typesSummary(have, false, e->hasDots), "\n\twant ", typesSummary(want, sig->variadic, false));
    bad = true;
  }
  if (bad) {
    // The result's type is known all the same unless it depends on inference.
    if (!sig->typeParams.empty()) sig = nullptr;
    return;
  }
  size_t fixed = sig->variadic && !e->hasDots ? sig->params->size() - 1 : sig->params->size();
  auto paramType = [&](Signature* s, size_t i) -> Type* {
    if (i < fixed) return s->params->at(i);
    auto* slice = cast<Slice>(unalias(s->params->at(s->params->size() - 1)));
    return slice ? slice->elem : invalid();
  };
  if (!sig->typeParams.empty()) {
    std::vector<Type*> known(typeArgs.begin(), typeArgs.end());
    known.resize(sig->typeParams.size(), nullptr);
    // One formal for each argument.
    auto vars = arena_.makeSpan<Object*>(nargs);
    for (size_t i = 0; i < nargs; i++) {
      vars[i] = types_.object(ObjectKind::Var, Symbol(), Pos(), nullptr, paramType(sig, i));
      vars[i]->colour = kBlack;
    }
    Tuple* formal = types_.tuple(vars);
    std::string why;
    for (Operand& a : args)
      if (!a.valid()) {
        sig = nullptr;
        return;
      }
    size_t errorsBefore = errorsSeen_;
    if (!infer(e->rparen, sig->typeParams, known, formal, args, &why)) {
      if (errorsBefore == errorsSeen_) error(e->pos, DiagCode::Type, "in call to ", e->fun, ", ", why);
      sig = nullptr;
      return;
    }
    std::string cause;
    if (!verifyInstance(e->pos, sig->typeParams, known, &cause)) {
      error(e->fun, DiagCode::Type, cause);
      sig = nullptr;
      return;
    }
    Signature* made = types_.instantiateSignature(sig, known);
    auto* instance = types_.make<Instance>();
    instance->typeArgs = arena_.copy(known);
    instance->type = made;
    ast::Expr* fun = ast::unparen(e->fun);
    e->instance = instance;
    if (auto* ix = fun->as<ast::IndexExpr>()) {
      ix->instance = instance;
      ix->type = made;
    }
    e->fun->type = made;
    sig = made;
  }
  for (size_t i = 0; i < nargs; i++)
    assignment(args[i], paramType(sig, i), Context("argument to ", e->fun));
  (void)x;
}

} // namespace gossamer::sema
