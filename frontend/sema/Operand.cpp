#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

std::string_view compositeKind(Type* t) {
  if (isTypeParam(t)) return "type parameter";
  switch (under(t)->kind) {
  case TypeKind::Array: return "array";
  case TypeKind::Slice: return "slice";
  case TypeKind::Struct: return "struct";
  case TypeKind::Pointer: return "pointer";
  case TypeKind::Signature: return "func";
  case TypeKind::Interface: return "interface";
  case TypeKind::Map: return "map";
  case TypeKind::Chan: return "chan";
  case TypeKind::Tuple: return "tuple";
  default: return "";
  }
}

void CheckerImpl::put(std::string& out, Type* t) const {
  PlaceWriter places = [this](std::string& text, Pos pos) { text += at(pos); };
  writeType(out, t, env_.pkg, &places);
}
void CheckerImpl::put(std::string& out, ast::Expr* e) const {
  if (e) out += ast::exprText(*e);
}
void CheckerImpl::put(std::string& out, const Operand& x) const { out += describeOperand(x); }

std::string CheckerImpl::describeOperand(const Operand& x) const {
  static constexpr std::string_view kModes[] = {"invalid operand", "no value",             "built-in", "type",
                                                "constant",        "variable",             "map index expression",
                                                "value",           "nil",                  "comma, ok expression"};
  if (x.mode == Mode::Nil) {
    if (!x.type || isUntyped(x.type) || isInvalid(x.type)) return "nil";
    return "nil (of type " + typeString(x.type, env_.pkg) + ")";
  }
  std::string out;
  std::string source;
  if (x.expr) source = ast::exprText(*x.expr);
  else if (x.mode == Mode::Builtin) source = builtinName(x.builtin);
  else if (x.mode == Mode::TypeExpr && x.type) source = typeString(x.type, env_.pkg);
  else if (x.mode == Mode::Constant) source = ConstantPool::toString(x.value);
  if (!source.empty()) out += source + " (";
  bool hasType = false;
  if (x.mode >= Mode::Constant && x.type) {
    if (isUntyped(x.type)) {
      put(out, x.type);
      out += ' ';
    } else {
      hasType = true;
    }
  }
  out += kModes[static_cast<size_t>(x.mode)];
  if (x.mode == Mode::Constant) {
    ConstantKind kind = !x.type            ? ConstantKind::Int
                        : isFloat(x.type)   ? ConstantKind::Float
                        : isComplex(x.type) ? ConstantKind::Complex
                                            : ConstantKind::Int;
    std::string value = ConstantPool::toString(x.value, kind);
    if (value != source) out += " " + value;
  }
  if (hasType) {
    if (isInvalid(x.type)) {
      out += " with invalid type";
    } else {
      out += " of ";
      if (isGeneric(x.type)) out += "generic ";
      auto* p = cast<TypeParam>(unalias(x.type));
      if (!p && (x.type->kind == TypeKind::Alias || x.type->kind == TypeKind::Named)) {
        std::string_view what = compositeKind(x.type);
        if (!what.empty()) out += what;
        else if (basicKind(x.type) == BasicKind::UnsafePointer) out += "Pointer";
        else put(out, under(x.type));
        out += ' ';
      }
      out += "type ";
      put(out, x.type);
      if (p && p->bound) {
        out += " constrained by ";
        put(out, p->bound);
        if (auto* i = cast<Interface>(under(p)); i && typeSet(i).isEmpty()) out += " with empty type set";
      }
    }
  }
  if (!source.empty()) out += ')';
  return out;
}

namespace {

// Diagnostic::message separates lines by '\n' alone and indents when printed.
std::string unindent(std::string message) {
  for (size_t at = 0; (at = message.find("\n\t", at)) != std::string::npos; at++) message.erase(at + 1, 1);
  return message;
}

} // namespace

Diagnostic& CheckerImpl::report(Pos at, DiagCode code, std::string message) {
  if (env_.errorPos) at = env_.errorPos;
  // What follows from an error that was reported is not worth another message.
  if (errorsSeen_ > 0 && (message.find("invalid type") != std::string::npos ||
                          message.find("invalid operand") != std::string::npos)) {
    dropped_ = Diagnostic();
    return dropped_;
  }
  errorsSeen_++;
  if (env_.func) env_.func->failed = true;
  if (env_.pkg) env_.pkg->failed = true;
  return diags_.error(at, code, unindent(std::move(message)));
}

// A function type's place is its parameter list.
Pos CheckerImpl::posOf(const ast::Node* n) const {
  if (!n) return Pos();
  Pos p = ast::startPos(*n);
  if (!n->is(ast::Kind::FuncTypeExpr)) return p;
  const SourceFile* file = diags_.sources().fileOf(p);
  if (!file) return p;
  std::string_view rest = file->text().substr(file->offset(p));
  if (!rest.starts_with("func")) return p;
  size_t open = rest.find_first_not_of(" \t", 4);
  return open == std::string_view::npos ? p : p.advanced(static_cast<uint32_t>(open));
}

Diagnostic& CheckerImpl::soft(Pos at, DiagCode code, std::string message) {
  if (env_.document) return diags_.warning(at, code, std::move(message));
  return report(at, code, std::move(message));
}

std::string CheckerImpl::at(Pos p) const { return diags_.sources().describe(p); }

std::string CheckerImpl::versionSuffix(int minor) const {
  std::string out = "requires go1." + std::to_string(minor) + " or later";
  if (!env_.file || env_.file->goVersion.empty())
    out += " (-lang was set to go1." + std::to_string(env_.goMinor) + "; check go.mod)";
  else out += " (file declares //go:build go1." + std::to_string(env_.goMinor) + ")";
  return out;
}

bool CheckerImpl::requireVersion(Pos at, int minor, std::string_view what) {
  if (allows(minor)) return true;
  error(at, DiagCode::LanguageVersion, what, " ", versionSuffix(minor));
  return false;
}

} // namespace gossamer::sema
