// The scanner proper. The re2c rules find the common shapes of tokens; whatever needs a message or a decision
// (numbers, escapes, characters above ASCII) is finished by the functions after them.
#include "frontend/lex/Lexer.h"

#include "frontend/lex/Unicode.h"

#include <charconv>
#include <cstring>

namespace gossamer {

using unicode::quote;
using unicode::show;

Lexer::Lexer(std::string_view text, Pos base, SymbolTable* symbols, DiagnosticEngine* diags, uint32_t begin)
    : text_(text.data()), limit_(text.data() + text.size()), cursor_(text.data() + begin), base_(base),
      symbols_(symbols), diags_(diags) {
  if (begin != 0) return;
  if (text.starts_with("\xEF\xBB\xBF")) cursor_ += 3;
  // A script's first line.
  if (limit_ - cursor_ >= 2 && cursor_[0] == '#' && cursor_[1] == '!') {
    const void* newline = std::memchr(cursor_, '\n', static_cast<size_t>(limit_ - cursor_));
    cursor_ = newline ? static_cast<const char*>(newline) : limit_;
  }
}

void Lexer::jump(uint32_t offset, bool semicolonNext) {
  cursor_ = text_ + offset;
  needSemi_ = semicolonNext;
}

void Lexer::error(const char* at, std::string message) {
  if (muted_) return;
  sawError_ = true;
  if (diags_) diags_->error(pos(static_cast<uint32_t>(at - text_)), DiagCode::Lexical, std::move(message));
}

Token Lexer::make(Tok kind, const char* start) {
  Token token;
  token.kind = kind;
  token.begin = static_cast<uint32_t>(start - text_);
  token.end = static_cast<uint32_t>(cursor_ - text_);
  return token;
}

Token Lexer::name(const char* start) {
  if (static_cast<unsigned char>(*cursor_) >= 0x80) identifierTail(false);
  Token token = make(Tok::Name, start);
  if (symbols_) token.name = symbols_->intern({start, static_cast<size_t>(cursor_ - start)});
  needSemi_ = true;
  return token;
}

Token Lexer::keyword(Tok kind, const char* start) {
  if (static_cast<unsigned char>(*cursor_) >= 0x80) return name(start);
  needSemi_ = kind == Tok::Break || kind == Tok::Continue || kind == Tok::Fallthrough || kind == Tok::Return;
  return make(kind, start);
}

Token Lexer::next() {
  const bool semi = needSemi_;
  needSemi_ = false;
  // The automaton runs on locals: a store to cursor_ for every character would cost a third of the speed.
  const unsigned char* cur;
  const unsigned char* marker;
  const char* start;

  auto newlineSemi = [&](const char* at) {
    Token token = make(Tok::Semi, at);
    token.semi = SemiKind::Newline;
    return token;
  };

again:
  start = cursor_;
  cur = reinterpret_cast<const unsigned char*>(cursor_);
  /*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cur;
    re2c:define:YYMARKER = marker;
    re2c:yyfill:enable = 0;

    letter = [a-zA-Z_];
    space = [ \t\r];
    high = [\x80-\xff];

    space+ { commit(cur); goto again; }
    "\n" {
      commit(cur);
      if (semi) {
        return newlineSemi(start);
      }
      goto again;
    }
    "\x00" {
      commit(cur);
      if (start == limit_) {
        cursor_ = start;
        if (semi) {
          Token token = make(Tok::Semi, start);
          token.semi = SemiKind::EndOfFile;
          return token;
        }
        return make(Tok::End, start);
      }
      error(start, "invalid NUL character");
      goto again;
    }

    "//" {
      commit(cur);
      lineComment(start);
      goto again;
    }
    "/*" {
      commit(cur);
      bool newline = false;
      blockComment(start, &newline);
      if (semi && newline) return newlineSemi(start);
      goto again;
    }

    "break" { commit(cur); return keyword(Tok::Break, start); }
    "case" { commit(cur); return keyword(Tok::Case, start); }
    "chan" { commit(cur); return keyword(Tok::Chan, start); }
    "const" { commit(cur); return keyword(Tok::Const, start); }
    "continue" { commit(cur); return keyword(Tok::Continue, start); }
    "default" { commit(cur); return keyword(Tok::Default, start); }
    "defer" { commit(cur); return keyword(Tok::Defer, start); }
    "else" { commit(cur); return keyword(Tok::Else, start); }
    "fallthrough" { commit(cur); return keyword(Tok::Fallthrough, start); }
    "for" { commit(cur); return keyword(Tok::For, start); }
    "func" { commit(cur); return keyword(Tok::Func, start); }
    "go" { commit(cur); return keyword(Tok::Go, start); }
    "goto" { commit(cur); return keyword(Tok::Goto, start); }
    "if" { commit(cur); return keyword(Tok::If, start); }
    "import" { commit(cur); return keyword(Tok::Import, start); }
    "interface" { commit(cur); return keyword(Tok::Interface, start); }
    "map" { commit(cur); return keyword(Tok::Map, start); }
    "package" { commit(cur); return keyword(Tok::Package, start); }
    "range" { commit(cur); return keyword(Tok::Range, start); }
    "return" { commit(cur); return keyword(Tok::Return, start); }
    "select" { commit(cur); return keyword(Tok::Select, start); }
    "struct" { commit(cur); return keyword(Tok::Struct, start); }
    "switch" { commit(cur); return keyword(Tok::Switch, start); }
    "type" { commit(cur); return keyword(Tok::Type, start); }
    "var" { commit(cur); return keyword(Tok::Var, start); }
    letter [a-zA-Z_0-9]* { commit(cur); return name(start); }

    [0-9] { commit(cur); return number(start); }
    "." [0-9] { commit(cur); return number(start); }

    "\"" [^"\\\n\x00\x80-\xff]* "\"" {
      commit(cur);
      Token token = make(Tok::Literal, start);
      token.lit = ast::LitKind::String;
      needSemi_ = true;
      return token;
    }
    "\"" { commit(cur); return string(start); }
    "`" { commit(cur); return rawString(start); }
    "'" { commit(cur); return rune(start); }

    "(" { commit(cur); return make(Tok::Lparen, start); }
    ")" { commit(cur); needSemi_ = true; return make(Tok::Rparen, start); }
    "[" { commit(cur); return make(Tok::Lbrack, start); }
    "]" { commit(cur); needSemi_ = true; return make(Tok::Rbrack, start); }
    "{" { commit(cur); return make(Tok::Lbrace, start); }
    "}" { commit(cur); needSemi_ = true; return make(Tok::Rbrace, start); }
    "," { commit(cur); return make(Tok::Comma, start); }
    ";" { commit(cur); return make(Tok::Semi, start); }
    ":" { commit(cur); return make(Tok::Colon, start); }
    "." { commit(cur); return make(Tok::Dot, start); }
    "..." { commit(cur); return make(Tok::DotDotDot, start); }
    "=" { commit(cur); return make(Tok::Assign, start); }
    ":=" { commit(cur); return make(Tok::Define, start); }
    "<-" { commit(cur); return make(Tok::Arrow, start); }
    "++" { commit(cur); needSemi_ = true; return make(Tok::Inc, start); }
    "--" { commit(cur); needSemi_ = true; return make(Tok::Dec, start); }
    "||" { commit(cur); return make(Tok::OrOr, start); }
    "&&" { commit(cur); return make(Tok::AndAnd, start); }
    "==" { commit(cur); return make(Tok::Equal, start); }
    "!=" { commit(cur); return make(Tok::NotEqual, start); }
    "<" { commit(cur); return make(Tok::Less, start); }
    "<=" { commit(cur); return make(Tok::LessEqual, start); }
    ">" { commit(cur); return make(Tok::Greater, start); }
    ">=" { commit(cur); return make(Tok::GreaterEqual, start); }
    "+" { commit(cur); return make(Tok::Add, start); }
    "-" { commit(cur); return make(Tok::Sub, start); }
    "|" { commit(cur); return make(Tok::Or, start); }
    "^" { commit(cur); return make(Tok::Xor, start); }
    "*" { commit(cur); return make(Tok::Star, start); }
    "/" { commit(cur); return make(Tok::Div, start); }
    "%" { commit(cur); return make(Tok::Rem, start); }
    "&" { commit(cur); return make(Tok::And, start); }
    "&^" { commit(cur); return make(Tok::AndNot, start); }
    "<<" { commit(cur); return make(Tok::Shl, start); }
    ">>" { commit(cur); return make(Tok::Shr, start); }
    "!" { commit(cur); return make(Tok::Not, start); }
    "~" { commit(cur); return make(Tok::Tilde, start); }
    "+=" { commit(cur); return make(Tok::AddAssign, start); }
    "-=" { commit(cur); return make(Tok::SubAssign, start); }
    "|=" { commit(cur); return make(Tok::OrAssign, start); }
    "^=" { commit(cur); return make(Tok::XorAssign, start); }
    "*=" { commit(cur); return make(Tok::MulAssign, start); }
    "/=" { commit(cur); return make(Tok::DivAssign, start); }
    "%=" { commit(cur); return make(Tok::RemAssign, start); }
    "&=" { commit(cur); return make(Tok::AndAssign, start); }
    "&^=" { commit(cur); return make(Tok::AndNotAssign, start); }
    "<<=" { commit(cur); return make(Tok::ShlAssign, start); }
    ">>=" { commit(cur); return make(Tok::ShrAssign, start); }

    high {
      commit(cur);
      cursor_ = start;
      int width;
      if (peek(&width) == -2) {
        dropBad();
        goto again;
      }
      identifierTail(true);
      Token token = make(Tok::Name, start);
      if (symbols_) token.name = symbols_->intern({start, static_cast<size_t>(cursor_ - start)});
      needSemi_ = true;
      return token;
    }

    * {
      commit(cur);
      error(start, "invalid character " + show(static_cast<unsigned char>(*start)));
      goto again;
    }
  */
}

int32_t Lexer::peek(int* width) const {
  *width = 0;
  if (cursor_ == limit_) return -1;
  unsigned char first = static_cast<unsigned char>(*cursor_);
  *width = 1;
  if (first == 0) return -2;
  if (first < 0x80) return first;
  auto decoded = unicode::decode({cursor_, static_cast<size_t>(limit_ - cursor_)});
  *width = decoded.width;
  if (decoded.c == 0xFEFF) return -2;
  return decoded.c;
}

void Lexer::dropBad() {
  unsigned char first = static_cast<unsigned char>(*cursor_);
  auto decoded = unicode::decode({cursor_, static_cast<size_t>(limit_ - cursor_)});
  error(cursor_, first == 0               ? "invalid NUL character"
                 : decoded.c == 0xFEFF    ? "invalid BOM in the middle of the file"
                                          : "invalid UTF-8 encoding");
  cursor_ += decoded.width;
}

bool Lexer::step() {
  int width;
  if (peek(&width) == -2) {
    dropBad();
    return false;
  }
  cursor_ += width;
  return true;
}

void Lexer::identifierTail(bool first) {
  for (;; first = false) {
    int width;
    int32_t c = peek(&width);
    if (c == -2) {
      dropBad();
      continue;
    }
    if (c < 0x80) {
      bool part = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (c < 0 || !part) return;
    } else if (unicode::isLetter(c)) {
    } else if (unicode::isDigit(c)) {
      if (first) error(cursor_, "identifier cannot begin with digit " + show(c));
    } else {
      error(cursor_, "invalid character " + show(c) + " in identifier");
    }
    cursor_ += width;
  }
}

void Lexer::lineComment(const char* start) {
  for (;;) {
    // The usual comment is ASCII: run over it without looking closer.
    while (static_cast<unsigned char>(*cursor_) - 1u < 0x7Fu && *cursor_ != '\n') ++cursor_;
    if (*cursor_ == '\n' || atEnd()) break;
    step();
  }
  std::string_view text(start, static_cast<size_t>(cursor_ - start));
  if (text.starts_with("//line ") && (start == text_ || start[-1] == '\n')) {
    if (text.back() == '\r') text.remove_suffix(1);
    lineDirective(text.substr(7), atEnd() ? cursor_ : cursor_ + 1);
  }
  if (text.starts_with("//go:") && !muted_ && symbols_) {
    text.remove_prefix(5);
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t')) {
      text.remove_suffix(1);
    }
    size_t space = std::min(text.find_first_of(" \t"), text.size());
    DirectiveComment directive;
    directive.begin = static_cast<uint32_t>(start - text_);
    directive.name = text.substr(0, space);
    text.remove_prefix(space);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    directive.args = text;
    directives_.push_back(directive);
  }
}

