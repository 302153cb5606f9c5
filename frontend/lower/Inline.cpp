#include "frontend/lower/Inline.h"

#include "frontend/lower/FunctionLowerer.h"

namespace gossamer::lower {

using namespace ast;
using sema::BuiltinId;
using sema::Object;

namespace {

constexpr int kMaxNodes = 40;
constexpr uint32_t kMaxLazyBytes = 160; // bodies not parsed yet are judged by their length first

// Counts the nodes; a large number if something forbids inlining.
int costOf(Node& n, int budget) {
  switch (n.kind) {
  case ast::Kind::FuncLit:
  case ast::Kind::ForStmt:
  case ast::Kind::RangeStmt:
  case ast::Kind::SwitchStmt:
  case ast::Kind::TypeSwitchStmt:
  case ast::Kind::SelectStmt:
  case ast::Kind::GoStmt:
  case ast::Kind::DeferStmt:
  case ast::Kind::LabeledStmt:
  case ast::Kind::BranchStmt:
  case ast::Kind::DeclStmt:
  case ast::Kind::BadExpr:
  case ast::Kind::BadStmt: return 1 << 20;
  case ast::Kind::CallExpr: {
    auto& call = static_cast<CallExpr&>(n);
    if (sema::CallKind(call.callKind) == sema::CallKind::Call) return 1 << 20;
    if (sema::CallKind(call.callKind) == sema::CallKind::Builtin) {
      auto id = BuiltinId(call.builtin);
      if (id == BuiltinId::Recover || id == BuiltinId::Print || id == BuiltinId::Println) return 1 << 20;
    }
    break;
  }
  default: break;
  }
  int cost = 1;
  forEachChild(n, [&](Node& child) {
    if (cost <= budget) cost += costOf(child, budget - cost);
  });
  return cost;
}

} // namespace

bool canInline(Program& program, Plan& plan) {
  auto* decl = plan.object->node ? plan.object->node->as<FuncDecl>() : nullptr;
  if (!decl || (decl->pragmas & kPragmaNoinline)) return false;
  auto* signature = sema::as<sema::Signature>(plan.object->type);
  if (!signature || signature->variadic) return false;
  TypeView view(program.instances, plan.instantiation);
  if (!decl->body) {
    if (!decl->lazyBody.begin || decl->lazyBody.end.raw() - decl->lazyBody.begin.raw() > kMaxLazyBytes) return false;
  }
  if (!program.in.checker.checkBody(plan.object) || !decl->body || !decl->info) return false;
  sema::FuncInfo* info = decl->info;
  if (info->hasDefer || info->hasRecover || info->hasLabels || info->namedResults || !info->literals.empty()) return false;
  auto plain = [&](Object* v) {
    return !v->isAddrTaken && !v->isCaptured && view.rep(v->type)->slots <= 8;
  };
  for (Object* v : info->locals)
    if (!plain(v)) return false;
  if (signature->recv && !plain(signature->recv)) return false;
  for (Object* v : signature->params->vars)
    if (!plain(v)) return false;
  for (Object* v : signature->results->vars)
    if (view.rep(v->type)->slots > 8) return false;
  return costOf(*decl->body, kMaxNodes) <= kMaxNodes;
}

// The call's value in dst, which for a call without results is not looked at. dst may be a variable that the arguments
// mention: nothing is written before the last operand was read, but for aggregates.
bool FunctionLowerer::inlineCall(Reg dst, CallExpr& e, const Callee& callee) {
  Function* function = functionOf(callee);
  const Plan& plan = Program::planOf(*function);
  auto* decl = plan.object->node->as<FuncDecl>();
  sema::FuncInfo* fi = decl->info;
  sema::Signature* signature = fi->signature;
  TypeView inside(program_.instances, plan.instantiation);
  if (signature->results->size() > 1) return false;
  if (e.args.size() == 1 && e.args[0]->type && e.args[0]->type->kind == sema::TypeKind::Tuple) return false;
  if (inline_ && inline_->function == &plan) return false;
  if (signature->results->size() == 1) {
    const Rep* r = inside.rep(signature->results->at(0));
    if (r->slots > 0 && dst == kNoSlot) return false;
  }
  program_.escape.analyse(fi, plan.instantiation);
  Mark mark(*this);
  at(e.pos);
  // Parameters become variables of ours. A variable that the callee does not assign can stand for its parameter.
  std::vector<std::pair<Object*, Reg>> bound;
  bool anyCalls = callee.selector && hasCall(*callee.selector->x);
  EarlyCalls scope(*this);
  bool twoPasses = callsFirst(e.args);
  anyCalls = anyCalls || twoPasses;
  auto bindArgument = [&](Object* p, Expr* value) {
    sema::Type* type = inside.of(p->type);
    const Rep* r = rep(type);
    if (!p->isAssigned && !needsConversion(*value, type) && !value->constant) {
      if (auto* ident = unparen(value)->as<Ident>(); ident && ident->object && ident->object->isVar() && !ident->object->isPackageLevel) {
        Place from = place(ident->object, value->pos);
        if (from.kind == Place::Kind::Slot && !from.inMemoryForm && !info(ident->object).homed) {
          bound.push_back({p, from.base});
          return;
        }
      }
    }
    Reg slot = alloc(r);
    intoAs(slot, value, type);
    live(slot, r);
    bound.push_back({p, slot});
  };
  auto bindReceiver = [&] {
    Object* p = signature->recv;
    const sema::Selection& selection = *callee.selection;
    sema::Type* have = typeOf(*callee.selector->x);
    bool pointer = sema::as<sema::Pointer>(have) != nullptr;
    if (selection.index.size() <= 1 && pointer == callee.object->hasPointerRecv)
      return bindArgument(p, callee.selector->x);
    const Rep* r = inside.rep(p->type);
    Reg slot = alloc(r);
    receiverValue(slot, callee.selector->x, selection.index, callee.object);
    live(slot, r);
    bound.push_back({p, slot});
  };
  // Bound only when all are evaluated: an argument may itself contain a call of the same function.
  for (int pass = anyCalls ? 0 : 1; pass < 2; pass++) {
    if (signature->recv && (!anyCalls || hasCall(*callee.selector->x) == (pass == 0))) bindReceiver();
    for (size_t i = 0; i < e.args.size(); i++)
      if (!anyCalls || (twoPasses && isEarly(*e.args[i])) == (pass == 0)) bindArgument(signature->params->vars[i], e.args[i]);
  }
  for (auto [p, slot] : bound) bindSlot(p, slot);
  const Stmt* last = decl->body->stmts.empty() ? nullptr : decl->body->stmts.back();
  InlineContext context{inline_, &plan, signature, dst, b_.newLabel(), last};
  Reg statementTop = statementTop_;
  uint32_t oldInlined = inlined_;
  SourcePosition call = program_.positionOf(e.pos);
  call.inlined = inlined_;
  Pos old = pos_;
  inlined_ = b_.addInlineFrame(function->name, call);
  inline_ = &context;
  std::swap(view_, inside);
  pos_ = Pos();
  at(decl->body->pos);
  {
    Block block(*this);
    Conditional conditional(*this);
    statements(decl->body->stmts);
  }
  b_.bind(context.end);
  std::swap(view_, inside);
  inline_ = context.outer;
  statementTop_ = statementTop;
  inlined_ = oldInlined;
  pos_ = Pos();
  at(old);
  return true;
}

} // namespace gossamer::lower
