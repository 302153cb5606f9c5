#include "frontend/sema/Checker-internal.h"

namespace gossamer::sema {

using ast::Kind;

namespace {

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// One escape sequence at s[i] == '\\'. `isByte`: the value is a byte rather than a code point.
bool readEscape(std::string_view s, size_t& i, uint32_t* value, bool* isByte) {
  *isByte = false;
  if (i + 1 >= s.size()) return false;
  char c = s[i + 1];
  i += 2;
  auto digits = [&](int n, uint32_t base) {
    uint32_t v = 0;
    for (int k = 0; k < n; k++, i++) {
      if (i >= s.size() || static_cast<uint32_t>(digitOf(s[i])) >= base) return false;
      v = v * base + static_cast<uint32_t>(digitOf(s[i]));
    }
    *value = v;
    return true;
  };
  switch (c) {
  case 'a': *value = 7; return true;
  case 'b': *value = 8; return true;
  case 'f': *value = 12; return true;
  case 'n': *value = 10; return true;
  case 'r': *value = 13; return true;
  case 't': *value = 9; return true;
  case 'v': *value = 11; return true;
  case '\\':
  case '\'':
  case '"': *value = static_cast<uint32_t>(c); return true;
  case 'x': *isByte = true; return digits(2, 16);
  case 'u': return digits(4, 16);
  case 'U': return digits(8, 16);
  default:
    if (c < '0' || c > '7') return false;
    i--;
    *isByte = true;
    return digits(3, 8);
  }
}

// The first code point of a UTF-8 text (already checked by the lexer).
uint32_t firstRune(std::string_view s) {
  if (s.empty()) return 0;
  auto b = [&](size_t i) { return i < s.size() ? static_cast<uint32_t>(static_cast<unsigned char>(s[i])) : 0u; };
  uint32_t c = b(0);
  if (c < 0x80) return c;
  if (c < 0xE0) return (c & 0x1F) << 6 | (b(1) & 0x3F);
  if (c < 0xF0) return (c & 0x0F) << 12 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F);
  return (c & 0x07) << 18 | (b(1) & 0x3F) << 12 | (b(2) & 0x3F) << 6 | (b(3) & 0x3F);
}

} // namespace

bool CheckerImpl::decodeString(std::string_view text, std::string* out) {
  if (text.size() < 2) return false;
  std::string_view body = text.substr(1, text.size() - 2);
  out->reserve(body.size());
  if (text[0] == '`') {
    for (char c : body)
      if (c != '\r') out->push_back(c);
    return true;
  }
  for (size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      out->push_back(body[i++]);
      continue;
    }
    uint32_t v = 0;
    bool isByte = false;
    if (!readEscape(body, i, &v, &isByte)) return false;
    if (isByte) out->push_back(static_cast<char>(v));
    else appendRune(*out, v);
  }
  return true;
}

void CheckerImpl::basicLit(Operand& x, ast::BasicLit* e) {
  x.expr = e;
  if (e->bad) {
    errorsSeen_++;
    return;
  }
  std::string_view t = e->text;
  BasicKind kind = BasicKind::UntypedInt;
  bool number = e->lit == ast::LitKind::Int || e->lit == ast::LitKind::Float || e->lit == ast::LitKind::Imaginary;
  if (number && !allows(13) && t.size() > 2) {
    char p = t[0] == '0' ? static_cast<char>(t[1] | 0x20) : '\0';
    if (t.find('_') != std::string_view::npos) requireVersion(e->pos, 13, "underscore in numeric literal");
    else if (p == 'b') requireVersion(e->pos, 13, "binary literal");
    else if (p == 'o') requireVersion(e->pos, 13, "0o/0O-style octal literal");
    else if (p == 'x' && e->lit != ast::LitKind::Int) requireVersion(e->pos, 13, "hexadecimal floating-point literal");
  }
  switch (e->lit) {
  case ast::LitKind::Int:
    x.value = consts_.intLiteral(t);
    if (!x.value) { // more digits than any constant may have
      error(e, DiagCode::Constant, "constant overflow");
      return;
    }
    break;
  case ast::LitKind::Float:
    kind = BasicKind::UntypedFloat;
    x.value = consts_.floatLiteral(t);
    break;
  case ast::LitKind::Imaginary:
    kind = BasicKind::UntypedComplex;
    x.value = consts_.imaginaryLiteral(t);
    break;
  case ast::LitKind::Rune: {
    kind = BasicKind::UntypedRune;
    std::string_view body = t.size() > 2 ? t.substr(1, t.size() - 2) : std::string_view();
    uint32_t v = firstRune(body);
    if (!body.empty() && body[0] == '\\') {
      size_t i = 0;
      bool isByte = false;
      readEscape(body, i, &v, &isByte);
    }
    x.value = Constant::ofInt(v);
    break;
  }
  case ast::LitKind::String: {
    kind = BasicKind::UntypedString;
    bool plain = t.size() >= 2 && t.find(t[0] == '`' ? '\r' : '\\') == std::string_view::npos;
    if (plain) {
      x.value = Constant::ofString(t.substr(1, t.size() - 2)); // the source text outlives it
    } else {
      std::string decoded;
      if (!decodeString(t, &decoded)) return;
      x.value = consts_.copyString(decoded);
    }
    break;
  }
  }
  if (!x.value) {
    error(e, DiagCode::Constant, "malformed constant: ", t);
    return;
  }
  x.mode = Mode::Constant;
  x.type = types_.basic(kind);
  if (e->lit == ast::LitKind::Int && !x.value.isSmallInt()) overflow(x, e->pos);
}

