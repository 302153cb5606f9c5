#include "frontend/lower/Escape.h"
#include "runtime/base/NativeStack.h"

#include <algorithm>

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;
using sema::FuncInfo;
using sema::Object;
using sema::RangeKind;

namespace {
constexpr uint32_t kMaxDemandDepth = 5;
constexpr uint32_t kMaxDemands = 40; // for one question from user code
constexpr uint32_t kMaxNesting = 5000;
constexpr size_t kMaxLocations = 20'000; // beyond this, everything whose address is taken escapes
} // namespace

bool capturedByValue(const Object* v, const Rep* rep) {
  return !v->isAssigned && !v->isAddrTaken && !v->isResult && rep->slots <= 8;
}

VarInfo& Escape::makeVar(Object* object) {
  auto* info = instances_.checker().arena().make<VarInfo>();
  object->lowering = info;
  return *info;
}

// One analysis: a walk over the syntax that fills a graph, and the reading of its solution.
class EscapeWalk {
public:
  EscapeWalk(Escape& owner, Instantiation* instantiation)
      : owner_(owner), lease_(owner.graphs_), view_(owner.instances_, instantiation), number_(++owner.analyses_) {}

  void function(FuncInfo* info, EscapeTags* tags);
  void initializer(Expr* value) {
    toHeap(value);
    finish();
  }
  void cell(FuncInfo*, std::span<Node* const> items) {
    for (Node* item : items) node(*item);
    finish();
  }

private:
  using Loc = EscapeGraph::Loc;
  // Where a value goes, after `derefs` dereferences (-1: its address goes there).
  struct Sink {
    Loc loc;
    int derefs;
    bool discard = false;
    Sink deref() const { return {loc, derefs + 1, discard}; }
    Sink address() const { return {loc, derefs - 1, discard}; }
  };
  static constexpr Sink kDiscard{0, 0, true};
  static constexpr Sink kHeap{EscapeGraph::kHeap, 0, false};

  struct Literal {
    FuncLit* node;
    RangeStmt* loop; // a loop body that is a closure
    Loc loc;
    std::vector<Object*> captures;
  };
  struct Site {
    Node* node;
    Loc loc;
  };
  struct Context { // of the function or literal being walked
    uint32_t number = 0;
    std::vector<Loc> results;
    sema::Signature* signature = nullptr;
  };

  const Rep* rep(const sema::Type* type) { return view_.rep(type); }
  bool hasPointers(const Expr& e) {
    return e.type && e.type->kind != sema::TypeKind::Tuple && !sema::isUntyped(e.type) && rep(e.type)->pointers;
  }
  sema::Type* typeOf(const Expr& e) const { return view_.of(e); }

  void flow(Sink k, Loc src) {
    if (!k.discard) graph_.flow(k.loc, src, k.derefs);
  }
  VarInfo& infoOf(Object* v) {
    VarInfo& info = owner_.var(v);
    if (info.analysis != number_) declare(v, info);
    return info;
  }
  void declare(Object* v, VarInfo& info) {
    info.analysis = number_;
    info.loc = graph_.add(context_.number, depth_);
    info.boxed = info.homed = false;
    variables_.push_back(v);
  }
  Loc locOf(Object* v) { return infoOf(v).loc; }
  static bool isLocal(const Object* o) { return o && o->isVar() && !o->isPackageLevel && !o->isField; }
  Loc site(Node& node) {
    Loc loc = graph_.add(context_.number, depth_);
    sites_.push_back({&node, loc});
    return loc;
  }

  void discard(Expr* e) { value(kDiscard, e); }
  void toHeap(Expr* e) { value(kHeap, e); }
  void value(Sink k, Expr* e);
  void valueTo(Sink k, Expr* e, sema::Type* target);
  void unary(Sink k, UnaryExpr& e);
  void selector(Sink k, SelectorExpr& e);
  void path(Sink k, Expr* x, std::span<const int> index, bool last);
  void compositeElements(Sink k, CompositeLit& e);
  void literal(Sink k, FuncLit& e);
  void literalBody(FuncLit& e, Context context);
  void capture(Loc closure, std::span<Object* const> captures);
  void call(Sink k, CallExpr& e, bool deferredInBlock = false, bool started = false);
  void builtin(Sink k, CallExpr& e);
  void conversion(Sink k, CallExpr& e);
  void arguments(CallExpr& e, const std::vector<Sink>& sinks, sema::Signature* signature);

  void node(Node& n);
  void statement(Stmt* s);
  void block(std::span<Stmt*> stmts) {
    depth_++;
    for (Stmt* s : stmts) statement(s);
    depth_--;
  }
  void body(std::span<Stmt*> stmts) {
    for (Stmt* s : stmts) statement(s);
  }
  bool worthAsking(const Callee& callee, const CallExpr& e);
  void define(Expr* lhs);
  Sink target(Expr* lhs);
  void assign(std::span<Expr*> lhs, std::span<Expr*> rhs);
  void valueSpec(ValueSpec& spec);
  void rangeLoop(RangeStmt& s);
  void rangeFunc(RangeStmt& s);
  void returns(ReturnStmt& s);
  void finish();

  Escape& owner_;
  ScratchPool<EscapeGraph>::Lease lease_;
  EscapeGraph& graph_ = *lease_;
  TypeView view_;
  uint32_t number_;
  Context context_;
  uint32_t depth_ = 0;
  uint32_t nesting_ = 0;
  bool giveUp_ = false;
  std::vector<Object*> variables_;
  std::vector<Literal> literals_;
  std::vector<Site> sites_;
};

