// unmarshal: decoders write through their argument, which must be a pointer.
#include "frontend/vet/Pass.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkUnmarshal(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    const sema::Object* callee = pass.callee(call);
    if (!callee || call.args.empty()) return;
    size_t target = 0;
    std::string_view which;
    for (std::string_view path : {"encoding/json", "encoding/xml", "encoding/asn1"})
      if (isFunction(callee, path, "Unmarshal")) target = 1, which = " as second argument";
    bool decodes = false;
    for (std::string_view path : {"encoding/json", "encoding/gob", "encoding/xml"})
      decodes |= isMethod(callee, path, "Decoder", "Decode");
    if (which.empty() && !decodes) return;
    if (target >= call.args.size() || call.hasDots) return;
    sema::Type* type = call.args[target]->type;
    bool isNil = sema::modeOf(*call.args[target]) == sema::Mode::Nil;
    if (!type || sema::isTypeParam(type)) return;
    if (!isNil && (sema::as<sema::Pointer>(type) || sema::isInterface(type))) return;
    pass.report(call.pos,
                "call of " + std::string(callee->name.view()) + " passes non-pointer" + std::string(which));
  });
}

} // namespace gossamer::vet
