// The scanner: text to tokens, with Go's automatic semicolons. Lexer.re is its re2c source.
//
// It reads text that is followed by a zero byte and never looks past that; within the text a zero byte is an
// error like any other stray character. Malformed tokens are reported in gc's words and come out as the token
// they were meant to be, marked bad, so that parsing goes on.
//
// Thread safety: none. Allocates only when interning a new name.
#pragma once

#include "frontend/ast/Ast.h"
#include "frontend/ast/Symbol.h"
#include "frontend/source/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gossamer {

enum class Tok : uint8_t {
  End,
#define GOSSAMER_TOKEN(Name, spelling, class) Name,
#include "frontend/lex/Tokens.def"
};

enum class SemiKind : uint8_t { Written, Newline, EndOfFile };

struct Token {
  Tok kind = Tok::End;
  bool bad = false;                     // a malformed literal, already reported
  ast::LitKind lit = ast::LitKind::Int; // of a Literal
  SemiKind semi = SemiKind::Written;    // of a Semi
  uint32_t begin = 0;                   // offsets in the lexer's text
  uint32_t end = 0;
  Symbol name; // of a Name
};

// "for", "(", …; a class name ("name", "literal") for tokens without a fixed spelling.
std::string_view spelling(Tok kind);
bool isKeyword(Tok kind);
// A token as gc names it in messages: "name x", "literal 5", "keyword for", "newline", "comma", "(".
std::string describe(const Token& token, std::string_view text);

// A //go:name comment.
struct DirectiveComment {
  uint32_t begin = 0;
  std::string_view name;
  std::string_view args;
};

class Lexer {
public:
  // Reads text[begin, end). `base` is the position of text[0]; text[text.size()] must be readable and zero.
  // With neither diagnostics nor symbols it only finds where tokens are.
  Lexer(std::string_view text, Pos base, SymbolTable* symbols, DiagnosticEngine* diags, uint32_t begin = 0);

  Token next();

  // Goes on at an offset, as if the token before it had ended a statement or not.
  void jump(uint32_t offset, bool semicolonNext);
  // What is needed to come back here.
  struct State {
    uint32_t offset;
    bool needSemi;
  };
  State state() const { return {static_cast<uint32_t>(cursor_ - text_), needSemi_}; }
  void restore(State state) { jump(state.offset, state.needSemi); }
  // While muted, nothing is reported or recorded: for looking ahead.
  void mute(bool on) { muted_ = on; }

  std::string_view text() const { return {text_, static_cast<size_t>(limit_ - text_)}; }
  Pos pos(uint32_t offset) const { return base_.advanced(offset); }
  const std::vector<DirectiveComment>& directives() const { return directives_; }
  // The //line and /*line*/ comments met so far, in the order of the text.
  const std::vector<LineDirective>& lineDirectives() const { return lineDirectives_; }
  bool sawError() const { return sawError_; }

private:
  void commit(const unsigned char* cursor) { cursor_ = reinterpret_cast<const char*>(cursor); }
  Token make(Tok kind, const char* start);
  Token name(const char* start);
  Token keyword(Tok kind, const char* start);
  Token number(const char* start);
  Token string(const char* start);
  Token rawString(const char* start);
  Token rune(const char* start);
  bool escape(char quote);
  unsigned digits(int base, const char** invalid);
  void lineComment(const char* start);
  void lineDirective(std::string_view text, const char* next);
  void blockComment(const char* start, bool* newline);
  void identifierTail(bool first);
  // Steps over one character of any kind; false when it was one that gc drops (bad UTF-8, NUL, BOM),
  // reported.
  bool step();
  // The character at the cursor without stepping: -1 at the end, -2 for one that step() would drop.
  int32_t peek(int* width) const;
  bool atEnd() const { return cursor_ == limit_; }
  void dropBad();
  void error(const char* at, std::string message);

  const char* text_;
  const char* limit_;
  const char* cursor_;
  Pos base_;
  SymbolTable* symbols_;
  DiagnosticEngine* diags_;
  bool needSemi_ = false;
  bool muted_ = false;
  bool sawError_ = false;
  std::vector<DirectiveComment> directives_;
  std::vector<LineDirective> lineDirectives_;
};

// The tokens of a file as text, a token a line: what `gossamer dump --tokens` prints.
std::string dumpTokens(const SourceFile& file, DiagnosticEngine& diags);

} // namespace gossamer
