#include "frontend/sema/Checker-internal.h"

#include <algorithm>

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

// The arguments of a call: a generic function with too few type arguments is left for inference.
CheckerImpl::ArgumentList CheckerImpl::argumentList(std::span<ast::Expr*> list) {
  ArgumentList out;
  if (list.size() == 1 && !list[0]->is(Kind::IndexExpr)) {
    out.operands = operandList(list, false, nullptr);
    return out;
  }
  out.operands.resize(list.size());
  for (size_t i = 0; i < list.size(); i++) {
    Operand& x = out.operands[i];
    auto* index = list[i]->as<ast::IndexExpr>();
    if (!index) {
      genericExpr(x, list[i]);
      continue;
    }
    rawExpr(x, index, nullptr, true, nullptr);
    if (x.mode == Mode::Value && x.type && !index->instance)
      if (auto it = partial_.find(index); it != partial_.end()) {
        out.partial.resize(list.size());
        out.partial[i] = std::move(it->second);
        partial_.erase(it);
      }
    exclude(x, true, true, true);
    singleValue(x);
  }
  return out;
}

CheckerImpl::StmtKind CheckerImpl::callExpr(Operand& x, ast::CallExpr* e) {
  // f[T](args): type arguments may be completed by inference.
  auto* inst = e->fun->as<ast::IndexExpr>();
  bool generic = false;
  if (inst) {
    x.expr = inst;
    generic = indexExpr(x, inst);
    if (x.mode == Mode::TypeExpr && isGeneric(x.type)) x.mode = Mode::Invalid;
    if (x.mode == Mode::Invalid) x.type = invalid();
    x.expr = inst;
    record(x);
    exclude(x, true, false, false);
    singleValue(x);
  } else {
    exprOrType(x, e->fun, true);
  }
  auto fail = [&] {
    useExprs(e->args);
    x.mode = Mode::Invalid;
    x.expr = e;
    return StmtKind::Statement;
  };

  switch (x.mode) {
  case Mode::Invalid: return fail();
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

  auto* sig = x.type ? cast<Signature>(isTypeParam(x.type) ? coreType(x.type) : under(x.type)) : nullptr;
  if (!sig) {
    std::string why;
    commonUnder(x.type, [this](Type* t, Type* u, std::string& cause) {
      if (!u || u->kind == TypeKind::Signature) return true;
      cause = text(t, " is not a function");
      return false;
    }, &why);
    error(x, DiagCode::Type, "invalid operation: cannot call ", x, ": ", why);
    return fail();
  }
  e->callKind = static_cast<uint8_t>(CallKind::Call);
  std::vector<Type*> typeArgs;
  if (generic) {
    if (!typeArguments(inst->indices, typeArgs)) return fail();
    size_t want = sig->typeParams.size();
    if (typeArgs.size() > want) {
      error(inst->indices[want], DiagCode::Type, "got ", typeArgs.size(), " type arguments but want ", want);
      return fail();
    }
    if (typeArgs.size() == want) {
      // Nothing to infer: the callee is known whatever is wrong with the arguments.
      requireVersion(posOf(inst), 18, "function instantiation");
      Instance* instance = instantiateSignature(inst->pos, sig, typeArgs, inst->indices);
      e->instance = inst->instance = instance;
      inst->type = instance->type;
      sig = static_cast<Signature*>(instance->type);
      typeArgs.clear();
    }
  }
  arguments(e, sig, typeArgs);
  env_.hasCallOrRecv = true;
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
  // Of a function whose type arguments were not found no result can be said that depends on them.
  if (x.mode == Mode::Value && !sig->typeParams.empty())
    for (TypeParam* p : typeParamsIn(x.type))
      if (std::find(sig->typeParams.begin(), sig->typeParams.end(), p) != sig->typeParams.end()) x.mode = Mode::Invalid;
  return StmtKind::Statement;
}

// Checks the arguments of a call against sig; for a generic function sig becomes the instantiated one if type arguments
// could be found.
void CheckerImpl::arguments(ast::CallExpr* e, Signature*& sig, std::span<Type*> typeArgs) {
  ArgumentList list = argumentList(e->args);
  std::vector<Operand>& args = list.operands;
  size_t nargs = args.size(), nparams = sig->params->size();
  if (sig->variadic) {
    if (e->hasDots) {
      if (e->args.size() == 1 && nargs > 1) {
        error(e, DiagCode::Type, "cannot use ... with ", nargs, "-valued ", e->args[0]);
        return;
      }
    } else if (nargs + 1 >= nparams) {
      nparams = nargs;
    } else {
      nparams--; // for the message
    }
  } else if (e->hasDots) {
    error(e, DiagCode::Type, "cannot use ... in call to non-variadic ", e->fun);
    return;
  }
  if (nargs != nparams) {
    Pos at = posOf(e);
    std::string_view what = "not enough";
    if (nargs > nparams) {
      at = posOf(args[nparams]);
      what = "too many";
    } else if (nargs > 0) {
      at = posOf(args.back());
    }
    std::vector<Type*> have, want;
    for (Operand& a : args) have.push_back(a.type); // of one in error as far as it was known
    for (Object* p : sig->params->vars) want.push_back(p->type);
    error(at, DiagCode::Type, what, " arguments in call to ", e->fun, "\n\thave ",
          typesSummary(have, false, e->hasDots), "\n\twant ", typesSummary(want, sig->variadic, false));
    return;
  }
  size_t fixed = sig->variadic && !e->hasDots ? sig->params->size() - 1 : sig->params->size();
  auto paramType = [&](Signature* s, size_t i) -> Type* {
    if (i < fixed) return s->params->at(i);
    auto* slice = cast<Slice>(unalias(s->params->at(s->params->size() - 1)));
    return slice ? slice->elem : invalid();
  };
  bool anyGeneric = !sig->typeParams.empty();
  for (Operand& a : args)
    anyGeneric = anyGeneric || (a.mode == Mode::Value && a.type->kind == TypeKind::Signature &&
                                !static_cast<Signature*>(a.type)->typeParams.empty());
  if (!anyGeneric) {
    for (size_t i = 0; i < nargs; i++) assignment(args[i], paramType(sig, i), Context("argument to ", e->fun));
    return;
  }
  // One formal parameter for each argument.
  auto vars = arena_.makeSpan<Object*>(nargs);
  for (size_t i = 0; i < nargs; i++) {
    vars[i] = types_.object(ObjectKind::Var, Symbol(), Pos(), nullptr, paramType(sig, i));
    vars[i]->colour = kBlack;
  }
  Tuple* formal = types_.tuple(vars);
  if (!inferCall(e, sig, typeArgs, formal, list)) return;
  for (size_t i = 0; i < nargs; i++) assignment(args[i], formal->at(i), Context("argument to ", e->fun));
}

} // namespace gossamer::sema
