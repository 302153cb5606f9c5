#include "SyntaxFixture.h"

namespace gossamer {
namespace {

std::string repeat(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Cell, MixesImportsDeclarationsAndStatements) {
  auto p = Parsed::asCell("# Title\n```go\n<<<import \"fmt\"\nx := 1\nfunc f(a int) int { return a }\n"
                          "func (t *T) m() string { return \"\" }\ntype T struct{}\nfmt.Println(f(x))\n"
                          "func() { x++ }()\n>>>```\n`raw` text\n");
  EXPECT_EQ(p->errors(), "");
  ASSERT_EQ(p->cell->items.size(), 7u);
  ast::Kind kinds[] = {ast::Kind::GenDecl, ast::Kind::AssignStmt, ast::Kind::FuncDecl, ast::Kind::FuncDecl,
                       ast::Kind::GenDecl, ast::Kind::ExprStmt,   ast::Kind::ExprStmt};
  for (size_t i = 0; i < 7; ++i) EXPECT_EQ(p->cell->items[i]->kind, kinds[i]) << i;
  EXPECT_EQ(p->sources.describe(p->cell->items[1]->pos), "t.md:4:3");
}

TEST(Cell, KeepsWhatIsRight) {
  auto p = Parsed::asCell("a := 1\nb := 2 3\nfunc f() { x y }\nfunc g() { return }\nc := 4\n");
  EXPECT_EQ(p->errors(), "t.md:2:8: syntax error: unexpected literal 3 at end of statement\n"
                         "t.md:3:14: syntax error: unexpected name y at end of statement\n");
  // b and f, broken inside, are left out.
  EXPECT_EQ(p->cell->items.size(), 3u);
}

TEST(Cell, EndsAtItsRegion) {
  auto p = Parsed::asCell("<<<x := `raw\n>>>```\n");
  EXPECT_EQ(p->errors(), "t.md:1:9: string not terminated\n");
  EXPECT_EQ(Parsed::asCell("")->errors(), "");
}

TEST(Fixes, MisspelledKeywordsAndTypos) {
  auto fixed = [](const char* text) { return Parsed::asCell(text)->fixed(); };
  EXPECT_EQ(fixed("var c <-cahn int\n"), "var c <-chan int\n");
  EXPECT_EQ(fixed("f := func(a ...interfacce{}) {}\n"), "f := func(a ...interface{}) {}\n");
  EXPECT_EQ(fixed("x, ok := ,-results\n"), "x, ok := <-results\n");
  EXPECT_EQ(fixed("f := func(\n\ta int\n) {}\n"), "f := func(\n\ta int,\n) {}\n");
  EXPECT_EQ(fixed("retrun x\n"), "return x\n");
}

TEST(Fixes, NoteAtTheBraceThatClosedTooEarly) {
  auto p = Parsed::asCell("for {\nselect {\ncase <-a:\n}\ncase <-b:\n}\n");
  ASSERT_FALSE(p->diags.all().empty());
  const Diagnostic& first = p->diags.all()[0];
  EXPECT_EQ(first.message, "syntax error: unexpected keyword case, expected }");
  ASSERT_EQ(first.notes.size(), 1u);
  EXPECT_EQ(p->sources.describe(first.notes[0].pos), "t.md:4:1");
}

TEST(Recovery, SeveralIndependentErrors) {
  auto p =
      Parsed::asFile("package p\n\nvar a = (1\n\nfunc f() {\n\tx y\n\tif z w {\n\t}\n\tg(1 2)\n\tok()\n}\n\n"
                     "type T struct {\n\ta int b int\n\tc\n}\n\nfoo\n\nfunc h() { return 1 2 }\n");
  EXPECT_EQ(p->errors(),
            "t.go:3:11: syntax error: unexpected newline, expected )\n"
            "t.go:6:4: syntax error: unexpected name y at end of statement\n"
            "t.go:7:7: syntax error: unexpected name w, expected {\n"
            "t.go:9:6: syntax error: unexpected literal 2 in argument list; possibly missing comma or )\n"
            "t.go:14:8: syntax error: unexpected name b in struct type; possibly missing semicolon or "
            "newline or }\n"
            "t.go:18:1: syntax error: non-declaration statement outside function body\n"
            "t.go:20:21: syntax error: unexpected literal 2 at end of statement\n");
}

TEST(Depth, NestingIsRefusedNotFatal) {
  constexpr size_t kMany = 100000;
  const std::pair<std::string, std::string> kNests[] = {
      {"var x = " + repeat("(", kMany) + "1" + repeat(")", kMany), "parentheses"},
      {"func f() " + repeat("{", kMany) + repeat("}", kMany), "blocks"},
      {"var x " + repeat("[]", kMany) + "int", "slice types"},
      {"var x = " + repeat("!", kMany) + "y", "unary operators"},
      {"var x " + repeat("chan ", kMany) + "int", "channel types"},
      {"func f() { " + repeat("a: ", kMany) + "}", "labels"},
      {"var x = " + repeat("T{", kMany) + repeat("}", kMany), "literals"},
      {"var x = f" + repeat("()", kMany), "calls"},
      {"var x = " + repeat("(", kMany), "open parentheses"},
  };
  for (const auto& [text, what] : kNests) {
    auto p = Parsed::asFile("package p\n" + text + "\n");
    EXPECT_NE(p->errors().find("exceeded max nesting depth"), std::string::npos) << what;
    EXPECT_TRUE(p->file->decls.empty()) << what;
  }
}

TEST(Depth, LongChainsAreFine) {
  constexpr size_t kMany = 20000;
  for (std::string text :
       {"var x = 1" + repeat(" + 1", kMany), "func f() { if a {}" + repeat(" else if a {}", kMany) + " }",
        "type T interface { int" + repeat(" | int", kMany) + " }"}) {
    auto p = Parsed::asFile("package p\n" + text + "\n");
    EXPECT_EQ(p->errors(), "");
    EXPECT_FALSE(ast::dump(*p->file).empty());
  }
}

TEST(Tree, KnowsItsPlaces) {
  auto p = Parsed::asFile("package p\n\nfunc f() int {\n\treturn a.b(1) + c[2]\n}\n");
  auto* function = p->file->decls[0]->as<ast::FuncDecl>();
  auto* result = function->body->stmts[0]->as<ast::ReturnStmt>()->results[0];
  EXPECT_EQ(p->sources.describe(result->pos), "t.go:4:16"); // the operator
  EXPECT_EQ(p->sources.describe(ast::startPos(*result)), "t.go:4:9");
  EXPECT_EQ(p->sources.describe(ast::endPos(*result)), "t.go:4:22");
  EXPECT_EQ(p->sources.describe(function->body->rbrace), "t.go:5:1");
  EXPECT_EQ(ast::exprText(*result), "a.b(1) + c[2]");
}

TEST(Tree, ConstGroupsInherit) {
  auto p = Parsed::asFile("package p\nconst (\n\ta, b = iota, 1\n\tc, d\n\te T = 2\n\tf\n)\n");
  auto specs = p->file->decls[0]->as<ast::GenDecl>()->specs;
  ASSERT_EQ(specs.size(), 4u);
  EXPECT_EQ(specs[1]->as<ast::ValueSpec>()->inherited, specs[0]);
  EXPECT_EQ(specs[1]->as<ast::ValueSpec>()->iota, 1u);
  EXPECT_EQ(specs[3]->as<ast::ValueSpec>()->inherited, specs[2]);
}

TEST(Tree, TypeParametersOrArrayLength) {
  auto kinds = [](const char* spec) {
    auto p = Parsed::asFile(std::string("package p\ntype ") + spec + "\n");
    if (p->diags.hasErrors()) return p->errors();
    auto* type = p->file->decls[0]->as<ast::GenDecl>()->specs[0]->as<ast::TypeSpec>();
    return std::to_string(type->typeParams.size()) + " " + std::string(ast::kindName(type->typeExpr->kind));
  };
  EXPECT_EQ(kinds("T [N]int"), "0 ArrayTypeExpr");
  EXPECT_EQ(kinds("T [N * 2]int"), "0 ArrayTypeExpr");
  EXPECT_EQ(kinds("T [P *C]int"), "0 ArrayTypeExpr");
  EXPECT_EQ(kinds("T [P *C,]int"), "1 Ident");
  EXPECT_EQ(kinds("T [P *C|~D]int"), "1 Ident");
  EXPECT_EQ(kinds("T [P any]struct{}"), "1 StructTypeExpr");
  EXPECT_EQ(kinds("T [P, Q any, R interface{ m() }] map[P]Q"), "2 MapTypeExpr");
  EXPECT_EQ(kinds("T [P []int]int"), "1 Ident");
  EXPECT_EQ(kinds("T []int"), "0 SliceTypeExpr");
  EXPECT_EQ(kinds("T [P any] = []P"), "1 SliceTypeExpr");
}

TEST(Tree, DirectivesAndVersions) {
  auto p = Parsed::asFile(
      "#!/usr/bin/env gossamer\n//go:build linux && go1.21\n\npackage p\n\n//go:noinline\nfunc f() {}\n\n"
      "func g() {}\n");
  EXPECT_EQ(p->errors(), "");
  EXPECT_EQ(p->file->goVersion, "go1.21");
  EXPECT_EQ(p->file->directives.size(), 2u);
  EXPECT_EQ(p->file->decls[0]->as<ast::FuncDecl>()->pragmas, ast::kPragmaNoinline);
  EXPECT_EQ(p->file->decls[1]->as<ast::FuncDecl>()->pragmas, 0u);
}

} // namespace
} // namespace gossamer
