// printf: calls of Printf, Println and functions that behave like them, those of the package included.
#include "frontend/vet/Pass.h"
#include "frontend/vet/PrintfFormat.h"
#include "frontend/vet/PrintfTypes.h"
#include "frontend/vet/PrintfWrappers.h"
#include "frontend/vet/Queries.h"
#include "frontend/vet/SourceText.h"

#include <memory>

namespace gossamer::vet {
namespace {

std::string counted(size_t n, std::string_view what) {
  return std::to_string(n) + " " + std::string(what) + (n == 1 ? "" : "s");
}

// A value of a function type without a name; a named one may have a String method.
bool isFunctionValue(const ast::Expr& x) {
  return x.type && sema::unalias(x.type)->kind == sema::TypeKind::Signature;
}

class Printf {
public:
  explicit Printf(Pass& pass) : pass_(pass), functions_(pass) {}

  void call(ast::CallExpr& call) {
    sema::Object* printer = functions_.printer(call);
    PrintKind kind = functions_.kindOf(printer);
    if (kind == PrintKind::None) return;
    auto* signature = sema::as<sema::Signature>(ast::unparen(call.fun)->type);
    if (!signature || !signature->variadic) return;
    call_ = &call;
    kind_ = kind;
    printer_ = printer;
    name_ = printer->isFunc() ? nameOf(*printer, call) : std::string(printer->name.view());
    size_t variadic = signature->params->size() - 1;
    if (kind == PrintKind::Print)
      print(variadic);
    else if (variadic > 0)
      printf(variadic - 1);
  }

private:
  // A method of an instance of a generic type goes by the instance.
  static std::string nameOf(const sema::Object& printer, const ast::CallExpr& call) {
    auto* selector = ast::unparen(call.fun)->as<ast::SelectorExpr>();
    const sema::Object* selected = selector && selector->selection ? selector->selection->obj : nullptr;
    return fullName(selected && selected->type ? *selected : printer);
  }

  std::string text(const ast::Expr& x) const { return sourceText(x, &pass_.sources()); }
  void report(Pos at, std::string message) { pass_.report(at, name_ + " " + std::move(message)); }

  // Where a directive of the format stands: in the literal, if the format is one.
  Pos placeOf(const Directive& directive) const {
    if (auto* literal = format_->as<ast::BasicLit>())
      return literal->pos.advanced(static_cast<uint32_t>(offsetInLiteral(literal->text, directive.offset)));
    return ast::startPos(*format_);
  }

  void printf(size_t formatIndex) {
    if (formatIndex >= call_->args.size()) return;
    format_ = call_->args[formatIndex];
    first_ = formatIndex + 1;
    auto format = constantString(format_);
    if (!format) {
      // A text that happens to hold a % would be misread.
      constexpr int kSince = 24;
      if (call_->args.size() == first_ && !call_->hasDots && pass_.goMinor() >= kSince &&
          sema::modeOf(*format_) != sema::Mode::Invalid && sema::isString(format_->type))
        pass_.report(ast::startPos(*format_), "non-constant format string in call to " + name_);
      return;
    }
    if (format->find('%') == std::string_view::npos) {
      if (call_->args.size() > first_)
        report(ast::startPos(*call_->args[first_]), "call has arguments but no formatting directives");
      return;
    }
    Format parsed = parseFormat(*format);
    if (!parsed.error.empty()) return report(ast::startPos(*format_), "format " + parsed.error);
    size_t used = first_;
    bool indexed = false;
    for (const Directive& directive : parsed.directives) {
      if (directive.verb == "w" && kind_ != PrintKind::Errorf)
        return report(placeOf(directive), "does not support error-wrapping directive %w");
      if (!check(directive)) return;
      for (int argument : {directive.width, directive.precision, directive.argument})
        if (argument != Directive::kNoArgument)
          used = std::max(used, first_ + static_cast<size_t>(argument) + 1);
      indexed |= directive.indexed;
    }
    if (call_->hasDots && used + 1 >= call_->args.size()) return;
    if (indexed || used == call_->args.size()) return;
    report(ast::startPos(*call_), "call needs " + counted(used - first_, "arg") + " but has " +
                                      counted(call_->args.size() - first_, "arg"));
  }