// ---- Expressions ----

void EscapeWalk::valueTo(Sink k, Expr* e, sema::Type* to) {
  // Boxing copies what does not fit the data word to the heap.
  to = view_.of(to);
  if (to && e->type && sema::isInterface(to) && e->type->kind != sema::TypeKind::Tuple && !sema::isUntyped(e->type) &&
      !sema::isInterface(typeOf(*e)) && !rep(e->type)->direct())
    k = kHeap;
  value(k, e);
}

void EscapeWalk::value(Sink k, Expr* e) {
  if (!e || e->constant || sema::modeOf(*e) == sema::Mode::TypeExpr) return;
  struct Nesting {
    uint32_t& depth;
    explicit Nesting(uint32_t& d) : depth(d) { depth++; }
    ~Nesting() { depth--; }
  } nesting(nesting_);
  if (nesting_ > kMaxNesting || nativeStackLow()) { // lowering will refuse the function
    giveUp_ = true;
    return;
  }
  if (!k.discard && k.derefs == 0 && !(e->type && e->type->kind == sema::TypeKind::Tuple) && !hasPointers(*e)) k = kDiscard;
  switch (e->kind) {
  case ast::Kind::ParenExpr: return value(k, e->as<ParenExpr>()->x);
  case ast::Kind::Ident: {
    Object* object = e->as<Ident>()->object;
    if (isLocal(object) && !k.discard) flow(k, locOf(object));
    return;
  }
  case ast::Kind::FuncLit: return literal(k, *e->as<FuncLit>());
  case ast::Kind::SelectorExpr: return selector(k, *e->as<SelectorExpr>());
  case ast::Kind::IndexExpr: {
    auto& index = *e->as<IndexExpr>();
    if (index.instance) return;
    for (Expr* i : index.indices) {
      if (sema::as<sema::Map>(typeOf(*index.x))) valueTo(kDiscard, i, sema::as<sema::Map>(typeOf(*index.x))->key);
      else discard(i);
    }
    return value(sema::as<sema::Array>(typeOf(*index.x)) || k.discard ? k : k.deref(), index.x);
  }
  case ast::Kind::SliceExpr: {
    auto& slice = *e->as<SliceExpr>();
    discard(slice.low);
    discard(slice.high);
    discard(slice.max);
    return value(sema::as<sema::Array>(typeOf(*slice.x)) && !k.discard ? k.address() : k, slice.x);
  }
  case ast::Kind::StarExpr: return value(k.discard ? k : k.deref(), e->as<StarExpr>()->x);
  case ast::Kind::UnaryExpr: return unary(k, *e->as<UnaryExpr>());
  case ast::Kind::BinaryExpr: {
    // The left spine may be long.
    Expr* left = e;
    while (auto* binary = left->as<BinaryExpr>()) {
      discard(binary->y);
      left = binary->x;
      if (left->constant) return;
    }
    return discard(left);
  }
  case ast::Kind::TypeAssertExpr: {
    auto& assertion = *e->as<TypeAssertExpr>();
    sema::Type* type = typeOf(*e);
    if (auto* tuple = sema::cast<sema::Tuple>(type)) type = tuple->at(0);
    bool boxed = !sema::isInterface(type) && !rep(type)->direct();
    return value(boxed && !k.discard ? k.deref() : k, assertion.x);
  }
  case ast::Kind::CompositeLit: {
    auto& lit = *e->as<CompositeLit>();
    if (sema::as<sema::Slice>(typeOf(*e))) {
      Loc array = site(lit);
      flow(k.discard ? k : k.address(), array);
      return compositeElements({array, 0}, lit);
    }
    if (sema::as<sema::Map>(typeOf(*e))) return compositeElements(kHeap, lit);
    return compositeElements(k.derefs < 0 ? Sink{k.loc, 0, k.discard} : k, lit);
  }
  case ast::Kind::CallExpr: return call(k, *e->as<CallExpr>());
  default: return;
  }
}

void EscapeWalk::unary(Sink k, UnaryExpr& e) {
  if (e.op != Op::And) return discard(e.x);
  Expr* x = unparen(e.x);
  if (auto* lit = x->as<CompositeLit>()) {
    Loc place = site(e);
    flow(k.discard ? k : k.address(), place);
    if (sema::as<sema::Slice>(typeOf(*x)) || sema::as<sema::Map>(typeOf(*x))) return value({place, 0}, x);
    return compositeElements({place, 0}, *lit);
  }
  value(k.discard ? k : k.address(), x);
}

// Follows embedded fields; `last`: the last index is a field as well (not a method).
void EscapeWalk::path(Sink k, Expr* x, std::span<const int> index, bool last) {
  sema::Type* type = typeOf(*x);
  size_t steps = index.size() - (last ? 0 : 1);
  int pointers = 0;
  for (size_t i = 0; i < steps; i++) {
    if (auto* pointer = sema::as<sema::Pointer>(type)) {
      pointers++;
      type = pointer->elem;
    }
    auto* s = sema::as<sema::Struct>(type);
    if (!s) break;
    type = view_.instances().reps().context().typeOf(s->fields[size_t(index[i])]);
  }
  if (!k.discard) k.derefs += pointers;
  value(k, x);
}