// name:line or name:line:column, as gc reads it; a text without a colon is an ordinary comment.
void Lexer::lineDirective(std::string_view text, const char* next) {
  constexpr uint32_t kGreatest = 1u << 30;
  if (muted_ || !symbols_) return;
  struct Number {
    size_t colon = std::string_view::npos;
    uint32_t value = 0;
    bool isNumber = false;
    bool inRange() const { return isNumber && value > 0 && value <= kGreatest; }
  };
  auto lastNumber = [](std::string_view in) {
    Number number{.colon = in.rfind(':')};
    if (number.colon == std::string_view::npos) return number;
    const char *begin = in.data() + number.colon + 1, *end = in.data() + in.size();
    auto [stop, problem] = std::from_chars(begin, end, number.value);
    number.isNumber = begin != end && stop == end && problem != std::errc::invalid_argument;
    if (problem == std::errc::result_out_of_range) number.value = UINT32_MAX;
    return number;
  };
  Number line = lastNumber(text), column;
  if (line.colon == std::string_view::npos) return;
  if (Number before = lastNumber(text.substr(0, line.colon)); line.isNumber && before.isNumber) {
    column = line;
    line = before;
    if (!column.inRange())
      return error(text.data() + column.colon + 1, "invalid column number: " + std::string(text.substr(column.colon + 1)));
    text = text.substr(0, column.colon);
  }
  if (!line.inRange())
    return error(text.data() + line.colon + 1, "invalid line number: " + std::string(text.substr(line.colon + 1)));
  auto begin = static_cast<uint32_t>(next - text_);
  if (!lineDirectives_.empty() && lineDirectives_.back().begin >= begin) return; // read before
  lineDirectives_.push_back({begin, text.substr(0, line.colon), line.value, column.value});
}

