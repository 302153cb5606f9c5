package syntax

import (
	"slices"
	"unicode"
)

// A class is a set of runes as pairs of bounds, sorted and apart once it is normal.
type class []rune

func (c *class) add(lo, hi rune) { *c = append(*c, lo, hi) }

func (c *class) addClass(other class) { *c = append(*c, other...) }

func (c *class) addTable(t *unicode.RangeTable) {
	each := func(lo, hi, stride rune) {
		if stride == 1 {
			c.add(lo, hi)
			return
		}
		for r := lo; r <= hi; r += stride {
			c.add(r, r)
		}
	}
	for _, r := range t.R16 {
		each(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		each(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
}

// normal sorts the pairs and joins those that touch.
func (c class) normal() class {
	type pair struct{ lo, hi rune }
	pairs := make([]pair, 0, len(c)/2)
	for i := 0; i < len(c); i += 2 {
		pairs = append(pairs, pair{c[i], c[i+1]})
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.lo != b.lo {
			return int(a.lo - b.lo)
		}
		return int(b.hi - a.hi)
	})
	var out class
	for _, p := range pairs {
		if n := len(out); n > 0 && p.lo <= out[n-1]+1 {
			out[n-1] = max(out[n-1], p.hi)
		} else {
			out.add(p.lo, p.hi)
		}
	}
	return out
}

// negated returns the complement of a normal class.
func (c class) negated() class {
	var out class
	next := rune(0)
	for i := 0; i < len(c); i += 2 {
		if next < c[i] {
			out.add(next, c[i]-1)
		}
		next = c[i+1] + 1
	}
	if next <= maxRune {
		out.add(next, maxRune)
	}
	return out
}

// The runes outside of these bounds have no other case.
const (
	firstFold = 0x0041
	lastFold  = 0x1e943
)

// folded adds the other cases of every rune.
func (c class) folded() class {
	out := slices.Clone(c)
	for i := 0; i < len(c); i += 2 {
		for r := max(c[i], firstFold); r <= min(c[i+1], lastFold); r++ {
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				out.add(other, other)
			}
		}
	}
	return out
}

var perlClasses = map[byte]class{
	'd': {'0', '9'},
	's': {'\t', '\n', '\f', '\r', ' ', ' '},
	'w': {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'},
}

var posixClasses = map[string]class{
	"alnum":  {'0', '9', 'A', 'Z', 'a', 'z'},
	"alpha":  {'A', 'Z', 'a', 'z'},
	"ascii":  {0, 0x7F},
	"blank":  {'\t', '\t', ' ', ' '},
	"cntrl":  {0, 0x1F, 0x7F, 0x7F},
	"digit":  {'0', '9'},
	"graph":  {'!', '~'},
	"lower":  {'a', 'z'},
	"print":  {' ', '~'},
	"punct":  {'!', '/', ':', '@', '[', '`', '{', '~'},
	"space":  {'\t', '\r', ' ', ' '},
	"upper":  {'A', 'Z'},
	"word":   {'0', '9', 'A', 'Z', 'a', 'z', '_', '_'},
	"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// unicodeClass returns the class of a category or script.
func unicodeClass(name string) (class, bool) {
	if name == "Any" {
		return class{0, maxRune}, true
	}
	table := unicode.Categories[name]
	if table == nil {
		table = unicode.Scripts[name]
	}
	if table == nil {
		return nil, false
	}
	var c class
	c.addTable(table)
	return c, true
}