void EscapeWalk::selector(Sink k, SelectorExpr& e) {
  if (!e.selection) return;
  const sema::Selection& selection = view_.selection(e);
  switch (selection.kind) {
  case sema::SelectionKind::FieldVal: return path(k, e.x, selection.index, true);
  case sema::SelectionKind::MethodVal: {
    // A method value is a heap closure that holds the receiver.
    bool address = selection.obj->hasPointerRecv && !sema::as<sema::Pointer>(typeOf(*e.x));
    return path(address ? kHeap.address() : kHeap, e.x, selection.index, false);
  }
  default: return;
  }
}

void EscapeWalk::compositeElements(Sink k, CompositeLit& e) {
  sema::Type* type = typeOf(e);
  if (auto* pointer = sema::as<sema::Pointer>(type)) { // an elided &T in a literal of pointers
    type = pointer->elem;
    Loc place = site(e);
    flow(k.discard ? k : k.address(), place);
    k = {place, 0};
  }
  auto* s = sema::as<sema::Struct>(type);
  auto* map = sema::as<sema::Map>(type);
  sema::Type* elem = map ? map->elem
                     : sema::as<sema::Slice>(type) ? sema::as<sema::Slice>(type)->elem
                     : sema::as<sema::Array>(type) ? sema::as<sema::Array>(type)->elem
                                                   : nullptr;
  for (size_t i = 0; i < e.elements.size(); i++) {
    Expr* element = e.elements[i];
    sema::Type* to = elem;
    if (auto* pair = element->as<KeyValueExpr>()) {
      if (map) {
        if (auto* key = pair->key->as<CompositeLit>()) compositeElements(kHeap, *key);
        else valueTo(kHeap, pair->key, map->key);
      } else if (s) {
        if (auto* name = pair->key->as<Ident>(); name && name->object) to = name->object->type;
      }
      element = pair->value;
    } else if (s && i < s->fields.size()) {
      to = s->fields[i]->type;
    }
    if (auto* inner = element->as<CompositeLit>(); inner && !inner->typeExpr && sema::as<sema::Pointer>(typeOf(*inner)))
      compositeElements(k, *inner);
    else
      valueTo(k, element, to);
  }
}

void EscapeWalk::literal(Sink k, FuncLit& e) {
  Loc closure = graph_.add(context_.number, depth_);
  flow(k.discard ? k : k.address(), closure);
  literals_.push_back({&e, nullptr, closure, {}});
  if (e.info) literals_.back().captures.assign(e.info->captures.begin(), e.info->captures.end());
  Context inner;
  inner.number = graph_.addFunction(context_.number);
  inner.signature = e.info ? e.info->signature : nullptr;
  // What an unknown caller does with the results is unknown.
  inner.results.assign(inner.signature ? inner.signature->results->size() : 0, EscapeGraph::kHeap);
  literalBody(e, std::move(inner));
}

void EscapeWalk::literalBody(FuncLit& e, Context inner) {
  uint32_t depth = std::exchange(depth_, 1);
  std::swap(context_, inner);
  if (context_.signature) {
    for (Object* p : context_.signature->params->vars) locOf(p);
    for (size_t i = 0; i < context_.signature->results->size(); i++)
      graph_.flow(context_.results[i], locOf(context_.signature->results->vars[i]), 0);
  }
  if (e.body) body(e.body->stmts);
  std::swap(context_, inner);
  depth_ = depth;
}

void EscapeWalk::capture(Loc closure, std::span<Object* const> captures) {
  for (Object* v : captures) {
    VarInfo& info = infoOf(v);
    if (capturedByValue(v, rep(v->type))) {
      if (rep(v->type)->pointers) graph_.flow(closure, info.loc, 0);
    } else {
      info.homed = true;
      graph_.flow(closure, info.loc, -1);
    }
  }
}

// ---- Calls ----

// Analysing a library function may mean parsing and checking it, so ask only if an argument is the address of a variable
// or a closure on the face of it, or if we have been asked ourselves.
bool EscapeWalk::worthAsking(const Callee& callee, const CallExpr& e) {
  if (owner_.demandDepth_ > 0 || !callee.object->pkg || !callee.object->pkg->isLibrary) return true;
  if (callee.kind == Callee::Kind::Method && callee.object->hasPointerRecv &&
      !sema::as<sema::Pointer>(typeOf(*callee.selector->x)))
    return true;
  for (Expr* argument : e.args) {
    Expr* a = unparen(argument);
    if (a->is(ast::Kind::FuncLit)) return true;
    if (auto* u = a->as<UnaryExpr>(); u && u->op == Op::And) return true;
    if (auto* s = a->as<SliceExpr>(); s && sema::as<sema::Array>(typeOf(*s->x))) return true;
  }
  return false;
}

// One sink for each argument of the call (the receiver is not among them).
void EscapeWalk::arguments(CallExpr& e, const std::vector<Sink>& sinks, sema::Signature* signature) {
  auto at = [&](size_t i) { return i < sinks.size() ? sinks[i] : kHeap; };
  if (!signature) {
    for (Expr* a : e.args) toHeap(a);
    return;
  }
  size_t params = signature->params->size();
  if (e.args.size() == 1 && e.args[0]->type && e.args[0]->type->kind == sema::TypeKind::Tuple) return toHeap(e.args[0]);
  bool pack = signature->variadic && !e.hasDots;
  Sink packed = kHeap;
  if (pack && e.args.size() >= params) { // the slice of extra arguments is an allocation of its own
    Loc array = site(e);
    Sink last = at(params - 1);
    flow(last.discard ? last : last.address(), array);
    e.flags = uint16_t(last.discard ? e.flags | kTransient : e.flags & ~kTransient);
    packed = {array, 0};
  }
  for (size_t i = 0; i < e.args.size(); i++) {
    bool extra = pack && i + 1 >= params;
    sema::Type* to = nullptr;
    if (extra) to = sema::as<sema::Slice>(signature->params->at(params - 1)) ? sema::as<sema::Slice>(signature->params->at(params - 1))->elem : nullptr;
    else if (i < params) to = signature->params->at(i);
    valueTo(extra ? packed : at(i), e.args[i], to);
  }
}

