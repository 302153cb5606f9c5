// stdmethods: methods whose names the library gives a meaning must have the signature that goes with it, or
// they are never called.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

#include <algorithm>
#include <vector>

namespace gossamer::vet {
namespace {

// Lists of types; one that begins with = must be so for the method to be meant at all.
struct Row {
  std::string_view name, params, results;
};
constexpr Row kRows[] = {
    {"As", "any", "bool"},
    {"Format", "=fmt.State, rune", ""},
    {"GobDecode", "[]byte", "error"},
    {"GobEncode", "", "[]byte, error"},
    {"Is", "error", "bool"},
    {"MarshalJSON", "", "[]byte, error"},
    {"MarshalXML", "*xml.Encoder, xml.StartElement", "error"},
    {"ReadByte", "", "byte, error"},
    {"ReadFrom", "=io.Reader", "int64, error"},
    {"ReadRune", "", "rune, int, error"},
    {"Scan", "=fmt.ScanState, rune", "error"},
    {"Seek", "=int64, int", "int64, error"},
    {"UnmarshalJSON", "[]byte", "error"},
    {"UnmarshalXML", "*xml.Decoder, xml.StartElement", "error"},
    {"UnreadByte", "", "error"},
    {"UnreadRune", "", "error"},
    {"Unwrap", "", "error"},
    {"WriteByte", "byte", "error"},
    {"WriteTo", "=io.Writer", "int64, error"},
};

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> out;
  while (!list.empty()) {
    size_t comma = std::min(list.find(", "), list.size());
    out.push_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 2, list.size()));
  }
  return out;
}

// Do the types fit the list? Only those that decide whether the method is meant, or all.
bool has(std::string_view list, const sema::Tuple& types, bool onlyDecisive) {
  std::vector<std::string_view> wanted = split(list);
  auto fits = [](std::string_view want, sema::Type* type) {
    std::string name = sema::typeString(sema::unalias(type));
    if (want == "any") return name == "interface{}";
    if (want == "byte") return name == "byte" || name == "uint8";
    if (want == "[]byte") return name == "[]byte" || name == "[]uint8";
    if (want == "rune") return name == "rune" || name == "int32";
    return name == want;
  };
  for (size_t i = 0; i < wanted.size(); ++i) {
    bool decisive = wanted[i].starts_with('=');
    if (onlyDecisive && !decisive) continue;
    if (i >= types.size() || !fits(decisive ? wanted[i].substr(1) : wanted[i], types.at(i))) return false;
  }
  return onlyDecisive || types.size() == wanted.size();
}

std::string expected(const Row& row) {
  std::string params(row.params);
  std::erase(params, '=');
  std::string out = std::string(row.name) + "(" + params + ")";
  if (row.results.find(',') != std::string_view::npos) return out + " (" + std::string(row.results) + ")";
  return row.results.empty() ? out : out + " " + std::string(row.results);
}

void checkMethod(Pass& pass, const ast::Ident& name, sema::Object* method, sema::Type* receiver) {
  auto* signature = method ? sema::cast<sema::Signature>(method->type) : nullptr;
  if (!signature) return;
  auto row = std::find_if(std::begin(kRows), std::end(kRows),
                          [&](const Row& each) { return each.name == name.name.view(); });
  if (row == std::end(kRows)) return;
  bool ofErrors = row->name == "Is" || row->name == "As" || row->name == "Unwrap";
  if (ofErrors && !(receiver && implements(pass.types(), receiver, pass.types().errorType()))) return;
  std::string want = expected(*row);
  if (row->name == "Unwrap") {
    sema::Type* result = signature->results->size() == 1 ? signature->results->at(0) : nullptr;
    auto* slice = result ? sema::cast<sema::Slice>(sema::unalias(result)) : nullptr;
    if (signature->params->size() == 0 && (isErrorType(result) || (slice && isErrorType(slice->elem))))
      return;
    return pass.report(name.pos, "method Unwrap() should have signature Unwrap() error or Unwrap() []error");
  }
  if (!has(row->params, *signature->params, true)) return;
  if (has(row->params, *signature->params, false) && has(row->results, *signature->results, false)) return;
  std::string is = std::string(name.name.view()) + signatureText(*signature);
  pass.report(name.pos, "method " + is + " should have signature " + want);
}

} // namespace

void checkStdMethods(Pass& pass) {
  pass.on<ast::FuncDecl>([&pass](ast::FuncDecl& f) {
    if (!f.receiver) return;
    auto* signature = f.object ? sema::cast<sema::Signature>(f.object->type) : nullptr;
    checkMethod(pass, *f.name, f.object, signature && signature->recv ? signature->recv->type : nullptr);
  });
  pass.on<ast::InterfaceTypeExpr>([&pass](ast::InterfaceTypeExpr& x) {
    auto* interface = x.type ? sema::as<sema::Interface>(x.type) : nullptr;
    if (!interface) return;
    for (ast::Field* field : x.elements)
      for (ast::Ident* name : field->names)
        for (sema::Object* method : interface->methods)
          if (method->pos == name->pos) checkMethod(pass, *name, method, nullptr);
  });
}

} // namespace gossamer::vet
