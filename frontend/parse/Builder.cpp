#include "frontend/parse/Builder-internal.h"

#include "frontend/parse/Grammar.hpp"

#include <algorithm>

namespace gossamer::parse {

using namespace ast;

// One numbering: the grammar's raw token codes are those of Tokens.def, after Bison's own three.
static constexpr int kFirstToken = 2;
static_assert(static_cast<int>(Tok::Name) + kFirstToken == Grammar::token::T_NAME);
static_assert(static_cast<int>(Tok::Semi) + kFirstToken == Grammar::token::T_SEMI);
static_assert(static_cast<int>(Tok::Dec) + kFirstToken == Grammar::token::T_DEC);
static_assert(static_cast<int>(Tok::Shr) + kFirstToken == Grammar::token::T_SHR);
static_assert(static_cast<int>(Tok::Tilde) + kFirstToken == Grammar::token::T_TILDE);
static_assert(static_cast<int>(Tok::ShrAssign) + kFirstToken == Grammar::token::T_SHR_ASSIGN);
static_assert(static_cast<int>(Tok::Var) + kFirstToken == Grammar::token::T_VAR);
static_assert(static_cast<int>(Tok::StartCell) + kFirstToken == Grammar::token::T_START_CELL);

int Builder::nextToken(Value* value, Extent* extent) {
  const Token& token = filter_.next();
  *extent = {token.begin, token.end};
  switch (token.kind) {
  case Tok::End: return 0;
  case Tok::Name: {
    auto* ident = make<Ident>(pos(token.begin));
    ident->name = token.name;
    value->ident = ident;
    break;
  }
  case Tok::Literal: {
    auto* literal = make<BasicLit>(pos(token.begin));
    literal->lit = token.lit;
    literal->text = lexer_.text().substr(token.begin, token.end - token.begin);
    literal->bad = token.bad;
    value->literal = literal;
    break;
  }
  default: value->node = nullptr; break;
  }
  return static_cast<int>(token.kind) + kFirstToken;
}

bool Builder::recover(Sync sync) {
  constexpr uint32_t kMostErrors = 10000;
  if (gaveUp_ || filter_.last().kind == Tok::End || syntaxErrors_ > kMostErrors) return false;
  filter_.recover(sync);
  return true;
}

Diagnostic& Builder::syntaxErrorAt(Pos at, std::string message) {
  return context_.diags.error(at, DiagCode::Syntax, "syntax error: " + std::move(message));
}

Diagnostic& Builder::errorAt(Pos at, std::string message) {
  return context_.diags.error(at, DiagCode::General, std::move(message));
}

bool Builder::finish() {
  if (filter_.tooDeep() && !tooDeep_) tooDeep_ = pos(filter_.deepAt());
  if (tooDeep_) {
    syntaxErrorAt(tooDeep_, "exceeded max nesting depth");
    return false;
  }
  for (TypeAssertExpr* guard : guards_) {
    errorAt(startPos(*guard), "invalid syntax tree: use of .(type) outside type switch");
    guard->typeExpr = badExpr(guard->rparen);
  }
  return true;
}

std::span<Directive*> Builder::directives() {
  const auto& comments = lexer_.directives();
  auto out = arena_.makeSpan<Directive*>(comments.size());
  for (size_t i = 0; i < comments.size(); ++i) {
    out[i] = make<Directive>(pos(comments[i].begin));
    out[i]->name = comments[i].name;
    out[i]->args = comments[i].args;
  }
  return out;
}

// ---- lists and heights ----

List* Builder::append(List* list, Node* node) {
  if (!node) return list;
  Link* link = freeLinks_;
  if (link)
    freeLinks_ = link->next;
  else
    link = arena_.make<Link>();
  link->node = node;
  if (list) {
    link->next = list->next;
    list->next = link;
  } else {
    link->next = link;
  }
  return link;
}

List* Builder::prepend(Node* node, List* list) {
  List* link = single(node);
  if (!list) return link;
  link->next = list->next;
  list->next = link;
  return list;
}

template <typename T> std::span<T*> Builder::span(List* list) {
  if (!list) return {};
  size_t count = 0;
  Link* link = list;
  do {
    ++count;
    link = link->next;
  } while (link != list);
  T** out = static_cast<T**>(arena_.allocate(count * sizeof(T*)));
  link = list->next;
  for (size_t i = 0; i < count; ++i, link = link->next) {
    out[i] = static_cast<T*>(link->node);
    spanHeight_ = std::max<uint32_t>(spanHeight_, link->node->flags);
  }
  link = list->next;
  list->next = freeLinks_;
  freeLinks_ = link;
  return {out, count};
}

template <typename T> T* Builder::grown(T* node, std::initializer_list<const Node*> children) {
  uint32_t height = spanHeight_;
  spanHeight_ = 0;
  for (const Node* child : children) {
    if (child) height = std::max<uint32_t>(height, child->flags);
  }
  if (++height > kMaxDepth) {
    if (!tooDeep_) tooDeep_ = node->pos;
    height = kMaxDepth;
  }
  node->flags = static_cast<uint16_t>(height);
  return node;
}

// ---- declarations ----

void Builder::packageClause(Ident* name, Extent at) {
  packageName_ = name;
  directivesUsed_ = lexer_.directives().size();
}

void Builder::topLevel(Node* node) {
  size_t errors = context_.diags.errorCount();
  bool broken = errors != errorsBeforeItem_;
  errorsBeforeItem_ = errors;
  if (!node) return;
  if (auto* decl = node->as<GenDecl>(); decl && decl->decl == DeclKind::Import && packageName_) {
    if (sawNonImport_) syntaxErrorAt(decl->pos, "imports must appear before other declarations");
  } else {
    sawNonImport_ = true;
  }
  topLevel_.push_back(node);
  broken_.push_back(broken);
}

Node* Builder::cellStmt(Stmt* stmt) {
  if (auto* declared = stmt->as<DeclStmt>()) return declared->decl;
  return stmt;
}

Decl* Builder::genDecl(DeclKind kind, Extent at, List* specs, bool grouped) {
  auto* decl = make<GenDecl>(pos(at.begin));
  decl->decl = kind;
  decl->grouped = grouped;
  decl->specs = span<Node>(specs);
  if (kind == DeclKind::Const) {
    // A spec without values repeats the last one that has some.
    uint32_t iota = 0;
    ValueSpec* source = nullptr;
    for (Node* node : decl->specs) {
      auto* spec = node->as<ValueSpec>();
      spec->iota = iota++;
      if (spec->typeExpr || !spec->values.empty())
        source = spec;
      else
        spec->inherited = source;
    }
  }
  return grown(decl, {});
}

Node* Builder::importSpec(Ident* name, BasicLit* path, Extent at) {
  if (path->lit != LitKind::String) {
    syntaxErrorAt(path->pos, "import path must be a string");
    return nullptr;
  }
  auto* spec = make<ImportSpec>(name ? name->pos : pos(at.begin));
  spec->name = name;
  spec->path = path;
  return spec;
}

Ident* Builder::dotName(Extent at) {
  auto* ident = make<Ident>(pos(at.begin));
  ident->name = context_.symbols.intern(".");
  return ident;
}

Node* Builder::valueSpec(List* names, Expr* type, List* values, Extent at) {
  auto* spec = make<ValueSpec>(pos(at.begin));
  spec->names = span<Ident>(names);
  spec->typeExpr = type;
  spec->values = span<Expr>(values);
  return grown(spec, {type});
}

Node* Builder::typeSpec(Ident* name, List* typeParams, bool alias, Expr* type) {
  auto* spec = make<TypeSpec>(name->pos);
  spec->name = name;
  spec->typeParams = span<Field>(typeParams);
  spec->alias = alias;
  spec->typeExpr = type;
  return grown(spec, {type});
}

Decl* Builder::funcDecl(Extent at, Field* receiver, Ident* name, List* typeParams, FuncTypeExpr* signature,
                        BlockStmt* body) {
  auto* decl = make<FuncDecl>(pos(at.begin));
  decl->receiver = receiver;
  decl->name = name;
  decl->typeParams = span<Field>(typeParams);
  decl->signature = signature;
  signature->pos = decl->pos;
  decl->body = body;
  decl->lazyBody = lazyBody_;
  lazyBody_ = Range();
  const auto& directives = lexer_.directives();
  for (; directivesUsed_ < directives.size(); ++directivesUsed_) {
    const DirectiveComment& directive = directives[directivesUsed_];
    if (directive.begin > at.begin) {
      // One inside the body just read belongs to nothing; one after it, which lookahead may have met, to what
      // follows.
      uint32_t end = body ? body->rbrace.raw() - pos(0).raw() : at.begin;
      if (directive.begin > end) break;
      continue;
    }
    if (directive.name == "noinline")
      decl->pragmas |= kPragmaNoinline;
    else if (directive.name == "nosplit")
      decl->pragmas |= kPragmaNosplit;
    else if (directive.name == "noescape")
      decl->pragmas |= kPragmaNoescape;
    else if (directive.name == "linkname")
      decl->pragmas |= kPragmaLinkname;
    else if (directive.name == "wrapper")
      decl->pragmas |= kPragmaWrapper;
  }
  return grown(decl, {receiver, signature, body});
}

Decl* Builder::methodDecl(Extent at, List* receivers, Ident* name, FuncTypeExpr* signature, BlockStmt* body) {
  auto fields = span<Field>(receivers);
  for (Field* field : fields) refuseDots(field, "invalid use of ...");
  size_t count = 0;
  for (Field* field : fields) count += std::max<size_t>(1, field->names.size());
  if (count == 0)
    errorAt(name->pos, "method has no receiver");
  else if (count > 1)
    errorAt(name->pos, "method has multiple receivers");
  return funcDecl(at, fields.empty() ? nullptr : fields[0], name, nullptr, signature, body);
}

// ---- types ----

Field* Builder::param(Ident* name, Expr* type, Extent at) {
  auto* field = make<Field>(name ? name->pos : type ? startPos(*type) : pos(at.begin));
  if (name) {
    field->names = arena_.makeSpan<Ident*>(1);
    field->names[0] = name;
  }
  field->typeExpr = type;
  return grown(field, {type});
}

// A parameter list says either only types, or names for all: then what looks like a type before a named one
// is a name that shares its type. Type parameters always have names.
List* Builder::group(List* list, Extent close, bool typeParams) {
  if (!list) return nullptr;
  auto params = span<Field>(list);
  bool named = typeParams;
  for (Field* param : params) named |= !param->names.empty();
  if (!named) {
    List* out = nullptr;
    for (Field* param : params) out = append(out, param);
    return out;
  }
  Field* nameless = nullptr;
  bool typeless = false;
  Expr* type = nullptr;
  std::vector<std::pair<Ident*, Expr*>> all(params.size());
  for (size_t i = params.size(); i-- > 0;) {
    Field* param = params[i];
    if (!param->names.empty()) {
      type = param->typeExpr;
      all[i] = {param->names[0], type};
    } else if (auto* name = param->typeExpr->as<Ident>()) {
      if (!type) typeless = true;
      all[i] = {name, type ? type : badExpr(name->pos)};
    } else {
      nameless = param;
      all[i] = {make<Ident>(param->pos), param->typeExpr};
      all[i].first->name = context_.symbols.intern("_");
      type = param->typeExpr;
    }
  }
  if (nameless) {
    syntaxErrorAt(nameless->pos, typeParams ? "missing type parameter name" : "missing parameter name");
  } else if (typeless) {
    syntaxErrorAt(pos(close.begin), typeParams ? "missing type constraint" : "missing parameter type");
  }
  List* out = nullptr;
  for (size_t i = 0; i < all.size();) {
    size_t end = i + 1;
    while (end < all.size() && all[end].second == all[i].second) ++end;
    auto* field = make<Field>(all[i].first->pos);
    field->names = arena_.makeSpan<Ident*>(end - i);
    for (size_t j = i; j < end; ++j) field->names[j - i] = all[j].first;
    field->typeExpr = all[i].second;
    out = append(out, grown(field, {field->typeExpr}));
    i = end;
  }
  return out;
}

FuncTypeExpr* Builder::signature(List* params, List* results, Extent at) {
  auto* type = make<FuncTypeExpr>(pos(at.begin));
  type->params = span<Field>(params);
  type->results = span<Field>(results);
  type->end = pos(at.end);
  for (Field* field : type->params) {
    bool last = field == type->params.back() && field->names.size() <= 1;
    if (!last) refuseDots(field, "can only use ... with final parameter");
  }
  for (Field* field : type->results) refuseDots(field, "invalid use of ...");
  return grown(type, {});
}

// ...T where only T is allowed is taken for T.
void Builder::refuseDots(Field* field, std::string_view message) {
  auto* dots = field->typeExpr ? field->typeExpr->as<EllipsisExpr>() : nullptr;
  if (!dots) return;
  errorAt(dots->pos, std::string(message));
  field->typeExpr = dots->elem ? dots->elem : badExpr(dots->pos);
}

Expr* Builder::funcType(Extent at, FuncTypeExpr* signature) {
  signature->pos = pos(at.begin);
  return signature;
}

Expr* Builder::ellipsis(Extent at, Expr* elem) {
  auto* type = make<EllipsisExpr>(pos(at.begin));
  type->elem = elem;
  return grown(type, {elem});
}

Expr* Builder::sliceType(Extent at, Expr* elem) {
  auto* type = make<SliceTypeExpr>(pos(at.begin));
  type->elem = elem;
  return grown(type, {elem});
}

Expr* Builder::arrayType(Extent at, Expr* length, Expr* elem) {
  auto* type = make<ArrayTypeExpr>(pos(at.begin));
  type->length = length;
  type->elem = elem;
  return grown(type, {length, elem});
}

Expr* Builder::dotsArrayType(Extent at, Expr* elem) {
  auto* type = make<ArrayTypeExpr>(pos(at.begin));
  type->dots = true;
  type->elem = elem;
  return grown(type, {elem});
}

Expr* Builder::mapType(Extent at, Expr* key, Expr* value) {
  auto* type = make<MapTypeExpr>(pos(at.begin));
  type->key = key;
  type->value = value;
  return grown(type, {key, value});
}

Expr* Builder::chanType(Extent at, ChanDir dir, Expr* elem) {
  auto* type = make<ChanTypeExpr>(pos(at.begin));
  type->dir = dir;
  type->elem = elem;
  return grown(type, {elem});
}

Expr* Builder::structType(Extent at, List* fields, Extent rbrace) {
  auto* type = make<StructTypeExpr>(pos(at.begin));
  type->fields = span<Field>(fields);
  type->rbrace = pos(rbrace.begin);
  return grown(type, {});
}

Expr* Builder::interfaceType(Extent at, List* elements, Extent rbrace) {
  auto* type = make<InterfaceTypeExpr>(pos(at.begin));
  type->elements = span<Field>(elements);
  type->rbrace = pos(rbrace.begin);
  return grown(type, {});
}

Field* Builder::field(List* names, Expr* type, BasicLit* tag, Extent at) {
  auto* field = make<Field>(pos(at.begin));
  field->names = span<Ident>(names);
  field->typeExpr = type;
  field->tag = tag;
  return grown(field, {type});
}

Field* Builder::embedded(Expr* type, BasicLit* tag, Extent at) {
  auto* field = make<Field>(pos(at.begin));
  field->typeExpr = type;
  field->tag = tag;
  field->embedded = true;
  return grown(field, {type});
}

Field* Builder::parenEmbedded(Expr* type, BasicLit* tag, Extent at) {
  syntaxErrorAt(pos(at.begin), "cannot parenthesize embedded type");
  return embedded(type, tag, at);
}

Field* Builder::method(Ident* name, FuncTypeExpr* signature, Extent at) {
  auto* field = make<Field>(name->pos);
  field->names = arena_.makeSpan<Ident*>(1);
  field->names[0] = name;
  signature->pos = pos(at.begin);
  field->typeExpr = signature;
  return grown(field, {signature});
}

// ---- expressions ----

Expr* Builder::binary(Op op, Expr* x, Extent at, Expr* y) {
  auto* expr = make<BinaryExpr>(pos(at.begin));
  expr->op = op;
  expr->x = x;
  expr->y = y;
  grown(expr, {y});
  // The left spine does not count: a + b + c + … may be as long as it likes.
  uint16_t left = x->is(Kind::BinaryExpr)
                      ? x->flags
                      : static_cast<uint16_t>(std::min<uint32_t>(x->flags + 1u, kMaxDepth));
  expr->flags = std::max(expr->flags, left);
  return expr;
}

Expr* Builder::unary(Op op, Extent at, Expr* x) {
  auto* expr = make<UnaryExpr>(pos(at.begin));
  expr->op = op;
  expr->x = x;
  return grown(expr, {x});
}

Expr* Builder::star(Extent at, Expr* x) {
  auto* expr = make<StarExpr>(pos(at.begin));
  expr->x = x;
  return grown(expr, {x});
}

// The arrow binds to the leftmost chan: <-chan T is a type, and in <-chan<- T the second arrow belongs to the
// element.
Expr* Builder::receive(Extent at, Expr* x) {
  auto* chan = x->as<ChanTypeExpr>();
  if (!chan || chan->dir == ChanDir::Receive) return unary(Op::Receive, at, x);
  return reversedChan(pos(at.begin), x);
}

Expr* Builder::reversedChan(Pos at, Expr* x) {
  Expr* result = x;
  for (;;) {
    auto* chan = x->as<ChanTypeExpr>();
    if (!chan) {
      syntaxErrorAt(startPos(*x), "unexpected " + exprText(*x) + ", expected chan");
      return result;
    }
    ChanDir before = chan->dir;
    chan->dir = ChanDir::Receive;
    chan->pos = at;
    if (before != ChanDir::Send) return result;
    at = startPos(*chan->elem);
    x = chan->elem;
  }
}

Expr* Builder::selector(Expr* x, Extent at, Ident* sel) {
  auto* expr = make<SelectorExpr>(pos(at.begin));
  expr->x = x;
  expr->sel = sel;
  return grown(expr, {x});
}

Expr* Builder::index(Expr* x, Extent at, List* indices, Extent close) {
  auto* expr = make<IndexExpr>(pos(at.begin));
  expr->x = x;
  expr->indices = span<Expr>(indices);
  expr->rbracket = pos(close.begin);
  return grown(expr, {x});
}

Expr* Builder::slice(Expr* x, Extent at, Expr* low, Expr* high, Expr* max, bool full, Extent close) {
  auto* expr = make<SliceExpr>(pos(at.begin));
  expr->x = x;
  expr->low = low;
  expr->high = high;
  expr->max = max;
  expr->full = full;
  expr->rbracket = pos(close.begin);
  return grown(expr, {x, low, high, max});
}

void Builder::checkFullSlice(Expr* middle, Extent colon, Expr* last, Extent close) {
  if (!middle) errorAt(pos(colon.begin), "middle index required in 3-index slice");
  if (!last) errorAt(pos(close.begin), "final index required in 3-index slice");
}

Expr* Builder::typeAssert(Expr* x, Extent at, Expr* type, Extent close) {
  auto* expr = make<TypeAssertExpr>(pos(at.begin));
  expr->x = x;
  expr->typeExpr = type;
  expr->rparen = pos(close.begin);
  if (!type) guards_.push_back(expr);
  return grown(expr, {x, type});
}

Expr* Builder::call(Expr* fun, Extent at, List* args, bool dots, Extent close) {
  auto* expr = make<CallExpr>(pos(at.begin));
  expr->fun = fun;
  expr->args = span<Expr>(args);
  expr->hasDots = dots;
  expr->rparen = pos(close.begin);
  return grown(expr, {fun});
}

Expr* Builder::paren(Expr* x, Extent open, Extent close) {
  auto* expr = make<ParenExpr>(pos(open.begin));
  expr->x = x;
  expr->rparen = pos(close.begin);
  return grown(expr, {x});
}

Expr* Builder::compositeLit(Expr* type, Extent open, List* elements, Extent close) {
  auto* expr = make<CompositeLit>(pos(open.begin));
  expr->typeExpr = type;
  expr->elements = span<Expr>(elements);
  expr->rbrace = pos(close.begin);
  return grown(expr, {type});
}

Expr* Builder::parenCompositeLit(Expr* type, Extent open, List* elements, Extent close) {
  syntaxErrorAt(pos(open.begin), "cannot parenthesize type in composite literal");
  return compositeLit(type, open, elements, close);
}

Expr* Builder::keyValue(Expr* key, Extent at, Expr* value) {
  auto* expr = make<KeyValueExpr>(pos(at.begin));
  expr->key = key;
  expr->value = value;
  return grown(expr, {key, value});
}

Expr* Builder::funcLit(Extent at, FuncTypeExpr* signature, BlockStmt* body) {
  auto* expr = make<FuncLit>(pos(at.begin));
  signature->pos = expr->pos;
  expr->signature = signature;
  expr->body = body;
  return grown(expr, {signature, body});
}

// ---- statements ----

BlockStmt* Builder::block(Extent open, List* stmts, Extent close) {
  auto* stmt = make<BlockStmt>(pos(open.begin));
  stmt->stmts = span<Stmt>(stmts);
  stmt->rbrace = pos(close.begin);
  return grown(stmt, {});
}

Stmt* Builder::declStmt(Decl* decl) {
  auto* stmt = make<DeclStmt>(decl->pos);
  stmt->decl = static_cast<GenDecl*>(decl);
  return grown(stmt, {decl});
}

Stmt* Builder::labeled(Ident* label, Extent colon, Stmt* body) {
  auto* stmt = make<LabeledStmt>(pos(colon.begin));
  stmt->label = label;
  stmt->stmt = body;
  switch (body->kind) {
  case Kind::ForStmt: body->as<ForStmt>()->label = stmt; break;
  case Kind::RangeStmt: body->as<RangeStmt>()->label = stmt; break;
  case Kind::SwitchStmt: body->as<SwitchStmt>()->label = stmt; break;
  case Kind::TypeSwitchStmt: body->as<TypeSwitchStmt>()->label = stmt; break;
  case Kind::SelectStmt: body->as<SelectStmt>()->label = stmt; break;
  default: break;
  }
  return grown(stmt, {body});
}

Stmt* Builder::emptyLabeled(Ident* label, Extent colon, int lookahead) {
  if (lookahead == Grammar::symbol_kind::S_CASE || lookahead == Grammar::symbol_kind::S_DEFAULT) {
    syntaxErrorAt(pos(colon.begin), "missing statement after label");
  }
  return labeled(label, colon, make<EmptyStmt>(pos(colon.end)));
}

Stmt* Builder::exprStmt(Expr* x, Extent at) {
  auto* stmt = make<ExprStmt>(x->pos);
  stmt->x = x;
  return grown(stmt, {x});
}

Stmt* Builder::incDec(Op op, Expr* x, Extent at) {
  auto* stmt = make<IncDecStmt>(pos(at.begin));
  stmt->op = op;
  stmt->x = x;
  return grown(stmt, {x});
}

Stmt* Builder::send(Expr* channel, Extent at, Expr* value) {
  auto* stmt = make<SendStmt>(pos(at.begin));
  stmt->channel = channel;
  stmt->value = value;
  return grown(stmt, {channel, value});
}

Stmt* Builder::assign(Op op, bool define, List* lhs, Extent at, List* rhs) {
  auto* stmt = make<AssignStmt>(pos(at.begin));
  stmt->op = op;
  stmt->define = define;
  stmt->lhs = span<Expr>(lhs);
  stmt->rhs = span<Expr>(rhs);
  return grown(stmt, {});
}

Expr* Builder::callOperand(Expr* x, std::string_view keyword) {
  if (x->is(Kind::ParenExpr)) {
    errorAt(x->pos, "expression in " + std::string(keyword) + " must not be parenthesized");
    x = unparen(x);
  }
  return x;
}

Stmt* Builder::goStmt(Extent at, Expr* call) {
  auto* stmt = make<GoStmt>(pos(at.begin));
  stmt->call = callOperand(call, "go");
  return grown(stmt, {call});
}

Stmt* Builder::deferStmt(Extent at, Expr* call) {
  auto* stmt = make<DeferStmt>(pos(at.begin));
  stmt->call = callOperand(call, "defer");
  return grown(stmt, {call});
}

Stmt* Builder::returnStmt(Extent at, List* results) {
  auto* stmt = make<ReturnStmt>(pos(at.begin));
  stmt->results = span<Expr>(results);
  return grown(stmt, {});
}

Stmt* Builder::branch(BranchKind kind, Extent at, Ident* label) {
  auto* stmt = make<BranchStmt>(pos(at.begin));
  stmt->branch = kind;
  stmt->label = label;
  return grown(stmt, {});
}

void Builder::valueError(const Stmt& stmt) {
  const auto* assign = stmt.as<AssignStmt>();
  bool plain = assign && !assign->define && assign->op == Op::None;
  syntaxErrorAt(stmt.pos,
                std::string("cannot use ") + (plain ? "assignment " : "") + stmtText(stmt) + " as value");
}

// The statement in the place of a condition or tag must be an expression.
Expr* Builder::condition(Stmt* stmt, Pos missing, std::string_view keyword) {
  if (!stmt) {
    if (keyword.empty()) return nullptr;
    syntaxErrorAt(missing, "missing condition in " + std::string(keyword) + " statement");
    return badExpr(missing);
  }
  if (auto* simple = stmt->as<ExprStmt>()) return simple->x;
  valueError(*stmt);
  return badExpr(stmt->pos);
}

Stmt* Builder::ifStmt(Extent at, Stmt* init, const Extent* semi, Stmt* cond, BlockStmt* then,
                      Stmt* otherwise) {
  auto* stmt = make<IfStmt>(pos(at.begin));
  stmt->init = init;
  if (!cond && semi && lexer_.text().substr(semi->begin, 1) != ";") {
    syntaxErrorAt(pos(semi->begin), "unexpected newline, expected { after if clause");
    stmt->cond = badExpr(then->pos);
  } else {
    stmt->cond = condition(cond, semi ? pos(semi->begin) : then->pos, "if");
  }
  stmt->then = then;
  stmt->otherwise = otherwise;
  grown(stmt, {init, stmt->cond, then});
  // A chain of else-ifs counts once.
  if (otherwise) {
    uint32_t below = otherwise->is(Kind::IfStmt) ? otherwise->flags : otherwise->flags + 1u;
    stmt->flags = static_cast<uint16_t>(std::min(std::max<uint32_t>(stmt->flags, below), kMaxDepth));
  }
  return stmt;
}

Stmt* Builder::forStmt(Extent at, Stmt* init, Stmt* cond, Stmt* post, BlockStmt* body) {
  auto* stmt = make<ForStmt>(pos(at.begin));
  stmt->init = init;
  stmt->cond = condition(cond, body->pos, "");
  stmt->post = post;
  if (auto* assign = post ? post->as<AssignStmt>() : nullptr; assign && assign->define) {
    syntaxErrorAt(assign->pos, "cannot declare in post statement of for loop");
  }
  stmt->body = body;
  return grown(stmt, {init, stmt->cond, post, body});
}

Stmt* Builder::rangeClause(List* list, bool define, Extent at, Expr* x) {
  auto* stmt = make<RangeStmt>(pos(at.begin));
  stmt->define = define;
  auto lhs = span<Expr>(list);
  if (lhs.size() > 0) stmt->key = lhs[0];
  if (lhs.size() > 1) stmt->value = lhs[1];
  if (lhs.size() > 2) stmt->extra = lhs[2];
  stmt->x = x;
  return grown(stmt, {x});
}

Stmt* Builder::rangeStmt(Extent at, Stmt* clause, BlockStmt* body) {
  auto* stmt = static_cast<RangeStmt*>(clause);
  stmt->pos = pos(at.begin);
  stmt->body = body;
  return grown(stmt, {stmt->key, stmt->value, stmt->x, body});
}

Stmt* Builder::switchStmt(Extent at, Stmt* init, Stmt* tag, Extent open, List* list, Extent close) {
  auto clauses = span<CaseClause>(list);
  Pos end = pos(close.begin);
  for (size_t i = clauses.size(); i-- > 0; end = clauses[i]->pos) clauses[i]->end = end;
  // x.(type) or v := x.(type)?
  Expr* guard = nullptr;
  Ident* bind = nullptr;
  if (auto* simple = tag ? tag->as<ExprStmt>() : nullptr) guard = simple->x;
  if (auto* assign = tag ? tag->as<AssignStmt>() : nullptr;
      assign && assign->define && assign->lhs.size() == 1 && assign->rhs.size() == 1) {
    guard = assign->rhs[0];
    bind = assign->lhs[0]->as<Ident>();
    if (!bind) guard = nullptr;
  }
  auto* assertion = guard ? guard->as<TypeAssertExpr>() : nullptr;
  if (assertion && !assertion->typeExpr) {
    std::erase(guards_, assertion);
    auto* stmt = make<TypeSwitchStmt>(pos(at.begin));
    stmt->init = init;
    stmt->bind = bind;
    stmt->x = assertion->x;
    stmt->clauses = clauses;
    stmt->lbrace = pos(open.begin);
    stmt->rbrace = pos(close.begin);
    return grown(stmt, {init, stmt->x});
  }
  if (tag && !tag->is(Kind::ExprStmt)) {
    // Whatever is wrong with it, its .(type) has been dealt with.
    std::erase_if(guards_,
                  [&](TypeAssertExpr* left) { return left->pos > tag->pos && left->pos < pos(open.begin); });
  }
  auto* stmt = make<SwitchStmt>(pos(at.begin));
  stmt->init = init;
  stmt->tag = condition(tag, pos(open.begin), "");
  stmt->clauses = clauses;
  stmt->lbrace = pos(open.begin);
  stmt->rbrace = pos(close.begin);
  return grown(stmt, {init, stmt->tag});
}

// A clause has been read and the next one begins, or the block ends: a statement needs its semicolon before a clause.
void Builder::clauseEnds() {
  Tok next = filter_.last().kind, before = filter_.previous().kind;
  if ((next == Tok::Case || next == Tok::Default) && before != Tok::Semi && before != Tok::Colon)
    syntaxErrorAt(pos(filter_.last().begin), "unexpected " + describe(filter_.last(), lexer_.text()) + " at end of statement");
}

Stmt* Builder::caseClause(Extent at, List* exprs, bool isDefault, Extent colon, List* body, Extent bodyAt) {
  clauseEnds();
  auto* clause = make<CaseClause>(pos(at.begin));
  clause->isDefault = isDefault;
  clause->exprs = span<Expr>(exprs);
  clause->body = span<Stmt>(body);
  clause->colon = pos(colon.begin);
  clause->end = pos(bodyAt.end);
  return grown(clause, {});
}

Stmt* Builder::selectStmt(Extent at, Extent open, List* list, Extent close) {
  auto* stmt = make<SelectStmt>(pos(at.begin));
  stmt->clauses = span<CommClause>(list);
  Pos end = pos(close.begin);
  for (size_t i = stmt->clauses.size(); i-- > 0; end = stmt->clauses[i]->pos) stmt->clauses[i]->end = end;
  stmt->lbrace = pos(open.begin);
  stmt->rbrace = pos(close.begin);
  return grown(stmt, {});
}

Stmt* Builder::commClause(Extent at, Stmt* comm, Extent colon, List* body, Extent bodyAt) {
  clauseEnds();
  auto* clause = make<CommClause>(pos(at.begin));
  clause->comm = comm;
  clause->body = span<Stmt>(body);
  clause->colon = pos(colon.begin);
  clause->end = pos(bodyAt.end);
  return grown(clause, {comm});
}

std::string stmtText(const Stmt& stmt) {
  auto joined = [](std::span<Expr*> list) {
    std::string out;
    for (Expr* x : list) out += (out.empty() ? "" : ", ") + exprText(*x);
    return out;
  };
  switch (stmt.kind) {
  case Kind::ExprStmt: return exprText(*stmt.as<ExprStmt>()->x);
  case Kind::SendStmt:
    return exprText(*stmt.as<SendStmt>()->channel) + " <- " + exprText(*stmt.as<SendStmt>()->value);
  case Kind::IncDecStmt:
    return exprText(*stmt.as<IncDecStmt>()->x) + (stmt.as<IncDecStmt>()->op == Op::Add ? "++" : "--");
  case Kind::AssignStmt: {
    auto& assign = *stmt.as<AssignStmt>();
    std::string op = assign.define ? ":=" : std::string(spelling(assign.op)) + "=";
    return joined(assign.lhs) + " " + op + " " + joined(assign.rhs);
  }
  default: return std::string(kindName(stmt.kind));
  }
}

} // namespace gossamer::parse