void EscapeWalk::call(Sink k, CallExpr& e, bool deferredInBlock, bool started) {
  if (sema::CallKind(e.callKind) == sema::CallKind::Conversion) return conversion(k, e);
  if (sema::CallKind(e.callKind) == sema::CallKind::Builtin) {
    if (deferredInBlock || started) {
      for (Expr* a : e.args) toHeap(a);
      return;
    }
    return builtin(k, e);
  }
  Callee callee = calleeOf(view_, e);
  sema::Signature* signature = signatureOf(view_, e);
  bool keep = !deferredInBlock && !started;

  if (callee.kind == Callee::Kind::Value && keep) {
    // A variable that only ever holds one closure is as good as the closure.
    discard(e.fun);
    return arguments(e, {}, signature);
  }
  if (callee.kind == Callee::Kind::Literal && keep) {
    FuncLit& lit = *callee.literal;
    Loc closure = graph_.add(context_.number, depth_);
    literals_.push_back({&lit, nullptr, closure, {}});
    if (lit.info) literals_.back().captures.assign(lit.info->captures.begin(), lit.info->captures.end());
    Context inner;
    inner.number = graph_.addFunction(context_.number);
    inner.signature = lit.info ? lit.info->signature : nullptr;
    std::vector<Sink> sinks;
    if (inner.signature) {
      for (size_t i = 0; i < inner.signature->results->size(); i++) {
        inner.results.push_back(graph_.add(context_.number, depth_));
        flow(k, inner.results.back());
      }
      uint32_t outerNumber = std::exchange(context_.number, inner.number);
      uint32_t depth = std::exchange(depth_, 1);
      for (Object* p : inner.signature->params->vars) sinks.push_back({locOf(p), 0});
      context_.number = outerNumber;
      depth_ = depth;
    }
    arguments(e, sinks, signature);
    return literalBody(lit, std::move(inner));
  }
  if (callee.isDeclared() && keep) {
    static const EscapeTags kUnknown;
    const EscapeTags& tags = worthAsking(callee, e) ? owner_.tags(callee) : kUnknown;
    auto sinkFor = [&](size_t param) -> Sink {
      if (!tags.known || param >= tags.params.size()) return kHeap;
      const EscapeTags::Param& tag = tags.params[param];
      if (tag.heap == 0) return kHeap;
      bool leaks = tag.heap != EscapeGraph::kNoLeak || (!tag.results.empty() && !k.discard);
      if (!leaks) return kDiscard;
      Loc arg = graph_.add(context_.number, depth_);
      if (tag.heap != EscapeGraph::kNoLeak) graph_.flow(EscapeGraph::kHeap, arg, tag.heap);
      if (!k.discard)
        for (uint8_t derefs : tag.results)
          if (derefs != EscapeGraph::kNoLeak) graph_.flow(k.loc, arg, std::max(k.derefs + derefs, 0));
      return {arg, 0};
    };
    size_t first = 0;
    if (callee.kind == Callee::Kind::Method) {
      first = 1;
      Sink r = sinkFor(0);
      sema::Type* last = typeOf(*callee.selector->x);
      const sema::Selection& selection = *callee.selection;
      // Where the path ends decides whether the address is taken.
      for (size_t i = 0; i + 1 < selection.index.size(); i++) {
        if (auto* pointer = sema::as<sema::Pointer>(last)) last = pointer->elem;
        auto* s = sema::as<sema::Struct>(last);
        if (!s) break;
        last = view_.instances().reps().context().typeOf(s->fields[size_t(selection.index[i])]);
      }
      bool pointer = sema::as<sema::Pointer>(last) != nullptr;
      if (!r.discard) {
        if (callee.object->hasPointerRecv && !pointer) r = r.address();
        if (!callee.object->hasPointerRecv && pointer) r = r.deref();
      }
      path(r, callee.selector->x, selection.index, false);
    }
    std::vector<Sink> sinks;
    if (signature)
      for (size_t i = 0; i < signature->params->size(); i++) sinks.push_back(sinkFor(first + i));
    return arguments(e, sinks, signature);
  }
  // Nothing known of the callee, or the call outlives the statement.
  if (callee.kind == Callee::Kind::Literal) literal(kHeap, *callee.literal);
  else if (callee.selector) {
    bool address = callee.kind == Callee::Kind::Method && callee.object->hasPointerRecv &&
                   !sema::as<sema::Pointer>(typeOf(*callee.selector->x));
    path(address ? kHeap.address() : kHeap, callee.selector->x, callee.selection->index, false);
  } else if (callee.kind == Callee::Kind::Value) {
    value(keep ? kDiscard : kHeap, e.fun);
  }
  arguments(e, {}, signature);
}

