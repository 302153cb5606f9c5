// Names of tokens, and the token dump.
#include "frontend/lex/Lexer.h"

#include <cstdio>

namespace gossamer {

namespace {

enum class TokenClass : uint8_t { Special, Operator, Keyword, Filter };

struct TokenRow {
  std::string_view name;
  std::string_view spelling;
  TokenClass tokenClass;
};

constexpr TokenRow kTokens[] = {
    {"End", "EOF", TokenClass::Special},
#define GOSSAMER_TOKEN(Name, spelling, tokenClass) {#Name, spelling, TokenClass::tokenClass},
#include "frontend/lex/Tokens.def"
};

const TokenRow& row(Tok kind) {
  return kTokens[static_cast<size_t>(kind)];
}

} // namespace

std::string_view spelling(Tok kind) {
  return row(kind).spelling;
}
bool isKeyword(Tok kind) {
  return row(kind).tokenClass == TokenClass::Keyword;
}

std::string describe(const Token& token, std::string_view text) {
  std::string_view source = text.substr(token.begin, token.end - token.begin);
  switch (token.kind) {
  case Tok::Name: return "name " + std::string(source);
  case Tok::Literal: return "literal " + std::string(source);
  case Tok::Comma: return "comma";
  case Tok::Semi:
    switch (token.semi) {
    case SemiKind::Written: return "semicolon";
    case SemiKind::Newline: return "newline";
    case SemiKind::EndOfFile: return "EOF";
    }
    break;
  default: break;
  }
  std::string out = isKeyword(token.kind) ? "keyword " : "";
  return out.append(spelling(token.kind));
}

std::string dumpTokens(const SourceFile& file, DiagnosticEngine& diags) {
  SymbolTable symbols;
  Lexer lexer(file.text(), file.pos(0), &symbols, &diags);
  std::string out;
  for (;;) {
    Token token = lexer.next();
    LineColumn at = file.lineColumn(token.begin);
    char place[32];
    std::snprintf(place, sizeof place, "%u:%u\t", at.line, at.column);
    out += place;
    std::string_view source = file.text().substr(token.begin, token.end - token.begin);
    switch (token.kind) {
    case Tok::Name: out.append("name ").append(source); break;
    case Tok::Literal: {
      static constexpr std::string_view kNames[] = {"int ", "float ", "imaginary ", "rune ", "string "};
      out.append(kNames[static_cast<size_t>(token.lit)]);
      for (char c : source) c == '\n' ? out.append("\\n") : out.append(1, c);
      if (token.bad) out += " (malformed)";
      break;
    }
    default: out += describe(token, file.text()); break;
    }
    out += '\n';
    if (token.kind == Tok::End) return out;
  }
}

} // namespace gossamer
