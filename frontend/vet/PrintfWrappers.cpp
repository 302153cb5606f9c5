#include "frontend/vet/PrintfWrappers.h"

#include "frontend/vet/Queries.h"

#include <algorithm>

namespace gossamer::vet {
namespace {

PrintKind libraryKind(const sema::Object& function) {
  constexpr std::string_view kFunctions[] = {"Append",  "Appendln", "Fprint",   "Fprintln", "Print",
                                             "Println", "Sprint",   "Sprintln", "Appendf",  "Fprintf",
                                             "Printf",  "Sprintf",  "Errorf"};
  constexpr std::string_view kLogging[] = {"Fatal",   "Fatalln", "Panic",  "Panicln", "Print",
                                           "Println", "Fatalf",  "Panicf", "Printf"};
  constexpr std::string_view kTesting[] = {"Error",  "Fatal",  "Log",  "Skip",
                                           "Errorf", "Fatalf", "Logf", "Skipf"};
  std::string_view name = function.name.view(), path = function.pkg ? function.pkg->path : std::string_view();
  auto among = [&](auto& names) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
  };
  bool prints = false;
  if (path == "fmt")
    prints = !function.isMethod && among(kFunctions);
  else if (path == "log")
    prints = (!function.isMethod || isMethod(&function, "log", "Logger", name)) && among(kLogging);
  else if (path == "testing")
    prints = (isMethod(&function, "testing", "common", name) || isMethod(&function, "testing", "TB", name)) &&
             among(kTesting);
  if (!prints) return PrintKind::None;
  if (path == "fmt" && name == "Errorf") return PrintKind::Errorf;
  return name.ends_with('f') ? PrintKind::Printf : PrintKind::Print;
}

bool isAnySlice(sema::Type* type) {
  auto* slice = type ? sema::as<sema::Slice>(type) : nullptr;
  auto* element = slice ? sema::as<sema::Interface>(slice->elem) : nullptr;
  return element && sema::typeSet(element).methods.empty() && sema::typeSet(element).isMethodSet();
}

} // namespace

PrintFunctions::PrintFunctions(Pass& pass) : pass_(pass) {
  collect();
  for (const Wrapper& wrapper : candidates_) findForwards(wrapper);
  resolve();
  for (const Wrapper& wrapper : candidates_) reportForgottenDots(wrapper);
}

void PrintFunctions::collect() {
  auto literal = [&](sema::Object* variable, ast::Expr* value) {
    auto* function = value ? ast::unparen(value)->as<ast::FuncLit>() : nullptr;
    if (variable && function && function->info) consider(variable, function->info->signature, function->body);
  };
  for (ast::File* file : pass_.package().files)
    forEachNode(*file, [&](ast::Node& node) {
      if (auto* f = node.as<ast::FuncDecl>()) {
        if (f->object && f->body) consider(f->object, sema::cast<sema::Signature>(f->object->type), f->body);
      } else if (auto* spec = node.as<ast::ValueSpec>(); spec && spec->names.size() == spec->values.size()) {
        for (size_t i = 0; i < spec->names.size(); ++i) literal(spec->names[i]->object, spec->values[i]);
      } else if (auto* stmt = node.as<ast::AssignStmt>(); stmt && stmt->lhs.size() == stmt->rhs.size()) {
        for (size_t i = 0; i < stmt->lhs.size(); ++i) {
          auto* selector = stmt->lhs[i]->as<ast::SelectorExpr>();
          literal(selector && selector->selection ? selector->selection->obj : objectOf(stmt->lhs[i]),
                  stmt->rhs[i]);
        }
      }
      return true;
    });
}

void PrintFunctions::consider(sema::Object* object, const sema::Signature* signature, ast::BlockStmt* body) {
  if (!signature || !signature->variadic) return;
  std::span<sema::Object*> params = signature->params->vars;
  if (!params.back()->name || !isAnySlice(params.back()->type)) return;
  const sema::Object* format = params.size() > 1 ? params[params.size() - 2] : nullptr;
  if (format && sema::unalias(format->type) != pass_.types().basic(sema::BasicKind::String)) format = nullptr;
  candidates_.push_back({object, format, params.back(), body});
}