void EscapeWalk::builtin(Sink k, CallExpr& e) {
  auto rest = [&](size_t from) {
    for (size_t i = from; i < e.args.size(); i++) discard(e.args[i]);
  };
  if (e.args.size() == 1 && e.args[0]->type && e.args[0]->type->kind == sema::TypeKind::Tuple) return toHeap(e.args[0]);
  switch (BuiltinId(e.builtin)) {
  case BuiltinId::Append: {
    value(k, e.args[0]);
    auto* slice = sema::as<sema::Slice>(typeOf(e));
    for (size_t i = 1; i < e.args.size(); i++) {
      if (e.hasDots) value(hasPointers(*e.args[i]) && slice && rep(slice->elem)->pointers ? kHeap.deref() : kDiscard, e.args[i]);
      else valueTo(kHeap, e.args[i], slice ? slice->elem : nullptr);
    }
    return;
  }
  case BuiltinId::Copy: {
    discard(e.args[0]);
    auto* slice = sema::as<sema::Slice>(typeOf(*e.args[1]));
    return value(slice && rep(slice->elem)->pointers ? kHeap.deref() : kDiscard, e.args[1]);
  }
  case BuiltinId::New: {
    Loc place = site(e);
    flow(k.discard ? k : k.address(), place);
    if (sema::modeOf(*e.args[0]) != sema::Mode::TypeExpr) value({place, 0}, e.args[0]);
    return;
  }
  case BuiltinId::Panic: return valueTo(kHeap, e.args[0], view_.instances().reps().context().emptyInterface());
  case BuiltinId::Min:
  case BuiltinId::Max:
    for (Expr* a : e.args) value(k, a);
    return;
  case BuiltinId::UnsafeAdd:
  case BuiltinId::UnsafeSlice:
  case BuiltinId::UnsafeSliceData:
  case BuiltinId::UnsafeString:
  case BuiltinId::UnsafeStringData: value(k, e.args[0]); return rest(1);
  case BuiltinId::UnsafeSizeof:
  case BuiltinId::UnsafeAlignof:
  case BuiltinId::UnsafeOffsetof: return;
  default: return rest(0);
  }
}

void EscapeWalk::conversion(Sink k, CallExpr& e) {
  sema::Type* to = typeOf(e);
  Expr* x = e.args[0];
  if (sema::isString(to) && !sema::isString(typeOf(*x))) return discard(x);
  if (sema::isBytesOrRunes(to) && sema::isString(typeOf(*x))) return discard(x);
  if (sema::basicKind(to) == sema::BasicKind::Uintptr && hasPointers(*x)) return toHeap(x);
  if (sema::as<sema::Array>(to) && sema::as<sema::Slice>(typeOf(*x))) return value(k.discard ? k : k.deref(), x);
  valueTo(k, x, to);
}

// ---- Statements ----

void EscapeWalk::node(Node& n) {
  if (isStmt(n.kind)) return statement(static_cast<Stmt*>(&n));
  if (auto* decl = n.as<GenDecl>(); decl && decl->decl == DeclKind::Var)
    for (Node* spec : decl->specs)
      if (auto* values = spec->as<ValueSpec>()) valueSpec(*values);
}

// Where an assignment to `lhs` puts the value; its operands are walked.
EscapeWalk::Sink EscapeWalk::target(Expr* lhs) {
  lhs = unparen(lhs);
  if (auto* ident = lhs->as<Ident>()) {
    if (ident->name.isBlank() && !ident->object) return kDiscard;
    return isLocal(ident->object) ? Sink{locOf(ident->object), 0} : ident->object ? kHeap : kDiscard;
  }
  if (auto* selector = lhs->as<SelectorExpr>(); selector && selector->selection) {
    if (selector->selection->kind != sema::SelectionKind::FieldVal) return kHeap;
    sema::Type* type = typeOf(*selector->x);
    bool indirect = false;
    for (int i : selector->selection->index) {
      if (auto* pointer = sema::as<sema::Pointer>(type)) {
        indirect = true;
        type = pointer->elem;
      }
      auto* s = sema::as<sema::Struct>(type);
      if (!s) break;
      type = view_.instances().reps().context().typeOf(s->fields[size_t(i)]);
    }
    if (!indirect) return target(selector->x);
    discard(selector->x);
    return kHeap;
  }
  if (auto* index = lhs->as<IndexExpr>()) {
    if (auto* map = sema::as<sema::Map>(typeOf(*index->x))) {
      discard(index->x);
      valueTo(kHeap, index->indices[0], map->key);
      return kHeap;
    }
    discard(index->indices[0]);
    if (sema::as<sema::Array>(typeOf(*index->x))) return target(index->x);
    discard(index->x);
    return kHeap;
  }
  if (auto* star = lhs->as<StarExpr>()) discard(star->x);
  else discard(lhs);
  return kHeap;
}

void EscapeWalk::assign(std::span<Expr*> lhs, std::span<Expr*> rhs) {
  if (lhs.size() == rhs.size()) {
    for (size_t i = 0; i < lhs.size(); i++) valueTo(target(lhs[i]), rhs[i], typeOf(*lhs[i]));
    return;
  }
  // v, ok = x.(T) and a, b = f(): each result may be any of them.
  Loc all = graph_.add(context_.number, depth_);
  for (Expr* l : lhs) {
    Sink k = target(l);
    if (k.discard) continue;
    graph_.flow(k.loc, all, k.derefs);
  }
  for (Expr* r : rhs) value({all, 0}, r);
}