void CheckerImpl::funcLit(Operand& x, ast::FuncLit* e) {
  Type* t = typeExpr(e->signature);
  auto* sig = cast<Signature>(t);
  if (!sig) return;
  x.mode = Mode::Value;
  x.type = sig;
  if (!e->body) return;
  FuncInfo* info = newFuncInfo(e, nullptr, sig);
  e->info = info;
  info->outer = env_.func;
  if (env_.func) {
    env_.state->literals.push_back(e);
    EnvSaver saver(*this);
    funcBody(info, e->body, sig->scope);
    return;
  }
  // At package level everything the body mentions may still be unresolved, the variable being declared included.
  Env env = env_;
  later([this, info, e, sig, env] {
    EnvSaver saver(*this);
    env_ = env;
    funcBody(info, e->body, sig->scope);
  });
}

void CheckerImpl::structLit(ast::CompositeLit* e, Type* type, Struct* s) {
  if (e->elements.empty()) return;
  if (e->elements[0]->is(Kind::KeyValueExpr)) {
    std::vector<bool> visited(s->fields.size());
    for (ast::Expr* element : e->elements) {
      auto* kv = element->as<ast::KeyValueExpr>();
      if (!kv) {
        error(element, DiagCode::Type, "mixture of field:value and value elements in struct literal");
        Operand ignored;
        rawExpr(ignored, element, nullptr, false);
        continue;
      }
      auto* key = kv->key->as<ast::Ident>();
      Object* field = nullptr;
      if (key)
        for (Object* f : s->fields)
          if (sameId(f, env_.pkg, key->name) && !isBlank(key)) {
            field = f;
            break;
          }
      Operand value;
      exprWithHint(value, kv->value, nullptr);
      if (!key) {
        error(kv, DiagCode::Type, "invalid field name ", kv->key, " in struct literal");
        continue;
      }
      if (!field) {
        Object* near = nullptr;
        LookupResult folded = lookupFieldOrMethod(types_, s, false, env_.pkg, key->name, true);
        if (folded.obj && folded.obj->isField && folded.index.size() == 1) near = folded.obj;
        Diagnostic& d = report(posOf(key), DiagCode::Undefined, lookupError(type, key->name, near, true));
        suggestMember(d, key, s);
        continue;
      }
      key->object = field;
      field->used = true;
      assignment(value, field->type, "struct literal");
      size_t i = static_cast<size_t>(field->index);
      if (i < visited.size()) {
        if (visited[i]) error(kv, DiagCode::Redeclared, "duplicate field name ", key->name, " in struct literal");
        visited[i] = true;
      }
    }
    return;
  }
  size_t i = 0;
  for (ast::Expr* element : e->elements) {
    if (auto* kv = element->as<ast::KeyValueExpr>()) {
      error(kv, DiagCode::Type, "mixture of field:value and value elements in struct literal");
      Operand ignored;
      rawExpr(ignored, kv->value, nullptr, false);
      i++;
      continue;
    }
    Operand value;
    expr(value, element);
    if (i >= s->fields.size()) {
      error(value, DiagCode::Type, "too many values in struct literal of type ", type);
      return;
    }
    Object* f = s->fields[i++];
    if (!f->isExported() && f->pkg != env_.pkg) {
      error(value, DiagCode::Type, "implicit assignment to unexported field ", f, " in struct literal of type ", type);
      continue;
    }
    assignment(value, f->type, "struct literal");
  }
  if (i < s->fields.size()) error(e->rbrace, DiagCode::Type, "too few values in struct literal of type ", type);
}

