// Writes stdlib/unicode/Tables.inc: Unicode's character data, of the version that the Go running this has, in compact
// form. Run by hand when that version changes: go run test/tools/unicode-tables.go > stdlib/unicode/Tables.inc
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

const last = unicode.MaxRune

func main() {
	fmt.Printf("// Unicode %s. Written by test/tools/unicode-tables.go; see Tables.h for the forms.\n", unicode.Version)

	// Categories of two letters; 0 is unassigned.
	names := []string{"Cn"}
	for _, name := range slices.Sorted(maps.Keys(unicode.Categories)) {
		if len(name) == 2 && name != "Cn" && name != "LC" {
			names = append(names, name)
		}
	}
	of := make([]uint8, last+1)
	for i, name := range names[1:] {
		each(unicode.Categories[name], func(r rune) { of[r] = uint8(i + 1) })
	}
	list("kCategoryNames", names)
	runs("kCategoryRuns", of)

	scripts := slices.Sorted(maps.Keys(unicode.Scripts))
	scriptOf := make([]uint8, last+1)
	for i, name := range scripts {
		each(unicode.Scripts[name], func(r rune) { scriptOf[r] = uint8(i + 1) })
	}
	list("kScriptNames", scripts)
	runs("kScriptRuns", scriptOf)

	properties := slices.Sorted(maps.Keys(unicode.Properties))
	list("kPropertyNames", properties)
	ranges("kPropertyRanges", properties, unicode.Properties)
	foldCategories := slices.Sorted(maps.Keys(unicode.FoldCategory))
	list("kFoldCategoryNames", foldCategories)
	ranges("kFoldCategoryRanges", foldCategories, unicode.FoldCategory)
	foldScripts := slices.Sorted(maps.Keys(unicode.FoldScript))
	list("kFoldScriptNames", foldScripts)
	ranges("kFoldScriptRanges", foldScripts, unicode.FoldScript)

	var cases []string
	for _, c := range unicode.CaseRanges {
		cases = append(cases, fmt.Sprintf("{%#x,%#x,{%d,%d,%d}}", c.Lo, c.Hi, c.Delta[0], c.Delta[1], c.Delta[2]))
	}
	fmt.Printf("constexpr CaseRange kCaseRanges[] = {\n%s};\n", wrap(cases))

	// Folding, where it is not simply the other case.
	var folds []string
	for r := rune(0); r <= last; r++ {
		simple := unicode.ToLower(r)
		if simple == r {
			simple = unicode.ToUpper(r)
		}
		if f := unicode.SimpleFold(r); f != simple {
			folds = append(folds, fmt.Sprintf("{%#x,%#x}", r, f))
		}
	}
	fmt.Printf("constexpr FoldPair kFolds[] = {\n%s};\n", wrap(folds))
}

func each(t *unicode.RangeTable, f func(rune)) {
	for _, r := range t.R16 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			f(c)
		}
	}
	for _, r := range t.R32 {
		for c := rune(r.Lo); c <= rune(r.Hi); c += rune(r.Stride) {
			f(c)
		}
	}
}

// runs writes where the value changes: code point << 8 | value.
func runs(name string, values []uint8) {
	var out []string
	for r := range values {
		if r == 0 || values[r] != values[r-1] {
			out = append(out, fmt.Sprintf("%#x", uint32(r)<<8|uint32(values[r])))
		}
	}
	fmt.Printf("constexpr uint32_t %s[] = {\n%s};\n", name, wrap(out))
}

func ranges(name string, names []string, tables map[string]*unicode.RangeTable) {
	var out []string
	for i, n := range names {
		first, prev := rune(-1), rune(-2)
		flush := func() {
			if first >= 0 {
				out = append(out, fmt.Sprintf("{%d,%#x,%#x}", i, first, prev))
			}
		}
		each(tables[n], func(r rune) {
			if r != prev+1 {
				flush()
				first = r
			}
			prev = r
		})
		flush()
	}
	fmt.Printf("constexpr NamedRange %s[] = {\n%s};\n", name, wrap(out))
}

func list(name string, names []string) {
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%q", n))
	}
	fmt.Printf("constexpr std::string_view %s[] = {\n%s};\n", name, wrap(out))
}

func wrap(items []string) string {
	var b strings.Builder
	line := 0
	for _, item := range items {
		if line += len(item) + 1; line > 118 {
			b.WriteByte('\n')
			line = len(item) + 1
		}
		b.WriteString(item + ",")
	}
	return b.String()
}