void EscapeWalk::valueSpec(ValueSpec& spec) {
  for (Ident* name : spec.names)
    if (isLocal(name->object)) infoOf(name->object);
  if (spec.values.empty()) return;
  if (spec.values.size() == spec.names.size()) {
    for (size_t i = 0; i < spec.names.size(); i++) {
      Object* o = spec.names[i]->object;
      if (isLocal(o)) valueTo({locOf(o), 0}, spec.values[i], o->type);
      else if (o && o->isVar() && !spec.names[i]->name.isBlank()) valueTo(kHeap, spec.values[i], o->type);
      else discard(spec.values[i]);
    }
    return;
  }
  Loc all = graph_.add(context_.number, depth_);
  for (Ident* name : spec.names)
    graph_.flow(isLocal(name->object) ? locOf(name->object) : EscapeGraph::kHeap, all, 0);
  for (Expr* v : spec.values) value({all, 0}, v);
}

void EscapeWalk::returns(ReturnStmt& s) {
  if (!context_.signature) { // a cell, or an initialiser
    for (Expr* r : s.results) toHeap(r);
    return;
  }
  size_t count = context_.results.size();
  if (s.results.size() == count) {
    for (size_t i = 0; i < count; i++)
      valueTo({context_.results[i], 0}, s.results[i], context_.signature->results->at(i));
    return;
  }
  for (Expr* r : s.results) {
    Loc all = graph_.add(context_.number, depth_);
    for (Loc result : context_.results) graph_.flow(result, all, 0);
    value({all, 0}, r);
  }
}

void EscapeWalk::define(Expr* lhs) {
  if (auto* ident = lhs ? lhs->as<Ident>() : nullptr; ident && isLocal(ident->object)) infoOf(ident->object);
}

void EscapeWalk::rangeLoop(RangeStmt& s) {
  RangeKind kind = RangeKind(s.rangeKind);
  if (s.define && !s.perIterationVars)
    for (Expr* v : {s.key, s.value})
      if (auto* ident = v ? v->as<Ident>() : nullptr; ident && ident->object) ident->object->isAssigned = true;
  if (kind == RangeKind::Func) return rangeFunc(s);
  Loc operand = graph_.add(context_.number, depth_);
  value({operand, 0}, s.x);
  bool shared = s.define && !s.perIterationVars;
  if (shared) {
    define(s.key);
    define(s.value);
  }
  depth_++;
  if (s.define && !shared) {
    define(s.key);
    define(s.value);
  }
  // Only the elements can hold pointers, and the keys of a map.
  int derefs = kind == RangeKind::Array ? 0 : 1;
  for (Expr* v : {s.key, s.value}) {
    if (!v) continue;
    Sink k = target(v);
    if (!k.discard && kind != RangeKind::Int && kind != RangeKind::String && kind != RangeKind::Chan)
      graph_.flow(k.loc, operand, k.derefs + derefs);
  }
  block(s.body->stmts);
  depth_--;
}

void EscapeWalk::rangeFunc(RangeStmt& s) {
  Loc closure = graph_.add(context_.number, depth_);
  Expr* x = unparen(s.x);
  EscapeTags::Param tag{.heap = 0, .results = {}};
  if (Callee function; namedFunction(view_, x, nullptr, function)) {
    const EscapeTags& tags = owner_.tags(function);
    if (tags.known && !tags.params.empty()) tag = tags.params[0];
  } else {
    value(kDiscard, s.x);
  }
  if (tag.heap != EscapeGraph::kNoLeak) {
    Loc arg = graph_.add(context_.number, depth_);
    graph_.flow(arg, closure, -1);
    graph_.flow(EscapeGraph::kHeap, arg, tag.heap);
  }
  literals_.push_back({nullptr, &s, closure, capturesOfRangeBody(s, context_.signature)});
  Context inner;
  inner.number = graph_.addFunction(context_.number);
  inner.signature = context_.signature;
  inner.results = context_.results;
  uint32_t depth = std::exchange(depth_, 1);
  std::swap(context_, inner);
  if (s.define) {
    define(s.key);
    define(s.value);
  } else {
    if (s.key) target(s.key);
    if (s.value) target(s.value);
  }
  block(s.body->stmts);
  std::swap(context_, inner);
  depth_ = depth;
}

