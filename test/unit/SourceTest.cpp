#include "SyntaxFixture.h"

namespace gossamer {
namespace {

TEST(SourceManager, LocatesAcrossFiles) {
  SourceManager sources;
  SourceFile* a = sources.add("a.go", "one\ntwo\n");
  SourceFile* empty = sources.add("empty.go", "");
  SourceFile* b = sources.add("b.go", "x");
  EXPECT_EQ(sources.describe(a->pos(0)), "a.go:1:1");
  EXPECT_EQ(sources.describe(a->pos(3)), "a.go:1:4"); // the newline belongs to its line
  EXPECT_EQ(sources.describe(a->pos(4)), "a.go:2:1");
  EXPECT_EQ(sources.describe(a->pos(8)), "a.go:3:1"); // the end of the file
  EXPECT_EQ(sources.fileOf(empty->pos(0)), empty);
  EXPECT_EQ(sources.fileOf(b->pos(1)), b);
  EXPECT_EQ(sources.fileOf(Pos()), nullptr);
  EXPECT_EQ(sources.describe(Pos(4000)), "-");
  EXPECT_EQ(a->lineText(2), "two");
  EXPECT_EQ(a->lineText(9), "");
}

TEST(Diagnostics, SortsDropsRepetitionsAndLimits) {
  SourceManager sources;
  SourceFile* file = sources.add("a.go", "aaaa\nbbbb\ncccc\n");
  DiagnosticEngine diags(sources);
  diags.error(file->pos(6), DiagCode::Type, "later");
  diags.error(file->pos(2), DiagCode::Syntax, "syntax error: second of the line");
  diags.error(file->pos(0), DiagCode::Syntax, "syntax error: first");
  diags.error(file->pos(7), DiagCode::Type, "later");
  diags.error(file->pos(8), DiagCode::Type, "other\nwith detail");
  EXPECT_EQ(diags.render({}),
            "a.go:1:1: syntax error: first\na.go:2:2: later\na.go:2:4: other\n\twith detail\n");
  RenderOptions one;
  one.limit = 1;
  EXPECT_EQ(diags.render(one), "a.go:1:1: syntax error: first\ntoo many errors\n");
  EXPECT_EQ(diags.errorCount(), 5u);
  EXPECT_EQ(diags.syntaxErrorCount(), 2u);
  diags.truncate(0);
  EXPECT_FALSE(diags.hasErrors());
}

TEST(Diagnostics, ShowsTheLineAndTheNotes) {
  SourceManager sources;
  SourceFile* file = sources.add("a.go", "\tfmt.Printlne(x)\n");
  DiagnosticEngine diags(sources);
  diags.error(file->pos(5), DiagCode::Undefined, "undefined: fmt.Printlne")
      .until(file->pos(13))
      .note(Pos(), "did you mean Println?");
  RenderOptions options;
  options.sourceLine = true;
  EXPECT_EQ(diags.render(options),
            "a.go:1:6: undefined: fmt.Printlne\n\t\tfmt.Printlne(x)\n\t\t    ^~~~~~~~\n"
            "\tnote: did you mean Println?\n");
}

TEST(Names, NearestIsNearEnough) {
  EXPECT_EQ(nearestName("cahn", {"chan", "case"}), "chan");
  EXPECT_EQ(nearestName("geenrator", {"generator"}), "generator");
  EXPECT_EQ(nearestName("Printlne", {"Printf", "Println", "Print"}), "Println");
  EXPECT_EQ(nearestName("done", {"stringStream"}), "");
  EXPECT_EQ(nearestName("x", {"y"}), "");
  EXPECT_EQ(editDistance("cahn", "chan", 2), 1u); // a transposition is one edit
  EXPECT_EQ(editDistance("abc", "xyzw", 2), 3u);
}

} // namespace
} // namespace gossamer