void PrintFunctions::findForwards(const Wrapper& wrapper) {
  std::vector<std::pair<const sema::Object*, Forward>> found;
  bool changed = false; // the wrapper does something with its parameters before handing them on
  auto isParameter = [&](const ast::Expr* x) {
    const sema::Object* object = objectOf(x);
    return object && (object == wrapper.format || object == wrapper.arguments);
  };
  forEachNode(*wrapper.body, [&](ast::Node& node) {
    if (auto* stmt = node.as<ast::AssignStmt>()) {
      changed |= std::any_of(stmt->lhs.begin(), stmt->lhs.end(), isParameter);
    } else if (auto* unary = node.as<ast::UnaryExpr>()) {
      changed |= unary->op == ast::Op::And && isParameter(unary->x);
    } else if (auto* call = node.as<ast::CallExpr>(); call && call->hasDots && !call->args.empty()) {
      const sema::Object* callee = printer(*call);
      if (!callee || objectOf(call->args.back()) != wrapper.arguments) return true;
      bool withFormat = wrapper.format && call->args.size() > 1 &&
                        objectOf(call->args[call->args.size() - 2]) == wrapper.format;
      found.push_back({callee, {wrapper.object, withFormat}});
    }
    return !changed;
  });
  if (changed) return;
  for (auto& [callee, forward] : found) forwards_[callee].push_back(forward);
}

// From the library's functions to their wrappers, from those to theirs…
void PrintFunctions::resolve() {
  std::vector<const sema::Object*> work;
  for (const auto& [callee, forwards] : forwards_)
    if (callee->isFunc() && libraryKind(*callee) != PrintKind::None) work.push_back(callee);
  while (!work.empty()) {
    const sema::Object* callee = work.back();
    work.pop_back();
    auto it = forwards_.find(callee);
    if (it == forwards_.end()) continue;
    PrintKind kind = kindOf(callee);
    for (const Forward& forward : it->second)
      if ((kind == PrintKind::Print || forward.withFormat) && own_.try_emplace(forward.wrapper, kind).second)
        work.push_back(forward.wrapper);
  }
}

void PrintFunctions::reportForgottenDots(const Wrapper& wrapper) const {
  forEachNode(*wrapper.body, [&](ast::Node& node) {
    auto* call = node.as<ast::CallExpr>();
    if (!call || call->hasDots || call->args.empty() || objectOf(call->args.back()) != wrapper.arguments)
      return true;
    // Beside others, the slice may be meant as one argument.
    auto* signature = sema::as<sema::Signature>(call->fun->type);
    if (!signature || signature->params->size() != call->args.size()) return true;
    PrintKind kind = kindOf(printer(*call));
    bool prints = kind == PrintKind::Print;
    bool forwardsFormat = wrapper.format && call->args.size() > 1 &&
                          objectOf(call->args[call->args.size() - 2]) == wrapper.format;
    if (!prints && (kind == PrintKind::None || !forwardsFormat)) return true;
    pass_.report(ast::startPos(*call), std::string("missing ... in args forwarded to ") +
                                           (prints ? "print" : "printf") + "-like function");
    return true;
  });
}

sema::Object* PrintFunctions::printer(const ast::CallExpr& call) const {
  if (static_cast<sema::CallKind>(call.callKind) != sema::CallKind::Call) return nullptr;
  if (sema::Object* function = calledFunction(call)) return function;
  const ast::Expr* fun = ast::unparen(call.fun);
  auto* selector = fun->as<ast::SelectorExpr>();
  sema::Object* object = selector ? selector->selection ? selector->selection->obj : nullptr : objectOf(fun);
  if (!object || !object->isVar()) return nullptr;
  return object->origin ? object->origin : object;
}

PrintKind PrintFunctions::kindOf(const sema::Object* printer) const {
  if (!printer) return PrintKind::None;
  if (auto it = own_.find(printer); it != own_.end()) return it->second;
  return printer->isFunc() ? libraryKind(*printer) : PrintKind::None;
}

} // namespace gossamer::vet