void EscapeWalk::statement(Stmt* s) {
  if (!s) return;
  switch (s->kind) {
  case ast::Kind::LabeledStmt: {
    // A label may be the head of a loop made with goto: what follows is in it, as far as we care.
    depth_++;
    return statement(s->as<LabeledStmt>()->stmt);
  }
  case ast::Kind::ExprStmt: return discard(s->as<ExprStmt>()->x);
  case ast::Kind::SendStmt: {
    auto& send = *s->as<SendStmt>();
    discard(send.channel);
    auto* chan = sema::as<sema::Chan>(typeOf(*send.channel));
    return valueTo(kHeap, send.value, chan ? chan->elem : nullptr);
  }
  case ast::Kind::IncDecStmt: target(s->as<IncDecStmt>()->x); return;
  case ast::Kind::AssignStmt: {
    auto& a = *s->as<AssignStmt>();
    if (a.define)
      for (Expr* l : a.lhs) define(l);
    if (a.op != Op::None) {
      target(a.lhs[0]);
      return discard(a.rhs[0]);
    }
    return assign(a.lhs, a.rhs);
  }
  case ast::Kind::GoStmt: {
    Expr* x = unparen(s->as<GoStmt>()->call);
    if (auto* c = x->as<CallExpr>()) call(kDiscard, *c, false, true);
    return;
  }
  case ast::Kind::DeferStmt: {
    // What a deferred call needs stays in the frame only where nothing else will use its slots.
    bool inBlock = depth_ > (context_.number ? 1u : 0u);
    s->flags |= uint16_t(kAnalysed | (inBlock ? kEscapes : 0));
    Expr* x = unparen(s->as<DeferStmt>()->call);
    if (auto* c = x->as<CallExpr>()) call(kDiscard, *c, inBlock, false);
    return;
  }
  case ast::Kind::ReturnStmt: return returns(*s->as<ReturnStmt>());
  case ast::Kind::BlockStmt: return block(s->as<BlockStmt>()->stmts);
  case ast::Kind::IfStmt: {
    uint32_t depth = depth_;
    for (Stmt* next = s; next;) {
      auto* branch = next->as<IfStmt>();
      if (!branch) {
        statement(next);
        break;
      }
      depth_++;
      statement(branch->init);
      discard(branch->cond);
      block(branch->then->stmts);
      next = branch->otherwise;
    }
    depth_ = depth;
    return;
  }
  case ast::Kind::SwitchStmt: {
    auto& sw = *s->as<SwitchStmt>();
    depth_++;
    statement(sw.init);
    if (sw.tag) discard(sw.tag);
    for (CaseClause* clause : sw.clauses) {
      for (Expr* e : clause->exprs) discard(e);
      block(clause->body);
    }
    depth_--;
    return;
  }
  case ast::Kind::TypeSwitchStmt: {
    auto& sw = *s->as<TypeSwitchStmt>();
    depth_++;
    statement(sw.init);
    Loc operand = graph_.add(context_.number, depth_);
    value({operand, 0}, sw.x);
    for (CaseClause* clause : sw.clauses) {
      if (Object* v = clause->object) {
        bool boxed = !rep(v->type)->isInterface() && !rep(v->type)->direct();
        depth_++;
        if (rep(v->type)->pointers) graph_.flow(locOf(v), operand, boxed ? 1 : 0);
        depth_--;
      }
      block(clause->body);
    }
    depth_--;
    return;
  }
  case ast::Kind::SelectStmt:
    for (CommClause* clause : s->as<SelectStmt>()->clauses) {
      depth_++;
      statement(clause->comm);
      block(clause->body);
      depth_--;
    }
    return;
  case ast::Kind::ForStmt: {
    auto& loop = *s->as<ForStmt>();
    // The variables of the clause are new in each iteration: what holds one's address longer makes it escape.
    // (The clause is a scope of its own anyhow.)
    depth_++;
    statement(loop.init);
    if (!loop.perIterationVars) depth_++;
    if (loop.cond) discard(loop.cond);
    block(loop.body->stmts);
    statement(loop.post);
    depth_ -= loop.perIterationVars ? 1 : 2;
    return;
  }
  case ast::Kind::RangeStmt: return rangeLoop(*s->as<RangeStmt>());
  case ast::Kind::DeclStmt: return node(*s->as<DeclStmt>()->decl);
  default: return;
  }
}

// ---- The whole ----

void EscapeWalk::function(FuncInfo* info, EscapeTags* tags) {
  context_.signature = info->signature;
  uint32_t index = 0;
  std::vector<Object*> params;
  if (info->signature->recv) params.push_back(info->signature->recv);
  for (Object* p : info->signature->params->vars) params.push_back(p);
  for (Object* p : params) {
    // The variable itself is an ordinary local; what came in is a place of its own, so that taking the address of the
    // variable does not look like a leak of the argument.
    VarInfo& var = infoOf(p);
    Loc incoming = graph_.addParameter(index++);
    graph_.flow(var.loc, incoming, 0);
  }
  for (size_t i = 0; i < info->signature->results->size(); i++) {
    Loc result = graph_.addResult(uint32_t(i));
    context_.results.push_back(result);
    graph_.flow(result, locOf(info->signature->results->vars[i]), 0);
  }
  auto* decl = info->node ? info->node->as<FuncDecl>() : nullptr;
  if (decl && decl->body) body(decl->body->stmts);
  finish();
  if (!tags) return;
  tags->params.resize(params.size());
  for (uint32_t p = 0; p < params.size(); p++) {
    EscapeTags::Param& tag = tags->params[p];
    tag.heap = graph_.leakToHeap(p);
    for (uint32_t r = 0; r < context_.results.size(); r++) {
      uint8_t leak = graph_.leakToResult(p, r);
      if (leak != EscapeGraph::kNoLeak) tag.results.push_back(leak);
    }
  }
  tags->known = !giveUp_ && graph_.size() <= kMaxLocations;
}

void EscapeWalk::finish() {
  bool giveUp = giveUp_ || graph_.size() > kMaxLocations;
  for (Literal& l : literals_) capture(l.loc, l.captures);
  for (Object* v : variables_) {
    VarInfo& info = owner_.var(v);
    if (v->isAddrTaken) info.homed = true;
    if (rep(v->type)->slots > kMaxLocalSlots) graph_.flow(EscapeGraph::kHeap, info.loc, -1);
  }
  if (!giveUp) graph_.solve();
  for (Object* v : variables_) {
    VarInfo& info = owner_.var(v);
    info.boxed = rep(v->type)->slots > kMaxLocalSlots || (info.homed && (giveUp || graph_.escapes(info.loc)));
    if (info.boxed) info.homed = false;
  }
  auto mark = [&](Node& n, Loc loc) {
    bool escapes = giveUp || graph_.escapes(loc);
    n.flags = uint16_t((n.flags & ~kEscapes) | kAnalysed | (escapes ? kEscapes : 0));
  };
  for (Literal& l : literals_) mark(l.node ? static_cast<Node&>(*l.node) : *l.loop, l.loc);
  for (Site& s : sites_) mark(*s.node, s.loc);
}