void Lexer::blockComment(const char* start, bool* newline) {
  for (;;) {
    if (atEnd()) return error(start, "comment not terminated");
    char c = *cursor_;
    if (c == '*' && cursor_[1] == '/') {
      cursor_ += 2;
      std::string_view text(start, static_cast<size_t>(cursor_ - start));
      if (text.starts_with("/*line ")) lineDirective(text.substr(7, text.size() - 9), cursor_);
      return;
    }
    if (c == '\n') *newline = true;
    if (static_cast<unsigned char>(c) - 1u < 0x7Fu) {
      ++cursor_;
    } else {
      step();
    }
  }
}

static bool isDecimal(char c) { return c >= '0' && c <= '9'; }
static char lower(char c) { return static_cast<char>(c | 0x20); }
static bool isHex(char c) { return isDecimal(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

static const char* baseName(int base) {
  switch (base) {
  case 2: return "binary";
  case 8: return "octal";
  case 16: return "hexadecimal";
  default: return "decimal";
  }
}

// Runs over the digits and underscores of a base (all decimal ones for a base up to 10, the first that is too large
// going to *invalid). Returns bit 0 for digits seen, bit 1 for underscores.
unsigned Lexer::digits(int base, const char** invalid) {
  unsigned seen = 0;
  if (base <= 10) {
    for (; isDecimal(*cursor_) || *cursor_ == '_'; ++cursor_) {
      if (*cursor_ == '_') {
        seen |= 2;
        continue;
      }
      seen |= 1;
      if (*cursor_ >= '0' + base && invalid && !*invalid) *invalid = cursor_;
    }
    return seen;
  }
  for (; isHex(*cursor_) || *cursor_ == '_'; ++cursor_) seen |= *cursor_ == '_' ? 2 : 1;
  return seen;
}

// The first underscore of a number that does not stand between digits (a base prefix counts as one), or null.
static const char* misplacedUnderscore(const char* begin, const char* end) {
  const char* at = begin;
  char base = ' ', before = '.';
  if (end - at >= 2 && at[0] == '0') {
    base = lower(at[1]);
    if (base == 'x' || base == 'o' || base == 'b') {
      before = '0';
      at += 2;
    }
  }
  for (; at < end; ++at) {
    if (*at == '_') {
      if (before != '0') return at;
      before = '_';
    } else if (isDecimal(*at) || (base == 'x' && isHex(*at))) {
      before = '0';
    } else {
      if (before == '_') return at - 1;
      before = '.';
    }
  }
  return before == '_' ? end - 1 : nullptr;
}

Token Lexer::number(const char* start) {
  cursor_ = start;
  bool bad = false;
  auto complain = [&](const char* at, std::string message) {
    if (!bad) error(at, std::move(message));
    bad = true;
  };
  int base = 10;
  char prefix = 0;
  const char* invalid = nullptr;
  unsigned seen = 0;
  auto kind = ast::LitKind::Int;
  bool point = *cursor_ == '.';
  if (!point) {
    if (*cursor_ == '0') {
      ++cursor_;
      switch (lower(*cursor_)) {
      case 'x': base = 16, prefix = 'x', ++cursor_; break;
      case 'o': base = 8, prefix = 'o', ++cursor_; break;
      case 'b': base = 2, prefix = 'b', ++cursor_; break;
      default: base = 8, prefix = '0', seen = 1; break; // the leading zero is a digit
      }
    }
    seen |= digits(base, &invalid);
    point = *cursor_ == '.';
    if (point && (prefix == 'o' || prefix == 'b')) {
      complain(cursor_, std::string("invalid radix point in ") + baseName(base) + " literal");
    }
  }
  if (point) {
    kind = ast::LitKind::Float;
    ++cursor_;
    seen |= digits(base, &invalid);
  }
  if (!(seen & 1)) complain(cursor_, std::string(baseName(base)) + " literal has no digits");

  char e = lower(*cursor_);
  if (e == 'e' || e == 'p') {
    if (e == 'e' && prefix && prefix != '0') {
      complain(cursor_, quote(*cursor_) + " exponent requires decimal mantissa");
    } else if (e == 'p' && prefix != 'x') {
      complain(cursor_, quote(*cursor_) + " exponent requires hexadecimal mantissa");
    }
    ++cursor_;
    kind = ast::LitKind::Float;
    if (*cursor_ == '+' || *cursor_ == '-') ++cursor_;
    unsigned exponent = digits(10, nullptr);
    seen = exponent | (seen & 2);
    if (!(exponent & 1)) complain(cursor_, "exponent has no digits");
  } else if (prefix == 'x' && kind == ast::LitKind::Float) {
    complain(cursor_, "hexadecimal mantissa requires a 'p' exponent");
  }
  const char* digitsEnd = cursor_;
  if (*cursor_ == 'i') {
    kind = ast::LitKind::Imaginary;
    ++cursor_;
  }
  // 089 is an error, 089.5, 089e1 and 089i are not.
  if (kind == ast::LitKind::Int && invalid) {
    complain(invalid, "invalid digit " + quote(*invalid) + " in " + baseName(base) + " literal");
  }
  if (seen & 2 && !bad) {
    if (const char* at = misplacedUnderscore(start, digitsEnd)) {
      complain(at, "'_' must separate successive digits");
    }
  }
  Token token = make(Tok::Literal, start);
  token.lit = kind;
  token.bad = bad;
  needSemi_ = true;
  return token;
}

Token Lexer::string(const char* start) {
  bool ok = true;
  cursor_ = start + 1;
  for (;;) {
    if (atEnd()) {
      error(start, "string not terminated");
      ok = false;
      break;
    }
    char c = *cursor_;
    if (c == '"') {
      ++cursor_;
      break;
    }
    if (c == '\\') {
      ++cursor_;
      if (!escape('"')) ok = false;
      continue;
    }
    if (c == '\n') {
      error(cursor_, "newline in string");
      ok = false;
      break;
    }
    if (!step()) ok = false;
  }
  Token token = make(Tok::Literal, start);
  token.lit = ast::LitKind::String;
  token.bad = !ok;
  needSemi_ = true;
  return token;
}

Token Lexer::rawString(const char* start) {
  bool ok = true;
  for (;;) {
    if (atEnd()) {
      error(start, "string not terminated");
      ok = false;
      break;
    }
    unsigned char c = static_cast<unsigned char>(*cursor_);
    if (c == '`') {
      ++cursor_;
      break;
    }
    if (c - 1u < 0x7Fu) {
      ++cursor_;
    } else if (!step()) {
      ok = false;
    }
  }
  Token token = make(Tok::Literal, start);
  token.lit = ast::LitKind::String;
  token.bad = !ok;
  needSemi_ = true;
  return token;
}

Token Lexer::rune(const char* start) {
  bool ok = true;
  cursor_ = start + 1;
  for (int count = 0;; ++count) {
    if (atEnd()) {
      if (ok) error(start, "rune literal not terminated");
      ok = false;
      break;
    }
    char c = *cursor_;
    if (c == '\'') {
      if (ok && count == 0) {
        error(cursor_, "empty rune literal or unescaped '");
        ok = false;
      } else if (ok && count != 1) {
        error(start, "more than one character in rune literal");
        ok = false;
      }
      ++cursor_;
      break;
    }
    if (c == '\\') {
      ++cursor_;
      if (!escape('\'')) ok = false;
      continue;
    }
    if (c == '\n') {
      if (ok) error(cursor_, "newline in rune literal");
      ok = false;
      break;
    }
    // A dropped character does not count.
    if (!step()) --count;
  }
  Token token = make(Tok::Literal, start);
  token.lit = ast::LitKind::Rune;
  token.bad = !ok;
  needSemi_ = true;
  return token;
}

// After a backslash. A character that does not belong is left where it is.
bool Lexer::escape(char quoteChar) {
  int count, base;
  uint32_t max;
  if (atEnd()) return true; // the literal's end will be missed by the caller
  switch (*cursor_) {
  case 'a':
  case 'b':
  case 'f':
  case 'n':
  case 'r':
  case 't':
  case 'v':
  case '\\': ++cursor_; return true;
  case '0':
  case '1':
  case '2':
  case '3':
  case '4':
  case '5':
  case '6':
  case '7': count = 3, base = 8, max = 255; break;
  case 'x': ++cursor_, count = 2, base = 16, max = 255; break;
  case 'u': ++cursor_, count = 4, base = 16, max = 0x10FFFF; break;
  case 'U': ++cursor_, count = 8, base = 16, max = 0x10FFFF; break;
  default:
    if (*cursor_ == quoteChar) {
      ++cursor_;
      return true;
    }
    error(cursor_, "unknown escape");
    return false;
  }
  uint32_t value = 0;
  for (; count > 0; --count) {
    int width;
    int32_t c = peek(&width);
    if (c == -1) return true;
    if (c == -2) {
      dropBad();
      return false;
    }
    uint32_t digit = 36;
    if (c < 0x80 && isDecimal(static_cast<char>(c))) digit = static_cast<uint32_t>(c - '0');
    else if (c < 0x80 && isHex(static_cast<char>(c))) digit = static_cast<uint32_t>(lower(static_cast<char>(c)) - 'a' + 10);
    if (digit >= static_cast<uint32_t>(base)) {
      error(cursor_, "invalid character " + quote(c) + " in " + baseName(base) + " escape");
      return false;
    }
    value = value * static_cast<uint32_t>(base) + digit;
    ++cursor_;
  }
  if (value > max && base == 8) {
    error(cursor_, "octal escape value " + std::to_string(value) + " > 255");
    return false;
  }
  if (value > max || (value >= 0xD800 && value < 0xE000)) {
    error(cursor_, "escape is invalid Unicode code point " + show(static_cast<int32_t>(value)));
    return false;
  }
  return true;
}

} // namespace gossamer
