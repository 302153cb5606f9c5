// buildtag: a //go:build line counts only above the package clause, and only the first one.
#include "frontend/vet/Pass.h"

#include <utility>

namespace gossamer::vet {

void checkBuildTag(Pass& pass) {
  pass.on<ast::File>([&pass](ast::File& file) {
    bool found = false;
    for (ast::Directive* directive : file.directives) {
      if (directive->name != "build") continue;
      if (directive->pos > file.package->pos)
        pass.report(directive->pos, "misplaced //go:build comment");
      else if (std::exchange(found, true))
        pass.report(directive->pos, "unexpected extra //go:build line");
    }
  });
}

} // namespace gossamer::vet