void Escape::analyse(FuncInfo* info, Instantiation* instantiation) {
  while (info->outer) info = info->outer;
  if (!info->object) return;
  auto [it, fresh] = analysed_.try_emplace(info);
  if (!fresh && (it->second.last == instantiation || it->second.busy)) return;
  it->second = {instantiation, true};
  const void* key = keyOf(info->object, instantiation);
  tags_[key].busy = true;
  EscapeTags made;
  EscapeWalk(*this, instantiation).function(info, &made);
  tags_[key] = std::move(made);
  analysed_[info].busy = false;
}

void Escape::analyseInitializer(Expr* value) {
  EscapeWalk(*this, nullptr).initializer(value);
}

void Escape::analyseCell(FuncInfo* info, std::span<Node* const> items) {
  EscapeWalk(*this, nullptr).cell(info, items);
}

const EscapeTags& Escape::tags(const Callee& callee) {
  Object* function = callee.object->origin ? callee.object->origin : callee.object;
  const void* key = keyOf(function, callee.instantiation);
  auto [it, fresh] = tags_.try_emplace(key);
  if (!fresh || it->second.busy) return it->second;
  auto* decl = function->node ? function->node->as<FuncDecl>() : nullptr;
  if (!decl) return it->second;
  if (!decl->body && !decl->lazyBody.begin) {
    nativeTags(function, TypeView(instances_, callee.instantiation), tags_[key]);
    return tags_[key];
  }
  // The syntax has room for one analysis at a time: another instance's under way is not disturbed.
  auto analysed = decl->info ? analysed_.find(decl->info) : analysed_.end();
  bool busy = analysed != analysed_.end() && analysed->second.busy;
  if (busy || demandDepth_ >= kMaxDemandDepth || demands_ >= kMaxDemands) {
    tags_.erase(key);
    static const EscapeTags kUnknown;
    return kUnknown;
  }
  if (demandDepth_++ == 0) demands_ = 0;
  demands_++;
  if (instances_.checker().checkBody(function) && decl->info) analyse(decl->info, callee.instantiation);
  demandDepth_--;
  return tags_[key];
}

// A native cannot say what it does with its arguments; their types tell enough. A func, an interface, a channel or an
// unsafe.Pointer is likely to be kept; what a plain pointer, slice or string points at is used during the call only,
// or comes back as a result.
void Escape::nativeTags(Object* function, const TypeView& view, EscapeTags& tags) {
  auto* signature = sema::as<sema::Signature>(instances_.reps().context().typeOf(function));
  if (!signature) return;
  std::string_view package = function->pkg ? function->pkg->path : std::string_view();
  bool keeps = package == "time" || package == "reflect" || package == "runtime" || package.starts_with("internal/");
  auto add = [&](sema::Type* type) {
    EscapeTags::Param tag;
    const Rep* rep = view.rep(type);
    bool kept = keeps || (rep->kind != gossamer::Kind::Pointer && rep->kind != gossamer::Kind::Slice && rep->kind != gossamer::Kind::String);
    if (rep->pointers && kept) tag.heap = 0;
    if (rep->pointers)
      for (size_t i = 0; i < signature->results->size(); i++)
        if (view.rep(signature->results->at(i))->pointers) tag.results.push_back(0);
    tags.params.push_back(std::move(tag));
  };
  if (signature->recv) add(signature->recv->type);
  for (size_t i = 0; i < signature->params->size(); i++) add(signature->params->at(i));
  tags.known = true;
}

// ---- Bodies of loops over functions ----

namespace {

void collectCaptures(Node& node, const RangeStmt& loop, std::vector<Object*>& out, bool& returns) {
  auto note = [&](Object* o) {
    if (!o || !o->isVar() || o->isPackageLevel || o->isField || !o->type) return;
    Pos begin = loop.key && loop.define ? std::min(loop.key->pos, loop.body->pos) : loop.body->pos;
    if (loop.define && loop.key && o->pos == loop.key->pos) return;
    if (loop.define && loop.value && o->pos == loop.value->pos) return;
    if (o->pos >= begin && o->pos < loop.body->rbrace) {
      if (o->pos >= loop.body->pos) return;
    }
    if (std::find(out.begin(), out.end(), o) == out.end()) out.push_back(o);
  };
  if (auto* ident = node.as<Ident>()) return note(ident->object);
  if (auto* lit = node.as<FuncLit>(); lit && lit->info) {
    for (Object* o : lit->info->captures) note(o);
    return;
  }
  if (node.is(ast::Kind::ReturnStmt)) returns = true;
  forEachChild(node, [&](Node& child) { collectCaptures(child, loop, out, returns); });
}

} // namespace

std::vector<Object*> capturesOfRangeBody(RangeStmt& loop, sema::Signature* signature) {
  std::vector<Object*> out;
  bool returns = false;
  collectCaptures(*loop.body, loop, out, returns);
  if (!loop.define) {
    if (loop.key) collectCaptures(*loop.key, loop, out, returns);
    if (loop.value) collectCaptures(*loop.value, loop, out, returns);
  }
  if (returns && signature)
    for (Object* v : signature->results->vars)
      if (std::find(out.begin(), out.end(), v) == out.end()) out.push_back(v);
  return out;
}

} // namespace gossamer::lower