  // False when it has reported something: what follows would only follow from that.
  bool check(const Directive& directive) {
    const Verb* verb = findVerb(directive.verb);
    std::string format = "format " + std::string(directive.text) + " ";
    size_t index = first_ + static_cast<size_t>(std::max(directive.argument, 0));
    bool there = directive.argument != Directive::kNoArgument && index < call_->args.size();
    if (!there || !isFormatter(pass_.types(), call_->args[index]->type) ||
        (verb && verb->prints == prints::kError)) {
      if (!verb)
        return report(placeOf(directive), format + "has unknown verb " + std::string(directive.verb)), false;
      for (char flag : directive.flags)
        if (flag != '0' && verb->flags.find(flag) == std::string_view::npos)
          return report(placeOf(directive), format + "has unrecognized flag " + flag), false;
    }
    std::string reason;
    for (int star : {directive.width, directive.precision}) {
      if (star == Directive::kNoArgument) continue;
      ast::Expr* size = argument(directive, star);
      if (!size) return false;
      if (!canPrint(pass_.types(), prints::kInt, typeOf(*size), reason))
        return report(placeOf(directive),
                      format + "uses non-int " + text(*size) + because(reason) + " as argument of *"),
               false;
    }
    if (directive.argument == Directive::kNoArgument) return true;
    ast::Expr* value = argument(directive, directive.argument);
    if (!value) return false;
    if (!verb) return true;
    if (isFunctionValue(*value) && directive.verb != "p" && directive.verb != "T")
      return report(placeOf(directive), format + "arg " + text(*value) + " is a func value, not called"),
             false;
    if (!canPrint(pass_.types(), verb->prints, typeOf(*value), reason))
      return report(placeOf(directive), format + "has arg " + text(*value) + " of wrong type " +
                                            typeText(typeOf(*value)) + because(reason)),
             false;
    if ((verb->prints & prints::kString) && directive.verb != "T" &&
        directive.flags.find('#') == std::string_view::npos)
      if (std::string method = recursion(*value); !method.empty())
        return report(placeOf(directive),
                      format + "with arg " + text(*value) + " causes recursive " + method + " method call"),
               false;
    return true;
  }

  static std::string because(const std::string& reason) { return reason.empty() ? "" : " (" + reason + ")"; }
  sema::Type* typeOf(const ast::Expr& x) const {
    return sema::modeOf(x) == sema::Mode::Nil ? pass_.types().basic(sema::BasicKind::UntypedNil) : x.type;
  }

  // The argument of that number, if there is one to look at; if there is none at all that is reported.
  ast::Expr* argument(const Directive& directive, int number) {
    size_t index = first_ + static_cast<size_t>(number);
    if (index + 1 < call_->args.size()) return call_->args[index];
    if (call_->hasDots) return nullptr;
    bool many = call_->args.size() == first_ + 1 && call_->args[first_]->type &&
                call_->args[first_]->type->kind == sema::TypeKind::Tuple;
    if (many) return nullptr;
    if (index < call_->args.size()) return call_->args[index];
    report(placeOf(directive), "format " + std::string(directive.text) + " reads arg #" +
                                   std::to_string(number + 1) + ", but call has " +
                                   counted(call_->args.size() - first_, "arg"));
    return nullptr;
  }

  void print(size_t variadic) {
    if (call_->args.size() <= variadic) return;
    std::span<ast::Expr* const> arguments(call_->args);
    arguments = arguments.subspan(variadic);
    Pos at = ast::startPos(*call_);
    if (variadic == 0)
      if (auto* selector = arguments[0]->as<ast::SelectorExpr>()) {
        auto* package = selector->x->as<ast::Ident>();
        if (package && package->name.view() == "os" && selector->sel->name.view().starts_with("Std"))
          report(at, "does not take io.Writer but has first arg " + text(*arguments[0]));
      }
    if (auto first = constantString(arguments[0])) {
      std::string_view directive =
          findDirective(first->ends_with('%') ? first->substr(0, first->size() - 1) : *first);
      if (!directive.empty())
        report(at, "call has possible Printf formatting directive " + std::string(directive));
    }
    if (printer_->name.view().ends_with("ln"))
      if (auto last = constantString(arguments.back()); last && last->ends_with('\n'))
        report(at, "arg list ends with redundant newline");
    for (ast::Expr* argument : arguments) {
      if (isFunctionValue(*argument)) report(at, "arg " + text(*argument) + " is a func value, not called");
      if (std::string method = recursion(*argument); !method.empty())
        report(at, "arg " + text(*argument) + " causes recursive call to " + method + " method");
    }
  }

  // The String or Error method around the call, if what is printed is its own receiver.
  std::string recursion(ast::Expr& argument) {
    const ast::Expr* x = ast::unparen(&argument);
    if (auto* unary = x->as<ast::UnaryExpr>(); unary && unary->op == ast::Op::And) x = unary->x;
    const sema::Object* object = objectOf(x);
    if (!object || !printsItself(pass_.types(), argument.type)) return {};
    for (ast::Node* node : pass_.path()) {
      auto* method = node->as<ast::FuncDecl>();
      if (!method || !method->receiver || !method->object) continue;
      std::string_view name = method->name->name.view();
      if ((name != "String" && name != "Error") || !printsItself(pass_.types(), receiverOf(*method)))
        continue;
      auto* signature = sema::cast<sema::Signature>(method->object->type);
      if (signature && signature->recv == object && signature->params->size() == 0)
        return fullName(*method->object);
    }
    return {};
  }
  static sema::Type* receiverOf(const ast::FuncDecl& method) {
    auto* signature = sema::cast<sema::Signature>(method.object->type);
    return signature && signature->recv ? signature->recv->type : nullptr;
  }

  Pass& pass_;
  PrintFunctions functions_;
  // Of the call at hand
  ast::CallExpr* call_ = nullptr;
  ast::Expr* format_ = nullptr;
  const sema::Object* printer_ = nullptr;
  PrintKind kind_ = PrintKind::None;
  std::string name_;
  size_t first_ = 0; // index of the first argument to print
};

} // namespace

void checkPrintf(Pass& pass) {
  auto state = std::make_shared<Printf>(pass);
  pass.on<ast::CallExpr>([state](ast::CallExpr& call) { state->call(call); });
}

} // namespace gossamer::vet
