// Any bytes must lex: tokens lie in order within the text, and the lexer reaches the end.
#include "frontend/lex/Lexer.h"

#include <cstdlib>

using namespace gossamer;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  SourceManager sources;
  SourceFile* file = sources.add("fuzz.go", std::string(reinterpret_cast<const char*>(data), size));
  SymbolTable symbols;
  DiagnosticEngine diags(sources);
  Lexer lexer(file->text(), file->pos(0), &symbols, &diags);
  uint32_t end = 0;
  for (;;) {
    Token token = lexer.next();
    if (token.begin < end || token.end < token.begin || token.end > size) std::abort();
    end = token.end;
    if (token.kind == Tok::End) break;
  }
  diags.render(RenderOptions{.color = true, .sourceLine = true, .limit = 0});
  dumpTokens(*file, diags);
  return 0;
}