int64_t CheckerImpl::indexedElements(std::span<ast::Expr*> elements, Type* elem, int64_t length) {
  bool keyed = false;
  for (ast::Expr* e : elements) keyed = keyed || e->is(Kind::KeyValueExpr);
  std::unordered_set<int64_t> visited; // indices cannot repeat unless there are keys
  int64_t at = 0, max = 0;
  for (ast::Expr* e : elements) {
    bool valid = false;
    ast::Expr* value = e;
    if (auto* kv = e->as<ast::KeyValueExpr>()) {
      value = kv->value;
      int64_t i = index(kv->key, length);
      if (i >= 0) {
        at = i;
        valid = true;
      } else if (modeOf(*kv->key) != Mode::Invalid && i == -1) {
        error(e, DiagCode::Type, "index ", kv->key, " must be integer constant");
      }
    } else if (length >= 0 && at >= length) {
      error(e, DiagCode::Type, "index ", at, " is out of bounds (>= ", length, ")");
    } else {
      valid = true;
    }
    if (valid && keyed && !visited.insert(at).second)
      error(e, DiagCode::Redeclared, "duplicate index ", at, " in array or slice literal");
    at++;
    if (at > max) max = at;
    Operand x;
    exprWithHint(x, value, elem);
    assignment(x, elem, "array or slice literal");
  }
  return max;
}

void CheckerImpl::mapLit(ast::CompositeLit* e, Type* type, Map* m) {
  (void)type;
  std::unordered_set<std::string> seen;
  for (ast::Expr* element : e->elements) {
    auto* kv = element->as<ast::KeyValueExpr>();
    if (!kv) {
      error(element, DiagCode::Type, "missing key in map literal");
      Operand ignored;
      rawExpr(ignored, element, nullptr, false);
      continue;
    }
    Operand key;
    exprWithHint(key, kv->key, m->key);
    assignment(key, m->key, "map literal");
    if (key.isConstant() && key.value) {
      std::string id = ConstantPool::toExactString(key.value);
      // In a map keyed by interfaces 1 and int8(1) differ.
      if (isInterface(m->key)) id += "/" + typeString(key.type);
      if (!seen.insert(std::move(id)).second)
        error(key, DiagCode::Redeclared, "duplicate key ", key.value, " in map literal");
    }
    Operand value;
    exprWithHint(value, kv->value, m->elem);
    assignment(value, m->elem, "map literal");
  }
}

void CheckerImpl::compositeLit(Operand& x, ast::CompositeLit* e, Type* hint) {
  Type* type = nullptr;
  Type* base = nullptr;
  bool isElement = false;
  if (e->typeExpr) {
    auto* a = e->typeExpr->as<ast::ArrayTypeExpr>();
    if (a && a->dots) {
      Type* elem = varType(a->elem);
      type = types_.make<Array>(elem, -1);
      setType(a, type);
    } else {
      type = typeExpr(e->typeExpr);
    }
    base = type;
  } else if (hint) {
    // In elements T may be left out, and & with it.
    type = base = hint;
    Type* core = coreType(hint);
    if (auto* p = core ? cast<Pointer>(core) : nullptr) base = p->elem;
    isElement = true;
  } else {
    error(e, DiagCode::Type, "missing type in composite literal");
  }
  Type* core = base && !isInvalid(base) ? coreType(base) : nullptr;
  if (base && !isInvalid(base) && core && !isInvalid(core)) {
    switch (core->kind) {
    case TypeKind::Struct: structLit(e, base, static_cast<Struct*>(core)); break;
    case TypeKind::Array: {
      auto* a = static_cast<Array*>(core);
      int64_t n = indexedElements(e->elements, a->elem, a->length);
      if (a->length < 0 && e->typeExpr && e->typeExpr->is(Kind::ArrayTypeExpr)) a->length = n;
      checkSize(e, a);
      break;
    }
    case TypeKind::Slice: {
      int64_t n = indexedElements(e->elements, static_cast<Slice*>(core)->elem, -1);
      auto* backing = types_.make<Array>(static_cast<Slice*>(core)->elem, n);
      checkSize(e, backing);
      break;
    }
    case TypeKind::Map: mapLit(e, base, static_cast<Map*>(core)); break;
    default:
      error(e, DiagCode::Type, "invalid composite literal", isElement ? " element" : "", " type ", type);
      core = nullptr;
    }
  } else if (base && !isInvalid(base)) {
    if (!core)
      error(e, DiagCode::Type, "invalid composite literal", isElement ? " element" : "", " type ", type,
            " (no common underlying type)");
    core = nullptr;
  }
  if (!core || isInvalid(core)) {
    for (ast::Expr* element : e->elements) {
      if (auto* kv = element->as<ast::KeyValueExpr>()) element = kv->value;
      Operand ignored;
      if (auto* lit = element->as<ast::CompositeLit>(); lit && !lit->typeExpr) continue;
      rawExpr(ignored, element, nullptr, false);
    }
    return;
  }
  x.mode = Mode::Value;
  x.type = type;
}

} // namespace gossamer::sema
