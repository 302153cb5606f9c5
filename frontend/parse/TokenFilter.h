// Between lexer and parser: turns '{' and '[' into what the grammar needs to stay LALR(1), skips function
// bodies that are parsed later, and after a syntax error finds where parsing can go on.
//
// It keeps a stack of the open brackets. The grammar tells it, by opened(), which of them list statements,
// fields, specs or clauses: these are where recovery may stop, and everything else is skipped over with
// balanced brackets.
//
// Thread safety: none.
#pragma once

#include "frontend/lex/Lexer.h"
#include "frontend/parse/Parser.h"

#include <span>
#include <vector>

namespace gossamer::parse {

enum class Bracket : uint8_t {
  Plain,   // parentheses, indices, composite literals
  Block,   // statements
  Body,    // statements of an if or for: ends the header before it
  Clauses, // of a switch or select: ends the header before it
  Fields,  // of a struct or interface
  Group,   // of an import, const, type or var declaration
};

// What was being read when a syntax error struck: where to go on.
enum class Sync : uint8_t {
  Item,       // a statement, field or spec: at the next ';' or the closing bracket
  Clause,     // at the next case or default, or the closing brace
  CaseHeader, // as if the ':' of the case had been reached
  Top,        // at the next declaration
};

class TokenFilter {
public:
  TokenFilter(Lexer& lexer, Tok start, std::span<const BodyRange> bodies, uint32_t stop)
      : lexer_(lexer), start_(start), bodies_(bodies), stop_(stop) {}

  // Valid until the next but two.
  const Token& next();

  // The bracket just read is of this kind.
  void opened(Bracket role);
  // Forgets the token last read and all of the construct around it; the next token is one to go on with.
  void recover(Sync sync);
  // Too many brackets are open: next() then only yields the end.
  bool tooDeep() const { return tooDeep_; }
  uint32_t deepAt() const { return deepAt_; }

  const Token& last() const { return recent_[last_]; }
  const Token& previous() const { return recent_[(last_ + 2) % 3]; }
  const Token& beforePrevious() const { return recent_[(last_ + 1) % 3]; }
  // The token after the last one, without reading it.
  Token peek();
  // Where the switch or select that was closed last was closed; 0 for none.
  uint32_t lastClausesClose() const { return lastClausesClose_; }

private:
  struct Open {
    Tok kind; // of the opening bracket
    Bracket role;
    bool header;    // whether a header goes on after the bracket
    bool typeGroup; // type ( … )
  };
  enum class Effect : uint8_t { None, Pushed, Popped };

  void classify(Token& token);
  void push(Tok kind);
  void undoLast();
  bool opensTypeParams();
  bool closes(size_t from);
  void skipBalanced();
  Token synthetic(Tok kind);
  static bool isOpener(Tok kind) { return kind == Tok::Lparen || kind == Tok::Lbrack || kind == Tok::Lbrace; }
  static bool isCloser(Tok kind) { return kind == Tok::Rparen || kind == Tok::Rbrack || kind == Tok::Rbrace; }
  static bool match(Tok open, Tok close);

  Lexer& lexer_;
  Tok start_;
  std::span<const BodyRange> bodies_;
  uint32_t stop_;
  bool header_ = false;
  bool tooDeep_ = false;
  std::vector<Open> open_;
  std::vector<Token> queued_; // in reverse
  Token recent_[3]; // a ring
  unsigned last_ = 0;
  // To take the last token back.
  Lexer::State beforeLast_{0, false};
  Effect effect_ = Effect::None;
  Open popped_{};
  bool headerBeforeLast_ = false;
  uint32_t lastClausesClose_ = 0;
  uint32_t deepAt_ = 0;
  uint32_t scanBudget_ = 1u << 21; // tokens that looking ahead may still read: keeps hopeless sources linear
};

} // namespace gossamer::parse
