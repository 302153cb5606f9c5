// timeformat: 2006-02-01, a layout with day and month in the order that hardly anyone means.
#include "frontend/vet/Pass.h"
#include "frontend/vet/PrintfFormat.h"
#include "frontend/vet/Queries.h"

namespace gossamer::vet {

void checkTimeFormat(Pass& pass) {
  pass.on<ast::CallExpr>([&pass](ast::CallExpr& call) {
    sema::Object* callee = pass.callee(call);
    if (call.args.empty() ||
        (!isMethod(callee, "time", "Time", "Format") && !isFunction(callee, "time", "Parse")))
      return;
    auto layout = constantString(call.args[0]);
    if (!layout) return;
    constexpr std::string_view kSuspect = "2006-02-01";
    size_t at = layout->find(kSuspect);
    if (at == std::string_view::npos) return;
    Pos place = ast::startPos(*call.args[0]);
    if (auto* literal = call.args[0]->as<ast::BasicLit>())
      place = place.advanced(static_cast<uint32_t>(offsetInLiteral(literal->text, at)));
    pass.report(place, "2006-02-01 should be 2006-01-02");
  });
}

} // namespace gossamer::vet
