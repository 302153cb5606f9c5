// stringintconv: string(65) is "A", which hardly anyone who writes it wants; of a rune or a byte it is what
// one means.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {
namespace {

bool isText(sema::Type* type) {
  return sema::basicKind(type) == sema::BasicKind::String;
}

bool isNumber(sema::Type* type) {
  sema::BasicKind kind = sema::basicKind(type);
  return sema::isInteger(type) && kind != sema::BasicKind::Int32 && kind != sema::BasicKind::Uint8 &&
         kind != sema::BasicKind::UntypedRune;
}

// A type's name, with what it is made of where the name does not say, or with the type parameter it may stand
// for.
std::string describe(sema::Type* type, sema::Type* term) {
  auto name = [](sema::Type* t) -> std::string { // of whatever package, not qualified
    if (auto* named = sema::cast<sema::Named>(t)) return std::string(named->obj->name.view());
    if (auto* alias = sema::cast<sema::Alias>(t)) return std::string(alias->obj->name.view());
    return typeText(t);
  };
  bool isParameter = sema::isTypeParam(type);
  std::string underlying = typeText(sema::under(term));
  std::string out = name(isParameter ? term : type);
  if (out != underlying) out += " (" + underlying + ")";
  return isParameter ? out + " (in " + name(type) + ")" : out;
}

sema::Type* firstOf(sema::Type* type, bool (*wanted)(sema::Type*)) {
  for (sema::Type* term : possibleTypes(type))
    if (wanted(term)) return term;
  return nullptr;
}

} // namespace

void checkStringIntConv(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    bool named = call.fun->is(ast::Kind::Ident) || call.fun->is(ast::Kind::SelectorExpr);
    if (!named || !isConversion(call) || call.args.size() != 1) return;
    ast::Expr& value = *call.args[0];
    sema::Type* from = value.type;
    sema::Type* to = call.fun->type;
    if (!from || !to || from->kind == sema::TypeKind::Tuple) return;
    sema::Type* text = firstOf(to, isText);
    sema::Type* number = text ? firstOf(from, isNumber) : nullptr;
    if (!number) return;
    pass.report(ast::startPos(call), "conversion from " + describe(from, number) + " to " +
                                         describe(to, text) +
                                         " yields a string of one rune, not a string of digits");
  });
}

} // namespace gossamer::vet
