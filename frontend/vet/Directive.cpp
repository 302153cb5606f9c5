// directive: //go:debug lines set up a program, and do so only above the package clause of one.
#include "frontend/vet/Pass.h"

namespace gossamer::vet {

void checkDirective(Pass& pass) {
  pass.on<ast::File>([&pass](ast::File& file) {
    const SourceFile* source = pass.sources().fileOf(file.pos);
    bool isProgram = pass.package().name.view() == "main" || (source && source->name().ends_with("_test.go"));
    for (ast::Directive* directive : file.directives) {
      if (directive->name != "debug") continue;
      if (!isProgram)
        pass.report(directive->pos, "//go:debug directive only valid in package main or test");
      else if (directive->pos > file.package->pos)
        pass.report(directive->pos, "//go:debug directive only valid before package declaration");
    }
  });
}

} // namespace gossamer::vet
