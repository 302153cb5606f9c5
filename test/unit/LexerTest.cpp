#include "SyntaxFixture.h"

#include "frontend/lex/Lexer.h"

namespace gossamer {
namespace {

// The first diagnostic of lexing `text`, as "column: message", or "".
std::string lexError(std::string text) {
  SourceManager sources;
  SourceFile* file = sources.add("t", std::move(text));
  SymbolTable symbols;
  DiagnosticEngine diags(sources);
  Lexer lexer(file->text(), file->pos(0), &symbols, &diags);
  while (lexer.next().kind != Tok::End) {
  }
  if (diags.all().empty()) return "";
  return std::to_string(sources.locate(diags.all()[0].pos).column) + ": " + diags.all()[0].message;
}

// Each confirmed with gc.
TEST(Lexer, MalformedLiterals) {
  struct {
    const char* text;
    const char* error;
  } kCases[] = {
      {"089", "2: invalid digit '8' in octal literal"},
      {"089.5 089e1 089i", ""},
      {"0b12", "4: invalid digit '2' in binary literal"},
      {"0x", "3: hexadecimal literal has no digits"},
      {"1__2", "3: '_' must separate successive digits"},
      {"0_1_000 0x_1p-2", ""},
      {"1e+", "4: exponent has no digits"},
      {"0x1.8", "6: hexadecimal mantissa requires a 'p' exponent"},
      {"1p3", "2: 'p' exponent requires hexadecimal mantissa"},
      {"0b1e1", "4: 'e' exponent requires decimal mantissa"},
      {"0o1.1", "4: invalid radix point in octal literal"},
      {"\"abc\n", "5: newline in string"},
      {"\"abc", "1: string not terminated"},
      {"`abc\n", "1: string not terminated"},
      {"''", "2: empty rune literal or unescaped '"},
      {"'ab'", "1: more than one character in rune literal"},
      {"'a", "1: rune literal not terminated"},
      {"\"a\\qb\"", "4: unknown escape"},
      {"\"\\x1\"", "5: invalid character '\"' in hexadecimal escape"},
      {"\"\\400\"", "6: octal escape value 256 > 255"},
      {"\"\\ud800\"", "8: escape is invalid Unicode code point U+D800"},
      {"/* abc", "1: comment not terminated"},
      {"a @ b", "3: invalid character U+0040 '@'"},
      {"a\xffz", "2: invalid UTF-8 encoding"},
      {"x \xef\xbb\xbf", "3: invalid BOM in the middle of the file"},
      {"x\u2603", "2: invalid character U+2603 '\u2603' in identifier"},
      {"\u096bx", "1: identifier cannot begin with digit U+096B '\u096b'"},
      {"h\u00e9llo x\u096b \u65e5\u672c", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(lexError(c.text), c.error) << c.text;
  EXPECT_EQ(lexError(std::string("a\0b", 3)), "2: invalid NUL character");
}

TEST(Lexer, FindsBodies) {
  std::string text = "package p\nfunc f() struct{ a int } { x() }\nfunc g()\nvar v = func() {}\n"
                     "func (t T) m() interface{ n() } { if y {} }\n";
  auto bodies = findBodies(text);
  ASSERT_EQ(bodies.size(), 2u);
  EXPECT_EQ(text.substr(bodies[0].open, bodies[0].close - bodies[0].open), "{ x() }");
  EXPECT_EQ(text.substr(bodies[1].open, bodies[1].close - bodies[1].open), "{ if y {} }");
  EXPECT_TRUE(findBodies("package p\nfunc f() { (").empty());
}

} // namespace
} // namespace gossamer
